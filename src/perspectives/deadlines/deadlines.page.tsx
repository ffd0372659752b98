import { nameOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, DataTable, EmptyState, FilterBar, type FilterChip, FilterChoices, Form, Button, Name, Notice, PageHead, Select, type Shape, StateLabel, type Tone } from "../../ui/index.ts";
import { detailWords, KIND_NOUNS, kindWords, ruleShort, ruleTitle } from "./deadline-words.ts";
import { dueBefore, followUpTitle } from "./follow-up-words.ts";
import { addressOf, type DeadlineQuery, MONTHS, RULES } from "./deadlines-address.ts";
import { DeadlinesPicture } from "./deadlines-picture.page.tsx";
import { ManagersCard } from "./per-manager.page.tsx";
import type { Deadlines } from "./read-deadlines.ts";
import type { DayRow } from "./upcoming-days.sql.ts";
import type { DayKind } from "./upcoming-days.ts";

export interface DeadlinesView {
  readonly deadlines: Deadlines;
  readonly query: DeadlineQuery;
  readonly today: CalendarDay;
  readonly roomName: string;
  /** a team lead without cases of their own sees numbers alone */
  readonly isLeadOnly: boolean;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}

export function DeadlinesPage(view: DeadlinesView) {
  const { deadlines, query, today } = view;
  const total = deadlines.counts.reduce((sum, c) => sum + c.days, 0);
  const showsOwn = !view.isLeadOnly || total > 0;
  return (
    <>
      <PageHead title="Fristenvorschau" lead={leadOf(view)} />
      <FilterChoices label="Wie weit voraus" choices={MONTHS.map((n) => ({ label: `${n} Monate`, href: addressOf({ ...query, monate: n, nach: "" }), current: query.monate === n }))} />
      <RunNote deadlines={deadlines} today={today} />
      {deadlines.managers !== null && <ManagersCard managers={deadlines.managers} months={query.monate} />}
      {showsOwn && <Filters view={view} total={total} />}
      {showsOwn && total > 0 && <Card title="Auf einen Blick"><DeadlinesPicture counts={deadlines.counts} today={today} months={query.monate} /></Card>}
      {showsOwn && <List view={view} />}
      <p class="quiet">Berechnet aus dem, was erfasst ist, nach heutigem Recht. Ob ein Recht besteht, entscheidet die Behörde.</p>
    </>
  );
}

const leadOf = ({ deadlines, roomName, isLeadOnly }: DeadlinesView): string =>
  deadlines.isRoomWide ? `Wessen Fenster sich im Aktenbereich ${roomName} öffnen oder schließen, und welche Papiere enden.`
    : isLeadOnly ? "Wie viel in den nächsten Monaten auf wen zukommt. Welche Personen das sind, sieht das Fallteam."
      : "Wessen Fenster sich in Ihren Fällen öffnen oder schließen, welche Papiere enden und wo die Leistung wechselt.";

function RunNote({ deadlines: { progress }, today }: { deadlines: Deadlines; today: CalendarDay }) {
  if (progress === null) return <Notice kind="info" title="Noch nicht berechnet">Die Fristen werden in der nächsten Nacht zum ersten Mal berechnet.</Notice>;
  if (!progress.is_over) return <p class="quiet" role="status">Wird gerade neu berechnet: {progress.percent} % sind durchgesehen. Bis dahin steht hier der Stand von gestern.</p>;
  return <p class="quiet">Stand: {progress.on_day === today ? "letzte Nacht" : germanDay(progress.on_day)}. Was Sie heute ändern, steht nach wenigen Sekunden hier.</p>;
}

function Filters({ view: { query, deadlines }, total }: { view: DeadlinesView; total: number }) {
  const chips: FilterChip[] = [
    ...(query.regel === null ? [] : [{ label: `Regel: ${ruleShort(query.regel)}`, removeHref: addressOf({ ...query, regel: null, nach: "" }) }]),
    ...(query.art === null ? [] : [{ label: KIND_NOUNS[query.art], removeHref: addressOf({ ...query, art: null, nach: "" }) }]),
  ];
  const keep: Record<string, string> = query.monate === 6 ? {} : { monate: String(query.monate) };
  return (
    <FilterBar
      action="/fristen"
      keep={keep}
      chips={chips}
      resetHref={addressOf({ monate: query.monate })}
      result={`${total} ${total === 1 ? "Frist" : "Fristen"} bis ${germanDay(deadlines.until)}`}
      aside={total > 0 && <a href={addressOf({ ...query, nach: "" }, "/fristen/liste.csv")}>Als CSV herunterladen</a>}
    >
      <Select name="regel" label="Regel" optional empty="alle" value={query.regel ?? ""} width="medium" options={RULES.map((value) => ({ value, label: ruleShort(value) }))} />
      <Select name="art" label="Was geschieht" optional empty="alles" value={query.art ?? ""} width="medium" options={Object.entries(KIND_NOUNS).map(([value, label]) => ({ value, label }))} />
    </FilterBar>
  );
}

const SHAPES: Readonly<Record<DayKind, readonly [Shape, Tone]>> = { opens: ["full", "success"], closes: ["empty", "warning"], switch: ["square", "special"], ends: ["triangle", "danger"] };

function List({ view }: { view: DeadlinesView }) {
  const { deadlines, query, today } = view;
  return (
    <Card title="Alle Tage" flush>
      <DataTable
        caption="Fristen in der Reihenfolge ihrer Tage"
        captionHidden
        cards
        dense={false}
        rows={deadlines.rows}
        empty={<div class="card-body"><EmptyState title="In dieser Zeit ist nichts bekannt">{query.regel !== null || query.art !== null ? "Nehmen Sie einen Filter heraus, oder sehen Sie weiter voraus." : "Fristen entstehen aus dem Aufenthaltsverlauf und dem, was zur Person erfasst ist."}</EmptyState></div>}
        paging={{ nextHref: deadlines.next === null ? undefined : addressOf({ ...query, nach: deadlines.next }), previousHref: query.nach === "" ? undefined : addressOf({ ...query, nach: "" }) }}
        columns={[
          { key: "person", header: "Person", rowHeader: true, cell: (row) => <Who row={row} /> },
          { key: "day", header: "Tag", nowrap: true, card: "corner", cell: (row) => <><b>{germanDay(row.day)}</b> <span class="line-note">{relativeDay(row.day, today)}</span></> },
          { key: "kind", header: "Was", card: "plain", cell: (row) => <StateLabel shape={SHAPES[row.kind][0]} tone={SHAPES[row.kind][1]}>{kindWords(row)}</StateLabel> },
          { key: "rule", header: "Regel", card: "plain", cell: (row) => <RuleCell row={row} /> },
          { key: "do", header: "Wiedervorlage", headerHidden: true, actions: true, cell: (row) => <FollowUp row={row} view={view} /> },
        ]}
      />
    </Card>
  );
}

const latinName = (row: DayRow): string => nameOf(row.given, row.family);
const ownName = (row: DayRow): string => [row.own_given, row.own_family].filter((part) => part !== "").join(" ");
function Who({ row }: { row: DayRow }) {
  const name = <Name latin={latinName(row)} own={ownName(row)} />;
  return row.case_id === null ? <a href={`/vorgaenge/${row.person_id}`}>{name}</a> : <><a href={`/faelle/${row.case_id}`}>{name}</a> <span class="line-note">Fall {row.number}</span></>;
}

function RuleCell({ row }: { row: DayRow }) {
  const detail = detailWords(row);
  return (
    <>
      {row.case_id === null ? <span title={ruleTitle(row.rule)}>{ruleShort(row.rule)}</span> : <a href={`/faelle/${row.case_id}/aufenthalt-und-fristen?person=${row.member_id}`} title={ruleTitle(row.rule)}>{ruleShort(row.rule)}</a>}
      {detail !== "" && <span class="line-note">{detail}</span>}
      {!row.is_certain && <span class="line-note tone-warning">Fragen sind noch offen</span>}
    </>
  );
}

/** One click: due two weeks before the day, with the words of the list. */
function FollowUp({ row, view }: { row: DayRow; view: DeadlinesView }) {
  const label = `Wiedervorlage zu ${ruleShort(row.rule)}, ${latinName(row)}`;
  if (row.case_id === null) {
    return (
      <Form {...view.form()} action={`/vorgaenge/${row.person_id}/wiedervorlagen/neu`} class="inline-form">
        <input type="hidden" name="title" value={followUpTitle(row)} />
        <input type="hidden" name="dueOn" value={dueBefore(row.day, view.today)} />
        <Button small label={label}>Wiedervorlage</Button>
      </Form>
    );
  }
  return (
    <Form {...view.form()} action="/fristen/wiedervorlage" class="inline-form">
      <input type="hidden" name="caseId" value={row.case_id} />
      <input type="hidden" name="personId" value={row.person_id} />
      <input type="hidden" name="rule" value={row.rule} />
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="zurueck" value={addressOf(view.query)} />
      <Button small label={label}>Wiedervorlage</Button>
    </Form>
  );
}
