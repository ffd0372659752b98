import { addDays, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { isWorkingDay } from "../../kernel/holidays-nrw.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { NoticeFacts, TimeLimit } from "./decide-time-limit.ts";
import { REMEDIES } from "./notice-words.ts";

export interface NoticeInput extends NoticeFacts {
  readonly personId: string;
  readonly subject: string;
  readonly issuer: string;
  readonly reference: string;
}

const refusal = (code: string, field: string, sentence: string, norm?: string): Refusal => ({ code, field, sentence, ...(norm === undefined ? {} : { norm }) });

/** Days that can be, and a remedy and a period that the law knows together. */
export function decideNotice(input: NoticeInput, facts: { readonly today: CalendarDay; readonly personIds: readonly string[]; readonly isClosed: boolean }): Decision<NoticeInput> {
  const { issuedOn, madeKnown, madeKnownOn, arrivedOn, law, remedy, period } = input;
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", sentence: "Der Fall ist geschlossen. Nehmen Sie ihn wieder auf, um einen Bescheid zu erfassen." });
  if (!facts.personIds.includes(input.personId)) refusals.push(refusal("person-not-of-the-case", "personId", "Wählen Sie eine Person des Falls."));
  if (input.subject === "") refusals.push(refusal("notice-without-subject", "subject", "Schreiben Sie, worum es in dem Bescheid geht."));
  if (issuedOn > facts.today) refusals.push(refusal("notice-of-the-future", "issuedOn", "Dieser Tag liegt in der Zukunft. Gemeint ist das Datum auf dem Bescheid."));
  if (madeKnownOn !== null && madeKnownOn < issuedOn) refusals.push(refusal("known-before-issued", "madeKnownOn", `Das liegt vor dem Datum des Bescheids (${germanDay(issuedOn)}). Prüfen Sie beide Tage.`));
  if (madeKnownOn !== null && madeKnownOn > facts.today) refusals.push(refusal("known-in-the-future", "madeKnownOn", "Dieser Tag liegt in der Zukunft."));
  const isOnTheDay = madeKnown === "pzu" || madeKnown === "handed_over";
  if (isOnTheDay && madeKnownOn === null) refusals.push(refusal("day-of-service-missing", "madeKnownOn", madeKnown === "pzu" ? "Geben Sie den Tag ein, der auf dem gelben Umschlag steht." : "Geben Sie den Tag ein, an dem der Bescheid übergeben wurde."));
  if (isOnTheDay && arrivedOn !== null) refusals.push(refusal("arrival-does-not-count", "arrivedOn", "Bei Zustellung und Übergabe zählt nur der Tag selbst. Lassen Sie dieses Feld leer."));
  if (!isOnTheDay && arrivedOn !== null && arrivedOn < (madeKnownOn ?? issuedOn)) refusals.push(refusal("arrived-before-sent", "arrivedOn", "Der Bescheid kann nicht ankommen, bevor er abgeschickt wurde."));
  if (arrivedOn !== null && arrivedOn > facts.today) refusals.push(refusal("arrived-in-the-future", "arrivedOn", "Dieser Tag liegt in der Zukunft."));
  if (law === "asylum" && remedy === "objection") refusals.push(refusal("no-objection-in-asylum-law", "remedy", "Gegen Entscheidungen nach dem Asylgesetz gibt es keinen Widerspruch, nur die Klage.", "§ 11 AsylG"));
  if (law === "asylum" && period === "one_month") refusals.push(refusal("no-month-in-asylum-law", "period", "Im Asylrecht ist die Frist zwei Wochen oder eine Woche. Schauen Sie in die Belehrung.", "§ 74 Abs. 1 AsylG"));
  if (law !== "asylum" && period !== "one_month") refusals.push(refusal("weeks-are-asylum-law", "period", "Wochen gibt es nur im Asylrecht. Sonst ist es ein Monat."));
  return decide(refusals, () => input);
}

/** When to look at it: so many days before the end that is beyond dispute, on a working day, and never before today. */
export function reminderDay({ dueOn, safeOn }: TimeLimit, leadDays: number, today: CalendarDay): CalendarDay {
  let day = addDays(safeOn >= today ? safeOn : dueOn, -leadDays);
  while (day > today && !isWorkingDay(day)) day = addDays(day, -1);
  return day < today ? today : day;
}

const RESTORATION = { administrative: "§ 60 VwGO", asylum: "§ 60 VwGO", social: "§ 67 SGG" } as const;
export function reminderTitle(input: NoticeInput, { dueOn, safeOn }: TimeLimit, today: CalendarDay): string {
  const what = `Bescheid „${input.subject.slice(0, 100)}“`;
  return dueOn < today ? `${what}: Frist am ${germanDay(dueOn)} abgelaufen. Wiedereinsetzung prüfen (${RESTORATION[input.law]})` : `${what}: ${REMEDIES[input.remedy]} bis ${germanDay(safeOn >= today ? safeOn : dueOn)}${safeOn >= today && safeOn < dueOn ? ` (spätestens ${germanDay(dueOn)})` : ""}`;
}
