import { CONTACT_KINDS, INTERPRETING, namesOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Checkbox, CheckboxGroup, DateField, FieldRow, Form, RadioGroup, ReadersFoot, Select, TextArea, TextField, TimeField } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { COMPOSER_PLACE, type CaseOverview } from "./read-case-overview.ts";

const KINDS = ["talk", "phone", "home_visit", "with_authority", "message", "note"] as const;
const CLOCK = new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", timeZone: "Europe/Berlin" });

export interface ComposerView {
  readonly overview: CaseOverview;
  readonly today: CalendarDay;
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
}

/** A contact, ready to type in: one text is enough, the rest is a click away. */
export function Composer({ overview, today, form }: ComposerView) {
  const { head, lifeAreas, readers, draft } = overview;
  const links = caseLinks(head.id);
  const offered = lifeAreas.filter((area) => !area.is_retired).toSorted((a, b) => Number(b.is_of_case || b.entries > 0) - Number(a.is_of_case || a.entries > 0));
  const persons = head.persons.filter((person) => person.left_on === null);
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
          draft={{ url: links.draft(COMPOSER_PLACE), ...(draft === null ? {} : { restored: `${CLOCK.format(draft.keptAt)} Uhr` }) }}
        />
        <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="chips" choices={offered.map((area) => ({ value: area.key, label: area.label }))} />
        {persons.length > 1 && (
          <CheckboxGroup name="personIds" label="Wen betrifft es? Nichts gewählt: alle" optional look="chips" choices={persons.map((person) => ({ value: person.person_id, label: <bdi>{namesOf(person).latin}</bdi> }))} />
        )}
        <div class="composer-row">
          <Checkbox name="isEntrusted" label="anvertraut" />
          <ComposerMore today={today} />
        </div>
        <ReadersFoot {...readers}>
          <Button kind="strong">Speichern</Button>
        </ReadersFoot>
      </Form>
    </Card>
  );
}

function ComposerMore({ today }: { today: CalendarDay }) {
  return (
    <details class="composer-more">
      <summary>heute · Zeit, Dauer, Ort, Sprachmittlung</summary>
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
