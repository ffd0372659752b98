import type { ClientBase } from "pg";
import { addDays, dayOf } from "../kernel/calendar-day.ts";
import type { Vault } from "../vault/index.ts";
import { addCase } from "./cases.ts";
import { type Caseload, END_PHASES } from "./caseload.ts";
import { addFamily, type Household } from "./families.ts";
import type { Origin } from "./names.data.ts";
import { SeededRandom } from "./random.ts";
import { Rows, setCaseCounters, setPasswords } from "./rows.sql.ts";
import type { StaffMember, Town } from "./staff.data.ts";
import { buildTown, type Making } from "./town.ts";

export interface BulkSize {
  readonly name: string;
  readonly cases: number;
  /** hash of the password of all accounts */
  readonly passwordHash: string;
}

/** What loadBulk needs, with numbers of its own for every municipality. */
export function bulkMaking(owner: ClientBase, vault: Vault, name: string): Making {
  const today = dayOf(new Date());
  return { owner, vault, today, random: new SeededRandom(`einklang bulk ${name} ${today}`, Date.parse(`${today}T00:00:00Z`) - 86_400_000 * 30) };
}

/** The same at every size, so that a manager's list is as long in a small municipality as in a large one. */
const CASES_PER_MANAGER = 40;
/** Fifty-four municipalities have some 650 case managers. What is more than they can have is over, and who led it has left. */
const MOST_MANAGERS = 25;
const CASES_AT_ONCE = 1000;
const FIRST_CASES = 100;
const HOUSEHOLDS: Readonly<Record<Household, number>> = { single: 70, couple: 12, family: 8, one_parent: 6, siblings: 3, minor: 1 };
const SYLLABLES = ["ba", "ra", "ki", "mo", "sa", "ne", "du", "la", "ti", "go", "ha", "wi", "je", "pu", "ze", "fo", "ma", "ri", "ko", "te"];
const LIVE_PHASES = ["clearing", "admitted", "assessment", "planning", "implementation", "implementation", "monitoring", "evaluation"] as const;
const OVER = ["closed", "closed", "closed", "advised_onward", "not_admitted"] as const;

/**
 * One invented municipality with as many cases as asked for; each thousand is committed by itself. Several connections
 * write beside each other, since checking the foreign keys keeps one core of the server busy per connection.
 */
export async function loadBulk(making: Making, size: BulkSize, lanes: readonly ClientBase[], onProgress: (done: number) => void): Promise<void> {
  const { owner } = making;
  const town = bulkTown(size.name, Math.min(MOST_MANAGERS, Math.ceil(size.cases / CASES_PER_MANAGER)));
  await owner.query("begin");
  const built = await buildTown(making, town);
  await built.rows.write(owner);
  await setPasswords(owner, built.tenantId, size.passwordHash);
  await owner.query("commit");
  const accounts = town.staff.filter((s) => s.roles.includes("case_manager")).map((s) => built.accounts.get(s.key)!);
  const common: Caseload = { ...built.caseloadOf("kim"), familyName: (origin) => bulkFamilyName(making.random, origin) };
  let begun = 0;
  let done = 0;
  let nextAnalyze = FIRST_CASES;
  const lane = async (client: ClientBase): Promise<void> => {
    const load = { ...common, rows: new Rows() };
    while (begun < size.cases) {
      const from = begun;
      begun = Math.min(size.cases, from + (from < CASES_AT_ONCE ? FIRST_CASES : CASES_AT_ONCE));
      const count = begun - from;
      for (let i = from; i < from + count; i += 1) addBulkCase(load, accounts, i);
      await client.query("begin; set local synchronous_commit = off");
      await load.rows.write(client);
      await client.query("commit");
      done += count;
      // the checks of foreign keys keep the plan that was best when the tables were small: any index, or none
      if (done >= nextAnalyze) {
        nextAnalyze = done * 4;
        await client.query("analyze");
      }
      onProgress(done);
    }
  };
  await Promise.all(lanes.map(lane));
  await setCaseCounters(owner, built.tenantId, common.next);
}

function addBulkCase(load: Caseload, accounts: readonly string[], place: number): void {
  const { random, today } = load;
  const leadId = accounts[Math.floor(place / CASES_PER_MANAGER)] ?? null;
  const createdBy = leadId ?? accounts[place % accounts.length]!;
  const openedOn = addDays(today, leadId === null ? -random.between(730, 3650) : -random.between(60, 730));
  const phase = leadId === null ? random.pick(OVER) : random.chance(0.75) ? random.pick(LIVE_PHASES) : random.pick(END_PHASES);
  const family = addFamily(load, random.weighted(HOUSEHOLDS), createdBy, openedOn);
  addCase(load, { family, phase, openedOn, leadId, createdBy, isBrief: true });
}

/** Two in ten bear a name that many bear, as in life; the others one of some hundred thousand. */
function bulkFamilyName(random: SeededRandom, origin: Origin): readonly [string, string] {
  if (random.chance(0.2)) return random.pick(origin.families);
  const spoken = Array.from({ length: random.between(3, 4) }, () => random.pick(SYLLABLES)).join("");
  return [`${spoken[0]!.toUpperCase()}${spoken.slice(1)}`, ""];
}

function bulkTown(name: string, managers: number): Town {
  const domain = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`;
  const member = (key: string, given: string, family: string, room: string | null, roles: readonly string[]): StaffMember => ({ key, office: key === "abh" ? "abh" : "ki", given, family, job: "", room, roles });
  return {
    name, domain, towns: [["Musterstadt", "47000"], ["Musterdorf", "47001"]],
    offices: [
      { key: "ki", kind: "integration_centre", name: `Kommunales Integrationszentrum ${name}`, short: "KI" },
      { key: "abh", kind: "immigration_office", name: `Ausländerbehörde ${name}`, short: "ABH" },
    ],
    rooms: [
      { key: "kim", kind: "case_management", name: "Case Management", controller: "ki" },
      { key: "abh", kind: "immigration_office", name: "Ausländerbehörde", controller: "abh" },
    ],
    staff: [
      member("lead", "Team", "Leitung", "kim", ["team_lead", "intake"]),
      member("admin", "Ver", "Waltung", null, ["tenant_administrator"]),
      member("dpo", "Daten", "Schutz", null, ["data_protection_officer"]),
      member("abh", "Abe", "Hase", "abh", ["immigration_officer"]),
      ...Array.from({ length: managers }, (_, i) => member(`m${i + 1}`, "Kim", `Fall${String(i + 1).padStart(5, "0")}`, "kim", ["case_manager"])),
    ],
  };
}
