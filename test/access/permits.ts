import type { Row } from "./facts.ts";
import { isInForce, rowsOf } from "./facts.ts";
import type { Standing } from "./model.ts";
import { movePermits } from "./move-permits.ts";
import { worksForShare } from "./sharing-model.ts";

type Judge = (s: Standing, row: Row) => boolean;
export interface Permits {
  readonly read: Judge;
  /** absent: nobody of the staff may, whatever the row */
  readonly update?: Judge;
  readonly remove?: Judge;
  readonly insert?: Judge;
}

const caseOf = (row: Row): string => String(row["case_id"]);
const caseRoom = (s: Standing, row: Row): unknown => rowsOf(s.facts, "cases").find((c) => c["id"] === row["case_id"])?.["room_id"];
const hasAny = (s: Standing, ...roles: string[]): boolean => roles.some((r) => s.roles.has(r));
const worksOnCases = (s: Standing): boolean => hasAny(s, "case_manager", "team_lead");
const inRoom: Judge = (s, row) => s.room !== null && row["room_id"] === s.room;
const isOpen: Judge = (s, row) => inRoom(s, row) && s.open.has(caseOf(row));
const isHead: Judge = (s, row) => inRoom(s, row) && hasAny(s, "team_lead") && !s.excluded.has(caseOf(row));
/** what holds a file, or ends it: its team's and, as its head, the team lead's */
const isOfRetention: Judge = (s, row) => isOpen(s, row) || isHead(s, row);
const decidesRetention: Judge = (s, row) => isTeam(s, row) || isHead(s, row);
const isNotGivenYet: Judge = (s, row) => rowsOf(s.facts, "subject_accesses").some((a) => a["id"] === row["access_id"] && a["state"] === "open");
/** the archive gets what it took over, and nothing that somebody says was never to be stored */
const isTaken: Judge = (s, row) => rowsOf(s.facts, "archive_offers").some((o) => o["case_id"] === row["case_id"] && o["answer"] === "taken");
const isNotUnlawful: Judge = (s, row) => !rowsOf(s.facts, "erasure_requests").some((e) => e["case_id"] === row["case_id"] && e["kind"] === "unlawful" && e["refused_at"] === null);
const byMe = (column: string): Judge => (s, row) => row[column] === s.actor.accountId;
const both = (...judges: Judge[]): Judge => (s, row) => judges.every((j) => j(s, row));
const either = (...judges: Judge[]): Judge => (s, row) => judges.some((j) => j(s, row));
const anybody: Judge = () => true;
const administers: Judge = (s) => hasAny(s, "tenant_administrator");
const takesIn: Judge = both(inRoom, (s) => hasAny(s, "intake", "team_lead"));
const isRoomWide: Judge = both(inRoom, (s) => hasAny(s, "immigration_officer", "naturalisation_officer"));
const personIsOpen = (column: string): Judge => either(isRoomWide, both(inRoom, (s, row) => s.persons.has(String(row[column]))));
/** two records of one human: the lead judges by the heads, others what is open to them */
const isExcluded = (s: Standing, id: unknown): boolean => {
  const persons = rowsOf(s.facts, "persons");
  const root = (x: unknown): unknown => persons.find((p) => p["id"] === x)?.["merged_into"] ?? x;
  return rowsOf(s.facts, "case_persons").some((cp) => s.excluded.has(caseOf(cp)) && root(cp["person_id"]) === root(id));
};
const isDecidable = (one: string, other: string, openSuffices: (s: Standing) => boolean): Judge =>
  both(inRoom, either(
    (s, r) => hasAny(s, "team_lead") && !isExcluded(s, r[one]) && !isExcluded(s, r[other]),
    (s, r) => openSuffices(s) && s.persons.has(String(r[one])) && s.persons.has(String(r[other])),
  ));
const worksHere = (s: Standing, account: unknown): boolean =>
  rowsOf(s.facts, "memberships").some((m) => m["room_id"] === s.room && m["account_id"] === account && (m["role"] === "case_manager" || m["role"] === "team_lead") && isInForce(s.facts, m))
  && rowsOf(s.facts, "accounts").some((a) => a["id"] === account && a["disabled_at"] === null);

const ofTenant: Permits = { read: anybody, update: administers, insert: administers };
const factOfPerson: Permits = { read: personIsOpen("person_id"), update: personIsOpen("person_id"), insert: personIsOpen("person_id"), remove: personIsOpen("person_id") };
const isConferencePlanned: Judge = (s, row) => rowsOf(s.facts, "conferences").some((k) => k["id"] === row["conference_id"] && k["tenant_id"] === row["tenant_id"] && k["state"] === "planned");
const ofOpenCase: Permits = { read: isOpen, update: isOpen, insert: isOpen };
const ofOpenCaseBy = (column: string): Permits => ({ read: isOpen, update: isOpen, insert: both(isOpen, byMe(column)) });
const isTeam: Judge = (s, row) => inRoom(s, row) && s.team.has(caseOf(row));
const isSupervised: Judge = (s, row) => s.supervised.has(String(row["room_id"]));
const isOwnDraft: Judge = (s, row) => rowsOf(s.facts, "disclosures").some((d) => d["id"] === row["disclosure_id"] && d["author_id"] === s.actor.accountId && d["state"] === "draft");
const usesInbox: Judge = both(inRoom, either(
  both((s) => hasAny(s, "immigration_officer", "naturalisation_officer", "partner_worker", "team_lead"), (s, r) => r["case_id"] === null || !s.excluded.has(caseOf(r))),
  isOpen,
));
const asksHere: Judge = both(inRoom, either(both((_s, r) => r["case_id"] === null, (s) => hasAny(s, "immigration_officer", "naturalisation_officer", "partner_worker")), isOpen));
/** does this account work as an officer in the room of the session, today? */
const isOfficerHere = (s: Standing, account: unknown): boolean =>
  rowsOf(s.facts, "memberships").some((m) => m["room_id"] === s.room && m["account_id"] === account && (m["role"] === "immigration_officer" || m["role"] === "naturalisation_officer") && isInForce(s.facts, m))
  && rowsOf(s.facts, "accounts").some((a) => a["id"] === account && a["disabled_at"] === null);
const isOwnOfficerDraft: Judge = (s, row) => rowsOf(s.facts, "officer_disclosures").some((d) => d["id"] === row["disclosure_id"] && d["author_id"] === s.actor.accountId && d["state"] === "draft");
const isCaseOpen: Judge = (s, row) => inRoom(s, row) && s.open.has(String(row["id"]));

/** The second pair of eyes: for roles in the controller's rooms, for the controller's own officers, and for administrators. */
const confirmsRole: Judge = (s, r) => s.deputised.has(String(r["room_id"]))
  || (r["room_id"] === null && s.deputyOf.size > 0 && (r["role"] === "tenant_administrator" || s.deputyOf.has(String(r["controller_id"]))));

/** Only what a disclosure that was sent, a withdrawal, a request or an item of the own inbox says may leave a room. */
const maySend: Judge = (s, row) => {
  const same = (column: string) => (other: Row): boolean => (other[column] ?? null) === (row[column] ?? null);
  const own = (table: string): Row[] => rowsOf(s.facts, table).filter((r) => r["room_id"] === s.room);
  const addressed = (d: Row): boolean => same("thread_id")(d) && d["state"] === "sent" && same("recipient_id")(d) && same("recipient_tenant_id")(d) && s.open.has(caseOf(d));
  // an authority answers for its own person, and by the thread of what it sent
  const bySender = (wanted: (d: Row) => boolean): boolean => row["recipient_tenant_id"] === null && hasAny(s, "immigration_officer", "naturalisation_officer")
    && own("officer_disclosures").some((d) => same("thread_id")(d) && same("recipient_id")(d) && d["state"] === "sent" && d["channel"] === "inbox" && wanted(d));
  if (row["kind"] === "disclosure" && bySender(() => true)) return true;
  if (row["kind"] === "reply" && bySender((d) => d["recipient_state"] !== "declined")) return true;
  switch (row["kind"]) {
    case "disclosure":
    case "correction":
      return own("disclosures").some((d) => addressed(d) && d["kind"] === row["kind"] && d["channel"] === "inbox");
    case "reply":
      return own("disclosures").some((d) => addressed(d) && d["recipient_state"] !== "declined");
    case "withdrawal":
      return row["recipient_tenant_id"] === null && own("consents").some((c) => same("recipient_id")(c) && s.open.has(caseOf(c))
        && (c["withdrawn_at"] !== null || rowsOf(s.facts, "consent_categories").some((k) => k["consent_id"] === c["id"] && k["withdrawn_at"] !== null)));
    case "request":
      return row["recipient_tenant_id"] === null && own("requests").some((r) => same("thread_id")(r) && same("recipient_id")(r) && r["author_id"] === s.actor.accountId);
    default:
      return row["recipient_id"] === null && row["recipient_tenant_id"] === null
        && own("inbox_items").some((i) => same("thread_id")(i) && (i["kind"] === "disclosure" || i["kind"] === "correction")
          // what answers a request of a case is answered by its team
          && (hasAny(s, "immigration_officer", "naturalisation_officer", "partner_worker", "team_lead") || (i["case_id"] !== null && s.open.has(caseOf(i)))));
  }
};

const ADMINISTERED = new Set(["account", "role", "room", "organisation", "setting", "life_area", "criterion", "legal_basis", "recovery"]);

/** One entry a table. `read` and the others are only asked for rows of the actor's own tenant: others are never. */
export const PERMITS: Readonly<Record<string, Permits>> = {
  tenants: { read: anybody },
  organisations: ofTenant,
  rooms: { read: either(administers, (s, r) => [s.memberRooms, s.supervised, s.deputised].some((set) => set.has(String(r["id"])))), update: administers, insert: administers },
  accounts: { read: either(administers, byMe("id"), (s, r) => s.colleagues.has(String(r["id"]))), update: administers, insert: administers },
  memberships: {
    read: either(administers, byMe("account_id"), both(inRoom, (s) => hasAny(s, "team_lead")), confirmsRole),
    update: either(administers, both(inRoom, (s, r) => hasAny(s, "team_lead") && r["role"] === "intake"), confirmsRole),
    insert: both(byMe("granted_by"), either(administers, both(inRoom, (s, r) => hasAny(s, "team_lead") && r["role"] === "intake"))),
  },
  settings: ofTenant,
  life_areas: ofTenant,
  admission_criteria: ofTenant,
  legal_bases: ofTenant,
  idempotency_keys: { read: byMe("account_id"), update: byMe("account_id"), insert: byMe("account_id") },
  jobs: { read: both(byMe("account_id"), (s, r) => r["room_id"] === s.room), insert: both(byMe("account_id"), (s, r) => r["room_id"] === s.room) },
  persons: {
    read: personIsOpen("id"), update: personIsOpen("id"),
    insert: both(inRoom, byMe("recorded_by"), (s) => hasAny(s, "case_manager", "team_lead", "intake", "immigration_officer", "naturalisation_officer")),
  },
  person_names: factOfPerson,
  person_nationalities: factOfPerson,
  person_languages: factOfPerson,
  person_addresses: factOfPerson,
  person_channels: factOfPerson,
  person_residence_statuses: factOfPerson,
  person_guardians: factOfPerson,
  search_keys: { read: personIsOpen("person_id"), insert: personIsOpen("person_id"), remove: personIsOpen("person_id") },
  merges: { read: isDecidable("kept_id", "merged_id", () => true) },
  duplicate_pairs: {
    read: isDecidable("first_id", "second_id", (s) => hasAny(s, "intake", "team_lead")),
    update: isDecidable("first_id", "second_id", (s) => hasAny(s, "intake", "team_lead")),
    insert: both(takesIn, (_s, r) => r["state"] !== "merged"),
  },
  cases: {
    read: either(isCaseOpen, (s, r) => inRoom(s, r) && hasAny(s, "team_lead") && !s.excluded.has(String(r["id"]))),
    update: isCaseOpen,
    insert: both(inRoom, byMe("created_by"), (s) => hasAny(s, "case_manager", "team_lead", "intake")),
  },
  case_persons: {
    read: isOpen, update: isOpen,
    insert: both(isOpen, (s, r) => s.attachable.has(String(r["person_id"]))),
  },
  case_relations: { ...ofOpenCase, remove: isOpen },
  case_team: {
    read: either(isOpen, isHead),
    update: both(either(isOpen, isHead), either(byMe("account_id"), isHead, (s, r) => s.leads.has(caseOf(r)))),
    insert: both(inRoom, byMe("assigned_by"), (s, r) => worksHere(s, r["account_id"]),
      (s, r) => !rowsOf(s.facts, "case_exclusions").some((x) => x["case_id"] === r["case_id"] && x["account_id"] === r["account_id"]),
      either(isHead, (s, r) => s.leads.has(caseOf(r))),
      // assigning oneself is joining, and joining is the lead's and says why
      (s, r) => r["account_id"] !== s.actor.accountId || (r["reason_ct"] !== null && hasAny(s, "team_lead"))),
  },
  case_exclusions: { read: either(isOpen, isHead), insert: both(byMe("set_by"), either(isOpen, isHead)) },
  case_phases: ofOpenCaseBy("moved_by"),
  case_admissions: ofOpenCase,
  case_closures: ofOpenCaseBy("closed_by"),
  case_origins: { read: isOpen },
  contacts: {
    read: either(isOpen, (s, r) => s.sharing.contacts.has(String(r["id"]))),
    update: isOpen,
    insert: both(byMe("author_id"), either(isOpen, (s, r) => s.sharing.addsContact(r))),
  },
  contact_persons: { read: either(isOpen, (s, r) => s.sharing.contacts.has(String(r["contact_id"]))), insert: isOpen, remove: isOpen },
  follow_ups: {
    read: either(isOpen, (s, r) => s.sharing.tasks.has(String(r["id"]))),
    update: either(isOpen, (s, r) => s.sharing.tasks.has(String(r["id"]))),
    insert: both(isOpen, byMe("created_by"), (s, r) => worksHere(s, r["owner_id"])),
  },
  documents: { ...ofOpenCaseBy("author_id"), read: either(isOpen, (s, r) => s.sharing.documents.has(String(r["id"]))) },
  short_advices: {
    read: both(inRoom, either((s) => hasAny(s, "team_lead"), both(byMe("author_id"), (s) => hasAny(s, "case_manager")))),
    update: both(inRoom, byMe("author_id"), (s) => hasAny(s, "case_manager", "team_lead")),
    insert: both(inRoom, byMe("author_id"), (s) => hasAny(s, "case_manager", "team_lead")),
  },
  drafts: { read: both(isOpen, byMe("account_id")), update: both(isOpen, byMe("account_id")), insert: both(isOpen, byMe("account_id")), remove: both(isOpen, byMe("account_id")) },
  saved_views: { read: both(inRoom, byMe("account_id")), update: both(inRoom, byMe("account_id")), insert: both(inRoom, byMe("account_id")), remove: both(inRoom, byMe("account_id")) },
  emergency_accesses: {
    read: either(both(inRoom, byMe("account_id")), (s, r) => s.team.has(caseOf(r)), (s, r) => s.supervised.has(String(r["room_id"]))),
    // a review names its reviewer, who is not the one reviewed
    update: (s, r) => s.supervised.has(String(r["room_id"])) && r["reviewed_by"] === s.actor.accountId && r["account_id"] !== s.actor.accountId,
  },
  // what a consent covers is said with it, and never later
  consents: { read: either(isOpen, isSupervised), update: isOpen, insert: both(isTeam, byMe("recorded_by")) },
  consent_categories: { read: either(isOpen, isSupervised), update: isOpen, insert: () => false },
  entry_releases: { read: isOpen, insert: both(isTeam, byMe("released_by")), remove: isOpen },
  consent_text_reviews: { read: anybody, insert: both(administers, byMe("recorded_by")) },
  shares: { read: either(isOpen, isSupervised), update: isOpen, insert: both(isTeam, byMe("created_by")) },
  share_consents: { read: isOpen, insert: isTeam },
  share_categories: { read: isOpen, insert: isTeam, remove: isOpen },
  share_members: { read: either(isOpen, isSupervised), update: isTeam, insert: both(isTeam, byMe("added_by"), (s, r) => worksForShare(s.facts, r)) },
  disclosures: { read: either(isOpen, isSupervised), update: isOpen, insert: both(isOpen, byMe("author_id")) },
  disclosure_items: { read: isOpen, insert: both(isOpen, isOwnDraft), remove: both(isOpen, isOwnDraft) },
  disclosure_messages: { read: isOpen, insert: both(isOpen, byMe("author_id"), (_s, r) => r["is_incoming"] === false) },
  requests: { read: asksHere, insert: both(asksHere, byMe("author_id"), (s, r) => r["person_id"] === null || isRoomWide(s, r) || s.persons.has(r["person_id"] as string)) },
  inbox_items: { read: usesInbox, update: usesInbox },
  dispatches: { read: both(inRoom, byMe("author_id")), insert: both(inRoom, byMe("author_id"), (s, r) => maySend(s, r)) },
  volunteer_tasks: {
    read: isOpen, update: isOpen,
    insert: both(isTeam, byMe("created_by"), (s, r) => rowsOf(s.facts, "memberships").some((m) => m["account_id"] === r["account_id"] && m["role"] === "volunteer" && isInForce(s.facts, m))),
  },
  // they follow the person; what may hurt follows the case under which it was told. An authority has no cases: both follow its persons
  facts: {
    read: either(isRoomWide, both(personIsOpen("person_id"), (s, r) => r["is_guarded"] === false || isOpen(s, r))),
    update: either(isRoomWide, both(personIsOpen("person_id"), isOpen)),
    insert: both(byMe("recorded_by"), (s, r) => (r["case_id"] === null
      ? isRoomWide(s, r)
      : isOpen(s, r) && s.persons.has(String(r["person_id"])) && rowsOf(s.facts, "case_persons").some((cp) => cp["case_id"] === r["case_id"] && cp["person_id"] === r["person_id"]))),
  },
  // computed by the system alone: to be read where the person is
  upcoming_days: { read: personIsOpen("person_id") },
  switch_checklists: ofOpenCaseBy("created_by"),
  switch_items: ofOpenCase,
  assessments: ofOpenCaseBy("created_by"),
  assessment_entries: ofOpenCase,
  qualifications: ofOpenCaseBy("created_by"),
  network_ties: ofOpenCaseBy("created_by"),
  assessment_scales: { ...ofTenant, remove: administers },
  ...movePermits,
  handover_sheets: { read: isOpen, insert: both(isOpen, byMe("from_id")), update: both(isOpen, byMe("to_id")) },
  closing_letters: { read: isOpen, insert: both(isOpen, byMe("made_by")) }, aftercare_contacts: ofOpenCase,
  retention_holds: { read: isOfRetention, insert: both(isOfRetention, byMe("set_by")), update: both(decidesRetention, (s, row) => !byMe("set_by")(s, row) && row["lifted_at"] === null) },
  archive_offers: { read: isOfRetention, insert: both(isOfRetention, (s) => hasAny(s, "team_lead"), byMe("offered_by"), isNotUnlawful), update: both(isOfRetention, (s, row) => hasAny(s, "team_lead") && row["answer"] === null) },
  // a whole file for the archive that took it: by a lead who works in its team; whoever leads the room notes the receipt, once
  archive_packages: { read: isOfRetention, insert: both(isTeam, (s) => hasAny(s, "team_lead"), byMe("made_by"), isTaken, isNotUnlawful), update: both(isOfRetention, (s, row) => hasAny(s, "team_lead") && row["receipt_on"] === null) },
  erasure_requests: { read: isOfRetention, insert: both(decidesRetention, byMe("asked_by")), update: both(decidesRetention, (s, row) => !byMe("asked_by")(s, row) && row["agreed_at"] === null && row["refused_at"] === null) },
  // a whole file in one paper: the team's alone, and nobody's who came in by emergency; what is given out stays as it was
  subject_accesses: { read: isTeam, insert: both(isTeam, byMe("created_by")), update: both(isTeam, (_s, row) => row["state"] === "open") },
  subject_access_reviews: { read: isTeam, insert: both(isTeam, byMe("reviewed_by"), isNotGivenYet), update: both(isTeam, isNotGivenYet) },
  retention_reports: { read: both(inRoom, (s) => hasAny(s, "team_lead")) },
  plan_goals: ofOpenCaseBy("created_by"),
  plan_measures: { ...ofOpenCase, insert: both(isOpen, byMe("created_by"), (s, r) => r["responsible_account_id"] === null || worksHere(s, r["responsible_account_id"])) },
  plan_agreements: ofOpenCaseBy("created_by"),
  // what a review found stays as it was; templates are of the room and of nobody's case
  plan_reviews: { read: isOpen, insert: both(isOpen, byMe("reviewed_by")) }, plan_review_goals: { read: isOpen, insert: isOpen },
  plan_templates: { read: both(inRoom, worksOnCases), update: both(inRoom, either((s) => hasAny(s, "team_lead"), both(byMe("created_by"), worksOnCases))), insert: both(inRoom, byMe("created_by"), worksOnCases) },
  // the person's own page: who may look, and at what, is decided by the team; freezing by whoever has the case open
  portal_accesses: { read: isOpen, update: isOpen, insert: both(isTeam, byMe("invited_by")) },
  portal_holds: { read: isOpen, update: isTeam, insert: both(isTeam, byMe("held_by")) },
  portal_areas: { read: isOpen, remove: isOpen, insert: both(isTeam, byMe("opened_by")) },
  // the person writes them, through functions of the portal's login alone
  portal_messages: { read: isOpen, update: isOpen }, portal_passkeys: { read: isOpen },
  // appointments of cases; a feed is its account's alone, the pool of interpreters the team lead's to keep
  case_appointments: { ...ofOpenCase, insert: both(isOpen, byMe("created_by"), (s, r) => r["with_account_id"] === null || worksHere(s, r["with_account_id"])) },
  case_appointment_persons: { read: isOpen, insert: isOpen, remove: isOpen },
  interpreter_requests: ofOpenCaseBy("requested_by"),
  outgoing_mails: ofOpenCaseBy("created_by"),
  interpreters: { read: both(inRoom, worksOnCases), update: both(inRoom, (s) => hasAny(s, "team_lead")), insert: both(inRoom, (s) => hasAny(s, "team_lead")) },
  calendar_feeds: { read: both(inRoom, byMe("account_id")), update: both(inRoom, byMe("account_id")), insert: both(inRoom, byMe("account_id"), (s) => hasAny(s, "case_manager", "team_lead")) },
  // what was held or cancelled stays as it was noted
  conferences: { ...ofOpenCaseBy("created_by"), update: both(isOpen, (_s, r) => r["state"] === "planned") },
  conference_participants: { read: isOpen, update: both(isOpen, isConferencePlanned), remove: both(isOpen, isConferencePlanned), insert: both(isOpen, isConferencePlanned, (s, r) => r["account_id"] === null || worksHere(s, r["account_id"])) },
  conference_items: { read: isOpen, update: both(isOpen, isConferencePlanned), remove: both(isOpen, isConferencePlanned), insert: both(isOpen, isConferencePlanned) },
  // anonymous, so of the room: its case workers read all, authors change theirs
  peer_consultations: { read: both(inRoom, worksOnCases), update: both(inRoom, byMe("author_id"), worksOnCases), insert: both(inRoom, byMe("author_id"), worksOnCases) },
  notices: ofOpenCaseBy("recorded_by"),
  notice_pages: { read: isOpen, insert: isOpen },
  letters: { ...ofOpenCaseBy("author_id"), update: both(isOpen, (_s, r) => r["state"] === "draft") },
  letter_templates: {
    read: both(inRoom, (s) => hasAny(s, "case_manager", "team_lead")),
    update: both(inRoom, (s) => hasAny(s, "team_lead")),
    insert: both(inRoom, byMe("created_by"), (s) => hasAny(s, "team_lead")),
  },
  letter_forms: { read: (s) => hasAny(s, "case_manager", "team_lead", "tenant_administrator"), update: administers, insert: both(administers, byMe("uploaded_by")) },
  // whoever asked for the code, as long as the case is theirs
  photo_tickets: { read: both(isOpen, byMe("account_id")), update: both(isOpen, byMe("account_id")), insert: both(isOpen, byMe("account_id")) },
  photo_pages: { read: isOpen },
  content_checks: { read: either(isSupervised, (s, r) => s.team.has(caseOf(r))) },
  // the officers' own work: their room, whole, and nobody else's
  officer_follow_ups: { read: isRoomWide, update: isRoomWide, insert: both(isRoomWide, byMe("created_by"), (s, r) => isOfficerHere(s, r["owner_id"])) },
  papers: { read: isRoomWide, update: isRoomWide, insert: both(isRoomWide, byMe("author_id")) },
  completeness_checks: { read: isRoomWide, update: isRoomWide, insert: both(isRoomWide, byMe("opened_by")) },
  check_papers: { read: isRoomWide, update: isRoomWide, insert: both(isRoomWide, byMe("set_by")), remove: isRoomWide },
  appointments: { read: isRoomWide, update: isRoomWide, insert: both(isRoomWide, byMe("created_by"), (s, r) => isOfficerHere(s, r["owner_id"])) },
  officer_disclosures: { read: either(isRoomWide, isSupervised), update: isRoomWide, insert: both(isRoomWide, byMe("author_id")) },
  officer_disclosure_items: { read: isRoomWide, insert: both(isRoomWide, isOwnOfficerDraft) },
  officer_disclosure_messages: { read: isRoomWide, insert: both(isRoomWide, byMe("author_id"), (_s, r) => r["is_incoming"] === false) },
  imports: { read: takesIn, update: takesIn, insert: both(takesIn, byMe("account_id")) },
  import_rows: { read: takesIn, update: takesIn, insert: takesIn, remove: both(takesIn, (_s, r) => r["outcome"] === null) },
  access_records: {
    // what a partner did in a file stands in the record of its own room, and is the business of the file's controller too
    read: either((s, r) => r["case_id"] !== null && s.team.has(caseOf(r)), (s, r) => s.supervised.has(String(r["room_id"])), (s, r) => r["case_id"] !== null && s.supervised.has(String(caseRoom(s, r))),
      // what was administered is for the officers of the tenant and the other administrators; signing in and reading is not
      (s, r) => hasAny(s, "tenant_administrator", "data_protection_officer") && ADMINISTERED.has(String(r["action"]).split(".")[0]!)
        && (r["room_id"] === null || String(r["function"]).split(",").includes("tenant_administrator"))),
    // in the own session, and under no case but one that is open or whose head the lead reads
    insert: both(byMe("account_id"), (s, r) => r["room_id"] === s.room && r["session_id"] === s.actor.sessionId,
      (s, r) => r["case_id"] === null || s.open.has(caseOf(r)) || s.sharing.cases.has(caseOf(r)) || s.supervised.has(String(caseRoom(s, r))) || (hasAny(s, "team_lead") && s.room !== null && !s.excluded.has(caseOf(r)) && caseRoom(s, r) === s.room)),
  },
  access_seals: { read: (s, r) => s.supervised.has(String(r["chain_id"])) },
};
