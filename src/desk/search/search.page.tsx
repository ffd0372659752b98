import { phaseLabel } from "../../cases/index.ts";
import { Card, Chip, EmptyState, LineList, Name, PageHead } from "../../ui/index.ts";
import { type Found, hrefOf } from "./find-everything.ts";

export interface SearchView {
  readonly text: string;
  readonly found: Found;
  readonly mayRecord: boolean;
  readonly mayBeginEmergency: boolean;
}

export function SearchPage({ text, found, mayRecord, mayBeginEmergency }: SearchView) {
  const nothing = found.persons.length + found.cases.length + (text === "" ? 0 : found.places.length) === 0;
  return (
    <>
      <PageHead title="Suche" lead="Nach Namen in jeder Schrift und Schreibweise, Geburtsdatum, Telefonnummer oder Fallnummer. Gefunden wird, was Sie sehen dürfen." />
      <form class="search-again" method="get" action="/suche" role="search" aria-label="Erneut suchen">
        <input class="kern-form-input__input control" type="search" name="q" value={text} aria-label="Wonach suchen Sie?" autocomplete="off" maxlength={200} dir="auto" />
        <button class="kern-btn btn kern-btn--primary">
          <span class="kern-label">Suchen</span>
        </button>
      </form>
      {nothing && (
        <Card>
          <NothingFound text={text} mayRecord={mayRecord} mayBeginEmergency={mayBeginEmergency} />
        </Card>
      )}
      {found.persons.length > 0 && (
        <Card title="Personen">
          <LineList>
            {found.persons.map((person) => (
              <PersonFound person={person} />
            ))}
          </LineList>
        </Card>
      )}
      {found.cases.length > 0 && (
        <Card title="Fälle">
          <LineList>
            {found.cases.map((line) => (
              <div class="line">
                <a href={`/faelle/${line.id}`}>
                  Fall {line.number}: <Name latin={line.name} own={line.nameOwn} />
                </a>
                <span class="quiet">{phaseLabel(line.phase)}</span>
              </div>
            ))}
          </LineList>
        </Card>
      )}
      {text !== "" && found.places.length > 0 && (
        <Card title="Seiten">
          <LineList>
            {found.places.map((place) => (
              <a href={place.href}>{place.label}</a>
            ))}
          </LineList>
        </Card>
      )}
    </>
  );
}

function NothingFound({ text, mayRecord, mayBeginEmergency }: Omit<SearchView, "found">) {
  if (text === "") return <EmptyState title="Wonach suchen Sie?">Ein Teil des Namens genügt. Mit Strg+K suchen Sie von jeder Seite aus.</EmptyState>;
  return (
    <EmptyState title="Nichts gefunden" {...(mayRecord ? { action: { href: "/personen/neu", label: "Neue Person anlegen" } } : {})}>
      Prüfen Sie die Schreibweise, oder suchen Sie nur nach dem Familiennamen. Akten, an denen Sie nicht arbeiten, findet diese Suche nicht.
      {mayBeginEmergency && (
        <>
          {" "}
          Bei Gefahr, und wenn niemand vom Fallteam erreichbar ist: <a href="/notzugriff">Notzugriff</a>.
        </>
      )}
    </EmptyState>
  );
}

function PersonFound({ person }: { person: Found["persons"][number] }) {
  return (
    <div class="line">
      <span>
        <a href={hrefOf(person)}>
          <Name latin={person.name.latin} own={person.name.own} lang={person.name.lang} />
        </a>
        <span class="line-note">{person.birth === null ? (person.birthYear ?? "Geburtsdatum unbekannt") : `* ${person.birth}`}</span>
      </span>
      <span class="chips">
        {person.cases.map((c) => (
          <Chip tone="accent" href={`/faelle/${c.caseId}`}>
            Fall {c.number} · {phaseLabel(c.phase)}
          </Chip>
        ))}
        {!person.isOpen && <Chip>nur der Kopf</Chip>}
      </span>
    </div>
  );
}
