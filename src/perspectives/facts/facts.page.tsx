import { CaseFrame, type CaseHead, namesOf } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { LinkButton, Tabs } from "../../ui/index.ts";
import { FactGroups, type FactsPlace, GuardedNotice } from "./fact-lines.page.tsx";
import type { PersonFactsView } from "./read-facts.ts";

export interface FactsPageView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly shown: PersonFactsView;
}
export const factsUrl = (caseId: string, personId: string, more = ""): string => `/faelle/${caseId}/personen/${personId}/angaben${more}`;
export const placeInCase = (caseId: string, personId: string): FactsPlace => ({ caseId, base: factsUrl(caseId, personId), guarded: { notice: <GuardedNotice />, give: "Die Person möchte etwas angeben" } });

export function FactsPage({ head, today, shown }: FactsPageView) {
  const persons = head.persons.filter((p) => p.left_on === null);
  return (
    <CaseFrame head={head} today={today} current="facts" actions={<LinkButton href={`/faelle/${head.id}/aufenthalt-und-fristen?person=${shown.personId}`}>Aufenthalt und Fristen</LinkButton>}>
      {persons.length > 1 && <Tabs label="Personen des Falls" tabs={persons.map((p) => ({ href: factsUrl(head.id, p.person_id), label: namesOf(p).latin, current: p.person_id === shown.personId }))} />}
      <p class="lead">Was hier steht, wird einmal erfasst und gilt für jede Regel. Was Sie nicht wissen, bleibt offen.</p>
      <FactGroups place={placeInCase(head.id, shown.personId)} shown={shown} />
    </CaseFrame>
  );
}
