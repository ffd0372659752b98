import type { ComponentChildren } from "preact";
import { germanDay } from "../../kernel/calendar-day.ts";
import type { FactSpec } from "../../rules/index.ts";
import { Card, Chip, EmptyState, LineList, Notice } from "../../ui/index.ts";
import type { FactEntry } from "./fact-entry.ts";
import { helpOf } from "./fact-groups.ts";
import { questionOf, SOURCES_SHORT, valueWords } from "./fact-words.ts";
import type { FactGroup, FactLine, PersonFactsView } from "./read-facts.ts";

/** Where the facts of a person are shown: in a case, or in an authority's room, which has none. */
export interface FactsPlace {
  readonly caseId: string | null;
  /** the page of all facts; forms hang below it */
  readonly base: string;
  readonly guarded: { readonly title?: string; readonly notice: ComponentChildren; readonly give: string };
}
interface Part {
  readonly place: FactsPlace;
  readonly shown: PersonFactsView;
}
const FIRST = 6;
const formOf = ({ place }: Part, key: string): string => `${place.base}/${key}`;

/** What can still matter first, then by situation of life, and apart what may hurt. */
export function FactGroups(part: Part) {
  const guarded = part.shown.groups.find((g) => g.key === "guarded");
  return (
    <>
      <NextCard {...part} />
      <RegisterCard shown={part.shown} />
      {part.shown.groups.filter((g) => g.key !== "guarded").map((group) => <GroupCard {...part} group={group} />)}
      {guarded !== undefined && <GuardedCard {...part} group={guarded} />}
    </>
  );
}

function NextCard(part: Part) {
  const { next, mayWrite } = part.shown;
  if (next.length === 0) return <Card title="Was jetzt zählt"><EmptyState title="Nichts ist offen">Keine weitere Angabe ändert heute ein Ergebnis.</EmptyState></Card>;
  const line = ({ spec, rules }: PersonFactsView["next"][number]) => (
    <div class="answer">
      <span>{mayWrite ? <a href={formOf(part, spec.key)}>{questionOf(spec)}</a> : questionOf(spec)}</span>
      <span class="line-note">{rules === 0 ? "Könnte einen weiteren Weg öffnen." : rules === 1 ? "Eine Regel wartet darauf." : `${rules} Regeln warten darauf.`} {helpOf(spec.key)}</span>
    </div>
  );
  const first = Math.min(FIRST, Math.max(1, next.filter((one) => one.rules > 0).length));
  return (
    <Card title="Was jetzt zählt" aside={<span class="quiet">{next.length} offen</span>}>
      <LineList>{next.slice(0, first).map(line)}</LineList>
      {next.length > first && <details class="more-lines"><summary>{next.length - first} weitere</summary><LineList>{next.slice(first).map(line)}</LineList></details>}
    </Card>
  );
}

/** Nothing is typed twice: what the person's page has is only shown here. */
const RegisterCard = ({ shown }: { shown: PersonFactsView }) => (
  <Card title="Aus den Personendaten" aside={<a href={`/personen/${shown.personId}/aufenthalt`}>Verlauf ändern</a>}>
    <p>Geburt, Einreise und Aufenthaltspapiere stehen bei der Person. {shown.known.facts["stay"] === null ? "Ein Verlauf ist noch nicht erfasst: Ohne ihn bleibt fast alles offen." : `${(shown.known.facts["stay"] as readonly unknown[]).length} Papiere sind erfasst.`}</p>
  </Card>
);

function GroupCard({ group, ...part }: Part & { group: FactGroup }) {
  return (
    <Card title={group.title} id={group.key} aside={<span class="quiet">{group.known.length === 0 ? "nichts erfasst" : `${group.known.length} erfasst`}</span>}>
      {group.known.length > 0 && <LineList>{group.known.map((line) => <Line {...part} line={line} />)}</LineList>}
      <Unasked {...part} specs={group.unasked} summary={`${group.unasked.length} weitere Angaben`} />
    </Card>
  );
}

const Unasked = ({ specs, summary, ...part }: Part & { specs: readonly FactSpec[]; summary: string }) =>
  specs.length === 0 || !part.shown.mayWrite ? null : (
    <details class="more-lines">
      <summary>{summary}</summary>
      <LineList>{specs.map((spec) => <div class="answer" id={spec.key}><a href={formOf(part, spec.key)}>{questionOf(spec)}</a><span class="line-note">{helpOf(spec.key)}</span></div>)}</LineList>
    </details>
  );

function Line({ line, ...part }: Part & { line: FactLine }) {
  const { spec, entry, value, older } = line;
  return (
    <div class="answer" id={spec.key}>
      {part.shown.mayWrite ? <a href={formOf(part, spec.key)}>{questionOf(spec)}</a> : <span>{questionOf(spec)}</span>}
      <span class="answer-value">{value === null ? <Chip>gilt heute nicht</Chip> : valueWords(spec, value)}</span>
      <span class="line-note"><EntryWords entry={entry} caseId={part.place.caseId} />{older > 0 && ` · ${older} frühere`}</span>
    </div>
  );
}

/** From–to, where it comes from, and who took it down when. */
export function EntryWords({ entry, caseId }: { entry: FactEntry; caseId: string | null }) {
  const time = [entry.from && `ab ${germanDay(entry.from)}`, entry.to && `bis ${germanDay(entry.to)}`].filter(Boolean).join(" ");
  const recordedOn = new Intl.DateTimeFormat("de", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(entry.recordedAt);
  return (
    <>
      {time !== "" && `${time} · `}
      {entry.isByPerson && <><Chip tone="accent">von der Person selbst</Chip> </>}
      {SOURCES_SHORT[entry.source]}{entry.foundBy !== "" && <> von <bdi>{entry.foundBy}</bdi></>} am {germanDay(entry.statedOn)}
      {entry.evidenceDocumentId !== null && (entry.caseId !== caseId ? " · mit Nachweis in einem anderen Fall" : <> · <a href={`/faelle/${caseId}/dateien/${entry.evidenceDocumentId}`}>Nachweis</a></>)} · erfasst von <bdi>{entry.recordedBy === "" ? "einem früheren Konto" : entry.recordedBy}</bdi>, {recordedOn}
    </>
  );
}

export const GuardedNotice = () => (
  <Notice kind="warning" title="Das gibt die Person von sich aus an, oder gar nicht">
    Öffentliche Stellen müssen der Ausländerbehörde manches mitteilen, wenn sie es erfahren (§ 87 Abs. 2 AufenthG). Fragen Sie nicht danach. Ein Ergebnis ist möglich, auch wenn das hier offen bleibt; die Seite sagt dann, worauf es ankommt.
    Schicken Sie die Person im Zweifel zu einer Rechtsberatung, die keine öffentliche Stelle ist. Zur Gesundheit: nur ob etwas bescheinigt ist, nie woran jemand leidet.
  </Notice>
);

/** Apart from the rest, and folded: nobody comes by it in passing. */
function GuardedCard({ group, ...part }: Part & { group: FactGroup }) {
  return (
    <Card title={part.place.guarded.title ?? group.title} id={group.key} aside={<span class="quiet">{group.known.length === 0 ? "offen gelassen" : `${group.known.length} erfasst`}</span>}>
      {part.place.guarded.notice}
      {group.known.length > 0 && <details class="more-lines"><summary>Angegeben ({group.known.length})</summary><LineList>{group.known.map((line) => <Line {...part} line={line} />)}</LineList></details>}
      <Unasked {...part} specs={group.unasked} summary={part.place.guarded.give} />
    </Card>
  );
}
