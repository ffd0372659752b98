import type { VNode } from "preact";
import { ownNames, texts } from "../texts/index.ts";
import { ADDRESS, type Frame, type LanguageView, type MoreView, type TakeAllView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon, type PortalIcon } from "./icons.page.tsx";
import { PostForm, withDay } from "./parts.page.tsx";

export function MorePage({ frame, view }: { frame: Frame; view: MoreView }): VNode {
  const t = texts[frame.language];
  const links: readonly (readonly [string, PortalIcon, string])[] = [
    [ADDRESS.question, "ask", t.question.title], [ADDRESS.paper, "camera", t.paper.title], [ADDRESS.helpers, "people", t.helpers.title],
    [ADDRESS.consents, "hand", t.consents.title], [ADDRESS.seen, "eye", t.seen.title], [ADDRESS.passedOn, "send", t.passed.title], [ADDRESS.data, "paper", t.data.title],
    [ADDRESS.rights, "scales", t.rights.title], [ADDRESS.takeAll, "take", t.take.title], [`${ADDRESS.language}?zu=${ADDRESS.more}`, "globe", t.site.language], [ADDRESS.ownPin, "key", t.pin.titleNew],
    ...(view.mayAddPasskey ? [[ADDRESS.passkeys, "mobile", t.phone.title] as const] : []),
  ];
  return (
    <PortalPage frame={frame} place="more" heading={t.more.title}>
      <ul class="card menu">{links.map(([href, icon, words]) => <li><a href={href}><Icon name={icon} /><span>{words}</span></a></li>)}</ul>
      <PostForm frame={frame} action={ADDRESS.signOut}><button>{t.more.signOut}</button></PostForm>
      <section class="note"><h2>{t.more.exitTitle}</h2><p class="small">{t.more.exitLead}</p></section>
    </PortalPage>
  );
}

export function TakeAllPage({ frame, view }: { frame: Frame; view: TakeAllView }): VNode {
  const t = texts[frame.language].take;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.take.title}>
      <p class="lead">{t.lead}</p>
      <PostForm frame={frame} action={ADDRESS.takeAll} class="card choices">
        {view.formats.map((format, index) => <button name="format" value={format} class={index === 0 ? "strong" : undefined}><Icon name="take" />{t[format]}</button>)}
        <p class="small">{t.care}</p>
      </PostForm>
      {view.lastOn !== null && <p class="small">{withDay(t.last, view.lastOn)}</p>}
    </PortalPage>
  );
}

/** Each language in its own letters: who cannot read the page finds the way out of it. */
export function LanguagePage({ frame, view }: { frame: Frame; view: LanguageView }): VNode {
  return (
    <PortalPage frame={frame} place="more" back={view.backTo} heading={texts[frame.language].languages.title} german="Sprache">
      <PostForm frame={frame} action={ADDRESS.language} class="card choices">
        <input type="hidden" name="zu" value={view.backTo} />
        {ownNames.map(({ language, own, lang, dir }) => <button name="language" value={language} lang={lang} dir={dir} class={language === frame.language ? "is-current" : undefined} aria-current={language === frame.language ? "true" : undefined}>{own}</button>)}
      </PostForm>
    </PortalPage>
  );
}
