import { typedIn } from "../../../cases/index.ts";
import type { FormState } from "../../../http/index.ts";
import { germanDay } from "../../../kernel/calendar-day.ts";
import { Breadcrumb, Button, ButtonRow, Card, DataTable, DateField, Form, FormErrors, LinkButton, Notice, PageHead, StateLabel, TextField } from "../../../ui/index.ts";
import { SHEET_LANGUAGES, type SheetLanguage } from "../consent-form-words.ts";
import { Pair } from "../sheet.page.tsx";
import type { ConsentText } from "./consent-text.ts";
import type { TextReviewRow } from "./text-reviews.sql.ts";

export interface TextLine {
  readonly language: SheetLanguage;
  readonly version: string;
  readonly review: TextReviewRow | undefined;
}

const path = "/verwaltung/einwilligungstexte";

export function TextReviewsPage({ lines }: { lines: readonly TextLine[] }) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Verwaltung", href: "/verwaltung" }, { label: "Einwilligungstexte" }]} />
      <PageHead title="Einwilligungstexte" lead="Unterschrieben wird nur, was ein Mensch geprüft hat, der beide Sprachen kann. Alle anderen Texte dürfen erklären." />
      <Card flush>
        <DataTable
          caption="Texte der Einwilligung"
          captionHidden
          dense={false}
          rows={lines}
          columns={[
            { key: "language", header: "Sprache", rowHeader: true, cell: (l) => <><a href={`${path}/${l.language}`}>{SHEET_LANGUAGES[l.language].german}</a> {l.language !== "de" && <bdi lang={SHEET_LANGUAGES[l.language].lang}>{SHEET_LANGUAGES[l.language].own}</bdi>}</> },
            { key: "version", header: "Fassung", cell: (l) => l.version },
            { key: "state", header: "Stand", cell: (l) => (l.language === "de" ? <StateLabel tone="success" shape="check">gilt</StateLabel> : l.review === undefined ? <StateLabel tone="warning" shape="triangle">nur zum Erklären</StateLabel> : <StateLabel tone="success" shape="check">geprüft</StateLabel>) },
            { key: "who", header: "Geprüft von", cell: (l) => l.review && <><bdi>{l.review.reviewer}</bdi>, {germanDay(l.review.reviewed_on)}</> },
          ]}
        />
      </Card>
    </>
  );
}

export interface TextReviewView {
  readonly language: SheetLanguage;
  readonly texts: { readonly de: ConsentText; readonly other: ConsentText };
  readonly review: TextReviewRow | undefined;
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
}

/** Every sentence of a text beside its German one, and the word that somebody checked them. */
export function TextReviewPage({ language, texts, review, form, hidden }: TextReviewView) {
  const typed = typedIn(form);
  const { german } = SHEET_LANGUAGES[language];
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Verwaltung", href: "/verwaltung" }, { label: "Einwilligungstexte", href: path }, { label: german }]} />
      <PageHead title={`Einwilligung auf ${german}`} lead={`Fassung ${texts.other.version}. In geschweiften Klammern steht, was der Bogen einsetzt.`} />
      {language !== "de" && (
        <Card title="Prüfung">
          {review !== undefined ? (
            <Notice kind="success" title="Geprüft">Diese Fassung hat <bdi>{review.reviewer}</bdi> am {germanDay(review.reviewed_on)} geprüft. Sie kann unterschrieben werden.</Notice>
          ) : (
            <Form {...hidden} label="Prüfung eintragen">
              <FormErrors errors={form.refusals} />
              <input type="hidden" name="textVersion" value={typed.text("textVersion", texts.other.version)} />
              <TextField name="reviewer" label="Wer hat den Text geprüft?" hint="Name und Befähigung, zum Beispiel: vereidigte Übersetzerin" maxlength={200} value={typed.text("reviewer")} {...typed.errorOf("reviewer")} />
              <DateField name="reviewedOn" label="Geprüft am" value={typed.text("reviewedOn")} {...typed.errorOf("reviewedOn")} />
              <ButtonRow><Button kind="strong">Prüfung eintragen</Button><LinkButton kind="quiet" href={path}>Abbrechen</LinkButton></ButtonRow>
            </Form>
          )}
        </Card>
      )}
      <Card title="Alle Sätze">
        <div class="sheet">{sentencesOf(texts.de).map(([at, de]) => <Pair language={language} said={{ de, other: sentenceAt(texts.other, at) }} show={(text) => <p>{text}</p>} />)}</div>
      </Card>
    </>
  );
}

type At = readonly (string | number)[];
/** All sentences with where they stand, in the order of the file. */
function sentencesOf(value: unknown, at: At = []): [At, string][] {
  if (typeof value === "string") return at.length === 1 && (at[0] === "language" || at[0] === "version") ? [] : [[at, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => sentencesOf(inner, [...at, key]));
}
const sentenceAt = (text: ConsentText, at: At): string => {
  const found = at.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], text);
  return typeof found === "string" ? found : "";
};
