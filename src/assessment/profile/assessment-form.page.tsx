import { CaseFrame, type CaseReaders, languageLabel, LANGUAGES } from "../../cases/reading/index.ts";
import { ActionButton, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Checkbox, DateField, FieldRow, Form, FormErrors, LinkButton, type ComparedField, ReadersLine, Select, StaleComparison } from "../../ui/index.ts";
import type { Scales } from "../scale/anchors.ts";
import { AreaRow, type AreaRowView } from "./area-row.page.tsx";
import { fieldOf } from "./decide-assessment.ts";
import type { Known } from "./known-facts.ts";
import { PersonName } from "./person-name.page.tsx";
import type { Assessment, Standing } from "./read-profile.ts";

export interface AssessmentFormView extends CaseFormView {
  readonly personId: string;
  readonly personLanguage: string;
  readonly areas: readonly { readonly key: string; readonly label: string }[];
  readonly scales: Scales;
  readonly known: Known;
  readonly before: ReadonlyMap<string, Standing>;
  readonly draftOf: (area: string) => AreaRowView["draftOf"];
  readonly readers: CaseReaders;
  readonly assessment?: Assessment;
}
export const assessmentPath = (caseId: string, personId?: string): string => `/faelle/${caseId}/assessment${personId === undefined ? "" : `?person=${personId}`}`;

/** One page with all life areas. Only a level is asked for, and only where there is something to say. */
export function AssessmentFormPage(view: AssessmentFormView) {
  const { head, form, hidden, assessment } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Assessment | undefined;
  const version = now?.version ?? assessment?.version;
  return (
    <CaseFrame head={head} today={view.today} current="assessment">
      <Card title={<>{assessment === undefined ? "Neue Einschätzung" : `Einschätzung vom ${germanDay(assessment.assessedOn)}`}: <PersonName head={head} id={view.personId} /></>}
        aside={assessment !== undefined && <ActionButton hidden={hidden} action={`${assessmentPath(head.id)}/${assessment.id}/zurueckziehen`} kind="quiet">Zurückziehen</ActionButton>}>
        {now !== undefined && <StaleComparison fields={comparedWith(view, now)} changedBy={now.author} />}
        <Form {...hidden} {...(version === undefined ? {} : { version })} label="Einschätzung" guarded>
          <FormErrors errors={form.refusals} />
          <p class="quiet assess-lead">Freiwillig ist alles außer einer Stufe, wo Sie etwas schreiben. Was nicht gefragt wurde, bleibt, wie es war. Ein Bedarf zählt, wo unter „Braucht“ etwas steht.</p>
          {view.areas.map((area) => (
            <AreaRow typed={typed} view={{
              area, anchors: view.scales.get(area.key) ?? [], entry: assessment?.entries.find((e) => e.lifeArea === area.key), before: view.before.get(area.key), known: view.known.byArea.get(area.key) ?? [], draftOf: view.draftOf(area.key),
            }} />
          ))}
          <About view={view} />
          <ReadersLine {...view.readers} />
          <ButtonRow>
            <Button kind="strong" name="state" value="done">Speichern</Button>
            <Button name="state" value="open">Zwischenstand speichern</Button>
            <LinkButton kind="quiet" href={assessmentPath(head.id, view.personId)}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </CaseFrame>
  );
}

function About({ view: { form, assessment, today, personLanguage } }: { view: AssessmentFormView }) {
  const typed = typedIn(form);
  const languages = LANGUAGES.some((l) => l.value === personLanguage) ? LANGUAGES : [{ value: personLanguage, label: languageLabel(personLanguage) }, ...LANGUAGES];
  return (
    <>
      <FieldRow>
        <DateField name="assessedOn" label="Tag der Einschätzung" value={typed.text("assessedOn", germanDay((assessment?.assessedOn ?? today) as CalendarDay))} {...typed.errorOf("assessedOn")} />
        <Select name="wordsLanguage" label="Sprache der Worte der Person" value={typed.text("wordsLanguage", assessment?.wordsLanguage ?? "de")} options={languages} {...typed.errorOf("wordsLanguage")} />
      </FieldRow>
      <Checkbox name="isTogether" label="im Gespräch zusammen eingeschätzt" checked={typed.isChecked("isTogether", assessment?.isTogether ?? true)} />
    </>
  );
}

const LABELS = { level: "Stufe", own: "Stufe der Person", resource: "Kann, hat, kennt", need: "Braucht", words: "Worte der Person" } as const;

/** Only what differs: a page with a hundred fields is not compared line by line. */
function comparedWith({ form, areas }: AssessmentFormView, now: Assessment): ComparedField[] {
  const typed = typedIn(form);
  const fields = areas.flatMap((area) => {
    const entry = now.entries.find((e) => e.lifeArea === area.key);
    const current = { level: entry?.level?.toString() ?? "", own: entry?.personLevel?.toString() ?? "", resource: entry?.resource ?? "", need: entry?.need ?? "", words: entry?.words ?? "" };
    return (Object.keys(LABELS) as (keyof typeof LABELS)[]).map((what) => ({ label: `${area.label}: ${LABELS[what]}`, typed: typed.text(fieldOf(what, area.key)).trim(), current: current[what] }));
  });
  return [...fields, { label: "Tag", typed: typed.text("assessedOn"), current: germanDay(now.assessedOn) }].filter((f) => f.typed !== f.current);
}
