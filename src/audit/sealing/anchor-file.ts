import { mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { monthOf } from "./access-record.ts";
import type { Statement } from "./statement.ts";

const FILE = /^anchors-\d{4}-\d{2}\.ndjson$/;
export const PUBLIC_KEY_FILE = "public-key.pem";

/** Appends and syncs (file and directory). One writer at a time, which is the caller's to see to. */
export async function appendAnchor(dir: string, statement: Statement): Promise<void> {
  await mkdir(dir, { recursive: true });
  await using file = await open(join(dir, `anchors-${monthOf(statement.at)}.ndjson`), "a", 0o644);
  // A line of its own, even after one that a crash tore; empty lines mean nothing.
  await file.writeFile(`\n${JSON.stringify(statement)}\n`);
  await file.sync();
  await syncDirectory(dir);
}

/** The statement that the next one must follow; null where there is none yet. A torn last line is passed over. */
export async function lastStatement(dir: string): Promise<Statement | null> {
  let names: string[];
  try {
    names = await readdir(dir);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  for (const name of names.filter((n) => FILE.test(n)).sort().reverse()) {
    for (const line of (await readFile(join(dir, name), "utf8")).split("\n").reverse()) {
      const statement = parseStatement(line);
      if (statement !== null) return statement;
    }
  }
  return null;
}

/** Lays the public key beside the anchors. Hand a copy to the verifier on another way as well: who can replace both proves nothing. */
export async function publishKey(dir: string, publicKeyPem: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await using file = await open(join(dir, PUBLIC_KEY_FILE), "w", 0o644);
  await file.writeFile(publicKeyPem);
  await file.sync();
  await syncDirectory(dir);
}

function parseStatement(line: string): Statement | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "signature" in value ? (value as Statement) : null;
  } catch {
    return null;
  }
}

async function syncDirectory(dir: string): Promise<void> {
  await using handle = await open(dir, "r");
  await handle.sync();
}
