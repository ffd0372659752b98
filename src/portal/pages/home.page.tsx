import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type Frame, type HomeView } from "../views.ts";
import { AppointmentLine } from "./appointments.page.tsx";
import { PortalPage } from "./frame.page.tsx";
import { HelperLines } from "./people.page.tsx";
import { Icon } from "./icons.page.tsx";
import { Tile } from "./parts.page.tsx";
import { MeasureLine } from "./plan.page.tsx";
import { SeenLine } from "./seen.page.tsx";

/** Three tiles: what I do next, who helps me, who saw my data. No name on top: whoever looks over a shoulder need not learn whose page it is. */
export function HomePage({ frame, view }: { frame: Frame; view: HomeView }): VNode {
  const t = texts[frame.language].home;
  return (
    <PortalPage frame={frame} place="start" isWide heading={t.hello}>
      {view.unreadAnswers > 0 && <p class="done"><a href={ADDRESS.question}><Icon name="ask" />{t.answered}</a></p>}
      <div class="tiles">
        <Tile icon="steps" tone="sand" id="next" title={t.next}>
          {view.next.length === 0 ? <p>{t.nextEmpty}</p> : (
            <ul class="lines">
              {view.next.map((thing) => <li>{thing.kind === "measure" ? <MeasureLine frame={frame} measure={thing.measure} /> : <AppointmentLine frame={frame} appointment={thing.appointment} />}</li>)}
            </ul>
          )}
          {view.moreOpen > 0 && <p class="foot-link"><a href={ADDRESS.plan}>{say(t.moreSteps, { n: view.moreOpen })}</a></p>}
        </Tile>
        <Tile icon="people" tone="mint" id="helps" title={t.helps}>
          {view.helper === null ? <p>{t.helpsEmpty}</p> : <HelperLines frame={frame} helper={view.helper} />}
          {view.helpers > 1 && <p class="foot-link"><a href={ADDRESS.helpers}>{t.everybody}</a></p>}
        </Tile>
        <Tile icon="eye" tone="rose" id="seen" title={t.seen}>
          {view.lastSeen.length === 0 ? <p>{t.seenEmpty}</p> : <ul class="lines">{view.lastSeen.map((entry) => <li><SeenLine frame={frame} entry={entry} withDay /></li>)}</ul>}
          <p class="pair">
            <a class="button quiet" href={ADDRESS.seen}>{texts[frame.language].site.showAll}</a>
            <a class="button quiet" href={ADDRESS.consents}>{t.allow}</a>
          </p>
        </Tile>
        <p class="pair wide">
          <a class="button" href={ADDRESS.question}><Icon name="ask" />{t.ask}</a>
          <a class="button" href={ADDRESS.paper}><Icon name="camera" />{t.paper}</a>
        </p>
      </div>
    </PortalPage>
  );
}
