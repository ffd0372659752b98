import { ActionButton, type HiddenFields, typedIn } from "../../cases/index.ts";
import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Columns, DescriptionList, Form, FormErrors, LinkButton, Notice, RadioGroup, Select, StateLabel, TextArea, Timeline } from "../../ui/index.ts";
import { Letter } from "../outgoing/index.ts";
import { StateOf } from "./disclosures.page.tsx";
import { REASONS_88 } from "./decide-check-88.ts";
import { positionOf, reasonOf, RECIPIENT_STATES } from "./disclosure-words.ts";
import type { ShownDisclosure } from "./read-disclosure.ts";

export interface DisclosureView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly disclosure: ShownDisclosure;
  readonly sender: readonly string[];
  readonly me: string;
  readonly hidden: HiddenFields;
  readonly form: FormState;
}

/** The letter as it will be read, and beside it the one thing to do next. */
export function DisclosurePage(view: DisclosureView) {
  const { head, today, disclosure: d } = view;
  return (
    <CaseFrame head={head} today={today} current="disclosures">
      {view.form.stale !== undefined && <Notice kind="warning" title="Inzwischen geändert">Jemand hat diese Übermittlung eben geändert. Sehen Sie noch einmal hin und wiederholen Sie Ihren Schritt.</Notice>}
      <Columns main={<><Preview view={view} />{d.messages.length > 0 && <Messages view={view} />}</>} side={<><Standing view={view} /><Next view={view} /></>} />
    </CaseFrame>
  );
}

function Preview({ view: { disclosure: d, sender, today } }: { view: DisclosureView }) {
  const problemOf = (position: number): string | undefined => d.problems.filter((p) => positionOf(p) === position).map((p) => reasonOf(p).sentence).join(" ") || undefined;
  return (
    <Letter
      sender={sender}
      recipient={d.recipientName}
      date={d.sentOn ?? germanDay(today)}
      subject={d.kind === "correction" ? "Berichtigung einer Übermittlung" : "Übermittlung"}
      basis={d.basis}
      consentOf={d.consentGivenOn === null ? null : germanDay(d.consentGivenOn)}
      exception={d.exception}
      purpose={d.purpose}
      necessity={d.necessity}
      items={d.items.map((i) => {
        const problem = problemOf(i.position);
        return { label: i.label, value: i.value, person: i.person, ...(problem === undefined ? {} : { note: <span class="tone-danger">{problem}</span> }) };
      })}
    />
  );
}

function Standing({ view: { disclosure: d } }: { view: DisclosureView }) {
  const facts = [
    { term: "Stand", value: <StateOf state={d.state} channel={d.channel} /> },
    ...(d.recipientState === null ? [] : [{ term: "Empfänger", value: RECIPIENT_STATES[d.recipientState] }]),
    { term: "Verfasst von", value: d.authorName },
    ...(d.awaitsLaterVerdict ? [{ term: "Zweite Person", value: <StateLabel tone="warning" shape="half">prüft noch nach</StateLabel>, note: "ging bei akuter Gefahr sofort hinaus" }] : []),
    ...(d.secondName === "" ? [] : [{ term: "Zweite Person", value: d.secondName, note: [d.secondAgrees === null ? "" : d.secondAgrees ? "stimmt zu" : "stimmt nicht zu", d.isAcute ? "nach der Übermittlung" : "", d.secondOn ?? ""].filter((w) => w !== "").join(", ") }]),
    ...(d.secondNote === "" ? [] : [{ term: "Anmerkung", value: d.secondNote }]),
    ...(d.check88 === null ? [] : [{ term: "§ 88 AufenthG", value: d.check88.result === "permitted" ? "geprüft: erlaubt" : "geprüft: verboten", note: d.check88.reasons.map((r) => REASONS_88[r].sentence).join(" ") }]),
  ];
  return <Card title="Übermittlung"><DescriptionList facts={facts} /></Card>;
}

function Next(props: { view: DisclosureView }) {
  const { disclosure: d } = props.view;
  if (d.state === "draft") return d.isMine ? <DraftSteps {...props} /> : null;
  if (d.state === "awaiting_second") return d.isMine ? <Waiting {...props} /> : <Judging {...props} />;
  if (d.state === "sent" && d.awaitsLaterVerdict && !d.isMine) return <><Judging {...props} /><Sent {...props} /></>;
  return <Sent {...props} />;
}

function Sent(props: { view: DisclosureView }) {
  const { disclosure: d } = props.view;
  if (d.state === "sent") return d.channel === "paper" ? <Paper {...props} /> : d.recipientState === "declined" ? null : <Reply {...props} />;
  return null;
}

const baseOf = ({ disclosure: d }: DisclosureView): string => `/faelle/${d.caseId}/uebermittlungen/${d.id}`;

function DraftSteps({ view }: { view: DisclosureView }) {
  const { disclosure: d, hidden, form } = view;
  const base = baseOf(view);
  const general = d.problems.filter((p) => positionOf(p) === null);
  const needsSecond = general.includes("second_person");
  const others = general.filter((p) => p !== "second_person" && p !== "check_88");
  const blocked = others.length > 0 || d.problems.some((p) => positionOf(p) !== null) || (d.answers87 && d.check88?.result !== "permitted");
  return (
    <Card title="Was noch zu tun ist">
      <FormErrors errors={form.refusals} />
      {others.length > 0 && <Notice kind="warning">{others.map((p) => <p>{reasonOf(p).sentence}</p>)}</Notice>}
      {d.answers87 && d.check88 === null && <p><LinkButton href={`${base}/pruefung-88`} kind={d.items.length > 0 ? "strong" : "plain"}>Prüfung nach § 88 AufenthG</LinkButton></p>}
      {d.answers87 && d.check88?.result === "forbidden" && <Notice kind="danger" title="Verboten nach § 88 AufenthG">Lehnen Sie die Anfrage im Posteingang ab: Der Grund wird dort festgehalten.</Notice>}
      <ButtonRow>
        <LinkButton href={`${base}/auswahl`} kind={d.items.length === 0 ? "strong" : "plain"}>{d.items.length === 0 ? "Angaben wählen" : "Auswahl ändern"}</LinkButton>
        {d.answers87 && d.check88 !== null && <LinkButton href={`${base}/pruefung-88`}>§ 88 erneut prüfen</LinkButton>}
      </ButtonRow>
      {!blocked && (needsSecond ? <Submit view={view} /> : <SendForm view={view} />)}
      <ActionButton hidden={hidden} action={`${base}/verwerfen`} kind="danger">Entwurf verwerfen</ActionButton>
    </Card>
  );
}

const judges = ({ head, me }: DisclosureView) => [...new Map(head.team.filter((m) => m.accountId !== me).map((m) => [m.accountId, { value: m.accountId, label: m.name }])).values()];

function Submit({ view }: { view: DisclosureView }) {
  const people = judges(view);
  if (people.length === 0) return <Notice kind="warning" title="Es fehlt eine zweite Person">Nehmen Sie unter „Team“ jemanden hinzu: Ohne Einwilligung entscheidet eine zweite Person mit.</Notice>;
  return (
    <Form {...view.hidden} version={view.disclosure.version} action={`${baseOf(view)}/vorlegen`} label="Einer zweiten Person vorlegen">
      <Select name="secondId" label="Wer entscheidet mit?" hint="Ohne Einwilligung urteilt eine zweite Person des Teams." options={people} {...typedIn(view.form).errorOf("secondId")} />
      <Button kind="strong">Zur Entscheidung vorlegen</Button>
    </Form>
  );
}

function SendForm({ view }: { view: DisclosureView }) {
  const { disclosure: d } = view;
  const people = judges(view);
  return (
    <Form {...view.hidden} version={d.version} action={`${baseOf(view)}/senden`} label="Übermitteln">
      {d.isAcute && people.length > 0 && <Select name="secondId" label="Wer prüft danach?" options={people} />}
      {d.isAcute && <Notice kind="warning" title="Akute Gefahr">Geht ohne zweite Person sofort hinaus.</Notice>}
      <p>{d.channel === "paper" ? "Danach laden Sie das Schreiben herunter und geben es aus." : "Der Empfänger bekommt genau dieses Schreiben in seinen Posteingang."} Zurückholen lässt es sich nicht.</p>
      <Button kind="strong">{d.channel === "paper" ? "Als ausgehändigt festhalten" : "Jetzt übermitteln"}</Button>
    </Form>
  );
}

function Waiting({ view }: { view: DisclosureView }) {
  return (
    <Card title="Wartet auf die zweite Person">
      <p>Sie können das Schreiben nicht mehr ändern. Verwerfen Sie es, um neu zu beginnen.</p>
      <ActionButton hidden={view.hidden} action={`${baseOf(view)}/verwerfen`} kind="danger">Verwerfen</ActionButton>
    </Card>
  );
}

function Judging({ view }: { view: DisclosureView }) {
  const { disclosure: d } = view;
  const typed = typedIn(view.form);
  return (
    <Card title="Ihr Urteil">
      <p>{d.awaitsLaterVerdict ? "Das Schreiben ging bei akuter Gefahr sofort hinaus. War das richtig? Ihr Urteil steht danach beim Datenschutz." : "Darf genau dieses Schreiben hinaus? Sie ändern es nicht: Sie stimmen zu oder lehnen ab."}</p>
      <Form {...view.hidden} version={view.disclosure.version} action={`${baseOf(view)}/urteil`} label="Ihr Urteil">
        <FormErrors errors={view.form.refusals} />
        <RadioGroup name="agrees" label="Urteil" value={typed.text("agrees")} {...typed.errorOf("agrees")} choices={d.awaitsLaterVerdict ? [{ value: "ja", label: "Ich stimme zu" }, { value: "nein", label: "Ich stimme nicht zu" }] : [{ value: "ja", label: "Zustimmen: es wird übermittelt" }, { value: "nein", label: "Ablehnen: es bleibt hier" }]} />
        <TextArea name="note" label="Anmerkung" optional rows={3} maxlength={1000} value={typed.text("note")} {...typed.errorOf("note")} />
        <Button kind="strong">Urteil festhalten</Button>
      </Form>
    </Card>
  );
}

function Paper({ view }: { view: DisclosureView }) {
  return (
    <Card title="Schreiben">
      <p>Am {view.disclosure.sentOn} als ausgehändigt festgehalten. Mit Empfangsbestätigung zum Zurücksenden.</p>
      <ButtonRow>
        <LinkButton href={`${baseOf(view)}/schreiben.pdf`} kind="strong">PDF herunterladen</LinkButton>
        <LinkButton href={`${baseOf(view)}/daten.json`}>JSON herunterladen</LinkButton>
      </ButtonRow>
      <p><a href={`/faelle/${view.disclosure.caseId}/uebermittlungen/neu?berichtigt=${view.disclosure.id}`}>Berichtigung vorbereiten</a></p>
    </Card>
  );
}

function Reply({ view }: { view: DisclosureView }) {
  const { disclosure: d } = view;
  const typed = typedIn(view.form);
  return (
    <Card title={d.recipientState === "asked_back" ? "Der Empfänger fragt nach" : "Nachricht an den Empfänger"}>
      <Form {...view.hidden} action={`${baseOf(view)}/nachricht`} label="Nachricht an den Empfänger">
        <FormErrors errors={view.form.refusals} />
        <TextArea name="text" label="Ihre Antwort" rows={4} maxlength={2000} hint="Keine weiteren Angaben zur Person: dafür ist eine neue Übermittlung da." value={typed.text("text")} {...typed.errorOf("text")} />
        <Button kind={d.recipientState === "asked_back" ? "strong" : "plain"}>Antworten</Button>
      </Form>
      <p><a href={`/faelle/${d.caseId}/uebermittlungen/neu?berichtigt=${d.id}`}>Berichtigung vorbereiten</a></p>
    </Card>
  );
}

function Messages({ view: { disclosure: d } }: { view: DisclosureView }) {
  return (
    <Card title="Nachrichten">
      <Timeline label="Nachrichten" entries={d.messages.map((m) => ({ when: m.at, title: m.isIncoming ? d.recipientName : m.by, body: <p><bdi>{m.text}</bdi></p> }))} />
    </Card>
  );
}
