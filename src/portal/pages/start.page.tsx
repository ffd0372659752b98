import type { VNode } from "preact";
import { ownNames, texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type Frame, type OwnPinView, type StartView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Field, PostForm, Refusals } from "./parts.page.tsx";
import { OpenByPhone } from "./passkeys.page.tsx";

/** The first page: the languages, one number, one button. */
export function StartPage({ frame, view }: { frame: Frame; view: StartView }): VNode {
  const t = texts[frame.language].start;
  return (
    <PortalPage frame={frame} place="start" heading={t.title} german={texts.de.start.title} asksPhone={view.passkey !== "none"}>
      <Tongues frame={frame} secret={view.secret} />
      <p class="lead">{t.lead}</p>
      <Refusals frame={frame} again={view.again} fields={["k", "pin"]} />
      {view.passkey === "first" && <OpenByPhone frame={frame} view={view} />}
      <PostForm frame={frame} action={ADDRESS.start} class="card">
        {view.secret === "" ? <Field frame={frame} again={view.again} name="k" label={t.code} hint={t.codeHint} /> : <input type="hidden" name="k" value={view.secret} />}
        <Field frame={frame} again={view.again} name="pin" kind="pin" label={t.pin} hint={view.triesLeft === null ? t.pinHint : say(t.triesLeft, { n: view.triesLeft })} />
        <button class={view.passkey === "first" ? undefined : "strong"}>{t.open}</button>
      </PostForm>
      {view.passkey === "last" && <OpenByPhone frame={frame} view={view} />}
      <p class="small">{t.help}</p>
      <p class="small">{t.shared}</p>
    </PortalPage>
  );
}

/** Before signing in a language is chosen by going there again; the secret comes along in the form and stands in no link. */
const Tongues = ({ frame, secret }: { frame: Frame; secret: string }): VNode => (
  <form method="get" action={ADDRESS.start} class="tongues" aria-label={texts[frame.language].site.language}>
    {secret !== "" && <input type="hidden" name="k" value={secret} />}
    {ownNames.map(({ language, own, lang, dir }) =>
      language === frame.language ? <b aria-current="true" lang={lang} dir={dir}>{own}</b> : <button name="sprache" value={language} lang={lang} dir={dir}>{own}</button>,
    )}
  </form>
);

export function OwnPinPage({ frame, view }: { frame: Frame; view: OwnPinView }): VNode {
  const t = texts[frame.language].pin;
  const german = texts.de.pin;
  return (
    <PortalPage frame={frame} isAlone={view.isFirst} place={view.isFirst ? "start" : "more"} back={view.isFirst ? undefined : ADDRESS.more} heading={view.isFirst ? t.titleFirst : t.titleNew} german={view.isFirst ? german.titleFirst : german.titleNew}>
      <p class="lead">{t.lead}</p>
      <Refusals frame={frame} again={view.again} fields={["old", "pin", "again"]} />
      <PostForm frame={frame} action={ADDRESS.ownPin} class="card">
        {!view.isFirst && <Field frame={frame} again={view.again} name="old" kind="pin" label={t.old} />}
        <Field frame={frame} again={view.again} name="pin" kind="pin" label={t.pin} />
        <Field frame={frame} again={view.again} name="again" kind="pin" label={t.again} />
        <button class="strong">{texts[frame.language].site.save}</button>
      </PostForm>
    </PortalPage>
  );
}
