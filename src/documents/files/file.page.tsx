import { CaseForm, type CaseDocument, type CaseFormView, DOCUMENT_KINDS, fileUrl, HazardNotice, optionsOf, Preview, typedIn } from "../../cases/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, DateField, EmptyState, FieldRow, LineList, LinkButton, Select } from "../../ui/index.ts";
import type { ProvenFact } from "./read-evidence.ts";

export interface FileView extends CaseFormView {
  readonly file: CaseDocument;
  readonly proven: readonly ProvenFact[];
  readonly noticeId: string | null;
}

/** One file: to be seen, said what it is, and used as evidence. */
export function FilePage(view: FileView) {
  const { file, head } = view;
  const typed = typedIn(view.form);
  const url = fileUrl(head.id, file.id);
  const persons = head.persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }));
  const shown = { documentId: file.id, name: file.name, isPicture: file.fileKind !== "PDF", isShowable: file.isShowable };
  return (
    <CaseForm
      current="documents" view={view} title="Was das ist" submit="Speichern" version={file.version}
      before={
        <Card title={<bdi>{file.name}</bdi>} aside={<a href={`${url}/herunterladen`}>Herunterladen</a>}>
          <HazardNotice hazards={file.hazards} />
          {(file.isShowable || file.hazards.length === 0) && <Preview caseId={head.id} file={shown} />}
        </Card>
      }
      side={<Proven {...view} />}
    >
      <FieldRow>
        <Select name="kind" label="Art" value={typed.text("kind", file.kind)} options={optionsOf(DOCUMENT_KINDS)} {...typed.errorOf("kind")} />
        <DateField name="datedOn" label="Datum auf dem Papier" optional value={typed.text("datedOn", file.datedOn === null ? "" : germanDay(file.datedOn))} {...typed.errorOf("datedOn")} />
      </FieldRow>
      <Select name="personId" label="Person" optional empty="ganzer Fall" value={typed.text("personId", file.personId)} options={persons} {...typed.errorOf("personId")} />
    </CaseForm>
  );
}

function Proven({ head, file, proven, noticeId }: FileView) {
  return (
    <Card title="Was das belegt">
      {proven.length === 0
        ? <EmptyState title="Noch keine Angabe">Legt diese Datei etwas fest, was für Aufenthalt oder Leistungen zählt? Dann belegen Sie die Angabe damit.</EmptyState>
        : <LineList>{proven.map((p) => <div class="answer"><a href={p.url}>{p.question}</a><span class="answer-value">{p.value}</span><span class="line-note"><bdi>{p.personName}</bdi>{p.rules.length > 0 && <> · zählt für {p.rules.slice(0, 4).join(", ")}{p.rules.length > 4 && ` und ${p.rules.length - 4} weitere`}</>}</span></div>)}</LineList>}
      <ButtonRow>
        <LinkButton href={`${fileUrl(head.id, file.id)}/belegen`}>Angabe damit belegen</LinkButton>
        {noticeId !== null && <LinkButton kind="quiet" href={`/faelle/${head.id}/bescheide/${noticeId}`}>Zum Bescheid</LinkButton>}
      </ButtonRow>
    </Card>
  );
}
