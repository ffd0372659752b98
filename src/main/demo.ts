// npm run demo -- --tenants N --cases M: invented municipalities with M cases each, for measuring.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { findTenants } from "../accounts/index.ts";
import { bulkMaking, DEMO_PASSWORD, loadBulk } from "../demo/index.ts";
import { hashPassword } from "../accounts/index.ts";
import pg from "pg";
import { runCommand, type Say } from "./command.ts";
import { StartProblem } from "./postgres.ts";
import { openStore } from "./store.ts";

const USAGE = "Aufruf: npm run demo -- [--tenants ANZAHL] [--cases FÄLLE JE KOMMUNE]";

await runCommand(async (config, args, say) => {
  const { tenants, cases } = sizeOf(args);
  const store = await openStore(config);
  const owner = new pg.Client(store.postgres.connection);
  const lanes = Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, () => new pg.Client(store.postgres.connection));
  try {
    await Promise.all([owner, ...lanes].map((client) => client.connect()));
    if ((await findTenants(owner)).some((tenant) => !tenant.is_demo)) throw new StartProblem("Hier liegen echte Daten. Erfundene Last gehört nicht daneben: Nennen Sie andere Ordner oder eine andere Datenbank.");
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const before = (await findTenants(owner)).length;
    const began = Date.now();
    const showProgress = progressOf(say, tenants * cases, began);
    for (let i = 0; i < tenants; i += 1) {
      const name = `Kreis Musterland ${before + i + 1}`;
      await loadBulk(bulkMaking(owner, store.vault, name), { name, cases, passwordHash }, lanes, (done) => showProgress(i * cases + done));
    }
    await owner.query("analyze");
    const seconds = (Date.now() - began) / 1000;
    const { rows } = await owner.query<{ size: string }>("select pg_size_pretty(pg_database_size(current_database())) as size");
    say(`\n${tenants * cases} Fälle in ${seconds.toFixed(0)} s (${((tenants * cases) / seconds).toFixed(0)} je Sekunde); die Datenbank hat ${rows[0]!.size}.`);
    say(`Anmelden als kim.fall00001@kreis-musterland-${before + 1}.example oder team.leitung@…, Passwort: ${DEMO_PASSWORD}`);
  } finally {
    await Promise.all([owner, ...lanes].map((client) => client.end()));
    await store.close();
  }
});

function sizeOf(args: readonly string[]): { tenants: number; cases: number } {
  try {
    const { values } = parseArgs({ args: [...args], options: { tenants: { type: "string", default: "1" }, cases: { type: "string", default: "1000" } } });
    const [tenants, cases] = [Number(values.tenants), Number(values.cases)];
    if (!(Number.isInteger(tenants) && tenants >= 1 && tenants <= 1000 && Number.isInteger(cases) && cases >= 1 && cases <= 5_000_000)) throw new Error("Erwartet werden ganze Zahlen: 1 bis 1000 Kommunen, 1 bis 5000000 Fälle.");
    return { tenants, cases };
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}\n${USAGE}`);
  }
}

/** One line that grows on a screen; elsewhere a line for each tenth. */
function progressOf(say: Say, total: number, began: number): (done: number) => void {
  let lastTenth = 0;
  return (done) => {
    const left = ((Date.now() - began) / done) * (total - done);
    const bar = `${"█".repeat(Math.floor((done / total) * 30)).padEnd(30, "░")} ${done} von ${total} Fällen, noch ${Math.ceil(left / 1000)} s`;
    const tenth = Math.floor((done / total) * 10);
    if (process.stdout.isTTY) process.stdout.write(`\r${bar}   `);
    else if (tenth > lastTenth) say(bar);
    lastTenth = tenth;
  };
}
