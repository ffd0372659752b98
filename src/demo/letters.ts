import { addDays, type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { decideTimeLimit, type NoticeFacts, STARTER_TEXTS, starterPaper } from "../documents/index.ts";
import type { Vault } from "../vault/index.ts";
import type { Caseload } from "./caseload.ts";
import { addPaper } from "./documents.ts";
import type { Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

interface Notice {
  readonly subject: string;
  readonly issuer: string;
  readonly words: string;
  /** days ago: issued, made known */
  readonly ago: readonly [number, number];
  readonly facts: Pick<NoticeFacts, "madeKnown" | "law" | "remedy" | "instruction" | "period">;
  readonly state: "open" | "filed" | "accepted";
}
const NOTICES: readonly Notice[] = [
  { subject: "Ablehnung des Mehrbedarfs für Alleinerziehende", issuer: "Jobcenter Lindenau", words: "Ihr Antrag auf Mehrbedarf wird abgelehnt.", ago: [24, 24], facts: { madeKnown: "post", law: "social", remedy: "objection", instruction: "given", period: "one_month" }, state: "open" },
  { subject: "Ablehnung der Aufenthaltserlaubnis", issuer: "Ausländerbehörde Kreis Lindenau", words: "Die Erteilung der Aufenthaltserlaubnis wird abgelehnt.", ago: [9, 8], facts: { madeKnown: "pzu", law: "administrative", remedy: "court", instruction: "given", period: "one_month" }, state: "open" },
  { subject: "Kürzung der Leistungen nach dem AsylbLG", issuer: "Sozialamt Lindenau", words: "Ihre Leistungen werden ab dem nächsten Monat gekürzt.", ago: [40, 40], facts: { madeKnown: "post", law: "social", remedy: "objection", instruction: "missing", period: "one_month" }, state: "open" },
  { subject: "Ablehnung des Asylantrags (einfach unbegründet)", issuer: "Bundesamt für Migration und Flüchtlinge", words: "Der Antrag auf Asylanerkennung wird abgelehnt.", ago: [6, 5], facts: { madeKnown: "pzu", law: "asylum", remedy: "court", instruction: "given", period: "two_weeks" }, state: "filed" },
  { subject: "Gebühren für die Unterkunft", issuer: "Stadt Lindenau", words: "Für die Unterkunft wird eine Gebühr festgesetzt.", ago: [50, 50], facts: { madeKnown: "post", law: "administrative", remedy: "court", instruction: "given", period: "one_month" }, state: "accepted" },
];

/** Notices with limits that run, texts for letters and a letter paper; with numbers of its own, so that nothing else of the Kreis becomes another. */
export async function addLetters(shared: Caseload, cases: readonly Placed[], staff: { readonly lead: string; readonly administrator: string }, seed: string, files: { readonly vault: Vault; readonly dir: string } | undefined): Promise<void> {
  const random = new SeededRandom(`${seed} letters`, Date.parse(`${shared.today}T03:00:00Z`) - 86_400_000);
  const load: Caseload = { ...shared, random };
  const { rows, tenantId, roomId } = load;
  for (const t of STARTER_TEXTS) rows.add("letter_templates", { tenant_id: tenantId, room_id: roomId, id: random.id(), name: t.name, subject: t.subject, salutation: t.salutation, body: t.body, closing: t.closing, other_language: t.otherLanguage, other_text: t.otherText, created_by: staff.lead });
  rows.add("letter_forms", { tenant_id: tenantId, id: random.id(), name: "Kreisbogen (Beispiel)", content: starterPaper(), places: ["absender_stelle", "empfaenger", "datum", "fall_nummer", "betreff", "anrede", "text", "text_andere_sprache", "gruss", "absender_name"], unknown_places: [], uploaded_by: staff.administrator });
  const running = cases.filter((c) => c.leadId !== null && !["closed", "advised_onward", "not_admitted", "enquiry"].includes(c.phase));
  for (const [i, one] of running.entries()) {
    if (i % 5 === 0) await addNotice(load, one, NOTICES[(i / 5) % NOTICES.length]!, files);
    if (i % 9 === 0) addDraft(load, one);
  }
}

async function addNotice(load: Caseload, one: Placed, notice: Notice, files: { readonly vault: Vault; readonly dir: string } | undefined): Promise<void> {
  const { rows, random, today, tenantId, roomId } = load;
  const [issuedOn, madeKnownOn] = notice.ago.map((days) => addDays(today, -days)) as [CalendarDay, CalendarDay];
  const { dueOn, safeOn } = decideTimeLimit({ issuedOn, madeKnownOn, arrivedOn: null, ...notice.facts });
  const of = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
  const [id, followUp] = [random.id(), random.id()];
  const isOpen = notice.state === "open";
  const lead = addDays(safeOn < today ? dueOn : safeOn, -7);
  rows.add("follow_ups", {
    ...of, id: followUp, owner_id: one.leadId!, due_on: lead < today ? today : lead, title_ct: load.seal(one.keyRef, `Bescheid „${notice.subject}“: ${notice.facts.remedy === "objection" ? "Widerspruch" : "Klage"} bis ${germanDay(safeOn < today ? dueOn : safeOn)}`, "follow_ups", "title_ct", followUp),
    life_areas: [], done_on: isOpen ? null : addDays(today, -1), done_by: isOpen ? null : one.leadId, created_by: one.leadId!,
  });
  rows.add("notices", {
    ...of, id, person_id: one.main.id, subject_ct: load.seal(one.keyRef, notice.subject, "notices", "subject_ct", id), issuer_ct: load.seal(one.keyRef, notice.issuer, "notices", "issuer_ct", id), reference_ct: null, issued_on: issuedOn, made_known: notice.facts.madeKnown,
    made_known_on: madeKnownOn, law: notice.facts.law, remedy: notice.facts.remedy, instruction: notice.facts.instruction, period: notice.facts.period, due_on: dueOn, state: notice.state, settled_on: isOpen ? null : addDays(today, -1), follow_up_id: followUp, recorded_by: one.leadId!,
  });
  if (files === undefined) return;
  const document = await addPaper(load, one, [`Bescheid vom ${germanDay(issuedOn)}.pdf`, "notice", [], notice.words], files.vault, files.dir);
  rows.add("notice_pages", { ...of, notice_id: id, document_id: document, position: 1 });
}

/** A letter that somebody began. */
function addDraft(load: Caseload, one: Placed): void {
  const { rows, random, today, tenantId, roomId } = load;
  const id = random.id();
  const content = {
    recipient: "Jobcenter Lindenau\nMarktplatz 1\n59999 Lindenau", subject: "Bitte um Sachstand", salutation: "Sehr geehrte Damen und Herren,", otherText: "", closing: "Mit freundlichen Grüßen",
    text: "bitte teilen Sie uns mit, wie weit der Antrag ist und welche Unterlagen noch fehlen.\n\nDie Einwilligung der Person liegt vor.",
  };
  rows.add("letters", { tenant_id: tenantId, room_id: roomId, id, case_id: one.id, person_id: one.main.id, content_ct: load.seal(one.keyRef, JSON.stringify(content), "letters", "content_ct", id), other_language: "", dated_on: addDays(today, -random.between(0, 5)), author_id: one.leadId! });
}
