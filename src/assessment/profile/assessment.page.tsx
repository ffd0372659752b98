import { CaseFrame, type CaseHead, languagesOf, needsInterpreter } from "../../cases/reading/index.ts";
import type { CaseFormView } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Chip, Columns, EmptyState, Form, LineList, LinkButton, Select } from "../../ui/index.ts";
import { NetworkCard } from "../network/network-card.page.tsx";
import type { Tie } from "../network/keep-tie.ts";
import type { Qualification } from "../qualifications/keep-qualification.ts";
import { QualificationsCard } from "../qualifications/qualifications-card.page.tsx";
import { assessmentPath } from "./assessment-form.page.tsx";
import type { Known } from "./known-facts.ts";
import { latinName, PersonName } from "./person-name.page.tsx";
import { ProfileLegend, ProfilePicture } from "./profile-picture.page.tsx";
import { type PersonProfile, type Profile, profileOf, type Standing, standingOn } from "./read-profile.ts";

export interface AssessmentView extends Omit<CaseFormView, "form"> {
  readonly personId: string;
  readonly profile: Profile;
  readonly known: Known;
  readonly steps: readonly string[];
  readonly qualifications: readonly Qualification[];
  readonly ties: readonly Tie[];
  /** the two days that are compared; null where there is one alone */
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
  readonly mayWrite: boolean;
}

export function AssessmentPage(view: AssessmentView) {
  const { head, today, personId, profile, mayWrite } = view;
  const own = profileOf(profile, personId);
  const add = `${assessmentPath(head.id)}/neu/${personId}`;
  return (
    <CaseFrame head={head} today={today} current="assessment">
      <Columns
        main={
          <>
            {own.assessments.length === 0 || view.until === null ? (
              <Card title={<PersonName head={head} id={personId} />}>
                <EmptyState title="Noch keine Einschätzung" {...(mayWrite ? { action: { href: add, label: "Einschätzen", strong: true } } : {})}>
                  Eine Seite mit allen Lebensbereichen: eine Stufe genügt, ein Satz hilft. Was schon bekannt ist, fragt sie nicht.
                </EmptyState>
              </Card>
            ) : (
              <>
                <ProfileCard view={view} own={own} until={view.until} add={add} />
                <SaidCard view={view} standing={standingOn(own, view.until)} />
              </>
            )}
            <QualificationsCard head={head} personId={personId} qualifications={view.qualifications} mayWrite={mayWrite} />
            <NetworkCard head={head} personId={personId} ties={view.ties} mayWrite={mayWrite} />
          </>
        }
        side={
          <>
            <TalkCard head={head} personId={personId} />
            {head.persons.length > 1 && <FamilyCard view={view} />}
            <KnownCard view={view} />
            {own.assessments.length > 0 && <DaysCard view={view} own={own} />}
          </>
        }
      />
    </CaseFrame>
  );
}

const linesOf = (head: CaseHead, standing: ReadonlyMap<string, Standing>, before: ReadonlyMap<string, Standing>) =>
  head.lifeAreas.filter((a) => standing.has(a.key) || before.has(a.key)).map((a) => ({ key: a.key, label: a.label, earlier: before.get(a.key), latest: standing.get(a.key) }));

function ProfileCard({ view, own, until, add }: { view: AssessmentView; own: PersonProfile; until: CalendarDay; add: string }) {
  const { head, from } = view;
  const days = [...new Set(own.assessments.map((a) => a.assessedOn))];
  const options = days.toReversed().map((d) => ({ value: d, label: germanDay(d) }));
  return (
    <Card title={<>Profil: <PersonName head={head} id={view.personId} /></>} aside={view.mayWrite && <LinkButton small kind="strong" href={add}>{from === null ? "Erneut einschätzen" : "Neu einschätzen"}</LinkButton>}>
      {days.length > 1 && (
        <Form method="get" class="form profile-choice" label="Zwei Tage vergleichen">
          <input type="hidden" name="person" value={view.personId} />
          <Select name="von" label="Von" value={from ?? undefined} options={options} />
          <Select name="bis" label="bis" value={until} options={options} />
          <Button>Vergleichen</Button>
        </Form>
      )}
      <ProfilePicture lines={linesOf(head, standingOn(own, until), from === null ? new Map() : standingOn(own, from))} from={from} until={until} steps={view.steps} />
      <ProfileLegend hasThen={from !== null} />
    </Card>
  );
}

function SaidCard({ view: { head }, standing }: { view: AssessmentView; standing: ReadonlyMap<string, Standing> }) {
  const said = head.lifeAreas.flatMap((a) => { const s = standing.get(a.key); return s !== undefined && (s.resource !== "" || s.need !== "" || s.words !== "") ? [{ label: a.label, s }] : []; });
  if (said.length === 0) return null;
  return (
    <Card title="Was trägt und was fehlt">
      {said.map(({ label, s }) => (
        <div class="said-area">
          <h3>{label} {s.level !== null && <Chip tone="accent">Stufe {s.level}</Chip>} {s.isEntrusted && <Chip tone="special">anvertraut</Chip>} <span class="quiet">{germanDay(s.on)}</span></h3>
          <dl class="said-pair">
            {s.words !== "" && <div class="is-words"><dt>In Worten der Person</dt><dd lang={s.wordsLanguage} dir="auto">{s.words}</dd></div>}
            {s.resource !== "" && <div class="is-resource"><dt>Kann, hat, kennt</dt><dd dir="auto">{s.resource}</dd></div>}
            {s.need !== "" && <div class="is-need"><dt>Braucht</dt><dd dir="auto">{s.need}</dd></div>}
          </dl>
        </div>
      ))}
    </Card>
  );
}

const TalkCard = ({ head, personId }: { head: CaseHead; personId: string }) => (
  <Card title="Im Gespräch">
    <p class="quiet only-screen">Der Bildschirm für beide: groß, zweisprachig, nur was diese Person betrifft.</p>
    <LinkButton href={`/faelle/${head.id}/gespraech?person=${personId}`}>Gesprächsansicht öffnen</LinkButton>
  </Card>
);

/** Needs of everybody of the family, each of their own. */
function FamilyCard({ view: { head, profile, today, personId } }: { view: AssessmentView }) {
  return (
    <Card title="Bedarfe in der Familie">
      <LineList>
        {head.persons.filter((p) => p.left_on === null).map((p) => {
          const own = profileOf(profile, p.person_id);
          const needs = [...standingOn(own, today).values()].filter((s) => s.need !== "").length;
          return (
            <>
              <a href={assessmentPath(head.id, p.person_id)} {...(p.person_id === personId ? { "aria-current": "page" as const } : {})}><PersonName head={head} id={p.person_id} /></a>
              <span class="cell-note">{own.assessments.length === 0 ? "noch nicht eingeschätzt" : needs === 0 ? "kein Bedarf genannt" : needs === 1 ? "ein Bedarf" : `${needs} Bedarfe`}</span>
            </>
          );
        })}
      </LineList>
    </Card>
  );
}

/** Not asked again, since it is known: with where it is kept. */
function KnownCard({ view: { head, personId, known } }: { view: AssessmentView }) {
  const person = head.persons.find((p) => p.person_id === personId);
  const languages = person === undefined ? "" : languagesOf(person);
  return (
    <Card title="Schon bekannt">
      <LineList>
        <>Sprachen: {languages === "" ? <span class="quiet">noch nicht erfasst</span> : languages}{person !== undefined && needsInterpreter(person) && <span class="cell-note">Sprachmittlung nötig</span>}</>
        <>Aufenthalt: {person?.status ? person.status.short || person.status.label : <span class="quiet">noch nicht erfasst</span>}</>
        <><a href={`/faelle/${head.id}/personen`}>Haushalt und Familie</a></>
        <><a href={`/faelle/${head.id}/personen/${personId}/angaben`}>Angaben</a><span class="cell-note">{known.factCount === 0 ? "noch keine" : `${known.factCount} bekannt`}, für die Rechtsauskunft</span></>
      </LineList>
    </Card>
  );
}

const DaysCard = ({ view: { head, personId, mayWrite }, own }: { view: AssessmentView; own: PersonProfile }) => (
  <Card title="Einschätzungen">
    <LineList>
      {own.assessments.toReversed().map((a) => (
        <>
          {mayWrite ? <a href={`${assessmentPath(head.id)}/${a.id}`} aria-label={`Einschätzung vom ${germanDay(a.assessedOn)} von ${latinName(head, personId)} bearbeiten`}>{germanDay(a.assessedOn)}</a> : germanDay(a.assessedOn)}
          {a.state === "open" && <> <Chip tone="warning">begonnen</Chip></>}
          <span class="cell-note">{a.author}{a.isTogether && ", zusammen im Gespräch"} · {a.entries.length === 1 ? "ein Lebensbereich" : `${a.entries.length} Lebensbereiche`}</span>
        </>
      ))}
    </LineList>
  </Card>
);
