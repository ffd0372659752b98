import { writeFile } from "../files/index.ts";
import { addDays, type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { findRule } from "../rules/index.ts";
import type { Vault } from "../vault/index.ts";
import type { Caseload } from "./caseload.ts";
import { addOfficeFacts } from "./facts.ts";
import { addFamily } from "./families.ts";
import { inventedPdf } from "./invented-pdf.ts";
import { APPOINTMENTS, CHECKED, COLLEAGUES, COMMON, PAPERS, PLACES, rightFor, TASKS } from "./offices.data.ts";
import { STATUSES } from "./names.data.ts";
import type { Invented } from "./people.ts";
import { SeededRandom } from "./random.ts";
import { emailOf, type Town } from "./staff.data.ts";
import type { BuiltTown } from "./town.ts";

type OfficeKey = "abh" | "ebh";
interface OfficeLoad {
  readonly basisId: string;
  readonly load: Caseload;
  readonly office: OfficeKey;
  readonly officers: readonly string[];
}
/** Beside those that share the numbers of the whole Kreis. */
const MORE: Readonly<Record<OfficeKey, number>> = { abh: 60, ebh: 45 };

/** What the officers of the two authorities have to do on the persons of their rooms. With numbers of its own, so that nothing else of the Kreis becomes another. */
export async function addOffices(built: BuiltTown, town: Town, people: Readonly<Record<OfficeKey, readonly Invented[]>>, seed: string, files: { readonly vault: Vault; readonly dir: string } | undefined): Promise<void> {
  const first = built.caseloadOf("abh");
  const random = new SeededRandom(`${seed} offices`, Date.parse(`${first.today}T03:00:00Z`) - 86_400_000);
  const basisId = random.id();
  built.rows.add("legal_bases", { tenant_id: built.tenantId, id: basisId, kind: "statutory_task", citation: "Art. 6 Abs. 1 Buchst. e DSGVO, § 3 Abs. 1 DSG NRW", purpose: "Auskunft der Ausländer- und der Einbürgerungsbehörde an eine Stelle, die sie für ihre Aufgabe braucht", recipients: "die fragende öffentliche Stelle", retention: "mit der Ausländerakte" });
  for (const office of ["abh", "ebh"] as const) {
    const load: Caseload = { ...built.caseloadOf(office), random, status: () => random.pick(COMMON[office]) };
    const officers = [built.accounts.get(town.staff.find((s) => s.room === office)!.key)!, addColleague(load, built, town, office)];
    const persons = [...people[office]];
    for (const until = persons.length + MORE[office]; persons.length < until; ) {
      const { main, others } = addFamily(load, random.weighted({ single: 5, couple: 2, family: 2 }), random.pick(officers), addDays(load.today, -random.between(20, 700)), false);
      persons.push(main, ...others);
    }
    const of: OfficeLoad = { load, office, officers, basisId };
    for (const [i, person] of persons.entries()) await addWork(of, person, i, files);
    addAppointments(of, persons.filter((p) => p.age >= 14));
    addLetters(of, built, persons);
    addOfficeFacts(load, office, persons, officers);
  }
}

function addColleague({ rows, random, tenantId, roomId, today }: Caseload, built: BuiltTown, town: Town, office: OfficeKey): string {
  const member = COLLEAGUES.find((c) => c.office === office)!;
  const [id, since] = [random.id(), addDays(today, -400)];
  rows.add("accounts", {
    tenant_id: tenantId, id, organisation_id: built.offices.get(office)!, side: "authority", email: emailOf(town, member), title: "", given_name: member.given, family_name: member.family, job_title: member.job, phone: "0299 40-340", created_at: `${since} 09:00`,
  });
  rows.add("memberships", { tenant_id: tenantId, id: random.id(), account_id: id, account_side: "authority", room_id: roomId, room_side: "authority", controller_id: null, role: member.roles[0], from_on: since, needs_confirmation: false, granted_at: `${since} 09:00` });
  return id;
}

async function addWork(of: OfficeLoad, person: Invented, index: number, files: { readonly vault: Vault; readonly dir: string } | undefined): Promise<void> {
  const { load, office, officers } = of;
  const { random, today } = load;
  const owner = officers[index % 3 === 0 ? 1 : 0]!;
  const open = index % 7 === 6 ? 0 : random.between(1, 3);
  for (let i = 0; i < open; i += 1) {
    const when = random.weighted({ overdue: 3, today: 2, soon: 4, later: 6 });
    addFollowUp(of, person, owner, random.pick(TASKS[office]), addDays(today, when === "overdue" ? -random.between(1, 25) : when === "today" ? 0 : when === "soon" ? random.between(1, 7) : random.between(8, 120)), null);
  }
  for (let i = 0; i < random.between(0, 2); i += 1) {
    const day = addDays(today, -random.between(10, 200));
    addFollowUp(of, person, owner, random.pick(TASKS[office]), day, day);
  }
  const papers = files === undefined || index % 2 === 1 ? [] : await addPapers(of, person, owner, files);
  if (person.age >= 14 && CHECKED[office].includes(person.status) && index % 4 !== 1) addCheck(of, person, owner, index, papers);
}

function addFollowUp({ load }: OfficeLoad, person: Invented, owner: string, title: string, due: CalendarDay, doneOn: CalendarDay | null): void {
  const id = load.random.id();
  load.rows.add("officer_follow_ups", {
    tenant_id: load.tenantId, room_id: load.roomId, id, person_id: person.id, owner_id: owner, due_on: due, kind: "task", title_ct: load.seal(person.keyRef, title, "officer_follow_ups", "title_ct", id), done_on: doneOn, done_by: doneOn === null ? null : owner, created_by: owner,
  });
}

async function addPapers({ load }: OfficeLoad, person: Invented, owner: string, files: { readonly vault: Vault; readonly dir: string }): Promise<string[]> {
  const { rows, random, tenantId, roomId, today } = load;
  const ids: string[] = [];
  for (const [name, kind, words] of random.pickSome(PAPERS, random.between(1, 3))) {
    const id = random.id();
    const binding = { tenant: tenantId, table: "papers", column: "stored_name", row: id, version: 1 };
    const stored = await writeFile(inventedPdf([words, "", "Erfunden, wie alles in dieser Vorführung."]), { keys: files.vault, keyRef: person.keyRef, binding, dir: files.dir, maxBytes: 1_000_000, fileName: name });
    rows.add("papers", {
      tenant_id: tenantId, room_id: roomId, id, person_id: person.id, name_ct: load.seal(person.keyRef, name, "papers", "name_ct", id), kind, media_type: stored.kind!, size: stored.size, mac: stored.fingerprint, stored_name: stored.storedName, author_id: owner,
      created_at: `${addDays(today, -random.between(1, 90))} 10:40`,
    });
    ids.push(id);
  }
  return ids;
}
/** In all states: hardly begun, half way, everything there, and closed. */
function addCheck({ load, office, officers }: OfficeLoad, person: Invented, owner: string, index: number, papers: readonly string[]): void {
  const { rows, random, tenantId, roomId, today } = load;
  const rule = findRule(rightFor(office, person.age, index))!;
  const progress = ["begun", "begun", "half", "half", "done", "closed"][index % 6]!;
  const [id, opened] = [random.id(), addDays(today, -random.between(4, 120))];
  const isClosed = progress === "closed";
  rows.add("completeness_checks", { tenant_id: tenantId, room_id: roomId, id, person_id: person.id, rule: rule.id, opened_on: opened, opened_by: owner, closed_on: isClosed ? addDays(today, -2) : null, closed_by: isClosed ? officers[0]! : null });
  const left = [...papers];
  for (const condition of rule.conditions.filter((c) => c.evidence.length > 0)) {
    const share = progress === "begun" ? 0.3 : progress === "half" ? 0.7 : 1;
    if (!random.chance(share)) continue;
    const isAllThere = progress === "done" || isClosed;
    for (const [i, evidence] of condition.evidence.entries()) {
      const state = isAllThere ? (i === 0 ? "seen" : "not_needed") : i === 0 ? random.weighted({ there: 3, seen: 2, missing: 4 }) : random.weighted({ not_needed: 5, missing: 1 });
      const paper = state === "there" ? (left.pop() ?? null) : null;
      rows.add("check_papers", { tenant_id: tenantId, room_id: roomId, person_id: person.id, check_id: id, condition: condition.id, evidence, state, paper_id: paper, set_by: owner, set_at: `${addDays(opened, 1)} 11:05` });
    }
  }
}

const TIMES = ["08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "13:30", "14:00", "14:30", "15:00"];
/** Today full, the days around it less, and weekends free but for today. */
function addAppointments({ load, office, officers }: OfficeLoad, persons: readonly Invented[]): void {
  const { rows, random, tenantId, roomId, today } = load;
  for (let offset = -21; offset <= 28; offset += 1) {
    const day = addDays(today, offset);
    if (offset !== 0 && [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) continue;
    const times = random.pickSome(TIMES, offset === 0 ? 9 : Math.abs(offset) < 8 ? random.between(4, 8) : random.between(1, 4));
    for (const time of times) {
      const state = offset < 0 ? random.weighted({ came: 7, no_show: 2, cancelled: 1 }) : offset === 0 && time < "10:00" ? random.weighted({ came: 3, no_show: 1 }) : "planned";
      rows.add("appointments", {
        tenant_id: tenantId, room_id: roomId, id: random.id(), person_id: random.pick(persons).id, happens_on: day, happens_at: time, place: random.pick(PLACES[office]), purpose: random.weighted(APPOINTMENTS[office]), needs_interpreter: random.chance(0.3), owner_id: random.pick(officers),
        state, created_by: officers[0]!,
      });
    }
  }
}

/** A request of the case management that waits, one that is linked; a disclosure before a second officer and one that left. */
function addLetters({ load, officers, basisId }: OfficeLoad, built: BuiltTown, persons: readonly Invented[]): void {
  const { rows, random, tenantId, roomId, today } = load;
  const ki = built.offices.get("ki")!;
  const grown = persons.filter((p) => p.age >= 18);
  for (const [i, needed] of ["Bis wann gilt der Titel? Der Sprachkurs verlangt einen Nachweis.", "Liegt der Antrag vollständig vor?"].entries()) {
    const person = grown[3 + i]!;
    const [id, keyRef, day] = [random.id(), load.newKey(), addDays(today, -1 - i)];
    const content = { type: "request", sender: { organisation: "Kommunales Integrationszentrum Kreis Lindenau", person: "Sabine Kurz", role: "Case Management" }, sentOn: germanDay(day), about: `${person.family}, ${person.given}, geboren ${person.birthYear ?? "unbekannt"}`, needed, basis: "Einwilligung der Person, liegt bei uns vor" };
    rows.add("inbox_items", {
      tenant_id: tenantId, room_id: roomId, id, kind: "request", thread_id: random.id(), sender_id: ki, sender_name: "Kommunales Integrationszentrum Kreis Lindenau", is_87: false, key_ref: keyRef, content_ct: load.seal(keyRef, JSON.stringify(content), "inbox_items", "content_ct", id),
      received_at: `${day} 09:40`, state: "received", decided_by: null, decided_at: null, reason_ct: null, person_id: i === 0 ? null : person.id,
    });
  }
  for (const [i, state] of (["awaiting_second", "sent"] as const).entries()) {
    const person = grown[8 + i]!;
    const [id, day] = [random.id(), addDays(today, -3 * (i + 1))];
    const isSent = state === "sent";
    const of = { tenant_id: tenantId, room_id: roomId, person_id: person.id };
    rows.add("officer_disclosures", {
      ...of, id, recipient_id: ki, recipient_name: "Kommunales Integrationszentrum Kreis Lindenau", channel: "inbox", legal_basis_id: basisId, purpose_ct: load.seal(person.keyRef, "Verlängerung des Sprachkurses", "officer_disclosures", "purpose_ct", id),
      necessity_ct: load.seal(person.keyRef, "Ohne den Status bewilligt der Träger den Kurs nicht.", "officer_disclosures", "necessity_ct", id), author_id: officers[1]!, state, second_id: isSent ? officers[0]! : null, second_at: isSent ? `${day} 14:10` : null,
      thread_id: random.id(), sent_at: isSent ? `${day} 14:10` : null, recipient_state: isSent ? "accepted" : null, created_at: `${day} 13:30`,
    });
    for (const [n, [field, label, value]] of ([["person.names", "Name", `${person.family}, ${person.given}`], ["person.residence_status", "Aufenthaltsstatus", STATUSES[person.status][1]]] as const).entries()) {
      rows.add("officer_disclosure_items", { ...of, disclosure_id: id, position: n + 1, field, label, value_ct: load.seal(person.keyRef, value, "officer_disclosure_items", "value_ct", `${id}:${n + 1}`) });
    }
  }
}
