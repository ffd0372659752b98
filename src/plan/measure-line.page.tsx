import type { HiddenFields } from "../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Chip, Form, Icon } from "../ui/index.ts";
import { MEASURE_STATES } from "./plan-words.ts";
import type { Measure } from "./read-plan.ts";

const VOLUNTEER: Readonly<Record<string, string>> = { offered: "angeboten", accepted: "zugesagt", declined: "abgesagt", done: "erledigt gemeldet", cancelled: "zurückgezogen" };

export function MeasureDue({ measure, today }: { measure: Pick<Measure, "state" | "dueOn" | "doneOn" | "doneByPerson">; today: CalendarDay }) {
  if (measure.state === "done") return <>erledigt{measure.doneOn !== null && ` am ${germanDay(measure.doneOn)}`}{measure.doneByPerson && ", von der Person abgehakt"}</>;
  if (measure.state === "dropped") return <>entfällt</>;
  if (measure.dueOn < today) return <b class="tone-danger">überfällig seit {germanDay(measure.dueOn)}</b>;
  if (measure.dueOn === today) return <b class="tone-danger">heute fällig</b>;
  return <>bis {germanDay(measure.dueOn)}</>;
}

/** One step with the box that does it: ticked once it is done, ticked again it is open as before. Works without scripts. */
export function MeasureLine({ measure: m, today, hidden, mayWrite }: { measure: Measure; today: CalendarDay; hidden: HiddenFields; mayWrite: boolean }) {
  const href = `/faelle/${m.caseId}/plan/massnahmen/${m.id}`;
  const isOver = m.state === "done" || m.state === "dropped";
  return (
    <div class="task task-tick" id={`schritt-${m.id}`}>
      {mayWrite && m.state !== "dropped" ? (
        <Form {...hidden} action={`${href}/stand`} class="tick-form">
          <input type="hidden" name="state" value={m.state === "done" ? "open" : "done"} />
          {m.state === "done"
            ? <button class="tick is-done" aria-label={`Doch nicht erledigt: ${m.title}`} title="Haken zurücknehmen"><Icon name="check" /></button>
            : <button class="tick" aria-label={`Erledigt: ${m.title}`} title="Als erledigt abhaken"><Icon name="check" /></button>}
        </Form>
      ) : <span class="switch-mark"><Icon name={m.state === "done" ? "check" : m.state === "dropped" ? "close" : "flat"} label={MEASURE_STATES[m.state]} /></span>}
      <span class={isOver ? "task-title quiet" : "task-title"}>
        {mayWrite ? <a href={href}><bdi>{m.title}</bdi></a> : <bdi>{m.title}</bdi>}
        {m.state === "running" && <> <Chip tone="accent">begonnen</Chip></>}
        {m.isEntrusted && <> <Chip tone="special">anvertraut</Chip></>}
      </span>
      <div class="line-note">
        <bdi>{m.responsible.name}</bdi> · <MeasureDue measure={m} today={today} />
        {m.responsible.kind === "office" && m.isReadByOffice && <> · <span title="Die Stelle sieht diesen Schritt durch ihre Freigabe.">sieht die Stelle</span></>}
        {m.responsible.kind === "volunteer" && (m.volunteerState === null || m.volunteerState === "declined" || m.volunteerState === "cancelled"
          ? !isOver && mayWrite && <>{m.volunteerState !== null && ` · ${VOLUNTEER[m.volunteerState]}`} · <a href={`${href}/ehrenamt`}>jemanden fragen</a></>
          : <> · {VOLUNTEER[m.volunteerState] ?? m.volunteerState}</>)}
        {mayWrite && m.state === "open" && (
          <> · <Form {...hidden} action={`${href}/stand`} class="word-form"><button class="word-button" name="state" value="running" aria-label={`Als begonnen merken: ${m.title}`}>als begonnen merken</button></Form></>
        )}
        {m.result !== "" && <span class="measure-result"><bdi>{m.result}</bdi></span>}
        {m.report !== "" && <span class="measure-result">{m.reporter === "" ? "Die Stelle" : <bdi>{m.reporter}</bdi>}{m.reportedAt !== null && `, ${germanDay(m.reportedAt.toISOString().slice(0, 10) as CalendarDay)}`}: <bdi>{m.report}</bdi></span>}
      </div>
    </div>
  );
}
