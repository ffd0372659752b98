// npm run migrate: brings the database to this version and ends. The start does the same by itself.
import { runCommand } from "./command.ts";
import { openStore } from "./store.ts";

await runCommand(async (config, _args, say) => {
  const store = await openStore(config);
  await store.close();
  say(store.applied.length === 0 ? "Die Datenbank ist auf dem Stand dieser Version." : `Angewendet: ${store.applied.join(", ")}.`);
});
