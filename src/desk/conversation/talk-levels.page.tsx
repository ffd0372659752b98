import { SHEET_LANGUAGES } from "../../consent/index.ts";
import { typedIn } from "../../cases/working/index.ts";
import { Button, Form, FormErrors } from "../../ui/index.ts";
import { Both, inBoth, stepInBoth } from "./both.page.tsx";
import type { TalkArea, TalkView } from "./read-talk.ts";
import { Kept, Section, talkPath } from "./talk-parts.page.tsx";

const LEVELS = [1, 2, 3, 4, 5] as const;

/** How the person sees it: one big step out of five, area by area. Everything may be left out. */
export function TalkLevels({ view }: { view: TalkView }) {
  const { language, near, far } = view;
  return (
    <Section id="stufen" heading={<Both language={language} said={inBoth(language, "levelsTitle")} />}>
      <Kept view={view} part="levels" word="savedLevels" />
      <p><Both language={language} said={inBoth(language, "levelsHint")} /></p>
      <Form {...view.hidden} action={talkPath(view)} label="Wie geht es Ihnen damit?">
        {view.part === "levels" && <FormErrors errors={view.form.refusals} />}
        {near.map((area) => <AreaSteps view={view} area={area} />)}
        {far.length > 0 && (
          <details class="talk-more">
            <summary><Both language={language} said={inBoth(language, "moreAreas")} /></summary>
            {far.map((area) => <AreaSteps view={view} area={area} />)}
          </details>
        )}
        {view.mayWrite && <Button kind="strong"><Both language={language} said={inBoth(language, "saveLevels")} /></Button>}
      </Form>
    </Section>
  );
}

function AreaSteps({ view, area }: { view: TalkView; area: TalkArea }) {
  const { language, mayWrite } = view;
  const name = `own.${area.key}`;
  const typed = typedIn(view.part === "levels" ? view.form : { values: {}, refusals: [] });
  const last = area.before?.personLevel ?? null;
  const chosen = typed.text(name, area.before !== undefined && area.before.on === view.today && last !== null ? String(last) : "");
  return (
    <fieldset class="talk-area">
      <legend><Both language={language} said={area.said} /></legend>
      {area.before !== undefined && area.before.words !== "" && <blockquote class="talk-words" lang={area.before.wordsLanguage} dir="auto">{area.before.words}</blockquote>}
      <div class="talk-steps">
        {LEVELS.map((n) => (
          <div class="talk-step">
            <input type="radio" id={`talk-${area.key}-${n}`} name={name} value={n} checked={chosen === String(n)} disabled={!mayWrite} />
            <label for={`talk-${area.key}-${n}`}>
              <span class="talk-number" aria-hidden="true">{n}</span>
              <Both small language={language} said={stepInBoth(language, n)} />
              {last === n && <span class="talk-last"><Both small language={language} said={inBoth(language, "lastTime")} /></span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Language and direction of what is typed in the person's language. */
export const typedAttributes = (view: TalkView) => ({ lang: SHEET_LANGUAGES[view.language].lang, dir: SHEET_LANGUAGES[view.language].dir });
