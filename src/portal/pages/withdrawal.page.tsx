import type { ComponentChildren, VNode } from "preact";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import { ADDRESS, type ConsequencesView, type Frame, type ReceiptView } from "../views.ts";
import { CellList } from "./consents.page.tsx";
import { PortalPage } from "./frame.page.tsx";
import { PostForm, ShortDay, Typed, withDay, Words } from "./parts.page.tsx";

/** What happens then, before it happens; one button does it, the other leads back. */
export function ConsequencesPage({ frame, view }: { frame: Frame; view: ConsequencesView }): VNode {
  const t = texts[frame.language].withdraw;
  const { consent } = view;
  return (
    // its own address answers a form only: a change of language leads back to the consent
    <PortalPage frame={{ ...frame, path: ADDRESS.consent(consent.id) }} place="more" back={ADDRESS.consent(consent.id)} heading={t.title} german={texts.de.withdraw.title}>
      <p class="lead"><Typed>{consent.recipient}</Typed></p>
      <Outcome frame={frame} view={view} />
      <PostForm frame={frame} action={ADDRESS.withdraw(consent.id)} class="decide">
        <input type="hidden" name="scope" value={view.scope} />
        {view.scope === "part" && view.cells.map(({ cell }) => <input type="hidden" name="cells" value={cell} />)}
        <button class="strong">{t.confirm}</button>
        <a class="button" href={ADDRESS.consent(consent.id)}>{t.keep}</a>
      </PostForm>
    </PortalPage>
  );
}

/** Shown again whenever it is asked for. */
export function ReceiptPage({ frame, view }: { frame: Frame; view: ReceiptView }): VNode {
  const t = texts[frame.language].withdraw;
  return (
    <PortalPage frame={frame} place="more" back={ADDRESS.consents} heading={t.receipt} german={texts.de.withdraw.receipt}>
      <p class="lead"><Typed>{view.consent.recipient}</Typed>, {withDay(t.receiptOn, view.on)}</p>
      <Outcome frame={frame} view={view} />
      <p class="small">{t.reference}: <bdi dir="ltr">{view.reference}</bdi>. {t.keepIt}</p>
    </PortalPage>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => <div><dt>{title}</dt><dd>{children}</dd></div>;

function Outcome({ frame, view }: { frame: Frame; view: ConsequencesView }): VNode {
  const t = texts[frame.language].withdraw;
  const { recipient } = view.consent;
  const to = (sentence: string): string => say(sentence, { recipient });
  return (
    <>
      <dl class="facts">
        <Part title={t.back}><CellList frame={frame} cells={view.cells} /></Part>
      </dl>
      <ul class="outcome">
        <li>{to(view.seesNow ? t.seesStops : t.seesNothing)}</li>
        {view.held.length === 0 ? <li>{to(t.heldNothing)}</li> : <li>{to(t.held)}:<ul>{view.held.map(({ on, fields }) => <li><ShortDay day={on} />: <bdi lang="de">{fields.join(", ")}</bdi></li>)}</ul></li>}
        {(view.seesNow || view.held.length > 0) && <li>{to(t.told)}</li>}
        {view.tasks.length > 0 && <li>{to(t.tasks)}:<ul>{view.tasks.map((task) => <li><Words said={task} /></li>)}</ul></li>}
        <li>{t.noHarm}</li>
      </ul>
      {view.stays.length > 0 && <dl class="facts"><Part title={t.stays}><CellList frame={frame} cells={view.stays} /></Part></dl>}
    </>
  );
}
