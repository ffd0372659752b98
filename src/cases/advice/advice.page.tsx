import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, DateField, FieldRow, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, ReadersLine, TextField } from "../../ui/index.ts";
import { choicesOf, type HiddenFields, optionsOf } from "../case-form.page.tsx";
import type { Labelled } from "../case-file.sql.ts";
import { LANGUAGES } from "../case-words.ts";
import { typedIn } from "../typed-values.ts";

export interface AdviceView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
  readonly lifeAreas: readonly Labelled[];
  /** the one just saved, which may become a case */
  readonly saved: string | undefined;
  readonly outcomes: Readonly<Record<string, string>>;
}

const OFTEN = 8;

/** Three taps: language, life area, outcome. */
export function AdvicePage({ form, hidden, today, lifeAreas, saved, outcomes }: AdviceView) {
  const typed = typedIn(form);
  const language = typed.text("language");
  const often = LANGUAGES.slice(0, OFTEN);
  const shown = language !== "" && !often.some((l) => l.value === language) ? [...often, ...LANGUAGES.filter((l) => l.value === language)] : often;
  return (
    <>
      <PageHead title="Kurzberatung" lead="Ohne Namen und ohne Freitext: niemand ist daraus zu erkennen." />
      {saved !== undefined && (
        <Notice kind="success" title="Kurzberatung gespeichert" actions={<LinkButton href={`/faelle/neu?kurzberatung=${saved}`}>Fall daraus machen</LinkButton>}>
          Gleich die nächste?
        </Notice>
      )}
      <Card>
        <Form {...hidden} label="Kurzberatung">
          <FormErrors errors={form.refusals} />
          <RadioGroup name="language" label="Sprache" look="inline" value={language} {...typed.errorOf("language")} choices={[...shown, { value: "und", label: "andere" }]} />
          <CheckboxGroup name="lifeAreas" label="Lebensbereich" look="inline" values={typed.list("lifeAreas")} {...typed.errorOf("lifeAreas")} choices={choicesOf(lifeAreas)} />
          <RadioGroup name="outcome" label="Ergebnis" look="inline" value={typed.text("outcome")} {...typed.errorOf("outcome")} choices={optionsOf(outcomes)} />
          <FieldRow>
            <DateField name="happenedOn" label="Tag" value={typed.text("happenedOn", germanDay(today))} {...typed.errorOf("happenedOn")} />
            <TextField name="minutes" label="Minuten" optional inputmode="numeric" width="short" hint="zum Beispiel 10" value={typed.text("minutes")} {...typed.errorOf("minutes")} />
          </FieldRow>
          <ReadersLine readers={[{ name: "Sie" }, { name: "die Teamleitung" }]} notReaders={[{ name: "andere Case Manager:innen" }, { name: "die Ausländerbehörde" }]} />
          <ButtonRow>
            <Button kind="strong">Speichern</Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}
