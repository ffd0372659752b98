import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, Checkbox, CheckboxGroup, DateField, FieldRow, Notice, RadioGroup, ReadersLine, Select, StaleComparison, TextArea, TextField, TimeField } from "../../ui/index.ts";
import { ActionButton, CaseForm, type CaseFormView, choicesOf, optionsOf } from "../case-form.page.tsx";
import { CONTACT_KINDS, INTERPRETING, languageLabel, LANGUAGES } from "../case-words.ts";
import { namesOf } from "../reading/people-words.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn, type Typed } from "../typed-values.ts";
import type { CurrentContact } from "./record-contact.ts";

export interface ContactView extends CaseFormView {
  readonly lifeAreas: readonly { readonly key: string; readonly label: string }[];
  readonly readers: CaseReaders;
  readonly draft: { readonly text: string; readonly restored: string } | null;
  /** absent on a new one */
  readonly contact?: CurrentContact;
  readonly mayWithdraw: boolean;
}

export function ContactPage(view: ContactView) {
  const { head, contact, form } = view;
  const typed = typedIn(form);
  const version = (form.stale as CurrentContact | undefined)?.version ?? contact?.version;
  return (
    <CaseForm
      view={view}
      title={contact === undefined ? "Neuer Kontakt" : "Kontakt berichtigen"}
      submit="Speichern"
      guarded
      readersUrl={`/faelle/${head.id}/lesende`}
      {...(version === undefined ? {} : { version })}
      above={form.stale === undefined ? undefined : <Compare view={view} typed={typed} />}
      side={contact === undefined ? undefined : <Beside view={view} contact={contact} />}
      foot={<ReadersLine {...view.readers} />}
    >
      <RadioGroup name="kind" label="Art" look="chips" value={typed.text("kind", contact?.kind ?? "talk")} {...typed.errorOf("kind")} choices={kindsFor(contact)} />
      <TextArea
        name="text"
        label="Was wurde besprochen?"
        rows={8}
        optional={typed.text("kind") === "no_show"}
        value={typed.text("text", view.draft?.text ?? contact?.text)}
        {...typed.errorOf("text")}
        draft={{ url: `/entwuerfe/${head.id}/contact.${contact?.id ?? "new"}`, ...(view.draft === null ? {} : { restored: view.draft.restored }) }}
      />
      <Checkbox name="isEntrusted" label="anvertraut" hint="Nur im Vertrauen gesagt: in keiner Freigabe und keiner Übermittlung, außer die Person erlaubt genau diesen Eintrag." checked={typed.isChecked("isEntrusted", contact?.isEntrusted)} />
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="inline" values={typed.list("lifeAreas", contact?.lifeAreas)} {...typed.errorOf("lifeAreas")} choices={choicesOf(view.lifeAreas)} />
      <Persons view={view} typed={typed} />
      <WhenAndHow view={view} typed={typed} />
    </CaseForm>
  );
}

const kindsFor = (contact: CurrentContact | undefined) => optionsOf(CONTACT_KINDS, ["imported", "feedback"].filter((kind) => kind !== contact?.kind));

function Persons({ view, typed }: { view: ContactView; typed: Typed }) {
  if (view.head.persons.length < 2) return null;
  const choices = view.head.persons.map((person) => ({ value: person.person_id, label: <bdi>{namesOf(person).latin}</bdi> }));
  return <CheckboxGroup name="personIds" label="Wen betrifft es? Nichts gewählt: alle" optional look="inline" values={typed.list("personIds", view.contact?.personIds)} {...typed.errorOf("personIds")} choices={choices} />;
}

function WhenAndHow({ view, typed }: { view: ContactView; typed: Typed }) {
  const { contact } = view;
  return (
    <>
      <FieldRow>
        <DateField name="happenedOn" label="Tag" value={typed.text("happenedOn", germanDay(contact?.happenedOn ?? view.today))} {...typed.errorOf("happenedOn")} />
        <TimeField name="happenedAt" label="Uhrzeit" optional value={typed.text("happenedAt", contact?.happenedAt)} {...typed.errorOf("happenedAt")} />
        <TextField name="minutes" label="Minuten" optional inputmode="numeric" width="short" hint="zum Beispiel 25" value={typed.text("minutes", contact?.minutes?.toString())} {...typed.errorOf("minutes")} />
      </FieldRow>
      <FieldRow>
        <TextField name="place" label="Ort" optional maxlength={120} value={typed.text("place", contact?.place)} {...typed.errorOf("place")} />
        <Select name="language" label="Sprache" optional empty="keine Angabe" value={typed.text("language", contact?.language)} options={LANGUAGES} />
        <Select name="interpreting" label="Sprachmittlung" optional value={typed.text("interpreting", contact?.interpreting ?? "none")} options={optionsOf(INTERPRETING)} />
      </FieldRow>
    </>
  );
}

function Compare({ view, typed }: { view: ContactView; typed: Typed }) {
  const now = view.form.stale as unknown as CurrentContact;
  const areas = (keys: readonly string[]): string => keys.map((key) => view.lifeAreas.find((a) => a.key === key)?.label ?? key).join(", ");
  const yesNo = (is: boolean): string => (is ? "ja" : "nein");
  return (
    <StaleComparison
      fields={[
        { label: "Art", typed: CONTACT_KINDS[typed.text("kind") as keyof typeof CONTACT_KINDS] ?? "", current: CONTACT_KINDS[now.kind] },
        { label: "Text", typed: typed.text("text"), current: now.text },
        { label: "anvertraut", typed: yesNo(typed.isChecked("isEntrusted")), current: yesNo(now.isEntrusted) },
        { label: "Lebensbereiche", typed: areas(typed.list("lifeAreas")), current: areas(now.lifeAreas) },
        { label: "Tag", typed: typed.text("happenedOn"), current: germanDay(now.happenedOn) },
        { label: "Ort", typed: typed.text("place"), current: now.place },
        { label: "Sprache", typed: typed.text("language") === "" ? "" : languageLabel(typed.text("language")), current: now.language === "" ? "" : languageLabel(now.language) },
      ]}
    />
  );
}

function Beside({ view, contact }: { view: ContactView; contact: CurrentContact }) {
  const base = `/faelle/${view.head.id}/kontakte/${contact.id}`;
  return (
    <>
      {contact.entrustedReviewDue && (
        <Card title="Bitte prüfen">
          <p>Diese Bemerkung kam aus einer Liste. Bis jemand sie gelesen hat, gilt sie als anvertraut.</p>
          <div class="button-row">
            <ActionButton hidden={view.hidden} action={`${base}/pruefung`} name="staysEntrusted" value="ja">Bleibt anvertraut</ActionButton>
            <ActionButton hidden={view.hidden} action={`${base}/pruefung`} name="staysEntrusted" value="nein">Nicht anvertraut</ActionButton>
          </div>
        </Card>
      )}
      <Card title="Eintrag">
        <p>Geschrieben von <bdi>{contact.authorName}</bdi>.</p>
        {!contact.isComplete && <Notice kind="info" title="Telefonnotiz">Sie können hier ergänzen, was noch fehlt.</Notice>}
        {contact.isEntrusted && <p><a href={`/faelle/${view.head.id}/eintraege/${contact.id}/freigabe`}>Die Person gibt genau diesen Eintrag frei</a></p>}
        {view.mayWithdraw && <ActionButton hidden={view.hidden} action={`${base}/zurueckziehen`} kind="danger">Eintrag zurückziehen</ActionButton>}
      </Card>
    </>
  );
}
