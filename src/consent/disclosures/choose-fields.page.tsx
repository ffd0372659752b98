import { CaseForm, type CaseFormView, type Labelled, typedIn } from "../../cases/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { CheckboxGroup, Notice, Select, TextArea } from "../../ui/index.ts";
import { FACT_KINDS } from "../consent-words.ts";
import { reasonText } from "./disclosure-words.ts";
import type { Offered } from "./prepare-disclosure.ts";
import type { ShownDisclosure } from "./read-disclosure.ts";

export interface ChooseFieldsView extends CaseFormView {
  readonly disclosure: ShownDisclosure;
  readonly offered: readonly Offered[];
  readonly lifeAreas: readonly Labelled[];
}

const LONGEST = 180;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text);
const keyOf = (item: { field: string; personId: string | null; entryId: string | null }): string => `${item.field}:${item.entryId ?? item.personId ?? ""}`;

/** Second half: field by field. What may not leave is grey, with the reason; nothing is chosen beforehand. */
export function ChooseFieldsPage(view: ChooseFieldsView) {
  const { head, offered, disclosure, lifeAreas } = view;
  const typed = typedIn(view.form);
  const before = disclosure.items.map(keyOf);
  const free = disclosure.items.find((i) => i.field === "free_text");
  const groups = groupsOf(view);
  return (
    <CaseForm current="disclosures" view={view} title={`Angaben an ${disclosure.recipientName} wählen`} submit="Weiter: Schreiben ansehen" guarded above={offered.some((o) => o.problems.length > 0) ? <Notice kind="info">Graues darf nicht hinaus; der Grund steht darunter.</Notice> : undefined}>
      {groups.map((group, i) => (
        <CheckboxGroup name="fields" id={i === 0 ? "field-fields" : `field-fields-${i}`} label={group.title} values={typed.list("fields", before)} {...(i === 0 ? typed.errorOf("fields") : {})} choices={group.items.map((o) => choiceOf(o, head.id))} />
      ))}
      <TextArea name="freeText" label="Weitere Angabe" optional rows={3} maxlength={2000} value={typed.text("freeText", free?.value)} {...typed.errorOf("freeText")} />
      <Select
        name="freeTextAbout"
        label="Wovon spricht die weitere Angabe?"
        optional
        empty="keine weitere Angabe"
        value={typed.text("freeTextAbout")}
        {...typed.errorOf("freeTextAbout")}
        options={[...Object.entries(FACT_KINDS).map(([kind, label]) => ({ value: `.${kind}`, label })), ...lifeAreas.map((a) => ({ value: `${a.key}.contact`, label: a.label }))]}
      />
      {head.persons.length > 1 && (
        <Select name="freeTextPersonId" label="Wen betrifft sie?" optional value={typed.text("freeTextPersonId")} options={head.persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />
      )}
    </CaseForm>
  );
}

function groupsOf({ head, offered }: ChooseFieldsView): { title: string; items: Offered[] }[] {
  const facts = head.persons.map((p) => ({ title: namesOf(p).latin, items: offered.filter((o) => o.entryId === null && o.personId === p.person_id) }));
  return [
    ...facts,
    { title: "Kontakte und Notizen", items: offered.filter((o) => o.field === "contact") },
    { title: "Dateien", items: offered.filter((o) => o.field === "document") },
  ].filter((g) => g.items.length > 0);
}

function choiceOf(o: Offered, caseId: string) {
  const isGrey = o.problems.length > 0;
  const reasons = o.problems.map(reasonText).join(" ");
  return {
    value: o.key,
    disabled: isGrey,
    label: <span class={isGrey ? "choice-greyed" : undefined}><b>{o.label}:</b> <bdi class="choice-value">{short(o.value)}</bdi></span>,
    ...(isGrey ? { hint: o.problems.includes("entrusted") ? <>{reasons} <a href={`/faelle/${caseId}/eintraege/${o.entryId}/freigabe`}>Genau diesen Eintrag freigeben</a></> : reasons } : o.warning === undefined ? {} : { hint: <span class="tone-warning">{o.warning}</span> }),
  };
}
