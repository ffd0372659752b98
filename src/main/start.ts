// npm start: the whole product in one process. npm start -- --empty [--kommune "Name"] [--email ADRESSE] [--email ZWEITE]
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import type { Config } from "../config.ts";
import { DEMO_CARD, DEMO_PASSWORD, DEMO_PIN, DEMO_SIGN_INS, loadLindenau } from "../demo/index.ts";
import { type Application, listenProblem, openApplication } from "./application.ts";
import { runCommand, type Say } from "./command.ts";
import { asOwner, type FirstTenant, makeFirstTenant, tenantsOf } from "./first-tenant.ts";
import { StartProblem } from "./postgres.ts";
import type { Store } from "./store.ts";

interface Options {
  readonly empty: boolean;
  readonly name: string;
  /** the two who administer a new municipality */
  readonly emails: readonly [string, string];
}

await runCommand(async (config, args, say) => {
  const began = Date.now();
  const options = optionsOf(args);
  // from the first moment on: Ctrl-C while the first start still loads must not leave a server behind
  const stopSignal = untilStopped();
  await demandFreePort(config);
  say(config.databaseUrl === null ? "Einklang startet mit dem mitgebrachten PostgreSQL …" : "Einklang startet mit dem PostgreSQL aus DATABASE_URL …");
  let first: FirstTenant | null = null;
  const application = await openApplication(config, {
    prepare: async (store) => {
      first = await prepare(store, options, say);
    },
  });
  await greet(application, first, say, began);
  const signal = await stopSignal;
  say(signal === "SIGINT" ? "\nEinklang wird beendet …" : "Einklang wird beendet …");
  await application.stop();
  say("Beendet.");
  process.exit();
});

function optionsOf(args: readonly string[]): Options {
  const problem = (text: string): StartProblem => new StartProblem(`${text}\nAufruf: npm start, oder npm start -- --empty [--kommune "Name"] [--email ADRESSE --email ZWEITE-ADRESSE]`);
  try {
    const { values } = parseArgs({ args: [...args], options: { empty: { type: "boolean" }, kommune: { type: "string" }, email: { type: "string", multiple: true } } });
    const [first = "verwaltung@kommune.example", second = "zweite-verwaltung@kommune.example", ...more] = (values.email ?? []).map((email) => email.toLowerCase());
    const wrong = [first, second].find((email) => !/^[^@\s]+@[^@\s]+$/.test(email));
    if (wrong !== undefined) throw problem(`${wrong} ist keine E-Mail-Adresse.`);
    if (more.length > 0 || first === second) throw problem("Für den Anfang braucht es zwei verschiedene Personen.");
    return { empty: values.empty ?? false, name: values.kommune?.trim() || "Neue Kommune", emails: [first, second] };
  } catch (error) {
    throw error instanceof StartProblem ? error : problem((error as Error).message);
  }
}

function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(signal));
  });
}

/** Asked before anything is started: the sentence comes at once, and not after the first data were loaded. */
function demandFreePort(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(config, error)));
    probe.listen({ host: config.host, port: config.port }, () => probe.close(() => resolve()));
  });
}

/** The very first start fills the database; every later one finds it filled and changes nothing. */
async function prepare(store: Store, options: Options, say: Say): Promise<FirstTenant | null> {
  if ((await tenantsOf(store)).length > 0) {
    if (options.empty) say("Es gibt schon Daten: --empty ändert daran nichts. Für einen leeren Anfang nennen Sie andere Ordner (EINKLANG_DATA_DIR, EINKLANG_KEY_DIR).");
    return null;
  }
  if (options.empty) return makeFirstTenant(store, options.name, options.emails);
  say("Erster Start: Der erfundene Kreis Lindenau wird angelegt …");
  await asOwner(store, (owner) => loadLindenau(owner, store.vault, new Date(), store.filesDir));
  return null;
}

async function greet({ store, address, portal }: Application, first: FirstTenant | null, say: Say, began: number): Promise<void> {
  const tenants = await tenantsOf(store);
  say(`\nEinklang läuft: ${address}   (bereit nach ${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  if (store.postgres.warning !== null) say(`Achtung: ${store.postgres.warning}\n`);
  if (first !== null) sayFirst(first, address, say);
  else if (tenants.some((t) => t.is_demo && t.name === "Kreis Lindenau")) {
    say(`Anmelden beim Kreis Lindenau (alles erfunden), Passwort für alle: ${DEMO_PASSWORD}`);
    const width = Math.max(...DEMO_SIGN_INS.map(({ email }) => email.length));
    for (const { email, who } of DEMO_SIGN_INS) say(`  ${email.padEnd(width)}  ${who}`);
  } else say(`Kommunen: ${tenants.map((t) => t.name).join(", ")}.`);
  if (portal !== null && "problem" in portal) say(`\nAchtung: ${portal.problem}`);
  else if (portal !== null) {
    say(`\nEigene Seite der Personen: ${portal.address}`);
    // invented, and told only where nobody else can ask
    if (store.config.isLoopback && tenants.some((t) => t.is_demo && t.name === "Kreis Lindenau")) say(`  zum Ausprobieren: ${portal.address}/start?k=${DEMO_CARD}   PIN: ${DEMO_PIN}`);
  }
  say("\nBeenden mit Strg-C.");
}

function sayFirst(first: FirstTenant, address: string, say: Say): void {
  say(`${first.name} ist angelegt, mit zwei Personen in der Verwaltung: Was die eine vergibt, bestätigt die andere.`);
  say(`Hier setzen sie ihr Passwort; jeder Link gilt einmal und ${first.days} Tage und wird nicht noch einmal gezeigt:`);
  for (const { email, invitation } of first.administrators) say(`  ${email}\n    ${address}${invitation}`);
  if (!first.isTrial) return;
  say("\nDiese Kommune ist nur zum Ausprobieren angelegt und auf jeder Seite so gekennzeichnet, weil dem mitgebrachten PostgreSQL Sicherheitskorrekturen fehlen.");
  say("Für echte Daten beginnen Sie neu, mit DATABASE_URL oder, wenn Sie das Risiko kennen, mit EINKLANG_ALLOW_OLD_POSTGRES=yes.");
}
