import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { HeldConsent } from "./consents.ts";
import type { Placed } from "./caseload.ts";
import { PLAN_STORIES, type PlanStory } from "./plans.data.ts";
import { SeededRandom } from "./random.ts";
import type { Town } from "./staff.data.ts";
import type { BuiltTown } from "./town.ts";

/** How far a plan is by the phase of its case: share of steps done, goals with a result, whether both signed. */
const STAGES = {
  planning: { goals: 1, done: 0, agreed: null, reviewed: null, closes: false },
  implementation: { goals: 2, done: 0.4, agreed: -70, reviewed: null, closes: false },
  monitoring: { goals: 3, done: 0.6, agreed: -80, reviewed: -21, closes: false },
  evaluation: { goals: 2, done: 0.8, agreed: -85, reviewed: -12, closes: true },
  closed: { goals: 2, done: 1, agreed: -88, reviewed: -84, closes: true },
} as const;
type Stage = (typeof STAGES)[keyof typeof STAGES];
const SHEETS: Readonly<Record<string, string>> = { ar: "ar", uk: "uk", "fa-AF": "prs", tr: "tr", ti: "ti", ru: "ru", fr: "fr", en: "en" };

interface Planning extends Caseload {
  readonly offices: ReadonlyMap<string, string>;
  readonly nameOf: (id: string) => string;
}
interface MadeGoal {
  readonly id: string;
  readonly story: PlanStory;
  readonly language: string;
  readonly measures: readonly { readonly id: string; readonly title: string; readonly who: { readonly kind: string; readonly name: string }; readonly dueOn: CalendarDay }[];
}

/** Plans of cases that are planned, worked, watched or looked back on. With numbers of its own, so that nothing else becomes another. */
export function addPlans(load: Caseload, built: BuiltTown, town: Town, cases: readonly Placed[], consents: readonly HeldConsent[], seed: string): void {
  const random = new SeededRandom(`${seed} plans`, Date.parse(`${load.today}T03:00:00Z`) - 86_400_000);
  const names = new Map([...town.staff.map((s) => [built.accounts.get(s.key)!, `${s.given} ${s.family}`] as const), ...town.offices.map((o) => [built.offices.get(o.key)!, o.short === undefined || o.short === "" ? o.name : o.short] as const)]);
  const own: Planning = { ...load, random, offices: built.offices, nameOf: (id) => names.get(id) ?? "" };
  let n = 0;
  for (const one of cases) {
    const stage = (STAGES as Readonly<Record<string, Stage>>)[one.phase];
    // some files have no plan yet: that is what their pages are for
    if (stage === undefined || one.leadId === null || one.main.age < 16 || n++ % 7 === 6) continue;
    // where an office may see tasks of a life area, a step of its own begins the plan
    const shared = consents.filter((c) => c.of === one).flatMap((c) => PLAN_STORIES.filter((s) => c.cells.some(([area, kind]) => area === s.area && kind === "task") && s.steps.some((step) => step.who === `office:${c.office}`)));
    addPlan(own, one, stage, n, shared[0]);
  }
}

function addPlan(load: Planning, one: Placed, stage: Stage, n: number, first: PlanStory | undefined): void {
  const inTurn = Array.from({ length: PLAN_STORIES.length }, (_, i) => PLAN_STORIES[(n + i * 2 + Number(i >= 3)) % PLAN_STORIES.length]!);
  const stories = [...new Set([...(first === undefined ? [] : [first]), ...inTurn])].slice(0, stage.goals);
  const goals = stories.map((story, i) => addGoal(load, one, stage, story, i));
  if (stage.agreed !== null) addAgreement(load, one, goals, addDays(load.today, stage.agreed));
  if (stage.reviewed !== null) addReview(load, one, stage, goals, addDays(load.today, stage.reviewed));
}

const placeOf = ({ tenantId, roomId }: Caseload, one: Placed) => ({ tenant_id: tenantId, room_id: roomId, case_id: one.id });
const attainmentOf = (i: number): number => [0, 1, -1, 0, 2][i % 5]!;
const levelBefore = (i: number): number => 2 + (i % 2);

function addGoal(load: Planning, one: Placed, stage: Stage, story: PlanStory, i: number): MadeGoal {
  const { rows, random, today } = load;
  const id = random.id();
  const [spoken = "de"] = one.main.origin.languages;
  const language = story.wish[spoken] === undefined ? "de" : spoken;
  const since = addDays(today, stage.agreed ?? -9);
  const closes = stage.closes && (i === 0 || one.phase === "closed");
  const judged = stage.reviewed === null || (!closes && i > 1) ? null : attainmentOf(i);
  rows.add("plan_goals", {
    ...placeOf(load, one), id, person_id: one.main.id, life_area: story.area, wish_ct: load.seal(one.keyRef, story.wish[language]!, "plan_goals", "wish_ct", id), wish_language: language === "fa-AF" ? "fa" : language,
    goal_ct: load.seal(one.keyRef, story.goal, "plan_goals", "goal_ct", id), state: closes ? "closed" : "open", closed_on: closes ? addDays(today, stage.reviewed!) : null, level_before: levelBefore(i),
    level_after: judged === null ? null : Math.min(5, levelBefore(i) + Math.max(0, judged + 1)), attainment: judged, position: i + 1, created_by: one.leadId!, created_at: `${addDays(since, -5)} 10:30`,
  });
  const measures = story.steps.map((step, s) => addMeasure(load, one, stage, { goalId: id, step, s, of: story.steps.length, isPast: closes, since }));
  return { id, story, language, measures };
}

interface StepPlace {
  readonly goalId: string;
  readonly step: PlanStory["steps"][number];
  readonly s: number;
  readonly of: number;
  readonly isPast: boolean;
  readonly since: CalendarDay;
}

/** The first steps are done; one of those that are not is late, and one is under way. */
function addMeasure(load: Planning, one: Placed, stage: Stage, { goalId, step, s, of, isPast, since }: StepPlace): MadeGoal["measures"][number] {
  const { rows, random, today } = load;
  const id = random.id();
  const organisation = step.who.startsWith("office:") ? load.offices.get(step.who.slice(7)) : undefined;
  const kind = step.who === "person" || step.who === "volunteer" ? step.who : organisation === undefined ? "account" : "office";
  const isDone = isPast || s < Math.round(of * stage.done);
  const dueOn = isDone ? addDays(since, 14 + s * 9) : addDays(today, s === Math.round(of * stage.done) && stage.agreed !== null ? -random.between(2, 12) : random.between(4, 50));
  const said = isDone && step.report !== undefined && organisation !== undefined;
  rows.add("plan_measures", {
    ...placeOf(load, one), id, goal_id: goalId, person_id: one.main.id, title_ct: load.seal(one.keyRef, step.title, "plan_measures", "title_ct", id), responsible_kind: kind,
    responsible_account_id: kind === "account" ? one.leadId! : null, responsible_organisation_id: organisation ?? null, due_on: dueOn, state: isDone ? "done" : s === of - 1 && stage.agreed !== null ? "running" : "open",
    done_on: isDone ? (dueOn < today ? dueOn : today) : null, result_ct: isDone && step.result !== undefined ? load.seal(one.keyRef, step.result, "plan_measures", "result_ct", id) : null,
    report_ct: said ? load.seal(one.keyRef, step.report!, "plan_measures", "report_ct", id) : null, position: s + 1, created_by: one.leadId!, created_at: `${addDays(since, -5)} 10:35`,
  });
  return { id, title: step.title, who: { kind, name: kind === "account" ? load.nameOf(one.leadId!) : organisation === undefined ? "" : load.nameOf(organisation) }, dueOn };
}

/** Word by word as it was agreed; some in two languages, some still to be signed. */
function addAgreement(load: Planning, one: Placed, goals: readonly MadeGoal[], agreedOn: CalendarDay): void {
  const { rows, random } = load;
  const id = random.id();
  const [spoken = "de"] = one.main.origin.languages;
  const language = SHEETS[spoken] ?? "de";
  const isPaper = random.chance(0.5);
  const content = {
    signer: [`${one.main.given} ${one.main.family}`, one.main.own].filter((n) => n !== "").join(" · "), manager: load.nameOf(one.leadId!), office: "Kommunales Integrationszentrum", interpreter: language === "de" ? "" : "Sprachmittlungspool des Kreises", nextReviewOn: addDays(agreedOn, 91),
    textVersion: "2026-11", considered: goals.map((g) => g.id),
    goals: goals.map((g) => ({
      id: g.id, personId: one.main.id, person: "", lifeArea: g.story.area, wish: g.story.wish[g.language]!, wishLanguage: g.language === "fa-AF" ? "fa" : g.language, de: g.story.goal, other: g.story.other?.[language] ?? "",
      measures: g.measures.map((m) => ({ id: m.id, de: m.title, other: "", who: m.who, dueOn: m.dueOn })),
    })),
  };
  const signedOn = isPaper && random.chance(0.3) ? null : agreedOn;
  rows.add("plan_agreements", {
    ...placeOf(load, one), id, person_id: one.main.id, version_number: 1, language, content_ct: load.seal(one.keyRef, JSON.stringify(content), "plan_agreements", "content_ct", id), agreed_on: agreedOn, signing: isPaper ? "paper" : "together",
    person_signed_on: signedOn, account_signed_on: signedOn, created_by: one.leadId!, created_at: `${agreedOn} 11:20`,
  });
}

const SAID = ["„Es geht langsam, aber es geht.“", "Ist stolz auf die Prüfung und möchte jetzt weiter.", "Findet den Weg zum Kurs zu weit; wir suchen einen anderen."];
function addReview(load: Planning, one: Placed, stage: Stage, goals: readonly MadeGoal[], on: CalendarDay): void {
  const { rows, random } = load;
  const id = random.id();
  const isClosing = one.phase === "closed";
  rows.add("plan_reviews", {
    ...placeOf(load, one), id, kind: isClosing ? "closing" : "review", reviewed_on: on, next_review_on: isClosing ? null : addDays(on, 91), note_ct: load.seal(one.keyRef, random.pick(SAID), "plan_reviews", "note_ct", id), reviewed_by: one.leadId!, created_at: `${on} 15:10`,
  });
  for (const [i, goal] of goals.entries()) {
    if (i > 1 && !stage.closes) continue;
    const attainment = attainmentOf(i);
    rows.add("plan_review_goals", { ...placeOf(load, one), review_id: id, goal_id: goal.id, attainment, level: Math.min(5, levelBefore(i) + Math.max(0, attainment + 1)) });
  }
}
