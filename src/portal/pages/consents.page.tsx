import type { VNode } from "preact";
import { texts } from "../texts/index.ts";
import { areaWords, kindWords, purposeWords } from "../texts/words.ts";
import { ADDRESS, type ConsentCell, type ConsentLine, type ConsentsView, type ConsentView, type Frame, type Said } from "../views.ts";
import { PortalPage } from "./frame.page.tsx";
import { idOf, PostForm, Refusals, ShortDay, Typed, withDay, Words } from "./parts.page.tsx";

export function ConsentsPage({ frame, view }: { frame: Frame; view: ConsentsView }): VNode {
  const t = texts[frame.language].consents;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.more} heading={t.title} german={texts.de.consents.title}>
      <p class="lead">{view.inForce.length === 0 ? t.empty : t.lead}</p>
      {view.inForce.map((consent) => <ConsentCard frame={frame} consent={consent} />)}
      {view.ended.length > 0 && (
        <details>
          <summary>{t.ended}</summary>
          <ul class="lines">
            {view.ended.map((consent) => <li><a href={ADDRESS.consent(consent.id)}><Typed>{consent.recipient}</Typed></a> <span class="small">{consent.withdrawnOn === null ? t.states[consent.state] : withDay(t.withdrawnOn, consent.withdrawnOn)}</span></li>)}
          </ul>
        </details>
      )}
    </PortalPage>
  );
}

function ConsentCard({ frame, consent }: { frame: Frame; consent: ConsentLine }): VNode {
  const t = texts[frame.language];
  return (
    <section class="card" aria-labelledby={`c-${consent.id}`}>
      <h2 id={`c-${consent.id}`}><Typed>{consent.recipient}</Typed></h2>
      <p class="small"><Words said={purposeWords(frame.language, consent.purpose)} /> · {consent.state === "in_force" ? withDay(t.site.until, consent.expiresOn) : t.consents.states[consent.state]}</p>
      <CellList frame={frame} cells={consent.cells.filter((cell) => !cell.isWithdrawn)} />
      <p><a class="button quiet" href={ADDRESS.consent(consent.id)} aria-describedby={`c-${consent.id}`}>{t.consents.look}</a></p>
    </section>
  );
}

/** Cells of one life area together: "Arbeit: Gespräche, Aufgaben". */
export function groupCells(frame: Frame, cells: readonly ConsentCell[]): { readonly area: Said; readonly kinds: readonly Said[] }[] {
  const groups = new Map<string, { area: Said; kinds: Said[] }>();
  for (const { lifeArea, kind } of cells) {
    const key = lifeArea?.key ?? "";
    const group = groups.get(key) ?? { area: lifeArea === null ? { text: texts[frame.language].consents.you, lang: texts[frame.language].lang } : areaWords(frame.language, lifeArea), kinds: [] };
    groups.set(key, { ...group, kinds: [...group.kinds, kindWords(frame.language, kind)] });
  }
  return [...groups.values()];
}
export const CellList = ({ frame, cells }: { frame: Frame; cells: readonly ConsentCell[] }): VNode => (
  <ul class="cells">{groupCells(frame, cells).map(({ area, kinds }) => <li><b><Words said={area} /></b>: {kinds.map((kind, index) => <>{index > 0 && " · "}<Words said={kind} /></>)}</li>)}</ul>
);

/** One consent, and the way out of it on the same page: to withdraw is as easy as to give (Art. 7 Abs. 3 DSGVO). */
export function ConsentPage({ frame, view }: { frame: Frame; view: ConsentView }): VNode {
  const t = texts[frame.language];
  const { consent } = view;
  const open = consent.cells.filter((cell) => !cell.isWithdrawn);
  const mayWithdraw = (consent.state === "in_force" || consent.state === "planned") && open.length > 0;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.consents} heading={<Typed>{consent.recipient}</Typed>}>
      <Refusals frame={frame} again={view.again} fields={["scope", "cells"]} />
      <dl class="facts">
        <div><dt>{t.consents.purpose}</dt><dd><Words said={purposeWords(frame.language, consent.purpose)} />{view.purposeText !== null && <p class="small"><Words said={view.purposeText} /></p>}</dd></div>
        <div><dt>{t.consents.about}</dt><dd><CellList frame={frame} cells={open} /><p class="small">{t.consents.directions[consent.direction]}{view.releasesSecrecy && ` ${t.consents.secrecy}`}</p></dd></div>
        <div><dt>{t.consents.states[consent.state]}</dt><dd>{consent.withdrawnOn === null ? <><ShortDay day={consent.givenOn} /> – <ShortDay day={consent.expiresOn} /></> : <ShortDay day={consent.withdrawnOn} />}</dd></div>
      </dl>
      {consent.withdrawnOn !== null && <p><a class="button quiet" href={ADDRESS.receipt(consent.id)}>{t.withdraw.receipt}</a></p>}
      {mayWithdraw && <WithdrawForm frame={frame} view={view} open={open} />}
    </PortalPage>
  );
}

function WithdrawForm({ frame, view, open }: { frame: Frame; view: ConsentView; open: readonly ConsentCell[] }): VNode {
  const t = texts[frame.language].withdraw;
  const { values } = view.again;
  const ticked = new Set((values["cells"] ?? "").split(" "));
  const isPart = values["scope"] === "part";
  return (
    <PostForm frame={frame} action={ADDRESS.consequences(view.consent.id)} class="card">
      <fieldset id={idOf("scope")} tabindex={-1}>
        <legend><h2>{t.legend}</h2></legend>
        <div class="choice"><input type="radio" id="s-whole" name="scope" value="whole" checked={!isPart} /><label for="s-whole">{t.whole}</label></div>
        {open.length > 1 && <div class="choice"><input type="radio" id="s-part" name="scope" value="part" checked={isPart} /><label for="s-part">{t.part}</label></div>}
      </fieldset>
      {open.length > 1 && (
        <fieldset class="part" id={idOf("cells")} tabindex={-1}>
          <legend>{t.cells}</legend>
          {open.map((cell, index) => (
            <div class="choice"><input type="checkbox" id={`z-${index}`} name="cells" value={cell.cell} checked={ticked.has(cell.cell)} /><label for={`z-${index}`}>{cell.lifeArea !== null && <><Words said={areaWords(frame.language, cell.lifeArea)} />: </>}<Words said={kindWords(frame.language, cell.kind)} /></label></div>
          ))}
        </fieldset>
      )}
      <button class="strong">{t.next}</button>
      <p class="small">{t.nothingYet}</p>
    </PostForm>
  );
}
