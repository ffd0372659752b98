import type { ClientBase } from "pg";
import { addDays, type CalendarDay, dayOf } from "../kernel/calendar-day.ts";
import { hashPassword } from "../accounts/index.ts";
import type { Vault } from "../vault/index.ts";
import { addAppointments } from "./appointments.ts";
import { addAssessments } from "./assessments.ts";
import { addCase } from "./cases.ts";
import type { Caseload, EndPhase, Placed } from "./caseload.ts";
import { addConsents, addTextReviews } from "./consents.ts";
import { addCaseFacts } from "./facts.ts";
import { addFamily, type Household } from "./families.ts";
import { addDisclosures } from "./disclosures.ts";
import { addDocuments } from "./documents.ts";
import { addLetters } from "./letters.ts";
import { addAftercare } from "./aftercare.ts";
import { addHandovers } from "./handovers.ts";
import { addMoves } from "./moves.ts";
import { addOffices } from "./offices.ts";
import { addPlans } from "./plans.ts";
import { addPortals } from "./portal.ts";
import type { Invented } from "./people.ts";
import { EMERGENCY_REASONS } from "./notes.data.ts";
import { SeededRandom } from "./random.ts";
import { setAbsence, setCaseCounters, setPasswords } from "./rows.sql.ts";
import { BIRKENFELS, DEMO_PASSWORD, LINDENAU, type Town } from "./staff.data.ts";
import { addRetention } from "./retention.ts";
import { addShares } from "./shares.ts";
import { addStories } from "./stories.ts";
import { addSwitches } from "./switches.ts";
import { addUnfinished } from "./unfinished.ts";
import { addVolunteerTasks } from "./volunteers.ts";
import { type BuiltTown, buildTown, type Making } from "./town.ts";

const SEED = "einklang-lindenau-1";
const HOUSEHOLDS: Readonly<Record<Household, number>> = { single: 26, couple: 10, family: 34, one_parent: 16, siblings: 8, minor: 6 };
const PHASES: Readonly<Record<EndPhase, number>> = {
  enquiry: 7, clearing: 9, admitted: 6, assessment: 12, planning: 13, implementation: 26, monitoring: 11, evaluation: 5, closed: 20, advised_onward: 5, not_admitted: 4, dormant: 6, reopened: 4,
};

/**
 * The invented Kreis and its neighbour, the same for the same day: ids and contents, all but keys and ciphertexts. Papers lie in
 * files only where there is a place for them.
 */
export async function loadLindenau(owner: ClientBase, vault: Vault, now: Date, filesDir?: string): Promise<void> {
  const today = dayOf(now);
  const random = new SeededRandom(`${SEED} ${today}`, Date.parse(`${today}T04:00:00Z`) - 86_400_000);
  const making: Making = { owner, vault, random, today };
  const hash = await hashPassword(DEMO_PASSWORD);
  await loadTown(making, LINDENAU, { cases: 128, people: { abh: 60, ebh: 25 }, hash, filesDir });
  await loadTown(making, BIRKENFELS, { cases: 24, people: { abh: 12 }, hash, filesDir });
}

interface Size {
  readonly cases: number;
  readonly people: Readonly<Record<string, number>>;
  readonly hash: string;
  readonly filesDir: string | undefined;
}

async function loadTown(making: Making, town: Town, size: Size): Promise<void> {
  const { owner, random, today } = making;
  const built = await buildTown(making, town);
  const load = built.caseloadOf("kim");
  const managers = town.staff.filter((s) => s.roles.includes("case_manager")).map((s) => built.accounts.get(s.key)!);
  const cases = Array.from({ length: size.cases }, (_, i) => addOneCase(load, built, town, managers, i));
  const people: Record<string, readonly Invented[]> = {};
  for (const [room, count] of Object.entries(size.people)) people[room] = addOfficePeople(built, town, room, count);
  addShortAdvices(built, managers, Math.ceil(size.cases / 2), today);
  addEmergencies(load, built, managers, cases);
  addUnfinished(load, cases, built.accounts.get(town.staff[0]!.key)!, addDays(today, -1));
  if (size.filesDir !== undefined) await addDocuments(load, cases, making.vault, size.filesDir);
  addTextReviews(load, built.accounts.get(town.staff.find((s) => s.roles.includes("tenant_administrator"))!.key)!);
  const consents = addConsents(load, cases, built.offices);
  addShares(load, built, town, consents, `${SEED} ${today} ${town.name}`);
  addDisclosures(load, built, cases);
  addSwitches(load, cases);
  addHandovers(load, cases, managers, `${SEED} ${today} ${town.name}`);
  addMoves(load, cases, `${SEED} ${today} ${town.name}`);
  addAftercare(load, cases, `${SEED} ${today} ${town.name}`);
  addRetention(load, cases, built.accounts.get(town.staff.find((s) => s.roles.includes("team_lead"))!.key)!, `${SEED} ${today} ${town.name}`);
  addVolunteerTasks(load, cases, built.accounts.get("sommer"));
  addPlans(load, built, town, cases, consents, `${SEED} ${today} ${town.name}`);
  addAppointments(load, cases, consents, built.offices, managers, `${SEED} ${today} ${town.name}`);
  addAssessments(load, built, cases, `${SEED} ${today} ${town.name}`);
  addCaseFacts(load, cases, `${SEED} ${today} ${town.name}`);
  if (town === LINDENAU) await addStories(load, managers, `${SEED} ${today}`, size.filesDir === undefined ? undefined : { vault: making.vault, dir: size.filesDir });
  if (people["abh"] !== undefined && people["ebh"] !== undefined) await addOffices(built, town, { abh: people["abh"], ebh: people["ebh"] }, `${SEED} ${today}`, size.filesDir === undefined ? undefined : { vault: making.vault, dir: size.filesDir });
  await addLetters(load, cases, { lead: built.accounts.get(town.staff.find((s) => s.roles.includes("team_lead"))!.key)!, administrator: built.accounts.get(town.staff.find((s) => s.roles.includes("tenant_administrator"))!.key)! }, `${SEED} ${today} ${town.name}`, size.filesDir === undefined ? undefined : { vault: making.vault, dir: size.filesDir });
  await built.rows.write(owner);
  if (town === LINDENAU) await addPortals(owner, making.vault, built.tenantId, today, `${SEED} ${today}`);
  await setCaseCounters(owner, built.tenantId, load.next);
  await setPasswords(owner, built.tenantId, size.hash);
  const [away, deputy] = [managers.at(-1)!, managers.at(-2)!];
  await setAbsence(owner, built.tenantId, away, addDays(today, -3), addDays(today, 11 + random.between(0, 3)), deputy);
}

/** Phases and managers in turn, so that every list has something of each; the days by chance. */
function addOneCase(load: Caseload, built: BuiltTown, town: Town, managers: readonly string[], i: number): Placed {
  const { random, today } = load;
  const inTurn = (Object.keys(PHASES) as EndPhase[])[i];
  const phase = inTurn ?? random.weighted(PHASES);
  const isYoung = phase === "enquiry" || phase === "clearing";
  const openedOn = addDays(today, -(isYoung ? random.between(1, 45) : random.between(90, 730)));
  const lead = built.accounts.get(town.staff[0]!.key)!;
  const leadId = phase === "enquiry" && random.chance(0.6) ? null : random.chance(0.04) ? lead : managers[i % managers.length]!;
  const createdBy = leadId ?? lead;
  const family = addFamily(load, random.weighted(HOUSEHOLDS), createdBy, openedOn);
  const other = managers[(i + 1) % managers.length]!;
  const added = addCase(load, {
    family, phase, openedOn, leadId, createdBy,
    ...(leadId !== null && random.chance(0.1) ? { substitute: { accountId: other, from: addDays(today, -5), until: addDays(today, random.between(5, 20)) } } : {}),
    ...(leadId !== null && random.chance(0.08) ? { memberId: lead } : {}),
  });
  return { ...added, leadId, phase, main: family.main };
}

/** Persons of the authorities' own rooms: other records, also where it would be the same human. */
function addOfficePeople(built: BuiltTown, town: Town, room: string, count: number): Invented[] {
  const made: Invented[] = [];
  const register = built.registerOf(room);
  const officer = built.accounts.get(town.staff.find((s) => s.room === room)!.key)!;
  while (made.length < count) {
    const family = addFamily(register, register.random.weighted({ single: 5, couple: 2, family: 2 }), officer, addDays(register.today, -register.random.between(20, 700)), false);
    made.push(family.main, ...family.others);
  }
  return made;
}

function addShortAdvices(built: BuiltTown, managers: readonly string[], count: number, today: CalendarDay): void {
  const { rows, tenantId, rooms } = built;
  const { random } = built.registerOf("kim");
  for (let i = 0; i < count; i += 1) {
    const day = addDays(today, -random.between(0, 700));
    rows.add("short_advices", {
      tenant_id: tenantId, room_id: rooms.get("kim")!, id: random.id(), happened_on: day, language: random.pick(["de", "ar", "uk", "fa-AF", "tr", "en"]), life_areas: random.pickSome(["aufenthalt", "sprache", "arbeit", "wohnen", "leistungen", "bildung"], random.between(1, 2)),
      outcome: random.weighted({ answered: 6, advised_onward: 4, appointment: 2, no_solution: 1 }), minutes: random.pick([5, 10, 15, 20, 30]), author_id: random.pick(managers), created_at: `${day} 15:00`,
    });
  }
}

/** Two that the data protection officer has judged, and one that waits for it. */
function addEmergencies(load: Caseload, { rows, tenantId, rooms, accounts }: BuiltTown, managers: readonly string[], cases: readonly Placed[]): void {
  const { random, today } = load;
  const reviewer = accounts.get("seidel") ?? accounts.get("engel")!;
  for (const [i, daysAgo] of [95, 40, 2].entries()) {
    const target = cases.filter((c) => c.leadId !== null)[10 + i * 3];
    if (target === undefined) continue;
    const id = random.id();
    const by = managers.find((m) => m !== target.leadId)!;
    const day = addDays(today, -daysAgo);
    const isReviewed = daysAgo > 7;
    rows.add("emergency_accesses", {
      tenant_id: tenantId, room_id: rooms.get("kim")!, id, case_id: target.id, account_id: by, key_ref: target.keyRef, reason_ct: load.seal(target.keyRef, random.pick(EMERGENCY_REASONS), "emergency_accesses", "reason_ct", id),
      began_at: `${day} 13:05`, ends_at: `${day} 13:50`, review_due_on: addDays(day, 7), reviewed_at: isReviewed ? `${addDays(day, 3)} 10:00` : null, reviewed_by: isReviewed ? reviewer : null, review: isReviewed ? "justified" : null,
    });
    rows.add("access_records", {
      tenant_id: tenantId, id: random.id(), room_id: rooms.get("kim")!, at: `${day} 13:05`, account_id: by, function: "case_manager", action: "emergency.begun", object_kind: "case", object_ids: [target.id], case_id: target.id,
    });
  }
}
