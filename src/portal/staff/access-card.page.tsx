import { ActionButton } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Chip, EmptyState, LineList, LinkButton, Name, type Tone } from "../../ui/index.ts";
import { portalPath } from "./portal-path.ts";
import type { StaffPageView } from "./read-staff.ts";
import { GUARDIANS, STATES } from "./staff-words.ts";

const TONES: Readonly<Record<string, Tone>> = { active: "success", invited: "neutral", frozen: "danger", ended: "neutral", expired: "warning" };

export function AccessCard({ view }: { view: StaffPageView }) {
  const invite = `${portalPath(view.head.id)}/einladen`;
  const link = <LinkButton small kind="strong" href={invite}>Zugang geben</LinkButton>;
  if (view.accesses.length === 0) {
    return (
      <Card title="Eigene Seite der Person">
        <EmptyState title="Noch kein Zugang" action={{ href: invite, label: "Zugang geben", strong: true }}>
          Auf ihrer eigenen Seite sieht die Person, wer mit ihr arbeitet, ihren Plan und ihre Termine, was sie erlaubt hat, und wer ihre Daten gesehen hat. Der Code und die PIN werden im Gespräch übergeben.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Eigene Seite der Person" aside={link}>
      <LineList>{view.accesses.map((access) => <AccessLine view={view} access={access} />)}</LineList>
    </Card>
  );
}

function AccessLine({ view, access }: { view: StaffPageView; access: StaffPageView["accesses"][number] }) {
  const base = `${portalPath(view.head.id)}/${access.id}`;
  const isOver = access.state === "ended";
  return (
    <div class="portal-access">
      <p>
        <b><Name latin={view.nameOf(access.person_id)} /></b>{access.guardian_kind !== null && <> · {GUARDIANS[access.guardian_kind] ?? "Vertretung"}</>} <Chip tone={TONES[access.state] ?? "neutral"}>{STATES[access.state]}</Chip>
      </p>
      <p class="muted">
        Eingeladen am {germanDay(access.invitedOn)} von {access.invited_by_name}
        {access.lastOn !== null && <> · zuletzt benutzt am {germanDay(access.lastOn)}</>}
        {access.state === "invited" && access.pinUntil !== null && <> · PIN gilt bis {germanDay(access.pinUntil)}</>}
        {access.until_on !== null && <> · Zugang bis {germanDay(access.until_on)}</>}
        {access.hasPasskey && <> · öffnet auch ohne PIN mit dem Handy</>}
      </p>
      {access.freeze !== null && (
        <p>
          Gesperrt am {access.freeze.at} Uhr von {access.freeze.by}. {access.freeze.reason === "" ? <a href={`${base}/grund`}>Grund noch nicht genannt</a> : <>Grund: <bdi dir="auto">{access.freeze.reason}</bdi></>}
        </p>
      )}
      {!isOver && access.guardian_id === null && access.state !== "frozen" && <NewsLine view={view} access={access} base={base} />}
      {!isOver && (
        <ButtonRow>
          {access.state === "frozen" ? <LinkButton small href={`${base}/entsperren`}>Sperre aufheben</LinkButton> : <ActionButton hidden={view.hidden} action={`${base}/sperren`} kind="danger">Sofort sperren</ActionButton>}
          {access.state !== "frozen" && access.state !== "expired" && <LinkButton small href={`${portalPath(view.head.id)}/einladen?person=${access.person_id}${access.guardian_id === null ? "" : `&vertretung=${access.guardian_id}`}`}>Neuer Code</LinkButton>}
          <LinkButton small href={`${portalPath(view.head.id)}/vorschau/${access.id}`}>Vorschau</LinkButton>
          {access.hasPasskey && <ActionButton hidden={view.hidden} action={`${base}/handy-entfernen`} kind="quiet">Nur noch mit PIN</ActionButton>}
          <ActionButton hidden={view.hidden} action={`${base}/beenden`} kind="quiet">Beenden</ActionButton>
        </ButtonRow>
      )}
    </div>
  );
}

/** Off by itself: a mail, too, is read by whoever holds the telephone. */
function NewsLine({ view, access, base }: { view: StaffPageView; access: StaffPageView["accesses"][number]; base: string }) {
  if (access.tellsNews) {
    return (
      <p class="muted">
        Neues wird per Mail angekündigt, ohne zu sagen, was.{access.hasSafeMail ? "" : " Zurzeit ist keine Mailadresse als sicher vermerkt: Es geht nichts hinaus."}{access.newsOn !== null && <> Zuletzt am {germanDay(access.newsOn)}.</>}{" "}
        <ActionButton hidden={view.hidden} action={`${base}/mails/aus`} kind="quiet">Nicht mehr ankündigen</ActionButton>
      </p>
    );
  }
  return (
    <p class="muted">
      Neues wird nicht angekündigt.{" "}
      {access.hasSafeMail ? <ActionButton hidden={view.hidden} action={`${base}/mails/an`} kind="quiet">Per Mail ankündigen</ActionButton> : <>Für Mails fehlt eine Adresse, die als sicher vermerkt ist.</>}
    </p>
  );
}
