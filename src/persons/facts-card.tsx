import type { CalendarDay } from "../kernel/calendar-day.ts";
import { Card, Chip, LinkButton, LineList, StateLabel } from "../ui/index.ts";
import type { Fact, FactKind } from "./fact.ts";
import { periodText } from "./field-inputs.tsx";
import type { Person } from "./person.ts";
import { guardianStanding } from "./person-words.ts";
import { languageOfScript } from "./scripts.ts";

const EMPTY: Readonly<Record<string, string>> = {
  names: "Noch kein Name.", nationalities: "Noch nicht erfasst.", languages: "Noch nicht erfasst: Fragen Sie, ob Sprachmittlung nötig ist.", addresses: "Noch keine Anschrift.",
  channels: "Noch kein Weg: Fragen Sie, wo die Person sicher erreichbar ist.", residenceStatuses: "Noch kein Status.", guardians: "Niemand eingetragen: Die Person vertritt sich selbst.",
};

interface Props {
  readonly kind: FactKind;
  readonly person: Person;
  readonly today: CalendarDay;
}

/** One kind of fact as a calm card: what holds first, what is over below, each with its way to correct it. */
export function FactsCard({ kind, person, today }: Props) {
  const facts = person.facts[kind.key as keyof Person["facts"]];
  // a status is one step of a way: it is entered where the way is seen
  const isWay = kind.key === "residenceStatuses";
  const add = `/personen/${person.id}/${kind.path}${isWay ? "" : "/neu"}`;
  const [now, over] = [facts.filter((f) => !isOver(kind, f, person, today)), facts.filter((f) => isOver(kind, f, person, today))];
  return (
    <Card title={kind.many} id={kind.path} aside={<LinkButton href={add} small kind="quiet" label={isWay ? "Aufenthalt: Verlauf, neuer Status" : `${kind.one} hinzufügen`}>{isWay ? "Verlauf, neuer Status" : "Hinzufügen"}</LinkButton>}>
      {facts.length === 0 ? <p class="line-note">{EMPTY[kind.key]}</p> : now.length > 0 && <LineList>{now.map((fact) => <Line kind={kind} fact={fact} person={person} today={today} />)}</LineList>}
      {over.length > 0 && (
        <details>
          <summary>Früher ({over.length})</summary>
          <LineList>{over.map((fact) => <Line kind={kind} fact={fact} person={person} today={today} />)}</LineList>
        </details>
      )}
    </Card>
  );
}

const isOver = (kind: FactKind, fact: Fact, person: Person, today: CalendarDay): boolean =>
  kind.key === "guardians" ? guardianStanding(fact, person.birth, today).state === "ended" : typeof fact.values["until"] === "string" && fact.values["until"] < today;

function Line({ kind, fact, person, today }: Props & { fact: Fact }) {
  const words = kind.words(fact.values);
  const period = kind.key === "guardians" ? guardianStanding(fact, person.birth, today).note : periodText(fact.values);
  const notes = [...words.notes, period].filter((note) => note !== "");
  const script = typeof fact.values["script"] === "string" ? fact.values["script"] : "Latn";
  const lang = script === "Latn" ? undefined : languageOfScript(script, person.facts.languages.map((f) => String(f.values["code"])));
  return (
    <div class="line">
      <div>
        <bdi lang={lang}>{words.main === "" ? "ohne Angabe" : words.main}</bdi> {words.alert !== undefined && <StateLabel tone="warning" shape="triangle">{words.alert}</StateLabel>}{" "}
        {person.records.length > 1 && fact.recordId !== person.id && <Chip>aus zusammengeführtem Datensatz</Chip>}
        {notes.length > 0 && (
          <span class="line-note">
            {notes.map((note, i) => (
              <>
                {i > 0 && " · "}
                <bdi>{note}</bdi>
              </>
            ))}
          </span>
        )}
      </div>
      <a href={`/personen/${fact.recordId}/${kind.path}/${fact.id}`} aria-label={`${kind.one} berichtigen: ${words.main}`}>
        Berichtigen
      </a>
    </div>
  );
}
