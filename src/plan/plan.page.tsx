import type { ComponentChildren } from "preact";
import { CaseFrame, type CaseHead, languageLabel, namesOf } from "../cases/reading/index.ts";
import type { CaseFormView } from "../cases/working/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../kernel/calendar-day.ts";
import { Button, Card, Chip, Columns, EmptyState, Form, Icon, Level, LineList, LinkButton, Name, type Option } from "../ui/index.ts";
import { MeasureLine } from "./measure-line.page.tsx";
import { attainmentWord, GOAL_STATES } from "./plan-words.ts";
import { countsOf, openGoals } from "./progress.ts";
import { Legend, PlanTimeline } from "./progress.page.tsx";
import type { Goal, Plan } from "./read-plan.ts";

export interface PlanSide {
  readonly agreement: { readonly id: string; readonly versionNumber: number; readonly agreedOn: CalendarDay; readonly isSigned: boolean; readonly changes: number } | null;
  readonly review: { readonly reviewedOn: CalendarDay | null; readonly nextOn: CalendarDay | null };
}
export interface PlanView extends CaseFormView {
  readonly plan: Plan;
  readonly side: PlanSide;
  readonly owners: readonly (Option | { readonly label: string; readonly options: readonly Option[] })[];
  readonly dueProposal: CalendarDay;
  readonly mayWrite: boolean;
}
export const planPath = (caseId: string): string => `/faelle/${caseId}/plan`;

export function PlanPage(view: PlanView) {
  const { head, today, plan } = view;
  const goals = openGoals(plan);
  const past = plan.goals.filter((g) => g.state !== "open");
  if (plan.goals.length === 0) return <CaseFrame head={head} today={today} current="plan"><FirstGoal view={view} /></CaseFrame>;
  const counts = countsOf(goals.flatMap((g) => g.measures), today);
  return (
    <CaseFrame head={head} today={today} current="plan">
      <Columns
        main={
          <>
            {goals.length > 0 && (
              <Card title="Auf einen Blick" aside={view.mayWrite && <LinkButton small kind="strong" href={`${planPath(head.id)}/ziele/neu`}>Ziel hinzufügen</LinkButton>}>
                <PlanTimeline goals={goals} today={today} />
                <Legend counts={counts} />
              </Card>
            )}
            {goals.map((goal) => <GoalCard view={view} goal={goal} />)}
            {goals.length === 0 && <Card><EmptyState title="Zurzeit läuft kein Ziel" {...(view.mayWrite ? { action: { href: `${planPath(head.id)}/ziele/neu`, label: "Neues Ziel", strong: true } } : {})}>Was möchte die Person als Nächstes erreichen?</EmptyState></Card>}
            {past.length > 0 && <PastGoals view={view} goals={past} />}
          </>
        }
        side={<><AgreementCard view={view} /><ReviewCard view={view} />{view.mayWrite && <TemplateCard view={view} />}</>}
      />
    </CaseFrame>
  );
}

/** Nothing yet: what to do first, and the two ways that take a minute. */
function FirstGoal({ view: { head, mayWrite } }: { view: PlanView }) {
  return (
    <Card>
      <EmptyState title="Noch kein Ziel" {...(mayWrite ? { action: { href: `${planPath(head.id)}/ziele/neu`, label: "Erstes Ziel eintragen", strong: true } } : {})}>
        Fragen Sie: „Was möchten Sie in den nächsten Monaten erreichen?“ Ein Satz in den Worten der Person und ein erster Schritt genügen.
      </EmptyState>
      {mayWrite && <p class="plan-or">Oder <a href={`${planPath(head.id)}/vorlagen`}>mit einer Vorlage beginnen</a>, die Sie danach anpassen.</p>}
    </Card>
  );
}

export function PersonOf({ head, id }: { head: CaseHead; id: string }) {
  const person = head.persons.find((p) => p.person_id === id);
  if (person === undefined) return <>eine frühere Person des Falls</>;
  const { latin, own, lang } = namesOf(person);
  return <Name latin={latin} {...(own === undefined ? {} : { own })} lang={lang} />;
}
export const areaLabel = (head: Pick<CaseHead, "lifeAreas">, key: string): string => head.lifeAreas.find((a) => a.key === key)?.label ?? key;

/** The person's words as they were said: in their language, in their direction. */
export const Wish = ({ goal }: { goal: Pick<Goal, "wish" | "wishLanguage"> }) =>
  goal.wish === "" ? null : (
    <blockquote class="wish" dir="auto">
      <p lang={goal.wishLanguage}>{goal.wish}</p>
      {goal.wishLanguage !== "de" && <span class="quiet">{languageLabel(goal.wishLanguage)}</span>}
    </blockquote>
  );

function GoalCard({ view, goal }: { view: PlanView; goal: Goal }) {
  const { head, today, mayWrite } = view;
  const counts = countsOf(goal.measures, today);
  return (
    <Card
      id={`ziel-${goal.id}`}
      title={<bdi>{goal.title}</bdi>}
      aside={<span class="goal-aside"><Chip tone="accent">{areaLabel(head, goal.lifeArea)}</Chip>{mayWrite && <a href={`${planPath(head.id)}/ziele/${goal.id}`} aria-label={`Ziel bearbeiten: ${goal.title}`}>Bearbeiten</a>}</span>}
    >
      <p class="goal-facts">
        {head.personCount > 1 && <><PersonOf head={head} id={goal.personId} /> · </>}
        {counts.total > 0 && <>{counts.done} von {counts.total} erledigt</>}
        {counts.total === 0 && <span class="tone-warning">Noch kein Schritt: Wer tut was bis wann?</span>}
        {goal.levelBefore !== null && <> · am Anfang <Level value={goal.levelBefore} of={5} label={`am Anfang ${goal.levelBefore} von 5`} /></>}
        {goal.attainment !== null && <> · zuletzt <b>{attainmentWord(goal.attainment)}</b></>}
        {goal.isEntrusted && <> · <Chip tone="special">anvertraut</Chip></>}
      </p>
      {goal.goal !== "" && <Wish goal={goal} />}
      {goal.goal === "" && goal.wishLanguage !== "de" && <p class="quiet">in den Worten der Person, {languageLabel(goal.wishLanguage)}</p>}
      {goal.measures.length > 0 && <LineList>{goal.measures.map((m) => <MeasureLine measure={m} today={today} hidden={view.hidden} mayWrite={mayWrite} />)}</LineList>}
      {mayWrite && <QuickMeasure view={view} goal={goal} />}
    </Card>
  );
}

/** What, who, until when: one line and one key. Refused, the same form comes back on a page of its own. */
function QuickMeasure({ view, goal }: { view: PlanView; goal: Goal }) {
  const option = (o: Option) => <option value={o.value} selected={o.value === "person"}>{o.label}</option>;
  return (
    <details class="quick-measure" open={goal.measures.length === 0}>
      <summary>Schritt hinzufügen</summary>
      <Form {...view.hidden} action={`${planPath(view.head.id)}/ziele/${goal.id}/massnahmen/neu`} label={`Schritt hinzufügen: ${goal.title}`} class="quick-row">
        <input class="kern-form-input__input control" name="title" aria-label="Was wird getan?" placeholder="Was wird getan?" autocomplete="off" maxlength={300} required />
        <div class="select">
          <select class="kern-form-input__input control" name="responsible" aria-label="Wer tut es?">{view.owners.map((o) => ("options" in o ? <optgroup label={o.label}>{o.options.map(option)}</optgroup> : option(o)))}</select>
          <Icon name="chevron-down" />
        </div>
        <input class="kern-form-input__input control quick-day" name="dueOn" aria-label="Bis wann?" value={germanDay(view.dueProposal)} inputmode="numeric" autocomplete="off" maxlength={20} required />
        <Button>Hinzufügen</Button>
      </Form>
    </details>
  );
}

function PastGoals({ view, goals }: { view: PlanView; goals: readonly Goal[] }) {
  return (
    <Card title="Frühere Ziele" aside={<a href={`${planPath(view.head.id)}/wirkung`}>Was sich verändert hat</a>}>
      {goals.map((goal) => (
        <details class="more-lines" id={`ziel-${goal.id}`}>
          <summary><bdi>{goal.title}</bdi>: {goal.attainment === null ? GOAL_STATES[goal.state] : attainmentWord(goal.attainment)}{goal.closedOn !== null && `, ${germanDay(goal.closedOn)}`}</summary>
          {goal.goal !== "" && <Wish goal={goal} />}
          {goal.measures.length > 0 && <LineList>{goal.measures.map((m) => <MeasureLine measure={m} today={view.today} hidden={view.hidden} mayWrite={false} />)}</LineList>}
          {view.mayWrite && <p><a href={`${planPath(view.head.id)}/ziele/${goal.id}`}>Ziel bearbeiten</a></p>}
        </details>
      ))}
    </Card>
  );
}

const Lines = ({ children }: { children: ComponentChildren }) => <div class="plan-side">{children}</div>;

function AgreementCard({ view: { head, side: { agreement }, mayWrite } }: { view: PlanView }) {
  const base = `${planPath(head.id)}/vereinbarungen`;
  return (
    <Card title="Vereinbarung" aside={agreement !== null && <a href={base}>Alle Fassungen</a>}>
      <Lines>
        {agreement === null ? <p class="quiet">Noch nichts vereinbart. Beide unterschreiben, in beiden Sprachen.</p> : (
          <p>
            <a href={`${base}/${agreement.id}`}>Fassung {agreement.versionNumber}</a> vom {germanDay(agreement.agreedOn)}
            <span class="line-note">{agreement.isSigned ? "von beiden bestätigt" : <b class="tone-warning">Unterschrift fehlt noch</b>}{agreement.changes > 0 && <> · seitdem {agreement.changes === 1 ? "eine Änderung" : `${agreement.changes} Änderungen`}</>}</span>
          </p>
        )}
        {mayWrite && (agreement === null || agreement.changes > 0) && <LinkButton small href={`${base}/neu`}>{agreement === null ? "Vereinbaren" : "Neu vereinbaren"}</LinkButton>}
      </Lines>
    </Card>
  );
}

function ReviewCard({ view: { head, today, side: { review }, mayWrite } }: { view: PlanView }) {
  const isLate = review.nextOn !== null && review.nextOn < today;
  return (
    <Card title="Überprüfung" aside={review.reviewedOn !== null && <a href={`${planPath(head.id)}/wirkung`}>Wirkung</a>}>
      <Lines>
        <p>
          {review.nextOn === null ? <span class="quiet">Noch keine vorgesehen.</span> : <>Nächste: <b class={isLate ? "tone-danger" : undefined}>{germanDay(review.nextOn)}</b> <span class="quiet">({relativeDay(review.nextOn, today)})</span></>}
          {review.reviewedOn !== null && <span class="line-note">zuletzt am {germanDay(review.reviewedOn)}</span>}
        </p>
        {mayWrite && <LinkButton small href={`${planPath(head.id)}/ueberpruefung`}>Jetzt überprüfen</LinkButton>}
      </Lines>
    </Card>
  );
}

const TemplateCard = ({ view: { head } }: { view: PlanView }) => (
  <Card title="Vorlagen">
    <Lines>
      <p class="quiet only-screen">Ein Plan, der gut läuft, hilft auch anderen.</p>
      <div class="button-row">
        <LinkButton small href={`${planPath(head.id)}/vorlagen`}>Aus Vorlage ergänzen</LinkButton>
        <LinkButton small kind="quiet" href={`${planPath(head.id)}/vorlagen/neu`}>Diesen Plan als Vorlage</LinkButton>
      </div>
    </Lines>
  </Card>
);
