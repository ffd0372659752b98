import { ActionButton, type HiddenFields, typedIn } from "../../cases/index.ts";
import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, Checkbox, Columns, DescriptionList, Form, FormErrors, LinkButton, Name, Notice, PageHead, StateLabel, TextArea, TextField } from "../../ui/index.ts";
import { Check88Fields } from "../disclosures/check-88.page.tsx";
import { REASONS_88 } from "../disclosures/decide-check-88.ts";
import { type ContentOf, Letter } from "../outgoing/index.ts";
import { ITEM_LOOKS, NOTICES } from "./inbox-words.ts";
import type { ShownInboxItem } from "./read-inbox.ts";

export interface ItemView {
  readonly item: ShownInboxItem & { readonly thread: readonly ShownInboxItem[] };
  readonly organisation: string;
  readonly isCaseManagement: boolean;
  readonly mayPutToCase: boolean;
  /** people of the own room that were searched for, to link what was accepted */
  readonly found: readonly { readonly id: string; readonly latin: string; readonly own: string | undefined; readonly birth: string | null }[] | null;
  readonly linked: string | null;
  readonly mayLink: boolean;
  /** of an authority, whose persons have a Vorgang */
  readonly isOffice: boolean;
  readonly query: string;
  /** after the last step, as the municipality set it */
  readonly months: number;
  readonly hidden: HiddenFields;
  readonly form: FormState;
}

const baseOf = (view: ItemView): string => `/posteingang/${view.item.id}`;

export function ItemPage(view: ItemView) {
  const { item } = view;
  return (
    <>
      <PageHead title={item.kindWord} lead={<>Von <bdi>{item.from}</bdi>, eingegangen am {item.receivedOn}</>} actions={<LinkButton href="/posteingang" kind="quiet">Zum Posteingang</LinkButton>} />
      {view.form.stale !== undefined && <Notice kind="warning" title="Inzwischen geändert">Jemand hat dieses Schreiben eben bearbeitet. Sehen Sie noch einmal hin.</Notice>}
      <Columns main={<><Body view={view} /><Refuse view={view} /><Thread view={view} /></>} side={<><Standing view={view} /><Next view={view} /></>} />
    </>
  );
}

function Body({ view }: { view: ItemView }) {
  const { content, from } = view.item;
  switch (content.type) {
    case "disclosure":
      return <DisclosureBody view={view} content={content} />;
    case "change_notice":
      return <Card title={NOTICES[content.why].title(content.label)}><p>{NOTICES[content.why].text(content.sentOn, from)}</p></Card>;
    case "withdrawal":
      return (
        <Card title={content.isWhole ? "Eine Einwilligung wurde widerrufen" : "Eine Einwilligung wurde zum Teil widerrufen"}>
          <DescriptionList facts={[{ term: "Person", value: content.person }, { term: "Widerrufen am", value: content.withdrawnOn }, { term: "Betrifft", value: content.categories.join(", ") || "alles" }, ...(content.note === "" ? [] : [{ term: "Hinweis", value: content.note }])]} />
          <p>Prüfen Sie, was Sie davon noch haben: Was nur auf dieser Einwilligung beruht, ist zu löschen (Art. 17 Abs. 1 Buchst. b DSGVO).</p>
        </Card>
      );
    case "request":
      return (
        <Card title="Anfrage">
          <DescriptionList facts={[{ term: "Von", value: `${content.sender.organisation}, ${content.sender.person}` }, { term: "Wen es betrifft", value: content.about }, { term: "Was gebraucht wird", value: content.needed }, { term: "Grundlage", value: content.basis }]} />
          {view.item.is87 && <Notice kind="warning" title="Beruft sich auf § 87 AufenthG">Vor jeder Antwort steht die Prüfung nach § 88 AufenthG.</Notice>}
          {view.isCaseManagement && <p>Eine Anfrage ist ein Anlass, keine Rechtsgrundlage. Die fragende Stelle sieht nur „zugestellt“, und was Sie ihr übermitteln.</p>}
        </Card>
      );
    case "reply":
    case "answer":
      return <Card title={view.item.kindWord}><p><bdi>{content.text}</bdi></p></Card>;
  }
}

function DisclosureBody({ view, content }: { view: ItemView; content: ContentOf<"disclosure"> }) {
  const files = content.files.map((file, i) => <li><a href={`${baseOf(view)}/dateien/${i}`}><bdi>{file.name}</bdi></a></li>);
  return (
    <Letter
      sender={[content.sender.organisation, content.sender.person]}
      recipient={view.organisation}
      date={content.sentOn}
      subject={content.corrects === null ? "Übermittlung" : `Berichtigung der Übermittlung vom ${content.corrects}`}
      basis={content.basis}
      consentOf={content.consentOf}
      exception={content.exception}
      purpose={content.purpose}
      necessity={content.necessity}
      items={content.items.map((i) => ({ label: i.label, value: i.value, person: i.person }))}
      foot={<>{files.length > 0 && <><h3>Dateien</h3><ul>{files}</ul></>}<p class="letter-small">Verwenden Sie die Angaben nur für diesen Zweck. Diese Kopie lässt sich nicht ändern.</p></>}
    />
  );
}

function Thread({ view: { item } }: { view: ItemView }) {
  if (item.thread.length === 0) return null;
  return (
    <Card title="Dazu gehört auch">
      <ul>{item.thread.map((other) => <li><a href={`/posteingang/${other.id}`}>{other.kindWord} vom {other.receivedOn}</a>: <bdi>{other.subject}</bdi></li>)}</ul>
    </Card>
  );
}

function Standing({ view: { item, linked, isOffice, months } }: { view: ItemView }) {
  const check = item.check88;
  return (
    <Card title="Bearbeitung">
      <DescriptionList
        facts={[
          { term: "Stand", value: <StateLabel {...ITEM_LOOKS[item.state]}>{item.stateWord}</StateLabel> },
          ...(item.decidedName === "" ? [] : [{ term: "Bearbeitet von", value: item.decidedName, ...(item.decidedOn === null ? {} : { note: item.decidedOn }) }]),
          ...(item.caseNumber === null ? [] : [{ term: "Fall", value: item.caseIsOpen ? <a href={`/faelle/${item.caseId}/uebermittlungen`}>{item.caseNumber}</a> : item.caseNumber }]),
          ...(linked === null ? [] : [{ term: "Person", value: <a href={isOffice ? `/vorgaenge/${item.personId}` : `/personen/${item.personId}`}>{linked}</a> }]),
          ...(item.reason === null ? [] : [{ term: "Grund", value: item.reason }]),
          ...(check === null ? [] : [{ term: "§ 88 AufenthG", value: check.result === "permitted" ? "geprüft: erlaubt" : "geprüft: verboten", note: check.reasons.map((r) => REASONS_88[r].sentence).join(" ") }]),
          ...(item.decidedName === "" || item.state === "asked_back" ? [] : [{ term: "Aufbewahrung", value: `${months} Monate nach dem letzten Schritt`, note: "Danach wird gelöscht, wenn nichts mehr offen ist." }]),
        ]}
      />
    </Card>
  );
}

function Next({ view }: { view: ItemView }) {
  const { content, state } = view.item;
  if (content.type === "disclosure") return <><Answer view={view} />{view.mayLink && state === "accepted" && <Link view={view} />}</>;
  if (content.type === "request") return state === "received" || state === "accepted" ? <Request view={view} /> : null;
  return state === "received" ? <Card title="Als Nächstes"><ActionButton hidden={view.hidden} action={`${baseOf(view)}/erledigt`}>Erledigt</ActionButton></Card> : null;
}

function Answer({ view }: { view: ItemView }) {
  const { item, hidden, form } = view;
  const typed = typedIn(form);
  const isOpen = item.state === "received" || item.state === "asked_back";
  return (
    <>
      {isOpen && (
        <Card title="Annehmen oder zurückweisen">
          <Form {...hidden} version={item.version} action={`${baseOf(view)}/annehmen`} label="Annehmen"><Button kind="strong">Annehmen</Button></Form>
          <p>Zurückweisen löscht das Schreiben mit Dateien und Schlüssel: Nichts davon bleibt bei Ihnen.</p>
          <ActionButton hidden={hidden} action={`${baseOf(view)}/zurueckweisen`} kind="danger">Zurückweisen und löschen</ActionButton>
        </Card>
      )}
      <Card title="Rückfrage">
        <Form {...hidden} version={item.version} action={`${baseOf(view)}/rueckfrage`} label="Rückfrage">
          <FormErrors errors={form.refusals} />
          <TextArea name="text" label="Was möchten Sie wissen?" rows={3} maxlength={2000} value={typed.text("text")} {...typed.errorOf("text")} />
          <Button>Nachfragen</Button>
        </Form>
      </Card>
    </>
  );
}

function Link({ view }: { view: ItemView }) {
  const base = baseOf(view);
  return (
    <Card title="Eigener Person zuordnen">
      <Form method="get" action={base} label="Person suchen">
        <TextField name="suche" label="Name oder Geburtsdatum" optional value={view.query} />
        <Button>Suchen</Button>
      </Form>
      {view.found !== null && (view.found.length === 0 ? <p>Niemand gefunden. <a href="/personen/neu">Person erfassen</a></p> : (
        <ul class="lines">
          {view.found.map((p) => (
            <li>
              <Name latin={p.latin} own={p.own} /> {p.birth ?? ""}
              <ActionButton hidden={view.hidden} action={`${base}/person`} name="personId" value={p.id} label={`${p.latin} zuordnen`}>Zuordnen</ActionButton>
            </li>
          ))}
        </ul>
      ))}
    </Card>
  );
}

function Request({ view }: { view: ItemView }) {
  const { item, hidden, form } = view;
  const typed = typedIn(form);
  return (
    <>
      {view.isOffice && item.personId !== null && (
        <Card title="Beantworten">
          <ButtonRow><LinkButton href={`/vorgaenge/${item.personId}/uebermittlungen/neu?anfrage=${item.id}`} kind="strong">Übermittlung vorbereiten</LinkButton></ButtonRow>
          <p>Eine Anfrage ist ein Anlass, keine Rechtsgrundlage. Die fragende Stelle sieht nur „zugestellt“, und was Sie ihr übermitteln.</p>
        </Card>
      )}
      {view.mayLink && <Link view={view} />}
      {item.caseIsOpen && (
        <Card title="Beantworten">
          <ButtonRow><LinkButton href={`/faelle/${item.caseId}/uebermittlungen/neu?anfrage=${item.id}`} kind="strong">Übermittlung vorbereiten</LinkButton></ButtonRow>
        </Card>
      )}
      {view.mayPutToCase && (
        <Card title="Einem Fall zuordnen">
          <Form {...hidden} version={item.version} action={`${baseOf(view)}/fall`} label="Einem Fall zuordnen">
            <FormErrors errors={form.refusals.filter((r) => r.field === "caseNumber")} />
            <TextField name="caseNumber" label="Fallnummer" hint="Suchen Sie selbst, um wen es geht: Das Programm vergleicht nichts." width="medium" value={typed.text("caseNumber")} {...typed.errorOf("caseNumber")} />
            <Button>Zuordnen</Button>
          </Form>
        </Card>
      )}
    </>
  );
}

/** In the main column: the questions of § 88 want room. */
function Refuse({ view }: { view: ItemView }) {
  const { item, hidden, form } = view;
  if (item.kind !== "request" || (item.state !== "received" && item.state !== "accepted")) return null;
  const typed = typedIn(form);
  const base = baseOf(view);
  return (
    <Card title={view.isCaseManagement ? "Ablehnen" : "Abschließen"}>
      <Form {...hidden} version={item.version} action={`${base}/ablehnen`} label="Ablehnen">
        <FormErrors errors={form.refusals.filter((r) => r.field !== "caseNumber")} />
        {(view.isCaseManagement || view.isOffice) && <Checkbox name="isUnknown" label="Die Person ist hier unbekannt" checked={typed.isChecked("isUnknown")} />}
        <TextArea name="reason" label="Grund" optional={typed.isChecked("isUnknown")} rows={3} maxlength={1000} hint="Bleibt hier: Die fragende Stelle erfährt ihn nicht." value={typed.text("reason")} {...typed.errorOf("reason")} />
        {item.is87 && <Check88Fields typed={typed} />}
        <Button kind="danger">Ablehnen</Button>
      </Form>
      {!view.isCaseManagement && <ActionButton hidden={hidden} action={`${base}/erledigt`}>Erledigt</ActionButton>}
    </Card>
  );
}
