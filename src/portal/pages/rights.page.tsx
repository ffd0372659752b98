import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { ADDRESS, type Frame, type RightsView, type RightView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Field, PostForm, Refusals, ShortDay, Words } from "./parts.page.tsx";

/** Art. 18, 21 and 77 DSGVO, in words; what was asked for already stands below. */
export function RightsPage({ frame, view }: { frame: Frame; view: RightsView }): VNode {
  const t = texts[frame.language].rights;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.rights.title}>
      {/* on every page alike, whether something is held back or not: it tells nobody that there is something */}
      <section class="card"><h2>{t.allTitle}</h2><p>{t.allLead}</p><p><a class="button" href={ADDRESS.question}>{texts[frame.language].question.title}</a></p></section>
      <section class="card"><h2>{t.restrict}</h2><p>{t.restrictLead}</p><p><a class="button" href={ADDRESS.right("restrict")}>{t.restrict}</a></p></section>
      <section class="card"><h2>{t.object}</h2><p>{t.objectLead}</p><p><a class="button" href={ADDRESS.right("object")}>{t.object}</a></p></section>
      <section class="card">
        <h2>{t.complain}</h2>
        <p>{t.complainLead}</p>
        <dl class="facts">
          <div><dt>{t.supervisor}</dt><dd><bdi lang="de">{view.supervisor.name}</bdi><p class="small"><bdi lang="de">{view.supervisor.contact}</bdi></p></dd></div>
          {view.officer !== null && <div><dt>{t.officer}</dt><dd><bdi lang="de">{view.officer}</bdi></dd></div>}
          <div><dt>{t.controller}</dt><dd><bdi lang="de">{view.controller}</bdi></dd></div>
        </dl>
      </section>
      {view.asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{t.asked}</h2>
          <ul class="card lines">{view.asked.map(({ kind, on, state, answer }) => <li><p class="what">{t[kind]}</p><p class="small"><ShortDay day={on} /> · {t.states[state]}</p>{answer !== null && <p><Words said={answer} /></p>}</li>)}</ul>
        </section>
      )}
    </PortalPage>
  );
}

export function RightPage({ frame, view }: { frame: Frame; view: RightView }): VNode {
  const t = texts[frame.language].rights;
  const isRestriction = view.kind === "restrict";
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.rights} heading={t[view.kind]} german={texts.de.rights[view.kind]}>
      <p class="lead">{isRestriction ? t.restrictLead : t.objectLead}</p>
      <Refusals frame={frame} again={view.again} fields={["text"]} />
      <PostForm frame={frame} action={ADDRESS.right(view.kind)} class="card">
        <Field frame={frame} again={view.again} name="text" kind="long" label={isRestriction ? t.restrictAsk : t.objectAsk} />
        <button class="strong">{texts[frame.language].site.send}</button>
      </PostForm>
    </PortalPage>
  );
}
