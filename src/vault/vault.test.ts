import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Binding, KeyDestroyed, KeyMissing, openVault, Tampered, VaultUnusable } from "./index.ts";

const run = promisify(execFile);
const place: Binding = { tenant: "t1", table: "contacts", column: "text", row: "r1", version: 1 };
let home: string;
let dir: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "einklang-vault-"));
  dir = join(home, "keys");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const batches = (): string[] => readdirSync(dir).filter((name) => name.endsWith(".keys"));

/** Runs a script in a process of its own that shares the key directory. */
async function elsewhere(body: string, shell = ""): Promise<string> {
  const script = `import { openVault } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};\nconst dir = ${JSON.stringify(dir)};\n${body}`;
  const file = join(home, `other-${Math.random()}.mts`);
  writeFileSync(file, script);
  const { stdout } = await run("bash", ["-c", `${shell} exec "$0" --import tsx "$1"`, process.execPath, file], { cwd: process.cwd() });
  return stdout.trim();
}

describe("a value", () => {
  test("any text comes back as it was sealed, also in a later process", async () => {
    const vault = await openVault(dir);
    const ref = vault.newKey();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        expect(vault.open(ref, vault.seal(ref, text, place), place)).toBe(text);
      }),
    );
    const sealed = vault.seal(ref, "Sie möchte nicht, dass ihr Mann davon weiß.", place);
    vault.close();
    const later = await openVault(dir);
    expect(later.open(ref, sealed, place)).toBe("Sie möchte nicht, dass ihr Mann davon weiß.");
  });

  test("it opens nowhere but in its own tenant, table, column, row and version, however the fields are shifted", async () => {
    const vault = await openVault(dir);
    const ref = vault.newKey();
    const field = fc.string({ maxLength: 4 });
    const binding = fc.record({ tenant: field, table: field, column: field, row: field, version: fc.nat(20) });
    fc.assert(
      fc.property(binding, binding, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(() => vault.open(ref, vault.seal(ref, "geheim", a), b)).toThrow(Tampered);
      }),
    );
    expect(() => vault.open(ref, vault.seal(ref, "x", { ...place, row: "ab", column: "c" }), { ...place, row: "a", column: "bc" })).toThrow(Tampered);
  });

  test("every flipped bit, every cut and another person's key are noticed", async () => {
    const vault = await openVault(dir);
    const [ref, other] = vault.newKeys(2) as unknown as [string, string];
    const sealed = vault.seal(ref, "vertraulich", place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const bent = Buffer.from(sealed);
      bent[bit >> 3] = bent[bit >> 3]! ^ (1 << (bit & 7));
      expect(() => vault.open(ref, bent, place)).toThrow(Tampered);
    }
    for (let length = 0; length < sealed.length; length += 1) expect(() => vault.open(ref, sealed.subarray(0, length), place)).toThrow(Tampered);
    expect(() => vault.open(other, sealed, place)).toThrow(Tampered);
  });

  test("the same text sealed twice does not look the same", async () => {
    const vault = await openVault(dir);
    const ref = vault.newKey();
    expect(vault.seal(ref, "ja", place).equals(vault.seal(ref, "ja", place))).toBe(false);
  });
});

describe("keys", () => {
  test("three thousand new keys are three thousand different references that a fresh process can use", async () => {
    const vault = await openVault(dir, { cachedKeys: 10 });
    const refs = [...vault.newKeys(2_500), ...Array.from({ length: 500 }, () => vault.newKey())];
    expect(new Set(refs).size).toBe(3_000);
    expect(batches()).toHaveLength(3);
    const sealed = refs.map((ref) => vault.seal(ref, ref, place));
    const later = await openVault(dir);
    for (const [i, ref] of refs.entries()) expect(later.open(ref, sealed[i]!, place)).toBe(ref);
  });

  test("several processes starting at once share the secrets and never give out one slot twice", async () => {
    const script = `const v = await openVault(dir); console.log(JSON.stringify([v.newKeys(50), v.signingKey().fingerprint, v.installationSecret("csrf").toString("hex")]));`;
    const found = (await Promise.all([1, 2, 3].map(() => elsewhere(script)))).map((out) => JSON.parse(out) as [string[], string, string]);
    expect(new Set(found.flatMap(([refs]) => refs)).size).toBe(150);
    expect(new Set(found.map(([, fingerprint]) => fingerprint)).size).toBe(1);
    expect(new Set(found.map(([, , secret]) => secret)).size).toBe(1);
  });

  test("a reference that is no reference, or whose batch is not there, is a missing key and touches no other path", async () => {
    const vault = await openVault(dir);
    const ref = vault.newKey();
    for (const bad of ["", "../../etc/passwd", `${ref}0000`, ref.replace(/:.*/, ":1024"), ref.replace(/:.*/, ":-1"), "00000000-0000-7000-8000-000000000000:0"])
      expect(() => vault.seal(bad, "x", place)).toThrow(KeyMissing);
  });

  test("a batch whose header was damaged is refused, not used", async () => {
    const vault = await openVault(dir, { cachedKeys: 1 });
    const [first] = vault.newKeys(2) as unknown as [string, string];
    const path = join(dir, batches()[0]!);
    const bytes = readFileSync(path);
    bytes[20] = bytes[20]! ^ 1;
    writeFileSync(path, bytes);
    expect(() => vault.seal(first, "x", place)).toThrow(VaultUnusable);
  });

  test("a disk that takes no more bytes says so in German and leaves no half batch", async () => {
    (await openVault(dir)).close();
    const script = `const v = await openVault(dir); try { v.newKey(); } catch (e) { console.log(e.message); }`;
    expect(await elsewhere(script, "trap '' XFSZ; ulimit -f 8; export TSX_DISABLE_CACHE=1;")).toContain("voll");
    expect(readdirSync(dir).filter((name) => name.endsWith(".tmp") || name.endsWith(".keys"))).toEqual([]);
  });

  test("all files are for their owner only, and what a crash left half-written is swept after an hour", async () => {
    const vault = await openVault(dir);
    vault.newKey();
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o077).toBe(0);
    writeFileSync(join(dir, ".old.keys.aa.tmp"), "half");
    writeFileSync(join(dir, ".young.keys.aa.tmp"), "half");
    await run("touch", ["-d", "2 hours ago", join(dir, ".old.keys.aa.tmp")]);
    await openVault(dir);
    expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([".young.keys.aa.tmp"]);
  });
});

describe("the directory", () => {
  test("one that others may read is refused with the command that closes it; an empty one is closed", async () => {
    mkdirSync(dir, { mode: 0o755 });
    chmodSync(dir, 0o755);
    (await openVault(dir)).close();
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    chmodSync(dir, 0o750);
    await expect(openVault(dir)).rejects.toThrow(/chmod 700/);
    await expect(openVault(dir)).rejects.toThrow(VaultUnusable);
  });

  test("batches without the installation's secret or signing key are a half-restored directory and refused", async () => {
    (await openVault(dir)).newKey();
    rmSync(join(dir, "signing.key"));
    await expect(openVault(dir)).rejects.toThrow(/signing\.key/);
  });

  test("secrets of different names are unrelated and the same after a restart", async () => {
    const first = await openVault(dir);
    const second = await openVault(dir);
    expect(first.installationSecret("csrf")).toEqual(second.installationSecret("csrf"));
    expect(first.installationSecret("csrf")).not.toEqual(first.installationSecret("totp"));
  });
});

describe("destroying", () => {
  test("the destroyed key opens nothing any more and leaves no bytes; its neighbour still works", async () => {
    const vault = await openVault(dir);
    const [gone, stays] = vault.newKeys(2) as unknown as [string, string];
    const [a, b] = [vault.seal(gone, "a", place), vault.seal(stays, "b", place)];
    const before = readFileSync(join(dir, batches()[0]!)).subarray(64, 96);
    await vault.destroy([gone]);
    expect(() => vault.open(gone, a, place)).toThrow(KeyDestroyed);
    expect(() => vault.seal(gone, "a", place)).toThrow(KeyDestroyed);
    expect(vault.open(stays, b, place)).toBe("b");
    expect(readFileSync(join(dir, batches()[0]!)).includes(before)).toBe(false);
    await vault.destroy([gone]);
  });

  test("another running process that has the key in memory forgets it at once", async () => {
    const one = await openVault(dir);
    const two = await openVault(dir);
    const ref = one.newKey();
    const sealed = one.seal(ref, "weg", place);
    expect(two.open(ref, sealed, place)).toBe("weg");
    await one.destroy([ref]);
    expect(() => two.open(ref, sealed, place)).toThrow(KeyDestroyed);
  });

  test("a crash between the log line and the zeros is finished at the next start", async () => {
    const vault = await openVault(dir);
    const [ref] = vault.newKeys(1) as unknown as [string];
    const batch = join(dir, batches()[0]!);
    const before = readFileSync(batch);
    await vault.destroy([ref]);
    vault.close();
    writeFileSync(batch, before);
    const later = await openVault(dir);
    expect(() => later.seal(ref, "x", place)).toThrow(KeyDestroyed);
    expect(readFileSync(batch).equals(before)).toBe(false);
  });

  test("a torn line in the log is passed over and counted, and neither hides nor joins the next one", async () => {
    const vault = await openVault(dir);
    const [one, two] = vault.newKeys(2) as unknown as [string, string];
    await vault.destroy([one]);
    const log = join(dir, "erasure.log");
    const line = readFileSync(log, "utf8").trim();
    writeFileSync(log, line.replace(one, two).slice(0, -1), { flag: "a" });
    const [three] = vault.newKeys(1) as unknown as [string];
    await vault.destroy([three]);
    const later = await openVault(dir);
    expect((await later.replayErasures()).unreadableLines).toBe(1);
    expect(() => later.seal(three, "x", place)).toThrow(KeyDestroyed);
    expect(later.open(two, later.seal(two, "bleibt", place), place)).toBe("bleibt");
  });
});

describe("backup", () => {
  test("an old key backup laid over the whole directory is purged by the mirrored log before anything is served", async () => {
    const erasureMirror = join(home, "elsewhere.log");
    const vault = await openVault(dir, { erasureMirror });
    const [ref] = vault.newKeys(1) as unknown as [string];
    const sealed = vault.seal(ref, "gelöscht", place);
    await vault.backupTo(join(home, "backup"));
    await vault.destroy([ref]);
    vault.close();
    rmSync(dir, { recursive: true });
    cpSync(join(home, "backup"), dir, { recursive: true });
    chmodSync(dir, 0o700);
    const control = await openVault(join(home, "backup"));
    expect(control.open(ref, sealed, place)).toBe("gelöscht");
    const restored = await openVault(dir, { erasureMirror });
    expect(() => restored.open(ref, sealed, place)).toThrow(KeyDestroyed);
  });

  test("restoring what was lost brings keys and secrets back and no destroyed key with them", async () => {
    const { restoreKeys } = await import("./index.ts");
    const vault = await openVault(dir);
    const [gone, kept] = vault.newKeys(2) as unknown as [string, string];
    const secret = vault.installationSecret("csrf");
    const sealed = vault.seal(kept, "bleibt", place);
    await vault.backupTo(join(home, "backup"));
    await vault.destroy([gone]);
    vault.close();
    for (const name of batches()) rmSync(join(dir, name));
    rmSync(join(dir, "installation.secret"));
    expect((await restoreKeys(join(home, "backup"), dir)).restored).toBe(2);
    const restored = await openVault(dir);
    expect(restored.open(kept, sealed, place)).toBe("bleibt");
    expect(restored.installationSecret("csrf")).toEqual(secret);
    expect(() => restored.seal(gone, "x", place)).toThrow(KeyDestroyed);
  });
});
