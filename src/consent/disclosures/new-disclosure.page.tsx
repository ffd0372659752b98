import { CaseForm, type CaseFormView, type Labelled, optionsOf, typedIn } from "../../cases/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Checkbox, FieldRow, Notice, RadioGroup, Select, TextArea, TextField } from "../../ui/index.ts";
import { CATEGORY_WORDS, readCell } from "../consent-words.ts";
import type { ConsentRow } from "./disclosure-items.sql.ts";
import { EXCEPTIONS } from "./disclosure-words.ts";

export interface NewDisclosureView extends CaseFormView {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly has_room: boolean }[];
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly bases: readonly Labelled[];
  readonly consents: readonly (ConsentRow & { readonly person: string; readonly recipient: string })[];
  readonly lifeAreas: readonly Labelled[];
  readonly request: { readonly id: string; readonly from: string; readonly recipient: string; readonly text: string; readonly is87: boolean } | null;
  readonly corrects: { readonly id: string; readonly recipient: string; readonly sentOn: string; readonly basisId: string; readonly consentId: string | null; readonly purpose: string } | null;
}

/** First half: to whom, on what ground, for what. Second half: field by field. */
export function NewDisclosurePage(view: NewDisclosureView) {
  const typed = typedIn(view.form);
  const { request, corrects } = view;
  return (
    <CaseForm current="disclosures" view={view} title={corrects === null ? "Neue Übermittlung" : "Berichtigung einer Übermittlung"} submit="Weiter: Angaben wählen" guarded above={<Occasion view={view} />}>
      {request !== null && <input type="hidden" name="requestItemId" value={request.id} />}
      {corrects !== null && <input type="hidden" name="correctsId" value={corrects.id} />}
      <FieldRow>
        <Select name="recipient" label="Empfänger" empty="bitte wählen" value={typed.text("recipient", request?.recipient ?? corrects?.recipient)} options={recipientsOf(view)} {...typed.errorOf("recipient")} />
        <TextField name="paperName" label="Name der Stelle" optional hint="nur, wenn sie nicht in der Liste steht" maxlength={200} value={typed.text("paperName")} {...typed.errorOf("paperName")} />
      </FieldRow>
      <Select name="legalBasisId" label="Rechtsgrundlage" empty="bitte wählen" value={typed.text("legalBasisId", corrects?.basisId)} options={view.bases.map((b) => ({ value: b.key, label: b.label }))} {...typed.errorOf("legalBasisId")} />
      <RadioGroup name="consentId" label="Einwilligung" value={typed.text("consentId", corrects?.consentId ?? "")} {...typed.errorOf("consentId")} choices={consentsOf(view)} />
      <TextArea name="purpose" label="Zweck" rows={2} maxlength={500} hint="Wofür braucht die Stelle die Angaben?" value={typed.text("purpose", corrects?.purpose)} {...typed.errorOf("purpose")} />
      <TextField name="necessity" label="Erforderlich, weil …" maxlength={500} hint="ein Satz: warum es ohne diese Angaben nicht geht" value={typed.text("necessity", corrects === null ? "" : "Eine übermittelte Angabe hat sich geändert (Art. 19 DSGVO).")} {...typed.errorOf("necessity")} />
      <Select name="exception" label="Ausnahme von der Schweigepflicht" optional empty="keine" value={typed.text("exception")} options={optionsOf(EXCEPTIONS)} {...typed.errorOf("exception")} />
      <Checkbox name="isAcute" label="Akute Gefahr: geht sofort hinaus" hint="Nur mit einer Ausnahme. Eine zweite Person prüft danach." checked={typed.isChecked("isAcute")} />
    </CaseForm>
  );
}

function Occasion({ view: { request, corrects } }: { view: NewDisclosureView }) {
  if (corrects !== null) return <Notice kind="info" title="Berichtigung">Sie berichtigen die Übermittlung vom {corrects.sentOn}. Der Empfänger weiß schon, dass sich etwas geändert hat.</Notice>;
  if (request === null) return null;
  return (
    <Notice kind="info" title={`Antwort auf die Anfrage von ${request.from}`}>
      <p>{request.text}</p>
      <p>Eine Anfrage ist ein Anlass, keine Rechtsgrundlage.{request.is87 && " Sie beruft sich auf § 87 AufenthG: Vor dem Senden kommt die Prüfung nach § 88."}</p>
    </Notice>
  );
}

function recipientsOf({ organisations, municipalities }: NewDisclosureView) {
  const own = organisations.map((o) => ({ value: `o:${o.id}`, label: o.has_room ? o.name : `${o.name} (auf Papier)` }));
  const others = municipalities.map((m) => ({ value: `t:${m.id}`, label: m.name }));
  return [{ label: "Stellen dieser Kommune", options: own }, ...(others.length === 0 ? [] : [{ label: "Andere Kommunen", options: others }]), { value: "paper", label: "andere Stelle, auf Papier" }];
}

/** Each with what it covers, in words; the database asks again whether it fits the recipient. */
function consentsOf({ consents, lifeAreas }: NewDisclosureView) {
  const covers = (cells: readonly string[]): string =>
    cells.map((cell) => {
      const category = readCell(cell);
      const area = lifeAreas.find((a) => a.key === category?.lifeArea)?.label;
      return category === null ? cell : area === undefined ? CATEGORY_WORDS[category.kind] : `${CATEGORY_WORDS[category.kind]} (${area})`;
    }).join(", ");
  return [
    { value: "", label: "keine: eine zweite Person des Teams entscheidet mit" },
    ...consents.filter((c) => c.direction !== "from_recipient").map((c) => ({
      value: c.id,
      label: <>{c.recipient}: <bdi>{c.person}</bdi>, vom {germanDay(c.given_on)}</>,
      hint: `Umfasst: ${covers(c.cells)}. ${c.releases_secrecy ? "Mit" : "Ohne"} Entbindung von der Schweigepflicht. Gilt bis ${germanDay(c.expires_on)}.`,
    })),
  ];
}
