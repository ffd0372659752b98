import { SHEET_LANGUAGES } from "../../consent/index.ts";
import { Button, Form } from "../../ui/index.ts";
import { Both, inBoth } from "./both.page.tsx";
import type { TalkView } from "./read-talk.ts";
import { TalkAgreement, TalkGoals } from "./talk-goals.page.tsx";
import { TalkLevels } from "./talk-levels.page.tsx";

/** The screen turned to the person: large, in two languages, nothing of others, nothing that staff noted. */
export function TalkPage(view: TalkView) {
  const { language, head, personId, mayWrite } = view;
  const say = (word: Parameters<typeof inBoth>[1]) => <Both language={language} said={inBoth(language, word)} />;
  return (
    <div class="talk">
      {view.isDemo && <header><p class="demo-banner">Vorführung: alle Personen sind erfunden</p></header>}
      <main id="inhalt" tabindex={-1}>
        <h1>{say("title")}</h1>
        <p class="talk-lead">{say("hello")}</p>
        {language !== "de" && <p class="talk-draft"><Both small language={language} said={{ de: `Diese Übersetzung (${SHEET_LANGUAGES[language].german}) hat noch kein Mensch geprüft. Fragen Sie nach, wenn etwas unklar ist.`, other: inBoth(language, "notice").other }} /></p>}
        <TalkLevels view={view} />
        <TalkGoals view={view} />
        {mayWrite && <TalkAgreement view={view} />}
      </main>
      <footer class="talk-foot">
        <Form method="get" action={`/faelle/${head.id}/gespraech`} label="Sprache wählen" class="talk-languages">
          <input type="hidden" name="person" value={personId} />
          <label for="talk-language">Sprache · Language</label>
          <select id="talk-language" name="sprache" class="kern-form-input__input control">
            {Object.entries(SHEET_LANGUAGES).map(([value, { own, lang }]) => <option value={value} lang={lang} selected={value === language}>{own}</option>)}
          </select>
          <Button>OK</Button>
        </Form>
        <a href={`/faelle/${head.id}/assessment?person=${personId}`}>Gesprächsansicht beenden</a>
      </footer>
    </div>
  );
}
