import { addDays, type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";
import type { BuiltTown } from "./town.ts";

interface Sent {
  readonly by: "sent" | "awaiting_second" | "draft";
  readonly answer: "delivered" | "accepted" | "asked_back" | null;
  readonly daysAgo: number;
  readonly purpose: string;
  readonly necessity: string;
  readonly hasBirth: boolean;
}
const DISCLOSURES: readonly Sent[] = [
  { by: "sent", answer: "accepted", daysAgo: 41, purpose: "Terminvergabe zur Verlängerung des Aufenthaltstitels", necessity: "Ohne Namen und Geburtsdatum findet die Stelle den Vorgang nicht.", hasBirth: true },
  { by: "sent", answer: "asked_back", daysAgo: 6, purpose: "Berichtigung der Schreibweise im Register", necessity: "Zwei Schreibweisen verhindern die Ausstellung.", hasBirth: false },
  { by: "sent", answer: "delivered", daysAgo: 1, purpose: "Beschäftigungserlaubnis für eine Ausbildung ab Februar", necessity: "Der Betrieb braucht die Erlaubnis vor Vertragsbeginn.", hasBirth: true },
  { by: "awaiting_second", answer: null, daysAgo: 2, purpose: "Umverteilung zu den Eltern", necessity: "Über den Antrag wird sonst nach Aktenlage entschieden.", hasBirth: true },
  { by: "draft", answer: null, daysAgo: 0, purpose: "Verlängerung des Titels", necessity: "Die Frist läuft im Dezember ab.", hasBirth: false },
];
const REQUESTS = [
  { about: "K. Demir, geboren 1991", needed: "Aktuelle Anschrift; eine Ladung kam zurück.", basis: "§ 87 Abs. 1 AufenthG", is87: true, daysAgo: 1, state: "received", reason: "" },
  { about: "Familie Rahimi, Ahrfeld", needed: "Nimmt die Tochter am Sprachkurs teil?", basis: "§ 44a AufenthG", is87: false, daysAgo: 3, state: "received", reason: "" },
  { about: "S. Okafor, geboren 1988", needed: "Name und Anschrift des Arbeitgebers", basis: "§ 87 Abs. 1 AufenthG", is87: true, daysAgo: 20, state: "refused", reason: "Anvertraut im Beratungsgespräch." },
] as const;

/** What left the case management of the invented Kreis for its immigration office, what came back, and what that office asked. */
export function addDisclosures(load: Caseload, built: BuiltTown, cases: readonly Placed[]): void {
  const to = { officeId: built.offices.get("abh"), roomId: built.rooms.get("abh"), officerId: built.accounts.get("meissner") };
  if (to.officeId === undefined || to.roomId === undefined || to.officerId === undefined) return;
  const target = { officeId: to.officeId, roomId: to.roomId, officerId: to.officerId };
  const running = cases.filter((c) => c.leadId === built.accounts.get("kurz") && !["closed", "advised_onward", "not_admitted"].includes(c.phase));
  for (const [i, sent] of DISCLOSURES.entries()) if (running[i] !== undefined) addOne(load, built, running[i], sent, target);
  for (const request of REQUESTS) addRequest(load, built, request, target);
}

interface Target {
  readonly officeId: string;
  readonly roomId: string;
  readonly officerId: string;
}
const at = (day: CalendarDay, time: string): string => `${day} ${time}`;

function addOne(load: Caseload, built: BuiltTown, one: Placed, sent: Sent, to: Target): void {
  const { rows, random, tenantId, roomId, today } = load;
  const [id, threadId] = [random.id(), random.id()];
  const of = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
  const day = addDays(today, -sent.daysAgo);
  const isSent = sent.by === "sent";
  rows.add("disclosures", {
    ...of, id, recipient_id: to.officeId, recipient_name: "Ausländerbehörde Kreis Lindenau", channel: "inbox", legal_basis_id: built.legalBasisId,
    purpose_ct: load.seal(one.keyRef, sent.purpose, "disclosures", "purpose_ct", id), necessity_ct: load.seal(one.keyRef, sent.necessity, "disclosures", "necessity_ct", id), author_id: one.leadId!, state: sent.by,
    second_id: isSent ? built.accounts.get("decker")! : null, second_at: isSent ? at(day, "11:20") : null, thread_id: threadId, sent_at: isSent ? at(day, "11:20") : null, recipient_state: sent.answer, created_at: at(day, "10:05"),
  });
  const items = [
    { field: "person.names", label: "Name", value: `${one.main.family}, ${one.main.given}` },
    ...(sent.hasBirth && one.main.birthYear !== null ? [{ field: "person.birth", label: "Geburtsdatum", value: `${one.main.birthYear}` }] : []),
  ];
  for (const [i, item] of items.entries()) {
    rows.add("disclosure_items", { ...of, disclosure_id: id, position: i + 1, field: item.field, category: "identity", person_id: one.main.id, label: item.label, value_ct: load.seal(one.keyRef, item.value, "disclosure_items", "value_ct", `${id}:${i + 1}`) });
  }
  if (!isSent) return;
  const content = {
    type: "disclosure", sender: { organisation: "Kommunales Integrationszentrum Kreis Lindenau", person: "Sabine Kurz", role: "Case Management" }, sentOn: germanDay(day), basis: "Art. 6 Abs. 1 Buchst. e DSGVO (Case Management)",
    consentOf: null, exception: null, purpose: sent.purpose, necessity: sent.necessity, items: items.map((i) => ({ label: i.label, value: i.value, category: "Name, Geburt, Staatsangehörigkeit", person: items[0]!.value, file: null })), files: [], corrects: null,
  };
  addItem(load, { roomId: to.roomId, kind: "disclosure", threadId, senderId: built.offices.get("ki")!, sender: "Kommunales Integrationszentrum Kreis Lindenau", is87: false, content, receivedAt: at(day, "11:21"), state: sent.answer === "delivered" ? "received" : sent.answer!, decidedBy: sent.answer === "delivered" ? null : to.officerId });
  if (sent.answer !== "asked_back") return;
  const messageId = random.id();
  rows.add("disclosure_messages", { ...of, id: messageId, disclosure_id: id, is_incoming: true, text_ct: load.seal(one.keyRef, "Welche Schreibweise steht im Pass?", "disclosure_messages", "text_ct", messageId), created_at: at(day, "15:10") });
}

interface Item {
  readonly roomId: string;
  readonly kind: string;
  readonly threadId: string;
  readonly senderId: string;
  readonly sender: string;
  readonly is87: boolean;
  readonly content: unknown;
  readonly receivedAt: string;
  readonly state: string;
  readonly decidedBy: string | null;
  readonly reason?: string;
}

function addItem(load: Caseload, item: Item): void {
  const [id, keyRef] = [load.random.id(), load.newKey()];
  load.rows.add("inbox_items", {
    tenant_id: load.tenantId, room_id: item.roomId, id, kind: item.kind, thread_id: item.threadId, sender_id: item.senderId, sender_name: item.sender, is_87: item.is87, key_ref: keyRef,
    content_ct: load.seal(keyRef, JSON.stringify(item.content), "inbox_items", "content_ct", id), received_at: item.receivedAt, state: item.state, decided_by: item.decidedBy, decided_at: item.decidedBy === null ? null : item.receivedAt,
    reason_ct: item.reason === undefined || item.reason === "" ? null : load.seal(keyRef, item.reason, "inbox_items", "reason_ct", id), person_id: null,
  });
}

function addRequest(load: Caseload, built: BuiltTown, request: (typeof REQUESTS)[number], from: Target): void {
  const { rows, random, tenantId, roomId, today } = load;
  const [id, threadId, keyRef] = [random.id(), random.id(), load.newKey()];
  const day = addDays(today, -request.daysAgo);
  rows.add("requests", {
    tenant_id: tenantId, room_id: from.roomId, id, recipient_id: built.offices.get("ki")!, basis: request.basis, is_87: request.is87, key_ref: keyRef, thread_id: threadId, author_id: from.officerId, sent_at: at(day, "09:12"),
    text_ct: load.seal(keyRef, JSON.stringify({ about: request.about, needed: request.needed }), "requests", "text_ct", id),
  });
  const content = { type: "request", sender: { organisation: "Ausländerbehörde Kreis Lindenau", person: "Frank Meißner", role: "Ausländerbehörde" }, sentOn: germanDay(day), about: request.about, needed: request.needed, basis: request.basis };
  addItem(load, { roomId, kind: "request", threadId, senderId: from.officeId, sender: "Ausländerbehörde Kreis Lindenau", is87: request.is87, content, receivedAt: at(day, "09:13"), state: request.state, decidedBy: request.state === "refused" ? built.accounts.get("decker")! : null, reason: request.reason });
}
