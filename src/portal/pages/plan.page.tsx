import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { areaWords } from "../texts/words.ts";
import { ADDRESS, type Frame, type GoalView, type MeasureView, type PlanView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon } from "./icons.page.tsx";
import { PostForm, Typed, withDay, Words } from "./parts.page.tsx";

export function PlanPage({ frame, view }: { frame: Frame; view: PlanView }): VNode {
  const t = texts[frame.language].plan;
  return (
    <PortalPage frame={frame} place="plan" heading={t.title} german={texts.de.plan.title}>
      {view.goals.length === 0 && <p class="lead">{t.empty}</p>}
      {view.goals.map((goal) => <GoalCard frame={frame} goal={goal} />)}
      {view.letters.map((letter) => <p><a href={ADDRESS.closingLetter(letter.id)}>{withDay(t.letter, letter.madeOn)}</a></p>)}
      {view.agreedOn !== null && <p class="small">{withDay(t.agreed, view.agreedOn)}</p>}
    </PortalPage>
  );
}

const REACHED = { "2": "plus2", "1": "plus1", "0": "zero", "-1": "minus1", "-2": "minus2" } as const;

/** The person's own words are the heading; the German ones of the agreement stand below them. */
function GoalCard({ frame, goal }: { frame: Frame; goal: GoalView }): VNode {
  const t = texts[frame.language].plan;
  const [first, second] = goal.wish === null ? [goal.goal, null] : [goal.wish, goal.goal];
  return (
    <section class="card goal" aria-labelledby={`g-${goal.id}`}>
      <p class="tag"><Words said={areaWords(frame.language, goal.lifeArea)} /></p>
      <h2 id={`g-${goal.id}`}>{first !== null && <Words said={first} />}</h2>
      {second !== null && <p class="german"><span class="hidden">{t.agreedWords}: </span><Words said={second} /></p>}
      {goal.state !== "open" && <p class="state"><Icon name="hand" />{goal.attainment === null ? t.ended[goal.state] : t.reached[REACHED[String(goal.attainment) as keyof typeof REACHED]]}</p>}
      {goal.measures.length > 0 && <ul class="lines" aria-label={t.steps}>{goal.measures.map((measure) => <li><MeasureLine frame={frame} measure={measure} /></li>)}</ul>}
    </section>
  );
}

/** A box to tick where it is the person's own to do; otherwise who does it. */
export function MeasureLine({ frame, measure }: { frame: Frame; measure: MeasureView }): VNode {
  const isOver = measure.state === "done" || measure.state === "dropped";
  return (
    <div class={isOver ? "measure over" : "measure"}>
      {measure.who === "you" && measure.state !== "dropped" && (measure.state !== "done" || measure.doneByPerson) ? <Tick frame={frame} measure={measure} /> : <span class="dot" aria-hidden="true">{measure.state === "done" && <Icon name="hand" />}</span>}
      <div>
        <p class="what"><Words said={measure.title} /></p>
        <p class="small">{detailOf(frame, measure)}</p>
      </div>
    </div>
  );
}

function Tick({ frame, measure }: { frame: Frame; measure: MeasureView }): VNode {
  const t = texts[frame.language].plan;
  const isDone = measure.state === "done";
  return (
    <PostForm frame={frame} action={ADDRESS.tick}>
      <input type="hidden" name="measure" value={measure.id} />
      <input type="hidden" name="done" value={isDone ? "no" : "yes"} />
      <button class={isDone ? "tick is-done" : "tick"}>
        {isDone && <Icon name="hand" />}
        <span class="hidden">{isDone ? t.untick : t.tick}: <Words said={measure.title} /></span>
      </button>
    </PostForm>
  );
}

function detailOf(frame: Frame, { state, doneOn, dueOn, who, office }: MeasureView): VNode {
  const t = texts[frame.language];
  const by = who === "you" ? null : office === null ? <>{t.plan.who[who]}</> : <Typed>{office}</Typed>;
  const when = state === "done" ? (doneOn === null ? t.plan.states.done : withDay(t.plan.doneOn, doneOn)) : state === "dropped" ? t.plan.states.dropped : withDay(dueOn < frame.today ? t.plan.late : t.site.until, dueOn);
  return <>{by}{by !== null && " · "}{when}</>;
}
