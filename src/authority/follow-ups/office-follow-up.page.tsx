import { ActionButton, typedIn } from "../../cases/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, type Option, Select, TextField } from "../../ui/index.ts";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";
import type { ShownFollowUp } from "./change-office-follow-ups.ts";

export interface OfficeFollowUpView extends OfficeFormView {
  readonly owners: readonly Option[];
  readonly me: string;
  readonly followUp?: ShownFollowUp;
}

export function OfficeFollowUpPage(view: OfficeFollowUpView) {
  const { followUp, form, head } = view;
  const typed = typedIn(form);
  const version = (form.stale as ShownFollowUp | undefined)?.version ?? followUp?.version;
  const base = `/vorgaenge/${head.id}`;
  return (
    <OfficeForm view={view} title={followUp === undefined ? "Neue Wiedervorlage" : "Wiedervorlage"} submit="Speichern" cancel={base} {...(version === undefined ? {} : { version })} side={followUp === undefined ? undefined : <Done view={view} followUp={followUp} />}>
      <TextField name="title" label="Was ist zu tun?" maxlength={500} autofocus={followUp === undefined} value={typed.text("title", followUp?.title)} {...typed.errorOf("title")} />
      <DateField name="dueOn" label="Fällig am" value={typed.text("dueOn", followUp && germanDay(followUp.dueOn))} {...typed.errorOf("dueOn")} />
      <Select name="ownerId" label="Wer erledigt das?" value={typed.text("ownerId", followUp?.ownerId ?? view.me)} options={view.owners} {...typed.errorOf("ownerId")} />
    </OfficeForm>
  );
}

function Done({ view, followUp }: { view: OfficeFollowUpView; followUp: ShownFollowUp }) {
  const base = `/vorgaenge/${view.head.id}/wiedervorlagen/${followUp.id}`;
  return (
    <Card title={followUp.doneOn === null ? "Erledigt?" : `Erledigt am ${germanDay(followUp.doneOn)}`}>
      {followUp.doneOn === null ? <ActionButton hidden={view.hidden} action={`${base}/erledigt`}>Als erledigt abhaken</ActionButton> : <ActionButton hidden={view.hidden} action={`${base}/wieder-oeffnen`}>Wieder öffnen</ActionButton>}
    </Card>
  );
}
