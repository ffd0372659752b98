import { CONTACT_KINDS, INTERPRETING, namesOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Checkbox, CheckboxGroup, DateField, FieldRow, Form, RadioGroup, ReadersFoot, Select, TextArea, TextField, TimeField } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { COMPOSER_PLACE, type CaseOverview } from "./read-case-overview.ts";

const KINDS = ["talk", "phone", "home_visit", "with_authority", "message", "note"] as const;

export interface ComposerView {
  readonly overview: CaseOverview;
  readonly today: CalendarDay;
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
}

/** A contact, ready to type in: one text is enough, the rest is a click away. */
export function Composer({ overview, today, form }: ComposerView) {
  const { head, readers, draft } = overview;
  const links = caseLinks(head.id);
  return (
    <Card>
      <Form {...form} action={links.newContact} guarded class="composer" label="Neuer Kontakt" readersUrl={links.readers}>
        <div class="composer-head">
          <RadioGroup name="kind" label="Art" look="chips" value="talk" choices={KINDS.map((value) => ({ value, label: CONTACT_KINDS[value] }))} />
        </div>
        <TextArea
          name="text"
          label="Was wurde besprochen?"
          labelHidden
          placeholder="Was wurde besprochen?"
          rows={3}
          dir="auto"
          value={draft?.text ?? ""}
          draft={{ url: links.draft(COMPOSER_PLACE), ...(draft === null ? {} : { restored: `${draft.keptAt} Uhr` }) }}
        />
        <Areas overview={overview} />
        <div class="composer-row">
          <Checkbox name="isEntrusted" label="anvertraut" />
          <ComposerMore overview={overview} today={today} />
        </div>
        <ReadersFoot {...readers}>
          <Button kind="strong">Speichern</Button>
        </ReadersFoot>
      </Form>
    </Card>
  );
}

const FEW = 6;

/** Those of the case at hand, the others behind one word: thirteen chips would be a wall. */
function Areas({ overview }: Pick<ComposerView, "overview">) {
  const offered = overview.lifeAreas.filter((area) => !area.is_retired);
  const used = offered.filter((area) => area.is_of_case || area.entries > 0);
  const near = used.length > 0 && offered.length > FEW ? used : offered.slice(0, FEW);
  const further = offered.filter((area) => !near.includes(area));
  const choices = (areas: typeof offered) => areas.map((area) => ({ value: area.key, label: area.label }));
  return (
    <div class="composer-areas">
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="chips" choices={choices(near)} />
      {further.length > 0 && (
        <details>
          <summary class="chip chip-neutral">+ Lebensbereich</summary>
          <CheckboxGroup id="f-lifeAreas-more" name="lifeAreas" label="Weitere Lebensbereiche" optional look="chips" choices={choices(further)} />
        </details>
      )}
    </div>
  );
}

function ComposerMore({ overview, today }: Pick<ComposerView, "overview" | "today">) {
  const persons = overview.head.persons.filter((person) => person.left_on === null);
  return (
    <details class="composer-more">
      <summary>heute · Zeit, Dauer, Ort{persons.length > 1 ? ", Personen" : ""}</summary>
      {persons.length > 1 && (
        <CheckboxGroup name="personIds" label="Wen betrifft es?" hint="Nichts gewählt: alle" optional look="inline" choices={persons.map((person) => ({ value: person.person_id, label: <bdi>{namesOf(person).latin}</bdi> }))} />
      )}
      <FieldRow>
        <DateField name="happenedOn" label="Tag" value={germanDay(today)} picker={false} />
        <TimeField name="happenedAt" label="Uhrzeit" optional />
        <TextField name="minutes" label="Minuten" inputmode="numeric" width="short" optional hint="zum Beispiel 25" />
      </FieldRow>
      <FieldRow>
        <TextField name="place" label="Ort" optional maxlength={120} width="medium" />
        <Select name="interpreting" label="Sprachmittlung" optional value="none" width="medium" options={Object.entries(INTERPRETING).map(([value, label]) => ({ value, label }))} />
      </FieldRow>
    </details>
  );
}
