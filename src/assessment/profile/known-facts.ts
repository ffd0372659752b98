import { ageWords, type CaseHead, languagesOf } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { germanDay, type CalendarDay } from "../../kernel/calendar-day.ts";
import { findQualifications, type Qualification } from "../qualifications/keep-qualification.ts";
import { INFORMAL, QUALIFICATION_KINDS, RECOGNITION_STATES } from "../assessment-words.ts";
import { factSpecOf, findKnownFacts, isGuarded, questionOf, factValueWords as valueWords } from "../../perspectives/index.ts";

/** What the rules were told already, by the life area in which one would else ask for it again. */
const FACTS_OF: Readonly<Record<string, readonly string[]>> = {
  sprache: ["german", "germanOral", "germanWritten"],
  bildung: ["schoolYearsSuccessful", "germanSchoolOrVocationalDegree", "inTrainingOrSchool", "schoolAgeChildren"],
  arbeit: ["employmentAllowed", "employed", "fullTimeNow", "weeklyHours", "employmentMonthsSV"],
  anerkennung: ["qualification"],
  leistungen: ["livelihoodSecured", "livelihoodByWork", "livelihoodByWorkShare", "receivesSubsistence", "receivesWohngeld"],
  wohnen: ["housing", "adequateHousing", "livesOutsideParentalHome"],
  familie: ["livesWithMinorUnmarriedChild", "livesWithSpouseAndMinorChild", "singleParent"],
  einbuergerung: ["civicTestPoints", "basicCivicKnowledge", "fdgoDeclaration"],
};
const REGISTER_AREA = "aufenthalt";
const SCHOOLING: ReadonlySet<Qualification["kind"]> = new Set(["school", "degree", "course"]);

export interface KnownLine {
  readonly term: string;
  readonly value: string;
}
export interface Known {
  /** per life area, what must not be asked again */
  readonly byArea: ReadonlyMap<string, readonly KnownLine[]>;
  /** all that the rules know of the person, as a number to follow */
  readonly factCount: number;
}

/** Who else belongs to the case, by first name and age: nobody has to say again how large the family is. */
function familyOf(head: CaseHead, personId: string, today: CalendarDay): string {
  const others = head.persons.filter((p) => p.person_id !== personId && p.left_on === null && p.died_on === null);
  return others.map((p) => [p.names.find((n) => n.script === "Latn")?.given ?? p.names[0]?.given ?? "", ageWords(p, today)?.age ?? ""].filter((part) => part !== "").join(", ")).filter((words) => words !== "").join("; ");
}

/** What somebody learnt stands where one would ask for it: with school, with work, and how far it is recognised. */
function learntLines(qualifications: readonly Qualification[]): (readonly [area: string, line: KnownLine])[] {
  return qualifications.flatMap((q) => {
    const learnt = [SCHOOLING.has(q.kind) ? "bildung" : "arbeit", { term: QUALIFICATION_KINDS[q.kind], value: q.title }] as const;
    return INFORMAL.includes(q.kind) || q.recognition === "open" ? [learnt] : [learnt, ["anerkennung", { term: q.title, value: RECOGNITION_STATES[q.recognition] }] as const];
  });
}

/** Never what may hurt: this page is turned to the person and to others who stand by. */
export async function readKnown(tx: ReadTx, asking: Asking, head: CaseHead, personId: string): Promise<Known> {
  const person = head.persons.find((p) => p.person_id === personId);
  const known = (await findKnownFacts(tx, asking.app.vault, [personId], asking.today)).get(personId);
  const byArea = new Map<string, KnownLine[]>();
  const put = (area: string, line: KnownLine): unknown => byArea.set(area, [...(byArea.get(area) ?? []), line]);
  if (person !== undefined && languagesOf(person) !== "") put("sprache", { term: "Sprachen", value: languagesOf(person) });
  if (person?.status) put(REGISTER_AREA, { term: "Aufenthalt", value: `${person.status.short || person.status.label}${person.status.until_on === null ? "" : `, bis ${germanDay(person.status.until_on as CalendarDay)}`}` });
  if (person?.place && person.place.municipality !== "") put("wohnen", { term: "Wohnort", value: person.place.municipality });
  const family = familyOf(head, personId, asking.today);
  if (family !== "") put("familie", { term: "Zum Fall gehören", value: family });
  for (const [area, line] of learntLines((await findQualifications(tx, asking, head.id)).filter((q) => q.personId === personId))) put(area, line);
  for (const [area, keys] of Object.entries(FACTS_OF))
    for (const key of keys) {
      const value = known?.facts[key] ?? null;
      if (value !== null && !isGuarded(key)) put(area, { term: questionOf(factSpecOf(key)), value: valueWords(factSpecOf(key), value) });
    }
  return { byArea, factCount: new Set(known?.entries.filter((e) => !e.isGuarded).map((e) => e.key)).size };
}
