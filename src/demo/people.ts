import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import { type BirthDate, birthKeys, phoneKey, searchKeys } from "../persons/index.ts";
import { type Origin, ORIGINS, STATUSES, type StatusKey } from "./names.data.ts";
import type { SeededRandom } from "./random.ts";
import type { Rows } from "./rows.sql.ts";

/** Where rows go and what they have in common. */
export interface Register {
  readonly rows: Rows;
  readonly random: SeededRandom;
  readonly today: CalendarDay;
  readonly tenantId: string;
  readonly roomId: string;
  readonly towns: readonly (readonly [name: string, postcode: string])[];
  newKey(): string;
  /** unset: one of the origin's; in bulk there must be as many names as in life, or every search finds thousands */
  familyName?(origin: Origin): readonly [latin: string, own: string];
  /** unset: one of the origin's */
  status?(origin: Origin): StatusKey;
}

export interface Invented {
  readonly id: string;
  readonly keyRef: string;
  readonly family: string;
  readonly given: string;
  readonly own: string;
  readonly birthYear: number | null;
  readonly age: number;
  readonly isFemale: boolean;
  readonly origin: Origin;
  readonly status: StatusKey;
}

export interface Traits {
  readonly origin: Origin;
  readonly family: readonly [string, string];
  readonly isFemale: boolean;
  readonly age: number;
  readonly enteredOn: CalendarDay;
  readonly status: StatusKey;
  readonly address: readonly [street: string, postcode: string, town: string];
  readonly recordedBy: string;
  readonly recordedOn: CalendarDay;
  readonly hasCase: boolean;
  /** told to the day; unset: by chance, of that age */
  readonly bornOn?: CalendarDay;
  /** every paper so far, oldest first; unset: by chance, ending with the status */
  readonly papers?: readonly (readonly [status: StatusKey, from: CalendarDay, until: CalendarDay | null])[];
}

const STREETS = ["Bahnhofstraße", "Lindenallee", "Am Markt", "Schulstraße", "Mühlenweg", "Goethestraße", "Zum Hagen", "Gartenstraße", "Kirchplatz", "Ringstraße"];

export function pickOrigin(random: SeededRandom): Origin {
  const shares = Object.fromEntries(ORIGINS.map((origin, i) => [String(i), origin.share]));
  return ORIGINS[Number(random.weighted(shares))]!;
}

export function pickAddress({ random, towns }: Pick<Register, "random" | "towns">): readonly [string, string, string] {
  const [town, postcode] = random.pick(towns);
  return [`${random.pick(STREETS)} ${random.between(1, 140)}`, postcode, town];
}

/** One invented person with everything that belongs to the register. */
export function addPerson(register: Register, traits: Traits): Invented {
  const { rows, random, today, tenantId, roomId } = register;
  const id = random.id();
  const keyRef = register.newKey();
  const [given, ownGiven] = random.pick(traits.isFemale ? traits.origin.women : traits.origin.men);
  const [family, ownFamily] = traits.family;
  const birth = traits.bornOn === undefined ? birthOf(random, today, traits.age) : bornOn(traits.bornOn);
  rows.add("persons", {
    tenant_id: tenantId, room_id: roomId, id, birth_on: birth.on, birth_precision: birth.precision, birth_placeholder: birth.isPlaceholder,
    gender: traits.isFemale ? "female" : "male", entered_on: traits.enteredOn, entered_precision: "day", recorded_by: traits.recordedBy,
    has_case: traits.hasCase, key_ref: keyRef, created_at: `${traits.recordedOn} 10:00`,
  });
  const base = { tenant_id: tenantId, room_id: roomId };
  const name = (kind: string, script: string, f: string, g: string, primary: boolean): void =>
    rows.add("person_names", { ...base, id: random.id(), person_id: id, kind, script, family: f, given: g, is_primary: primary });
  name("passport", "Latn", family, given, true);
  const hasOwn = traits.origin.script !== "Latn" && ownFamily !== "" && random.chance(0.8);
  if (hasOwn) name("own_script", traits.origin.script, ownFamily, ownGiven, false);
  rows.add("person_nationalities", { ...base, id: random.id(), person_id: id, code: traits.origin.nationality });
  rows.add("person_languages", { ...base, id: random.id(), person_id: id, code: traits.origin.languages[0]!, level: "native", needs_interpreter: traits.age > 16 && random.chance(0.5), is_preferred: true });
  if (traits.age > 6 && random.chance(0.7)) rows.add("person_languages", { ...base, id: random.id(), person_id: id, code: "de", level: random.pick(["A1", "A2", "B1", "B1", "B2"]), needs_interpreter: false, is_preferred: false });
  const [street, postcode, town] = traits.address;
  rows.add("person_addresses", { ...base, id: random.id(), person_id: id, street, postcode, town, municipality: town, is_protected: random.chance(0.015), from_on: addDays(traits.enteredOn, random.between(0, 200)) });
  const phone = traits.age >= 16 && random.chance(0.85) ? `+49 15${random.between(1, 7)} ${random.between(1_000_000, 9_999_999)}` : null;
  if (phone !== null) rows.add("person_channels", { ...base, id: random.id(), person_id: id, kind: "mobile", value: phone, is_safe: random.pick([true, true, null, false]) });
  addStatuses(register, id, traits);
  const spelled = [{ family, given }, ...(hasOwn ? [{ family: ownFamily, given: ownGiven }] : [])];
  addKeys(register, id, spelled, birth.known, phone);
  return { id, keyRef, family, given, own: hasOwn ? `${ownGiven} ${ownFamily}` : "", birthYear: birth.on === null ? null : Number(birth.on.slice(0, 4)), age: traits.age, isFemale: traits.isFemale, origin: traits.origin, status: traits.status };
}

function bornOn(on: CalendarDay): ReturnType<typeof birthOf> {
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  return { on, precision: "day", isPlaceholder: false, known: { year, month, day, estimated: false } };
}

function birthOf(random: SeededRandom, today: CalendarDay, age: number): { on: string | null; precision: string; isPlaceholder: boolean; known: BirthDate | null } {
  const on = addDays(today, -Math.round((age + random.between(5, 95) / 100) * 365.25));
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  if (age > 17 && random.chance(0.12)) return { on: `${year}-01-01`, precision: "day", isPlaceholder: true, known: { year, month: 1, day: 1, estimated: false } };
  if (random.chance(0.03)) return { on: `${year}-01-01`, precision: "year", isPlaceholder: false, known: { year, month: null, day: null, estimated: false } };
  return { on, precision: "day", isPlaceholder: false, known: { year, month, day, estimated: false } };
}

/** What came before, and what holds now: most people have had more than one status. */
function addStatuses({ rows, random, today, tenantId, roomId }: Register, personId: string, { enteredOn, status, papers }: Traits): void {
  const add = (key: StatusKey, from: CalendarDay, until: CalendarDay | null): void => {
    const [label, short] = STATUSES[key];
    rows.add("person_residence_statuses", { tenant_id: tenantId, room_id: roomId, id: random.id(), person_id: personId, azr_label: label, short_label: short, from_on: from, until_on: until, evidence: random.pick(["", "eAT gesehen", "Bescheid in Kopie"]) });
  };
  if (papers !== undefined) {
    for (const paper of papers) add(...paper);
    return;
  }
  const stay = Math.max(60, daysBetween(enteredOn, today));
  const hadProcedure = ["fluechtling", "subsidiaer", "abschiebungsverbot", "duldung", "chance", "bleiberecht", "niederlassung"].includes(status);
  const changedOn = hadProcedure ? addDays(enteredOn, Math.round(stay * (random.between(25, 70) / 100))) : enteredOn;
  if (hadProcedure) add("gestattung", enteredOn, addDays(changedOn, -1));
  const isLimited = !["niederlassung", "freizuegig"].includes(status);
  add(status, changedOn, isLimited ? addDays(today, random.between(-10, 700)) : null);
}

/** The keys of names are the same for many: cached, since they are what takes the time in bulk. */
const keysOfName = new Map<string, readonly string[]>();

export function addKeys({ rows, tenantId, roomId }: Pick<Register, "rows" | "tenantId" | "roomId">, personId: string, names: readonly { family: string; given: string }[], birth: BirthDate | null, phone: string | null): void {
  const keys = new Set<string>(birthKeys(birth));
  for (const name of names) {
    const spelled = `${name.family}|${name.given}`;
    let known = keysOfName.get(spelled);
    if (known === undefined) {
      known = searchKeys(name);
      if (keysOfName.size < 200_000) keysOfName.set(spelled, known);
    }
    for (const key of known) keys.add(key);
  }
  const number = phone === null ? null : phoneKey(phone);
  if (number !== null) keys.add(`p:${number}`);
  for (const key of keys) rows.add("search_keys", { tenant_id: tenantId, room_id: roomId, key, person_id: personId });
}
