import { ActionButton, fileUrl, type HiddenFields } from "../../cases/index.ts";
import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Chip, Columns, DescriptionList, LinkButton, Notice } from "../../ui/index.ts";
import { languageName } from "./language-words.ts";
import type { ShownLetter } from "./read-letters.ts";

export interface LetterView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly hidden: HiddenFields;
  readonly letter: ShownLetter;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

/** The letter as it will be printed, and the buttons that make it. */
export function LetterPage({ head, today, hidden, letter, papers }: LetterView) {
  const base = `/faelle/${head.id}/briefe/${letter.id}`;
  const make = `${base}/ablegen`;
  const isDraft = letter.state === "draft";
  const main = (
    <Card title={<bdi>{letter.subject}</bdi>} aside={isDraft ? <Chip tone="warning">Entwurf</Chip> : <Chip tone="success">erstellt</Chip>}>
      {letter.gaps.length > 0 && <Notice kind="warning" title="Noch offen">{letter.gaps.map((g) => `{{${g}}}`).join(", ")}. Ändern Sie den Brief; vorher wird er nicht erstellt.</Notice>}
      <Paper letter={letter} />
      <details class="more-lines">
        <summary>So wird er gedruckt (PDF)</summary>
        <div class="preview">
          <iframe class="preview-frame" src={`${base}/vorschau.pdf`} loading="lazy" title="So wird der Brief gedruckt" />
          <p class="quiet">Zeigt Ihr Browser nichts? <a href={`${base}/vorschau.pdf`}>Einzeln öffnen</a></p>
        </div>
      </details>
    </Card>
  );
  const side = (
    <>
      {isDraft && (
        <Card title="Erstellen und ablegen">
          <ButtonRow>
            <ActionButton hidden={hidden} action={make}>Als PDF</ActionButton>
            {papers.map((p) => <ActionButton hidden={hidden} action={make} name="wordPaperId" value={p.id}>Word: {p.name}</ActionButton>)}
          </ButtonRow>
          <p class="quiet">Der Brief liegt dann bei den Dateien und wird nicht mehr geändert. Verschickt wird er nicht.</p>
          <LinkButton href={`${base}/aendern`}>Ändern</LinkButton>
        </Card>
      )}
      <Card title="Angaben">
        <DescriptionList facts={[
          { term: "An", value: letter.recipient.split("\n")[0] }, { term: "Vom", value: germanDay(letter.datedOn) },
          { term: "Sprache", value: letter.otherLanguage === "" ? "Deutsch" : `Deutsch und ${languageName(letter.otherLanguage)}` }, { term: "Von", value: letter.authorName },
        ]} />
        {letter.documentId !== null && <LinkButton kind="strong" href={`${fileUrl(head.id, letter.documentId)}/herunterladen`}>Herunterladen</LinkButton>}
      </Card>
    </>
  );
  return <CaseFrame head={head} today={today} current="letters"><Columns main={main} side={side} /></CaseFrame>;
}

/** The words of the letter as the paper has them, to be read on every screen: not every browser shows a PDF. */
function Paper({ letter }: { letter: ShownLetter }) {
  const speak = letter.otherLanguage === "" ? null : { lang: letter.otherLanguage === "prs" ? "fa-AF" : letter.otherLanguage, dir: letter.otherLanguage === "ar" || letter.otherLanguage === "prs" ? "rtl" : "ltr" } as const;
  return (
    <div class="letter-paper" lang="de">
      <p class="letter-text">{letter.recipient}</p>
      <p class="letter-date">{germanDay(letter.datedOn)}</p>
      <p><b>{letter.subject}</b></p>
      {letter.salutation !== "" && <p>{letter.salutation}</p>}
      <div class={speak === null ? "" : "letter-both"}>
        <p class="letter-text">{letter.text}</p>
        {speak !== null && <p class="letter-text" {...speak}>{letter.otherText}</p>}
      </div>
      <p class="letter-text">{letter.closing}</p>
      <p>{letter.authorName}</p>
    </div>
  );
}
