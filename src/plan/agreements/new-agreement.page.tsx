import { type CaseReaders, namesOf } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, optionsOf, type Typed, typedIn } from "../../cases/working/index.ts";
import { SHEET_LANGUAGES, type SheetLanguage } from "../../consent/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Checkbox, DateField, EmptyState, FieldError, FieldRow, Form, RadioGroup, ReadersLine, Select, TextField } from "../../ui/index.ts";
import { areaLabel, PersonOf, planPath, Wish } from "../plan.page.tsx";
import { SIGNINGS } from "../plan-words.ts";
import type { Goal } from "../read-plan.ts";
import { liveMeasures } from "./agreement-content.ts";
import { lacksGerman } from "./decide-agreement.ts";

export interface NewAgreementView extends CaseFormView {
  readonly goals: readonly Goal[];
  readonly personId: string;
  readonly language: SheetLanguage;
  /** id → what was said in this language last time, or the person's own words */
  readonly known: Readonly<Record<string, string>>;
  readonly nextProposal: CalendarDay;
  readonly readers: CaseReaders;
}

/** German on the left, the person's language on the right: read together, goal by goal. */
export function NewAgreementPage(view: NewAgreementView) {
  const { head, form, goals, language, personId } = view;
  const typed = typedIn(form);
  const base = `${planPath(head.id)}/vereinbarungen/neu`;
  if (goals.length === 0) {
    return <CaseForm view={view} title="Plan vereinbaren" submit="Weiter" current="agreements" above={<EmptyState title="Kein offenes Ziel" action={{ href: `${planPath(head.id)}/ziele/neu`, label: "Ziel eintragen" }}>Vereinbaren lässt sich, was im Plan steht.</EmptyState>}>{null}</CaseForm>;
  }
  const { lang, dir, german } = SHEET_LANGUAGES[language];
  return (
    <CaseForm view={view} title="Plan vereinbaren" submit="Vereinbaren" current="agreements" before={<Choose view={view} action={base} />} foot={<ReadersLine {...view.readers} />}>
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="language" value={language} />
      <fieldset class="agree-goals">
        <legend class="field-label">Was vereinbaren Sie?</legend>
        <FieldError field={{ name: "goals", label: "", ...typed.errorOf("goals") }} />
        {goals.map((goal) => <GoalToAgree view={view} goal={goal} typed={typed} speak={language === "de" ? null : { lang, dir, german }} />)}
      </fieldset>
      {language !== "de" && <TextField name="interpreter" label="Wer hat übersetzt?" optional="nötig, wo oben etwas nur auf Deutsch steht" maxlength={120} value={typed.text("interpreter")} {...typed.errorOf("interpreter")} />}
      <FieldRow>
        <DateField name="agreedOn" label="Vereinbart am" value={typed.text("agreedOn", germanDay(view.today))} {...typed.errorOf("agreedOn")} />
        <DateField name="nextReviewOn" label="Nächste Überprüfung" optional="wird Wiedervorlage" value={typed.text("nextReviewOn", germanDay(view.nextProposal))} {...typed.errorOf("nextReviewOn")} />
      </FieldRow>
      <RadioGroup name="signing" label="Wie bestätigen Sie?" value={typed.text("signing", "together")} {...typed.errorOf("signing")} choices={optionsOf(SIGNINGS)} />
      <Checkbox name="confirmed" label="Wir haben den Plan zusammen gelesen. Die Person ist einverstanden." checked={typed.isChecked("confirmed")} {...typed.errorOf("confirmed")} hint="nur, wenn Sie am Bildschirm bestätigen" />
    </CaseForm>
  );
}

/** With whom and in which language: asked first, since the right side depends on it. */
function Choose({ view: { head, personId, language }, action }: { view: NewAgreementView; action: string }) {
  const persons = head.persons.filter((p) => p.left_on === null);
  return (
    <Card>
      <Form method="get" action={action} label="Mit wem, in welcher Sprache?" class="form agree-choose">
        <Select name="person" label="Mit wem?" value={personId} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />
        <Select name="sprache" label="Sprache neben Deutsch" value={language} options={Object.entries(SHEET_LANGUAGES).map(([value, { german, own }]) => ({ value, label: value === "de" ? "nur Deutsch" : `${german} (${own})` }))} />
        <Button>Anzeigen</Button>
      </Form>
    </Card>
  );
}

type Speak = { readonly lang: string; readonly dir: "ltr" | "rtl"; readonly german: string } | null;

function GoalToAgree({ view, goal, typed, speak }: { view: NewAgreementView; goal: Goal; typed: Typed; speak: Speak }) {
  const { head } = view;
  const blocked = lacksGerman(goal);
  const isOfSigner = goal.personId === view.personId;
  return (
    <div class="agree-goal">
      <Checkbox name="goals" id={`goal-${goal.id}`} value={goal.id} label={<bdi>{goal.title}</bdi>} checked={!blocked && typed.list("goals", isOfSigner && !goal.isEntrusted ? [goal.id] : []).includes(goal.id)} hint={<>{areaLabel(head, goal.lifeArea)}{head.personCount > 1 && <> · <PersonOf head={head} id={goal.personId} /></>}{goal.isEntrusted && " · anvertraut"}</>} />
      {blocked && <p class="tone-warning">Steht noch nicht auf Deutsch. <a href={`${planPath(head.id)}/ziele/${goal.id}`}>Am Ziel ergänzen</a></p>}
      {goal.goal !== "" && <Wish goal={goal} />}
      {speak !== null && !blocked && <Translated id={goal.id} german={goal.title} what="Ziel" view={view} typed={typed} speak={speak} />}
      {liveMeasures(goal).map((m) =>
        speak === null
          ? <p class="agree-step">• <bdi>{m.title}</bdi><span class="line-note"><bdi>{m.responsible.name}</bdi>, bis {germanDay(m.dueOn)}</span></p>
          : <Translated id={m.id} german={m.title} note={`${m.responsible.name}, bis ${germanDay(m.dueOn)}`} what="Schritt" view={view} typed={typed} speak={speak} />)}
    </div>
  );
}

function Translated({ id, german, note, what, view, typed, speak }: { id: string; german: string; note?: string; what: string; view: NewAgreementView; typed: Typed; speak: NonNullable<Speak> }) {
  const name = `other.${id}`;
  return (
    <div class="agree-pair">
      <div lang="de">{what === "Schritt" ? <>• <bdi>{german}</bdi></> : <span class="quiet">das Ziel in der Sprache der Person</span>}{note !== undefined && <span class="line-note"><bdi>{note}</bdi></span>}</div>
      <input class="kern-form-input__input control" name={name} lang={speak.lang} dir={speak.dir} value={typed.text(name, view.known[id])} aria-label={`${what} auf ${speak.german}: ${german}`} placeholder={`auf ${speak.german}`} maxlength={1000} autocomplete="off" />
    </div>
  );
}
