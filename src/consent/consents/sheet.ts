import type { ConsentSheet, Said } from "../../pdf/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { ENTRY_KINDS, type EntryKind, FACT_KINDS, type FactKind } from "../consent-words.ts";
import type { SheetLanguage } from "./consent-form-words.ts";
import type { GrantedConsent } from "./decide-consent.ts";
import { type ConsentText, fill, isolated } from "./texts/consent-text.ts";

export type Sheetable = Omit<GrantedConsent, "personId" | "recipientId" | "textVersion" | "capacityNoted" | "oralNote" | "language">;

export interface SheetFacts {
  readonly language: SheetLanguage;
  readonly texts: { readonly de: ConsentText; readonly other: ConsentText };
  readonly isReviewed: boolean;
  readonly person: string;
  readonly recipient: string;
  /** who asks: the room's controller */
  readonly sender: string;
  readonly areas: readonly { readonly key: string; readonly label: string }[];
  readonly reference: string;
  /** of the QR code that brings the signed sheet back; null before the consent is recorded */
  readonly codeSvg: string | null;
}

/** One consent as everybody reads it: on the screen before it is recorded, and on paper. */
export function sheetOf(consent: Sheetable, facts: SheetFacts): ConsentSheet {
  const { texts, language } = facts;
  const values = { recipient: facts.recipient, sender: facts.sender, person: facts.person };
  const say = (pick: (text: ConsentText) => string): Said => ({ de: fill(pick(texts.de), values), other: fill(pick(texts.other), values) });
  // what was typed is one text for both: nobody translates it by machine
  const typed = (value: string): Said => ({ de: value, other: value });
  const ofEach = <T>(list: (text: ConsentText) => readonly T[], pick: (one: T) => string): Said[] => list(texts.de).map((one, i) => ({ de: fill(pick(one), values), other: fill(pick(list(texts.other)[i] ?? one), values) }));
  const label = (key: keyof ConsentText["labels"]): Said => say((t) => t.labels[key]);
  return {
    language,
    draft: !facts.isReviewed,
    draftNotice: say((t) => t.draftNotice),
    title: say((t) => t.title),
    reference: facts.reference,
    intro: ofEach((t) => t.intro, (p) => p),
    facts: [
      { label: label("person"), value: typed(facts.person) },
      { label: label("sender"), value: typed(facts.sender) },
      { label: label("recipient"), value: typed(facts.recipient) },
      { label: label("purpose"), value: { de: `${texts.de.purposes[consent.purpose]}: ${consent.purposeText}`, other: `${texts.other.purposes[consent.purpose]}: ${isolated(consent.purposeText)}` } },
      { label: label("direction"), value: say((t) => t.directions[consent.direction]) },
      { label: label("secrecy"), value: say((t) => t.secrecy[consent.releasesSecrecy ? "yes" : "no"]) },
      { label: label("expiresOn"), value: typed(germanDay(consent.expiresOn)) },
      { label: label("givenBy"), value: say((t) => t.givenBy[consent.givenBy]) },
      ...(consent.representative === "" ? [] : [{ label: label("representative"), value: typed(consent.representative) }]),
      ...(consent.interpreter === "" ? [] : [{ label: label("interpreter"), value: typed(consent.interpreter) }]),
      { label: label("givenOn"), value: typed(germanDay(consent.givenOn)) },
    ],
    grid: gridOf(consent.categories, facts, say),
    alsoHeading: say((t) => t.alsoHeading),
    also: (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => consent.categories.some((c) => c.kind === kind)).map((kind) => say((t) => t.facts[kind])),
    statements: texts.de.statements.map((statement, i) => {
      const other = texts.other.statements[i] ?? statement;
      return { heading: { de: fill(statement.heading, values), other: fill(other.heading, values) }, paragraphs: statement.paragraphs.map((p, n) => ({ de: fill(p, values), other: fill(other.paragraphs[n] ?? p, values) })) };
    }),
    signatures: ofEach((t) => t.signatures, (s) => s),
    code: facts.codeSvg === null ? null : { svg: facts.codeSvg, caption: say((t) => t.codeCaption) },
  };
}

/** Only the life areas of which something is ticked: an empty row is none that anybody must read. */
function gridOf(categories: Sheetable["categories"], { areas, texts }: SheetFacts, say: (pick: (text: ConsentText) => string) => Said): ConsentSheet["grid"] {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[];
  const rows = areas.filter((area) => categories.some((c) => c.lifeArea === area.key));
  if (rows.length === 0) return null;
  return {
    heading: say((t) => t.gridHeading),
    corner: say((t) => t.corner),
    kinds: kinds.map((kind) => say((t) => t.kinds[kind])),
    rows: rows.map((area) => ({ area: areaSaid(area, texts), ticks: kinds.map((kind) => categories.some((c) => c.lifeArea === area.key && c.kind === kind)) })),
    yes: say((t) => t.yes),
    no: say((t) => t.no),
  };
}

/** A life area in both languages, as long as the municipality has not renamed it. */
export const areaSaid = (area: { readonly key: string; readonly label: string }, texts: SheetFacts["texts"]): Said => ({
  de: area.label,
  other: texts.de.areas[area.key] === area.label ? (texts.other.areas[area.key] ?? area.label) : area.label,
});
