import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import { CAN, LEARNT, NOTES, TIES } from "./assessments.data.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";
import type { BuiltTown } from "./town.ts";

const RUNNING: ReadonlySet<string> = new Set(["assessment", "planning", "implementation", "monitoring", "evaluation"]);
const DAYS_BETWEEN = 120;

/** A third of the running cases were assessed twice, others once; some have a network map and what was learnt. */
export function addAssessments(shared: Caseload, built: BuiltTown, cases: readonly Placed[], seed: string): void {
  const random = new SeededRandom(`${seed} assessments`, Date.parse(`${shared.today}T05:00:00Z`) - 86_400_000);
  const load: Caseload = { ...shared, random };
  const running = cases.filter((c) => c.leadId !== null && RUNNING.has(c.phase) && c.main.age >= 14);
  for (const [i, one] of running.entries()) {
    if (i % 3 === 2) continue;
    const levels = new Map<string, number>();
    if (i % 3 === 0) assess(load, one, addDays(load.today, -DAYS_BETWEEN - random.between(0, 30)), levels);
    assess(load, one, addDays(load.today, -random.between(2, 40)), levels);
    if (i % 2 === 0) learnt(load, one);
    if (i % 3 === 0) knows(load, built, one);
  }
}

const ofCase = (load: Caseload, one: Placed) => ({ tenant_id: load.tenantId, room_id: load.roomId, case_id: one.id, person_id: one.main.id });

/** The first time from one to four; the next time it mostly got better, and here and there it did not. */
function assess(load: Caseload, one: Placed, on: CalendarDay, levels: Map<string, number>): void {
  const { random, rows } = load;
  const isArabic = one.main.origin.languages[0] === "ar";
  const id = random.id();
  rows.add("assessments", { ...ofCase(load, one), id, assessed_on: on, state: "done", words_language: isArabic ? "ar" : "de", is_together: random.chance(0.7), created_by: one.leadId!, created_at: `${on} 14:10` });
  for (const [area, notes] of Object.entries(NOTES)) {
    const before = levels.get(area);
    if (random.chance(before === undefined ? 0.2 : 0.15)) continue;
    const level = Math.min(5, Math.max(1, before === undefined ? random.between(1, 4) : before + random.pick([-1, 0, 1, 1, 1, 2])));
    levels.set(area, level);
    const entry = random.id();
    const seal = (column: string, text: string | undefined): Buffer | null => (text === undefined ? null : load.seal(one.keyRef, text, "assessment_entries", column, entry));
    const said = notes.words.length > 0 && random.chance(0.45) ? random.pick(notes.words)[isArabic ? 1 : 0] : undefined;
    rows.add("assessment_entries", {
      ...ofCase(load, one), id: entry, assessment_id: id, life_area: area, level, person_level: random.chance(0.5) ? Math.min(5, Math.max(1, level + random.pick([-1, 0, 0, 1]))) : null,
      resource_ct: seal("resource_ct", random.chance(0.6) ? random.pick(notes.resource) : undefined), need_ct: seal("need_ct", level <= 3 && random.chance(0.75) ? random.pick(notes.need) : undefined), person_words_ct: seal("person_words_ct", said),
      is_entrusted: area === "gesundheit",
    });
  }
}

function learnt(load: Caseload, one: Placed): void {
  const { random, rows } = load;
  const add = (kind: string, title: string, recognition: string): void => {
    const id = random.id();
    rows.add("qualifications", { ...ofCase(load, one), id, kind, title_ct: load.seal(one.keyRef, title, "qualifications", "title_ct", id), gained_year: kind === "skill" ? null : random.between(2004, 2019), recognition, created_by: one.leadId! });
  };
  if (one.main.age >= 18) add(...random.pick(LEARNT));
  add(...random.pick(CAN), "open");
}

function knows(load: Caseload, built: BuiltTown, one: Placed): void {
  const { random, rows } = load;
  for (const [kind, name, closeness, effect, office, note] of TIES) {
    if (random.chance(0.3)) continue;
    const id = random.id();
    const seal = (column: string, text: string): Buffer => load.seal(one.keyRef, text, "network_ties", column, id);
    rows.add("network_ties", {
      ...ofCase(load, one), id, kind, name_ct: seal("name_ct", name), organisation_id: built.offices.get(office) ?? null, closeness, effect, note_ct: note === "" ? null : seal("note_ct", note), created_by: one.leadId!,
    });
  }
}
