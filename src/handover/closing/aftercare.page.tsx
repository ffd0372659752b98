import { CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Notice, RadioGroup, ReadersLine, type ReadersLineProps, TextArea } from "../../ui/index.ts";
import { AftercareCard } from "./closed.page.tsx";
import { RESULTS } from "./closing-words.ts";
import type { AftercareContact } from "./read-closing.ts";

export interface AftercareView extends CaseFormView {
  readonly contact: AftercareContact;
  readonly all: readonly AftercareContact[];
  readonly readers: ReadersLineProps;
}

/** One contact after the end: how is it going? */
export function AftercarePage(view: AftercareView) {
  const typed = typedIn(view.form);
  const { contact, head, today } = view;
  if (contact.result !== null) {
    return <CaseForm view={view} title="Nachsorge" submit="Zum Fall" above={<Notice kind="info" title={RESULTS[contact.result]}>Am {germanDay(contact.recordedOn ?? today)} festgehalten von {contact.recordedBy}.</Notice>} side={<AftercareCard head={head} today={today} aftercare={view.all} mayWork />}>{null}</CaseForm>;
  }
  return (
    <CaseForm view={view} title={`Nachsorge, vorgesehen am ${germanDay(contact.dueOn)}`} submit="Festhalten" foot={<ReadersLine {...view.readers} />} side={<AftercareCard head={head} today={today} aftercare={view.all} mayWork />}>
      <RadioGroup name="result" label="Wie geht es der Person?" value={typed.text("result")} {...typed.errorOf("result")} choices={optionsOf(RESULTS)} />
      <TextArea name="note" label="Was hat sie gesagt?" optional rows={3} maxlength={4000} value={typed.text("note")} {...typed.errorOf("note")} />
      <p class="quiet">Braucht sie Hilfe, kann eine Kurzberatung oder die übernehmende Stelle genügen. Möchte sie wieder ins Case Management, führt der nächste Schritt zur Wiederaufnahme.</p>
    </CaseForm>
  );
}
