import { type HiddenFields, typedIn } from "../../cases/index.ts";
import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, Checkbox, Chip, DataTable, DescriptionList, EmptyState, Form, FormErrors, LinkButton, Notice, PageHead, Select, StateLabel, TextArea, TextField } from "../../ui/index.ts";
import { pagingOf } from "../inbox/letter-cursor.ts";
import type { ShownRequest } from "./send-request.ts";

export function RequestsPage({ requests, next, isLater }: { readonly requests: readonly ShownRequest[]; readonly next: string | null; readonly isLater: boolean }) {
  return (
    <>
      <PageHead title="Anfragen" lead="Was Sie andere Stellen gefragt haben. Sie sehen „zugestellt“ und, wenn sie kommt, die Übermittlung." actions={<>{isLater && <LinkButton href="/anfragen">Zum Anfang der Liste</LinkButton>}<LinkButton href="/anfragen/neu" kind="strong">Neue Anfrage</LinkButton></>} />
      <Card flush>
        <DataTable
          caption="Anfragen"
          captionHidden
          dense={false}
          cards
          rows={requests}
          rowHref={(r) => `/anfragen/${r.id}`}
          paging={pagingOf("/anfragen", next, isLater, requests.length)}
          empty={isLater ? <EmptyState title="Hier geht die Liste nicht weiter">Inzwischen hat sich etwas geändert.</EmptyState> : <EmptyState title="Noch keine Anfrage">Fragen Sie eine Stelle nach dem, was Sie für Ihre Aufgabe brauchen.</EmptyState>}
          columns={[
            { key: "about", header: "Wen es betrifft", rowHeader: true, cell: (r) => <bdi>{r.about}</bdi> },
            { key: "to", header: "An", cell: (r) => <bdi>{r.recipient}</bdi> },
            { key: "when", header: "Gesendet", nowrap: true, cell: (r) => r.sentOn },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (r) => <StateOfRequest request={r} /> },
          ]}
        />
      </Card>
    </>
  );
}

const StateOfRequest = ({ request }: { request: ShownRequest }) =>
  request.answerIds.length === 0 ? <StateLabel tone="neutral" shape="half">zugestellt</StateLabel> : <StateLabel tone="success" shape="check">Übermittlung gekommen</StateLabel>;

export function RequestPage({ request }: { request: ShownRequest }) {
  return (
    <>
      <PageHead title="Anfrage" lead={<>An <bdi>{request.recipient}</bdi>, gesendet am {request.sentOn}</>} actions={<LinkButton href="/anfragen" kind="quiet">Zu den Anfragen</LinkButton>} />
      <Card title="Was gefragt wurde">
        <DescriptionList
          facts={[
            { term: "Stand", value: <StateOfRequest request={request} /> },
            { term: "Wen es betrifft", value: request.about },
            { term: "Was gebraucht wird", value: request.needed },
            { term: "Grundlage", value: <>{request.basis} {request.is87 && <Chip tone="warning">§ 87 AufenthG</Chip>}</> },
            { term: "Gefragt von", value: request.authorName },
            ...(request.caseNumber === null ? [] : [{ term: "Fall", value: <a href={`/faelle/${request.caseId}`}>{request.caseNumber}</a> }]),
          ]}
        />
        {request.answerIds.map((id) => <p><a href={`/posteingang/${id}`}>Zur Übermittlung im Posteingang</a></p>)}
      </Card>
    </>
  );
}

export interface NewRequestView {
  readonly recipients: readonly { readonly id: string; readonly name: string }[];
  readonly cases: readonly { readonly id: string; readonly number: string }[] | null;
  readonly isImmigrationOffice: boolean;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly hidden: HiddenFields;
  readonly form: FormState;
}

export function NewRequestPage({ recipients, cases, isImmigrationOffice, caseId, personId, hidden, form }: NewRequestView) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Neue Anfrage" />
      <Card>
        <Notice kind="info">Eine Anfrage ist ein Anlass. Ob und was die Stelle übermittelt, entscheidet sie; Schweigen heißt nichts.</Notice>
        <Form {...hidden} label="Neue Anfrage" guarded>
          <FormErrors errors={form.refusals} />
          <Select name="recipientId" label="An" empty="bitte wählen" value={typed.text("recipientId")} options={recipients.map((r) => ({ value: r.id, label: r.name }))} {...typed.errorOf("recipientId")} />
          {cases === null && typed.text("personId", personId) !== "" && <input type="hidden" name="personId" value={typed.text("personId", personId)} />}
          {cases !== null && <Select name="caseId" label="Für den Fall" empty="bitte wählen" value={typed.text("caseId", caseId)} options={cases.map((c) => ({ value: c.id, label: c.number }))} {...typed.errorOf("caseId")} />}
          <TextArea name="about" label="Um wen geht es?" rows={2} maxlength={500} hint="Name und Geburtsdatum: nicht mehr, als die Stelle braucht, um zu wissen, wer gemeint ist." value={typed.text("about")} {...typed.errorOf("about")} />
          <TextArea name="needed" label="Was brauchen Sie?" rows={3} maxlength={2000} value={typed.text("needed")} {...typed.errorOf("needed")} />
          <TextField name="basis" label="Grundlage" maxlength={300} hint="zum Beispiel: § 86 AufenthG; Einwilligung vom 12.11.2026" value={typed.text("basis")} {...typed.errorOf("basis")} />
          {isImmigrationOffice && <Checkbox name="is87" label="Wir berufen uns auf § 87 AufenthG" hint="Die Stelle prüft dann § 88 AufenthG, bevor sie antwortet." checked={typed.isChecked("is87")} />}
          <ButtonRow>
            <Button kind="strong">Anfrage senden</Button>
            <LinkButton kind="quiet" href="/anfragen">Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}
