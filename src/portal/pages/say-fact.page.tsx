import type { VNode } from "preact";
import { factTexts } from "../texts/fact-texts.data.ts";
import { texts } from "../texts/index.ts";
import { ADDRESS, type Frame, type SayFactView } from "../views.ts";
import { Told, Value } from "./data.page.tsx";
import { PortalPage } from "./frame.page.tsx";
import { Field, idOf, PostForm, Refusals, withDay, Words } from "./parts.page.tsx";

/** The person says a fact: first about what, then how it is. Nothing is asked that may hurt. */
export function SayFactPage({ frame, view }: { frame: Frame; view: SayFactView }): VNode {
  const t = factTexts[frame.language];
  if (view.one !== null) return <OnePage frame={frame} view={view} one={view.one} />;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.data} heading={t.title} german={factTexts.de.title}>
      <p class="lead">{t.lead}</p>
      {view.choices.map(({ group, facts }) => (
        <section class="card" aria-labelledby={`g-${group}`}>
          <h2 id={`g-${group}`}>{texts[frame.language].data.groups[group]}</h2>
          <ul class="lines">{facts.map(({ key, label }) => <li><a href={`${ADDRESS.sayFact}?was=${key}`}><Words said={label} /></a></li>)}</ul>
        </section>
      ))}
    </PortalPage>
  );
}

function OnePage({ frame, view, one }: { frame: Frame; view: SayFactView; one: NonNullable<SayFactView["one"]> }): VNode {
  const [t, site] = [factTexts[frame.language], texts[frame.language].site];
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.data} heading={<Words said={one.label} />} german={factTexts.de.labels[one.key as keyof typeof t.labels]}>
      <Refusals frame={frame} again={view.again} fields={["value", "text"]} />
      {one.item !== null && one.item.value !== null && (
        <dl class="facts"><div><dt>{t.now}</dt><dd><Value frame={frame} value={one.item.value} /></dd><Told frame={frame} item={one.item} /></div></dl>
      )}
      {one.item?.waits !== undefined && <p><span class="tag">{t.waits}</span> <Value frame={frame} value={one.item.waits.value} /> · {withDay("{day}", one.item.waits.on)}</p>}
      <PostForm frame={frame} action={ADDRESS.sayFact} class="card">
        <input type="hidden" name="key" value={one.key} />
        {one.kind === "yes_no" || one.kind === "one_of" ? <Choices frame={frame} view={view} one={one} /> : <Field frame={frame} again={view.again} name="value" label={t.how} kind={one.kind} />}
        <Field frame={frame} again={view.again} name="text" kind="long" label={t.note} hint={texts[frame.language].paper.optional} />
        <button class="strong">{site.send}</button>
        <p class="small">{t.lead}</p>
      </PostForm>
      {one.item !== null && one.item.value !== null && <p><a href={`${ADDRESS.wrong}?punkt=${encodeURIComponent(one.item.id)}`}>{t.unsure}</a></p>}
    </PortalPage>
  );
}

function Choices({ frame, view, one }: { frame: Frame; view: SayFactView; one: NonNullable<SayFactView["one"]> }): VNode {
  const site = texts[frame.language].site;
  const errors = view.again.refusals.filter(({ field }) => field === "value").map(({ code }) => texts[frame.language].refused[code]);
  const options = one.kind === "yes_no" ? [{ value: "ja", words: <>{site.yes}</> }, { value: "nein", words: <>{site.no}</> }] : one.options.map(({ value, words }) => ({ value, words: <Words said={words} /> }));
  return (
    <fieldset class="choices" id={idOf("value")} tabindex={-1}>
      <legend>{factTexts[frame.language].how}</legend>
      {errors.length > 0 && <p class="error">{errors.join(" ")}</p>}
      {options.map(({ value, words }) => <p class="choice"><input type="radio" id={`v-${value}`} name="value" value={value} checked={view.again.values["value"] === value} /> <label for={`v-${value}`}>{words}</label></p>)}
    </fieldset>
  );
}
