import { CaseForm, type CaseFormView, type Typed, typedIn } from "../../cases/index.ts";
import { Notice, RadioGroup } from "../../ui/index.ts";
import { type Answers88, type Question88, QUESTIONS_88 } from "./decide-check-88.ts";

const YES_NO = [{ value: "yes", label: "ja" }, { value: "no", label: "nein" }];

/** The questions of § 88, wherever they are asked: before a disclosure, and where a request is refused. */
export function Check88Fields({ typed, known }: { typed: Typed; known?: Answers88 | undefined }) {
  return (
    <>
      {(Object.keys(QUESTIONS_88) as Question88[]).map((q) => (
        <RadioGroup
          name={q}
          label={QUESTIONS_88[q].text}
          hint={<>{QUESTIONS_88[q].hint} <span class="norm">{QUESTIONS_88[q].norm}</span></>}
          look="inline"
          optional={q === "is71"}
          value={typed.text(q, known?.[q])}
          {...typed.errorOf(q)}
          choices={YES_NO}
        />
      ))}
    </>
  );
}

export function Check88Page({ view, known, version }: { view: CaseFormView; known: Answers88 | undefined; version: number }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm current="disclosures" view={view} title="Prüfung nach § 88 AufenthG" submit="Ergebnis festhalten" version={version} above={<Notice kind="info">§ 87 AufenthG verpflichtet öffentliche Stellen, § 88 verbietet ihnen manches. Jede Antwort wird festgehalten, auch wenn danach nichts hinausgeht.</Notice>}>
      <Check88Fields typed={typed} known={known} />
    </CaseForm>
  );
}
