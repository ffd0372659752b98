import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { TieEffect, TieKind } from "../assessment-words.ts";
import type { Place } from "../profile/assessments.sql.ts";

export interface TieRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly kind: TieKind;
  readonly name_ct: Buffer;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly closeness: number;
  readonly effect: TieEffect;
  readonly note_ct: Buffer | null;
  readonly is_entrusted: boolean;
  readonly ended_on: CalendarDay | null;
  readonly version: number;
}
const TIE = `select n.id, n.case_id, n.person_id, n.kind, n.name_ct, n.organisation_id, o.name as organisation_name, n.closeness, n.effect, n.note_ct, n.is_entrusted, n.ended_on, n.version
  from app.network_ties n left join app.organisations o on o.tenant_id = n.tenant_id and o.id = n.organisation_id`;
export const listTies = (tx: ReadTx, caseId: string): Promise<TieRow[]> =>
  tx.query<TieRow>(`${TIE} where n.case_id = $1 and n.withdrawn_at is null order by (n.ended_on is not null), n.closeness, n.created_at, n.id`, [caseId]);
export const getTie = (tx: ReadTx, caseId: string, id: string): Promise<TieRow> => tx.get<TieRow>(`${TIE} where n.case_id = $1 and n.id = $2 and n.withdrawn_at is null`, [caseId, id]);
export const findTieCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.network_ties where id = $1 and withdrawn_at is null", [id]);
export const listOrganisations = (tx: ReadTx): Promise<{ id: string; name: string }[]> => tx.query("select id, name from app.organisations where closed_at is null order by name, id");

export interface TieFields {
  readonly kind: TieKind;
  readonly nameCt: Buffer;
  readonly organisationId: string | null;
  readonly closeness: number;
  readonly effect: TieEffect;
  readonly noteCt: Buffer | null;
  readonly isEntrusted: boolean;
}
export const insertTie = (tx: WriteTx, of: Place, t: TieFields & { readonly id: string; readonly caseId: string; readonly personId: string }): Promise<void> =>
  tx.runOne(
    `insert into app.network_ties (tenant_id, room_id, id, case_id, person_id, kind, name_ct, organisation_id, closeness, effect, note_ct, is_entrusted, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [of.tenantId, of.roomId, t.id, t.caseId, t.personId, t.kind, t.nameCt, t.organisationId, t.closeness, t.effect, t.noteCt, t.isEntrusted, of.accountId],
  );
export const updateTie = (tx: WriteTx, caseId: string, id: string, version: number, t: TieFields & { readonly endedOn: CalendarDay | null }): Promise<number> =>
  tx.run(
    `update app.network_ties set kind = $4, name_ct = $5, organisation_id = $6, closeness = $7, effect = $8, note_ct = $9, is_entrusted = $10, ended_on = $11, version = version + 1
      where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null`,
    [caseId, id, version, t.kind, t.nameCt, t.organisationId, t.closeness, t.effect, t.noteCt, t.isEntrusted, t.endedOn],
  );
export const withdrawTieRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.network_ties set withdrawn_at = now(), version = version + 1 where case_id = $1 and id = $2 and withdrawn_at is null", [caseId, id]);
