import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type Frame, type PasskeysView, type StartView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon } from "./icons.page.tsx";
import { Field, PostForm, Refusals, withDay } from "./parts.page.tsx";

/** Hidden until the script knows that the telephone can; without it the PIN is the way, as before. */
export function OpenByPhone({ frame, view }: { frame: Frame; view: StartView }): VNode {
  const { phone, start } = texts[frame.language];
  return (
    <form method="post" action={ADDRESS.passkeyAnswer} class="by-phone" data-passkey="open" data-options={ADDRESS.passkeyOptions} data-unknown={view.unknownPasskey?.id} data-site={view.unknownPasskey?.site} hidden novalidate>
      <input type="hidden" name="answer" />
      {view.passkey === "last" && <p class="small">{phone.other}</p>}
      <button class={view.passkey === "first" ? "strong" : "link"}><Icon name="mobile" />{start.passkey}</button>
      <p class="error" role="alert" data-told="failed" hidden>{phone.failed}</p>
    </form>
  );
}

export function PasskeysPage({ frame, view }: { frame: Frame; view: PasskeysView }): VNode {
  const t = texts[frame.language].phone;
  return (
    <PortalPage frame={frame} place="more" back={view.options === null ? ADDRESS.more : ADDRESS.passkeys} heading={t.title} german={texts.de.phone.title} asksPhone>
      <Refusals frame={frame} again={view.again} fields={["pin"]} />
      {view.options === null ? <><p class="lead">{t.lead}</p><Own frame={frame} view={view} /><Care frame={frame} /><SetUp frame={frame} view={view} /></> : <Now frame={frame} options={view.options} />}
    </PortalPage>
  );
}

function Own({ frame, view }: { frame: Frame; view: PasskeysView }): VNode | null {
  const { phone: t, site } = texts[frame.language];
  if (view.own.length === 0) return null;
  return (
    <section class="card" aria-labelledby="own-phones">
      <h2 id="own-phones">{t.yours}</h2>
      {view.own.map((passkey) => (
        <PostForm frame={frame} action={ADDRESS.passkeyRemove} class="own-phone">
          <input type="hidden" name="passkey" value={passkey.id} />
          <p><b><bdi>{`${site.name} ${passkey.number}`}</bdi></b><br /><span class="small">{withDay(t.since, passkey.since)}{passkey.usedOn !== null && <> · {withDay(t.used, passkey.usedOn)}</>}</span></p>
          <button aria-label={`${t.remove}: ${site.name} ${passkey.number}`}>{t.remove}</button>
        </PostForm>
      ))}
    </section>
  );
}

/** Said before it is done, and to whoever has it already. */
function Care({ frame }: { frame: Frame }): VNode {
  const { phone: t, site } = texts[frame.language];
  return <section class="note care"><h2>{t.careTitle}</h2><p class="small">{t.care}</p><p class="small">{say(t.trace, { name: site.name })}</p><p class="small">{t.newPin}</p></section>;
}

/** The PIN first: what was left open for two minutes must not become somebody else's finger. */
const SetUp = ({ frame, view }: { frame: Frame; view: PasskeysView }): VNode => (
  <section class="card">
    <h2>{texts[frame.language].phone.setUp}</h2>
    <p data-able="no">{texts[frame.language].phone.cannot}</p>
    <div data-able="yes" hidden>
      <PostForm frame={frame} action={ADDRESS.passkeys}>
        <Field frame={frame} again={view.again} name="pin" kind="pin" label={texts[frame.language].phone.pin} />
        <button class="strong">{texts[frame.language].phone.next}</button>
      </PostForm>
    </div>
  </section>
);

const Now = ({ frame, options }: { frame: Frame; options: string }): VNode => (
  <form method="post" action={ADDRESS.passkeyAdd} class="card by-phone" data-passkey="add" data-options={options} hidden novalidate>
    <input type="hidden" name="_csrf" value={frame.csrf} />
    <input type="hidden" name="answer" />
    <p class="lead">{texts[frame.language].phone.now}</p>
    <button class="strong"><Icon name="mobile" />{texts[frame.language].phone.confirm}</button>
    <p class="error" role="alert" data-told="failed" hidden>{texts[frame.language].phone.failed}</p>
    <p class="error" role="alert" data-told="already" hidden>{texts[frame.language].phone.already}</p>
  </form>
);
