import type { ReadTx } from "../db/index.ts";

export const deleteWhatIsOver = (tx: ReadTx): Promise<{ what: string; rows: number }[]> => tx.query("select what, rows from app.delete_what_is_over()");

export const findUnnamedFiles = async (tx: ReadTx, stored: readonly string[]): Promise<string[]> =>
  (await tx.query<{ name: string }>("select x as name from app.unnamed_files($1) x", [stored])).map((row) => row.name);
