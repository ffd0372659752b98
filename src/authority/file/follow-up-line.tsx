import { ActionButton, type HiddenFields } from "../../cases/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Day, StateLabel } from "../../ui/index.ts";
import type { ComponentChildren } from "preact";
import type { ShownFollowUp } from "../follow-ups/change-office-follow-ups.ts";

/** One follow-up with its tick; `back` says where one comes back to. */
export function FollowUpLine({ task, today, hidden, back, children }: { task: ShownFollowUp; today: CalendarDay; hidden: HiddenFields; back: "vorgang" | "heute"; children?: ComponentChildren }) {
  const base = `/vorgaenge/${task.personId}/wiedervorlagen/${task.id}`;
  return (
    <div class="line">
      <div>
        <a href={base}><bdi>{task.title}</bdi></a>
        <span class="line-note">
          {task.doneOn !== null ? <>erledigt am <Day day={task.doneOn} /></> : task.dueOn < today ? <StateLabel tone="danger" shape="triangle">überfällig seit <Day day={task.dueOn} /></StateLabel> : <>fällig <Day day={task.dueOn} today={today} /></>}
          {" · "}
          {task.isMine ? "Sie" : <bdi>{task.ownerName}</bdi>}
          {children}
        </span>
      </div>
      {task.doneOn === null && <ActionButton hidden={hidden} action={`${base}/erledigt`} name="weiter" value={back} label={`Erledigt: ${task.title}`}>Erledigt</ActionButton>}
    </div>
  );
}
