import type { ComponentChildren, VNode } from "preact";
import { type Catalogue, catalogues, directionOf, type Language, LANGUAGES } from "./catalogue.ts";

/** A page of the authority that tells everybody's weather: harmless on any screen. */
const HARMLESS = "https://www.dwd.de/DE/wetter/wetter_node.html";

/** Its own frame and style sheet: the parts of the staff's pages weigh ten times what an old phone should have to load. */
export function Frame({ texts, children }: { texts: Catalogue; children: ComponentChildren }): VNode {
  return (
    <>
      <header class="check-head">
        <strong lang="de" dir="ltr">Ein<span>klang</span></strong>
        <a class="check-exit" href={HARMLESS} rel="noreferrer noopener">{texts.ui.exit}</a>
      </header>
      <main>{children}</main>
      <footer class="check-foot" lang="de" dir="ltr">
        <a href="/datenschutz">Datenschutz</a>
        <a href="/barrierefreiheit">Barrierefreiheit</a>
        <a href="/anmelden">Anmelden</a>
      </footer>
    </>
  );
}

const Own = ({ language }: { language: Language }) => <span lang={catalogues[language].lang} dir={directionOf(language)}>{catalogues[language].own}</span>;

/** Links where nothing was answered yet; buttons of the form where the answers must come along. */
export function Languages({ current, asButtons }: { current: Language; asButtons: boolean }): VNode {
  return (
    <ul class="check-languages">
      {LANGUAGES.map((language) => (
        <li>
          {language === current ? <b aria-current="true"><Own language={language} /></b> : asButtons ? <button name="sprache" value={language}><Own language={language} /></button> : <a href={`/schnellcheck?sprache=${language}`}><Own language={language} /></a>}
        </li>
      ))}
    </ul>
  );
}

/** Nobody who speaks them has read the translations: said on every page. */
export const NotReviewed = ({ texts }: { texts: Catalogue }) => <p class="check-note">{texts.ui.notReviewed}</p>;

/** The answers travel here and nowhere else: in the body of the next request. */
export function Carried({ language, answers }: { language: Language; answers: ReadonlyMap<string, string> }): VNode {
  return (
    <>
      <input type="hidden" name="in" value={language} />
      {[...answers].map(([id, answer]) => <input type="hidden" name={`a_${id}`} value={answer} />)}
    </>
  );
}
