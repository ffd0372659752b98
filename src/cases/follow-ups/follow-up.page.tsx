import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, CheckboxGroup, DateField, type Option, ReadersLine, Select, StaleComparison, TextField } from "../../ui/index.ts";
import { ActionButton, CaseForm, type CaseFormView, choicesOf } from "../case-form.page.tsx";
import type { Labelled } from "../case-file.sql.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import type { currentFollowUp } from "./change-follow-ups.ts";

type Current = Awaited<ReturnType<typeof currentFollowUp>>;
export interface FollowUpView extends CaseFormView {
  readonly owners: readonly Option[];
  readonly lifeAreas: readonly Labelled[];
  readonly readers: CaseReaders;
  readonly me: string;
  readonly followUp?: Current;
}

export function FollowUpPage(view: FollowUpView) {
  const { followUp, form, head } = view;
  const typed = typedIn(form);
  const stale = form.stale as Current | undefined;
  const version = stale?.version ?? followUp?.version;
  return (
    <CaseForm
      view={view}
      title={followUp === undefined ? "Neue Wiedervorlage" : "Wiedervorlage"}
      submit="Speichern"
      {...(version === undefined ? {} : { version })}
      above={stale && <StaleComparison fields={[{ label: "Was ist zu tun?", typed: typed.text("title"), current: stale.title }, { label: "Fällig am", typed: typed.text("dueOn"), current: germanDay(stale.dueOn) }]} />}
      side={followUp && <Done view={view} followUp={followUp} />}
      foot={<ReadersLine {...view.readers} />}
    >
      <TextField name="title" label="Was ist zu tun?" maxlength={500} autofocus={followUp === undefined} value={typed.text("title", followUp?.title)} {...typed.errorOf("title")} />
      <DateField name="dueOn" label="Fällig am" value={typed.text("dueOn", followUp && germanDay(followUp.dueOn))} {...typed.errorOf("dueOn")} />
      <Select name="ownerId" label="Wer erledigt das?" value={typed.text("ownerId", followUp?.ownerId ?? view.me)} options={view.owners} {...typed.errorOf("ownerId")} />
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="inline" values={typed.list("lifeAreas", followUp?.lifeAreas)} {...typed.errorOf("lifeAreas")} choices={choicesOf(view.lifeAreas)} />
      {followUp?.doneOn && <p>Erledigt am {germanDay(followUp.doneOn)}. <a href={`/faelle/${head.id}`}>Zum Fall</a></p>}
    </CaseForm>
  );
}

function Done({ view, followUp }: { view: FollowUpView; followUp: Current }) {
  const base = `/faelle/${view.head.id}/wiedervorlagen/${followUp.id}`;
  return (
    <Card title={followUp.doneOn === null ? "Erledigt?" : "Doch nicht erledigt?"}>
      {followUp.doneOn === null ? <ActionButton hidden={view.hidden} action={`${base}/erledigt`}>Als erledigt abhaken</ActionButton> : <ActionButton hidden={view.hidden} action={`${base}/wieder-oeffnen`}>Wieder öffnen</ActionButton>}
    </Card>
  );
}
