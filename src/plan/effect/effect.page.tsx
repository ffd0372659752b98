import { CaseFrame } from "../../cases/reading/index.ts";
import type { CaseFormView } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, EmptyState, Figure, FigureRow, LineList, LinkButton } from "../../ui/index.ts";
import { areaLabel, PersonOf, planPath } from "../plan.page.tsx";
import { attainmentWord, ATTAINMENTS, GOAL_STATES, REVIEW_KINDS } from "../plan-words.ts";
import type { Review } from "../reviews/record-review.ts";
import type { AreaEffect, Effect } from "./effect.ts";

export interface EffectView extends CaseFormView {
  readonly effect: Effect;
  readonly reviews: readonly Review[];
  readonly mayWrite: boolean;
}

export function EffectPage(view: EffectView) {
  const { head, today, effect, reviews, mayWrite } = view;
  const drawn = effect.areas.filter((a) => a.before !== null || a.after !== null);
  const better = drawn.filter((a) => a.before !== null && a.after !== null && a.after > a.before).length;
  const persons = new Set(effect.areas.map((a) => a.personId));
  const only = head.personCount > 1 && persons.size === 1 ? effect.areas[0]!.personId : null;
  const compared = drawn.filter((a) => a.before !== null && a.after !== null).length;
  if (effect.judged === 0 && drawn.length === 0) {
    return (
      <CaseFrame head={head} today={today} current="effect">
        <Card><EmptyState title="Noch nichts zu vergleichen" {...(mayWrite && effect.areas.length > 0 ? { action: { href: `${planPath(head.id)}/ueberpruefung`, label: "Plan überprüfen", strong: true } } : {})}>Nach der ersten Überprüfung steht hier, was sich verändert hat: je Lebensbereich vorher und nachher, und wie weit die Ziele erreicht sind.</EmptyState></Card>
      </CaseFrame>
    );
  }
  return (
    <CaseFrame head={head} today={today} current="effect">
      <FigureRow>
        <Figure label="Ziele mit Ergebnis" value={effect.judged} />
        <Figure label="erreicht wie vereinbart oder mehr" value={effect.reached} tone={effect.reached > 0 ? "success" : "neutral"} />
        <Figure label="Lebensbereiche verbessert" value={better} note={`von ${compared} verglichenen`} tone={better > 0 ? "success" : "neutral"} />
        <Figure label="Überprüfungen" value={reviews.length} />
      </FigureRow>
      <Card title={<>Vorher und nachher{only !== null && <>: <PersonOf head={head} id={only} /></>}</>} aside={mayWrite && <LinkButton small href={`${planPath(head.id)}/ueberpruefung`}>Plan überprüfen</LinkButton>}>
        <table class="effect">
          <caption class="kern-sr-only">Je Lebensbereich die Stufe am Anfang und zuletzt, von 1 bis 5, und die Ergebnisse der Ziele</caption>
          <thead><tr><th scope="col">Lebensbereich</th><th scope="col">Stufe 1 bis 5</th><th scope="col" class="is-numeric">vorher</th><th scope="col" class="is-numeric">nachher</th><th scope="col">Ziele</th></tr></thead>
          <tbody>{effect.areas.map((area) => <AreaRow view={view} area={area} isNamed={persons.size > 1} />)}</tbody>
        </table>
      </Card>
      {effect.judged > 0 && <SpreadCard effect={effect} />}
      {reviews.length > 0 && <Reviews view={view} />}
    </CaseFrame>
  );
}

function AreaRow({ view: { head }, area, isNamed }: { view: EffectView; area: AreaEffect; isNamed: boolean }) {
  return (
    <tr>
      <th scope="row">{areaLabel(head, area.lifeArea)}{isNamed && <span class="line-note"><PersonOf head={head} id={area.personId} /></span>}</th>
      <td class="effect-lane"><Steps before={area.before} after={area.after} /></td>
      <td class="is-numeric effect-before" data-label="vorher">{area.before ?? "–"}</td>
      <td class="is-numeric effect-after" data-label="nachher">{area.after === null ? "–" : <b class={area.before === null || area.after === area.before ? undefined : area.after > area.before ? "tone-success" : "tone-danger"}>{area.after}</b>}</td>
      <td class="effect-goals">
        {area.goals.length === 0 && <span class="quiet">kein Ziel</span>}
        {area.goals.map((g) => <span class="effect-goal"><bdi>{g.title}</bdi> <Chip tone={g.attainment === null ? "neutral" : g.attainment >= 0 ? "success" : "warning"}>{g.attainment === null ? GOAL_STATES[g.state] : attainmentWord(g.attainment)}</Chip></span>)}
      </td>
    </tr>
  );
}

const X = (level: number): number => 12 + (level - 1) * 44;
/** Five steps, where it stood and where it stands; the arrow says which way. The numbers stand in the cells beside it. */
function Steps({ before, after }: { before: number | null; after: number | null }) {
  const moves = before !== null && after !== null && before !== after;
  const [from, to] = [before ?? 0, after ?? 0];
  const way = to > from ? 1 : -1;
  return (
    <svg class={moves ? (way > 0 ? "steps is-up" : "steps is-down") : "steps"} viewBox="0 0 200 24" width="200" height="24" aria-hidden="true" focusable="false">
      <path class="plan-ground" d="M12 12H188" />
      {[1, 2, 3, 4, 5].map((n) => <circle class="steps-ground" cx={X(n)} cy="12" r="3" />)}
      {moves && <path class="steps-way" d={`M${X(from)} 12H${X(to) - way * 11}`} />}
      {moves && <path class="steps-head" d={`M${X(to) - way * 14} 7l${way * 6} 5 ${-way * 6} 5z`} />}
      {before !== null && <circle class="steps-before" cx={X(before)} cy="12" r="6" />}
      {after !== null && <circle class="steps-after" cx={X(after)} cy="12" r="6.5" />}
    </svg>
  );
}

/** How many goals stand where; each bar is its own row with its word and number. */
function SpreadCard({ effect }: { effect: Effect }) {
  const all = Math.max(1, effect.judged);
  const steps = [2, 1, 0, -1, -2] as const;
  return (
    <Card title="Wie weit die Ziele erreicht sind">
      <table class="bar-chart">
        <caption class="kern-sr-only">Ziele nach Grad der Erreichung</caption>
        <thead class="kern-sr-only"><tr><th scope="col">Grad</th><th scope="col">Ziele</th><th scope="col">Balken</th></tr></thead>
        <tbody>
          {steps.map((n) => (
            <tr>
              <th scope="row">{ATTAINMENTS[String(n) as keyof typeof ATTAINMENTS]} <span class="quiet">({n > 0 ? `+${n}` : String(n).replace("-", "−")})</span></th>
              <td class="is-numeric">{effect.spread[n + 2]}</td>
              <td class="bar-cell"><svg viewBox="0 0 240 12" preserveAspectRatio="none" height="12" aria-hidden="true" focusable="false"><rect class={n >= 0 ? "bar effect-good" : "bar effect-less"} x="0" y="0" height="12" width={Math.round(((effect.spread[n + 2] ?? 0) / all) * 240)} /></svg></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const Reviews = ({ view: { reviews, effect } }: { view: EffectView }) => {
  const titleOf = (id: string): string => effect.areas.flatMap((a) => a.goals).find((g) => g.id === id)?.title ?? "ein Ziel, das nicht weiter verfolgt wird";
  return (
    <Card title="Überprüfungen">
      <LineList>
        {reviews.map((r) => (
          <div>
            <b>{REVIEW_KINDS[r.kind]} am {germanDay(r.reviewedOn)}</b> <span class="quiet">{r.authorName}{r.nextReviewOn !== null && ` · nächste am ${germanDay(r.nextReviewOn)}`}</span>
            {r.goals.map((g) => <span class="line-note"><bdi>{titleOf(g.goalId)}</bdi>: {attainmentWord(g.attainment)}{g.level !== null && `, Stufe ${g.level}`}</span>)}
            {r.note !== "" && <p><bdi>{r.note}</bdi></p>}
          </div>
        ))}
      </LineList>
    </Card>
  );
};
