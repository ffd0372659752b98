import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type Frame, type PaperView, type QuestionView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon } from "./icons.page.tsx";
import { Field, PostForm, Refusals, ShortDay, Typed, Words } from "./parts.page.tsx";

export function QuestionPage({ frame, view }: { frame: Frame; view: QuestionView }): VNode {
  const t = texts[frame.language].question;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.home} heading={t.title} german={texts.de.question.title}>
      <Refusals frame={frame} again={view.again} fields={["text"]} />
      <PostForm frame={frame} action={ADDRESS.question} class="card">
        <Field frame={frame} again={view.again} name="text" kind="long" label={t.label} hint={t.hint} />
        <button class="strong"><Icon name="send" />{texts[frame.language].site.send}</button>
      </PostForm>
      {view.asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{t.asked}</h2>
          {view.asked.map(({ on, text, answer, answeredOn }) => (
            <div class="talk">
              <div class="mine"><p><Words said={text} /></p><p class="small"><ShortDay day={on} /></p></div>
              {answer === null ? <p class="small">{t.waiting}</p> : <div class="theirs"><p class="small"><b>{t.answer}</b>{answeredOn !== null && <> · <ShortDay day={answeredOn} /></>}</p><p><Words said={answer} /></p></div>}
            </div>
          ))}
        </section>
      )}
    </PortalPage>
  );
}

/** The telephone's camera opens by itself (`capture`); from a computer a file is chosen. Scripts make the photograph smaller before it leaves. */
export function PaperPage({ frame, view }: { frame: Frame; view: PaperView }): VNode {
  const t = texts[frame.language].paper;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.home} heading={t.title} german={texts.de.paper.title}>
      <p class="lead">{t.lead}</p>
      <Refusals frame={frame} again={view.again} fields={["paper", "text"]} />
      <PostForm frame={frame} action={ADDRESS.paper} files class="card">
        <Field frame={frame} again={view.again} name="paper" kind="photo" label={t.pick} hint={say(t.size, { n: view.largestMegabytes })} />
        <Field frame={frame} again={view.again} name="text" label={t.about} hint={t.optional} />
        <button class="strong"><Icon name="send" />{texts[frame.language].site.send}</button>
      </PostForm>
      {view.sent.length > 0 && (
        <section aria-labelledby="sent">
          <h2 id="sent">{t.sent}</h2>
          <ul class="card lines">{view.sent.map(({ on, name, isChecked }) => <li><p class="what"><Typed>{name}</Typed></p><p class="small"><ShortDay day={on} /> · {isChecked ? t.checked : t.unchecked}</p></li>)}</ul>
        </section>
      )}
    </PortalPage>
  );
}
