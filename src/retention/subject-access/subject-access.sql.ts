import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Source } from "./sources.data.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export type AccessState = "open" | "given" | "dropped";
export type GivenHow = "handed_over" | "post";
export type IdentityBy = "known" | "paper_seen" | "representative";
export interface AccessRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly asked_on: CalendarDay;
  readonly state: AccessState;
  readonly given_on: CalendarDay | null;
  readonly given_how: GivenHow | null;
  readonly identity_by: IdentityBy | null;
  readonly given_by_name: string;
  readonly pdf_document_id: string | null;
  readonly data_ct: Buffer | null;
  readonly version: number;
}
const ACCESSES = `select a.id, a.case_id, a.person_id, a.asked_on, a.state, a.given_on, a.given_how, a.identity_by, a.pdf_document_id, a.data_ct, a.version,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[a.given_by]) n), '') as given_by_name
  from app.subject_accesses a`;
export const listAccesses = (tx: ReadTx, caseId: string): Promise<AccessRow[]> => tx.query<AccessRow>(`${ACCESSES} where a.case_id = $1 order by a.asked_on desc, a.id`, [caseId]);
export const getAccess = (tx: ReadTx, caseId: string, id: string): Promise<AccessRow> => tx.get<AccessRow>(`${ACCESSES} where a.case_id = $1 and a.id = $2`, [caseId, id]);
/** Nobody judges a text while it is given out. 0 where it is closed. */
export const holdOpenAccess = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("select 1 from app.subject_accesses where case_id = $1 and id = $2 and state = 'open' for update", [caseId, id]);
/** Where the request alone is known: what an answer shows of one just written. */
export const getAccessById = (tx: ReadTx, id: string): Promise<AccessRow> => tx.get<AccessRow>(`${ACCESSES} where a.id = $1`, [id]);
export const insertAccess = (tx: WriteTx, at: Place, a: { id: string; caseId: string; personId: string; askedOn: CalendarDay }): Promise<void> =>
  tx.runOne("insert into app.subject_accesses (tenant_id, room_id, id, case_id, person_id, asked_on, created_by) values ($1, $2, $3, $4, $5, $6, $7)", [at.tenantId, at.roomId, a.id, a.caseId, a.personId, a.askedOn, at.accountId]);
export const dropAccess = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("update app.subject_accesses set state = 'dropped', version = version + 1 where case_id = $1 and id = $2 and state = 'open'", [caseId, id]);
export const markGiven = (tx: WriteTx, at: Place, caseId: string, id: string, version: number, g: { on: CalendarDay; how: GivenHow; identityBy: IdentityBy; documentId: string; dataCt: Buffer }): Promise<number> =>
  tx.run("update app.subject_accesses set state = 'given', given_on = $4, given_how = $5, identity_by = $6, given_by = $7, pdf_document_id = $8, data_ct = $9, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'open'",
    [caseId, id, version, g.on, g.how, g.identityBy, at.accountId, g.documentId, g.dataCt]);

export type Verdict = "whole" | "partly" | "withheld";
export interface ReviewRow {
  readonly id: string;
  readonly place: string;
  readonly row_id: string;
  readonly verdict: Verdict;
  readonly detail_ct: Buffer;
}
export const listReviews = (tx: ReadTx, accessId: string): Promise<ReviewRow[]> => tx.query<ReviewRow>("select id, place, row_id, verdict, detail_ct from app.subject_access_reviews where access_id = $1", [accessId]);
export const insertReview = (tx: WriteTx, at: Place, caseId: string, accessId: string, r: ReviewRow): Promise<void> =>
  tx.runOne("insert into app.subject_access_reviews (tenant_id, room_id, id, case_id, access_id, place, row_id, verdict, detail_ct, reviewed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [at.tenantId, at.roomId, r.id, caseId, accessId, r.place, r.row_id, r.verdict, r.detail_ct, at.accountId]);
export const updateReview = (tx: WriteTx, at: Place, accessId: string, r: ReviewRow): Promise<void> =>
  tx.runOne("update app.subject_access_reviews set verdict = $3, detail_ct = $4, reviewed_by = $5, reviewed_at = now(), version = version + 1 where access_id = $1 and id = $2", [accessId, r.id, r.verdict, r.detail_ct, at.accountId]);

export interface HeldRow {
  readonly row_id: string;
  readonly day: CalendarDay | null;
  /** of this person or of the whole case; else of others alone */
  readonly is_own: boolean;
  /** of nobody in particular: of the whole case */
  readonly is_of_case: boolean;
  /** it speaks of others too */
  readonly names_others: boolean;
  readonly said: readonly (string | null)[];
  readonly row_key: string | null;
  readonly [text: `ct_${number}`]: Buffer | null;
}
export const KEYS = { case: "null::text", row: "t.key_ref", person: "(select p.key_ref from app.persons p where p.tenant_id = t.tenant_id and p.id = t.person_id)" } as const;
/** What one source holds in a case, as the reader's row security gives it out. `personIds`: all records that are this human. */
export const listHeld = (tx: ReadTx, source: Source, caseId: string, personIds: readonly string[]): Promise<HeldRow[]> => {
  const texts = (source.texts ?? []).map(([column], i) => `, t.${column} as ct_${i}`).join("");
  return tx.query<HeldRow>(
    `select t.row_id_ as row_id, t.day_ as day, cardinality(t.whose_) = 0 or t.whose_ && $2::uuid[] as is_own, cardinality(t.whose_) = 0 as is_of_case, not (t.whose_ <@ $2::uuid[]) as names_others, t.said_ as said, t.key_ as row_key${texts}
       from (select t.*, ${source.id ?? "t.id"} as row_id_, (${source.day ?? "null"})::date as day_, ${source.whose} as whose_, array[${source.lines.map(([, sql]) => `(${sql})::text`).join(", ")}]::text[] as said_, ${KEYS[source.key ?? "case"]} as key_
         from app.${source.table} t where ${source.where ?? "t.case_id = $1"} and $1::uuid is not null) t order by t.day_ nulls first, t.row_id_`,
    [caseId, personIds],
  );
};

export interface SeenRow {
  readonly day: CalendarDay;
  readonly function: string;
  readonly office: string;
  readonly action: string;
  readonly purpose: string;
  readonly times: number;
}
export const listSeen = (tx: ReadTx, caseId: string, personIds: readonly string[], timeZone: string, most: number): Promise<SeenRow[]> =>
  tx.query<SeenRow>("select * from app.records_of_subject($1, $2, $3, $4)", [caseId, personIds, timeZone, most]);

/** Names by which others of the case go: what a text is searched for. */
export const listNamesOfOthers = async (tx: ReadTx, caseId: string, personIds: readonly string[]): Promise<string[]> =>
  (await tx.query<{ name: string }>(
    `select distinct name from app.case_persons cp join app.person_names n on n.tenant_id = cp.tenant_id and n.person_id = cp.person_id
       cross join lateral (values (n.family), (n.given)) v (name) where cp.case_id = $1 and cp.person_id <> all ($2) and length(name) > 1
       -- a family name that all share is the own one
       and not exists (select from app.person_names o where o.tenant_id = n.tenant_id and o.person_id = any ($2) and lower(v.name) in (lower(o.family), lower(o.given)))`,
    [caseId, personIds],
  )).map((row) => row.name);
