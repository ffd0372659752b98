import { ActionButton, fileUrl, type HiddenFields } from "../../cases/index.ts";
import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, LinkButton, Notice, QrCode } from "../../ui/index.ts";
import type { TicketView } from "../photos/tickets.ts";

export interface NewNoticeView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly hidden: HiddenFields;
  /** null: no code was asked for yet */
  readonly ticket: TicketView | null;
  /** `14:35` */
  readonly until: string;
}

/** First the pages, by telephone; then what stands in them. */
export function NewNoticePage({ head, today, hidden, ticket, until }: NewNoticeView) {
  const start = `/faelle/${head.id}/fotos`;
  const further = `/faelle/${head.id}/bescheide/neu/angaben${ticket === null ? "" : `?fotos=${ticket.id}`}`;
  const count = ticket?.pageIds.length ?? 0;
  return (
    <CaseFrame head={head} today={today} current="notices">
      <Card title="Bescheid erfassen: Seiten fotografieren">
        {ticket === null && (
          <>
            <p>Mit einem Handy, ohne Anmeldung: Der Code gilt 15 Minuten, für ein Handy, und nur zum Ablegen. Gelesen werden kann damit nichts.</p>
            <ButtonRow>
              <ActionButton hidden={hidden} action={start}>Code zeigen</ActionButton>
              <LinkButton kind="quiet" href={further}>Ohne Handy: Datei wählen oder nur Angaben</LinkButton>
            </ButtonRow>
          </>
        )}
        {ticket !== null && <Code ticket={ticket} until={until} hidden={hidden} start={start} caseId={head.id} />}
        {ticket !== null && count > 0 && (
          <ul class="preview-thumbs" aria-label="Angekommene Seiten">
            {ticket.pageIds.map((id, i) => <li><a href={fileUrl(head.id, id)}><img src={`${fileUrl(head.id, id)}/ansehen`} alt={`Seite ${i + 1}`} /></a></li>)}
          </ul>
        )}
        {ticket !== null && (
          <ButtonRow>
            <LinkButton kind={count > 0 ? "strong" : "quiet"} href={further}>{count > 0 ? "Weiter zu den Angaben" : "Ohne Foto weiter"}</LinkButton>
          </ButtonRow>
        )}
      </Card>
    </CaseFrame>
  );
}

function Code({ ticket, until, hidden, start, caseId }: { ticket: TicketView; until: string; hidden: HiddenFields; start: string; caseId: string }) {
  const count = ticket.pageIds.length;
  const said = count === 0 ? "Noch keine Seite angekommen." : `${count} ${count === 1 ? "Seite" : "Seiten"} angekommen.`;
  if (ticket.is_over) return <Notice kind="info" title={said}>Dieser Code gilt nicht mehr. <ActionButton hidden={hidden} action={start}>Neuen Code zeigen</ActionButton></Notice>;
  return (
    <div class="code-panel">
      {ticket.code !== null && <QrCode {...ticket.code.picture} label="Code für das Handy" />}
      <div data-progress-url={`/faelle/${caseId}/fotos/${ticket.id}/stand.json?seiten=${ticket.page_count}`}>
        {ticket.code === null ? <p>Das Handy ist verbunden. Der Code auf dem Bildschirm ist verbraucht, damit ihn niemand ein zweites Mal benutzt.</p> : <p>Öffnen Sie die Kamera des Handys und halten Sie sie auf den Code. Er gilt bis <b>{until} Uhr</b>, für ein Handy.</p>}
        <p role="status"><b>{said}</b></p>
        {ticket.code !== null && isHereOnly(ticket.code.address) && <Notice kind="info">Einklang läuft hier nur auf diesem Rechner: Ein Handy erreicht ihn nicht. Öffnen Sie die Adresse unten in einem zweiten Fenster.</Notice>}
        {ticket.code !== null && <details><summary>Ohne Kamera: Adresse abtippen</summary><code class="secret-text">{ticket.code.address}</code></details>}
        <p><a href={`?fotos=${ticket.id}`}>Jetzt nachsehen</a></p>
      </div>
    </div>
  );
}

/** Where somebody tries the product out on one machine, a telephone finds nothing at this address. */
const isHereOnly = (address: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
