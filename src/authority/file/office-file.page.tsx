import type { HiddenFields } from "../../cases/index.ts";
import { ITEM_LOOKS } from "../../consent/index.ts";
import { Card, Columns, Day, EmptyState, LinkButton, LineList, Notice, StateLabel } from "../../ui/index.ts";
import { NATURALISATION_SERVICE } from "../completeness/rights.ts";
import { STATE_LOOKS, STATES } from "../disclosures/office-disclosure-words.ts";
import { APPOINTMENT_LOOKS } from "../office-words.ts";
import { FollowUpLine } from "./follow-up-line.tsx";
import { OfficeFrame } from "./office-frame.page.tsx";
import type { OfficeFile } from "./read-office-file.ts";

export interface OfficeFileView {
  readonly file: OfficeFile;
  readonly isNaturalisation: boolean;
  readonly hidden: HiddenFields;
}

export function OfficeFilePage(view: OfficeFileView) {
  const { file } = view;
  const { status, today } = file.head;
  return (
    <OfficeFrame head={file.head} current="overview">
      {status?.until !== undefined && status.until !== null && status.until < today && <Notice kind="warning" title="Der Titel ist abgelaufen">Gilt eine Fiktionsbescheinigung oder ein neuer Titel, tragen Sie ihn unter <a href={`/personen/${file.head.id}/aufenthalt`}>Aufenthalt</a> ein.</Notice>}
      <Columns main={<><FollowUps view={view} /><Checks view={view} /><Received view={view} /></>} side={<><Windows view={view} /><Appointments view={view} /><Papers view={view} /><Sent view={view} />{view.isNaturalisation && <Service />}</>} />
    </OfficeFrame>
  );
}

function FollowUps({ view: { file, hidden } }: { view: OfficeFileView }) {
  const { today, id } = file.head;
  const open = file.followUps.filter((f) => f.doneOn === null);
  const done = file.followUps.filter((f) => f.doneOn !== null);
  return (
    <Card title="Wiedervorlagen" id="wiedervorlagen" aside={<LinkButton href={`/vorgaenge/${id}/wiedervorlagen/neu`} small kind="quiet">Hinzufügen</LinkButton>}>
      {open.length === 0 ? <p class="quiet">Nichts ist offen.</p> : <LineList>{open.map((task) => <FollowUpLine task={task} today={today} hidden={hidden} back="vorgang" />)}</LineList>}
      {done.length > 0 && (
        <details class="more-lines">
          <summary>{done.length} erledigt</summary>
          <LineList>{done.map((task) => <FollowUpLine task={task} today={today} hidden={hidden} back="vorgang" />)}</LineList>
        </details>
      )}
    </Card>
  );
}

function Checks({ view: { file } }: { view: OfficeFileView }) {
  const base = `/vorgaenge/${file.head.id}/vollstaendigkeit`;
  return (
    <Card title="Vollständigkeit der Unterlagen" id="vollstaendigkeit" aside={<LinkButton href={`${base}/neu`} small kind="quiet">Prüfung beginnen</LinkButton>}>
      {file.checks.length === 0 ? (
        <p class="quiet">Noch keine Prüfung. Sie listet, welche Nachweise die Voraussetzungen eines Rechts verlangen; über das Recht sagt sie nichts.</p>
      ) : (
        <LineList>
          {file.checks.map((c) => (
            <div class="line">
              <div>
                <a href={`${base}/${c.id}`}>{c.norm}: <bdi>{c.title}</bdi></a>
                <span class="line-note">begonnen am {c.openedOn}{c.closedOn === null ? "" : `, abgeschlossen am ${c.closedOn}`} · {c.complete} von {c.conditions.length} Voraussetzungen belegt</span>
              </div>
              {c.counts.missing > 0 ? <StateLabel tone="warning" shape="triangle">{c.counts.missing} {c.counts.missing === 1 ? "fehlt" : "fehlen"}</StateLabel> : c.complete === c.conditions.length ? <StateLabel tone="success" shape="check">vollständig</StateLabel> : <StateLabel tone="neutral" shape="half">in Arbeit</StateLabel>}
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

/** Linked by an officer, one by one; nothing is found by machine. */
function Received({ view: { file } }: { view: OfficeFileView }) {
  return (
    <Card title="Über diese Person eingegangen" aside={<LinkButton href="/posteingang" small kind="quiet">Zum Posteingang</LinkButton>}>
      {file.received.length === 0 ? (
        <EmptyState title="Noch kein Schreiben zugeordnet">Öffnen Sie das Schreiben im Posteingang und ordnen Sie es dort dieser Person zu. Das Programm ordnet nie selbst zu.</EmptyState>
      ) : (
        <LineList>
          {file.received.map((i) => (
            <div class="line">
              <div>
                <a href={`/posteingang/${i.id}`}>{i.kindWord}: <bdi>{i.subject}</bdi></a>
                <span class="line-note"><bdi>{i.from}</bdi> · {i.receivedOn}</span>
              </div>
              <StateLabel {...ITEM_LOOKS[i.state]}>{i.stateWord}</StateLabel>
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

/** By the rules and by what is known here; the authority decides. */
function Windows({ view: { file } }: { view: OfficeFileView }) {
  if (file.windows.length === 0) return null;
  return (
    <Card title="Fristen voraus" aside={<a href="/fristen">Vorschau</a>}>
      <LineList>{file.windows.map((w) => <div><Day day={w.day} today={file.head.today} /> {w.words}{!w.isCertain && <span class="line-note">wenn alles bleibt, wie es ist; Angaben fehlen</span>}</div>)}</LineList>
    </Card>
  );
}

function Appointments({ view: { file } }: { view: OfficeFileView }) {
  const { today, id } = file.head;
  const coming = file.appointments.filter((a) => a.state === "planned" && a.day >= today).toReversed();
  const last = file.appointments.find((a) => a.day < today || a.state !== "planned");
  return (
    <Card title="Termine" aside={<a href={`/vorgaenge/${id}/termine`}>alle</a>}>
      {coming.length === 0 && last === undefined && <p class="quiet">Kein Termin.</p>}
      <LineList>
        {[...coming, ...(last === undefined ? [] : [last])].map((a) => (
          <div class="line">
            <div><a href={`/termine/${a.id}`}><Day day={a.day} />, {a.time}</a><span class="line-note">{a.purpose} · <bdi>{a.place}</bdi></span></div>
            <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel>
          </div>
        ))}
      </LineList>
    </Card>
  );
}

const SHOWN_PAPERS = 5;
function Papers({ view: { file } }: { view: OfficeFileView }) {
  const base = `/vorgaenge/${file.head.id}/unterlagen`;
  return (
    <Card title="Unterlagen" aside={<a href={base}>{file.papers.length === 0 ? "Datei ablegen" : `alle ${file.papers.length}`}</a>}>
      {file.papers.length === 0 ? <p class="quiet">Noch keine Datei.</p> : (
        <LineList>{file.papers.slice(0, SHOWN_PAPERS).map((p) => <div><a href={`${base}/${p.id}/herunterladen`}><bdi>{p.name}</bdi></a><span class="line-note">{p.kindWord} · {p.addedOn}</span></div>)}</LineList>
      )}
    </Card>
  );
}

function Sent({ view: { file } }: { view: OfficeFileView }) {
  const { id } = file.head;
  return (
    <Card title="Anfragen und Übermittlungen" aside={<a href={`/vorgaenge/${id}/uebermittlungen`}>alle</a>}>
      {file.requests.length + file.disclosures.length === 0 && <p class="quiet">Nichts gefragt, nichts übermittelt.</p>}
      <LineList>
        {[
          ...file.disclosures.slice(0, 4).map((d) => <div class="line"><div><a href={`/vorgaenge/${id}/uebermittlungen/${d.id}`}>Übermittlung an <bdi>{d.recipientName}</bdi></a></div><StateLabel {...STATE_LOOKS[d.state]}>{STATES[d.state]}</StateLabel></div>),
          ...file.requests.slice(0, 4).map((r) => <div><a href={`/anfragen/${r.id}`}>Anfrage an <bdi>{r.recipient}</bdi></a><span class="line-note">{r.sentOn}, {r.answerIds.length > 0 ? "Übermittlung gekommen" : "zugestellt"}</span></div>),
        ]}
      </LineList>
      <p><a href={`/anfragen/neu?person=${id}`}>Andere Stelle fragen</a></p>
    </Card>
  );
}

const Service = () => (
  <Card title="Antrag">
    <p>Den Antrag stellt die Person selbst: <a href={NATURALISATION_SERVICE.href} rel="noreferrer">{NATURALISATION_SERVICE.label}</a>. Hier wird davon nichts wiederholt.</p>
  </Card>
);
