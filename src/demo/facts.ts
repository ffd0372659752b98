import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import { ALSO_OF_WORKERS, BY_STATUS, OF_CHILDREN, OF_EVERYBODY, OFFICE_FACTS } from "./facts.data.ts";
import type { Placed } from "./caseload.ts";
import type { Invented } from "./people.ts";
import { SeededRandom } from "./random.ts";
import { tell, type Teller } from "./stories.ts";

type Choices = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/** In every second running case something is known by now, of the children as well; most questions nobody asked yet. */
export function addCaseFacts(shared: Caseload, cases: readonly Placed[], seed: string): void {
  const random = new SeededRandom(`${seed} facts`, Date.parse(`${shared.today}T01:00:00Z`) - 86_400_000);
  const load: Caseload = { ...shared, random };
  const running = cases.filter((c) => c.leadId !== null && ["admitted", "assessment", "planning", "implementation", "monitoring", "evaluation"].includes(c.phase));
  for (const [i, one] of running.entries()) {
    if (i % 2 === 1) continue;
    const teller: Teller = { load, caseId: one.id, by: one.leadId!, since: addDays(load.today, -80), evidence: new Map() };
    tellSome(teller, one.main, one.main.age < 18 ? OF_CHILDREN : { ...OF_EVERYBODY, ...BY_STATUS[one.main.status], ...(i % 4 === 0 ? ALSO_OF_WORKERS : {}) }, 0.55);
  }
}

/** What officers took down of persons of their own room: on application, from papers, as findings of theirs. */
export function addOfficeFacts(load: Caseload, office: "abh" | "ebh", persons: readonly Invented[], officers: readonly string[]): void {
  for (const [i, person] of persons.entries()) {
    if (i % 3 !== 0 || person.age < 14) continue;
    tellSome({ load, caseId: null, by: officers[i % officers.length]!, since: addDays(load.today, -120), evidence: new Map() }, person, OFFICE_FACTS[office], 0.6);
  }
}

function tellSome(teller: Teller, person: Invented, choices: Choices, share: number): void {
  const { random } = teller.load;
  for (const [key, values] of Object.entries(choices)) if (random.chance(share)) tell(teller, person, key, random.pick(values));
}
