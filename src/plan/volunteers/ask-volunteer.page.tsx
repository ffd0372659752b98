import { CaseForm, type CaseFormView } from "../../cases/working/index.ts";
import { VolunteerTaskFields } from "../../consent/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Notice } from "../../ui/index.ts";
import type { Measure } from "../read-plan.ts";

export interface AskVolunteerView extends CaseFormView {
  readonly measure: Measure;
  readonly volunteers: readonly { readonly account_id: string; readonly given_name: string; readonly family_name: string; readonly organisation: string }[];
}

/** A step becomes a task of a volunteer: what the volunteer reads is written here, and is not the step's own text. */
export function AskVolunteerPage(view: AskVolunteerView) {
  const { measure, volunteers, head, form } = view;
  if (volunteers.length === 0) return <CaseForm view={view} title="Jemanden im Ehrenamt fragen" submit="Zurück" current="plan"><p>Im Ehrenamt hat noch niemand ein Konto. Die Verwaltung der Kommune kann eines anlegen.</p></CaseForm>;
  return (
    <CaseForm view={view} title="Jemanden im Ehrenamt fragen" submit="Anbieten" current="plan" above={<><p>Schritt: <b><bdi>{measure.title}</bdi></b></p><Notice kind="info">Die Person im Ehrenamt sieht genau das, was unten steht, und weder den Schritt noch das Ziel.</Notice></>}>
      <VolunteerTaskFields head={head} form={form} volunteers={volunteers} dueOn={germanDay(measure.dueOn)} />
    </CaseForm>
  );
}
