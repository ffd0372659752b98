import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { ADDRESS, type Frame, type Helper, type HelpersView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Phone, Typed, withDay } from "./parts.page.tsx";

export function HelpersPage({ frame, view }: { frame: Frame; view: HelpersView }): VNode {
  const t = texts[frame.language].helpers;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.helpers.title}>
      <p class="lead">{view.helpers.length === 0 ? t.empty : t.lead}</p>
      {view.helpers.map((helper) => <section class="card"><HelperLines frame={frame} helper={helper} asHeading /></section>)}
      <p><a class="button" href={ADDRESS.question}>{texts[frame.language].home.ask}</a></p>
    </PortalPage>
  );
}

/** Function and office; a name only where it came with one. */
export function HelperLines({ frame, helper, asHeading = false }: { frame: Frame; helper: Helper; asHeading?: boolean }): VNode {
  const t = texts[frame.language];
  const first = helper.name !== null ? <Typed>{helper.name}</Typed> : t.helpers.roles[helper.role];
  const rest = [helper.name !== null && <>{t.helpers.roles[helper.role]}</>, helper.office !== null && <Typed>{helper.office}</Typed>, helper.until !== null && <>{withDay(t.site.until, helper.until)}</>].filter((part) => part !== false);
  return (
    <>
      {asHeading ? <h2>{first}</h2> : <p class="what">{first}</p>}
      <p class="small">{rest.map((part, index) => <>{index > 0 && " · "}{part}</>)}</p>
      {helper.phone !== null && <p><Phone frame={frame} number={helper.phone} /></p>}
    </>
  );
}
