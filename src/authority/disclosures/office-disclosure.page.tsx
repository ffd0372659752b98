import { ActionButton, type HiddenFields, type Labelled, typedIn } from "../../cases/index.ts";
import { Letter } from "../../consent/index.ts";
import type { FormState } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, Columns, DataTable, DescriptionList, EmptyState, Form, FormErrors, LinkButton, Notice, RadioGroup, Select, StateLabel, TextArea, TextField, Timeline } from "../../ui/index.ts";
import { OfficeFrame } from "../file/office-frame.page.tsx";
import type { OfficeHead } from "../file/office-head.ts";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";
import { RECIPIENT_STATES, STATE_LOOKS, STATES } from "./office-disclosure-words.ts";
import type { OfficeCandidate, OfficeDisclosureHead, ShownOfficeDisclosure } from "./read-office-disclosures.ts";
import type { OpenRequest } from "./send-office-disclosure.ts";

export interface NewOfficeDisclosureView extends OfficeFormView {
  readonly recipients: readonly { readonly id: string; readonly name: string; readonly has_room: boolean }[];
  readonly bases: readonly Labelled[];
  readonly candidates: readonly OfficeCandidate[];
  readonly askedBy: string | null;
  readonly request: OpenRequest | null;
}
/** To whom, on what ground, for what, and field by field; nothing is chosen beforehand. */
export function NewOfficeDisclosurePage(view: NewOfficeDisclosureView) {
  const { request, head } = view;
  const typed = typedIn(view.form);
  return (
    <OfficeForm view={view} title="Neue Übermittlung" submit="Weiter: Schreiben ansehen" cancel={`/vorgaenge/${head.id}/uebermittlungen`} current="disclosures" above={request === null ? undefined : <Occasion request={request} />}>
      {request !== null && <input type="hidden" name="requestItemId" value={request.id} />}
      <Select name="recipientId" label="Empfänger" empty="bitte wählen" value={typed.text("recipientId", view.askedBy)} options={view.recipients.map((r) => ({ value: r.id, label: r.has_room ? r.name : `${r.name} (auf Papier)` }))} {...typed.errorOf("recipientId")} />
      <Select name="legalBasisId" label="Rechtsgrundlage" empty="bitte wählen" value={typed.text("legalBasisId")} options={view.bases.map((b) => ({ value: b.key, label: b.label }))} {...typed.errorOf("legalBasisId")} />
      <TextArea name="purpose" label="Zweck" rows={2} maxlength={500} hint="Wofür braucht die Stelle die Angaben?" value={typed.text("purpose", request?.needed)} {...typed.errorOf("purpose")} />
      <TextField name="necessity" label="Erforderlich, weil …" maxlength={500} hint="ein Satz: warum es ohne diese Angaben nicht geht" value={typed.text("necessity")} {...typed.errorOf("necessity")} />
      <CheckboxGroup name="fields" label="Angaben" values={typed.list("fields")} {...typed.errorOf("fields")} choices={view.candidates.map((c) => ({ value: c.field, label: <><b>{c.label}:</b> <bdi class="choice-value">{c.value}</bdi></>, ...(c.warning === null ? {} : { hint: <span class="tone-warning">{c.warning}</span> }) }))} />
      <TextArea name="freeText" label="Weitere Angabe" optional rows={3} maxlength={2000} value={typed.text("freeText")} {...typed.errorOf("freeText")} />
    </OfficeForm>
  );
}
const Occasion = ({ request }: { request: OpenRequest }) => (
  <Notice kind="info" title={`Antwort auf die Anfrage von ${request.from}`}>
    <p><bdi>{request.about}</bdi>: <bdi>{request.needed}</bdi> ({request.basis})</p>
    <p>Eine Anfrage ist ein Anlass, keine Rechtsgrundlage. Prüfen Sie selbst, ob es dieselbe Person ist.</p>
  </Notice>
);

export function OfficeDisclosuresPage({ head, disclosures, requests }: { head: OfficeHead; disclosures: readonly OfficeDisclosureHead[]; requests: readonly { readonly id: string; readonly recipient: string; readonly needed: string; readonly sentOn: string; readonly answerIds: readonly string[] }[] }) {
  const base = `/vorgaenge/${head.id}/uebermittlungen`;
  return (
    <OfficeFrame head={head} current="disclosures">
      <Card title="Übermittlungen" flush aside={<LinkButton href={`${base}/neu`} small kind="strong">Neue Übermittlung</LinkButton>}>
        <DataTable
          caption="Übermittlungen"
          captionHidden
          dense={false}
          cards
          rows={disclosures}
          rowHref={(d) => `${base}/${d.id}`}
          empty={<EmptyState title="Noch nichts übermittelt">Was Sie einer anderen Stelle über diese Person mitteilen, wählen Sie Angabe für Angabe; eine zweite Person entscheidet mit.</EmptyState>}
          columns={[
            { key: "to", header: "An", rowHeader: true, cell: (d) => <bdi>{d.recipientName}</bdi> },
            { key: "by", header: "Verfasst von", cell: (d) => <bdi>{d.authorName}</bdi> },
            { key: "when", header: "Vom", nowrap: true, cell: (d) => d.sentOn ?? d.createdOn },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (d) => <StateLabel {...STATE_LOOKS[d.state]}>{STATES[d.state]}</StateLabel> },
            { key: "there", header: "Empfänger", nowrap: true, cell: (d) => (d.recipientState === null ? "" : RECIPIENT_STATES[d.recipientState]) },
          ]}
        />
      </Card>
      <Card title="Anfragen zu dieser Person" flush aside={<LinkButton href={`/anfragen/neu?person=${head.id}`} small>Andere Stelle fragen</LinkButton>}>
        <DataTable
          caption="Anfragen"
          captionHidden
          dense={false}
          cards
          rows={requests}
          rowHref={(r) => `/anfragen/${r.id}`}
          empty={<EmptyState title="Noch keine Anfrage">Sie sehen „zugestellt“ und, wenn sie kommt, die Übermittlung.</EmptyState>}
          columns={[
            { key: "to", header: "An", rowHeader: true, cell: (r) => <bdi>{r.recipient}</bdi> },
            { key: "what", header: "Gebraucht", cell: (r) => <bdi>{r.needed}</bdi> },
            { key: "when", header: "Gesendet", nowrap: true, cell: (r) => r.sentOn },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (r) => (r.answerIds.length === 0 ? <StateLabel tone="neutral" shape="half">zugestellt</StateLabel> : <StateLabel tone="success" shape="check">Übermittlung gekommen</StateLabel>) },
          ]}
        />
      </Card>
    </OfficeFrame>
  );
}

export interface OfficeDisclosureView {
  readonly head: OfficeHead;
  readonly disclosure: ShownOfficeDisclosure;
  readonly sender: readonly string[];
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly hidden: HiddenFields;
  readonly form: FormState;
}
/** The letter as it will be read, and beside it the one thing to do next. */
export function OfficeDisclosurePage(view: OfficeDisclosureView) {
  const { head, disclosure: d } = view;
  return (
    <OfficeFrame head={head} current="disclosures">
      {view.form.stale !== undefined && <Notice kind="warning" title="Inzwischen geändert">Jemand hat diese Übermittlung eben bearbeitet. Sehen Sie noch einmal hin.</Notice>}
      <Columns
        main={
          <>
            <Letter sender={view.sender} recipient={d.recipientName} date={d.sentOn ?? germanDay(head.today)} subject="Übermittlung" basis={d.basis} consentOf={null} exception={null} purpose={d.purpose} necessity={d.necessity} items={d.items.map((i) => ({ label: i.label, value: i.value }))} />
            {d.messages.length > 0 && <Card title="Nachrichten"><Timeline label="Nachrichten" entries={d.messages.map((m) => ({ when: m.at, title: m.isIncoming ? d.recipientName : m.by, body: <p><bdi>{m.text}</bdi></p> }))} /></Card>}
          </>
        }
        side={<><Standing disclosure={d} /><Next view={view} /></>}
      />
    </OfficeFrame>
  );
}

const Standing = ({ disclosure: d }: { disclosure: ShownOfficeDisclosure }) => (
  <Card title="Übermittlung">
    <DescriptionList
      facts={[
        { term: "Stand", value: <StateLabel {...STATE_LOOKS[d.state]}>{STATES[d.state]}</StateLabel> },
        { term: "Weg", value: d.channel === "inbox" ? "in den Posteingang der Stelle" : "auf Papier" },
        ...(d.recipientState === null ? [] : [{ term: "Empfänger", value: RECIPIENT_STATES[d.recipientState] }]),
        { term: "Verfasst von", value: d.authorName },
        ...(d.secondName === "" ? [] : [{ term: "Zweite Person", value: d.secondName, ...(d.secondOn === null ? {} : { note: d.secondOn }) }]),
        ...(d.secondNote === "" ? [] : [{ term: "Anmerkung", value: d.secondNote }]),
      ]}
    />
  </Card>
);

function Next({ view }: { view: OfficeDisclosureView }) {
  const { disclosure: d, hidden, form } = view;
  const base = `/vorgaenge/${d.personId}/uebermittlungen/${d.id}`;
  const typed = typedIn(form);
  if (d.state === "draft" && d.isMine) return <Submit view={view} base={base} />;
  if (d.state === "awaiting_second" && d.isMine) return <Card title="Wartet"><p>Eine zweite Person Ihres Aktenbereichs entscheidet.</p><ActionButton hidden={hidden} action={`${base}/verwerfen`} kind="danger">Zurückziehen</ActionButton></Card>;
  if (d.state === "awaiting_second") {
    return (
      <Card title="Ihre Entscheidung">
        <Form {...hidden} version={d.version} action={`${base}/urteil`} label="Ihre Entscheidung">
          <FormErrors errors={form.refusals} />
          <RadioGroup name="verdict" label="Darf das so hinaus?" value={typed.text("verdict")} {...typed.errorOf("verdict")} choices={[{ value: "yes", label: "ja, senden" }, { value: "no", label: "nein, nicht senden" }]} />
          <TextArea name="note" label="Anmerkung" optional="bei „nein“ nötig" rows={3} maxlength={1000} value={typed.text("note")} {...typed.errorOf("note")} />
          <Button kind="strong">Festhalten</Button>
        </Form>
      </Card>
    );
  }
  if (d.state !== "sent") return null;
  if (d.channel === "paper") return <Card title="Schreiben"><ButtonRow><LinkButton href={`${base}/schreiben.pdf`} kind="strong">Schreiben (PDF)</LinkButton></ButtonRow></Card>;
  if (d.recipientState === "declined") return null;
  return (
    <Card title={d.recipientState === "asked_back" ? "Der Empfänger fragt nach" : "Nachricht an den Empfänger"}>
      <Form {...hidden} action={`${base}/nachricht`} label="Nachricht an den Empfänger">
        <FormErrors errors={form.refusals} />
        <TextArea name="text" label="Ihre Antwort" rows={4} maxlength={2000} hint="Keine weiteren Angaben zur Person: dafür ist eine neue Übermittlung da." value={typed.text("text")} {...typed.errorOf("text")} />
        <Button kind={d.recipientState === "asked_back" ? "strong" : "plain"}>Antworten</Button>
      </Form>
      <p><a href={`${base}/schreiben.pdf`}>Schreiben als PDF</a></p>
    </Card>
  );
}

function Submit({ view, base }: { view: OfficeDisclosureView; base: string }) {
  const { disclosure: d, hidden, form, officers } = view;
  return (
    <Card title="Was noch zu tun ist">
      {officers.length === 0 ? <Notice kind="warning" title="Es fehlt eine zweite Person">In diesem Aktenbereich arbeitet sonst niemand. Bitten Sie die Verwaltung um eine Vertretung.</Notice> : (
        <Form {...hidden} version={d.version} action={`${base}/vorlegen`} label="Einer zweiten Person vorlegen">
          <FormErrors errors={form.refusals} />
          <Select name="secondId" label="Wer entscheidet mit?" hint="Ohne Einwilligung urteilt eine zweite Person." options={officers.map((o) => ({ value: o.id, label: o.name }))} {...typedIn(form).errorOf("secondId")} />
          <Button kind="strong">Zur Entscheidung vorlegen</Button>
        </Form>
      )}
      <ActionButton hidden={hidden} action={`${base}/verwerfen`} kind="danger">Entwurf verwerfen</ActionButton>
    </Card>
  );
}
