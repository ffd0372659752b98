import type { FormState } from "../http/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Breadcrumb, Button, ButtonRow, Card, Checkbox, DataTable, EmptyState, errorOf, Form, FormErrors, LinkButton, Name, type NameProps, Notice, PageHead, PeriodBar, type Reader, ReadersLine, StateLabel } from "../ui/index.ts";
import { type FactKind, textOf } from "./fact.ts";
import { FactFields, type TypedValues } from "./field-inputs.tsx";
import type { ResidenceHistory, ResidenceSpan } from "./residence-history.ts";

export interface ResidenceView {
  readonly personId: string;
  readonly name: NameProps;
  readonly kind: FactKind;
  readonly history: ResidenceHistory;
  readonly entryOn: CalendarDay | null;
  readonly today: CalendarDay;
  readonly form: FormState;
  readonly readers: readonly Reader[];
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
}

/** The way of a residence status through time, to be looked at and carried on. */
export function residencePage(view: ResidenceView) {
  const { personId, name, history, form } = view;
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Personen", href: "/personen" }, { label: "Person", href: `/personen/${personId}` }, { label: "Aufenthalt" }]} />
      <PageHead title="Aufenthalt" lead={<Name {...name} />} />
      <FormErrors errors={form.refusals} />
      {history.doubts.length > 0 && (
        <Notice kind="warning" title="Bitte klären">
          {history.doubts.map((doubt) => (
            <p>{doubt}</p>
          ))}
        </Notice>
      )}
      <Card title="Verlauf" flush>
        <History view={view} />
      </Card>
      <Card title="Neuer Status" id="neu">
        <NewStatus view={view} />
      </Card>
    </>
  );
}

function History({ view }: { view: ResidenceView }) {
  const { history, kind, today, entryOn } = view;
  const first = [...history.spans.flatMap((span) => span.from ?? []), ...(entryOn === null ? [] : [entryOn])].toSorted()[0] ?? today;
  const last = [today, ...history.spans.flatMap((span) => span.until ?? [])].toSorted().at(-1)!;
  return (
    <DataTable
      caption="Aufenthaltsstatus, neueste zuerst"
      captionHidden
      dense={false}
      rows={history.spans}
      empty={<EmptyState title="Noch kein Status">Tragen Sie unten den heutigen ein, frühere können Sie nachtragen.</EmptyState>}
      columns={[
        { key: "status", header: "Status", rowHeader: true, cell: (span) => <Status span={span} kind={kind} /> },
        { key: "from", header: "Seit", nowrap: true, cell: (span) => (span.from === null ? <span class="quiet">nicht bekannt</span> : germanDay(span.from)) },
        { key: "until", header: "Bis", nowrap: true, cell: (span) => <Until span={span} today={today} /> },
        { key: "bar", header: "Zeitraum", cell: (span) => <PeriodBar first={first} last={last} from={span.from ?? first} until={span.until ?? last} isOpen={span.until === null} isPast={span.until !== null && span.until < today} /> },
        { key: "evidence", header: "Nachweis", cell: (span) => textOf(span.fact.values, "evidence") || <span class="quiet">keiner</span> },
        { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (span) => <LinkButton small kind="quiet" href={`/personen/${span.fact.recordId}/${kind.path}/${span.fact.id}`} label={`Berichtigen: ${kind.words(span.fact.values).main}`}>Berichtigen</LinkButton> },
      ]}
    />
  );
}

function Status({ span, kind }: { span: ResidenceSpan; kind: FactKind }) {
  const { main } = kind.words(span.fact.values);
  const label = textOf(span.fact.values, "label");
  return (
    <>
      <bdi>{main === "" ? "ohne Angabe" : main}</bdi>
      {label !== "" && label !== main && <span class="cell-note">{label}</span>}
    </>
  );
}

const Until = ({ span, today }: { span: ResidenceSpan; today: CalendarDay }) =>
  span.until === null ? <StateLabel shape="half" tone="accent">gilt weiter</StateLabel> : span.until < today ? <>{germanDay(span.until)}</> : <StateLabel shape="half" tone="accent">{germanDay(span.until)}</StateLabel>;

function NewStatus({ view }: { view: ResidenceView }) {
  const { kind, form, readers, hidden, history } = view;
  const hasOpen = history.spans.some((span) => span.until === null);
  const isAgain = form.refusals.length > 0;
  return (
    <Form {...hidden} label="Neuer Aufenthaltsstatus" guarded>
      <FactFields kind={kind} values={form.values as TypedValues} errors={form.refusals} />
      {hasOpen && <Checkbox name="endsBefore" label="Der bisherige Status endet am Tag davor" checked={isAgain ? form.values["endsBefore"] === "ja" : true} value="ja" error={errorOf(form.refusals, "endsBefore")} hint="Gilt für den einen Eintrag ohne Ende. Braucht den Tag unter „Seit“." />}
      <ReadersLine readers={readers} />
      <ButtonRow>
        <Button kind="strong">Status eintragen</Button>
        <LinkButton kind="quiet" href={`/personen/${view.personId}#${kind.path}`}>Zur Person</LinkButton>
      </ButtonRow>
    </Form>
  );
}
