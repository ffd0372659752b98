import { type Sharing, sharingOf } from "./sharing-model.ts";
import { type Facts, isInForce, isToday, type Row, rowsOf } from "./facts.ts";

/**
 * Who may see and do what, in TypeScript, written from the words of the access model and never from the policies: the
 * matrix compares both. A table without an entry here fails the build.
 */
export interface Actor {
  readonly name: string;
  readonly tenantId: string;
  readonly accountId: string;
  /** the room that the session acts in */
  readonly roomId: string | null;
  /** the session it acts in, once there is one */
  readonly sessionId?: string;
  /** of a personal token that only reads; whoever signed in may write */
  readonly onlyReads?: true;
}

/** What follows from an actor's memberships and assignments at this moment. */
export interface Standing {
  readonly actor: Actor;
  readonly isSignedIn: boolean;
  readonly room: string | null;
  readonly roles: ReadonlySet<string>;
  readonly team: ReadonlySet<string>;
  readonly leads: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** persons who may be taken into a case: not those that only an emergency access opens */
  readonly attachable: ReadonlySet<string>;
  readonly supervised: ReadonlySet<string>;
  /** rooms of the controllers whose named deputy the actor is, and those controllers */
  readonly deputised: ReadonlySet<string>;
  readonly deputyOf: ReadonlySet<string>;
  readonly memberRooms: ReadonlySet<string>;
  readonly colleagues: ReadonlySet<string>;
  /** what partners' shares open, entry by entry */
  readonly sharing: Sharing;
  readonly facts: Facts;
}

const ids = (rows: readonly Row[], column = "id"): Set<string> => new Set(rows.map((r) => String(r[column])));

export function standingOf(facts: Facts, actor: Actor): Standing {
  const inTenant = (table: string): Row[] => rowsOf(facts, table).filter((r) => r["tenant_id"] === actor.tenantId);
  const account = inTenant("accounts").find((a) => a["id"] === actor.accountId);
  const mine = inTenant("memberships").filter((m) => m["account_id"] === actor.accountId && isInForce(facts, m));
  const memberRooms = ids(mine.filter((m) => m["room_id"] !== null), "room_id");
  // a room whose membership ended is lost at once
  const room = actor.roomId !== null && memberRooms.has(actor.roomId) ? actor.roomId : null;
  const roles = new Set(mine.filter((m) => m["room_id"] === null || m["room_id"] === room).map((m) => String(m["role"])));
  const worksOnCases = room !== null && (roles.has("case_manager") || roles.has("team_lead"));
  const excluded = ids(inTenant("case_exclusions").filter((x) => x["account_id"] === actor.accountId), "case_id");
  const teamOf = inTenant("case_team").filter((t) => t["room_id"] === room && isToday(facts, t, "from_on", "until_on") && !excluded.has(String(t["case_id"])));
  const absent = ids(inTenant("accounts").filter((a) => a["standing_deputy_id"] === actor.accountId && isToday(facts, a, "absent_from", "absent_until")));
  const standsIn = teamOf.filter((t) => t["function"] === "lead" && absent.has(String(t["account_id"])));
  const own = teamOf.filter((t) => t["account_id"] === actor.accountId);
  const team = worksOnCases ? ids([...own, ...standsIn], "case_id") : new Set<string>();
  const leads = worksOnCases ? ids([...own.filter((t) => t["function"] !== "member"), ...standsIn], "case_id") : new Set<string>();
  const emergencies = inTenant("emergency_accesses").filter((e) => e["account_id"] === actor.accountId && e["room_id"] === room
    && (e["ends_at"] as Date) > facts.now && !excluded.has(String(e["case_id"])));
  const open = new Set([...team, ...(worksOnCases ? ids(emergencies, "case_id") : [])]);
  const controlled = (role: string): Set<string> => {
    const offices = ids(mine.filter((m) => m["role"] === role), "controller_id");
    return ids(inTenant("rooms").filter((r) => offices.has(String(r["controller_id"]))));
  };
  const colleagues = room === null ? new Set<string>() : ids(inTenant("memberships").filter((m) => m["room_id"] === room), "account_id");
  const supervised = controlled("data_protection_officer");
  return {
    actor, room, roles, team, leads, open, excluded, memberRooms, colleagues, facts,
    isSignedIn: account !== undefined && account["disabled_at"] === null,
    persons: openPersons(inTenant, actor, room, roles, open),
    // a substitute sees nothing after the end, so nobody is taken along out of a substitution
    attachable: attachablePersons(inTenant, actor, room, roles, worksOnCases ? ids(own.filter((t) => t["function"] !== "substitute"), "case_id") : new Set()),
    supervised,
    sharing: sharingOf(facts, actor, room, roles, excluded),
    deputised: controlled("controller_deputy"),
    deputyOf: ids(mine.filter((m) => m["role"] === "controller_deputy"), "controller_id"),
  };
}

/** As open, but for records without a case that are one person with somebody of a file not joined: "contents without joining". */
function attachablePersons(inTenant: (table: string) => Row[], actor: Actor, room: string | null, roles: ReadonlySet<string>, kept: ReadonlySet<string>): Set<string> {
  const persons = inTenant("persons");
  const rootOf = (p: Row | undefined): string => String(p?.["merged_into"] ?? p?.["id"]);
  const inCases = inTenant("case_persons").map((cp) => ({ caseId: String(cp["case_id"]), root: rootOf(persons.find((p) => p["id"] === cp["person_id"])) }));
  return new Set([...openPersons(inTenant, actor, room, roles, kept)].filter((id) => {
    const cases = inCases.filter((cp) => cp.root === rootOf(persons.find((p) => p["id"] === id)));
    return cases.length === 0 || cases.some((cp) => kept.has(cp.caseId));
  }));
}

/** "A person record is visible through a case that one may open; without a case, to whoever recorded it and the team lead." */
function openPersons(inTenant: (table: string) => Row[], actor: Actor, room: string | null, roles: ReadonlySet<string>, open: ReadonlySet<string>): Set<string> {
  if (!["case_manager", "team_lead", "intake"].some((r) => roles.has(r))) return new Set();
  const all = inTenant("persons").filter((p) => p["room_id"] === room);
  const inCases = inTenant("case_persons");
  const withCase = ids(inCases, "person_id");
  const through = ids(inCases.filter((cp) => open.has(String(cp["case_id"]))), "person_id");
  const rootOf = (p: Row): string => String(p["merged_into"] ?? p["id"]);
  const roots = new Set(all.filter((p) => through.has(String(p["id"]))).map(rootOf));
  const unattached = all.filter((p) => !withCase.has(String(p["id"])) && (p["recorded_by"] === actor.accountId || roles.has("team_lead") || roles.has("intake")));
  return new Set([...ids(all.filter((p) => through.has(String(p["id"])) || roots.has(String(p["id"])) || roots.has(String(p["merged_into"])))), ...ids(unattached)]);
}
