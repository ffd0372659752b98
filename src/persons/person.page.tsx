import type { CalendarDay } from "../kernel/calendar-day.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import { phaseLabel } from "../kernel/phase-words.ts";
import { Card, Chip, Columns, DescriptionList, type Fact as Line, LinkButton, LineList, Name, Notice, RecordHead } from "../ui/index.ts";
import type { FactKind } from "./fact.ts";
import { FactsCard } from "./facts-card.tsx";
import { partialDateText } from "./partial-date.ts";
import { GENDERS, type Person } from "./person.ts";
import { ageText, birthText, personGlance } from "./person-words.ts";

export interface PersonView {
  readonly person: Person;
  readonly kinds: readonly FactKind[];
  readonly cases: readonly { readonly caseId: string; readonly number: string; readonly phase: string; readonly leadName: string | null }[];
  readonly today: CalendarDay;
  readonly mayOpenCase: boolean;
  /** in an authority a person has a Vorgang, and there are no cases */
  readonly isOffice: boolean;
}

const SIDE = new Set(["languages", "nationalities", "guardians"]);

export function personPage(view: PersonView) {
  const { person, kinds, today } = view;
  const card = (kind: FactKind) => <FactsCard kind={kind} person={person} today={today} />;
  return (
    <>
      <Head {...view} />
      {person.diedOn !== null && <Notice kind="warning" title={`Verstorben am ${germanDay(person.diedOn)}`}>Portal und Nachrichten ruhen. Die Verschwiegenheit gilt weiter.</Notice>}
      <Columns
        main={
          <>
            <Scalars {...view} />
            {kinds.filter((kind) => !SIDE.has(kind.key)).map(card)}
          </>
        }
        side={
          <>
            {view.isOffice ? <Card title="Vorgang"><p><a href={`/vorgaenge/${person.id}`}>Wiedervorlagen, Unterlagen, Termine und Übermittlungen</a></p></Card> : <Cases {...view} />}
            {kinds.filter((kind) => SIDE.has(kind.key)).map(card)}
          </>
        }
      />
    </>
  );
}

function Head({ person, today }: PersonView) {
  const glance = personGlance(person, today);
  const facts: Line[] = [
    { term: "Alter", value: glance.age ?? "unbekannt", ...(glance.birth === null ? {} : { note: `* ${glance.birth}` }) },
    ...(glance.languages.length > 0 ? [{ term: "Sprachen", value: glance.languages.join(", "), ...(glance.needsInterpreter ? { note: <b class="tone-warning">Sprachmittlung nötig</b> } : {}) }] : []),
    { term: "Sicher erreichbar", value: glance.safeChannels[0] ?? "noch nicht geklärt", ...(glance.hasUnsafeChannel ? { note: <b class="tone-warning">nicht überall</b> } : {}) },
    ...(glance.municipality === null ? [] : [{ term: "Wohnort", value: glance.municipality, ...(glance.addressIsProtected ? { note: <b class="tone-warning">Anschrift geschützt</b> } : {}) }]),
    ...(glance.status === null ? [] : [{ term: "Aufenthalt", value: glance.status.text, ...(glance.status.until === null ? {} : { note: `bis ${germanDay(glance.status.until)}` }) }]),
  ];
  return <RecordHead title={<Name latin={glance.name.latin} own={glance.name.own} lang={glance.name.lang} />} chips={person.records.length > 1 ? <Chip tone="accent">{person.records.length} Datensätze zusammengeführt</Chip> : undefined} facts={facts} />;
}

function Scalars({ person, today }: PersonView) {
  const edit = (recordId: string, label: string) => <a href={`/personen/${recordId}/bearbeiten`}>{label}</a>;
  const sources = new Set([person.chosen.birth, person.chosen.gender, person.chosen.entry]);
  const several = sources.size > 1;
  const age = ageText(person, today);
  return (
    <Card title="Angaben zur Person" id="angaben" aside={several ? undefined : edit(person.chosen.birth, "Angaben berichtigen")}>
      <DescriptionList
        facts={[
          { term: "Geburtsdatum", value: birthText(person) ?? "nicht bekannt", ...(age === null ? {} : { note: age }) },
          { term: "Geschlecht", value: GENDERS[person.gender] },
          { term: "Einreise", value: person.entry === null ? "nicht bekannt" : partialDateText(person.entry) },
        ]}
      />
      {several && (
        <p class="line-note">
          Aus mehreren Datensätzen. Berichtigen: {edit(person.chosen.birth, "Geburtsdatum")} · {edit(person.chosen.gender, "Geschlecht")} · {edit(person.chosen.entry, "Einreise")}
        </p>
      )}
    </Card>
  );
}

function Cases({ person, cases, mayOpenCase }: PersonView) {
  return (
    <Card title="Fälle" aside={mayOpenCase && cases.length === 0 ? <LinkButton href={`/faelle/neu?person=${person.id}`} small>Fall anlegen</LinkButton> : undefined}>
      {cases.length === 0 ? (
        <p class="line-note">Noch kein Fall. Die Person sehen nur, wer sie aufgenommen hat, und die Teamleitung (mit Aufnahmerecht).</p>
      ) : (
        <LineList>
          {cases.map((c) => (
            <div class="line">
              <a href={`/faelle/${c.caseId}`}>Fall {c.number}</a>
              <span>
                {phaseLabel(c.phase)} · <bdi>{c.leadName ?? "ohne Leitung"}</bdi>
              </span>
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}
