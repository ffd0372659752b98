import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Place } from "../conferences.sql.ts";

export interface PeerRow {
  readonly id: string;
  readonly held_on: CalendarDay;
  readonly key_ref: string;
  readonly question_ct: Buffer;
  readonly hypotheses_ct: Buffer | null;
  readonly ideas_ct: Buffer | null;
  readonly author_id: string;
  readonly author_name: string;
  readonly version: number;
}
const SELECT = `select k.id, k.held_on, k.key_ref, k.question_ct, k.hypotheses_ct, k.ideas_ct, k.author_id, coalesce(a.given_name || ' ' || a.family_name, 'nicht mehr da') as author_name, k.version
  from app.peer_consultations k left join app.accounts a on a.tenant_id = k.tenant_id and a.id = k.author_id`;
export const listPeers = (tx: ReadTx, most: number): Promise<PeerRow[]> => tx.query<PeerRow>(`${SELECT} order by k.held_on desc, k.id desc limit $1`, [most]);
export const getPeer = (tx: ReadTx, id: string): Promise<PeerRow> => tx.get<PeerRow>(`${SELECT} where k.id = $1`, [id]);
export interface PeerFields {
  readonly heldOn: CalendarDay;
  readonly questionCt: Buffer;
  readonly hypothesesCt: Buffer | null;
  readonly ideasCt: Buffer | null;
}
export const insertPeer = (tx: WriteTx, of: Place, id: string, keyRef: string, p: PeerFields): Promise<void> =>
  tx.runOne("insert into app.peer_consultations (tenant_id, room_id, id, held_on, key_ref, question_ct, hypotheses_ct, ideas_ct, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [of.tenantId, of.roomId, id, p.heldOn, keyRef, p.questionCt, p.hypothesesCt, p.ideasCt, of.accountId]);
export const updatePeer = (tx: WriteTx, id: string, version: number, p: PeerFields): Promise<number> =>
  tx.run("update app.peer_consultations set held_on = $3, question_ct = $4, hypotheses_ct = $5, ideas_ct = $6, version = version + 1 where id = $1 and version = $2", [id, version, p.heldOn, p.questionCt, p.hypothesesCt, p.ideasCt]);

/** Names and numbers of the cases that whoever asks works on: what must not stand in an anonymous text. */
export const listOwnNames = (tx: ReadTx): Promise<{ name: string }[]> =>
  tx.query(
    `with own as materialized (select id from app.team_case_ids('{lead,substitute,member}') id)
     select distinct v.name from own join app.case_persons cp on cp.case_id = own.id join app.person_names n on n.tenant_id = cp.tenant_id and n.person_id = cp.person_id
       cross join lateral (values (n.family), (n.given)) v (name) where v.name <> ''
     union select c.number from own join app.cases c on c.id = own.id`);
