import { CONTACT_KINDS, DOCUMENT_KINDS } from "../../cases/reading/index.ts";
import { phaseLabel } from "../../cases/index.ts";
import { type HiddenFields, typedIn } from "../../cases/working/index.ts";
import type { FormState } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Chip, type Column, DataTable, EmptyState, FilterChoices, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, TextArea, TextField, Timeline } from "../../ui/index.ts";
import { CATEGORY_WORDS, CONSENT_STATES, DIRECTIONS, SHARE_STATES } from "../consent-words.ts";
import { CHECK_MINUTES, type CheckedFile } from "./check-contents.ts";
import type { CheckLine, ConsentLine, DisclosureLine, ShareLine } from "./oversight.sql.ts";

export const OVERSIGHT_PARTS = { einwilligungen: "Einwilligungen", freigaben: "Freigaben", uebermittlungen: "Übermittlungen", pruefungen: "Prüfungen von Inhalten" } as const;
export type OversightPart = keyof typeof OVERSIGHT_PARTS;
export type OversightLines =
  | { readonly part: "einwilligungen"; readonly rows: readonly ConsentLine[] }
  | { readonly part: "freigaben"; readonly rows: readonly ShareLine[] }
  | { readonly part: "uebermittlungen"; readonly rows: readonly DisclosureLine[] }
  | { readonly part: "pruefungen"; readonly rows: readonly CheckLine[] };

export interface OversightView {
  readonly lines: OversightLines;
  readonly areas: ReadonlyMap<string, string>;
  readonly caseNumber: string;
  readonly unknownCase: boolean;
  readonly nextHref?: string;
  readonly instant: (at: Date | string) => string;
}

const STATES: Readonly<Record<string, string>> = { draft: "in Vorbereitung", awaiting_second: "wartet auf zweite Person", refused: "abgelehnt von der zweiten Person", sent: "übermittelt", discarded: "verworfen" };
const ANSWERS: Readonly<Record<string, string>> = { delivered: "zugestellt", accepted: "angenommen", asked_back: "Rückfrage", declined: "nicht angenommen" };
const GIVEN_BY: Readonly<Record<string, string>> = { person: "Person selbst", parents: "Eltern", guardian: "Vormund", custodian: "Betreuung", proxy: "Bevollmächtigte" };

/** Metadata of what leaves the files of a controller: which case, to whom, on what basis; no name of a person and no content. */
export function OversightPage(view: OversightView) {
  const { lines, caseNumber } = view;
  const href = (part: string): string => `/datenschutz/weitergaben?${new URLSearchParams({ art: part, ...(caseNumber === "" ? {} : { fall: caseNumber }) }).toString()}`;
  return (
    <>
      <PageHead title="Weitergaben" lead="An wen aus den Akten Ihrer verantwortlichen Stelle was geht, und worauf es beruht. Ohne Namen und ohne Inhalt." actions={<LinkButton href="/datenschutz/pruefung">Inhalt prüfen</LinkButton>} />
      <Card>
        <form method="get" action="/datenschutz/weitergaben" class="form" aria-label="Weitergaben filtern">
          <input type="hidden" name="art" value={lines.part} />
          <TextField name="fall" label="Fallnummer" value={caseNumber} optional />
          <Button>Anzeigen</Button>
        </form>
      </Card>
      {view.unknownCase && <Notice kind="warning" title="Diese Fallnummer gibt es in Ihren Aktenbereichen nicht." />}
      <Card title={OVERSIGHT_PARTS[lines.part]} flush aside={<FilterChoices label="Was" choices={(Object.keys(OVERSIGHT_PARTS) as OversightPart[]).map((part) => ({ label: OVERSIGHT_PARTS[part], href: href(part), current: part === lines.part }))} />}>
        <Lines view={view} />
      </Card>
    </>
  );
}

function Lines({ view }: { view: OversightView }) {
  const { lines, nextHref } = view;
  const area = (key: string): string => (key === "" ? "" : `${view.areas.get(key) ?? key}: `);
  const paging = { nextHref, summary: `${lines.rows.length} Zeilen` };
  const empty = <EmptyState title="Nichts">Dazu ist nichts verzeichnet.</EmptyState>;
  const caseColumn = { key: "case", header: "Fall", nowrap: true, rowHeader: true, cell: (r: { case_number: string }) => (r.case_number === "" ? "ohne Fall" : r.case_number) } as const;
  if (lines.part === "einwilligungen") {
    const columns: Column<ConsentLine>[] = [
      caseColumn,
      { key: "to", header: "Empfänger", cell: (r) => r.recipient },
      { key: "what", header: "Was", cell: (r) => r.categories.map((c) => `${area(c.lifeArea)}${CATEGORY_WORDS[c.kind]}`).join("; ") || "nichts mehr" },
      { key: "direction", header: "Richtung", cell: (r) => <>{DIRECTIONS[r.direction]}{r.releases_secrecy && <span class="cell-note">mit Entbindung, § 203 StGB</span>}</> },
      { key: "by", header: "Erklärt von", cell: (r) => GIVEN_BY[r.given_by] ?? r.given_by },
      { key: "when", header: "Gilt", nowrap: true, cell: (r) => `${germanDay(r.given_on)} bis ${germanDay(r.expires_on)}` },
      { key: "state", header: "Stand", cell: (r) => CONSENT_STATES[r.state] },
    ];
    return <DataTable caption="Einwilligungen" captionHidden rows={lines.rows} columns={columns} empty={empty} paging={paging} />;
  }
  if (lines.part === "freigaben") {
    const columns: Column<ShareLine>[] = [
      caseColumn,
      { key: "to", header: "Stelle", cell: (r) => r.organisation },
      { key: "people", header: "Personen", numeric: true, cell: (r) => r.people },
      { key: "when", header: "Von, bis", nowrap: true, cell: (r) => `${germanDay(r.from_on)} bis ${germanDay(r.until_on)}` },
      { key: "state", header: "Stand", cell: (r) => SHARE_STATES[r.state] },
    ];
    return <DataTable caption="Freigaben" captionHidden rows={lines.rows} columns={columns} empty={empty} paging={paging} />;
  }
  if (lines.part === "uebermittlungen") {
    const columns: Column<DisclosureLine>[] = [
      caseColumn,
      { key: "to", header: "Empfänger", cell: (r) => r.recipient_name },
      { key: "basis", header: "Grundlage", cell: (r) => <>{r.basis}{r.by_consent && <span class="cell-note">Einwilligung</span>}{r.answers_87 && <span class="cell-note">auf Ersuchen, § 87 AufenthG</span>}</> },
      { key: "fields", header: "Angaben", cell: (r) => r.fields.join(", ") },
      { key: "state", header: "Stand", cell: (r) => <>{STATES[r.state] ?? r.state}{r.recipient_state !== null && <span class="cell-note">{ANSWERS[r.recipient_state]}</span>}{r.is_acute && r.state === "sent" && <span class="cell-note">akute Gefahr: {laterVerdict(r, view.instant)}</span>}</> },
      { key: "sent", header: "Übermittelt", nowrap: true, cell: (r) => (r.sent_at === null ? "" : view.instant(r.sent_at)) },
    ];
    return <DataTable caption="Übermittlungen" captionHidden rows={lines.rows} columns={columns} empty={empty} paging={paging} />;
  }
  const columns: Column<CheckLine>[] = [
    caseColumn,
    { key: "who", header: "Wer", cell: (r) => r.officer },
    { key: "when", header: "Begonnen", nowrap: true, cell: (r) => view.instant(r.at) },
    { key: "until", header: "Bis", nowrap: true, cell: (r) => view.instant(r.ends_at) },
  ];
  return <DataTable caption="Prüfungen von Inhalten" captionHidden rows={lines.rows} columns={columns} empty={empty} paging={paging} />;
}

const laterVerdict = (r: DisclosureLine, instant: (at: Date) => string): string =>
  r.second_at === null ? "zweite Person prüft noch nach" : `zweite Person ${r.second_agrees === true ? "stimmt zu" : "stimmt nicht zu"}, ${instant(r.second_at)}`;

export function BeginCheckPage({ form, hidden, caseNumber }: { form: FormState; hidden: HiddenFields; caseNumber: string }) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Inhalt einer Akte prüfen" lead="Nur zum Lesen und höchstens eine Stunde. Das Team des Falls sieht, dass Sie geprüft haben, und weshalb." />
      <Card>
        <Form {...hidden} label="Inhalt prüfen">
          <FormErrors errors={form.refusals} />
          <TextField name="caseNumber" label="Fallnummer" width="short" value={typed.text("caseNumber", caseNumber)} {...typed.errorOf("caseNumber")} />
          <TextArea name="reason" label="Weshalb prüfen Sie?" rows={3} value={typed.text("reason")} {...typed.errorOf("reason")} />
          <RadioGroup name="minutes" label="Wie lange?" look="chips" value={typed.text("minutes", "30")} {...typed.errorOf("minutes")} choices={CHECK_MINUTES.map((m) => ({ value: String(m), label: `${m} Minuten` }))} />
          <ButtonRow><Button kind="strong">Akte zum Lesen öffnen</Button><LinkButton kind="quiet" href="/datenschutz/weitergaben">Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
    </>
  );
}

const titleOf = (e: CheckedFile["entries"][number]): string => {
  if (e.type === "contact") return CONTACT_KINDS[e.detail as keyof typeof CONTACT_KINDS] ?? e.detail;
  if (e.type === "document") return `Datei: ${DOCUMENT_KINDS[e.detail as keyof typeof DOCUMENT_KINDS] ?? e.detail}`;
  if (e.type === "phase") return `Phase: ${phaseLabel(e.detail as Parameters<typeof phaseLabel>[0])}`;
  if (e.type === "disclosed") return `Übermittelt an ${e.detail}`;
  if (e.type === "goal") return "Ziel im Plan";
  if (e.type === "measure") return "Schritt im Plan";
  return "Wiedervorlage";
};

export function CheckedCasePage({ file, until }: { file: CheckedFile; until: string }) {
  return (
    <>
      <PageHead title={`Prüfung: Fall ${file.number}`} lead={<>Geöffnet bis {until} Uhr. {file.names.map((n, i) => <>{i > 0 && ", "}<bdi>{n.name}</bdi></>)}</>} />
      <Notice kind="info" title="Sie lesen im Rahmen einer Prüfung">Jeder Zugriff steht im Protokoll und ist für das Team sichtbar.</Notice>
      <Card title="Einträge der Akte">
        {file.entries.length === 0
          ? <EmptyState title="Kein Eintrag">Diese Akte ist noch leer.</EmptyState>
          : <Timeline label="Einträge der Akte" entries={file.entries.map((e) => ({ id: e.id, when: germanDay(e.onDay), title: titleOf(e), chips: e.isEntrusted ? <Chip tone="special">anvertraut</Chip> : undefined, body: e.text === "" ? undefined : <p dir="auto">{e.text}</p> }))} />}
      </Card>
    </>
  );
}
