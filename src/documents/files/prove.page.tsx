import { type CaseDocument, type CaseFormView, fileUrl, Preview, typedIn } from "../../cases/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { Button, ButtonRow, Card, Columns, EmptyState, Form, FormErrors, LineList, LinkButton, RadioGroup } from "../../ui/index.ts";
import type { PersonToProve } from "./read-evidence.ts";

export interface ProveView extends CaseFormView {
  readonly file: CaseDocument;
  readonly persons: readonly PersonToProve[];
}

const FIRST = 8;

/** The paper beside what is known: a choice proves it, a link records what the paper says for the first time. */
export function ProvePage(view: ProveView) {
  const { file, head, persons, hidden, form, today } = view;
  const told = persons.flatMap((p) => p.told.map((f) => ({ ...f, label: persons.length > 1 ? `${p.name}: ${f.label}` : f.label })));
  const main = (
    <>
      <Card title="Angabe damit belegen">
        {told.length === 0
          ? <EmptyState title="Noch keine Angabe, die zu belegen wäre">Tragen Sie unten ein, was auf dem Papier steht.</EmptyState>
          : (
            <Form {...hidden} label="Angabe belegen">
              <FormErrors errors={form.refusals} />
              <RadioGroup name="factId" label="Welche Angabe steht auf diesem Papier?" value={typedIn(form).text("factId")} choices={told} {...typedIn(form).errorOf("factId")} />
              <ButtonRow><Button kind="strong">Damit belegen</Button><LinkButton kind="quiet" href={fileUrl(head.id, file.id)}>Zurück</LinkButton></ButtonRow>
            </Form>
          )}
      </Card>
      {persons.map((p) => p.untold.length > 0 && (
        <Card title={persons.length > 1 ? <>Neu eintragen: <bdi>{p.name}</bdi></> : "Neu eintragen"}>
          <LineList>{p.untold.slice(0, FIRST).map((u) => <a href={u.url}>{u.question}</a>)}</LineList>
          {p.untold.length > FIRST && <details class="more-lines"><summary>{p.untold.length - FIRST} weitere, die noch etwas ändern können</summary><LineList>{p.untold.slice(FIRST).map((u) => <a href={u.url}>{u.question}</a>)}</LineList></details>}
        </Card>
      ))}
    </>
  );
  const shown = { documentId: file.id, name: file.name, isPicture: file.fileKind !== "PDF", isShowable: file.isShowable };
  return <CaseFrame head={head} today={today} current="documents"><Columns main={main} side={<Card title={<bdi>{file.name}</bdi>}><Preview caseId={head.id} file={shown} /></Card>} /></CaseFrame>;
}
