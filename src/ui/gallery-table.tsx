import type { ComponentChildren } from "preact";
import { Button, ButtonRow } from "./button.tsx";
import { Card, Figure, FigureRow, PageHead } from "./card.tsx";
import { Chip, type Tone } from "./chip.tsx";
import { DataTable } from "./data-table.tsx";
import { FilterChoices } from "./filter-bar.tsx";
import { GalleryShell } from "./gallery-shell.tsx";
import { Isolated, Name } from "./name.tsx";
import { Stepper } from "./navigation.tsx";

interface ListRow {
  readonly line: number;
  readonly stood: string;
  readonly name: ComponentChildren;
  readonly read: string;
  readonly chip: string;
  readonly tone: Tone;
  readonly why?: string;
  readonly choices: readonly string[];
}

const ROWS: readonly ListRow[] = [
  { line: 5, stood: "Rahimi · محمدجواد · 13.8.69 · §25 (3)", name: <Name latin="Rahimi, Mohammad Javad" own="محمدجواد" lang="fa" />, read: "* 13.08.1969 · AE § 25 Abs. 3", chip: "wohl dieselbe Person wie Zeile 388", tone: "warning", why: "Name in anderer Schrift, gleiches Geburtsdatum, gleiche Telefonnummer", choices: ["Zusammen", "Getrennt", "Später"] },
  { line: 42, stood: "BONDARENKO · Natalja · 1985? · Paragraf 24", name: <Name latin="Bondarenko, Natalja" own="Бондаренко Наталья" lang="uk" />, read: "* 1985 (geschätzt) · AE § 24 Abs. 1", chip: "Geburtsjahr unsicher", tone: "warning", why: "als „geschätzt“ vermerkt", choices: ["Übernehmen", "Ändern"] },
  { line: 77, stood: "Öztürk · Cigdem · 01.01.1990 · NE", name: <Name latin="Öztürk, Cigdem" />, read: "* 01.01.1990 (vielleicht Platzhalter) · Niederlassungserlaubnis", chip: "Zeile 503: Ozturk, Çiğdem, 14.06.1990", tone: "warning", why: "Name gleich geschrieben ohne Zeichen, gleiche Anschrift", choices: ["Zusammen", "Getrennt", "Später"] },
  { line: 118, stood: "Tekle · Rahwa · 31.02.1998 · GFK", name: <Name latin="Tekle, Rahwa" own="ራህዋ ተክለ" lang="ti" />, read: "* 1998 · AE § 25 Abs. 2 Satz 1", chip: "31.02. gibt es nicht", tone: "danger", why: "nur das Jahr übernommen", choices: ["Datum eintragen", "Später"] },
  { line: 131, stood: "Diallo · Mamadou · 04.05.1999 · 60c", name: <Name latin="Diallo, Mamadou" />, read: "* 04.05.1999 · Duldung § 60c", chip: "Bemerkung „nicht an ABH!!!“", tone: "special", why: "wird als anvertraut markiert", choices: ["Übernehmen", "Ändern"] },
  { line: 204, stood: "Karimi · Zahra · 9.11.02 · Fr. Kowalski (Caritas)", name: <Name latin="Karimi, Zahra" />, read: "* 09.11.2002 · zuständig: Kowalski, Caritasverband", chip: "verstanden", tone: "success", choices: [] },
];

const Note = ({ children }: { children: ComponentChildren }) => <span class="cell-note">{children}</span>;

/** Checking a list row by row, as dense as the real page. */
export function GalleryTable() {
  const steps = ["Herkunft und Grundlage", "Spalten und Zuständige", "Prüfen", "Übernehmen"];
  return (
    <GalleryShell current="Import">
      <PageHead title="Fallliste einlesen" />
      <Stepper look="numbered" label="Schritte" steps={steps.map((label, i) => ({ label, state: i < 2 ? "done" : i === 2 ? "current" : "ahead" }))} />
      <FigureRow>
        <Figure label="Zeilen" value="640" note="fallliste.xlsx · Blatt „Fälle KIM“" />
        <Figure label="verstanden" value="571" tone="success" note="bereit zur Übernahme" />
        <Figure label="bitte prüfen" value="58" tone="warning" note="davon 51 mögliche Doppelungen" />
        <Figure label="nicht lesbar" value="11" tone="danger" note="bleiben liegen, nichts geht verloren" />
      </FigureRow>
      <Card flush footer={<><Button kind="strong">571 übernehmen, 69 später entscheiden</Button><span>Bis zum Ende für niemanden sichtbar. Danach als Ganzes rückgängig zu machen, solange niemand daran weitergearbeitet hat.</span></>}>
        <CheckTable />
      </Card>
    </GalleryShell>
  );
}

function CheckTable() {
  return (
    <DataTable
      caption="Zeilen der Liste und was davon verstanden wurde"
      captionHidden
      dense={false}
      rows={ROWS}
      toolbar={
        <>
          <FilterChoices
            label="Welche Zeilen"
            choices={[{ label: "Bitte prüfen", count: 58, href: "#pruefen", current: true }, { label: "Nicht lesbar", count: 11, href: "#unlesbar" }, { label: "Alle", count: 640, href: "#alle" }]}
          />
          <a class="toolbar-end" href="#gleiche">Gleiche Fälle auf einmal entscheiden</a>
        </>
      }
      columns={[
        { key: "line", header: "Zeile", cell: (row) => row.line, nowrap: true },
        { key: "stood", header: "Stand in der Liste", quiet: true, cell: (row) => <Isolated parts={row.stood.split(" · ")} /> },
        { key: "read", header: "Verstanden als", rowHeader: true, cell: (row) => <>{row.name}<Note>{row.read}</Note></> },
        { key: "hint", header: "Hinweis", cell: (row) => <><Chip tone={row.tone}>{row.chip}</Chip>{row.why !== undefined && <Note>{row.why}</Note>}</> },
        {
          key: "decision",
          header: "Entscheidung",
          actions: true,
          cell: (row) =>
            row.choices.length === 0 ? "wird übernommen" : (
              <ButtonRow>
                {row.choices.map((choice, i) => (
                  <Button small name={`zeile-${row.line}`} value={choice} pressed={i === 0} label={`${choice}, Zeile ${row.line}`}>
                    {choice}
                  </Button>
                ))}
              </ButtonRow>
            ),
        },
      ]}
    />
  );
}
