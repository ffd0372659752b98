import { germanDay, type CalendarDay } from "../../../kernel/calendar-day.ts";
import type { Said, WithdrawalReceipt } from "../../../pdf/index.ts";
import { type EntryKind, FACT_KINDS, type FactKind } from "../../consent-words.ts";
import type { SheetLanguage } from "../consent-form-words.ts";
import type { ConsentView } from "../read-consents.ts";
import { areaSaid, type SheetFacts } from "../sheet.ts";
import { type ConsentText, fill } from "../texts/consent-text.ts";
import type { Consequences } from "./withdrawal.page.tsx";

export interface ReceiptFacts {
  readonly consent: ConsentView;
  readonly language: SheetLanguage;
  readonly texts: SheetFacts["texts"];
  readonly areas: SheetFacts["areas"];
  readonly sender: string;
  readonly reference: string;
  readonly consequences: Consequences;
  /** of the last part that was withdrawn */
  readonly withdrawnOn: CalendarDay;
}

/** What the person takes home: what was withdrawn, what ended with it, what the other side already has, what stays. */
export function receiptOf(facts: ReceiptFacts): WithdrawalReceipt {
  const { consent, texts, consequences } = facts;
  const values = { recipient: consent.recipient, sender: facts.sender, person: consent.personName };
  const say = (pick: (text: ConsentText) => string, more: Readonly<Record<string, string>> = {}): Said => ({ de: fill(pick(texts.de), { ...values, ...more }), other: fill(pick(texts.other), { ...values, ...more }) });
  const typed = (value: string): Said => ({ de: value, other: value });
  const cells = (isWithdrawn: boolean): Said[] => consent.categories.filter((c) => c.withdrawn === isWithdrawn).map((c) => cellSaid(c, facts));
  const stays = consent.withdrawnOn === null ? cells(false) : [];
  return {
    language: facts.language,
    title: say((t) => t.receipt.title),
    reference: facts.reference,
    facts: [
      { label: say((t) => t.labels.person), value: typed(consent.personName) },
      { label: say((t) => t.labels.recipient), value: typed(consent.recipient) },
      { label: say((t) => t.labels.withdrawnOn), value: typed(germanDay(facts.withdrawnOn)) },
    ],
    sections: [
      { heading: say((t) => t.labels.whatIsWithdrawn), items: cells(true) },
      { heading: say((t) => t.receipt.endsNow), items: [say((t) => (consequences.shares.length > 0 ? t.receipt.shareEnds : t.receipt.noShare)), say((t) => t.receipt.draftsGone)] },
      {
        heading: say((t) => t.receipt.held),
        items: [
          ...(consequences.held.length === 0 ? [say((t) => t.receipt.nothingHeld)] : consequences.held.map((h) => say((t) => t.receipt.heldBy, { day: germanDay(h.on), fields: h.fields.join(", ") }))),
          ...(consequences.hasRoom && consequences.held.length + consequences.shares.length > 0 ? [say((t) => t.receipt.told)] : []),
          ...(consequences.tasks.length === 0 ? [] : [say((t) => t.receipt.running, { tasks: consequences.tasks.map((task) => `${task.title} (${germanDay(task.dueOn)})`).join("; ") })]),
        ],
      },
      ...(stays.length === 0 ? [] : [{ heading: say((t) => t.receipt.stays), items: stays }]),
    ],
    closing: [say((t) => t.receipt.closing)],
  };
}

function cellSaid({ lifeArea, kind }: ConsentView["categories"][number], { texts, areas }: ReceiptFacts): Said {
  if (Object.hasOwn(FACT_KINDS, kind)) return { de: texts.de.facts[kind as FactKind], other: texts.other.facts[kind as FactKind] };
  const area = areaSaid(areas.find((a) => a.key === lifeArea) ?? { key: lifeArea, label: lifeArea }, texts);
  return { de: `${area.de}: ${texts.de.kinds[kind as EntryKind]}`, other: `${area.other}: ${texts.other.kinds[kind as EntryKind]}` };
}
