import type { VNode } from "preact";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Chip, type Column, PeriodBar, Tabs } from "../../ui/index.ts";
import { evidenceWords, type ParameterShown, type RuleName, valueWords } from "./law-view.ts";

export const ruleHref = (id: string): string => `/rechtsstand/${id}`;
export const dayOr = (day: CalendarDay | null, otherwise: string): string => (day === null ? otherwise : germanDay(day));

export const Verified = ({ isUnverified }: { isUnverified: boolean }): VNode => (isUnverified ? <Chip tone="warning">zu prüfen</Chip> : <Chip tone="success">geprüft</Chip>);

/** An address in the evidence can be followed. */
export function Evidence({ text }: { text: string }): VNode {
  return /^https:\/\/\S+$/.test(text) ? <a href={text} rel="noreferrer">{text.replace(/^https:\/\/(www\.)?/, "").slice(0, 60)}</a> : <>{evidenceWords(text)}</>;
}

export const RuleLinks = ({ rules }: { rules: readonly RuleName[] }): VNode => (
  <>{rules.length === 0 ? <span class="muted">nur gezeigt</span> : rules.map((rule, index) => <>{index > 0 && ", "}<a href={ruleHref(rule.id)}>{rule.title}</a></>)}</>
);

export function LawTabs({ current, counts }: { current: "rules" | "parameters" | "pending"; counts: { readonly rules: number; readonly parameters: number; readonly pending: number } }): VNode {
  const tabs = [
    { href: "/rechtsstand", label: "Regeln", current: current === "rules", count: counts.rules },
    { href: "/rechtsstand/zahlen", label: "Zahlen und Fristen", current: current === "parameters", count: counts.parameters },
    { href: "/rechtsstand/schwebend", label: "Noch nicht in Kraft", current: current === "pending", count: counts.pending },
  ];
  return <Tabs label="Rechtsstand" tabs={tabs} />;
}

/** May break at its points: on a phone it is longer than the line. */
const Identifier = ({ id }: { id: string }): VNode => <code>{id.split(".").map((part, index) => <>{index > 0 && <>.<wbr /></>}{part}</>)}</code>;

/** When each version was in force, drawn on one line of time; its days stand in the cells beside it. */
export function thresholdColumns(first: CalendarDay, last: CalendarDay, more: { readonly withRules: boolean }): readonly Column<ParameterShown>[] {
  return [
    { key: "id", header: "Zahl", rowHeader: true, cell: (one) => <span id={one.inForceSince === null || one.until === null ? one.id : undefined}><Identifier id={one.id} /><span class="cell-note">{one.citation}</span></span> },
    { key: "value", header: "Wert", cell: (one) => <b>{valueWords(one)}</b> },
    { key: "from", header: "seit", nowrap: true, cell: (one) => dayOr(one.inForceSince, "von Anfang an") },
    { key: "until", header: "bis", nowrap: true, cell: (one) => dayOr(one.until, "heute") },
    { key: "picture", header: "Geltung im Bild", headerHidden: true, card: "gone", cell: (one) => <PeriodBar first={first} last={last} from={one.inForceSince ?? first} until={one.until ?? last} isOpen={one.until === null} isPast={one.until !== null && one.until < last} /> },
    { key: "verified", header: "Beleg", cell: (one) => <><Verified isUnverified={one.isUnverified} /><span class="cell-note"><Evidence text={one.evidence} /></span></> },
    ...(more.withRules ? [{ key: "rules", header: "wirkt in", cell: (one: ParameterShown) => <RuleLinks rules={one.rules} /> }] : []),
  ];
}
export const FIRST_DRAWN = "2011-01-01" as CalendarDay;
