import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { keysOf, scriptOf } from "../persons/index.ts";
import type { Phase } from "../cases/index.ts";
import type { InterpretedRow } from "./reading/index.ts";

type ReadDay = NonNullable<InterpretedRow["entry"]["value"]>;

/** The shape that app.take_over_rows takes; sealed texts as base64. */
export interface PlannedRow {
  readonly row: number;
  readonly person: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly names: readonly object[];
  readonly nationalities: readonly object[];
  readonly languages: readonly object[];
  readonly addresses: readonly object[];
  readonly channels: readonly object[];
  readonly statuses: readonly object[];
  readonly keys: readonly string[];
  readonly case: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly admission: { readonly access_route: string; readonly life_areas: readonly string[] };
  readonly contacts: readonly object[];
  readonly followUps: readonly object[];
  readonly origin: { readonly cells: string; readonly delete_on: string };
}

/** What holds for the whole list. */
export interface ListFacts {
  readonly today: CalendarDay;
  /** account by spelling; absent or null: nobody yet */
  readonly leadOf: (spelling: string) => string | null;
  /** who gets the reminders of cases without a manager; null where nobody can */
  readonly fallbackOwner: string | null;
  readonly lifeAreaOf: (key: string) => { readonly key: string; readonly label: string } | null;
  readonly nameOf: (accountId: string) => string | null;
  /** what has to be made up for in each case, in words; empty where nothing is missing */
  readonly missing: readonly string[];
  readonly cellsUntil: CalendarDay;
  readonly headings: readonly string[];
}

export interface RowKeys {
  readonly personKey: string;
  readonly caseKey: string;
  readonly number: string;
  /** seals a text for a place under one of the two keys */
  readonly seal: (key: "person" | "case", place: string, row: string, text: string) => string;
}

const two = (n: number): string => String(n).padStart(2, "0");
/** The first day of what is known, to be read with its precision. */
const firstDay = (date: ReadDay): string => date.on ?? `${String(date.year).padStart(4, "0")}-${two(date.month ?? 1)}-01`;
const precisionOf = (date: ReadDay): string => (date.estimated ? "estimated" : date.month === null ? "year" : date.day === null ? "month" : "day");

function namesOf(row: InterpretedRow): object[] {
  const family = (row.family.value ?? "").slice(0, 200);
  const given = (row.given.value ?? "").slice(0, 200);
  const scripts = new Map<string, { family: string; given: string }>();
  for (const [part, text] of [["family", family], ["given", given]] as const) {
    if (text === "") continue;
    const script = scriptOf(text);
    scripts.set(script, { ...(scripts.get(script) ?? { family: "", given: "" }), [part]: text });
  }
  if (scripts.size === 0) return [{ id: newId(), kind: "spelling", script: "Latn", family: "ohne Namen", given: "", is_primary: true }];
  const main = scripts.has("Latn") ? "Latn" : [...scripts.keys()][0];
  return [...scripts].map(([script, name]) => ({ id: newId(), kind: script === "Latn" ? "passport" : "own_script", script, family: name.family, given: name.given, is_primary: script === main }));
}

const PHASE_WORDS: readonly (readonly [RegExp, Phase])[] = [
  [/clearing|kl(ä|ae)rung/i, "clearing"],
  [/assessment|anamnese/i, "assessment"],
  [/hilfeplan|planung|zielvereinbarung/i, "planning"],
  [/umsetzung|laufend|in bearbeitung|aktiv/i, "implementation"],
  [/monitoring|nachsorge/i, "monitoring"],
  [/evaluation|auswertung/i, "evaluation"],
  [/ruht|ruhend|pausiert/i, "dormant"],
  [/aufgenommen|aufnahme/i, "admitted"],
];

/** A list of a team is of people taken in; without a manager that is still to be cleared. What the list closed stays open for a look. */
export function phaseOf(row: InterpretedRow, hasLead: boolean): Phase {
  if (row.waitingList.value === true) return "enquiry";
  const said = PHASE_WORDS.find(([pattern]) => pattern.test(row.phase.value ?? ""));
  return said?.[1] ?? (hasLead ? "admitted" : "clearing");
}

function personOf(row: InterpretedRow, key: string): PlannedRow["person"] {
  const birth = row.birth.value;
  const entry = row.entry.value;
  return {
    id: newId(), key_ref: key,
    birth_on: birth === null ? null : firstDay(birth), birth_precision: birth?.precision ?? "unknown", birth_placeholder: birth?.placeholder ?? false,
    gender: row.gender.value ?? "unknown",
    entered_on: entry === null ? null : firstDay(entry), entered_precision: entry === null ? "unknown" : precisionOf(entry),
  };
}

function channelsOf(row: InterpretedRow, keys: RowKeys): object[] {
  const phone = row.phone.value;
  const email = row.email.value;
  const list: object[] = [];
  if (phone !== null) {
    const id = newId();
    const hint = row.remark?.onlyWhatsApp === true ? keys.seal("person", "person_channels.hint_ct", id, "Laut eingelesener Liste nur über WhatsApp.") : null;
    list.push({ id, kind: /^\+491[567]/.test(phone) ? "mobile" : "phone", value: phone.slice(0, 200), hint });
  }
  if (email !== null) list.push({ id: newId(), kind: "email", value: email.slice(0, 200), hint: null });
  return list;
}

function statusesOf(row: InterpretedRow): object[] {
  const status = row.residenceStatus.value;
  if (status === null) return [];
  const label = status.azrLabels.length === 1 ? (status.azrLabels[0] ?? status.short) : status.short;
  return [{ id: newId(), azr_label: label.slice(0, 300), short_label: status.short.slice(0, 80), evidence: "eingelesene Liste" }];
}

function contactsOf(row: InterpretedRow, facts: ListFacts, keys: RowKeys): object[] {
  const list: object[] = [];
  const last = row.lastContact.value?.on;
  // a bare day, which the head counts as the last contact; the remark is no contact
  if (last !== undefined && last !== null && last <= facts.today) list.push({ id: newId(), happened_on: last, text: null, is_entrusted: false, review_due: false });
  if (row.remark !== null) {
    const id = newId();
    // "nicht an ABH" has settled the question; every other remark counts as entrusted until somebody reviewed it
    list.push({ id, happened_on: facts.today, text: keys.seal("case", "contacts.text_ct", id, row.remark.text), is_entrusted: true, review_due: !row.remark.notToAbh });
  }
  return list;
}

function followUpsOf(row: InterpretedRow, lead: string | null, facts: ListFacts, keys: RowKeys): object[] {
  const owner = lead ?? facts.fallbackOwner;
  if (owner === null) return [];
  const entry = (kind: string, due: string, title: string): object => {
    const id = newId();
    return { id, owner, due_on: due, kind, title: keys.seal("case", "follow_ups.title_ct", id, title) };
  };
  const due = row.followUp.value?.on;
  const list = due === undefined || due === null ? [] : [entry("imported", due, "Wiedervorlage aus der eingelesenen Liste")];
  // Art. 14 Abs. 3 Buchst. a DSGVO: within a month
  if (facts.missing.length > 0) list.push(entry("missing_information", addDays(facts.today, 30), `Nachholen: ${facts.missing.join(", ")}`));
  return list;
}

/** What one row becomes: a person, a case with its manager, and the cells as they were. Pure but for new ids and sealing. */
export function planRow(rowNo: number, row: InterpretedRow, lead: string | null, cells: object, facts: ListFacts, keys: RowKeys): PlannedRow {
  const person = personOf(row, keys.personKey);
  const phase = phaseOf(row, lead !== null);
  const since = row.accessOn.value?.on ?? null;
  const opened = since !== null && since <= facts.today ? since : facts.today;
  const caseId = newId();
  const areas = (row.lifeAreas.value?.areas ?? []).map((area) => facts.lifeAreaOf(area)?.key).filter((area) => area !== undefined);
  const birth = row.birth.value;
  const street = row.street.value ?? "";
  const [postcode, town] = [row.postcode.value ?? "", row.town.value ?? ""];
  return {
    row: rowNo,
    person,
    names: namesOf(row),
    nationalities: row.nationality.value === null ? [] : [{ id: newId(), code: row.nationality.value.code }],
    languages: (row.languages.value ?? []).map((code, i) => ({ id: newId(), code, needs_interpreter: i === 0 && row.remark?.needsInterpreter === true, is_preferred: i === 0 })),
    addresses: street + postcode + town === "" ? [] : [{ id: newId(), street: street.slice(0, 200), postcode: postcode.slice(0, 12), town: town.slice(0, 120) }],
    channels: channelsOf(row, keys),
    statuses: statusesOf(row),
    keys: keysOf({
      names: [{ family: row.family.value ?? "", given: row.given.value ?? "" }],
      birth: birth === null ? null : { on: firstDay(birth) as CalendarDay, precision: birth.precision },
      phones: row.phone.value === null ? [] : [row.phone.value],
    }),
    case: { id: caseId, key_ref: keys.caseKey, number: keys.number, phase, opened_on: opened, admitted_on: phase === "enquiry" || phase === "clearing" ? null : opened, lead, team: newId(), step: newId() },
    admission: { access_route: (row.accessVia.value ?? "").slice(0, 200), life_areas: [...new Set(areas)] },
    contacts: contactsOf(row, facts, keys),
    followUps: followUpsOf(row, lead, facts, keys),
    origin: { cells: keys.seal("case", "case_origins.cells_ct", caseId, JSON.stringify({ headings: facts.headings, rowNo, ...cells })), delete_on: facts.cellsUntil },
  };
}
