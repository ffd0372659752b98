import { CaseForm, type CaseFormView, optionsOf, Preview, type Previewable, type Typed, typedIn } from "../../cases/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, CheckboxGroup, DateField, FieldRow, FileField, Notice, RadioGroup, Select, TextField } from "../../ui/index.ts";
import { HELP_ONLY, INSTRUCTIONS, LAWS, MADE_KNOWN, PERIODS, REMEDIES } from "./notice-words.ts";
import type { ShownNotice } from "./read-notices.ts";

export interface NoticeFormView extends CaseFormView {
  /** what is corrected; null: a new one */
  readonly known: ShownNotice | null;
  /** beside the form, so that dates are typed from what is seen */
  readonly pages: readonly Previewable[];
  readonly loose: readonly { readonly value: string; readonly label: string }[];
}

const dayText = (day: string | null | undefined): string => (day === null || day === undefined ? "" : germanDay(day as never));

export function NoticeFormPage(view: NoticeFormView) {
  const { known, head, pages, loose } = view;
  const typed = typedIn(view.form);
  const persons = head.persons.filter((p) => p.left_on === null).map((p) => ({ value: p.person_id, label: namesOf(p).latin }));
  return (
    <CaseForm
      current="notices" view={view} files guarded title={known === null ? "Bescheid erfassen: Angaben" : "Bescheid berichtigen"} submit={known === null ? "Ablegen und Frist rechnen" : "Speichern"} {...(known === null ? {} : { version: known.version })}
      side={pages.length === 0 ? undefined : <Card title="Seiten"><div class="preview">{pages.map((p) => <Preview caseId={head.id} file={p} />)}</div></Card>}
      foot={<Notice kind="info">{HELP_ONLY}</Notice>}
    >
      {known === null && <Select name="personId" label="Für wen" value={typed.text("personId", head.mainPersonId)} options={persons} {...typed.errorOf("personId")} />}
      <TextField name="subject" label="Worum geht es?" hint="zum Beispiel: Ablehnung der Leistungen für Kinder" maxlength={200} value={typed.text("subject", known?.subject)} {...typed.errorOf("subject")} />
      <FieldRow>
        <TextField name="issuer" label="Welche Behörde?" optional maxlength={200} value={typed.text("issuer", known?.issuer)} {...typed.errorOf("issuer")} />
        <TextField name="reference" label="Aktenzeichen" optional maxlength={100} value={typed.text("reference", known?.reference)} {...typed.errorOf("reference")} />
      </FieldRow>
      <DayFields known={known} typed={typed} />
      <LawFields known={known} typed={typed} />
      <FileField name="file" label="Weitere Seiten" optional multiple hint="PDF oder Bild, je höchstens 25 MB" accept="application/pdf,image/*" {...typed.errorOf("file")} />
      {loose.length > 0 && <CheckboxGroup name="documentIds" label="Schon in den Dateien" optional values={typed.list("documentIds")} choices={[...loose]} {...typed.errorOf("documentIds")} />}
    </CaseForm>
  );
}

interface PartProps {
  readonly known: ShownNotice | null;
  readonly typed: Typed;
}

const DayFields = ({ known, typed }: PartProps) => (
  <>
    <DateField name="issuedOn" label="Datum des Bescheids" value={typed.text("issuedOn", dayText(known?.issuedOn))} {...typed.errorOf("issuedOn")} />
    <RadioGroup name="madeKnown" label="Wie kam er an?" value={typed.text("madeKnown", known?.madeKnown ?? "post")} choices={optionsOf(MADE_KNOWN)} {...typed.errorOf("madeKnown")} />
    <FieldRow>
      <DateField name="madeKnownOn" label="Poststempel, Zustellung oder Übergabe" optional="wenn bekannt" hint="Bei Post der Stempel; beim gelben Umschlag der Tag darauf" value={typed.text("madeKnownOn", dayText(known?.madeKnownOn))} {...typed.errorOf("madeKnownOn")} />
      <DateField name="arrivedOn" label="Später angekommen am" optional="nur wenn beweisbar" value={typed.text("arrivedOn", dayText(known?.arrivedOn))} {...typed.errorOf("arrivedOn")} />
    </FieldRow>
  </>
);

const LawFields = ({ known, typed }: PartProps) => (
  <>
    <RadioGroup name="law" label="Welches Recht?" value={typed.text("law", known?.law ?? "social")} choices={optionsOf(LAWS)} {...typed.errorOf("law")} />
    <RadioGroup name="remedy" label="Was nennt die Rechtsbehelfsbelehrung?" hint="In Nordrhein-Westfalen ist es außerhalb des Sozialrechts meist die Klage (§ 110 JustG NRW)." value={typed.text("remedy", known?.remedy ?? "objection")} choices={optionsOf(REMEDIES)} {...typed.errorOf("remedy")} />
    <RadioGroup name="period" label="Welche Frist nennt sie?" value={typed.text("period", known?.period ?? "one_month")} choices={optionsOf(PERIODS)} {...typed.errorOf("period")} />
    <RadioGroup name="instruction" label="Die Rechtsbehelfsbelehrung" hint="Fehlt sie oder ist sie falsch, ist ein Jahr Zeit. Verlassen Sie sich darauf nicht." value={typed.text("instruction", known?.instruction ?? "given")} choices={optionsOf(INSTRUCTIONS)} {...typed.errorOf("instruction")} />
  </>
);
