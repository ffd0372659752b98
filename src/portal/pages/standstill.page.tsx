import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type Frame, type StandstillCode, type StandstillView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Phone } from "./parts.page.tsx";

const WAY_ON: Readonly<Record<StandstillCode, "again" | "home" | null>> = {
  signed_out: "again", session_over: "again", frozen: null, ended: null, invitation_expired: null, not_found: "home", form_old: "home", too_many: null, broken: "home",
};

/** Nothing personal, and nothing that says why the office closed it. */
export function StandstillPage({ frame, view }: { frame: Frame; view: StandstillView }): VNode {
  const t = texts[frame.language];
  const { title, text } = t.still[view.code];
  const way = WAY_ON[view.code];
  return (
    <PortalPage frame={frame} place="start" heading={title} german={texts.de.still[view.code].title}>
      <p class="lead">{text}</p>
      {view.phone !== null && <p><Phone frame={frame} number={view.phone} /></p>}
      {way !== null && <p><a class="button" href={way === "home" && frame.isSignedIn ? ADDRESS.home : ADDRESS.start}>{way === "again" || !frame.isSignedIn ? t.still.again : t.site.start}</a></p>}
      {view.requestId !== null && <p class="small">{say(t.still.number, { id: view.requestId })}</p>}
    </PortalPage>
  );
}
