import { phaseLabel } from "../../cases/index.ts";
import { ageWords, type FollowUp, languagesOf, namesOf, needsInterpreter, type CaseHead, type LifeAreaRow, TEAM_FUNCTIONS, type TimelineItem } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { DescriptionList, type Fact, LinkButton, Name, PrintSheet } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { titleOf } from "./timeline-words.ts";

export interface CaseSheetView {
  readonly head: CaseHead;
  readonly followUps: readonly FollowUp[];
  readonly lifeAreas: readonly LifeAreaRow[];
  readonly latest: readonly TimelineItem[];
  readonly today: CalendarDay;
  readonly me: string;
  readonly printedBy: string;
  readonly printedAt: string;
}

/** The one page that somebody takes along to an appointment. What was entrusted stays out of it: paper lies about. */
export function CaseSheetPage(view: CaseSheetView) {
  const { head, followUps, latest, lifeAreas } = view;
  const areas = lifeAreas.filter((area) => area.is_of_case || area.entries > 0).map((area) => area.label);
  return (
    <>
      <p class="no-print">
        <LinkButton href={caseLinks(head.id).page}>Zurück zum Fall</LinkButton>
      </p>
      <PrintSheet title={<>Fallblatt {head.number}</>} printedBy={view.printedBy} printedAt={view.printedAt}>
        <DescriptionList facts={caseFacts(head, areas)} />
        <h2>Personen</h2>
        <table class="plain-table sheet-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Geboren</th>
              <th scope="col">Sprachen</th>
              <th scope="col">Sicher erreichbar</th>
              <th scope="col">Aufenthalt</th>
            </tr>
          </thead>
          <tbody>{head.persons.filter((person) => person.left_on === null).map((person) => <PersonRow person={person} today={view.today} />)}</tbody>
        </table>
        <h2>Als Nächstes</h2>
        {followUps.length === 0 ? <p>Nichts geplant.</p> : <ul class="sheet-list">{followUps.slice(0, 8).map((f) => <li>{germanDay(f.dueOn)}: <bdi>{f.title}</bdi> ({f.ownerName})</li>)}</ul>}
        <h2>Zuletzt</h2>
        <ul class="sheet-list">
          {latest.map((item) => (
            <li>
              {germanDay(item.onDay)}: {titleOf(item, view.me)}
              {item.text !== "" && <> – <bdi>{shortened(item.text)}</bdi></>}
            </li>
          ))}
        </ul>
      </PrintSheet>
    </>
  );
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text);

function caseFacts(head: CaseHead, areas: readonly string[]): Fact[] {
  const team = head.team.map((member) => `${member.name} (${TEAM_FUNCTIONS[member.function]})`).join(", ");
  return [
    { term: "Person", value: <Name latin={head.mainName} own={head.mainNameOwn} /> },
    { term: "Phase", value: phaseLabel(head.phase), note: `Beginn ${germanDay(head.openedOn)}${head.admittedOn === null ? "" : `, aufgenommen am ${germanDay(head.admittedOn)}`}` },
    { term: "Team", value: team === "" ? "niemand" : team },
    { term: "Lebensbereiche", value: areas.length === 0 ? "noch keiner genannt" : areas.join(", ") },
  ];
}

function PersonRow({ person, today }: { person: CaseHead["persons"][number]; today: CalendarDay }) {
  const age = ageWords(person, today);
  const safe = person.channels.filter((channel) => channel.is_safe === true).map((channel) => channel.value);
  return (
    <tr>
      <th scope="row">
        <Name {...namesOf(person)} />
      </th>
      <td>{age === null ? "unbekannt" : age.born.replace("* ", "")}</td>
      <td>
        {languagesOf(person)}
        {needsInterpreter(person) && " (Sprachmittlung nötig)"}
      </td>
      <td>{safe.length === 0 ? "noch zu klären" : safe.join(", ")}</td>
      <td>{person.status === null ? "" : `${person.status.short || person.status.label}${person.status.until_on === null ? "" : ` bis ${germanDay(person.status.until_on as CalendarDay)}`}`}</td>
    </tr>
  );
}
