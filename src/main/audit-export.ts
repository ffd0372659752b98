// npm run audit:export -- FILE: the whole access record with its seals, for audit:verify. It needs the keys of the installation.
import { open, rename } from "node:fs/promises";
import { anchorChains, exportRecord, sealRecords } from "../audit/index.ts";
import { runCommand } from "./command.ts";
import { StartProblem } from "./postgres.ts";
import { openStore } from "./store.ts";

await runCommand(async (config, [file, ...more], say) => {
  if (file === undefined || more.length > 0) throw new StartProblem("Aufruf: npm run audit:export -- DATEI.ndjson");
  const store = await openStore(config);
  try {
    await sealRecords(store.db);
    await anchorChains({ db: store.db, anchorDir: config.anchorDir, signingKey: store.vault.signingKey(), now: new Date() });
    const half = `${file}.${process.pid}`;
    await using out = await open(half, "w", 0o600);
    let buffer = "";
    const flush = async (): Promise<void> => {
      await out.write(buffer);
      buffer = "";
    };
    const lines = await exportRecord(store.db, store.vault.signingKey(), () => new Date(), async (line) => {
      buffer += `${line}\n`;
      if (buffer.length > 1_000_000) await flush();
    });
    await flush();
    await out.sync();
    await rename(half, file);
    say(`${lines} Zeilen in ${file}. Prüfen: npm run audit:verify -- ${file} ${config.anchorDir}`);
  } finally {
    await store.close();
  }
});
