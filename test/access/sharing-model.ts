import { type Facts, isInForce, isToday, type Row, rowsOf } from "./facts.ts";

/**
 * What a partner worker's shares open at this moment, written from the words: "An entry is shared only if all its life areas
 * and its kind are; an entry without life area never", as long as the consents that carry it are in force, for everybody
 * whom the entry concerns.
 */
export interface Sharing {
  readonly cases: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  /** steps of plans that the partner's own organisation does: told by a function, readable in no table */
  readonly measures: ReadonlySet<string>;
  /** of which the office may tell the case in words, too */
  readonly reports: ReadonlySet<string>;
  readonly addsContact: (row: Row) => boolean;
}

const NOTHING: Sharing = { cases: new Set(), contacts: new Set(), documents: new Set(), tasks: new Set(), measures: new Set(), reports: new Set(), addsContact: () => false };
const PARTNERS_ADD: ReadonlySet<string> = new Set(["feedback", "talk", "phone", "video", "message", "no_show"]);
const KIND_OF_DOCUMENT: Readonly<Record<string, string>> = { notice: "notices", letter: "notices", certificate: "certificates", contract: "certificates", identity: "papers", residence: "papers" };

/** "parents until 18": the day of the 18th birthday is the first on which they speak no more. */
function isGrown(facts: Facts, personId: unknown): boolean {
  const born = rowsOf(facts, "persons").find((p) => p["id"] === personId)?.["birth_on"];
  if (typeof born !== "string") return false;
  return `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` <= facts.today;
}

export function consentHolds(facts: Facts, consent: Row): boolean {
  return consent["withdrawn_at"] === null
    && isToday(facts, consent, "given_on", "expires_on")
    && (consent["represented_until_on"] === null || (consent["represented_until_on"] as string) >= facts.today)
    && !(consent["given_by"] === "parents" && isGrown(facts, consent["person_id"]))
    && rowsOf(facts, "consent_categories").some((k) => k["consent_id"] === consent["id"] && k["withdrawn_at"] === null);
}

const rootOf = (facts: Facts, id: unknown): string => {
  const person = rowsOf(facts, "persons").find((p) => p["id"] === id);
  return String(person?.["merged_into"] ?? id);
};

const pairOf = (row: Row): string => [row["kind"], row["life_area"]].join(" ");
/** person → "kind life_area" pairs that the share covers in this direction */
function coverOf(facts: Facts, share: Row, direction: "to_recipient" | "from_recipient"): Map<string, Set<string>> {
  const shared = new Set(rowsOf(facts, "share_categories").filter((g) => g["share_id"] === share["id"]).map((g) => pairOf(g)));
  const cover = new Map<string, Set<string>>();
  for (const link of rowsOf(facts, "share_consents").filter((k) => k["share_id"] === share["id"])) {
    const consent = rowsOf(facts, "consents").find((c) => c["id"] === link["consent_id"])!;
    if (consent["recipient_id"] !== share["organisation_id"] || !["both", direction].includes(String(consent["direction"])) || consent["releases_secrecy"] !== true || !consentHolds(facts, consent)) continue;
    const root = rootOf(facts, consent["person_id"]);
    const pairs = cover.get(root) ?? new Set<string>();
    for (const k of rowsOf(facts, "consent_categories")) {
      const pair = pairOf(k);
      if (k["consent_id"] === consent["id"] && k["withdrawn_at"] === null && shared.has(pair)) pairs.add(pair);
    }
    cover.set(root, pairs);
  }
  return cover;
}

/** "Such an entry is in no share unless the person released exactly this entry": each person it concerns, by a consent that carries the share. */
const isReleased = (facts: Facts, share: Row, entry: Row, root: string): boolean =>
  rowsOf(facts, "entry_releases").some((r) => {
    if (r["entry_id"] !== entry["id"] || !rowsOf(facts, "share_consents").some((k) => k["share_id"] === share["id"] && k["consent_id"] === r["consent_id"])) return false;
    const consent = rowsOf(facts, "consents").find((c) => c["id"] === r["consent_id"])!;
    return rootOf(facts, consent["person_id"]) === root && consent["recipient_id"] === share["organisation_id"] && consent["releases_secrecy"] === true
      && ["both", "to_recipient"].includes(String(consent["direction"])) && consentHolds(facts, consent);
  });

const isActive = (facts: Facts, share: Row): boolean =>
  share["ended_at"] === null && isToday(facts, share, "from_on", "until_on")
  && rowsOf(facts, "share_consents").some((k) => {
    const consent = rowsOf(facts, "consents").find((c) => c["id"] === k["consent_id"]);
    return k["share_id"] === share["id"] && consent?.["recipient_id"] === share["organisation_id"] && consentHolds(facts, consent!);
  });

export function sharingOf(facts: Facts, actor: { readonly tenantId: string; readonly accountId: string }, room: string | null, roles: ReadonlySet<string>, excluded: ReadonlySet<string>): Sharing {
  const acting = rowsOf(facts, "rooms").find((r) => r["id"] === room && r["kind"] === "partner" && r["closed_at"] === null);
  if (acting === undefined || !roles.has("partner_worker")) return NOTHING;
  const named = new Set(rowsOf(facts, "share_members").filter((m) => m["account_id"] === actor.accountId && m["removed_at"] === null).map((m) => m["share_id"]));
  const shares = rowsOf(facts, "shares").filter((s) => s["tenant_id"] === actor.tenantId && named.has(s["id"]) && !excluded.has(String(s["case_id"]))
    && [acting["operator_id"], acting["controller_id"]].includes(s["organisation_id"]) && isActive(facts, s));
  const shown = (table: string, kindOf: (row: Row) => string | undefined, named_: (row: Row) => unknown, also: (row: Row, share: Row) => boolean): Set<string> => {
    const ids = new Set<string>();
    for (const share of shares) {
      const cover = coverOf(facts, share, "to_recipient");
      for (const row of rowsOf(facts, table).filter((r) => r["case_id"] === share["case_id"] && also(r, share))) {
        const areas = row["life_areas"] as string[];
        const kind = kindOf(row);
        const roots = concerned(facts, row, table, named_(row));
        if (kind !== undefined && areas.length > 0 && roots.length > 0 && roots.every((root) => areas.every((a) => cover.get(root)?.has(`${kind} ${a}`) === true))
          && (row["is_entrusted"] !== true || roots.every((root) => isReleased(facts, share, row, root)))) ids.add(String(row["id"]));
      }
    }
    return ids;
  };
  return {
    cases: new Set(shares.map((share) => String(share["case_id"]))),
    contacts: shown("contacts", () => "contact", () => null, (r) => r["withdrawn_at"] === null && r["is_complete"] === true),
    documents: shown("documents", (r) => KIND_OF_DOCUMENT[String(r["kind"])], (r) => r["person_id"], (r) => r["withdrawn_at"] === null),
    tasks: shown("follow_ups", () => "task", (r) => r["about_person_id"], (r, share) => r["for_organisation_id"] === share["organisation_id"]),
    // only where somebody asks for them: ten thousand steps of the sequences do not each time
    get measures() { return new Set(shares.flatMap((share) => stepsOf(facts, share, ["to_recipient"]))); },
    get reports() { return new Set(shares.flatMap((share) => stepsOf(facts, share, ["to_recipient", "from_recipient"]))); },
    addsContact: (row) => {
      const areas = row["life_areas"] as string[];
      return PARTNERS_ADD.has(String(row["kind"])) && row["is_entrusted"] === false && row["entrusted_review_due"] === false && row["is_complete"] === true && areas.length > 0
        && shares.some((share) => share["case_id"] === row["case_id"]
          && [...coverOf(facts, share, "from_recipient").values()].some((pairs) => areas.every((a) => pairs.has(`contact ${a}`))));
    },
  };
}

/** Steps of the very office whose share it is, that the consents cover in each of these directions; none that was confided. */
function stepsOf(facts: Facts, share: Row, directions: readonly ("to_recipient" | "from_recipient")[]): string[] {
  const covers = directions.map((direction) => coverOf(facts, share, direction));
  return rowsOf(facts, "plan_measures").filter((m) => {
    const goal = rowsOf(facts, "plan_goals").find((g) => g["id"] === m["goal_id"])!;
    return m["case_id"] === share["case_id"] && m["responsible_organisation_id"] === share["organisation_id"] && m["state"] !== "dropped" && goal["state"] !== "dropped"
      && m["is_entrusted"] === false && goal["is_entrusted"] === false && covers.every((cover) => cover.get(rootOf(facts, m["person_id"]))?.has(`task ${String(goal["life_area"])}`) === true);
  }).map((m) => String(m["id"]));
}

/** The persons an entry names, else everybody the case is about. */
function concerned(facts: Facts, row: Row, table: string, named: unknown): string[] {
  const everybody = rowsOf(facts, "case_persons").filter((cp) => cp["case_id"] === row["case_id"]).map((cp) => cp["person_id"]);
  const ofContact = table === "contacts" ? rowsOf(facts, "contact_persons").filter((cp) => cp["contact_id"] === row["id"]).map((cp) => cp["person_id"]) : [];
  const persons = named !== null && named !== undefined ? [named] : ofContact.length > 0 ? ofContact : everybody;
  return persons.map((id) => rootOf(facts, id));
}

/** Is the person named in a share somebody who works for its organisation, in a room of it? */
export function worksForShare(facts: Facts, member: Row): boolean {
  const organisation = rowsOf(facts, "shares").find((s) => s["id"] === member["share_id"])?.["organisation_id"];
  const rooms = new Set(rowsOf(facts, "rooms").filter((r) => r["kind"] === "partner" && r["closed_at"] === null && [r["operator_id"], r["controller_id"]].includes(organisation)).map((r) => r["id"]));
  return rowsOf(facts, "memberships").some((m) => m["account_id"] === member["account_id"] && m["role"] === "partner_worker" && rooms.has(m["room_id"]) && isInForce(facts, m))
    && rowsOf(facts, "accounts").some((a) => a["id"] === member["account_id"] && a["disabled_at"] === null);
}
