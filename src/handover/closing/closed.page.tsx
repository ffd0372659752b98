import { CaseFrame, type CaseHead, CLOSING_REASONS, HANDOVERS } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { attainmentWord, type Goal } from "../../plan/index.ts";
import { Card, Columns, DescriptionList, Level, LineList, StateLabel } from "../../ui/index.ts";
import { RESULTS } from "./closing-words.ts";
import type { AftercareContact, Closure } from "./read-closing.ts";

export interface ClosedView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly closure: Closure;
  readonly goals: readonly Goal[];
  readonly aftercare: readonly AftercareContact[];
  readonly keptUntil: CalendarDay;
  readonly mayWork: boolean;
}
const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** How the case ended: results, to whom it goes, who asks afterwards, and until when it is kept. */
export function ClosedPage(view: ClosedView) {
  const { head, today, closure, goals, aftercare, keptUntil, mayWork } = view;
  const facts = [
    { term: "Abgeschlossen am", value: germanDay(closure.closedOn) }, { term: "Grund", value: word(CLOSING_REASONS, closure.reason) }, { term: "Übergabe", value: word(HANDOVERS, closure.handover) },
    ...(closure.organisation === "" ? [] : [{ term: "Weiter bei", value: closure.organisation }]), ...(closure.handoverText === "" ? [] : [{ term: "Vereinbart", value: <bdi>{closure.handoverText}</bdi> }]),
    { term: "Abgeschlossen von", value: closure.closedBy }, { term: "Akte aufbewahrt bis", value: germanDay(keptUntil) },
  ];
  return (
    <CaseFrame head={head} today={today}>
      <Columns
        main={<>
          <Card title="Abschluss"><DescriptionList facts={facts} /></Card>
          <Card title="Was erreicht wurde">{goals.length === 0 ? <p class="quiet">Es gab kein Ziel mit Ergebnis.</p> : <LineList>{goals.map((g) => <Result head={head} goal={g} />)}</LineList>}</Card>
        </>}
        side={<><AftercareCard head={head} today={today} aftercare={aftercare} mayWork={mayWork} /><LettersCard head={head} closure={closure} /></>}
      />
    </CaseFrame>
  );
}

const Result = ({ head, goal }: { head: CaseHead; goal: Goal }) => (
  <div>
    <div class="line"><bdi>{goal.title}</bdi>{goal.attainment !== null && <StateLabel tone={goal.attainment >= 0 ? "success" : goal.attainment === -1 ? "accent" : "neutral"} shape={goal.attainment >= 0 ? "check" : goal.attainment === -1 ? "half" : "empty"}>{attainmentWord(goal.attainment)}</StateLabel>}</div>
    <span class="line-note">{head.lifeAreas.find((a) => a.key === goal.lifeArea)?.label ?? goal.lifeArea}{goal.levelAfter !== null && <> · {goal.levelBefore !== null && <>Stufe {goal.levelBefore} → </>}Stufe {goal.levelAfter} <Level value={goal.levelAfter} of={5} /></>}</span>
  </div>
);

export const aftercareWord = (contact: AftercareContact): string => (contact.result === null ? "" : RESULTS[contact.result]);

export function AftercareCard({ head, today, aftercare, mayWork }: Pick<ClosedView, "head" | "today" | "aftercare" | "mayWork">) {
  return (
    <Card title="Nachsorge">
      {aftercare.length === 0 ? <p class="quiet">Niemand fragt nach dem Abschluss nach.</p> : (
        <LineList>{aftercare.map((c) => (
          <div>
            <div class="line">{mayWork && c.result === null ? <a href={`/faelle/${head.id}/nachsorge/${c.id}`}>Nachfragen am {germanDay(c.dueOn)}</a> : <span>{germanDay(c.recordedOn ?? c.dueOn)}</span>}{c.result !== null && <StateLabel tone={c.result === "stable" ? "success" : c.result === "not_reached" ? "neutral" : "warning"} shape={c.result === "stable" ? "check" : c.result === "not_reached" ? "empty" : "half"}>{aftercareWord(c)}</StateLabel>}</div>
            {c.result === null ? (c.dueOn < today && <span class="line-note">überfällig</span>) : <span class="line-note">{c.recordedBy}{c.note !== "" && <>: <bdi>{c.note}</bdi></>}</span>}
          </div>
        ))}</LineList>
      )}
    </Card>
  );
}

const LettersCard = ({ head, closure }: { head: CaseHead; closure: Closure }) => (
  <Card title="Brief an die Person">
    {closure.letters.length === 0 ? <p class="quiet">Es wurde kein Brief geschrieben.</p> : <LineList>{closure.letters.map((l) => <div><a href={`/faelle/${head.id}/abschluss/${l.id}/brief.pdf`}>Abschlussbrief als PDF</a><span class="line-note">für <bdi>{l.person}</bdi>, vom {germanDay(l.madeOn)}. Er steht auch auf ihrer eigenen Seite.</span></div>)}</LineList>}
  </Card>
);
