import { addDays, addMonths, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Vault } from "../vault/index.ts";
import { isFinding, isGuarded } from "../perspectives/index.ts";
import { addCase } from "./cases.ts";
import type { Caseload, EndPhase } from "./caseload.ts";
import { addPaper, PAPERS } from "./documents.ts";
import type { Family } from "./families.ts";
import type { Placed } from "./caseload.ts";
import { ORIGINS } from "./names.data.ts";
import { addPerson, type Invented, pickAddress } from "./people.ts";
import { SeededRandom } from "./random.ts";
import { FINDERS, ON_PAPER, type Person, STORIES, type Story } from "./stories.data.ts";

type Files = { readonly vault: Vault; readonly dir: string };
const PHASES: readonly EndPhase[] = ["assessment", "planning", "implementation", "implementation", "monitoring", "evaluation"];
/** Which invented paper can stand behind a fact. */
const EVIDENCE: Readonly<Record<string, RegExp>> = { "Zeugnis B1.pdf": /^german/, "Arbeitsvertrag.pdf": /^(weeklyHours|employmentMonthsSV|livelihoodByWorkShare)/, "Schreiben der Schule.pdf": /^school/ };

/** Cases of people in whose lives the law moves: papers to the day, birthdays within the year, and what is known of each. With numbers of its own, so that nothing else of the Kreis becomes another. */
export async function addStories(shared: Caseload, managers: readonly string[], seed: string, files: Files | undefined): Promise<void> {
  const random = new SeededRandom(`${seed} stories`, Date.parse(`${shared.today}T02:00:00Z`) - 86_400_000);
  const load: Caseload = { ...shared, random };
  for (const [i, story] of STORIES.entries()) await addStory(load, story, managers[i % managers.length]!, i, files);
}

async function addStory(load: Caseload, story: Story, leadId: string, index: number, files: Files | undefined): Promise<void> {
  const { random, today } = load;
  const openedOn = addDays(today, -random.between(90, 400));
  const family = familyOf(load, story, leadId, openedOn);
  const phase = PHASES[index % PHASES.length]!;
  const one: Placed = { ...addCase(load, { family, phase, openedOn, leadId, createdBy: leadId }), leadId, phase, main: family.main };
  const seen = new Map<string, string>();
  if (files !== undefined && index % 2 === 0) for (const paper of PAPERS.filter(([name]) => EVIDENCE[name] !== undefined)) seen.set(paper[0], await addPaper(load, one, paper, files.vault, files.dir));
  for (const [i, person] of story.persons.entries()) {
    const teller: Teller = { load, caseId: one.id, by: leadId, since: openedOn, evidence: i === 0 ? seen : new Map() };
    for (const [key, value] of Object.entries(person.facts)) tell(teller, i === 0 ? family.main : family.others[i - 1]!, key, value === "@born" ? bornOn(today, person) : value);
  }
}

const bornOn = (today: CalendarDay, { turns: [years, inDays] }: Person): CalendarDay => addMonths(addDays(today, inDays), -12 * years);

function familyOf(load: Caseload, story: Story, recordedBy: string, recordedOn: CalendarDay): Family {
  const { random, today } = load;
  const origin = ORIGINS.find((o) => o.nationality === story.origin)!;
  const together = { origin, family: random.pick(origin.families), address: pickAddress(load), recordedBy, recordedOn, hasCase: true };
  const add = (person: Person): Invented => addPerson(load, {
    ...together, isFemale: person.isFemale, age: person.turns[0] - (person.turns[1] > 0 ? 1 : 0), bornOn: bornOn(today, person), enteredOn: addMonths(today, person.papers[0]![1]), status: person.papers.at(-1)![0],
    papers: person.papers.map(([status, from, until]) => [status, addMonths(today, from), until === null ? null : addDays(addMonths(today, until), -1)] as const),
  });
  const [main, ...others] = story.persons.map(add) as [Invented, ...Invented[]];
  return { main, others, needsGuardian: story.persons[0]!.facts["unaccompanied"] === true, relations: others.map((other, i) => [main, story.persons[i + 1]!.as!, other] as const) };
}

export interface Teller {
  readonly load: Caseload;
  /** null: in the room of an authority */
  readonly caseId: string | null;
  readonly by: string;
  readonly since: CalendarDay;
  /** ids of papers of the case, by their names */
  readonly evidence: ReadonlyMap<string, string>;
}

/** One entry; whoever speaks better German by now said something else before. */
export function tell({ load, caseId, by, since, evidence }: Teller, person: Invented, key: string, value: unknown): void {
  const { rows, random, tenantId, roomId, today } = load;
  const dated = typeof value === "string" ? /^@(since)?([+-]\d+)$/.exec(value) : null;
  const day = dated === null ? null : addMonths(today, Number(dated[2]));
  const isSince = dated?.[1] !== undefined;
  const add = (said: unknown, statedOn: CalendarDay): void => {
    const id = random.id();
    const text = JSON.stringify(said);
    const guarded = isGuarded(key);
    const paper = Object.entries(EVIDENCE).find(([, keys]) => keys.test(key))?.[0];
    rows.add("facts", {
      tenant_id: tenantId, room_id: roomId, id, person_id: person.id, case_id: caseId, key, value: guarded ? null : text, value_ct: guarded ? load.seal(person.keyRef, text, "facts", "value_ct", id) : null, is_guarded: guarded, from_on: isSince ? day : null,
      source: isFinding(key) ? "finding" : ON_PAPER.test(key) ? "paper" : "said", stated_on: statedOn, found_by: isFinding(key) ? random.pick(FINDERS) : "", evidence_document_id: paper === undefined ? null : (evidence.get(paper) ?? null), recorded_by: by, recorded_at: `${statedOn} 14:20`,
    });
  };
  const last = addDays(today, -random.between(1, 80));
  if ((value === "A2" || value === "B1") && random.chance(0.4)) add("A1", since);
  add(isSince ? 0 : (day ?? value), last < since ? since : last);
}
