import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { inRow, say } from "../texts/words.ts";
import { ADDRESS, type Frame, type PassedOnView, type SeenEntry, type SeenView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Icon } from "./icons.page.tsx";
import { LongDay, ShortDay, Typed, Words } from "./parts.page.tsx";

export function SeenPage({ frame, view }: { frame: Frame; view: SeenView }): VNode {
  const t = texts[frame.language].seen;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.seen.title}>
      <p class="lead">{view.days.length === 0 ? t.empty : t.lead}</p>
      {view.days.map(({ day, entries }) => (
        <section aria-labelledby={`d-${day}`}>
          <h2 class="day" id={`d-${day}`}><LongDay language={frame.language} day={day} /></h2>
          <ul class="card lines">{entries.map((entry) => <li><SeenLine frame={frame} entry={entry} /></li>)}</ul>
        </section>
      ))}
      {view.olderBefore !== null && <p><a class="button" href={`${ADDRESS.seen}?vor=${encodeURIComponent(view.olderBefore)}`}>{t.older}</a></p>}
      <p><a href={ADDRESS.question}>{t.strange}</a></p>
    </PortalPage>
  );
}

/** Who, what, why: function and office first. */
export function SeenLine({ frame, entry, withDay = false }: { frame: Frame; entry: SeenEntry; withDay?: boolean }): VNode {
  const t = texts[frame.language].seen;
  const deeds = entry.deeds.map(({ did, what, times }) => `${t.did[did]}: ${inRow(frame.language, what.map((thing) => t.what[thing]))}${times > 1 ? ` (${say(t.times, { n: times })})` : ""}`);
  return (
    <div class="seen">
      <p class="what">
        {t.roles[entry.role]}
        {entry.name !== null && <> · <Typed>{entry.name}</Typed></>}
        {entry.office !== null && <> · <Typed>{entry.office}</Typed></>}
      </p>
      {withDay ? <p class="small"><ShortDay day={entry.day} /> · {deeds.slice(0, 1)}{deeds.length > 1 && " …"}</p> : <ul class="deeds small">{deeds.map((deed, i) => <li>{deed}{i === 0 && entry.time !== "" && <> · <bdi dir="ltr">{entry.time}</bdi></>}</li>)}</ul>}
      {entry.role !== "you" && (entry.why !== null || entry.reason !== null) && !withDay && (
        <p class="small why"><b>{t.why}:</b> {entry.why !== null && t.reasons[entry.why]}{entry.why !== null && entry.reason !== null && " · "}{entry.reason !== null && <Words said={entry.reason} />}</p>
      )}
    </div>
  );
}

export function PassedOnPage({ frame, view }: { frame: Frame; view: PassedOnView }): VNode {
  const t = texts[frame.language].passed;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.passed.title}>
      <p class="lead">{view.items.length === 0 ? t.empty : t.lead}</p>
      {view.items.map((item) => (
        <section class="card">
          <h2><Typed>{item.recipient}</Typed></h2>
          <p class="small"><LongDay language={frame.language} day={item.on} /> · {t.states[item.state]}</p>
          <ul class="cells" lang="de">{item.fields.map((field) => <li><bdi>{field}</bdi></li>)}</ul>
          <p class="with-icon small"><Icon name={item.basis === "consent" ? "hand" : "scales"} /><span>{item.consentId === null ? t[item.basis] : <a href={ADDRESS.consent(item.consentId)}>{t[item.basis]}</a>}{item.norm !== null && <> · <bdi lang="de" dir="ltr">{item.norm}</bdi></>}</span></p>
        </section>
      ))}
    </PortalPage>
  );
}
