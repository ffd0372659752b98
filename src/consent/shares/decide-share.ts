import { addDays, type CalendarDay } from "../../kernel/calendar-day.ts";
import { accept, type Decision, refuse, type Refusal } from "../../kernel/refusal.ts";
import { type Category, cellOf, readCell } from "../consent-words.ts";
import type { CarryingConsentRow } from "./shares.sql.ts";

export interface ShareInput {
  readonly organisationId: string;
  readonly cells: readonly string[];
  readonly untilOn: CalendarDay | null;
}
export interface ShareFacts {
  readonly today: CalendarDay;
  /** consents in force of this case, of all recipients */
  readonly consents: readonly CarryingConsentRow[];
  readonly alreadyShared: boolean;
  readonly hasBasis: boolean;
}
export interface NewShareTerms {
  readonly organisationId: string;
  readonly consentIds: readonly string[];
  readonly categories: readonly Category[];
  readonly untilOn: CalendarDay;
}

const WALL: ReadonlySet<string> = new Set(["immigration_office", "naturalisation_office", "land_authority"]);

/** A share lasts as long as the first of its consents, at most; what it shows is never more than they cover. */
export function decideShare(input: ShareInput, facts: ShareFacts): Decision<NewShareTerms> {
  const carrying = facts.consents.filter((c) => c.recipient_id === input.organisationId);
  const refusals: Refusal[] = [];
  const [first] = carrying;
  if (first === undefined) {
    return refuse({ code: "no-consent", field: "organisationId", sentence: "Für diese Stelle gilt keine Einwilligung. Nehmen Sie zuerst eine auf.", norm: "Art. 6 Abs. 1 Buchst. a DSGVO" });
  }
  if (WALL.has(first.recipient_kind)) refusals.push({ code: "never-towards-an-authority", field: "organisationId", sentence: "Für Ausländer- und Einbürgerungsbehörden gibt es keine Freigabe, nur die einzelne Übermittlung.", norm: "§ 88 AufenthG" });
  if (!first.has_partner_room) refusals.push({ code: "no-partner-room", field: "organisationId", sentence: "Diese Stelle arbeitet noch nicht in Einklang. Geben Sie, was nötig ist, als Übermittlung weiter." });
  if (facts.alreadyShared) refusals.push({ code: "already-shared", field: "organisationId", sentence: "Für diese Stelle gibt es schon eine Freigabe. Ändern Sie diese." });
  if (!facts.hasBasis) refusals.push({ code: "no-basis", sentence: "Im Verzeichnis der Rechtsgrundlagen fehlt die Einwilligung. Die Verwaltung der Kommune kann sie eintragen." });
  const categories = input.cells.map(readCell).filter((c): c is Category => c !== null && c.lifeArea !== "");
  const covered = new Set(carrying.flatMap((c) => c.categories.map(cellOf)));
  if (categories.length === 0) refusals.push({ code: "nothing-chosen", field: "cells", sentence: "Wählen Sie, was die Stelle sehen und bearbeiten soll." });
  else if (categories.some((c) => !covered.has(cellOf(c)))) refusals.push({ code: "not-covered", field: "cells", sentence: "Die Einwilligung deckt nicht alles, was Sie gewählt haben." });
  const latest = carrying.map((c) => c.expires_on).toSorted()[0]!;
  const untilOn = input.untilOn ?? latest;
  if (untilOn < facts.today) refusals.push({ code: "in-the-past", field: "untilOn", sentence: "Der letzte Tag liegt in der Vergangenheit." });
  if (untilOn > latest) refusals.push({ code: "longer-than-consent", field: "untilOn", sentence: "Länger als die Einwilligung kann die Freigabe nicht gelten." });
  return refusals.length > 0 ? refuse(...refusals) : accept({ organisationId: input.organisationId, consentIds: carrying.map((c) => c.id), categories, untilOn });
}

export interface TaskInput {
  readonly title: string;
  readonly dueOn: CalendarDay;
  readonly lifeAreas: readonly string[];
  readonly personId: string | null;
}
/** A task for a partner needs a life area that is shared for tasks: without one nobody there could read it. */
export function decidePartnerTask(input: TaskInput, facts: { today: CalendarDay; categories: readonly Category[]; personIds: readonly string[] }): Decision<TaskInput> {
  const refusals: Refusal[] = [];
  const shared = new Set(facts.categories.filter((c) => c.kind === "task").map((c) => c.lifeArea));
  if (input.lifeAreas.length === 0) refusals.push({ code: "no-life-area", field: "lifeAreas", sentence: "Wählen Sie den Lebensbereich, um den es geht." });
  else if (input.lifeAreas.some((area) => !shared.has(area))) refusals.push({ code: "not-shared", field: "lifeAreas", sentence: "Aufgaben in diesem Lebensbereich sind nicht freigegeben." });
  if (input.dueOn < facts.today) refusals.push({ code: "in-the-past", field: "dueOn", sentence: "Der Tag liegt in der Vergangenheit." });
  if (input.dueOn > addDays(facts.today, 730)) refusals.push({ code: "too-far", field: "dueOn", sentence: "Wählen Sie einen Tag in den nächsten zwei Jahren." });
  if (input.personId !== null && !facts.personIds.includes(input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  return refusals.length > 0 ? refuse(...refusals) : accept(input);
}
