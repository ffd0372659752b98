import { Button, ButtonRow, LinkButton } from "./button.tsx";
import { Card } from "./card.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice-fields.tsx";
import { FieldRow, Form, type FormError, FormErrors, errorOf } from "./form.tsx";
import { ReadersLine } from "./readers-line.tsx";
import { DateField, FileField, Select, TextArea, TextField, TimeField } from "./text-fields.tsx";

const ERRORS: readonly FormError[] = [
  { field: "nachname", sentence: "Geben Sie den Familiennamen ein, so wie er im Pass steht." },
  { field: "geboren", sentence: "Den 31.02.1998 gibt es nicht. Geben Sie den Tag als TT.MM.JJJJ ein, oder nur das Jahr." },
  { field: "weg", sentence: "Wählen Sie, wie Sie die Person sicher erreichen." },
];

export function FormSection() {
  return (
    <Card title="Formular, abgelehnt">
      <Form csrf="galerie" idempotencyKey="0192" version={3} guarded>
        <FormErrors errors={ERRORS} />
        <FieldRow>
          <TextField name="nachname" label="Familienname" value="" error={errorOf(ERRORS, "nachname")} hint="wie im Pass" />
          <TextField name="eigen" label="Name in eigener Schrift" value="أميرة حداد" dir="auto" lang="ar" optional />
        </FieldRow>
        <FieldRow>
          <DateField name="geboren" label="Geburtsdatum" value="31.02.1998" error={errorOf(ERRORS, "geboren")} />
          <TimeField name="uhrzeit" label="Uhrzeit" value="14:30" optional />
          <Select name="genau" label="Wie genau" value="tag" options={[{ value: "tag", label: "auf den Tag" }, { value: "jahr", label: "nur das Jahr" }]} width="medium" />
        </FieldRow>
        <RadioGroup name="weg" label="Sicher erreichbar über" error={errorOf(ERRORS, "weg")} choices={[{ value: "tel", label: "Telefon", hint: "nicht abends" }, { value: "brief", label: "Brief" }]} />
        <CheckboxGroup name="sprachen" label="Sprachen" optional look="inline" values={["ar"]} choices={[{ value: "ar", label: "Arabisch" }, { value: "de", label: "Deutsch" }, { value: "uk", label: "Ukrainisch" }]} />
        <TextArea name="bemerkung" label="Bemerkung" hint="Schreiben Sie nur, was für die Zusammenarbeit nötig ist." optional />
        <ReadersLine readers={[{ name: "Sie" }, { name: "das Fallteam" }]} />
        <FileField name="datei" label="Nachweis" optional hint="PDF oder Bild, höchstens 10 MB" accept=".pdf,.png,.jpg" />
        <Checkbox name="ok" label="Die Person ist informiert" checked />
        <ButtonRow>
          <Button kind="strong">Speichern</Button>
          <Button kind="plain">Als Entwurf behalten</Button>
          <LinkButton kind="quiet" href="#abbrechen">Abbrechen</LinkButton>
          <Button kind="danger">Löschen</Button>
          <Button disabled>Nicht möglich</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}
