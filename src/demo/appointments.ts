import { instantOf } from "../appointments/index.ts";
import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { HeldConsent } from "./consents.ts";
import type { Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

const ZONE = "Europe/Berlin";
const SUBJECTS = ["Wie es weitergeht", "Unterlagen durchsehen", "Antrag vorbereiten", "Kursplatz besprechen", "Schulanmeldung", "Nächste Schritte im Plan", "Brief vom Amt verstehen"];
const POOL = [
  { name: "Sprachmittlungspool des Kreises", reach: "0200 100 4410", languages: ["ar", "uk", "ru", "fa", "tr", "ku", "fr"], lead: null },
  { name: "Dolmetschbüro Morgenstern", reach: "auftrag@morgenstern.example", languages: ["ti", "am", "so", "ar"], lead: 7 },
  { name: "Telefondolmetschen (sofort)", reach: "0200 100 4499", languages: ["ar", "uk", "fa", "ti", "tr", "ru", "fr", "ps"], lead: 0 },
] as const;
const PEERS = [
  { days: -12, question: "Jemand kommt seit drei Monaten nicht mehr zu vereinbarten Terminen, ruft aber an, sobald ein Brief vom Amt da ist. Wie bleibt die Arbeit am Ziel, statt nur zu löschen?", hypotheses: "Der Weg ist zu weit oder zu teuer.\nEs ist nicht klar, wozu die Termine gut sind, solange nichts brennt.\nScham, weil das Vereinbarte nicht geschafft wurde.", ideas: "Den nächsten Termin mit dem Anruf verbinden: zwanzig Minuten länger, ein Schritt.\nFragen, welcher Ort gut wäre.\nDas Ziel neu und kleiner fassen." },
  { days: -33, question: "Zwei Stellen geben gegensätzliche Auskunft, und die Familie weiß nicht, wem sie glauben soll. Was ist unsere Rolle?", hypotheses: "Beide antworten auf verschiedene Fragen.", ideas: "Die Frage schriftlich und mit Fundstelle stellen.\nDer Familie sagen, was sicher ist und was noch nicht." },
] as const;

/** Appointments past and coming, a pool of interpreters, two conferences and what colleagues advised each other, without names. */
export function addAppointments(load: Caseload, cases: readonly Placed[], consents: readonly HeldConsent[], offices: ReadonlyMap<string, string>, managers: readonly string[], seed: string): void {
  const { rows, tenantId, roomId, today } = load;
  const random = new SeededRandom(`${seed} appointments`, Date.parse(`${today}T04:00:00Z`) - 86_400_000);
  const of: Place = { load, random, pool: POOL.map((p) => Object.assign({ id: random.id() }, p)) };
  for (const p of of.pool) rows.add("interpreters", { tenant_id: tenantId, room_id: roomId, id: p.id, name: p.name, reach: p.reach, languages: p.languages, lead_days: p.lead });
  const running = cases.filter((c) => c.leadId !== null && ["assessment", "planning", "implementation", "monitoring", "evaluation", "reopened"].includes(c.phase));
  for (const [i, one] of running.entries()) {
    if (i % 5 === 0) addOne(of, one, workday(today), "planned");
    for (let n = random.between(1, 3); n > 0; n -= 1) addOne(of, one, workday(addDays(today, -random.between(3, 120))), random.weighted({ kept: 8, no_show: 1, cancelled: 1 }));
    if (random.chance(0.75)) addOne(of, one, workday(addDays(today, random.between(0, 13))), "planned");
    if (random.chance(0.25)) addOne(of, one, workday(addDays(today, random.between(14, 40))), "planned");
  }
  const invited = consents.filter((c) => c.of.leadId !== null && c.cells.some(([area, kind]) => area !== "" && kind === "contact") && offices.has(c.office)).slice(0, 2);
  for (const [i, consent] of invited.entries()) addConference(of, consent, offices.get(consent.office)!, i === 0);
  for (const [i, peer] of PEERS.entries()) {
    const [id, key] = [random.id(), load.newKey()];
    const seal = (column: string, text: string) => load.seal(key, text, "peer_consultations", column, id);
    rows.add("peer_consultations", { tenant_id: tenantId, room_id: roomId, id, held_on: addDays(today, peer.days), key_ref: key, question_ct: seal("question_ct", peer.question), hypotheses_ct: seal("hypotheses_ct", peer.hypotheses), ideas_ct: seal("ideas_ct", peer.ideas), author_id: managers[i % managers.length]! });
  }
}

interface Place {
  readonly load: Caseload;
  readonly random: SeededRandom;
  readonly pool: readonly ((typeof POOL)[number] & { readonly id: string })[];
}
const isWeekend = (day: CalendarDay): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
const workday = (day: CalendarDay): CalendarDay => (isWeekend(day) ? workday(addDays(day, 1)) : day);

function addOne({ load, random, pool }: Place, one: Placed, day: CalendarDay, wanted: "planned" | "kept" | "no_show" | "cancelled"): void {
  const { rows, tenantId, roomId, today } = load;
  const id = random.id();
  // what lies before today is marked, but for one or two that somebody forgot
  const state = wanted === "planned" || day < today ? wanted : "planned";
  const start = instantOf(day, `${String(random.between(8, 15)).padStart(2, "0")}:${random.pick(["00", "15", "30"])}`, ZONE)!;
  const place = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
  const kind = random.weighted({ talk: 7, home_visit: 1, accompaniment: 1, phone: 1, video: 1 });
  const spoken = one.main.origin.languages[0]!.split("-")[0]!;
  const language = random.chance(0.35) ? "de" : spoken;
  rows.add("case_appointments", {
    ...place, id, kind, starts_at: start.toISOString(), ends_at: new Date(start.getTime() + random.pick([30, 45, 60, 60, 90]) * 60_000).toISOString(), place_kind: kind === "phone" || kind === "video" ? kind : kind === "talk" ? "office" : "address",
    place_ct: kind === "talk" ? load.seal(one.keyRef, random.pick(["Raum 2.14", "Raum 1.03", "Beratungsraum im Erdgeschoss"]), "case_appointments", "place_ct", id) : kind === "home_visit" ? load.seal(one.keyRef, "bei der Familie", "case_appointments", "place_ct", id) : null,
    subject_ct: load.seal(one.keyRef, random.pick(SUBJECTS), "case_appointments", "subject_ct", id), language, with_account_id: one.leadId!, state, created_by: one.leadId!, created_at: `${addDays(day < today ? day : today, -6)} 10:00`,
  });
  rows.add("case_appointment_persons", { ...place, appointment_id: id, person_id: one.main.id });
  if (language === "de" || state === "cancelled") return;
  const isPast = day < today;
  const asked = isPast ? "confirmed" : random.weighted({ requested: 3, confirmed: 4, declined: 1 });
  const interpreter = pool.find((p) => (p.languages as readonly string[]).includes(language));
  const request = random.id();
  rows.add("interpreter_requests", {
    ...place, id: request, appointment_id: id, interpreter_id: interpreter?.id ?? null, language, state: asked, requested_by: one.leadId!, requested_on: addDays(day < today ? day : today, -5),
    confirmed_ct: asked === "requested" ? null : load.seal(one.keyRef, random.pick(["Frau Aydin", "Herr Petrov", "Frau Salem"]), "interpreter_requests", "confirmed_ct", request), settled_by: asked === "requested" ? null : one.leadId!, settled_on: asked === "requested" ? null : addDays(day < today ? day : today, -3),
  });
}

/** One that lies ahead, with an item that the office may hear and one that it may not; one that was held, with its protocol. */
function addConference({ load, random }: Place, consent: HeldConsent, officeId: string, isAhead: boolean): void {
  const { rows, tenantId, roomId, today } = load;
  const one = consent.of;
  const place = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
  const [appointment, id] = [random.id(), random.id()];
  const day = workday(addDays(today, isAhead ? 8 : -9));
  const start = instantOf(day, "10:00", ZONE)!;
  rows.add("case_appointments", {
    ...place, id: appointment, kind: "conference", starts_at: start.toISOString(), ends_at: new Date(start.getTime() + 3_600_000).toISOString(), place_kind: "office", place_ct: load.seal(one.keyRef, "Besprechungsraum 3.01", "case_appointments", "place_ct", appointment), subject_ct: null,
    language: "de", with_account_id: one.leadId!, state: isAhead ? "planned" : "kept", created_by: one.leadId!, created_at: `${addDays(today, -14)} 10:00`,
  });
  rows.add("case_appointment_persons", { ...place, appointment_id: appointment, person_id: one.main.id });
  const covered = consent.cells.find(([area, kind]) => area !== "" && kind === "contact")![0];
  const other = ["gesundheit", "wohnen", "familie"].find((area) => load.lifeAreas.includes(area) && !consent.cells.some(([a]) => a === area)) ?? covered;
  const items = [{ title: "Was bisher gelungen ist und was als Nächstes kommt", area: covered }, { title: "Belastungen zu Hause", area: other }];
  const protocol = { agreements: "Die Stelle meldet sich bis Ende des Monats mit einem Vorschlag.\nDie Person entscheidet selbst, ob sie ihn annimmt.", tasks: [{ title: "Vorschlag mit der Person besprechen", who: "Case Management", dueOn: addDays(today, 12) }], heard: [{ participant: "die Stelle", item: items[1]!.title, may: false, words: "dafür lag keine Einwilligung vor" }] };
  rows.add("conferences", {
    ...place, id, appointment_id: appointment, question_ct: load.seal(one.keyRef, "Was braucht es, damit der nächste Schritt gelingt, und wer tut was?", "conferences", "question_ct", id), state: isAhead ? "planned" : "held", held_on: isAhead ? null : day,
    protocol_ct: isAhead ? null : load.seal(one.keyRef, JSON.stringify(protocol), "conferences", "protocol_ct", id), created_by: one.leadId!,
  });
  const participant = { ...place, conference_id: id, was_there: isAhead ? null : true };
  rows.add("conference_participants", { ...participant, id: random.id(), account_id: one.leadId!, organisation_id: null, person_id: null });
  rows.add("conference_participants", { ...participant, id: random.id(), account_id: null, organisation_id: officeId, person_id: null });
  rows.add("conference_participants", { ...participant, id: random.id(), account_id: null, organisation_id: null, person_id: one.main.id });
  for (const [i, item] of items.entries()) {
    const itemId = random.id();
    rows.add("conference_items", { ...place, id: itemId, conference_id: id, position: i + 1, title_ct: load.seal(one.keyRef, item.title, "conference_items", "title_ct", itemId), life_area: item.area, person_id: one.main.id });
  }
}
