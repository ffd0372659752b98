import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { factKind, type FactKey, GENDERS, scriptOf } from "../../persons/index.ts";
import { attainmentWord, GOAL_STATES, MEASURE_STATES } from "../../plan/index.ts";
import { QUALIFICATION_WORDS, RECOGNITION_WORDS } from "../../assessment/index.ts";
import type { SubjectAccess } from "../../pdf/index.ts";
import { AGREED_BY, AGREED_FORMS } from "./move-words.ts";
import type { MovePackage } from "./package-format.ts";

type Section = SubjectAccess["sections"][number];
type Entry = Section["entries"][number];
const on = (day: string): string => germanDay(day as CalendarDay);
const line = (label: string, value: string) => (value === "" ? [] : [{ label, value }]);
const section = (title: string, entries: readonly Entry[]): Section[] => (entries.length === 0 ? [] : [{ title, entries }]);
const words = (key: FactKey, values: Readonly<Record<string, string | boolean | null>>) => { const { main, notes } = factKind(key).words(values); return line(factKind(key).one, [main, ...notes].filter((x) => x !== "").join(", ")); };

/** The package for reading, and for an office without Einklang: the same content, nothing more and nothing less. */
export function paperOf(p: MovePackage): SubjectAccess {
  const nameOf = new Map(p.persons.map((x) => [x.who, x.name]));
  const about = (who: string | null) => line("Betrifft", p.persons.length > 1 && who !== null ? (nameOf.get(who) ?? "") : "");
  return {
    title: "Umzug in eine andere Kommune", sender: p.from.organisation, name: p.persons.map((x) => x.name).join("; "), reference: p.from.reference, day: on(p.madeOn),
    general: [...line("An", [p.to.municipality, p.to.office].filter((x) => x !== "").join(", ")), ...line("Umzug am", on(p.movesOn)),
      ...p.agreements.map((a) => ({ label: "Zugestimmt", value: `${nameOf.get(a.who) ?? ""} am ${on(a.agreedOn)}: ${AGREED_BY[a.givenBy]}, ${AGREED_FORMS[a.form]}` }))],
    sections: [
      ...section("Wer umzieht", p.persons.map((x) => ({ day: "", lines: [...line("Name", x.name), ...(x.register === null ? [] : registerLines(x.register))], texts: [] }))),
      ...p.assessment.flatMap((a) => section(`Einschätzung${p.persons.length > 1 ? `: ${nameOf.get(a.who) ?? ""}` : ""}`, a.entries.map((e) => ({
        day: on(e.on), lines: [...line("Lebensbereich", e.area.label), ...line("Stufe", e.level === null ? "" : String(e.level)), ...line("Stufe, eigene Sicht", e.personLevel === null ? "" : String(e.personLevel))],
        texts: [...line("Stärken", e.resource), ...line("Bedarf", e.need), ...line("In eigenen Worten", e.words)],
      })))),
      ...section("Qualifikationen", p.qualifications.map((q) => ({ day: q.gainedYear === null ? "" : String(q.gainedYear), lines: [...about(q.who), ...line("Art", QUALIFICATION_WORDS[q.kind] ?? q.kind), ...line("Anerkennung", RECOGNITION_WORDS[q.recognition] ?? q.recognition)], texts: line("Was", q.title) }))),
      ...section("Plan", p.goals.map((g) => ({
        day: "", lines: [...about(g.who), ...line("Lebensbereich", g.area.label), ...line("Stand", GOAL_STATES[g.state]), ...line("Erreicht", g.attainment === null ? "" : attainmentWord(g.attainment))],
        texts: [...line("Wunsch", g.wish), ...line("Vereinbart", g.goal), ...g.measures.flatMap((m) => line(`Schritt (${MEASURE_STATES[m.state]}), ${m.by}, bis ${on(m.dueOn)}`, [m.title, m.result].filter((x) => x !== "").join(": ")))],
      }))),
      ...section("Termine", p.appointments.map((a) => ({ day: on(a.day), lines: [...line("Art", a.kind), ...line("Uhrzeit", a.from), ...line("Ort", a.place)], texts: line("Worum es geht", a.subject) }))),
      ...section("Einwilligungen", p.consents.map((c) => ({
        day: "", lines: [...about(c.who), ...line("Stelle", c.recipient), ...line("Bis", on(c.until))],
        texts: [{ label: "Am neuen Ort", value: c.continues ? "soll weiter gelten, sagt die Person: dort bestätigen und ablegen" : `neu einzuholen: ${c.why}` }, ...line("Was", c.categories.join("; ")), ...line("Wozu", c.purpose)],
      }))),
    ],
    files: p.documents.map((d) => d.path), leftOut: p.leftOut.map((what) => ({ label: what, value: "bleibt am bisherigen Ort" })),
  };
}

// a comma of Latin lists belongs into no other script
const nameLine = ({ family, given }: { readonly family: string; readonly given: string }): string => (scriptOf(`${family} ${given}`) === "Latn" ? [family, given].filter((x) => x !== "").join(", ") : `${given} ${family}`.trim());
function registerLines(r: NonNullable<MovePackage["persons"][number]["register"]>) {
  return [
    ...line("Geburtsdatum", r.birth === null ? "" : r.birth.precision === "day" ? on(r.birth.on) : r.birth.on.slice(0, r.birth.precision === "month" ? 7 : 4)), ...line("Geschlecht", GENDERS[r.gender]), ...line("Einreise", r.entry === null ? "" : on(r.entry.on)),
    ...r.names.slice(1).flatMap((n) => line("Weiterer Name", nameLine(n))), ...r.nationalities.flatMap((code) => words("nationalities", { code })),
    ...r.languages.flatMap((l) => words("languages", l)), ...r.residence.flatMap((s) => line("Aufenthaltsstatus", [s.short === "" ? s.label : s.short, s.until === null ? "" : `bis ${on(s.until)}`].filter((x) => x !== "").join(", "))), ...r.channels.map((c) => ({ label: "Sicher erreichbar", value: c.value })),
  ];
}
