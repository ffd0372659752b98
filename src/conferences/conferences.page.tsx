import { longDay, shortDay } from "../appointments/index.ts";
import { CaseFrame } from "../cases/reading/index.ts";
import { ActionButton, type CaseFormView } from "../cases/working/index.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import { Card, Chip, EmptyState, LineList, LinkButton, Notice, type Shape, StateLabel, type Tone } from "../ui/index.ts";
import { conferencesPath } from "./conference-form.page.tsx";
import type { Conference } from "./read-conferences.ts";

const STATES: Readonly<Record<Conference["state"], { word: string; tone: Tone; shape: Shape }>> = {
  planned: { word: "einberufen", tone: "accent", shape: "empty" }, held: { word: "fand statt", tone: "success", shape: "check" }, cancelled: { word: "abgesagt", tone: "neutral", shape: "cross" },
};
const StateOf = ({ k }: { k: Conference }) => <StateLabel tone={STATES[k.state].tone} shape={STATES[k.state].shape}>{STATES[k.state].word}</StateLabel>;
const blockedOf = (k: Conference): number => k.cells.flat().filter((c) => !c.may).length;

export interface ConferencesView extends CaseFormView {
  readonly conferences: readonly Conference[];
  readonly mayWrite: boolean;
}
export function ConferencesPage({ head, today, conferences, mayWrite }: ConferencesView) {
  const call = { href: `${conferencesPath(head.id)}/neu`, label: "Fallkonferenz einberufen", strong: true };
  return (
    <CaseFrame head={head} today={today} current="conferences">
      <Card title="Fallkonferenzen" aside={mayWrite && conferences.length > 0 && <LinkButton small kind="strong" href={call.href}>Einberufen</LinkButton>}>
        {conferences.length === 0 ? (
          <EmptyState title="Noch keine Fallkonferenz" {...(mayWrite ? { action: call } : {})}>Mit Namen und nur mit Einwilligung: Einklang zeigt vorher, wer was erfahren würde. Ohne Namen geht es in der <a href="/fallberatungen">kollegialen Fallberatung</a>.</EmptyState>
        ) : (
          <LineList>
            {conferences.map((k) => (
              <div class="appointment">
                <div class="line"><span><a href={`${conferencesPath(head.id)}/${k.id}`}><b>{shortDay(k.appointment.day)}, {k.appointment.from}</b></a> · <bdi>{k.question}</bdi></span><StateOf k={k} /></div>
                <span class="line-note">{k.participants.length} eingeladen, {k.items.length === 1 ? "1 Punkt" : `${k.items.length} Punkte`}{k.state === "planned" && blockedOf(k) > 0 && <> · <b class="tone-warning">{blockedOf(k)} nicht erlaubt</b></>}</span>
              </div>
            ))}
          </LineList>
        )}
      </Card>
    </CaseFrame>
  );
}

export interface ConferenceView extends CaseFormView {
  readonly conference: Conference;
  readonly mayWrite: boolean;
  readonly now: Date;
}
export function ConferencePage(view: ConferenceView) {
  const { head, today, conference: k, mayWrite, hidden, now } = view;
  const base = `${conferencesPath(head.id)}/${k.id}`;
  const isPlanned = k.state === "planned";
  const began = k.appointment.startsAt <= now;
  return (
    <CaseFrame head={head} today={today} current="conferences">
      <Card title="Fallkonferenz" aside={<StateOf k={k} />}>
        <p><b>{longDay(k.appointment.day)}, {k.appointment.from}–{k.appointment.until} Uhr</b>{k.appointment.place !== "" && <>, <bdi>{k.appointment.place}</bdi></>}</p>
        {k.movedFrom !== null && <p class="line-note">verlegt, vorher {longDay(k.movedFrom.day)}, {k.movedFrom.from} Uhr</p>}
        <p><bdi>{k.question}</bdi></p>
        {mayWrite && isPlanned && (
          <span class="button-row">
            {began ? <LinkButton small kind="strong" href={`${base}/protokoll`}>Protokoll schreiben</LinkButton> : <LinkButton small href={`${base}/verlegen`}>Verlegen</LinkButton>}
            <LinkButton small href={`${base}/bearbeiten`}>Einladung und Punkte ändern</LinkButton>
            <ActionButton hidden={hidden} action={`${base}/absagen`} kind="danger">Absagen</ActionButton>
          </span>
        )}
      </Card>
      {k.protocol !== null && <Protocol k={k} />}
      <LearnCard view={view} />
    </CaseFrame>
  );
}

function LearnCard({ view: { conference: k, head, mayWrite } }: { view: ConferenceView }) {
  const blocked = blockedOf(k);
  const heading = k.state === "held" ? "Wer würde heute was erfahren dürfen?" : "Wer würde was erfahren?";
  return (
    <Card title={heading}>
      {k.state === "planned" && (blocked === 0 ? <Notice kind="success" title="Alle dürfen alles hören">Berechnet aus den Einwilligungen von jetzt. Wird eine widerrufen, steht es hier sofort.</Notice> : <Notice kind="warning" title={blocked === 1 ? "Einmal fehlt die Erlaubnis" : `${blocked}-mal fehlt die Erlaubnis`}>Wer einen Punkt nicht hören darf, ist dabei nicht im Raum. Oder Sie <a href={`/faelle/${head.id}/einwilligungen`}>holen die Einwilligung ein</a> und sehen hier nach.</Notice>)}
      <div class="sheet-scroll" role="region" aria-label={heading} tabIndex={0}>
        <table class="learn-table">
          <thead><tr><th scope="col">Punkt</th>{k.participants.map((p) => <th scope="col"><bdi>{p.name}</bdi></th>)}</tr></thead>
          <tbody>
            {k.items.map((item, i) => (
              <tr>
                <th scope="row"><bdi>{item.title}</bdi><span class="line-note">{item.lifeAreaWord}, <bdi>{item.about}</bdi>{item.isEntrusted && <> · <Chip tone="warning">anvertraut</Chip></>}</span></th>
                {k.participants.map((p, j) => {
                  const cell = k.cells[j]![i]!;
                  return <td><b class="learn-who" aria-hidden="true"><bdi>{p.name}</bdi></b><StateLabel tone={cell.may ? "success" : "danger"} shape={cell.may ? "check" : "cross"}>{cell.may ? "hört es" : "gesperrt"}</StateLabel><span class={cell.may ? "line-note" : "line-note blocked"}>{cell.words}</span></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite && k.state !== "held" && (
        <>
          <h3 class="field-label day-subtitle">{k.state === "planned" ? "Einladungen" : "Absagen"}</h3>
          <LineList>{k.participants.filter((p) => p.kind !== "account").map((p) => <div class="line"><bdi>{p.name}</bdi><LinkButton small href={`${conferencesPath(head.id)}/${k.id}/einladung/${p.id}`}>{k.state === "planned" ? "Einladung als PDF" : "Absage als PDF"}</LinkButton></div>)}</LineList>
          <p class="quiet">{k.state === "planned" ? <>In der Einladung einer Stelle stehen nur die Punkte, die sie hören darf.{k.movedFrom !== null && <> Sie sagt auch, dass der Termin vom {germanDay(k.movedFrom.day)} nicht stattfindet.</>}</> : "In der Absage steht nur, was nicht stattfindet, und nicht, worum es ging."}</p>
        </>
      )}
    </Card>
  );
}

function Protocol({ k }: { k: Conference }) {
  const p = k.protocol!;
  const present = k.participants.filter((x) => x.wasThere === true);
  return (
    <Card title="Protokoll">
      <p class="quiet">Am {germanDay(k.heldOn!)}. Anwesend: {present.length === 0 ? "niemand vermerkt" : present.map((x) => x.name).join(", ")}.</p>
      <h3 class="field-label day-subtitle">Vereinbart</h3>
      {p.agreements.split("\n").filter((line) => line.trim() !== "").map((line) => <p><bdi>{line}</bdi></p>)}
      {p.tasks.length > 0 && (
        <>
          <h3 class="field-label day-subtitle">Aufgaben</h3>
          <LineList>{p.tasks.map((t) => <div class="line"><bdi>{t.title}</bdi><span class="quiet"><bdi>{t.who}</bdi>, bis {germanDay(t.dueOn)}</span></div>)}</LineList>
        </>
      )}
      {p.heard.some((h) => !h.may) && <Notice kind="info" title="Nicht für alle">{p.heard.filter((h) => !h.may).map((h) => `${h.participant} war bei „${h.item}“ nicht zugelassen: ${h.words}.`).join(" ")}</Notice>}
    </Card>
  );
}
