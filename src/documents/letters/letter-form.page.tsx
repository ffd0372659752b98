import { CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, FieldRow, Notice, Select, TextArea, TextField } from "../../ui/index.ts";
import type { LetterInput } from "./decide-letter.ts";
import { OTHER_LANGUAGES } from "./language-words.ts";

export interface LetterFormView extends CaseFormView {
  /** what stands in the fields at first: a template filled from the case, or the draft */
  readonly known: LetterInput;
  readonly version: number | null;
  readonly gaps: readonly string[];
  /** to choose what fills the template: person and notice, without scripts by an address of their own */
  readonly filling: { readonly base: string; readonly notices: readonly { readonly id: string; readonly subject: string }[]; readonly chosen: string | null } | null;
}

export function LetterFormPage(view: LetterFormView) {
  const { known, gaps, filling, version } = view;
  const typed = typedIn(view.form);
  const persons = view.head.persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }));
  return (
    <CaseForm
      current="letters" view={view} guarded title={version === null ? "Brief schreiben" : "Brief ändern"} submit="Speichern und ansehen" {...(version === null ? {} : { version })}
      above={gaps.length > 0 && <Notice kind="warning" title="Das ist noch offen">{gaps.map((g) => `{{${g}}}`).join(", ")}: Schreiben Sie, was dort stehen soll, oder streichen Sie die Stelle. Vorher wird der Brief nicht erstellt.</Notice>}
      side={filling !== null && filling.notices.length > 0 ? <Fill {...filling} /> : undefined}
    >
      <Select name="personId" label="Um wen geht es?" optional empty="ganzer Fall" value={typed.text("personId", known.personId)} options={persons} {...typed.errorOf("personId")} />
      <TextArea name="recipient" label="Empfänger" hint="Name in der ersten Zeile, dann die Anschrift" rows={4} value={typed.text("recipient", known.recipient)} {...typed.errorOf("recipient")} />
      <FieldRow>
        <TextField name="subject" label="Betreff" maxlength={300} value={typed.text("subject", known.subject)} {...typed.errorOf("subject")} />
        <DateField name="datedOn" label="Datum des Briefs" optional value={typed.text("datedOn", germanDay(known.datedOn))} {...typed.errorOf("datedOn")} />
      </FieldRow>
      <TextField name="salutation" label="Anrede" optional maxlength={300} value={typed.text("salutation", known.salutation)} {...typed.errorOf("salutation")} />
      <TextArea name="text" label="Text" hint="Eine leere Zeile beginnt einen neuen Absatz." rows={14} value={typed.text("text", known.text)} {...typed.errorOf("text")} />
      <TextField name="closing" label="Gruß" optional maxlength={300} value={typed.text("closing", known.closing)} {...typed.errorOf("closing")} />
      <details class="more-lines" open={typed.text("otherLanguage", known.otherLanguage) !== ""}>
        <summary>Zweisprachig: Deutsch neben einer anderen Sprache</summary>
        <div class="form">
          <Select name="otherLanguage" label="Andere Sprache" optional empty="nur Deutsch" value={typed.text("otherLanguage", known.otherLanguage)} options={optionsOf(OTHER_LANGUAGES)} {...typed.errorOf("otherLanguage")} />
          <TextArea name="otherText" label="Text in dieser Sprache" optional hint="Absatz für Absatz wie im Deutschen. Hier übersetzt niemand von selbst." rows={10} value={typed.text("otherText", known.otherText)} {...typed.errorOf("otherText")} />
        </div>
      </details>
    </CaseForm>
  );
}

const Fill = ({ base, notices, chosen }: NonNullable<LetterFormView["filling"]>) => (
  <Card title="Zu welchem Bescheid?">
    <ul class="plain-list">{notices.map((n) => <li>{n.id === chosen ? <b><bdi>{n.subject}</bdi></b> : <a href={`${base}&bescheid=${n.id}`}><bdi>{n.subject}</bdi></a>}</li>)}</ul>
    <p class="quiet">Die Vorlage wird dann neu gefüllt. Was Sie schon getippt haben, geht dabei verloren.</p>
  </Card>
);
