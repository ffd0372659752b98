import { type CaseReaders, optionsOf, type Typed, typedIn } from "../../cases/index.ts";
import { CaseFrame, type CaseHead, namesOf } from "../../cases/reading/index.ts";
import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Checkbox, DateField, FieldRow, Form, FormErrors, LineList, LinkButton, Notice, RadioGroup, ReadersLine, Select, TextArea, TextField } from "../../ui/index.ts";
import { CategoryField } from "../category-grid.page.tsx";
import { DIRECTION_CHOICES, FORMS, GIVEN_BY, type GivenBy, PURPOSES, SHEET_LANGUAGES, type SheetLanguage } from "./consent-form-words.ts";
import type { RecipientRow } from "./consents.sql.ts";
import type { ConsentInput } from "./consent-input.ts";

export interface KnownGuardian {
  readonly kind: Exclude<GivenBy, "person">;
  /** name and evidence, as it is offered in the field */
  readonly words: string;
  readonly until: CalendarDay | null;
  readonly standing: string;
  readonly isValid: boolean;
}
/** What the form starts from: the chosen person, or a consent that is asked for anew. */
export interface ConsentStart
  extends Pick<ConsentInput, "personId" | "recipientId" | "categories" | "purpose" | "purposeText" | "direction" | "releasesSecrecy" | "representative" | "representedUntilOn" | "language"> {
  readonly givenBy: GivenBy | "";
  readonly expiresOn: CalendarDay;
}
export interface NewConsentView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  readonly start: ConsentStart;
  readonly recipients: readonly RecipientRow[];
  readonly guardians: readonly KnownGuardian[];
  readonly readers: CaseReaders;
  readonly languages: readonly { readonly code: SheetLanguage; readonly isReviewed: boolean }[];
}

const dayText = (day: CalendarDay | null): string => (day === null ? "" : germanDay(day));

/** Asked with the person beside one: six short questions, then the whole text to read together. Nothing is kept before that. */
export function NewConsentPage(view: NewConsentView) {
  const { head, form, start } = view;
  const typed = typedIn(form);
  const base = `/faelle/${head.id}/einwilligungen`;
  const person = head.persons.find((p) => p.person_id === typed.text("personId", start.personId));
  if (person === undefined) return <WhoFirst {...view} />;
  return (
    <CaseFrame head={head} today={view.today} current="sharing">
      <Card title="Einwilligung aufnehmen" aside={<a href={base}>Alle Einwilligungen</a>}>
        {/* without a key against doubling: nothing is recorded yet, and whoever goes back in the browser sends it again */}
        <Form csrf={view.hidden.csrf} action={`${base}/neu`} guarded label="Einwilligung aufnehmen" class="form consent-form">
          <FormErrors errors={form.refusals} />
          <Question number={1} title="Wer willigt ein?">
            <input type="hidden" name="personId" value={person.person_id} />
            <p class="consent-person"><b><bdi>{namesOf(person).latin}</bdi></b>{bornWords(person)} {head.persons.length > 1 && <a href={`${base}/neu`}>Andere Person</a>}</p>
            <WhoSpeaks view={view} typed={typed} />
          </Question>
          <Question number={2} title="Mit welcher Stelle?">
            <Select name="recipientId" label="Stelle" empty="bitte wählen" hint="Eine Stelle je Einwilligung. „Alle Behörden“ ist unwirksam: Die Person muss wissen, wer ihre Daten bekommt." value={typed.text("recipientId", start.recipientId)} options={view.recipients.map((r) => ({ value: r.id, label: r.name }))} {...typed.errorOf("recipientId")} />
            <RadioGroup name="direction" label="In welche Richtung?" value={typed.text("direction", start.direction)} choices={optionsOf(DIRECTION_CHOICES)} {...typed.errorOf("direction")} />
          </Question>
          <Question number={3} title="Worum geht es?">
            <CategoryField name="categories" legend="Nur was angekreuzt ist" areas={head.lifeAreas.filter((a) => !a.is_retired)} folded={foldedAreas(head)} chosen={typed.list("categories", start.categories)} {...typed.errorOf("categories")} />
            <RadioGroup
              name="releasesSecrecy" label="Schweigepflicht" value={typed.text("releasesSecrecy", start.releasesSecrecy)} {...typed.errorOf("releasesSecrecy")}
              hint="Was jemand in der Beratung erzählt, ist geschützt (§ 203 StGB). Die Person entscheidet das eigens."
              choices={[{ value: "ja", label: "Die Person entbindet für das Angekreuzte von der Schweigepflicht" }, { value: "nein", label: "Keine Entbindung", hint: "Dann bleiben nur Angaben zur Person." }]}
            />
          </Question>
          <Question number={4} title="Wozu?"><WhatFor typed={typed} start={start} /></Question>
          <Question number={5} title="Bis wann?"><UntilWhen view={view} typed={typed} /></Question>
          <Question number={6} title="Wie und in welcher Sprache?"><How view={view} typed={typed} /></Question>
          <ReadersLine {...view.readers} />
          <ButtonRow>
            <Button kind="strong" name="schritt" value="lesen">Weiter: zusammen lesen</Button>
            <LinkButton kind="quiet" href={base}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </CaseFrame>
  );
}

/** Where the case has nothing yet; all open where it has nothing anywhere. */
function foldedAreas(head: CaseHead): string[] {
  const rest = head.lifeAreas.filter((a) => !a.is_of_case && a.entries === 0).map((a) => a.key);
  return rest.length === head.lifeAreas.length ? [] : rest;
}

const bornWords = (person: CaseHead["persons"][number]): string => (person.birth_on === null ? "" : `, geboren ${person.birth_on.slice(0, 4)}`);

/** Each person of a family decides alone; for whom it is asked decides who may speak, so it comes first. */
function WhoFirst({ head, today, form }: NewConsentView) {
  const base = `/faelle/${head.id}/einwilligungen`;
  const persons = head.persons.filter((p) => p.left_on === null && p.died_on === null);
  return (
    <CaseFrame head={head} today={today} current="sharing">
      <Card title="Wer willigt ein?" aside={<a href={base}>Alle Einwilligungen</a>}>
        <FormErrors errors={form.refusals} />
        <p>Jede Person entscheidet für sich: eine Einwilligung je Person und Stelle.</p>
        {persons.length === 0 && <p>In diesem Fall ist niemand, der einwilligen kann.</p>}
        <LineList>{persons.map((p) => <><a href={`${base}/neu?person=${p.person_id}`}><bdi>{namesOf(p).latin}</bdi></a>{bornWords(p)}</>)}</LineList>
      </Card>
    </CaseFrame>
  );
}

const Question = ({ number, title, children }: { number: number; title: string; children: preact.ComponentChildren }) => (
  <section class="consent-question" aria-labelledby={`frage-${number}`}>
    <h3 id={`frage-${number}`}><span class="consent-number" aria-hidden="true">{number}</span> {title}</h3>
    {children}
  </section>
);

function WhoSpeaks({ view, typed }: { view: NewConsentView; typed: Typed }) {
  const { start, guardians } = view;
  return (
    <>
      <RadioGroup name="givenBy" label="Es willigt ein" look="inline" value={typed.text("givenBy", start.givenBy)} choices={optionsOf(GIVEN_BY)} {...typed.errorOf("givenBy")} />
      <Checkbox name="capacityNoted" label="Die Person versteht, worein sie einwilligt" hint="Nur wenn sie selbst einwilligt. Jugendliche können das oft mit etwa 15 Jahren." checked={typed.isChecked("capacityNoted")} {...typed.errorOf("capacityNoted")} />
      {guardians.length > 0 && (
        <Notice kind="info" title="Eingetragene Vertretung">
          <ul>{guardians.map((g) => <li><bdi>{g.words}</bdi> ({GIVEN_BY[g.kind]}, {g.standing})</li>)}</ul>
        </Notice>
      )}
      <FieldRow>
        <TextField name="representative" label="Vertretung: wer, und womit belegt?" optional="nur bei Vertretung" maxlength={300} value={typed.text("representative", start.representative)} {...typed.errorOf("representative")} />
        <DateField name="representedUntilOn" label="Vertretung belegt bis" optional="leer: ohne Ende" value={typed.text("representedUntilOn", dayText(start.representedUntilOn))} {...typed.errorOf("representedUntilOn")} />
      </FieldRow>
    </>
  );
}

const WhatFor = ({ typed, start }: { typed: Typed; start: ConsentStart }) => (
  <>
    <Select name="purpose" label="Zweck" empty="bitte wählen" value={typed.text("purpose", start.purpose)} options={Object.entries(PURPOSES).map(([value, { label }]) => ({ value, label }))} {...typed.errorOf("purpose")} />
    <TextArea name="purposeText" label="Was soll die Stelle damit tun?" rows={2} maxlength={500} hint="In einem Satz, so wie die Person es sagen würde." value={typed.text("purposeText", start.purposeText)} {...typed.errorOf("purposeText")} />
    <details>
      <summary>Beispiele</summary>
      <ul class="consent-examples">{Object.values(PURPOSES).map(({ label, example }) => <li><b>{label}:</b> {example}</li>)}</ul>
    </details>
  </>
);

const UntilWhen = ({ view, typed }: { view: NewConsentView; typed: Typed }) => (
  <FieldRow>
    <DateField name="givenOn" label="Eingewilligt am" value={typed.text("givenOn", germanDay(view.today))} {...typed.errorOf("givenOn")} />
    <DateField name="expiresOn" label="Gilt bis" hint="höchstens drei Jahre; bei Eltern bis zum Tag vor dem 18. Geburtstag" value={typed.text("expiresOn", germanDay(view.start.expiresOn))} {...typed.errorOf("expiresOn")} />
  </FieldRow>
);

function How({ view, typed }: { view: NewConsentView; typed: Typed }) {
  const options = view.languages.map(({ code, isReviewed }) => ({ value: code, label: code === "de" ? "nur Deutsch" : `Deutsch und ${SHEET_LANGUAGES[code].german} · ${SHEET_LANGUAGES[code].own}${isReviewed ? "" : " (nur zum Erklären)"}` }));
  return (
    <>
      <Select name="language" label="Sprache des Textes" value={typed.text("language", view.start.language)} options={options} {...typed.errorOf("language")} hint="„Nur zum Erklären“: Diesen Text hat noch kein Mensch für Ihre Kommune geprüft. Unterschrieben wird dann Deutsch, oder mündlich mit Sprachmittlung." />
      <TextField name="interpreter" label="Sprachmittlung" optional maxlength={200} hint="Wer übersetzt, in welche Sprache" value={typed.text("interpreter")} {...typed.errorOf("interpreter")} />
      <RadioGroup name="form" label="Form" look="inline" value={typed.text("form", "written")} choices={optionsOf(FORMS)} {...typed.errorOf("form")} />
      <TextArea name="oralNote" label="Vermerk" optional="nur bei mündlich" rows={2} maxlength={2000} hint="Wo, wer dabei war, womit die Person einverstanden ist" value={typed.text("oralNote")} {...typed.errorOf("oralNote")} />
    </>
  );
}
