import { calendarDay } from "../src/kernel/calendar-day.ts";
import { allRules, earliestDaysOfAll, factCatalogue, paths, readFacts, type Facts } from "../src/rules/index.ts";
import { figuresOf, type Figures } from "./figures.ts";

/** What all rules cost for one person: in this process, without a database. */
export interface RuleFigures {
  readonly key: "rules.days" | "rules.paths";
  readonly label: string;
  /** longest p95 in milliseconds */
  readonly mostP95: number;
  readonly figures: Figures;
}

const TODAY = calendarDay("2026-11-22");
const PERSONS = 2000;
const WARM_UP = 400;

// persons of different ages, histories and answers, the same in every run
function person(index: number): Facts {
  const day = (year: number, spread: number): string => `${year - (index % spread)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
  const has104c = index % 7 === 0;
  const tolerated = has104c
    ? [{ basis: "DULDUNG_60A", from: day(2023, 3), to: "2025-11-30" }, { basis: "AE_104C", from: "2025-12-01", to: "2027-05-31" }]
    : [{ basis: index % 5 === 0 ? "DULDUNG_60B" : "DULDUNG_60A", from: day(2023, 3), to: "2025-10-31" }, { basis: "DULDUNG_60A", from: "2025-11-01", to: null }];
  return readFacts(factCatalogue, {
    status: has104c ? "AE_104C" : "DULDUNG_60A", birthDate: day(2009, 30), stay: [{ basis: "GESTATTUNG", from: "2016-03-01", to: "2019-12-31" }, ...tolerated],
    german: ["none", "A1", "A2", "B1", "B2"][index % 5], fdgoDeclaration: index % 3 === 0 ? null : true, basicCivicKnowledge: index % 4 !== 0, livelihoodByWorkShare: (index % 11) / 10, livelihoodSecured: index % 3 === 0,
    livesWithMinorUnmarriedChild: index % 2 === 0, deception: "none", ausweisungsinteresse: "none", identityClarified: index % 6 !== 0, schoolYearsSuccessful: index % 6, needy: true, ableToWork: true, pensionMonths: index % 60,
  }).facts;
}

function timed(work: (facts: Facts) => unknown, persons: readonly Facts[]): Figures {
  for (const facts of persons.slice(0, WARM_UP)) work(facts);
  const began = performance.now();
  const latencies = Float64Array.from(persons, (facts) => {
    const start = performance.now();
    work(facts);
    return performance.now() - start;
  });
  return figuresOf([{ latencies, ms: performance.now() - began }]);
}

export function measureRules(count = PERSONS): readonly RuleFigures[] {
  const persons = Array.from({ length: count }, (_, index) => person(index));
  return [
    { key: "rules.days", label: "alle Regeln mit frühesten Tagen, eine Person", mostP95: 1, figures: timed((facts) => earliestDaysOfAll(allRules, facts, TODAY), persons) },
    { key: "rules.paths", label: "dazu alle Wege", mostP95: 5, figures: timed((facts) => [earliestDaysOfAll(allRules, facts, TODAY), paths(facts, TODAY)], persons) },
  ];
}

export const rulesTable = (rows: readonly RuleFigures[]): string =>
  rows.map(({ key, label, mostP95, figures }) => `${key.padEnd(12)} ${label.padEnd(46)} p50 ${figures.p50.toFixed(2)} ms  p95 ${figures.p95.toFixed(2)} ms  (Ziel ${mostP95} ms)  ${figures.perSecond.toFixed(0)}/s`).join("\n");
