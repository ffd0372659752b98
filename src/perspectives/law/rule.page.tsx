import type { VNode } from "preact";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Breadcrumb, Card, Chip, Columns, DataTable, DescriptionList, LineList, PageHead } from "../../ui/index.ts";
import { dayOr, FIRST_DRAWN, thresholdColumns, Verified } from "./law-parts.tsx";
import { type ConditionShown, type Example, groupWords, type RuleDetail, valueWords } from "./law-view.ts";

export interface Wording {
  readonly ref: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** One rule as the law has it: conditions with their wording, its numbers over time, and the examples that hold it. */
export function RulePage({ rule, wordings, today }: { rule: RuleDetail; wordings: ReadonlyMap<string, readonly Wording[]>; today: CalendarDay }): VNode {
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Rechtsstand", href: "/rechtsstand" }, { label: rule.title }]} />
      <PageHead title={rule.title} lead={<>{rule.norm}. {rule.gives}</>} />
      <Columns
        main={
          <>
            <Card title="Bedingungen">
              <ol class="lines">{rule.conditions.map((condition) => <li id={condition.id}><ConditionLine condition={condition} rule={rule} wordings={wordings.get(condition.id) ?? []} /></li>)}</ol>
            </Card>
            {rule.lines.length > 0 && <Card title="Die erste Zeile, die zutrifft, entscheidet"><LinesTable rule={rule} /></Card>}
            {rule.thresholds.length > 0 && <Card title="Zahlen im Lauf der Zeit" flush><DataTable caption="Zahlen dieser Regel" captionHidden cards columns={thresholdColumns(FIRST_DRAWN, today, { withRules: false })} rows={rule.thresholds} /></Card>}
            <Card title={`Beispiele (${rule.examples.length})`}>{rule.examples.length === 0 ? <p>Diese Regel hat keine Beispiele; sie wird um ihre Zahlen herum geprüft.</p> : <LineList>{rule.examples.map((example) => <ExampleLine example={example} />)}</LineList>}</Card>
          </>
        }
        side={
          <>
            <Card title="Auf einen Blick">
              <DescriptionList facts={[
                { term: "Bereich", value: groupWords(rule.group) },
                { term: "Kennung", value: <code>{rule.id}</code> },
                { term: "hinterlegt ab", value: dayOr(rule.reachesBackTo, "heutiges Recht") },
                { term: "Beispiele", value: `${rule.examples.length}, alle im Test` },
                { term: "Grenzfälle", value: `${rule.boundaryCases} um die Zahlen herum` },
              ]} />
              <p class="muted">Jede Zahl wird im Test um eins verändert: Ein Beispiel oder Grenzfall muss dann anders herauskommen.</p>
            </Card>
            {rule.notes.length > 0 && <Card title="Zu beachten"><LineList>{rule.notes.map((note) => <>{note}</>)}</LineList></Card>}
            {rule.harmless.length > 0 && <Card title="Schadet nicht"><LineList>{rule.harmless.map((note) => <>{note}</>)}</LineList></Card>}
            <Card title="Angaben, die sie braucht"><LineList>{rule.facts.map((fact) => <>{fact.label}{fact.isAdverse && <> <Chip tone="special">gibt nur die Person</Chip></>}</>)}</LineList></Card>
          </>
        }
      />
    </>
  );
}

function ConditionLine({ condition, rule, wordings }: { condition: ConditionShown; rule: RuleDetail; wordings: readonly Wording[] }): VNode {
  const thresholds = rule.thresholds.filter((one) => condition.thresholds.includes(one.id) && one.until === null);
  return (
    <>
      <p><b>{condition.title}</b> <code class="muted">{condition.id}</code>{condition.isFinding && <> <Chip tone="accent">stellt eine benannte Person fest</Chip></>}</p>
      <p>{condition.sentence}</p>
      <p class="muted">{condition.citation}{condition.evidence.length > 0 && <> · Nachweis: {condition.evidence.join(", ")}</>}</p>
      {thresholds.map((one) => <p>{one.citation}: <b>{valueWords(one)}</b>, {one.inForceSince === null ? "von Anfang an" : `seit ${germanDay(one.inForceSince)}`} <Verified isUnverified={one.isUnverified} /></p>)}
      {wordings.length > 0 && (
        <details>
          <summary>Wortlaut</summary>
          {wordings.map(({ ref, title, lines }) => (
            <blockquote>
              <p><b>{ref}</b> {title}</p>
              {lines.map((line) => <p>{line}</p>)}
            </blockquote>
          ))}
        </details>
      )}
      {condition.examples.length > 0 && <p class="muted">Fehlt oder offen in: {condition.examples.map((id, index) => <>{index > 0 && ", "}<a href={`#${id}`}>{id}</a></>)}</p>}
    </>
  );
}

const LinesTable = ({ rule }: { rule: RuleDetail }): VNode => (
  <DataTable
    caption="Zeilen der Tafel"
    captionHidden
    columns={[
      { key: "outcome", header: "Ergebnis", rowHeader: true, cell: (line) => line.outcome },
      { key: "sentence", header: "heißt", cell: (line) => line.sentence },
      { key: "citation", header: "Norm", cell: (line) => line.citation },
    ]}
    rows={rule.lines}
  />
);

function ExampleLine({ example }: { example: Example }): VNode {
  return (
    <details id={example.id}>
      <summary>
        <code>{example.id}</code> am {example.on.slice(8, 10)}.{example.on.slice(5, 7)}.{example.on.slice(0, 4)}: <b>{example.outcome}</b>
        {example.unmet.length > 0 && ` (${example.unmet.join(", ")})`} {example.passes ? <Chip tone="success">stimmt</Chip> : <Chip tone="danger">weicht ab</Chip>}
      </summary>
      <DescriptionList facts={example.facts.map(({ label, value }) => ({ term: label, value }))} />
      <p class="muted">{example.isFromSource ? "Ergebnis nach Quelle" : "Ergebnis aus dem Wortlaut abgeleitet"}: {example.source}{example.note !== "" && ` (${example.note})`}</p>
    </details>
  );
}
