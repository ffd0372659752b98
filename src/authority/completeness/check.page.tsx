import { ActionButton, typedIn } from "../../cases/index.ts";
import { Button, ButtonRow, Card, Columns, DescriptionList, Form, FormErrors, LinkButton, RadioGroup, StateLabel } from "../../ui/index.ts";
import { OfficeFrame } from "../file/office-frame.page.tsx";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";
import { PAPER_LOOKS, PAPER_STATES, type PaperState } from "../office-words.ts";
import type { CheckedCondition, CheckedPaper, ShownCheck } from "./read-checks.ts";
import { NATURALISATION_SERVICE } from "./rights.ts";

export interface NewCheckView extends OfficeFormView {
  readonly rights: readonly { readonly id: string; readonly norm: string; readonly title: string; readonly gives: string }[];
}
export function NewCheckPage(view: NewCheckView) {
  const typed = typedIn(view.form);
  return (
    <OfficeForm view={view} title="Vollständigkeitsprüfung beginnen" submit="Beginnen" cancel={`/vorgaenge/${view.head.id}`} above={<p>Sie listet je Voraussetzung, welche Nachweise es gibt. Ob das Recht besteht, entscheiden Sie, nicht die Liste.</p>}>
      <RadioGroup name="rule" label="Wofür prüfen Sie die Unterlagen?" value={typed.text("rule")} {...typed.errorOf("rule")} choices={view.rights.map((r) => ({ value: r.id, label: <><b>{r.norm}</b> {r.title}</>, hint: r.gives }))} />
    </OfficeForm>
  );
}

export interface CheckView extends OfficeFormView {
  readonly check: ShownCheck;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

export function CheckPage(view: CheckView) {
  const { check, head, hidden, form } = view;
  const isClosed = check.closedOn !== null;
  const conditions = check.conditions.map((condition) => <ConditionCard condition={condition} view={view} isClosed={isClosed} />);
  return (
    <OfficeFrame head={head} current="papers">
      <Columns
        main={
          <>
            <Card title={<>Vollständigkeit: {check.norm}</>}>
              <p>{check.title}. Je Voraussetzung genügt meist einer der Nachweise; was darüber hinaus nötig ist, setzen Sie auf „fehlt“. <a href={`/rechtsstand/${check.rule}`}>Die Regel mit Fundstellen</a></p>
              <FormErrors errors={form.refusals} />
            </Card>
            {isClosed ? conditions : (
              <Form {...hidden} label={`Unterlagen zu ${check.norm}`} guarded>
                {conditions}
                <ButtonRow><Button kind="strong">Speichern</Button><LinkButton kind="quiet" href={`/vorgaenge/${head.id}`}>Zum Vorgang</LinkButton></ButtonRow>
              </Form>
            )}
          </>
        }
        side={<Side view={view} />}
      />
    </OfficeFrame>
  );
}

function Side({ view: { check, head, hidden } }: { view: CheckView }) {
  const base = `/vorgaenge/${head.id}/vollstaendigkeit/${check.id}`;
  const { counts } = check;
  return (
    <>
      <Card title="Stand">
        <DescriptionList
          facts={[
            { term: "Voraussetzungen", value: `${check.complete} von ${check.conditions.length} belegt` },
            ...(Object.keys(PAPER_STATES) as PaperState[]).map((s) => ({ term: PAPER_STATES[s], value: counts[s] })),
            { term: "Begonnen", value: check.openedOn, note: check.openedBy },
            ...(check.closedOn === null ? [] : [{ term: "Abgeschlossen", value: check.closedOn, note: check.closedBy }]),
          ]}
        />
      </Card>
      <Card title="Als Nächstes">
        {check.closedOn !== null ? <ActionButton hidden={hidden} action={`${base}/wieder-oeffnen`}>Wieder öffnen</ActionButton> : (
          <>
            <ActionButton hidden={hidden} action={`${base}/anfordern`}>Alles Offene als fehlend vermerken</ActionButton>
            <p class="quiet">Nur, was noch niemand angesehen hat und was die Person bringen kann.</p>
            {check.conditions.some((c) => c.papers.some((x) => x.state === "missing" && !x.isFromTheOffice)) && <ButtonRow><LinkButton href={`${base}/schreiben.pdf`} kind="strong">Schreiben: Was fehlt (PDF)</LinkButton><LinkButton href={`${base}/liste`}>Liste drucken</LinkButton></ButtonRow>}
            <ActionButton hidden={hidden} action={`${base}/abschliessen`} kind="quiet">Prüfung abschließen</ActionButton>
          </>
        )}
      </Card>
      {check.rule.startsWith("STAG") && <Card title="Antrag"><p><a href={NATURALISATION_SERVICE.href} rel="noreferrer">{NATURALISATION_SERVICE.label}</a></p></Card>}
    </>
  );
}

function ConditionCard({ condition, view, isClosed }: { condition: CheckedCondition; view: CheckView; isClosed: boolean }) {
  return (
    <Card title={condition.title} level={3} id={`v-${condition.id.replace(/\W/g, "-")}`} aside={condition.isComplete ? <StateLabel tone="success" shape="check">belegt</StateLabel> : <StateLabel tone="neutral" shape="empty">noch nicht belegt</StateLabel>}>
      <p>{condition.sentence} <span class="norm">{condition.citation}</span></p>
      <ul class="lines">{condition.papers.map((paper) => <li>{isClosed ? <Settled paper={paper} view={view} /> : <Choice paper={paper} view={view} />}</li>)}</ul>
    </Card>
  );
}

const fileOf = (view: CheckView, id: string | null) => view.files.find((f) => f.id === id);
const FileLink = ({ view, id }: { view: CheckView; id: string | null }) => {
  const file = fileOf(view, id);
  return file === undefined ? null : <a href={`/vorgaenge/${view.head.id}/unterlagen/${file.id}/herunterladen`}><bdi>{file.name}</bdi></a>;
};

const Settled = ({ paper, view }: { paper: CheckedPaper; view: CheckView }) => (
  <div class="line">
    <div>{paper.evidence}<span class="line-note"><FileLink view={view} id={paper.paperId} /> {paper.noted}</span></div>
    <StateLabel {...PAPER_LOOKS[paper.state]}>{PAPER_STATES[paper.state]}</StateLabel>
  </div>
);

/** One line: the paper, how it stands, and the file that holds it. */
function Choice({ paper, view }: { paper: CheckedPaper; view: CheckView }) {
  const typed = typedIn(view.form);
  const [stateName, fileName] = [`state.${paper.key}`, `paper.${paper.key}`];
  const [state, file] = [typed.text(stateName, paper.state), typed.text(fileName, paper.paperId)];
  return (
    <div class="line check-line">
      <div>
        {paper.evidence}
        <span class="line-note">{paper.isFromTheOffice && <>beschafft die Behörde{paper.noted === "" ? "" : " · "}</>}<FileLink view={view} id={paper.paperId} /> {paper.noted}</span>
      </div>
      <span class="check-choices">
        <input type="hidden" name={`was.${paper.key}`} value={typed.text(`was.${paper.key}`, `${paper.state}|${paper.paperId ?? ""}`)} />
        <select class={`kern-form-input__input control check-select tone-${PAPER_LOOKS[paper.state].tone}`} name={stateName} aria-label={`Stand: ${paper.evidence}`}>
          {(Object.keys(PAPER_STATES) as PaperState[]).map((value) => <option value={value} selected={value === state}>{PAPER_STATES[value]}</option>)}
        </select>
        {view.files.length > 0 && (
          <select class="kern-form-input__input control check-select" name={fileName} aria-label={`Datei: ${paper.evidence}`}>
            <option value="">keine Datei</option>
            {view.files.map((f) => <option value={f.id} selected={f.id === file}>{f.name}</option>)}
          </select>
        )}
      </span>
    </div>
  );
}

