import pg from "pg";
import { checkSchema, readLoginPasswords, roleNames } from "../db/index.ts";
import { attemptAll, type Tally } from "../../test/access/attempts.ts";
import { type Facts, isInForce, loadFacts, rowsOf } from "../../test/access/facts.ts";
import type { Actor } from "../../test/access/model.ts";
import { runCommand } from "./command.ts";
import { openPostgres } from "./postgres.ts";

/** Cases up to which a tenant is judged whole; above it the check would load the tenant into memory. */
const MOST_CASES = 5_000;

/**
 * `npm run access:check -- [attempts]`: the matrix of the tests against the database that this installation uses. Accounts take
 * turns, tenant by tenant; every attempt is rolled back, and the sessions made for it live a few minutes at most.
 */
await runCommand(async (config, args, say) => {
  const budget = Number(args[0] ?? 20_000);
  if (!Number.isSafeInteger(budget) || budget < 1) throw new Error("Bitte nennen Sie die Zahl der Versuche, zum Beispiel: npm run access:check -- 20000");
  const postgres = await openPostgres(config);
  const owner = new pg.Client(postgres.connection);
  await owner.connect();
  try {
    const roles = roleNames(postgres.database, (await owner.query<{ me: string }>("select current_user as me")).rows[0]!.me);
    const passwords = readLoginPasswords(config.keyDir, postgres.database);
    if (passwords === null) throw new Error(`Zu dieser Datenbank liegen keine Anmeldungen in ${config.keyDir}. Bitte zuerst npm start oder npm run migrate.`);
    const problems = await checkSchema(owner, roles);
    for (const problem of problems) say(`Schema: ${problem.code}: ${problem.object}`);
    const login = new pg.Client({ ...postgres.connection, user: roles.web_staff, password: passwords.web_staff });
    await login.connect();
    const tally: Tally = { attempts: 0, findings: [] };
    try {
      for (const tenant of await tenantsToJudge(owner)) {
        const facts = await loadFacts(owner, [tenant]);
        for (const actor of actorsOf(facts)) {
          if (tally.attempts >= budget) break;
          await attemptAll({ owner, login, staffRole: roles.staff }, facts, actor, tally, budget);
          say(`${tally.attempts} Versuche, ${tally.findings.length} Abweichungen (${actor.name})`);
        }
      }
    } finally {
      await login.end();
    }
    for (const f of tally.findings.slice(0, 50)) say(`${f.kind === "too much" ? "zu viel" : "zu wenig"}: ${f.actor} · ${f.operation} ${f.table} ${f.key}`);
    say(`${tally.attempts} Versuche: ${tally.findings.length} Abweichungen vom Modell, ${problems.length} Mängel im Schema.`);
    if (tally.findings.length > 0 || problems.length > 0) process.exitCode = 1;
  } finally {
    await owner.end();
    await postgres.stop();
  }
});

async function tenantsToJudge(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    "select t.id from app.tenants t where (select count(*) from (select 1 from app.cases c where c.tenant_id = t.id limit $1) x) < $1 order by t.created_at, t.id limit 20",
    [MOST_CASES],
  );
  return rows.map((r) => r.id);
}

/** Every account in every room it belongs to, and in none; accounts of different roles first. */
function actorsOf(facts: Facts): Actor[] {
  const actors = rowsOf(facts, "accounts").flatMap((account): Actor[] => {
    const own = rowsOf(facts, "memberships").filter((m) => m["account_id"] === account["id"] && isInForce(facts, m));
    const rooms = [...new Set(own.map((m) => m["room_id"] as string | null))];
    return (rooms.length === 0 ? [null] : rooms).map((roomId) => ({
      name: `${own.filter((m) => m["room_id"] === roomId).map((m) => String(m["role"])).sort().join("+") || "ohne Rolle"} ${String(account["id"]).slice(0, 8)}`,
      tenantId: String(account["tenant_id"]),
      accountId: String(account["id"]),
      roomId,
    }));
  });
  const seen = new Map<string, number>();
  const turn = (actor: Actor): number => {
    const role = actor.name.split(" ")[0]!;
    seen.set(role, (seen.get(role) ?? 0) + 1);
    return seen.get(role)!;
  };
  return actors.map((actor) => ({ actor, at: turn(actor) })).sort((a, b) => a.at - b.at).map(({ actor }) => actor);
}
