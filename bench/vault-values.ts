import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVault } from "../src/vault/index.ts";

/** Microseconds per value, for a contact note of 600 characters: what sealing and opening cost by themselves. */
export async function measureVault(rounds = 20_000): Promise<Readonly<Record<string, number>>> {
  const home = mkdtempSync(join(tmpdir(), "einklang-vault-bench-"));
  try {
    const vault = await openVault(join(home, "keys"), { cachedKeys: 100 });
    const place = { tenant: "0193a000-0000-7000-8000-000000000001", table: "contacts", column: "text", row: "0193a000-0000-7000-8000-000000000002", version: 3 };
    const text = "Hausbesuch, über den Sprachkurs gesprochen. ".repeat(14);
    const refs = vault.newKeys(rounds);
    const hot = vault.newKey();
    const sealed = vault.seal(hot, text, place);
    const time = (work: (i: number) => void): number => {
      for (let i = 0; i < 1_000; i += 1) work(i);
      const start = performance.now();
      for (let i = 0; i < rounds; i += 1) work(i);
      return Math.round(((performance.now() - start) / rounds) * 10_000) / 10;
    };
    return {
      "seal, key in memory": time(() => vault.seal(hot, text, place)),
      "open, key in memory": time(() => vault.open(hot, sealed, place)),
      "seal, key read from disk": time((i) => vault.seal(refs[i]!, text, place)),
      "new key": time(() => vault.newKey()),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
