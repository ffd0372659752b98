import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getInterpreter, insertInterpreter, type InterpreterFields, updateInterpreter } from "./interpreters.sql.ts";

const noteKept = (tx: WriteTx, asking: Asking, id: string) => record(tx, asking, { action: "interpreter.changed", objectKind: "interpreter", objectIds: [id] });

export async function addInterpreter(tx: WriteTx, asking: Asking, input: InterpreterFields): Promise<string> {
  const id = newId();
  await insertInterpreter(tx, asking.session, id, input);
  await noteKept(tx, asking, id);
  return id;
}
/** Who is out of the pool stays readable where they were asked. */
export async function changeInterpreter(tx: WriteTx, asking: Asking, id: string, version: number, input: InterpreterFields, isRetired: boolean): Promise<void> {
  const before = await getInterpreter(tx, id);
  if ((await updateInterpreter(tx, id, version, input, isRetired)) !== 1) throw new Stale({ ...before });
  await noteKept(tx, asking, id);
}
