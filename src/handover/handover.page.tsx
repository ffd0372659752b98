import { CaseFrame, type CaseHead } from "../cases/reading/index.ts";
import { ActionButton, CaseForm, type CaseFormView, type HiddenFields, typedIn } from "../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Card, Columns, DateField, LineList, LinkButton, Notice, type Option, RadioGroup, Select, StateLabel, TextArea } from "../ui/index.ts";
import type { FirstWords } from "./first-words.ts";
import type { StandingPart } from "./gather-standing.ts";
import { WORDS, type WordsKey } from "./decide-sheet.ts";
import { type Sheet, sheetLine } from "./hand-over-case.ts";

export const SHEET_KINDS = { change: "Der Fall wechselt die Leitung", substitution: "Vertretung für einige Tage", return: "Zurück an die Leitung nach der Vertretung" } as const;
const HINTS: Readonly<Record<WordsKey, string>> = {
  situation: "Zwei, drei Sätze: Warum gibt es den Fall, wo steht er?", wishes: "Möglichst in ihren Worten.", careful: "Sicherer Weg zur Person, was sie belastet, was schiefgehen kann.", people: "Namen und Stellen, die wirklich helfen.",
};

export interface HandoverView extends CaseFormView {
  readonly colleagues: readonly Option[];
  readonly standing: readonly StandingPart[];
  /** what the fields begin with */
  readonly words: Readonly<Record<WordsKey, FirstWords>>;
  readonly sheets: readonly Sheet[];
}

/** A case changes hands: own words beside what stands in the file anyway. */
export function HandoverPage(view: HandoverView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Fall übergeben" submit="Übergeben" guarded current="handover"
      above={<p class="quiet">Was im Fall steht, kommt von selbst auf das Blatt. Schreiben Sie dazu, was nur Sie wissen. Lesen können das: das Fallteam.</p>}
      side={<><Standing parts={view.standing} /><Sheets view={view} /></>}>
      <RadioGroup name="kind" label="Was geschieht?" value={typed.text("kind", "change")} {...typed.errorOf("kind")} choices={Object.entries(SHEET_KINDS).map(([value, label]) => ({ value, label }))} />
      <Select name="toId" label="An wen?" empty="Bitte wählen" value={typed.text("toId")} {...typed.errorOf("toId")} options={view.colleagues} />
      <DateField name="untilOn" label="Bis wann? (nur bei Vertretung)" optional value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
      {(Object.keys(WORDS) as WordsKey[]).map((key) => <TextArea name={key} label={WORDS[key]} optional rows={3} maxlength={4000} hint={HINTS[key]} value={typed.text(key, view.words[key].text)} draft={view.words[key].draft} {...typed.errorOf(key)} />)}
      <Notice kind="info">Wechselt die Leitung, sehen Sie den Fall danach nicht mehr. Offene Wiedervorlagen und Schritte gehen mit.</Notice>
    </CaseForm>
  );
}

const Standing = ({ parts }: { parts: readonly StandingPart[] }) => (
  <Card title="Kommt von selbst auf das Blatt">
    {parts.length === 0 ? <p class="quiet">Im Fall ist nichts offen.</p> : parts.map((part) => <section><h3 class="field-label">{part.title}</h3><ul>{part.lines.map((line) => <li><bdi>{line}</bdi></li>)}</ul></section>)}
  </Card>
);

const Sheets = ({ view: { head, sheets } }: { view: HandoverView }) => (
  <Card title="Frühere Übergaben">
    {sheets.length === 0 ? <p class="quiet">Dieser Fall wurde noch nicht mit einem Blatt übergeben.</p> : (
      <LineList>{sheets.map((s) => <div><a href={`/faelle/${head.id}/uebergabe/${s.id}`}>{SHEET_KINDS[s.kind]}</a><span class="line-note">{sheetLine(s)}{s.readOn === null ? ", noch nicht gelesen" : ""}</span></div>)}</LineList>
    )}
  </Card>
);

export interface SheetView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly sheet: Sheet;
  readonly hidden: HiddenFields;
}
/** The sheet as it was written, and the button of whoever takes over. */
export function SheetPage({ head, today, sheet, hidden }: SheetView) {
  const { words, standing } = sheet.content;
  const said = (Object.keys(WORDS) as WordsKey[]).filter((key) => (words[key] ?? "") !== "");
  return (
    <CaseFrame head={head} today={today} current="handover">
      <Columns
        main={
          <Card title="Übergabeblatt" aside={<LinkButton href={`/faelle/${head.id}/uebergabe/${sheet.id}/blatt.pdf`} kind="quiet">Als PDF</LinkButton>}>
            <p class="quiet">{SHEET_KINDS[sheet.kind]}, {sheetLine(sheet)}</p>
            {said.map((key) => <section><h3>{WORDS[key]}</h3><p class="said-lines"><bdi>{words[key]}</bdi></p></section>)}
            {standing.length > 0 && <h3>So stand der Fall am {germanDay(sheet.madeOn)}</h3>}
            {standing.map((part) => <section><h4 class="field-label">{part.title}</h4><ul>{part.lines.map((line) => <li><bdi>{line}</bdi></li>)}</ul></section>)}
          </Card>
        }
        side={
          <Card title="Gelesen?">
            {sheet.readOn !== null ? <StateLabel tone="success" shape="check">am {germanDay(sheet.readOn)}</StateLabel>
              : sheet.isMine ? <><p>Bestätigen Sie, dass Sie das Blatt gelesen haben. Dann verschwindet es von Ihrem Tag.</p><ActionButton hidden={hidden} action={`/faelle/${head.id}/uebergabe/${sheet.id}/gelesen`}>Gelesen</ActionButton></>
                : <StateLabel tone="neutral" shape="empty">noch nicht</StateLabel>}
          </Card>
        }
      />
    </CaseFrame>
  );
}

/** On the day of whoever takes over. */
export function SheetsOfDay({ sheets }: { readonly sheets: readonly Sheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <Card title="Übergaben an mich">
      <LineList>{sheets.map((s) => <div><a href={`/faelle/${s.caseId}/uebergabe/${s.id}`}><bdi>{s.name}</bdi></a> <span class="quiet">Fall {s.caseNumber}</span><span class="line-note">{SHEET_KINDS[s.kind]}, {sheetLine(s)}</span></div>)}</LineList>
    </Card>
  );
}
