import { ActionButton, CaseForm, type CaseFormView, fileUrl, optionsOf, typedIn } from "../../cases/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Columns, Figure, FigureRow, LineList, LinkButton, Notice, RadioGroup, Select, StateLabel, TextArea } from "../../ui/index.ts";
import { HOWS, IDENTITIES, REASONS, VERDICTS, VERDICTS_DONE } from "./access-words.ts";
import type { Gathered, HeldText } from "./gather.ts";
import type { AccessRow } from "./subject-access.sql.ts";

export interface AccessView extends CaseFormView {
  readonly access: Omit<AccessRow, "data_ct">;
  readonly dueOn: CalendarDay;
  readonly gathered: Gathered;
  readonly plain: number;
}
const urlOf = (view: { readonly head: { readonly id: string }; readonly access: { readonly id: string } }): string => `/faelle/${view.head.id}/auskunft/${view.access.id}`;
const textUrl = (base: string, t: HeldText): string => `${base}/texte/${t.place}/${t.rowId}`;

/** All texts of one request, what was decided on each, and giving it out. */
export function AccessPage(view: AccessView) {
  const { gathered, access, head, today, hidden, plain } = view;
  const texts = gathered.sections.flatMap((s) => s.entries.flatMap((e) => e.texts));
  const open = texts.filter((t) => t.review === null);
  return (
    <CaseFrame head={head} today={today} current="access">
      <FigureRow>
        <Figure label="Texte und Dateien" value={texts.length} />
        <Figure label="noch zu prüfen" value={open.length} tone={open.length > 0 && access.state === "open" ? "warning" : "neutral"} />
        <Figure label="mit Namen anderer" value={texts.filter((t) => t.found.length > 0).length} />
        <Figure label="bleiben hier" value={texts.filter((t) => t.review?.verdict === "withheld").length} />
      </FigureRow>
      <Columns
        main={gathered.sections.filter((s) => s.entries.some((e) => e.texts.length > 0)).map((s) => (
          <Card title={s.title}>
            <LineList>{s.entries.flatMap((e) => e.texts.map((t) => <Text t={t} base={urlOf(view)} isOpen={access.state === "open"} />))}</LineList>
          </Card>
        ))}
        side={
          <>
            <Card title={`Auskunft an ${gathered.name}`}>
              <p>Gefragt am {germanDay(access.asked_on)}. {access.state === "open" ? <>Zu geben bis {germanDay(view.dueOn)} <span class="quiet">{relativeDay(view.dueOn, today)}</span></> : access.state === "given" && access.given_on !== null ? <>Gegeben am {germanDay(access.given_on)}, {HOWS[access.given_how!]}.</> : "Zurückgezogen."}</p>
              <ButtonRow>
                {access.state === "open" && open.length === 0 && <LinkButton kind="strong" href={`${urlOf(view)}/ausgeben`}>Ausgeben</LinkButton>}
                {access.state === "open" && <LinkButton href={`${urlOf(view)}/vorschau.pdf`}>Vorschau</LinkButton>}
                {access.pdf_document_id !== null && <LinkButton href={fileUrl(head.id, access.pdf_document_id)}>Auskunft ansehen</LinkButton>}
                {access.state === "given" && <LinkButton href={`${urlOf(view)}/daten.json`}>Daten als JSON</LinkButton>}
                {access.state === "given" && <LinkButton href={`${urlOf(view)}/empfang.pdf`}>Empfangsbestätigung</LinkButton>}
              </ButtonRow>
            </Card>
            {access.state === "open" && plain > 0 && (
              <Card title="Ohne fremde Namen">
                <p>{plain === 1 ? "In einem Text" : `In ${plain} Texten`} steht kein Name der anderen Personen des Falls. Umschreibungen („ihr Bruder“) findet das Programm nicht: Lesen Sie alle.</p>
                <ActionButton hidden={hidden} action={`${urlOf(view)}/ohne-fund`}>Gelesen: ganz herausgeben</ActionButton>
              </Card>
            )}
            {access.state === "open" && <Card title="Zurückgezogen?"><p class="quiet">Wenn die Person die Auskunft nicht mehr will.</p><ActionButton hidden={hidden} kind="quiet" action={`${urlOf(view)}/zuruecknehmen`}>Beenden ohne Auskunft</ActionButton></Card>}
          </>
        }
      />
    </CaseFrame>
  );
}

const Text = ({ t, base, isOpen }: { t: HeldText; base: string; isOpen: boolean }) => (
  <div id={`t-${t.rowId}`}>
    <b>{t.label}</b>{t.day !== null && <span class="quiet"> {germanDay(t.day as CalendarDay)}</span>}{" "}
    {t.review === null ? <StateLabel tone="warning" shape="half">zu prüfen</StateLabel> : <StateLabel tone={t.review.verdict === "withheld" ? "danger" : "success"} shape="full">{VERDICTS_DONE[t.review.verdict]}</StateLabel>}
    {/* in full: who says of all of them that they were read has them before their eyes */}
    <p class="letter-text"><bdi>{t.text}</bdi></p>
    {t.found.length > 0 && <span class="line-note tone-warning">Namen anderer: <bdi>{t.found.join(", ")}</bdi></span>}
    {isOpen && <a href={textUrl(base, t)} aria-label={`${t.section}, ${t.label}: prüfen`}>{t.review === null ? "Prüfen" : "Anders entscheiden"}</a>}
  </div>
);

export function ReviewPage(view: CaseFormView & { readonly access: { readonly id: string }; readonly text: HeldText }) {
  const { text: t, head } = view;
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title={`${t.section}: ${t.label}`} submit="Entscheiden"
      above={
        <>
          {t.namesOthers && <Notice kind="warning">Dieser Eintrag gilt nicht nur dieser Person: Er gehört auch zu anderen oder zum ganzen Fall.</Notice>}
          <p class="letter-text"><bdi>{t.text}</bdi></p>
          {t.isFile && <p><a href={fileUrl(head.id, t.rowId)}>Datei ansehen</a></p>}
        </>
      }>
      <RadioGroup name="verdict" label="Was geht heraus?" value={typed.text("verdict", t.review?.verdict ?? (t.found.length > 0 && !t.isFile ? "partly" : ""))} {...typed.errorOf("verdict")} choices={optionsOf(VERDICTS, t.isFile ? ["partly"] : [])} />
      {!t.isFile && <TextArea name="passages" label="Zu schwärzen" rows={4} maxlength={4000} value={typed.text("passages", (t.review?.passages ?? t.found).join("\n"))} {...typed.errorOf("passages")} hint="Je Zeile eine Stelle, genau wie sie im Text steht." dir="auto" />}
      <Select name="reason" label="Grund" empty="keiner, es geht ganz heraus" options={optionsOf(REASONS)} value={typed.text("reason", t.review?.reason ?? (t.found.length > 0 ? "others" : ""))} {...typed.errorOf("reason")} hint="Der Grund steht in der Auskunft." />
    </CaseForm>
  );
}

export function GivePage(view: CaseFormView & { readonly access: { readonly id: string; readonly version: number }; readonly name: string }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Auskunft ausgeben" submit="Ausgeben" version={view.access.version}
      above={<p>Die Auskunft an <bdi>{view.name}</bdi> wird als PDF erstellt und bei den Dateien abgelegt. Danach ist sie nicht mehr zu ändern.</p>}>
      <RadioGroup name="identityBy" label="Wie ist sicher, wer fragt?" value={typed.text("identityBy")} {...typed.errorOf("identityBy")} choices={optionsOf(IDENTITIES)} />
      <RadioGroup name="how" label="Auf welchem Weg?" value={typed.text("how", "handed_over")} {...typed.errorOf("how")} choices={optionsOf(HOWS)} hint="Mit der Post nur, wenn die Anschrift als sicher bekannt ist." />
    </CaseForm>
  );
}
