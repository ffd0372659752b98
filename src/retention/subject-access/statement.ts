import { getTenantSettings, type Role, ROLES } from "../../accounts/index.ts";
import { eventWords } from "../../audit/index.ts";
import { senderOf } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { birthText, type FactKey, factKind, GENDERS, type Person } from "../../persons/index.ts";
import { REASONS } from "./access-words.ts";
import { BLACKED_OUT, blackOut } from "./black-out.ts";
import { gather, type Gathered, type HeldText } from "./gather.ts";
import { NOT_A_SOURCE, SOURCES } from "./sources.data.ts";
import { listSeen, type SeenRow } from "./subject-access.sql.ts";

export interface Said {
  readonly label: string;
  readonly value: string;
}
export interface StatementSection {
  readonly title: string;
  readonly entries: readonly { readonly day: string; readonly lines: readonly Said[]; readonly texts: readonly Said[] }[];
}
/** What goes out, and nothing else: the same for the paper and for programs. */
export interface Statement {
  readonly title: string;
  readonly sender: string;
  readonly name: string;
  readonly reference: string;
  readonly day: CalendarDay;
  readonly general: readonly Said[];
  readonly sections: readonly StatementSection[];
  readonly files: readonly string[];
  readonly leftOut: readonly Said[];
}
const PERSON_FACTS: readonly FactKey[] = ["names", "nationalities", "languages", "addresses", "channels", "residenceStatuses"];
const MOST_SEEN = 1000;

export async function readStatement(tx: ReadTx, asking: Asking, caseId: string, personId: string, accessId: string): Promise<{ readonly gathered: Gathered; readonly statement: Statement }> {
  const gathered = await gather(tx, asking, caseId, personId, accessId);
  const [settings, sender, seen] = await Promise.all([getTenantSettings(tx, asking.session.tenantId), senderOf(tx, asking), listSeen(tx, caseId, gathered.personIds, asking.app.config.timeZone, MOST_SEEN)]);
  const general: Said[] = [
    { label: "Zwecke", value: "Begleitung und Steuerung im Kommunalen Integrationsmanagement; in der Akte verwaltete Rechtsgrundlagen stehen bei der Aufnahme, den Einwilligungen, Freigaben und Übermittlungen." },
    { label: "Herkunft", value: "Von Ihnen selbst und aus Gesprächen mit Ihnen. Was andere Stellen oder Listen lieferten, steht bei „Von anderen Stellen erhalten“ und „Herkunft aus einer eingelesenen Liste“." },
    { label: "Empfänger", value: "Stehen unten bei den Freigaben und Übermittlungen." },
    { label: "Speicherdauer", value: `${settings.case_months} Monate nach dem Abschluss der Akte, ohne Aufnahme ${settings.not_admitted_months} Monate. Danach wird gelöscht. Das Protokoll der Zugriffe wird ${settings.record_months} Monate aufbewahrt.` },
    { label: "Automatisierte Entscheidungen", value: "Keine. Was das Programm zu Rechten und Fristen rechnet, prüft ein Mensch." },
    { label: "Ihre Rechte", value: "Berichtigung, Löschung, Einschränkung, Widerspruch und Datenübertragbarkeit (Art. 16 bis 21 DSGVO). Einwilligungen können Sie jederzeit widerrufen. Beschwerde: Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen." },
  ];
  return { gathered, statement: {
    title: "Auskunft über Ihre Daten nach Art. 15 DSGVO", sender: sender.organisation, name: gathered.name, reference: `Fall ${gathered.head.number}`, day: asking.today, general,
    sections: [personSection(gathered), ...gathered.sections.filter((s) => s.entries.length > 0).map(sectionOf), seenSection(seen)], files: filesOf(gathered), leftOut: leftOutOf(gathered, seen),
  } };
}

/** What is in the register. Its sealed texts (hints, names of guardians) are among the texts that a human reads. */
function personSection({ person }: Gathered): StatementSection {
  return { title: "Angaben zur Person", entries: [{ day: "", lines: registerLines(person), texts: [] }] };
}
export function registerLines(person: Person): Said[] {
  const lines: Said[] = [
    { label: "Geburtsdatum", value: birthText(person) ?? "" }, { label: "Geschlecht", value: GENDERS[person.gender] }, { label: "Einreise", value: person.entry === null ? "" : germanDay(person.entry.on) }, { label: "Verstorben", value: person.diedOn === null ? "" : germanDay(person.diedOn) },
    ...PERSON_FACTS.flatMap((key) => person.facts[key].map((fact) => {
      const { main, notes } = factKind(key).words(fact.values);
      const span = ([["seit", "from"], ["bis", "until"]] as const).flatMap(([word, name]) => { const on = fact.values[name]; return typeof on === "string" && on !== "" ? [`${word} ${germanDay(on as CalendarDay)}`] : []; });
      return { label: factKind(key).one, value: [main, ...notes, ...span].filter((part) => part !== "").join(", ") };
    })),
  ];
  return lines.filter((line) => line.value !== "");
}

const reasonOf = (t: HeldText): string => (t.review?.reason == null ? "" : REASONS[t.review.reason]);
/** One text as it goes out. What nobody has decided on does not. */
export function said(t: HeldText): string {
  if (t.review === null) return "[wird noch geprüft]";
  if (t.review.verdict === "withheld") return `[nicht herausgegeben: ${reasonOf(t)}]`;
  return t.review.verdict === "partly" ? blackOut(t.text, t.review.passages) : t.text;
}
const sectionOf = (s: Gathered["sections"][number]): StatementSection => ({
  title: s.title,
  entries: s.entries.map((e) => ({ day: e.day === null ? "" : germanDay(e.day as CalendarDay), lines: e.lines, texts: e.texts.filter((t) => !t.isFile).map((t) => ({ label: t.label, value: said(t) })) })),
});
const whoOf = (roles: string): string => (roles === "person" ? "Sie selbst" : roles === "" ? "das Programm" : roles.split(",").map((role) => ROLES[role as Role] ?? role).join(", "));
/** Function and office, no name: whose name somebody needs to enforce a right, they ask for (EuGH C-579/21). */
function seenSection(seen: readonly SeenRow[]): StatementSection {
  const days = Map.groupBy(seen, (row) => row.day);
  return { title: "Wer Ihre Daten gesehen oder geändert hat", entries: [...days].map(([day, rows]) => ({
    day: germanDay(day), texts: [], lines: rows.map((r) => ({ label: `${whoOf(r.function)}${r.office === "" ? "" : `, ${r.office}`}`, value: `${eventWords(r.action)}${r.times > 1 ? ` (${r.times} mal)` : ""}` })),
  })) };
}

const filesOf = (g: Gathered): string[] => g.sections.flatMap((s) => s.entries.flatMap((e) => e.texts.filter((t) => t.isFile && t.review?.verdict === "whole").map(() => {
  const name = e.texts.find((other) => !other.isFile);
  return `${e.day === null ? "" : `${germanDay(e.day as CalendarDay)}: `}${name === undefined ? "Datei" : said(name)}`;
})));

/** What does not stand in it, with its reason: nothing is left out in silence. */
function leftOutOf(g: Gathered, seen: readonly SeenRow[]): Said[] {
  const texts = g.sections.flatMap((s) => s.entries.flatMap((e) => e.texts));
  const count = (what: string, n: number): string => (n === 1 ? `${what}: 1` : `${what}: ${n}`);
  const by = Map.groupBy(texts.filter((t) => t.review !== null && t.review.verdict !== "whole"), (t) => `${t.section}|${t.isFile ? "Dateien" : "Texte"} ${t.review!.verdict === "partly" ? "mit Schwärzungen" : "nicht herausgegeben"}|${reasonOf(t)}`);
  return [
    ...[...by].map(([key, list]) => { const [section = "", what = "", why = ""] = key.split("|"); return { label: count(`${section}, ${what}`, list.length), value: why }; }),
    ...g.sections.filter((s) => s.ofOthers > 0).map((s) => ({ label: count(`${s.title}, Einträge über andere Personen`, s.ofOthers), value: "Daten anderer Personen (Art. 15 Abs. 4 DSGVO)" })),
    ...SOURCES.flatMap((s) => Object.values(s.elsewhere ?? {}).map((why) => ({ label: s.title, value: why }))),
    ...[...new Set(Object.values(NOT_A_SOURCE))].filter((why) => why !== "*").map((why) => ({ label: "Weitere Bestände", value: why })),
    ...(seen.length >= MOST_SEEN ? [{ label: "Protokoll", value: `Die jüngsten ${MOST_SEEN} Zeilen; ältere auf Wunsch.` }] : []),
    ...(g.head.otherCases.length > 0 ? [{ label: "Weitere Akten", value: `${g.head.otherCases.map((c) => c.number).join(", ")}: jede Akte hat ihre eigene Auskunft.` }] : []),
    { label: "Andere Behörden", value: "Ausländer- und Einbürgerungsbehörde und Empfänger von Übermittlungen führen eigene Akten und geben selbst Auskunft." },
    { label: BLACKED_OUT, value: "steht dort, wo eine Stelle mit dem genannten Grund geschwärzt ist." },
  ];
}
