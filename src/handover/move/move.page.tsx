import { CaseFrame } from "../../cases/reading/index.ts";
import { ActionButton, CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, CheckboxGroup, Columns, DateField, DescriptionList, Form, FormErrors, LineList, LinkButton, Notice, type Option, RadioGroup, Select, StateLabel, TextField } from "../../ui/index.ts";
import { AGREED_BY, AGREED_FORMS, GIVEN_HOW, PARTS } from "./move-words.ts";
import type { MovePackage } from "./package-format.ts";
import { PackageParts } from "./package.page.tsx";
import type { Move } from "./prepare-move.ts";

export const movePath = (caseId: string, part = ""): string => `/faelle/${caseId}/umzug${part}`;

export interface MoveView extends CaseFormView {
  readonly move: Move | null;
  readonly given: readonly Move[];
  readonly isEnded: boolean;
  readonly persons: readonly Option[];
  readonly documents: readonly Option[];
  readonly consents: readonly { readonly id: string; readonly recipient: string; readonly person: string; readonly until: CalendarDay; readonly why: string }[];
}
/** What goes along, chosen with the person. */
export function ChoicePage(view: MoveView) {
  const { move, persons, documents, consents } = view;
  const typed = typedIn(view.form);
  const free = consents.filter((c) => c.why === "");
  return (
    <CaseForm view={view} title="Umzug in eine andere Kommune" submit={move === null ? "Paket vorbereiten" : "Auswahl speichern"} version={move?.version ?? 0} guarded current="move"
      above={<p class="quiet">Wählen Sie zusammen mit der Person, was mitgeht. Hinaus geht nichts, bevor alle zugestimmt haben. Kontakte, Notizen und Vertrauliches bleiben hier.</p>}
      side={<GivenMoves view={view} />}>
      {move !== null && move.agreements.length > 0 && <Notice kind="warning">Ändern Sie die Auswahl, gelten die Zustimmungen nicht mehr: Sie gelten genau diesem Paket.</Notice>}
      <TextField name="municipality" label="Neue Kommune" maxlength={200} value={typed.text("municipality", move?.recipient.municipality)} {...typed.errorOf("municipality")} />
      <TextField name="office" label="Stelle dort" optional maxlength={200} hint="zum Beispiel: Kommunales Integrationszentrum" value={typed.text("office", move?.recipient.office)} {...typed.errorOf("office")} />
      <TextField name="contact" label="Wer dort Bescheid weiß" optional maxlength={200} value={typed.text("contact", move?.recipient.contact)} {...typed.errorOf("contact")} />
      <DateField name="movesOn" label="Umzug am" value={typed.text("movesOn", move === null ? undefined : germanDay(move.moves_on))} {...typed.errorOf("movesOn")} />
      <CheckboxGroup name="personIds" label="Wer zieht um?" values={typed.list("personIds", move?.person_ids ?? persons.map((p) => p.value))} {...typed.errorOf("personIds")} choices={persons} />
      <CheckboxGroup name="parts" label="Was geht mit?" values={typed.list("parts", move?.parts ?? ["register", "plan", "consents"])} {...typed.errorOf("parts")} choices={Object.entries(PARTS).map(([value, label]) => ({ value, label }))} />
      {documents.length > 0 && <CheckboxGroup name="documentIds" label="Welche Dateien gehen mit?" values={typed.list("documentIds", move?.document_ids ?? [])} {...typed.errorOf("documentIds")} choices={documents} />}
      {free.length > 0 && <CheckboxGroup name="continuedIds" label="Welche Einwilligung soll auch am neuen Ort gelten?" hint="Nur was die Person selbst so möchte. Die neue Stelle bestätigt es mit ihr." values={typed.list("continuedIds", move?.continued_ids ?? [])} {...typed.errorOf("continuedIds")}
        choices={free.map((c) => ({ value: c.id, label: `${c.recipient}, ${c.person}, bis ${germanDay(c.until)}` }))} />}
      {consents.length > free.length && <div><span class="field-label">Neu einzuholen</span><ul>{consents.filter((c) => c.why !== "").map((c) => <li>{c.recipient}, <bdi>{c.person}</bdi>: {c.why}</li>)}</ul></div>}
    </CaseForm>
  );
}

export interface PreparedView extends MoveView {
  readonly move: Move;
  readonly content: MovePackage;
  readonly languages: readonly Option[];
  readonly nameOf: (id: string) => string;
}
/** The package as it would go, and who has agreed to it. */
export function PreparedPage(view: PreparedView) {
  const { head, today, hidden, move, content } = view;
  const asked = move.person_ids.filter((id) => !move.agreements.some((a) => a.person_id === id && a.withdrawn_on === null));
  return (
    <CaseFrame head={head} today={today} current="move">
      <FormErrors errors={view.form.refusals} />
      <h2>Umzug nach <bdi>{move.recipient.municipality}</bdi></h2>
      <Columns main={<>
        <Card title="Das Paket" aside={<LinkButton href={movePath(head.id, "/auswahl")} small>Auswahl ändern</LinkButton>}>
          <DescriptionList facts={[{ term: "An", value: [move.recipient.municipality, move.recipient.office, move.recipient.contact].filter((x) => x !== "").join(", ") }, { term: "Umzug am", value: germanDay(move.moves_on) }]} />
          <PackageParts content={content} />
        </Card>
        <ActionButton action={movePath(head.id, `/${move.id}/verwerfen`)} hidden={hidden}>Paket verwerfen</ActionButton>
      </>} side={<>
        <Card title="Zustimmung">
          <LineList>{move.person_ids.map((id) => <AgreedLine view={view} id={id} />)}</LineList>
          {asked.length > 0 && <AgreeForm view={view} asked={asked} />}
        </Card>
        {move.isAgreed && (
          <Card title="Übergeben">
            <Form {...hidden} action={movePath(head.id, `/${move.id}/uebergeben`)} label="Paket übergeben">
              <RadioGroup name="how" label="Auf welchem Weg?" value="to_person" choices={Object.entries(GIVEN_HOW).map(([value, label]) => ({ value, label }))} />
              <Button kind="strong">Paket erstellen und übergeben</Button>
            </Form>
          </Card>
        )}
        <GivenMoves view={view} />
      </>} />
    </CaseFrame>
  );
}
function AgreedLine({ view: { head, hidden, move, nameOf }, id }: { view: PreparedView; id: string }) {
  const agreed = move.agreements.find((a) => a.person_id === id && a.withdrawn_on === null);
  return (
    <div>
      <bdi>{nameOf(id)}</bdi> {agreed === undefined ? <StateLabel tone="warning" shape="empty">fehlt noch</StateLabel> : <StateLabel tone="success" shape="check">zugestimmt am {germanDay(agreed.agreed_on)}</StateLabel>}
      <span class="line-note">{agreed === undefined
        ? <LinkButton href={movePath(head.id, `/${move.id}/blatt.pdf?person=${id}`)} small>Blatt zum Unterschreiben</LinkButton>
        : <ActionButton action={movePath(head.id, `/${move.id}/widerrufen/${agreed.id}`)} hidden={hidden}>Zustimmung zurücknehmen</ActionButton>}</span>
    </div>
  );
}
function AgreeForm({ view, asked }: { view: PreparedView; asked: readonly string[] }) {
  const { head, move, hidden, nameOf, languages } = view;
  const typed = typedIn(view.form);
  return (
    <Form {...hidden} action={movePath(head.id, `/${move.id}/zustimmung`)} label="Zustimmung festhalten">
      <Select name="personId" label="Wer stimmt zu?" value={typed.text("personId", asked[0])} {...typed.errorOf("personId")} options={asked.map((id) => ({ value: id, label: nameOf(id) }))} />
      <DateField name="agreedOn" label="Am" value={typed.text("agreedOn", germanDay(view.today))} {...typed.errorOf("agreedOn")} />
      <RadioGroup name="givenBy" label="Durch" value={typed.text("givenBy", "person")} {...typed.errorOf("givenBy")} choices={Object.entries(AGREED_BY).map(([value, label]) => ({ value, label }))} />
      <RadioGroup name="form" label="Wie" value={typed.text("form", "written")} {...typed.errorOf("form")} choices={Object.entries(AGREED_FORMS).map(([value, label]) => ({ value, label }))} />
      <Select name="language" label="In welcher Sprache" value={typed.text("language", "de")} {...typed.errorOf("language")} options={languages} />
      <TextField name="witness" label="Wer dabei war" optional maxlength={300} hint="Sprachmittlung, Vertretung, Zeugin" value={typed.text("witness")} {...typed.errorOf("witness")} />
      <Button>Zustimmung festhalten</Button>
    </Form>
  );
}

function GivenMoves({ view: { head, given, isEnded } }: { view: MoveView }) {
  if (given.length === 0) return null;
  return (
    <Card title="Übergeben">
      <LineList>{given.map((m) => (
        <div><a href={movePath(head.id, `/${m.id}/paket.zip`)}>Paket für <bdi>{m.recipient.municipality}</bdi></a><span class="line-note">{m.given_on === null ? "" : germanDay(m.given_on)}{m.given_how === null ? "" : `, ${GIVEN_HOW[m.given_how]}`}{(m.left_out ?? 0) > 0 ? `, ohne ${m.left_out} vertrauliche Einträge` : ""}</span></div>
      ))}</LineList>
      {!isEnded && <p><a href={`/faelle/${head.id}/abschluss?grund=moved_away`}>Fall abschließen</a></p>}
    </Card>
  );
}
