import type { VNode } from "preact";
import { factTexts } from "../texts/fact-texts.data.ts";
import { texts } from "../texts/index.ts";
import { displayName } from "../texts/words.ts";
import { ADDRESS, type DataItem, type DataLabel, type DataValue, type DataView, type Frame, type WrongView } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { Field, LongDay, PostForm, Refusals, withDay, Words } from "./parts.page.tsx";

export function DataPage({ frame, view }: { frame: Frame; view: DataView }): VNode {
  const t = texts[frame.language].data;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.data.title}>
      <p class="lead">{view.groups.length === 0 ? t.empty : t.lead}</p>
      {view.maySay && <p><a class="button" href={ADDRESS.sayFact}>{factTexts[frame.language].title}</a></p>}
      {view.groups.map(({ code, items }) => (
        <section class="card" aria-labelledby={`d-${code}`}>
          <h2 id={`d-${code}`}>{t.groups[code]}</h2>
          <dl class="facts data">{items.map((item) => <Line frame={frame} item={item} />)}</dl>
        </section>
      ))}
      <p class="small">{texts[frame.language].rights.allLead}</p>
    </PortalPage>
  );
}

export const Label = ({ frame, label }: { frame: Frame; label: DataLabel }) => ("code" in label ? <>{texts[frame.language].data.labels[label.code]}</> : <Words said={label.said} />);
export function Value({ frame, value }: { frame: Frame; value: DataValue }): VNode {
  if ("day" in value) return <LongDay language={frame.language} day={value.day} />;
  if ("country" in value) return <Words said={displayName(frame.language, "region", value.country)} />;
  if ("languageCode" in value) return <Words said={displayName(frame.language, "language", value.languageCode)} />;
  if ("yes" in value) return <>{value.yes ? texts[frame.language].site.yes : texts[frame.language].site.no}</>;
  return <Words said={value.said} />;
}

/** Where it comes from, and since when: nobody need ask who made it up. */
export function Told({ frame, item }: { frame: Frame; item: DataItem }): VNode | null {
  return item.told === undefined ? null : <dd class="small">{withDay(factTexts[frame.language].sources[item.told.how], item.told.on)}</dd>;
}

/** The way to say "this is wrong" stands beside every item, not in a menu. */
function Line({ frame, item }: { frame: Frame; item: DataItem }): VNode {
  const t = texts[frame.language].data;
  return (
    <div>
      <dt><Label frame={frame} label={item.label} /></dt>
      {item.value !== null && <dd><Value frame={frame} value={item.value} /></dd>}
      <Told frame={frame} item={item} />
      {item.waits !== undefined && <dd class="wrong"><span class="tag">{factTexts[frame.language].waits}</span> <Value frame={frame} value={item.waits.value} /></dd>}
      <dd class="wrong">
        {item.fact !== undefined && item.saidWrongOn === null ? <a href={`${ADDRESS.sayFact}?was=${item.fact}`}>{t.wrong}<span class="hidden">: <Label frame={frame} label={item.label} /></span></a> : item.saidWrongOn !== null ? <span class="tag">{withDay(t.told, item.saidWrongOn)}</span> : <a href={`${ADDRESS.wrong}?punkt=${encodeURIComponent(item.id)}`}>{t.wrong}<span class="hidden">: <Label frame={frame} label={item.label} /></span></a>}
      </dd>
    </div>
  );
}

export function WrongPage({ frame, view }: { frame: Frame; view: WrongView }): VNode {
  const t = texts[frame.language].data;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.data} heading={t.wrong} german={texts.de.data.wrong}>
      <Refusals frame={frame} again={view.again} fields={["text"]} />
      <dl class="facts"><div><dt><Label frame={frame} label={view.item.label} /></dt>{view.item.value !== null && <dd><Value frame={frame} value={view.item.value} /></dd>}</div></dl>
      <PostForm frame={frame} action={ADDRESS.wrong} class="card">
        <input type="hidden" name="item" value={view.item.id} />
        <Field frame={frame} again={view.again} name="text" kind="long" label={t.question} hint={texts[frame.language].paper.optional} />
        <button class="strong">{texts[frame.language].site.send}</button>
        <p class="small">{t.tellAll}</p>
      </PostForm>
    </PortalPage>
  );
}
