import { ActionButton, CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { type CaseHead, CaseFrame, namesOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, Chip, Columns, DateField, EmptyState, Form, FormErrors, LinkButton, Notice, RadioGroup, Select, StateLabel, TextField } from "../../ui/index.ts";
import { CategoryField, CategoryGrid, type GridArea } from "../category-grid.page.tsx";
import { cellOf, SHARE_STATES } from "../consent-words.ts";
import { type MeasureShown, PreviewMeasures } from "../measures/measures.page.tsx";
import { SharingLinks } from "../sharing-links.page.tsx";
import type { Share } from "./make-share.ts";
import { SharedEntries, SharedPersons } from "./shared-case.page.tsx";
import type { CarryingConsentRow, PartnerPersonRow, SharedPerson } from "./shares.sql.ts";
import type { SharedEntry } from "./work-on-share.ts";

const TONES = { active: "success", planned: "accent", without_consent: "warning", expired: "neutral", ended: "neutral" } as const;
export const ShareState = ({ state }: { state: keyof typeof SHARE_STATES }) => <StateLabel tone={TONES[state]} shape={state === "active" ? "full" : state === "ended" || state === "expired" ? "cross" : "half"}>{SHARE_STATES[state]}</StateLabel>;

export interface SharesView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly shares: readonly Share[];
  readonly areas: readonly GridArea[];
}

/** All shares of a case, those that run first. */
export function SharesPage({ head, today, shares, areas }: SharesView) {
  const running = shares.filter((s) => s.state !== "ended" && s.state !== "expired");
  const over = shares.filter((s) => s.state === "ended" || s.state === "expired");
  return (
    <CaseFrame head={head} today={today} current="sharing">
      <SharingLinks caseId={head.id} current="shares" />
      <Card title="Freigaben" aside={<LinkButton href={`/faelle/${head.id}/freigaben/neu`}>Neue Freigabe</LinkButton>}>
        {running.length === 0
          ? <EmptyState title="Keine Freigabe">Niemand außerhalb des Teams arbeitet an diesem Fall mit. Eine Freigabe braucht eine Einwilligung, die gilt.</EmptyState>
          : running.map((share) => <ShareCard head={head} share={share} areas={areas} />)}
      </Card>
      {over.length > 0 && (
        <details class="folded">
          <summary>Beendete Freigaben ({over.length})</summary>
          <ul class="lines">{over.map((s) => <li><a href={`/faelle/${head.id}/freigaben/${s.id}`}>{s.organisationName}</a> · {germanDay(s.fromOn)} bis {germanDay(s.untilOn)} · {SHARE_STATES[s.state]}</li>)}</ul>
        </details>
      )}
    </CaseFrame>
  );
}

function ShareCard({ head, share, areas }: { head: CaseHead; share: Share; areas: readonly GridArea[] }) {
  return (
    <article class="share">
      <h3><a href={`/faelle/${head.id}/freigaben/${share.id}`}>{share.organisationName}</a> {share.members.length === 0 ? <StateLabel tone="warning" shape="empty">noch nicht begonnen</StateLabel> : <ShareState state={share.state} />}</h3>
      <p>{share.members.length === 0 ? "Noch niemand benannt: bisher sieht sie niemand." : <>Sehen können sie: {share.members.map((m) => m.name).join(", ")}.</>} Bis {germanDay(share.untilOn)}.</p>
      <CategoryGrid caption={`Was ${share.organisationName} sieht`} areas={areas} cells={share.categories} />
    </article>
  );
}

export interface NewShareView extends CaseFormView {
  readonly consents: readonly CarryingConsentRow[];
  readonly organisationId: string | null;
  readonly areas: readonly GridArea[];
}

/** First the office, then what: two steps, since what can be shared depends on whom. */
export function NewSharePage(view: NewShareView) {
  const { head, consents, organisationId } = view;
  const organisations = [...new Map(consents.map((c) => [c.recipient_id, c])).values()];
  if (organisations.length === 0) {
    return (
      <CaseFrame head={head} today={view.today} current="sharing">
        <Card title="Neue Freigabe">
          <EmptyState title="Es gilt keine Einwilligung">Nehmen Sie zuerst eine Einwilligung der Person auf: an wen, was, wozu, bis wann.</EmptyState>
          <ButtonRow><LinkButton kind="strong" href={`/faelle/${head.id}/einwilligungen/neu`}>Einwilligung aufnehmen</LinkButton></ButtonRow>
        </Card>
      </CaseFrame>
    );
  }
  const chosen = organisations.find((o) => o.recipient_id === organisationId);
  if (chosen === undefined) {
    return (
      <CaseFrame head={head} today={view.today} current="sharing">
        <Card title="Neue Freigabe: für welche Stelle?">
          <Form method="get" label="Stelle wählen">
            <RadioGroup name="stelle" label="Stellen, für die eine Einwilligung gilt" value="" choices={organisations.map((o) => ({ value: o.recipient_id, label: o.recipient_name }))} />
            <ButtonRow><Button kind="strong">Weiter</Button><LinkButton kind="quiet" href={`/faelle/${head.id}/freigaben`}>Abbrechen</LinkButton></ButtonRow>
          </Form>
        </Card>
      </CaseFrame>
    );
  }
  return <ChooseCategories view={view} chosen={chosen} />;
}

function ChooseCategories({ view, chosen }: { view: NewShareView; chosen: CarryingConsentRow }) {
  const typed = typedIn(view.form);
  const carrying = view.consents.filter((c) => c.recipient_id === chosen.recipient_id);
  const offered = [...new Set(carrying.flatMap((c) => c.categories.map(cellOf)))];
  const covered = view.head.persons.filter((p) => carrying.some((c) => c.person_id === p.person_id));
  return (
    <CaseForm view={view} title={`Freigabe für ${chosen.recipient_name}`} submit="Weiter zur Vorschau" current="sharing">
      <input type="hidden" name="organisationId" value={chosen.recipient_id} />
      <p>Einwilligungen gelten von: {covered.map((p, i) => <>{i > 0 && ", "}<bdi>{namesOf(p).latin}</bdi></>)}. Was andere Personen des Falls betrifft, bleibt verborgen.</p>
      <CategoryField legend="Was die Stelle sehen und bearbeiten darf" areas={view.areas} name="cells" only={offered} chosen={typed.list("cells", offered)} {...typed.errorOf("cells")} />
      <p class="muted">Ein Eintrag ist nur zu sehen, wenn alle seine Lebensbereiche und seine Art freigegeben sind. Anvertrautes und Einträge ohne Lebensbereich sieht die Stelle nie.</p>
      <DateField name="untilOn" label="Letzter Tag" optional hint={`spätestens ${germanDay(carrying.map((c) => c.expires_on).toSorted()[0]!)}, dann endet die Einwilligung`} value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
    </CaseForm>
  );
}

export interface ShareView extends CaseFormView {
  readonly share: Share;
  readonly areas: readonly GridArea[];
  readonly offered: readonly string[];
  readonly people: readonly PartnerPersonRow[];
  readonly preview: readonly SharedEntry[];
  readonly measures: readonly MeasureShown[];
  readonly persons: readonly SharedPerson[];
}

/** One share: who sees it, and exactly what they see. */
export function SharePage(view: ShareView) {
  const { head, share, hidden } = view;
  const base = `/faelle/${head.id}/freigaben/${share.id}`;
  const isOver = share.state === "ended" || share.state === "expired";
  return (
    <CaseFrame head={head} today={view.today} current="sharing">
      <Columns
        main={
          <Card title={share.members.length === 0 ? `Vorschau: das wird ${share.organisationName} sehen` : `Das sieht ${share.organisationName}`} aside={share.members.length === 0 && !isOver ? <StateLabel tone="warning" shape="empty">noch nicht begonnen</StateLabel> : <ShareState state={share.state} />}>
            {share.members.length === 0 && !isOver && <Notice kind="info" title="Noch sieht es niemand">Prüfen Sie die Vorschau. Die Freigabe beginnt, sobald Sie jemanden benennen.</Notice>}
            <SharedPersons persons={view.persons} />
            <PreviewMeasures measures={view.measures} today={view.today} />
            <SharedEntries entries={view.preview} areas={view.areas} />
          </Card>
        }
        side={
          <>
            {!isOver && <People view={view} base={base} />}
            <Card title="Was freigegeben ist">
              {isOver ? <CategoryGrid caption="Freigegeben war" areas={view.areas} cells={share.categories} /> : <Categories view={view} base={base} />}
            </Card>
            {!isOver && (
              <Card title="Mehr">
                <ButtonRow>
                  <LinkButton href={`${base}/aufgaben/neu`}>Aufgabe geben</LinkButton>
                  <ActionButton hidden={hidden} action={`${base}/beenden`} kind="danger">Freigabe beenden</ActionButton>
                </ButtonRow>
                <p class="muted">Gilt bis {germanDay(share.untilOn)}. Endet die Einwilligung früher, sieht die Stelle beim nächsten Klick nichts mehr.</p>
              </Card>
            )}
          </>
        }
      />
    </CaseFrame>
  );
}

function People({ view, base }: { view: ShareView; base: string }) {
  const { share, people, form, hidden } = view;
  const typed = typedIn(form);
  const waiting = share.members.filter((m) => !people.some((p) => p.account_id === m.accountId));
  return (
    <Card title="Wer es sehen kann">
      <Form {...hidden} label="Wer es sehen kann">
        <FormErrors errors={form.refusals} />
        {people.length === 0
          ? <p>In dieser Stelle hat noch niemand ein Konto.</p>
          : <CheckboxGroup name="accountIds" label={`Personen bei ${share.organisationName}`} values={typed.list("accountIds", share.members.map((m) => m.accountId))} {...typed.errorOf("accountIds")}
              choices={people.map((p) => ({ value: p.account_id, label: `${p.given_name} ${p.family_name}`, ...(p.job_title === "" ? {} : { hint: p.job_title }) }))} />}
        {waiting.map((m) => <p><Chip tone="warning">wartet auf Bestätigung</Chip> {m.name}</p>)}
        <ButtonRow>
          {people.length > 0 && <Button kind="strong">{share.members.length === 0 ? "Freigabe beginnen" : "Speichern"}</Button>}
          <LinkButton kind="quiet" href={`${base}/einladung`}>Jemanden einladen</LinkButton>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function Categories({ view, base }: { view: ShareView; base: string }) {
  const { share, offered } = view;
  return (
    <Form {...view.hidden} action={`${base}/umfang`} label="Umfang der Freigabe">
      <CategoryField legend="Ausgewählt ist, was die Stelle sieht" areas={view.areas} name="cells" only={offered} chosen={share.categories.map(cellOf)} />
      <ButtonRow><Button>Umfang speichern</Button></ButtonRow>
    </Form>
  );
}

export interface InvitationView extends CaseFormView {
  readonly share: Share;
}
export function InvitationPage(view: InvitationView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title={`Jemanden bei ${view.share.organisationName} einladen`} submit="Einladen" current="sharing">
      <p>Die Verwaltung der Kommune bestätigt das Konto und schickt den Zugang. Bis dahin sieht die Person nichts.</p>
      <TextField name="givenName" label="Vorname" maxlength={100} value={typed.text("givenName")} {...typed.errorOf("givenName")} />
      <TextField name="familyName" label="Nachname" maxlength={100} value={typed.text("familyName")} {...typed.errorOf("familyName")} />
      <TextField name="email" label="Dienstliche E-Mail-Adresse" type="email" maxlength={254} value={typed.text("email")} {...typed.errorOf("email")} />
      <TextField name="jobTitle" label="Funktion" optional maxlength={200} value={typed.text("jobTitle")} {...typed.errorOf("jobTitle")} />
    </CaseForm>
  );
}

export interface PartnerTaskView extends CaseFormView {
  readonly share: Share;
  readonly areas: readonly GridArea[];
}
export function PartnerTaskPage(view: PartnerTaskView) {
  const typed = typedIn(view.form);
  const shared = view.share.categories.filter((c) => c.kind === "task").map((c) => c.lifeArea);
  const persons = view.head.persons.filter((p) => view.share.personIds.includes(p.person_id));
  return (
    <CaseForm view={view} title={`Aufgabe für ${view.share.organisationName}`} submit="Aufgabe geben" current="sharing">
      {shared.length === 0 && <Notice kind="warning" title="Aufgaben sind nicht freigegeben">Keine Einwilligung deckt Aufgaben für diese Stelle. Sie könnte die Aufgabe nicht lesen.</Notice>}
      <TextField name="title" label="Was ist zu tun?" maxlength={500} value={typed.text("title")} {...typed.errorOf("title")} />
      <DateField name="dueOn" label="Bis wann?" value={typed.text("dueOn")} {...typed.errorOf("dueOn")} />
      <CheckboxGroup name="lifeAreas" label="Lebensbereich" look="inline" values={typed.list("lifeAreas", shared.length === 1 ? shared : [])} {...typed.errorOf("lifeAreas")} choices={view.areas.filter((a) => shared.includes(a.key)).map((a) => ({ value: a.key, label: a.label }))} />
      {persons.length > 0 && <Select name="personId" label="Um wen geht es?" value={typed.text("personId", persons[0]!.person_id)} {...typed.errorOf("personId")} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />}
    </CaseForm>
  );
}

