import { record } from "../../audit/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, openText, sealNeeded, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { decideItem, decideSwitch, type ItemInput, type SwitchInput } from "./decide-switch.ts";
import { dueOf } from "./propose.ts";
import { getChecklist, getItem, insertChecklist, insertItem, type ItemRow, listChecklists, listItems, setItemState, settleChecklist, updateItem } from "./switches.sql.ts";
import { findTemplate } from "./templates.ts";

async function grantedSwitch(tx: ReadTx, asking: Asking, file: CaseFile, input: SwitchInput): Promise<SwitchInput> {
  const [persons, known] = await Promise.all([listCasePersons(tx, file.id), listChecklists(tx, asking.session, [file.id])]);
  const personIds = persons.filter((p) => p.left_on === null).map((p) => p.person_id);
  const isThere = known.some((k) => k.person_id === input.personId && k.template === input.template && k.event_on === input.eventOn);
  return granted(decideSwitch(input, { personIds, isThere, isEnded: file.closed_on !== null }));
}

/** Makes the checklist with the items of its template: each with its day and whoever does it, all of them to be changed. */
export async function takeOnSwitch(tx: WriteTx, asking: Asking, caseId: string, input: SwitchInput, source: "computed" | "typed"): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const { template, personId, eventOn } = await grantedSwitch(tx, asking, file, input);
  const id = newId();
  await insertChecklist(tx, asking.session, { id, caseId, personId, template, eventOn, source, declined: null });
  for (const [i, item] of findTemplate(template)!.items.entries()) {
    const itemId = newId();
    await insertItem(tx, asking.session, {
      id: itemId, caseId, checklistId: id, position: i + 1, key: item.key, ownerKind: item.owner, dueOn: dueOf(eventOn, item.days, asking.today),
      titleCt: sealNeeded(asking, file.key_ref, "switch_items.title_ct", itemId, item.title),
      ownerCt: sealText(asking, file.key_ref, "switch_items.owner_ct", itemId, item.office),
    });
  }
  await record(tx, asking, { action: "switch.taken_on", objectKind: "switch_checklist", objectIds: [id], caseId });
  return id;
}

export async function declineSwitch(tx: WriteTx, asking: Asking, caseId: string, input: SwitchInput, reason: string): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const { template, personId, eventOn } = await grantedSwitch(tx, asking, file, input);
  const id = newId();
  const reasonCt = sealNeeded(asking, file.key_ref, "switch_checklists.reason_ct", id, reason);
  await insertChecklist(tx, asking.session, { id, caseId, personId, template, eventOn, source: "computed", declined: { reasonCt, on: asking.today } });
  await record(tx, asking, { action: "switch.declined", objectKind: "switch_checklist", objectIds: [id], caseId });
}

export async function addItem(tx: WriteTx, asking: Asking, caseId: string, checklistId: string, input: ItemInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  await getChecklist(tx, caseId, checklistId);
  const { title, ownerKind, ownerName, dueOn } = granted(decideItem(input));
  const id = newId();
  const position = Math.min(200, 1 + Math.max(0, ...(await listItems(tx, caseId)).filter((i) => i.checklist_id === checklistId).map((i) => i.position)));
  await insertItem(tx, asking.session, {
    id, caseId, checklistId, position, key: "", ownerKind, dueOn,
    titleCt: sealNeeded(asking, file.key_ref, "switch_items.title_ct", id, title), ownerCt: sealText(asking, file.key_ref, "switch_items.owner_ct", id, ownerName),
  });
  await settleChecklist(tx, caseId, checklistId, asking.today);
  await record(tx, asking, { action: "switch_item.added", objectKind: "switch_item", objectIds: [id], caseId });
  return id;
}

export interface ItemChange extends ItemInput {
  readonly state: ItemRow["state"];
  readonly note: string;
}
export async function changeItem(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: ItemChange): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getItem(tx, caseId, id);
  const { title, ownerKind, ownerName, dueOn } = granted(decideItem(input));
  const settledOn = input.state === "open" ? null : before.state === input.state ? before.settled_on : asking.today;
  const changed = await updateItem(tx, caseId, id, version, {
    titleCt: sealNeeded(asking, file.key_ref, "switch_items.title_ct", id, title), ownerKind, ownerCt: sealText(asking, file.key_ref, "switch_items.owner_ct", id, ownerName),
    dueOn, state: input.state, noteCt: sealText(asking, file.key_ref, "switch_items.note_ct", id, input.note), settledOn,
  });
  if (changed !== 1) throw new Stale({ ...(await currentItem(tx, asking, caseId, id)) });
  await settleChecklist(tx, caseId, before.checklist_id, asking.today);
  await record(tx, asking, { action: "switch_item.changed", objectKind: "switch_item", objectIds: [id], caseId });
}

/** One click. Done twice is done. */
export async function finishItem(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  const item = await getItem(tx, caseId, id);
  await setItemState(tx, caseId, id, "done", asking.today);
  await settleChecklist(tx, caseId, item.checklist_id, asking.today);
  await record(tx, asking, { action: "switch_item.done", objectKind: "switch_item", objectIds: [id], caseId });
}

export interface Item {
  readonly id: string;
  readonly caseId: string;
  readonly checklistId: string;
  readonly key: string;
  readonly title: string;
  readonly ownerKind: ItemRow["owner_kind"];
  readonly ownerName: string;
  readonly dueOn: CalendarDay;
  readonly state: ItemRow["state"];
  readonly note: string;
  readonly settledOn: CalendarDay | null;
  readonly version: number;
}
export const openItem = (asking: Pick<Asking, "app" | "session">, keyRef: string, row: ItemRow): Item => ({
  id: row.id, caseId: row.case_id, checklistId: row.checklist_id, key: row.item_key, title: openText(asking, keyRef, "switch_items.title_ct", row.id, row.title_ct), ownerKind: row.owner_kind,
  ownerName: openText(asking, keyRef, "switch_items.owner_ct", row.id, row.owner_ct), dueOn: row.due_on, state: row.state, note: openText(asking, keyRef, "switch_items.note_ct", row.id, row.note_ct), settledOn: row.settled_on, version: row.version,
});
export const currentItem = async (tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Item> =>
  openItem(asking, (await getCaseFile(tx, caseId)).key_ref, await getItem(tx, caseId, id));
