import { namesOf } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, type HiddenFields, typedIn } from "../../cases/working/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { Button, Card, Checkbox, Chip, EmptyState, FieldError, Form, LinkButton, Notice, Select, TextField } from "../../ui/index.ts";
import { areaLabel, planPath } from "../plan.page.tsx";
import { RESPONSIBLE_KINDS } from "../plan-words.ts";
import type { Goal } from "../read-plan.ts";
import { liveMeasures } from "../agreements/agreement-content.ts";
import type { PlanTemplate, TemplateMeasure } from "./template-content.ts";

export interface TemplatesView extends CaseFormView {
  readonly templates: readonly PlanTemplate[];
  readonly mayWrite: boolean;
}
const weeks = (days: number): string => (days < 14 ? `${days} Tage` : `${Math.round(days / 7)} Wochen`);
const whoOf = (m: TemplateMeasure): string => (m.responsible === "office" && m.officeKind !== undefined ? "zuständige Stelle" : RESPONSIBLE_KINDS[m.responsible]);

/** The room's templates and the examples; each opens to be read and is taken over with one click. */
export function TemplatesPage(view: TemplatesView) {
  const { head, today, templates } = view;
  const own = templates.filter((t) => !t.isExample);
  return (
    <CaseFrame head={head} today={today} current="plan">
      <Card title="Vorlagen Ihres Teams" aside={view.mayWrite && <a href={`${planPath(head.id)}/vorlagen/neu`}>Diesen Plan als Vorlage</a>}>
        {own.length === 0
          ? <EmptyState title="Noch keine eigene Vorlage">Wenn ein Plan gut läuft, machen Sie daraus eine Vorlage. Alle im Team können sie nutzen.</EmptyState>
          : own.map((t) => <Template view={view} template={t} />)}
      </Card>
      <Card title="Beispiele">
        <p class="quiet">Nicht amtlich. Als Anfang gedacht, nicht als Maßstab.</p>
        {templates.filter((t) => t.isExample).map((t) => <Template view={view} template={t} />)}
      </Card>
    </CaseFrame>
  );
}

function Template({ view, template: t }: { view: TemplatesView; template: PlanTemplate }) {
  const { head, hidden, form } = view;
  const typed = typedIn(form);
  const persons = head.persons.filter((p) => p.left_on === null);
  const isTyped = typed.text("templateId") === t.id;
  return (
    <details class="plan-template" open={isTyped}>
      <summary><b>{t.title}</b> {t.isExample && <Chip>Beispiel</Chip>}<span class="line-note">{[t.situation, t.authorName].filter(Boolean).join(" · ")}</span></summary>
      <Form {...hidden} action={`${planPath(head.id)}/vorlagen`} label={`Vorlage übernehmen: ${t.title}`}>
        <input type="hidden" name="templateId" value={t.id} />
        {isTyped && <FieldError field={{ name: "goals", label: "", ...typed.errorOf("goals") }} />}
        {t.goals.map((goal, i) => (
          <div class="template-goal">
            {view.mayWrite ? <Checkbox name="goals" id={`g-${t.id}-${i}`} value={String(i)} label={goal.goal} checked hint={areaLabel(head, goal.lifeArea)} /> : <p><b>{goal.goal}</b> <span class="quiet">{areaLabel(head, goal.lifeArea)}</span></p>}
            <ul class="sheet-list">{goal.measures.map((m) => <li>{m.title} <span class="quiet">({whoOf(m)}, {weeks(m.days)})</span></li>)}</ul>
          </div>
        ))}
        {view.mayWrite && (
          <>
            {persons.length > 1
              ? <Select name="personId" id={`p-${t.id}`} label="Für wen?" value={persons.find((p) => p.is_main)?.person_id} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />
              : <input type="hidden" name="personId" value={persons[0]?.person_id} />}
            <Button label={`In den Plan übernehmen: ${t.title}`}>In den Plan übernehmen</Button>
          </>
        )}
      </Form>
      {t.mayRetire && <Retire hidden={hidden} action={`${planPath(head.id)}/vorlagen/${t.id}/stilllegen`} title={t.title} />}
    </details>
  );
}
const Retire = ({ hidden, action, title }: { hidden: HiddenFields; action: string; title: string }) => (
  <Form {...hidden} action={action} class="inline-form"><Button kind="quiet" small label={`Vorlage stilllegen: ${title}`}>Vorlage stilllegen</Button></Form>
);

export interface NewTemplateView extends CaseFormView {
  readonly goals: readonly Goal[];
  readonly daysOf: (measureId: string) => number;
}
/** The plan without the person: every line can be changed before it is kept, and somebody says that it was read. */
export function NewTemplatePage(view: NewTemplateView) {
  const { head, form, goals } = view;
  const typed = typedIn(form);
  if (goals.length === 0) return <CaseForm view={view} title="Plan als Vorlage" submit="Weiter" current="plan"><p>In diesem Plan steht noch nichts, was sich weitergeben lässt.</p></CaseForm>;
  return (
    <CaseForm view={view} title="Plan als Vorlage" submit="Vorlage speichern" current="plan" above={<Notice kind="info" title="Nichts darf auf die Person führen">Schreiben Sie jede Zeile so, dass sie für andere passt: keine Namen, keine Tage, keine Nummern, nichts Seltenes. Die Worte der Person bleiben hier.</Notice>}>
      <TextField name="title" label="Für welche Situation?" maxlength={120} placeholder="zum Beispiel: Pflegekraft ohne anerkannten Abschluss" value={typed.text("title")} {...typed.errorOf("title")} />
      <TextField name="situation" label="Wann passt sie?" optional maxlength={300} value={typed.text("situation")} {...typed.errorOf("situation")} />
      {goals.map((goal) => (
        <fieldset class="template-edit">
          <legend class="field-label">{areaLabel(head, goal.lifeArea)}</legend>
          <Checkbox name="keep" id={`keep-${goal.id}`} value={goal.id} label="dieses Ziel aufnehmen" checked={typed.list("keep", [goal.id]).includes(goal.id)} />
          <TextField name={`goal.${goal.id}`} label="Ziel" maxlength={300} value={typed.text(`goal.${goal.id}`, goal.goal === "" && goal.wishLanguage !== "de" ? "" : goal.title)} {...typed.errorOf(`goal.${goal.id}`)} />
          {liveMeasures(goal).map((m) => (
            <div class="template-step">
              <TextField name={`measure.${m.id}`} label="Schritt" optional="leer: fällt weg" maxlength={300} value={typed.text(`measure.${m.id}`, m.title)} {...typed.errorOf(`measure.${m.id}`)} />
              <TextField name={`days.${m.id}`} label="nach Tagen" width="short" inputmode="numeric" maxlength={4} value={typed.text(`days.${m.id}`, String(view.daysOf(m.id)))} {...typed.errorOf(`days.${m.id}`)} />
            </div>
          ))}
        </fieldset>
      ))}
      <Checkbox name="confirmed" label="Ich habe alles gelesen: Nichts davon führt auf eine Person." checked={typed.isChecked("confirmed")} {...typed.errorOf("confirmed")} />
      <p class="readers">Lesen und nutzen können die Vorlage alle im Case Management Ihres Aktenbereichs. Aus welchem Fall sie stammt, wird nicht gespeichert.</p>
      <p><LinkButton small kind="quiet" href={`${planPath(head.id)}/vorlagen`}>Alle Vorlagen</LinkButton></p>
    </CaseForm>
  );
}
