import { typedIn } from "../../cases/index.ts";
import { FactFields, FactGroups, FactHistory, type FactHistoryView, type FactsPlace, isGuarded, type PersonFactsView, questionOf } from "../../perspectives/index.ts";
import { Notice } from "../../ui/index.ts";
import { OfficeFrame } from "../file/office-frame.page.tsx";
import type { OfficeHead } from "../file/office-head.ts";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";

export const officeFactsUrl = (personId: string): string => `/vorgaenge/${personId}/angaben`;

/** They are the authority: § 87 AufenthG, which warns case management, has nothing to say here. */
const OnlyWhatIsNeeded = () => (
  <Notice kind="warning" title="Nur, was Ihr eigenes Verfahren braucht">
    Sie dürfen erheben, was für Ihre Aufgabe erforderlich ist (§ 86 AufenthG), und nichts auf Vorrat. Zur Gesundheit: nur ob etwas bescheinigt ist, nie woran jemand leidet.
  </Notice>
);
const placeOf = (personId: string): FactsPlace => ({ caseId: null, base: officeFactsUrl(personId), guarded: { title: "Nur, wenn das Verfahren es braucht", notice: <OnlyWhatIsNeeded />, give: "Eine Angabe eintragen" } });

export function OfficeFactsPage({ head, shown }: { head: OfficeHead; shown: PersonFactsView }) {
  return (
    <OfficeFrame head={head} current="facts">
      <p class="lead">Was hier steht, wird einmal erfasst und gilt für jede Regel. Was Sie nicht wissen, bleibt offen.</p>
      <FactGroups place={placeOf(head.id)} shown={shown} />
    </OfficeFrame>
  );
}

export interface OfficeFactView extends OfficeFormView, FactHistoryView {
  readonly hidden: OfficeFormView["hidden"];
}

export function OfficeFactPage(view: OfficeFactView) {
  const { spec, history, head } = view;
  return (
    <OfficeForm
      view={view} title={questionOf(spec)} submit="Eintragen" cancel={officeFactsUrl(head.id)} current="facts"
      before={<>{isGuarded(spec.key) && <OnlyWhatIsNeeded />}{history.length > 0 && <FactHistory view={view} place={placeOf(head.id)} />}</>}
    >
      <FactFields spec={spec} typed={typedIn(view.form)} latest={history[0]} />
    </OfficeForm>
  );
}
