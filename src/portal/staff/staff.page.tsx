import { CaseFrame } from "../../cases/reading/index.ts";
import { ActionButton, CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Chip, Columns, DateField, LineList, LinkButton, Notice, QrCode, RadioGroup, Select, TextArea } from "../../ui/index.ts";
import { AccessCard } from "./access-card.page.tsx";
import type { GivenCard } from "./give-access.ts";
import { portalPath } from "./portal-path.ts";
import type { ShownMessage, StaffPageView } from "./read-staff.ts";
import { GUARDIANS, KINDS, LANGUAGE_OPTIONS } from "./staff-words.ts";


/** Who of the case has an own page, what they wrote, and what stays off it. */
export function StaffPortalPage({ view }: { view: StaffPageView }) {
  const { head, today } = view;
  return (
    <CaseFrame head={head} today={today} current="portal">
      {view.origin === null && <Notice kind="warning" title="Die eigene Seite läuft hier nicht">Die Verwaltung hat sie noch nicht eingerichtet (PORTAL_ORIGIN). Zugänge lassen sich vorbereiten, aber noch nicht benutzen.</Notice>}
      <Columns
        main={<><AccessCard view={view} /><MessagesCard view={view} /></>}
        side={<><HoldsCard view={view} /><AreasCard view={view} /><Card title="Wenn jemand bedroht wird"><p>„Sperren“ gilt beim nächsten Klick der Person. Auf ihrer Seite steht nur, dass sie zurzeit geschlossen ist, und nicht, warum.</p></Card></>}
      />
    </CaseFrame>
  );
}

function MessagesCard({ view }: { view: StaffPageView }) {
  if (view.messages.length === 0) return null;
  return (
    <Card title="Von der Person" id="nachrichten">
      <LineList>
        {view.messages.map((m) => (
          <div>
            <p><b>{KINDS[m.kind]}</b> · {view.nameOf(m.personId)} · {germanDay(m.sentOn)} {m.state === "open" ? <Chip tone="warning">offen</Chip> : <Chip tone={m.state === "done" ? "success" : "neutral"}>{m.state === "done" ? "erledigt" : "abgelehnt"}</Chip>}</p>
            <p><bdi dir="auto">{m.text}</bdi></p>
            {m.answer !== "" && <p class="muted">Antwort: <bdi dir="auto">{m.answer}</bdi></p>}
            <ButtonRow>
              {m.documentId !== null && <LinkButton small href={`/faelle/${view.head.id}/dateien`}>Zu den Dateien</LinkButton>}
              {m.state === "open" && m.kind === "fact" && <ActionButton hidden={view.hidden} action={`${portalPath(view.head.id)}/nachrichten/${m.id}/uebernehmen`} label={`Als Angabe übernehmen: ${m.text}`}>Als Angabe übernehmen</ActionButton>}
              {m.state === "open" && <LinkButton small href={`${portalPath(view.head.id)}/nachrichten/${m.id}`}>Antworten</LinkButton>}
            </ButtonRow>
          </div>
        ))}
      </LineList>
    </Card>
  );
}

function HoldsCard({ view }: { view: StaffPageView }) {
  return (
    <Card title="Nicht auf der Seite" aside={<LinkButton small href={`${portalPath(view.head.id)}/zurueckhalten`}>Ansehen und ändern</LinkButton>}>
      {view.holds.length === 0 ? <p>Nichts wird zurückgehalten. Anvertrautes steht nie auf der Seite.</p> : (
        <LineList>
          {view.holds.map((h) => <p><b>{h.kind}</b>{h.label !== "" && <>: <bdi dir="auto">{h.label}</bdi></>} · {view.nameOf(h.personId)} · seit {h.on}</p>)}
        </LineList>
      )}
    </Card>
  );
}

/** Off by themselves: whoever holds the telephone would read them, too. */
function AreasCard({ view }: { view: StaffPageView }) {
  const persons = view.accesses.filter((a) => a.state !== "ended" && a.guardian_id === null);
  const sensitive = view.head.lifeAreas.filter((a) => view.sensitive.includes(a.key));
  if (persons.length === 0 || sensitive.length === 0) return null;
  const isOn = (person: string, area: string): boolean => view.openAreas.some((o) => o.person_id === person && o.life_area === area);
  return (
    <Card title="Empfindliche Bereiche">
      <p class="muted">Stehen nur auf der Seite, wenn die Person es möchte.</p>
      <LineList>
        {persons.flatMap((a) => sensitive.map((area) => (
          <div class="button-row">
            <span>{area.label} · {view.nameOf(a.person_id)}: <b>{isOn(a.person_id, area.key) ? "an" : "aus"}</b></span>
            <ActionButton hidden={view.hidden} action={`${portalPath(view.head.id)}/bereiche/${isOn(a.person_id, area.key) ? "aus" : "an"}`} name="area" value={`${a.person_id}:${area.key}`} kind="quiet" label={`${isOn(a.person_id, area.key) ? "Ausschalten" : "Einschalten"}: ${area.label} für ${view.nameOf(a.person_id)}`}>{isOn(a.person_id, area.key) ? "Ausschalten" : "Einschalten"}</ActionButton>
          </div>
        )))}
      </LineList>
    </Card>
  );
}

export function InvitePage({ view, person, guardian }: { view: StaffPageView; person: string; guardian: string }) {
  const typed = typedIn(view.form);
  const persons = view.head.persons.filter((p) => p.left_on === null);
  const spoken = persons.find((p) => p.person_id === person)?.languages[0]?.code ?? "de";
  const known = LANGUAGE_OPTIONS.find((l) => l.value === spoken)?.value ?? (spoken.startsWith("fa") ? "prs" : "de");
  return (
    <CaseForm view={view} title="Zugang zur eigenen Seite" submit="Code und PIN zeigen" current="portal">
      <p>Geben Sie den Zugang im Gespräch, wenn die Person allein ist. Fragen Sie: Wer hat Ihr Handy noch in der Hand? Bei Kindern unter 14 Jahren bekommt ihn, wer sie vertritt.</p>
      <Select name="personId" label="Für wen?" value={typed.text("personId", person)} {...typed.errorOf("personId")} options={persons.map((p) => ({ value: p.person_id, label: view.nameOf(p.person_id) }))} />
      <Select name="guardianId" label="Wer benutzt die Seite?" value={typed.text("guardianId", guardian)} {...typed.errorOf("guardianId")} options={[{ value: "", label: "die Person selbst" }, ...view.guardians.map((g) => ({ value: g.id, label: `${GUARDIANS[g.kind] ?? "Vertretung"} von ${view.nameOf(g.person_id)}${g.until_on === null ? "" : `, bis ${germanDay(g.until_on)}`}` }))]} />
      <Select name="language" label="Sprache der Seite" value={typed.text("language", known)} {...typed.errorOf("language")} options={LANGUAGE_OPTIONS} />
      <DateField name="untilOn" label="Zugang bis" optional value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
    </CaseForm>
  );
}

/** Shown once. The PIN stands behind a fold, so that nobody photographs both together. */
export function CardPage({ view, card }: { view: CaseFormView; card: GivenCard }) {
  return (
    <CaseFrame head={view.head} today={view.today} current="portal">
      <Card title="Code und PIN übergeben">
        <Notice kind="warning" title="Nur jetzt zu sehen">Beides wird nicht noch einmal gezeigt. Die Person scannt den Code mit ihrem Handy; die PIN sagen Sie ihr. Sie gilt einmal und 14 Tage; dann wählt die Person eine eigene.</Notice>
        <p><QrCode size={card.picture.size} path={card.picture.path} label="Code für die eigene Seite" /></p>
        <p>Ohne Kamera: <b data-portal-address>{card.address}</b> öffnen und eintippen: <b class="mono" dir="ltr" data-portal-card>{card.groups}</b></p>
        <details>
          <summary>PIN zeigen</summary>
          <p class="mono" data-portal-pin>{card.pin}</p>
        </details>
        <ButtonRow><LinkButton kind="strong" href={portalPath(view.head.id)}>Fertig</LinkButton></ButtonRow>
      </Card>
    </CaseFrame>
  );
}

export function AnswerPage({ view, message }: { view: StaffPageView; message: ShownMessage }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title={`${KINDS[message.kind]} beantworten`} submit="Antwort auf die Seite stellen" version={message.version} current="portal">
      <blockquote><bdi dir="auto">{message.text}</bdi></blockquote>
      <TextArea name="answer" label="Antwort" rows={4} maxlength={4000} hint="Die Person liest sie auf ihrer Seite. Schreiben Sie kurz und einfach; nichts, was nur im Gespräch gesagt werden sollte." value={typed.text("answer")} {...typed.errorOf("answer")} />
      <RadioGroup name="state" label="Damit ist es" look="inline" value={typed.text("state", "done")} {...typed.errorOf("state")} choices={[{ value: "done", label: "erledigt" }, { value: "declined", label: "abgelehnt, mit Begründung" }]} />
    </CaseForm>
  );
}
