import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { insertView, listViews, type SavedView } from "./saved-views.sql.ts";

const MOST_VIEWS = 12;

export function decideView(name: string, existing: readonly Pick<SavedView, "name">[]): Decision<string> {
  const refusals: Refusal[] = [];
  if (name === "") refusals.push({ code: "view-without-name", field: "name", sentence: "Geben Sie der Ansicht einen Namen." });
  if (existing.some((view) => view.name === name)) refusals.push({ code: "view-name-taken", field: "name", sentence: "Eine Ansicht dieses Namens haben Sie schon." });
  if (existing.length >= MOST_VIEWS) refusals.push({ code: "too-many-views", sentence: `Mehr als ${MOST_VIEWS} Ansichten passen nicht nebeneinander. Löschen Sie erst eine.` });
  return decide(refusals, () => name);
}

/** `query` comes from the list's own address, without what was searched for. */
export async function keepView(tx: WriteTx, asking: Asking, name: string, query: string): Promise<string> {
  const decision = decideView(name, await listViews(tx, asking.session.tenantId));
  if (!decision.ok) throw new Refused(decision.refusals);
  const id = newId();
  await insertView(tx, asking.session, { id, name: decision.value, query });
  return id;
}
