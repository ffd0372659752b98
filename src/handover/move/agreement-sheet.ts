import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { DocumentLanguage, PlanAgreement, Said } from "../../pdf/index.ts";
import { moveWords } from "./agreement-words.ts";
import type { Recipient } from "./gather-package.ts";
import type { Part } from "./move-words.ts";

export interface SheetContent {
  readonly signer: string;
  readonly recipient: Recipient;
  readonly movesOn: CalendarDay;
  readonly parts: readonly Part[];
  readonly files: readonly string[];
  readonly consents: readonly { readonly recipient: string; readonly continues: boolean }[];
}

/** A name within a sentence of another direction does not turn it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
const same = (text: string): Said => ({ de: text, other: text });

/** What somebody agrees to, German beside their language, with lines to sign: exactly what is in the package, and what stays here. */
export function agreementSheet(content: SheetContent, language: DocumentLanguage, reference: string): PlanAgreement {
  const [de, other] = [moveWords.de, moveWords[language]];
  const say = (pick: (w: typeof de) => string): Said => ({ de: pick(de), other: pick(other) });
  const each = (pick: (w: typeof de) => readonly string[]): Said[] => pick(de).map((text, i) => ({ de: text, other: pick(other)[i] ?? text }));
  const fact = (pick: (w: typeof de) => string, value: string) => (value === "" ? [] : [{ label: say(pick), value: same(value) }]);
  const { municipality, office, contact } = content.recipient;
  const parts = content.parts.map((part) => ({ title: say((w) => w.parts[part]), note: same("") }));
  const files = content.files.length === 0 ? [] : [{ title: say((w) => w.parts.documents), note: same(content.files.map(isolated).join(", ")) }];
  const consents = content.consents.map((c) => ({ title: { de: c.recipient, other: isolated(c.recipient) }, note: say((w) => (c.continues ? w.goesOn : w.anew)) }));
  const group = (title: Said, steps: PlanAgreement["goals"][number]["steps"]) => (steps.length === 0 ? [] : [{ area: same(""), person: "", title, wish: null, steps }]);
  return {
    language, reference, title: say((w) => w.title), notice: say((w) => w.notice), intro: each((w) => w.intro),
    facts: [...fact((w) => w.labels.person, content.signer), ...fact((w) => w.labels.to, [municipality, office, contact].filter((x) => x !== "").join(", ")), ...fact((w) => w.labels.movesOn, germanDay(content.movesOn))],
    goals: [...group(say((w) => w.contains), [...parts, ...files]), ...group(say((w) => w.consents), consents)],
    noSteps: same(""), statements: each((w) => w.statements), signatures: each((w) => w.signatures), code: null,
  };
}
