import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Category, ConsentState, Direction, ShareState } from "../consent-words.ts";

/** Where the next page begins: the moment with microseconds, and the id. */
export interface After {
  readonly at: string;
  readonly id: string;
}
interface Listed {
  readonly id: string;
  readonly at: string;
  readonly case_id: string;
  readonly case_number: string;
}
const AT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
const NUMBER = "(select r.number from app.recorded_cases(array[x.case_id], null) r) as case_number";
const PAGE = (column: string): string => `and ($1::uuid is null or x.case_id = $1) and ($2::timestamptz is null or (${column}, x.id) < ($2::timestamptz, $3::uuid)) order by ${column} desc, x.id desc limit $4`;
const paged = (caseId: string | null, after: After | null, most: number): unknown[] => [caseId, after?.at ?? null, after?.id ?? null, most];

export interface ConsentLine extends Listed {
  readonly recipient: string;
  readonly categories: readonly Category[];
  readonly direction: Direction;
  readonly releases_secrecy: boolean;
  readonly form: string;
  readonly given_by: string;
  readonly given_on: CalendarDay;
  readonly expires_on: CalendarDay;
  readonly state: ConsentState;
}
/** Metadata of consents in supervised rooms: to whom, what, until when; never why or of whom. */
export const listConsentLines = (tx: ReadTx, caseId: string | null, after: After | null, most: number): Promise<ConsentLine[]> =>
  tx.query<ConsentLine>(
    `select x.id, ${AT("x.created_at")}, x.case_id, ${NUMBER}, o.name as recipient, x.direction, x.releases_secrecy, x.form, x.given_by, x.given_on, x.expires_on,
            (select z.state from app.consent_states(x.case_id) z where z.consent_id = x.id) as state,
            (select coalesce(jsonb_agg(jsonb_build_object('lifeArea', k.life_area, 'kind', k.kind) order by k.life_area, k.kind), '[]') from app.consent_categories k
              where k.tenant_id = x.tenant_id and k.consent_id = x.id and k.withdrawn_at is null) as categories
       from app.consents x join app.organisations o on o.tenant_id = x.tenant_id and o.id = x.recipient_id
      where x.room_id = any (array(select app.supervised_room_ids())) ${PAGE("x.created_at")}`,
    paged(caseId, after, most),
  );

export interface ShareLine extends Listed {
  readonly organisation: string;
  readonly people: number;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay;
  readonly state: ShareState;
}
export const listShareLines = (tx: ReadTx, caseId: string | null, after: After | null, most: number): Promise<ShareLine[]> =>
  tx.query<ShareLine>(
    `select x.id, ${AT("x.created_at")}, x.case_id, ${NUMBER}, o.name as organisation, x.from_on, x.until_on,
            (select count(*)::integer from app.share_members m where m.tenant_id = x.tenant_id and m.share_id = x.id and m.removed_at is null) as people,
            (select z.state from app.share_states(x.case_id) z where z.share_id = x.id) as state
       from app.shares x join app.organisations o on o.tenant_id = x.tenant_id and o.id = x.organisation_id
      where x.room_id = any (array(select app.supervised_room_ids())) ${PAGE("x.created_at")}`,
    paged(caseId, after, most),
  );

export interface DisclosureLine extends Omit<Listed, "case_id"> {
  /** null, and an empty number: of an authority, which has no cases */
  readonly case_id: string | null;
  readonly recipient_name: string;
  readonly state: string;
  readonly sent_at: Date | null;
  readonly recipient_state: string | null;
  readonly basis: string;
  readonly by_consent: boolean;
  readonly answers_87: boolean;
  readonly exception: string | null;
  readonly fields: readonly string[];
  readonly is_acute: boolean;
  readonly second_agrees: boolean | null;
  readonly second_at: Date | null;
}
export const listDisclosureLines = (tx: ReadTx, caseId: string | null, after: After | null, most: number): Promise<DisclosureLine[]> =>
  tx.query<DisclosureLine>(
    `select x.id, ${AT("x.created_at")}, x.case_id, coalesce(${NUMBER.replace(" as case_number", "")}, '') as case_number, x.recipient_name, x.state, x.sent_at, x.recipient_state, b.citation as basis, x.by_consent,
            x.answers_87, x.exception, x.is_acute, x.second_agrees, x.second_at, array(select f.label from app.disclosed_fields(x.id) f where f.label <> '') as fields
       from (select d.tenant_id, d.room_id, d.id, d.created_at, d.case_id, d.recipient_name, d.state, d.sent_at, d.recipient_state, d.legal_basis_id, d.consent_id is not null as by_consent, d.answers_87, d.exception, d.is_acute and d.consent_id is null as is_acute, d.second_agrees, d.second_at from app.disclosures d
             union all select o.tenant_id, o.room_id, o.id, o.created_at, null, o.recipient_name, o.state, o.sent_at, o.recipient_state, o.legal_basis_id, false, false, null, false, null, null from app.officer_disclosures o) x
       join app.legal_bases b on b.tenant_id = x.tenant_id and b.id = x.legal_basis_id
      where x.room_id = any (array(select app.supervised_room_ids())) ${PAGE("x.created_at")}`,
    paged(caseId, after, most),
  );

export interface CheckLine extends Listed {
  readonly officer: string;
  readonly ends_at: Date;
}
export const listCheckLines = (tx: ReadTx, caseId: string | null, after: After | null, most: number): Promise<CheckLine[]> =>
  tx.query<CheckLine>(
    `select x.id, ${AT("x.began_at")}, x.case_id, ${NUMBER}, x.ends_at, case when x.account_id = (select app.current_account()) then 'Sie' else 'andere beauftragte Person' end as officer
       from app.content_checks x where x.room_id = any (array(select app.supervised_room_ids())) ${PAGE("x.began_at")}`,
    paged(caseId, after, most),
  );

export const findCaseToCheck = (tx: ReadTx, number: string): Promise<{ case_id: string; key_ref: string } | undefined> => tx.find("select case_id, key_ref from app.find_case_to_check($1)", [number]);
export const beginCheck = async (tx: WriteTx, k: { id: string; caseId: string; reasonCt: Buffer; minutes: number }): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.begin_content_check($1, $2, $3, $4) as done", [k.id, k.caseId, k.reasonCt, k.minutes])).done;

export interface CheckedCase {
  readonly id: string;
  readonly number: string;
  readonly key_ref: string;
  readonly phase: string;
  readonly opened_on: CalendarDay;
  readonly ends_at: Date;
}
/** NotFound unless a check of it runs. */
export const getCheckedCase = (tx: ReadTx, caseId: string): Promise<CheckedCase> => tx.get<CheckedCase>("select * from app.checked_case($1)", [caseId]);
export interface CheckedEntry {
  readonly type: "contact" | "document" | "follow_up" | "phase" | "disclosed" | "goal" | "measure";
  readonly id: string;
  readonly detail: string;
  readonly on_day: CalendarDay;
  readonly life_areas: string[];
  readonly is_entrusted: boolean;
  readonly sealed: Buffer | null;
  readonly place: string;
}
export const listCheckedEntries = (tx: ReadTx, caseId: string): Promise<CheckedEntry[]> => tx.query<CheckedEntry>("select * from app.checked_entries($1)", [caseId]);
export const listCheckedNames = (tx: ReadTx, caseId: string): Promise<{ person_id: string; is_main: boolean; names: readonly { script: string; family: string; given: string }[] }[]> =>
  tx.query("select * from app.names_in_checked_case($1)", [caseId]);
