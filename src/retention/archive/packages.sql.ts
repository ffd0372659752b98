import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Source } from "../subject-access/sources.data.ts";
import { type HeldRow, KEYS } from "../subject-access/subject-access.sql.ts";
import { CONFIDED } from "./left-out.data.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface OfferRow {
  readonly offered_on: CalendarDay;
  readonly answer: "waived" | "taken" | null;
  readonly answered_on: CalendarDay | null;
  /** somebody said that these data were never to be stored */
  readonly is_unlawful: boolean;
}
export const findOffer = (tx: ReadTx, caseId: string): Promise<OfferRow | undefined> =>
  tx.find<OfferRow>("select o.offered_on, o.answer, o.answered_on, app.is_said_to_be_unlawful(o.tenant_id, o.case_id) as is_unlawful from app.archive_offers o where o.case_id = $1", [caseId]);

/** Whether whoever asks works in the team of a file. */
export const isOnTeam = async (tx: ReadTx, caseId: string): Promise<boolean> => (await tx.get<{ yes: boolean }>("select $1::uuid = any (array(select app.team_case_ids('{lead,substitute,member}'))) as yes", [caseId])).yes;

export interface PackageRow {
  readonly id: string;
  readonly made_on: CalendarDay;
  readonly made_by_name: string;
  readonly stored_name: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly left_out: number;
  readonly was_fetched: boolean;
  /** the reader works in the team of the file, not in an emergency and not by its head alone */
  readonly is_on_team: boolean;
  readonly receipt_on: CalendarDay | null;
  readonly receipt_ct: Buffer | null;
  readonly version: number;
}
const PACKAGES = `select p.id, p.case_id, p.made_on, p.stored_name, p.size, p.sha256, p.left_out, app.package_was_fetched(p.id) as was_fetched, p.case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) as is_on_team, p.receipt_on, p.receipt_ct, p.version,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[p.made_by]) n), '') as made_by_name
  from app.archive_packages p`;
export const listPackages = (tx: ReadTx, caseId: string): Promise<PackageRow[]> => tx.query<PackageRow>(`${PACKAGES} where p.case_id = $1 order by p.created_at desc, p.id`, [caseId]);
export const getPackage = (tx: ReadTx, caseId: string, id: string): Promise<PackageRow> => tx.get<PackageRow>(`${PACKAGES} where p.case_id = $1 and p.id = $2`, [caseId, id]);
export const findPackageCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.archive_packages where id = $1", [id]);

export const insertPackage = (tx: WriteTx, at: Place, p: { id: string; caseId: string; on: CalendarDay; storedName: string; size: number; sha256: Buffer; leftOut: number }): Promise<void> =>
  tx.runOne("insert into app.archive_packages (tenant_id, room_id, id, case_id, made_on, made_by, stored_name, size, sha256, left_out) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [at.tenantId, at.roomId, p.id, p.caseId, p.on, at.accountId, p.storedName, p.size, p.sha256, p.leftOut]);
/** Rows changed: none where a receipt stands there already, or another version. */
export const noteReceipt = (tx: WriteTx, caseId: string, id: string, version: number, on: CalendarDay, receiptCt: Buffer): Promise<number> =>
  tx.run("update app.archive_packages set receipt_on = $4, receipt_ct = $5, version = version + 1 where case_id = $1 and id = $2 and version = $3 and receipt_on is null", [caseId, id, version, on, receiptCt]);

export interface FileRow extends Pick<HeldRow, "row_id" | "day" | "said" | "row_key"> {
  /** ids of the persons it speaks of; empty: of the whole case */
  readonly whose: readonly string[];
  readonly is_confided: boolean;
  readonly [text: `ct_${number}`]: Buffer | null;
}
/** What one source holds of this file and no other: a person's facts and post from another file stay there. */
export const listOfFile = (tx: ReadTx, source: Source, caseId: string, personIds: readonly string[]): Promise<FileRow[]> => {
  const texts = (source.texts ?? []).map(([column], i) => `, t.${column} as ct_${i}`).join("");
  return tx.query<FileRow>(
    `select t.row_id_ as row_id, t.day_ as day, t.whose_ as whose, t.confided_ as is_confided, t.said_ as said, t.key_ as row_key${texts}
       from (select t.*, ${source.id ?? "t.id"} as row_id_, (${source.day ?? "null"})::date as day_, ${source.whose} as whose_, (${CONFIDED[source.table] ?? "false"}) as confided_,
           array[${source.lines.map(([, sql]) => `(${sql})::text`).join(", ")}]::text[] as said_, ${KEYS[source.key ?? "case"]} as key_
         from app.${source.table} t where ${source.where ?? "t.case_id = $1"} and coalesce(to_jsonb(t) ->> 'case_id', $1::uuid::text) = $1::uuid::text and $2::uuid[] is not null) t order by t.day_ nulls first, t.row_id_`,
    [caseId, personIds],
  );
};
