import { CaseForm, type CaseFormView, typedIn } from "../../../cases/working/index.ts";
import { Checkbox, DescriptionList, RadioGroup, TextArea } from "../../../ui/index.ts";
import { choicesOfWords, FREEZE_REASONS, SAFE_AGAIN } from "./freeze-words.ts";
import type { ShownFreeze } from "./read-freeze.ts";

export interface FreezeView extends CaseFormView {
  readonly name: string;
  readonly freeze: ShownFreeze;
}

/** After the freeze: it holds already, whatever is typed here. */
export function WhyFrozenPage({ view }: { view: FreezeView }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Warum ist der Zugang gesperrt?" submit="Grund speichern" current="portal" above={<p>Die eigene Seite von {view.name} öffnet sich nicht mehr, und es gehen keine Mails mehr hinaus. Warum, steht dort nicht.</p>}>
      <RadioGroup name="reason" label="Grund" value={typed.text("reason")} {...typed.errorOf("reason")} choices={choicesOfWords(FREEZE_REASONS)} />
      <TextArea name="words" label="Was ist geschehen?" optional rows={3} maxlength={1000} hint="Liest das Team des Falls. Steht in der Auskunft nach Art. 15 DSGVO." value={typed.text("words")} {...typed.errorOf("words")} />
    </CaseForm>
  );
}

/** The second look: what was known when it was frozen, and what whoever lifts it answers for. */
export function ThawPage({ view, lastUsed }: { view: FreezeView; lastUsed: string | null }) {
  const typed = typedIn(view.form);
  const { freeze } = view;
  return (
    <CaseForm
      view={view} title="Sperre aufheben" submit="Sperre aufheben" current="portal"
      above={<DescriptionList facts={[{ term: "Für", value: view.name }, { term: "Gesperrt", value: `am ${freeze.at} Uhr von ${freeze.by}` }, { term: "Grund", value: <bdi dir="auto">{freeze.reason === "" ? "nicht genannt" : freeze.reason}</bdi> }, { term: "Zuletzt benutzt", value: lastUsed ?? "noch nie" }]} />}
    >
      <RadioGroup name="how" label="Woher wissen Sie, dass die Seite wieder sicher ist?" value={typed.text("how")} {...typed.errorOf("how")} choices={choicesOfWords(SAFE_AGAIN)} />
      <Checkbox name="isSafe" label="Die Person hat mir bestätigt: Nur sie hat ihr Handy, ihren Code und ihre PIN." checked={typed.isChecked("isSafe")} {...typed.errorOf("isSafe")} />
      <RadioGroup
        name="card" label="Code und PIN" value={typed.text("card", "new")} {...typed.errorOf("card")}
        choices={[{ value: "new", label: "Neuer Code und neue PIN", hint: "Was jemand gesehen oder abgeschrieben hat, gilt dann nicht mehr. Sie geben beides jetzt weiter." }, { value: "same", label: "Code und PIN bleiben" }]}
      />
    </CaseForm>
  );
}
