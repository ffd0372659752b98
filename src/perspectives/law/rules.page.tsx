import type { VNode } from "preact";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Card, type Column, DataTable, EmptyState, Figure, FigureRow, FilterBar, PageHead, Select, TextField } from "../../ui/index.ts";
import { dayOr, FIRST_DRAWN, LawTabs, RuleLinks, ruleHref, thresholdColumns } from "./law-parts.tsx";
import { GROUPS, groupWords, type ParameterShown, type PendingShown, type RuleLine } from "./law-view.ts";

export interface LawQuery {
  readonly q: string;
  readonly gruppe: string;
  readonly beleg: "" | "geprueft" | "zu-pruefen";
}
export interface LawCounts {
  readonly rules: number;
  readonly parameters: number;
  readonly unverified: number;
  readonly examples: number;
  readonly boundaryCases: number;
  readonly pending: number;
  readonly comparedUntil: CalendarDay;
}

const Head = ({ counts }: { counts: LawCounts }): VNode => (
  <>
    <PageHead title="Rechtsstand" lead={`Womit Einklang rechnet: jede Regel, jede Zahl, seit wann, woher, geprüft oder nicht. Mit den Gesetzestexten verglichen bis ${germanDay(counts.comparedUntil)}; spätere Tage werden nach diesem Recht beurteilt und so bezeichnet. Die Behörde entscheidet.`} />
    <FigureRow>
      <Figure label="Regeln" value={counts.rules} note={`${counts.examples} Beispiele, ${counts.boundaryCases} Grenzfälle im Test`} href="/rechtsstand" />
      <Figure label="Zahlen, alle Fassungen" value={counts.parameters} href="/rechtsstand/zahlen" />
      <Figure label="davon zu prüfen" value={counts.unverified} tone="warning" note="aus dem Gedächtnis oder nur aus zweiter Hand" href="/rechtsstand/zahlen?beleg=zu-pruefen" />
      <Figure label="Noch nicht in Kraft" value={counts.pending} note="ausgeschaltet" href="/rechtsstand/schwebend" />
    </FigureRow>
  </>
);

const addressOf = (path: string, query: Partial<LawQuery>): string => {
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
};

function Filters({ path, query, result, withGroup }: { path: string; query: LawQuery; result: string; withGroup: boolean }): VNode {
  const chips = [
    ...(query.q === "" ? [] : [{ label: `enthält „${query.q}“`, removeHref: addressOf(path, { ...query, q: "" }) }]),
    ...(query.gruppe === "" || !withGroup ? [] : [{ label: `Bereich: ${groupWords(query.gruppe)}`, removeHref: addressOf(path, { ...query, gruppe: "" }) }]),
    ...(query.beleg === "" ? [] : [{ label: query.beleg === "geprueft" ? "geprüft" : "zu prüfen", removeHref: addressOf(path, { ...query, beleg: "" }) }]),
  ];
  return (
    <FilterBar action={path} chips={chips} resetHref={path} result={result} open={chips.length > 0}>
      <TextField name="q" label="Paragraf, Wort oder Kennung" value={query.q} optional width="medium" />
      {withGroup && <Select name="gruppe" label="Bereich" optional empty="alle" value={query.gruppe} width="medium" options={Object.entries(GROUPS).map(([value, label]) => ({ value, label }))} />}
      <Select name="beleg" label="Beleg" optional empty="alle" value={query.beleg} width="medium" options={[{ value: "zu-pruefen", label: "zu prüfen" }, { value: "geprueft", label: "geprüft" }]} />
    </FilterBar>
  );
}

const RULE_COLUMNS: readonly Column<RuleLine>[] = [
  { key: "title", header: "Regel", rowHeader: true, cell: (rule) => <><a href={ruleHref(rule.id)}>{rule.title}</a><span class="cell-note">{rule.norm}</span></> },
  { key: "group", header: "Bereich", cell: (rule) => groupWords(rule.group) },
  { key: "since", header: "hinterlegt ab", nowrap: true, cell: (rule) => dayOr(rule.reachesBackTo, "heutiges Recht") },
  { key: "conditions", header: "Bedingungen", numeric: true, cell: (rule) => rule.conditions },
  { key: "thresholds", header: "Zahlen", numeric: true, cell: (rule) => rule.thresholds },
  { key: "unverified", header: "zu prüfen", numeric: true, cell: (rule) => rule.unverified },
  { key: "examples", header: "Beispiele", numeric: true, cell: (rule) => rule.examples },
  { key: "boundaries", header: "Grenzfälle", numeric: true, cell: (rule) => rule.boundaryCases },
];

export function RulesPage({ counts, query, rules }: { counts: LawCounts; query: LawQuery; rules: readonly RuleLine[] }): VNode {
  return (
    <>
      <Head counts={counts} />
      <LawTabs current="rules" counts={counts} />
      <Filters path="/rechtsstand" query={query} result={`${rules.length} von ${counts.rules} Regeln`} withGroup />
      <DataTable caption="Regeln" captionHidden cards columns={RULE_COLUMNS} rows={rules} empty={<EmptyState title="Keine Regel passt zum Filter">Nehmen Sie einen Filter weg.</EmptyState>} />
    </>
  );
}

export function ParametersPage({ counts, query, parameters, today }: { counts: LawCounts; query: LawQuery; parameters: readonly ParameterShown[]; today: CalendarDay }): VNode {
  return (
    <>
      <Head counts={counts} />
      <LawTabs current="parameters" counts={counts} />
      <Filters path="/rechtsstand/zahlen" query={query} result={`${parameters.length} von ${counts.parameters} Fassungen`} withGroup={false} />
      <DataTable caption="Zahlen und Fristen" captionHidden cards columns={thresholdColumns(FIRST_DRAWN, today, { withRules: true })} rows={parameters} empty={<EmptyState title="Keine Zahl passt zum Filter">Nehmen Sie einen Filter weg.</EmptyState>} />
    </>
  );
}

export function PendingPage({ counts, pending }: { counts: LawCounts; pending: readonly PendingShown[] }): VNode {
  return (
    <>
      <Head counts={counts} />
      <LawTabs current="pending" counts={counts} />
      {pending.map((law) => (
        <Card title={law.title}>
          <p>{law.sentence}</p>
          <p><b>Schalter: aus.</b> Einklang rechnet überall mit dem geltenden Recht. Eingeschaltet wird es mit einer neuen Fassung, wenn das Gesetz verkündet und der Text verglichen ist; einen Schalter je Kommune gibt es mit Absicht nicht.</p>
          <p>Betroffen: <RuleLinks rules={law.rules} />. <a href={law.source} rel="noreferrer">Quelle</a></p>
          <DataTable
            caption="Was anders herauskäme, an den Beispielen der Tests"
            columns={[
              { key: "id", header: "Beispiel", rowHeader: true, cell: (one) => <a href={`${ruleHref(one.rule)}#${one.id}`}>{one.id}</a> },
              { key: "rule", header: "Regel", cell: (one) => one.title },
              { key: "on", header: "Tag", nowrap: true, cell: (one) => germanDay(one.on) },
              { key: "now", header: "heute", cell: (one) => one.now },
              { key: "later", header: "wäre dann", cell: (one) => one.later },
            ]}
            rows={law.changed}
            empty={<p>Kein Beispiel käme anders heraus.</p>}
          />
        </Card>
      ))}
    </>
  );
}
