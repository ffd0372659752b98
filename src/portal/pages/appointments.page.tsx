import type { ComponentChildren, VNode } from "preact";
import { addDays } from "../../kernel/calendar-day.ts";
import { texts } from "../texts/index.ts";
import { displayName, say } from "../texts/words.ts";
import { ADDRESS, type AppointmentsView, type AppointmentView, type Frame } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon, type PortalIcon } from "./icons.page.tsx";
import { Leaf, LongDay, Typed, Words } from "./parts.page.tsx";

export function AppointmentsPage({ frame, view }: { frame: Frame; view: AppointmentsView }): VNode {
  const t = texts[frame.language].dates;
  return (
    <PortalPage frame={frame} place="dates" heading={t.title} german={texts.de.dates.title}>
      {view.coming.length === 0 && <p class="lead">{t.empty}</p>}
      {view.coming.map((appointment) => <AppointmentCard frame={frame} appointment={appointment} />)}
      {view.coming.length > 0 && <p><a href={ADDRESS.question}>{t.cannot}</a></p>}
      {view.past.length > 0 && (
        <details>
          <summary>{t.past}</summary>
          <ul class="lines">{view.past.map((appointment) => <li><LongDay language={frame.language} day={appointment.day} />{appointment.withWhom !== null && <> · <Typed>{appointment.withWhom}</Typed></>} · {t.states[appointment.state]}</li>)}</ul>
        </details>
      )}
    </PortalPage>
  );
}

export const timeWords = (frame: Frame, { from, until }: AppointmentView): string => (until === null ? say(texts[frame.language].dates.at, { from }) : say(texts[frame.language].dates.range, { from, until }));

const Line = ({ icon, children }: { icon: PortalIcon; children: ComponentChildren }) => <p class="with-icon"><Icon name={icon} /><span>{children}</span></p>;

function AppointmentCard({ frame, appointment }: { frame: Frame; appointment: AppointmentView }): VNode {
  const t = texts[frame.language].dates;
  const { day, place, subject, withWhom, language, interpreter, state } = appointment;
  const isOff = state === "cancelled" || state === "moved";
  return (
    <section class={isOff ? "card date is-off" : "card date"} aria-labelledby={`t-${appointment.id}`}>
      <Leaf language={frame.language} day={day} />
      <div class="about">
        <Near frame={frame} day={day} />
        <h2 id={`t-${appointment.id}`}>{subject !== null ? <Words said={subject} /> : withWhom !== null ? <Typed>{withWhom}</Typed> : t.title}</h2>
        {isOff && <p class="tag">{t.states[state]}</p>}
        <Line icon="clock">{timeWords(frame, appointment)}</Line>
        {place !== null && <Line icon="place"><span class="hidden">{t.place}: </span><Typed>{place}</Typed></Line>}
        {withWhom !== null && subject !== null && <Line icon="people"><span class="hidden">{t.whom}: </span><Typed>{withWhom}</Typed></Line>}
        {(language !== null || interpreter !== "none") && (
          <Line icon="globe">
            {language !== null && <><span class="hidden">{t.language}: </span><Words said={displayName(frame.language, "language", language)} /></>}
            {language !== null && interpreter !== "none" && " · "}
            {interpreter !== "none" && t[interpreter]}
          </Line>
        )}
        {!isOff && <p><a class="button quiet" href={ADDRESS.calendar(appointment.id)}><Icon name="calendar" />{t.calendar}</a></p>}
      </div>
    </section>
  );
}

function Near({ frame, day }: { frame: Frame; day: AppointmentView["day"] }): VNode | null {
  const t = texts[frame.language].site;
  return day === frame.today ? <span class="tag strong-tag">{t.today}</span> : day === addDays(frame.today, 1) ? <span class="tag strong-tag">{t.tomorrow}</span> : null;
}

/** On the first page: one line, which leads to the whole. */
export function AppointmentLine({ frame, appointment }: { frame: Frame; appointment: AppointmentView }): VNode {
  return (
    <a class="date-line" href={ADDRESS.appointments}>
      <Leaf language={frame.language} day={appointment.day} />
      <span>
        <Near frame={frame} day={appointment.day} />
        <span class="what">{appointment.subject !== null ? <Words said={appointment.subject} /> : appointment.withWhom !== null ? <Typed>{appointment.withWhom}</Typed> : texts[frame.language].dates.title}</span>
        <span class="small">{timeWords(frame, appointment)}{appointment.place !== null && <> · <Typed>{appointment.place}</Typed></>}</span>
      </span>
    </a>
  );
}
