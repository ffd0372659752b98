import type { CaseHead } from "../../cases/reading/index.ts";
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from "../../pdf/index.ts";
import { Button, Card, Select } from "../../ui/index.ts";
import type { OutlookPerson } from "./read-outlook.ts";

const NAMES: Readonly<Record<DocumentLanguage, string>> = { de: "Deutsch", en: "Englisch", uk: "Ukrainisch", ar: "Arabisch", prs: "Dari", tr: "Türkisch", ti: "Tigrinya", ru: "Russisch", fr: "Französisch" };
const PAPER_LANGUAGE: Readonly<Record<string, DocumentLanguage>> = { "fa-AF": "prs", fa: "prs", prs: "prs", "ku-Arab": "ar" };

/** The language of the paper nearest to what the person speaks. */
export function languageFor(codes: readonly string[]): DocumentLanguage {
  for (const code of codes) {
    const known = PAPER_LANGUAGE[code] ?? DOCUMENT_LANGUAGES.find((language) => language === code.split("-")[0]);
    if (known !== undefined && known !== "de") return known;
  }
  return "de";
}

/** A paper to take home: German, with a summary in the person's language. */
export function PaperCard({ head, person }: { head: CaseHead; person: OutlookPerson }) {
  const preferred = languageFor(person.languages);
  const id = `sprache-${person.id}`;
  return (
    <Card title="Zum Mitnehmen">
      <p class="quiet">PDF auf Deutsch, mit Zusammenfassung in der Sprache der Person.</p>
      <form method="get" action={`/faelle/${head.id}/aufenthalt-und-fristen/blatt.pdf`} class="paper-form">
        <input type="hidden" name="person" value={person.id} />
        <Select id={id} name="sprache" label="Sprache" value={preferred} options={DOCUMENT_LANGUAGES.map((language) => ({ value: language, label: NAMES[language] }))} />
        <Button>PDF herunterladen</Button>
      </form>
    </Card>
  );
}
