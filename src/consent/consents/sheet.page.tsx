import type { ComponentChildren } from "preact";
import type { CategoryGrid, ConsentSheet, Said } from "../../pdf/index.ts";
import { SHEET_LANGUAGES } from "./consent-form-words.ts";

/** The text as it will be signed, on the screen: the same data as the paper, German beside the other language, pair by pair. */
export function SheetText({ sheet }: { sheet: ConsentSheet }) {
  const speak = { language: sheet.language };
  return (
    <div class="sheet">
      <Pair {...speak} said={sheet.title} show={(text) => <h3>{text}</h3>} />
      {sheet.intro.map((said) => <Pair {...speak} said={said} show={paragraph} />)}
      {sheet.facts.map(({ label, value }) => <Pair {...speak} said={value} above={label} show={(text) => <strong><bdi>{text}</bdi></strong>} />)}
      {sheet.grid !== null && <Grid {...speak} grid={sheet.grid} />}
      {sheet.also.length > 0 && <Pair {...speak} said={sheet.alsoHeading} show={(text) => <h4>{text}</h4>} />}
      {sheet.also.map((said) => <Pair {...speak} said={said} show={(text) => <>• {text}</>} />)}
      {sheet.statements.map(({ heading, paragraphs }) => (
        <>
          <Pair {...speak} said={heading} show={(text) => <h4>{text}</h4>} />
          {paragraphs.map((said) => <Pair {...speak} said={said} show={paragraph} />)}
        </>
      ))}
    </div>
  );
}
const paragraph = (text: string): ComponentChildren => <p>{text}</p>;

/** Both languages of one sentence, level with each other. */
export function Pair({ language, said, above, show }: { language: ConsentSheet["language"]; said: Said; above?: Said; show: (text: string) => ComponentChildren }) {
  const { lang, dir } = SHEET_LANGUAGES[language];
  const side = (text: string, label: string | undefined) => <>{label !== undefined && <span class="sheet-label">{label}</span>}{show(text)}</>;
  if (language === "de") return <div class="sheet-pair is-alone"><div lang="de">{side(said.de, above?.de)}</div></div>;
  return (
    <div class="sheet-pair">
      <div lang="de">{side(said.de, above?.de)}</div>
      <div lang={lang} dir={dir}>{side(said.other, above?.other)}</div>
    </div>
  );
}

/** Row by row as sentences, because a table in two directions at once is read by nobody. */
const Grid = ({ language, grid }: { language: ConsentSheet["language"]; grid: CategoryGrid }) => (
  <>
    <Pair language={language} said={grid.heading} show={(text) => <h4>{text}</h4>} />
    {grid.rows.map(({ area, ticks }) => {
      const ticked = grid.kinds.filter((_kind, i) => ticks[i]);
      return <Pair language={language} above={area} said={{ de: ticked.map((k) => k.de).join(" · "), other: ticked.map((k) => k.other).join(" · ") }} show={(text) => <strong>{text}</strong>} />;
    })}
  </>
);
