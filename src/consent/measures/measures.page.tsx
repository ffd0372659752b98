import { ActionButton, type HiddenFields, typedIn } from "../../cases/working/index.ts";
import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Chip, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, StaleComparison, StateLabel, TextArea } from "../../ui/index.ts";
import type { GridArea } from "../category-grid.page.tsx";
import { SHARED_MEASURE_STATES, type SharedMeasure } from "./report-measure.ts";

type Line = Pick<SharedMeasure, "id" | "title" | "dueOn" | "state" | "doneOn">;
export function MeasureStand({ measure: m, today }: { measure: Line; today: CalendarDay }) {
  if (m.state === "done") return <StateLabel tone="success" shape="check">erledigt{m.doneOn !== null && ` am ${germanDay(m.doneOn)}`}</StateLabel>;
  if (m.dueOn < today) return <StateLabel tone="danger" shape="triangle">seit {germanDay(m.dueOn)} überfällig</StateLabel>;
  return <>bis {germanDay(m.dueOn)}, {relativeDay(m.dueOn, today)}{m.state === "running" && " · begonnen"}</>;
}

export type MeasureShown = Line;
/** For the team, before and while it shares: which steps of the plan the office sees. */
export function PreviewMeasures({ measures, today }: { measures: readonly MeasureShown[]; today: CalendarDay }) {
  if (measures.length === 0) return null;
  return (
    <>
      <h3 class="field-label">Schritte im Plan, die diese Stelle tut</h3>
      <ul class="lines">{measures.map((m) => <li><bdi>{m.title}</bdi> · <MeasureStand measure={m} today={today} /></li>)}</ul>
    </>
  );
}

/** What the partner's own office has to do in all cases that are shared with the reader. */
export function OwnMeasures({ measures, today }: { measures: readonly SharedMeasure[]; today: CalendarDay }) {
  const open = measures.filter((m) => m.state !== "done");
  if (open.length === 0) return null;
  return (
    <Card title={`Ihre Schritte in Plänen (${open.length})`}>
      <ul class="lines">{open.map((m) => <li><a href={`/freigaben/${m.shareId}/massnahmen/${m.id}`}><bdi>{m.title}</bdi></a> · <MeasureStand measure={m} today={today} /></li>)}</ul>
    </Card>
  );
}

/** Of one shared case: the steps that this office does, and nothing else of the plan. */
export function CaseMeasures({ measures, areas, today, hidden }: { measures: readonly SharedMeasure[]; areas: readonly GridArea[]; today: CalendarDay; hidden: HiddenFields }) {
  if (measures.length === 0) return null;
  return (
    <Card title="Ihre Schritte im Plan der Person">
      <ul class="lines">
        {measures.map((m) => {
          const href = `/freigaben/${m.shareId}/massnahmen/${m.id}`;
          return (
            <li>
              <a class="strong-link" href={href}><bdi>{m.title}</bdi></a> <Chip>{areas.find((a) => a.key === m.lifeArea)?.label ?? m.lifeArea}</Chip>
              <span class="cell-note"><MeasureStand measure={m} today={today} />{m.report !== "" && <> · Sie schrieben: <bdi>{m.report}</bdi></>}</span>
              <ActionButton hidden={hidden} action={`${href}/stand`} kind={m.state === "done" ? "quiet" : "plain"} name="state" value={m.state === "done" ? "open" : "done"} label={`${m.state === "done" ? "Doch nicht erledigt" : "Erledigt"}: ${m.title}`}>{m.state === "done" ? "Doch nicht erledigt" : "Erledigt"}</ActionButton>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

export interface ReportView {
  readonly measure: SharedMeasure;
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
}
export function ReportMeasurePage({ measure, form, hidden, today }: ReportView) {
  const typed = typedIn(form);
  const now = form.stale as unknown as SharedMeasure | undefined;
  return (
    <>
      <PageHead title={<bdi>{measure.title}</bdi>} lead={<><MeasureStand measure={measure} today={today} /> · <a href={`/freigaben/${measure.shareId}`}>zurück zum Fall</a></>} />
      <Card title="Wie steht es?">
        <Form {...hidden} version={now?.version ?? measure.version} label="Wie steht es?">
          <FormErrors errors={form.refusals} />
          {now !== undefined && <StaleComparison fields={[{ label: "Was zu tun ist", typed: measure.title, current: now.title }, { label: "Stand", typed: SHARED_MEASURE_STATES[typed.text("state") as SharedMeasure["state"]] ?? "", current: SHARED_MEASURE_STATES[now.state] }]} />}
          <RadioGroup name="state" label="Stand" look="inline" value={typed.text("state", measure.state)} {...typed.errorOf("state")} choices={Object.entries(SHARED_MEASURE_STATES).map(([value, label]) => ({ value, label }))} />
          {measure.mayReport
            ? <TextArea name="report" label="Was kam heraus?" optional rows={3} maxlength={2000} value={typed.text("report", measure.report)} {...typed.errorOf("report")} />
            : <Notice kind="info">Die Einwilligung erlaubt, dass Sie diesen Schritt sehen und sagen, wie er steht. Worte dazu darf die Akte nicht aufnehmen.</Notice>}
          <p class="readers">Lesen können das: das Team des Falls, die Person und die benannten Personen Ihrer Stelle, solange die Freigabe läuft.</p>
          <ButtonRow><Button kind="strong">Melden</Button><LinkButton kind="quiet" href={`/freigaben/${measure.shareId}`}>Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
    </>
  );
}
