import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import type { Family } from "./families.ts";
import { ADMISSION_REASONS, DECLINE_REASONS, HANDOVERS } from "./notes.data.ts";
import { addContacts } from "./contacts.ts";
import { addFollowUps } from "./follow-ups.ts";
import { type AddedCase, type Caseload, type EndPhase, WAY } from "./caseload.ts";
import type { Register } from "./people.ts";

export interface CasePlan {
  readonly family: Family;
  readonly phase: EndPhase;
  readonly openedOn: CalendarDay;
  /** null: nobody has it yet */
  readonly leadId: string | null;
  readonly createdBy: string;
  readonly substitute?: { readonly accountId: string; readonly from: CalendarDay; readonly until: CalendarDay };
  readonly memberId?: string;
  /** fewer of everything, for load in bulk */
  readonly isBrief?: boolean;
}

interface Step {
  readonly phase: EndPhase;
  readonly from: CalendarDay;
  readonly until: CalendarDay | null;
}

/** The phases that led to where a case is, with their days. */
function stepsTo({ random, today }: Register, phase: EndPhase, openedOn: CalendarDay): Step[] {
  const way: EndPhase[] =
    phase === "advised_onward" || phase === "not_admitted" ? ["enquiry", "clearing", phase]
    : phase === "dormant" ? [...WAY.slice(0, 6), "dormant"]
    : phase === "reopened" ? [...WAY, "reopened"]
    : WAY.slice(0, WAY.indexOf(phase) + 1);
  // the rest of the time until today is divided; at least a day each
  const span = Math.max(way.length, daysBetween(openedOn, today) - random.between(0, 20));
  const cuts = way.map((_, i) => addDays(openedOn, Math.floor((span * i) / way.length)));
  return way.map((name, i) => ({ phase: name, from: cuts[i]!, until: i + 1 < way.length ? cuts[i + 1]! : null }));
}

export function addCase(load: Caseload, plan: CasePlan): AddedCase {
  const { rows, random, tenantId, roomId } = load;
  const id = random.id();
  const keyRef = load.newKey();
  const base = { tenant_id: tenantId, room_id: roomId, case_id: id };
  const steps = stepsTo(load, plan.phase, plan.openedOn);
  const end = steps.at(-1)!;
  const isOver = plan.phase === "closed" || plan.phase === "advised_onward" || plan.phase === "not_admitted";
  const areas = random.pickSome(load.lifeAreas.slice(0, -1), random.between(2, 5));
  const author = plan.leadId ?? plan.createdBy;
  const story = { caseId: id, keyRef, openedOn: plan.openedOn, lastOn: isOver ? end.from : load.today, areas, author, persons: [plan.family.main, ...plan.family.others], isBrief: plan.isBrief ?? false };
  addPeople(load, plan, id, keyRef);
  for (const step of plan.isBrief === true ? steps.slice(-3) : steps) {
    rows.add("case_phases", { ...base, id: random.id(), phase: step.phase, began_on: step.from, ended_on: step.until, moved_by: author, moved_at: `${step.from} 11:00` });
  }
  addAdmission(load, plan, steps, areas, id, keyRef);
  const closure = steps.some((s) => s.phase === "closed") ? addClosure(load, steps, author, id, keyRef) : undefined;
  addTeam(load, plan, id);
  const lastContactOn = addContacts(load, story);
  if (!isOver && plan.leadId !== null) addFollowUps(load, { ...story, owner: plan.leadId });
  const number = nextNumber(load.next, Number(plan.openedOn.slice(0, 4)));
  const { main } = plan.family;
  rows.add("cases", {
    tenant_id: tenantId, room_id: roomId, id, number, phase: plan.phase, opened_on: plan.openedOn, admitted_on: steps.find((s) => s.phase === "admitted")?.from ?? null,
    closed_on: isOver ? end.from : null, main_person_id: main.id, main_name: `${main.family}, ${main.given}`, main_name_own: main.own, main_sort: sortText(`${main.family} ${main.given}`),
    main_birth_year: main.birthYear, person_count: 1 + plan.family.others.length, lead_id: plan.leadId, last_contact_on: lastContactOn,
    key_ref: keyRef, created_by: plan.createdBy, created_at: `${plan.openedOn} 10:30`,
  });
  return { id, keyRef, number, ...(closure === undefined ? {} : { closure }) };
}

function nextNumber(next: Map<number, number>, year: number): string {
  const n = next.get(year) ?? 1;
  next.set(year, n + 1);
  return `${year}-${String(n).padStart(4, "0")}`;
}

/** As app.sort_text does it for the names that occur here; a test holds the two together. */
export const sortText = (name: string): string =>
  name.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i").replaceAll("ł", "l").replace(/['’ʼ]/g, "");

function addPeople(load: Caseload, { family, openedOn }: CasePlan, caseId: string, keyRef: string): void {
  const { rows, random, tenantId, roomId } = load;
  const base = { tenant_id: tenantId, room_id: roomId, case_id: caseId };
  for (const person of [family.main, ...family.others]) rows.add("case_persons", { ...base, person_id: person.id, is_main: person === family.main, joined_on: openedOn });
  for (const [one, kind, other] of family.relations) rows.add("case_relations", { ...base, id: random.id(), person_id: one.id, other_person_id: other.id, other_name_ct: null, kind });
  if (family.needsGuardian) {
    const id = random.id();
    rows.add("person_guardians", { tenant_id: tenantId, room_id: roomId, id, person_id: family.main.id, kind: "guardian", name_ct: load.seal(family.main.keyRef, "Jugendamt, Amtsvormundschaft", "person_guardians", "name_ct", id), scope: ["all"], from_on: openedOn, evidence: "Bestallungsurkunde" });
  } else if (random.chance(0.15)) {
    const id = random.id();
    const name = random.pick(["Frau Yousef, Nachbarin, übersetzt manchmal", "Herr Lange, Vermieter", "Tante Mariam in Dortmund"]);
    rows.add("case_relations", { ...base, id, person_id: family.main.id, other_person_id: null, other_name_ct: load.seal(keyRef, name, "case_relations", "other_name_ct", id), kind: random.pick(["neighbour", "other_relative", "interpreter"]) });
  }
}

function addAdmission(load: Caseload, plan: CasePlan, steps: readonly Step[], areas: readonly string[], caseId: string, keyRef: string): void {
  const { rows, random, tenantId, roomId } = load;
  const decided = steps.find((s) => s.phase === "admitted" || s.phase === "advised_onward" || s.phase === "not_admitted");
  const decision = decided?.phase ?? null;
  const reason = random.pick(decision === "admitted" ? ADMISSION_REASONS : DECLINE_REASONS);
  rows.add("case_admissions", {
    tenant_id: tenantId, room_id: roomId, case_id: caseId, access_route: random.pick(["MBE", "Jobcenter", "Selbstmeldung", "Schule", "Ehrenamt", "Sozialamt", "Unterkunft"]), life_areas: areas,
    criteria_met: random.pickSome(load.criteria, random.between(2, 4)), decision, decided_on: decided?.from ?? null, decided_by: decided === undefined ? null : (plan.leadId ?? plan.createdBy),
    reason_ct: decided === undefined ? null : load.seal(keyRef, reason, "case_admissions", "reason_ct", caseId), legal_basis_id: load.legalBasisId,
    informed_on: random.chance(0.9) ? plan.openedOn : null, informed_language: plan.family.main.origin.languages[0]!,
    team_release_on: decision === "admitted" ? decided!.from : null, team_release_form: decision === "admitted" ? random.pick(["written", "written", "oral"]) : null,
  });
}

function addClosure(load: Caseload, steps: readonly Step[], author: string, caseId: string, keyRef: string): { id: string; on: CalendarDay } {
  const { rows, random, tenantId, roomId } = load;
  const id = random.id();
  rows.add("case_closures", {
    tenant_id: tenantId, room_id: roomId, id, case_id: caseId, reason: random.weighted({ goals_reached: 5, handed_to_regular_system: 4, moved_away: 2, wish_of_person: 1, contact_lost: 2, left_country: 1 }),
    handover: random.pick(["to_person", "to_organisation"]), handover_ct: load.seal(keyRef, random.pick(HANDOVERS), "case_closures", "handover_ct", id),
    closed_on: steps.find((s) => s.phase === "closed")!.from, closed_by: author, reopened_on: steps.find((s) => s.phase === "reopened")?.from ?? null,
  });
  return { id, on: steps.find((s) => s.phase === "closed")!.from };
}

function addTeam({ rows, random, tenantId, roomId }: Caseload, plan: CasePlan, caseId: string): void {
  const add = (fn: string, accountId: string, from: CalendarDay, until: CalendarDay | null): void =>
    rows.add("case_team", { tenant_id: tenantId, room_id: roomId, id: random.id(), case_id: caseId, account_id: accountId, function: fn, from_on: from, until_on: until, assigned_by: plan.createdBy, assigned_at: `${from} 10:40` });
  if (plan.leadId !== null) add("lead", plan.leadId, plan.openedOn, null);
  if (plan.substitute !== undefined) add("substitute", plan.substitute.accountId, plan.substitute.from, plan.substitute.until);
  if (plan.memberId !== undefined && plan.memberId !== plan.leadId) add("member", plan.memberId, plan.openedOn, null);
}
