import { CONTACT_KINDS, DOCUMENT_KINDS, langOfScript, languageLabel } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Chip, EmptyState, Isolated, Name, Timeline, type TimelineEntry } from "../../ui/index.ts";
import type { GridArea } from "../category-grid.page.tsx";
import type { SharedPerson } from "./shares.sql.ts";
import type { SharedEntry } from "./work-on-share.ts";

/** Latin name and the one in the person's own script, as the register has them. */
export function namesOfShared(person: SharedPerson): { latin: string; own?: string; lang?: string } {
  const text = (n: { family: string; given: string }): string => `${n.given} ${n.family}`.trim();
  const latin = person.names.find((n) => n.script === "Latn") ?? person.names[0];
  const own = person.names.find((n) => n.script !== "Latn");
  const lang = own === undefined ? undefined : langOfScript(own.script);
  return { latin: latin === undefined ? "ohne Namen" : text(latin), ...(own === undefined || own === latin ? {} : { own: text(own) }), ...(lang === undefined ? {} : { lang }) };
}

/** Name, language, safe contact: all that a share carries of a head. */
export function SharedPersons({ persons }: { persons: readonly SharedPerson[] }) {
  if (persons.length === 0) return <p>Keine Person: die Einwilligung deckt nichts davon.</p>;
  return (
    <ul class="lines">
      {persons.map((person) => (
        <li>
          <strong><Name {...namesOfShared(person)} /></strong>
          {" · "}
          {person.languages.length === 0 ? "Sprache nicht erfasst" : person.languages.map((l) => `${languageLabel(l.code)}${l.needsInterpreter ? " (Sprachmittlung nötig)" : ""}`).join(", ")}
          {" · "}
          {person.channels.length === 0 ? "kein sicherer Weg bekannt: bitte über die Leitung" : <Isolated parts={person.channels.map((c) => c.value)} separator=", " />}
        </li>
      ))}
    </ul>
  );
}

const titleOf = (entry: SharedEntry): string =>
  entry.type === "contact" ? CONTACT_KINDS[entry.kind as keyof typeof CONTACT_KINDS] : entry.type === "document" ? `Datei: ${DOCUMENT_KINDS[entry.kind as keyof typeof DOCUMENT_KINDS]}` : entry.doneOn === null ? "Aufgabe" : "Aufgabe, erledigt";

/** The entries of a share, for the partner and in the preview alike. */
export function SharedEntries({ entries, areas, actionsOf }: { entries: readonly SharedEntry[]; areas: readonly GridArea[]; actionsOf?: (entry: SharedEntry) => TimelineEntry["actions"] }) {
  if (entries.length === 0) return <EmptyState title="Noch kein Eintrag">Sobald es in den freigegebenen Bereichen etwas gibt, steht es hier.</EmptyState>;
  const label = (key: string): string => areas.find((a) => a.key === key)?.label ?? key;
  return (
    <Timeline
      label="Freigegebene Einträge"
      entries={entries.map((entry) => {
        const actions = actionsOf?.(entry);
        return {
          id: entry.id,
          when: `${entry.type === "task" ? "bis " : ""}${germanDay(entry.onDay)}`,
          title: titleOf(entry),
          tone: entry.type === "task" && entry.doneOn === null ? "warning" : "accent",
          chips: <>{entry.lifeAreas.map((key) => <Chip>{label(key)}</Chip>)}</>,
          body: <p dir="auto">{entry.text}</p>,
          byline: entry.type === "task" ? `gegeben von ${entry.authorName}` : entry.isMine ? "von Ihnen" : entry.authorName,
          ...(actions === undefined ? {} : { actions }),
        };
      })}
    />
  );
}
