// node bin/einklang.mjs portal: the person's own page in a process of its own, which has no key and no right of the staff's
import { existsSync } from "node:fs";
import { join } from "node:path";
import pino from "pino";
import { buildAssets } from "../ui/index.ts";
import { runCommand } from "./command.ts";
import { openPortal } from "./portal-process.ts";
import { StartProblem } from "./postgres.ts";

await runCommand(async (config, _args, say) => {
  if (config.portalPort === 0 || config.portalOrigin === null) throw new StartProblem("Für die eigene Seite fehlen PORTAL_PORT und PORTAL_ORIGIN.");
  if (!existsSync(join(config.portalKeyDir, "connection.json"))) throw new StartProblem(`In ${config.portalKeyDir} fehlt connection.json: Starten Sie zuerst Einklang selbst, es legt die Datei dort ab.`);
  await buildAssets(join(import.meta.dirname, "..", "..", "dist", "assets"));
  const portal = await openPortal(config, pino({ level: config.logLevel }));
  say(`Die eigene Seite der Personen läuft: ${portal.address}\nBeenden mit Strg-C.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  });
  await portal.stop();
  process.exit();
});
