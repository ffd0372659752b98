import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { findTemplate, type OwnerKind } from "./templates.ts";

export interface SwitchInput {
  readonly template: string;
  readonly personId: string;
  readonly eventOn: CalendarDay;
}
export interface SwitchFacts {
  readonly personIds: readonly string[];
  readonly isEnded: boolean;
  /** the same switch of the same person on the same day */
  readonly isThere: boolean;
}

export function decideSwitch(input: SwitchInput, facts: SwitchFacts): Decision<SwitchInput> {
  const refusals: Refusal[] = [];
  if (findTemplate(input.template) === undefined) refusals.push({ code: "unknown-switch", field: "template", sentence: "Dieses Ereignis gibt es nicht. Wählen Sie aus der Liste." });
  if (!facts.personIds.includes(input.personId)) refusals.push({ code: "not-of-the-case", field: "personId", sentence: "Diese Person gehört nicht zum Fall. Wählen Sie aus der Liste." });
  if (facts.isThere) refusals.push({ code: "switch-is-there", field: "eventOn", sentence: "Für diese Person und diesen Tag gibt es die Checkliste schon." });
  if (facts.isEnded) refusals.push({ code: "case-is-ended", sentence: "Der Fall ist beendet. Nehmen Sie ihn zuerst wieder auf." });
  return decide(refusals, () => input);
}

export interface ItemInput {
  readonly title: string;
  readonly ownerKind: OwnerKind;
  readonly ownerName: string;
  readonly dueOn: CalendarDay;
}

export function decideItem(input: ItemInput): Decision<ItemInput> {
  const refusals: Refusal[] = [];
  if (input.title === "") refusals.push({ code: "item-without-title", field: "title", sentence: "Schreiben Sie, was zu tun ist." });
  if ((input.ownerKind === "office" || input.ownerKind === "other") && input.ownerName === "") refusals.push({ code: "owner-without-name", field: "ownerName", sentence: "Schreiben Sie, welche Stelle oder wer das tut." });
  return decide(refusals, () => ({ ...input, ownerName: input.ownerKind === "person" || input.ownerKind === "manager" ? "" : input.ownerName }));
}
