// npm run administrator -- --kommune "Name" --email ADRESSE [--statt ADRESSE]: names or confirms an administrator, or replaces one.
import { parseArgs } from "node:util";
import { type Replaced, replaceAdministrator } from "../accounts/index.ts";
import { newSessionSecret, secretHash } from "../http/index.ts";
import { runCommand } from "./command.ts";
import { asOwner, tenantsOf } from "./first-tenant.ts";
import { StartProblem } from "./postgres.ts";
import { openStore } from "./store.ts";

const CALL = 'Aufruf: npm run administrator -- --kommune "Name" --email ADRESSE [--statt ADRESSE]';
const DAYS = 7;
const REFUSED: Partial<Record<Replaced, string>> = {
  "no-such-administrator": "Wer unter --statt steht, verwaltet diese Kommune nicht. Es wurde nichts geändert.",
  "account-not-neutral": "Dieses Konto arbeitet in einem Aktenbereich. Wer verwaltet, sieht keine Akten: Nennen Sie eine andere Adresse. Es wurde nichts geändert.",
};

await runCommand(async (config, args, say) => {
  const wanted = readCall(args);
  const store = await openStore(config);
  try {
    const tenants = (await tenantsOf(store)).filter((tenant) => tenant.name === wanted.tenant);
    if (tenants.length !== 1) throw new StartProblem(`Eine Kommune „${wanted.tenant}“ gibt es hier nicht. Es gibt: ${(await tenantsOf(store)).slice(0, 20).map((t) => t.name).join(", ")}.`);
    const tenantId = tenants[0]!.id;
    const secret = newSessionSecret(tenantId);
    const done = await asOwner(store, async (owner) => {
      const outcome = await replaceAdministrator(owner, { tenantId, email: wanted.email, insteadOf: wanted.insteadOf, secretHash: secretHash(secret), days: DAYS });
      // thrown inside, so that nothing of it stays
      if (REFUSED[outcome] !== undefined) throw new StartProblem(REFUSED[outcome]);
      return outcome;
    });
    say(done === "confirmed" ? `${wanted.email} verwaltet jetzt: die wartende Rolle ist bestätigt.` : `${wanted.email} verwaltet jetzt.`);
    if (wanted.insteadOf !== null) say(`${wanted.insteadOf} verwaltet nicht mehr; alle Sitzungen und Zugangstoken sind beendet.`);
    say(`Hat das Konto noch kein Passwort, setzt dieser Link eines (einmal, ${DAYS} Tage): ${config.origin}/einladung/${secret}`);
    say("Das steht im Protokoll der Verwaltung.");
  } finally {
    await store.close();
  }
});

function readCall(args: readonly string[]): { tenant: string; email: string; insteadOf: string | null } {
  try {
    const { values } = parseArgs({ args: [...args], options: { kommune: { type: "string" }, email: { type: "string" }, statt: { type: "string" } } });
    const [email, insteadOf] = [values.email?.trim().toLowerCase() ?? "", values.statt?.trim().toLowerCase() ?? null];
    if (values.kommune === undefined || [email, insteadOf ?? email].some((one) => !/^[^@\s]+@[^@\s]+$/.test(one))) throw new StartProblem(CALL);
    return { tenant: values.kommune, email, insteadOf };
  } catch (error) {
    throw error instanceof StartProblem ? error : new StartProblem(`${(error as Error).message}\n${CALL}`);
  }
}
