import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { AccessRecord, ChainHead, Seal } from "../sealing/index.ts";

export interface SealerPosition {
  readonly epoch: number;
  readonly anchor_number: number;
  readonly anchor_hash: string;
  /** by the clock of the database */
  readonly anchored_at: string;
}

/** Whoever gets it seals until the end of its transaction; undefined where another process has it. */
export const takePosition = (tx: WriteTx): Promise<SealerPosition | undefined> => tx.find<SealerPosition>("select epoch, anchor_number, anchor_hash, anchored_at from app.sealer_position()");

export const moveAnchor = async (tx: WriteTx, epoch: number, number: number, hash: string): Promise<void> => {
  await tx.query("select app.sealer_anchored($1, $2, $3)", [epoch, number, hash]);
};

/** After a statement that names no heads. */
export const moveStatement = async (tx: WriteTx, number: number, hash: string): Promise<void> => {
  await tx.query("select app.sealer_stated($1, $2)", [number, hash]);
};

/** A record as it is sealed and exported. The session stands there as the hash of its id: the id itself is nobody's business. */
const RECORD = `r.tenant_id, r.room_id, r.id, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.xid::text as xid, r.account_id,
  r.function, r.action, r.object_kind, r.object_ids, r.case_id, r.purpose, encode(r.reason_ct, 'base64') as reason_lines,
  encode(sha256(convert_to(r.session_id::text, 'UTF8')), 'hex') as session`;

interface RecordRow extends Omit<AccessRecord, "reason"> {
  /** PostgreSQL breaks base64 into lines */
  readonly reason_lines: string | null;
}
const recordOf = ({ reason_lines, ...row }: RecordRow): AccessRecord => ({
  tenant_id: row.tenant_id, room_id: row.room_id, id: row.id, at: row.at, xid: row.xid, account_id: row.account_id, function: row.function, action: row.action,
  object_kind: row.object_kind, object_ids: row.object_ids, case_id: row.case_id, purpose: row.purpose, reason: reason_lines?.replaceAll("\n", "") ?? null, session: row.session,
});

/** The oldest that have no number yet, chain by chain. Only committed ones are seen. */
export const listUnsealed = async (tx: ReadTx, most: number): Promise<AccessRecord[]> => {
  const rows = await tx.query<RecordRow>(
    `select ${RECORD} from (select * from app.access_records where seq is null order by tenant_id, at limit $1) r order by r.tenant_id, r.room_id, r.at, r.id`,
    [most],
  );
  return rows.map(recordOf);
};

export const findHead = (tx: ReadTx, tenantId: string, roomId: string | null): Promise<ChainHead | undefined> =>
  tx.find<ChainHead>(
    `select tenant_id, room_id, seq_to as seq, encode(hash, 'hex') as hash from app.access_seals
      where tenant_id = $1 and chain_id = coalesce($2::uuid, $1) order by seq_from desc limit 1`,
    [tenantId, roomId],
  );

/** Where every chain stands. */
export const listHeads = (tx: ReadTx): Promise<ChainHead[]> =>
  tx.query<ChainHead>(
    `select distinct on (tenant_id, chain_id) tenant_id, room_id, seq_to as seq, encode(hash, 'hex') as hash
       from app.access_seals order by tenant_id, chain_id, seq_from desc`,
  );

/** Heads of chains that grew since an instant. */
export const listHeadsSince = (tx: ReadTx, since: string): Promise<ChainHead[]> =>
  tx.query<ChainHead>(
    `select distinct on (s.tenant_id, s.chain_id) s.tenant_id, s.room_id, s.seq_to as seq, encode(s.hash, 'hex') as hash
       from app.access_seals s where s.sealed_at >= $1::timestamptz order by s.tenant_id, s.chain_id, s.seq_from desc`,
    [since],
  );

export async function insertSeals(tx: WriteTx, epoch: number, seals: readonly Seal[]): Promise<void> {
  const column = <K extends keyof Seal>(name: K): Seal[K][] => seals.map((seal) => seal[name]);
  await tx.run(
    `insert into app.access_seals (tenant_id, chain_id, room_id, seq_from, seq_to, month, epoch, first_id, last_id, content_hash, prev_hash, hash)
     select x.t, coalesce(x.r, x.t), x.r, x.f, x.u, x.m, $1, x.a, x.z, decode(x.c, 'hex'), decode(x.p, 'hex'), decode(x.h, 'hex')
       from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[]) as x (t, r, f, u, m, a, z, c, p, h)`,
    [epoch, column("tenant_id"), column("room_id"), column("seq_from"), column("seq_to"), column("month"), column("first_id"), column("last_id"), column("content_hash"), column("prev_hash"), column("hash")],
  );
}

export const numberRecords = (tx: WriteTx, records: readonly AccessRecord[], numbers: readonly number[]): Promise<number> =>
  tx.run(
    `update app.access_records r set seq = x.seq from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as x (tenant_id, id, seq)
      where r.tenant_id = x.tenant_id and r.id = x.id and r.seq is null`,
    [records.map((r) => r.tenant_id), records.map((r) => r.id), numbers],
  );

/** Do these heads lie in the database as they were anchored? Tells a crash from a restore. */
export const countKnownHeads = async (tx: ReadTx, heads: readonly ChainHead[]): Promise<number> => {
  const { known } = await tx.get<{ known: number }>(
    `select count(*)::integer as known from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) as x (t, r, s, h)
       join app.access_seals a on a.tenant_id = x.t and a.chain_id = coalesce(x.r, x.t) and a.seq_to = x.s and a.hash = decode(x.h, 'hex')`,
    [heads.map((h) => h.tenant_id), heads.map((h) => h.room_id), heads.map((h) => h.seq), heads.map((h) => h.hash)],
  );
  return known;
};

export const listChains = (tx: ReadTx): Promise<{ tenant_id: string; room_id: string | null }[]> =>
  tx.query(
    `select tenant_id, room_id from app.access_seals group by tenant_id, chain_id, room_id
     union select tenant_id, room_id from app.access_records where seq is null group by tenant_id, room_id order by 1, 2`,
  );

const SEAL = `tenant_id, room_id, month, seq_from, seq_to, (seq_to - seq_from + 1) as count, first_id, last_id,
            encode(content_hash, 'hex') as content_hash, encode(prev_hash, 'hex') as prev_hash, encode(hash, 'hex') as hash`;

export const listSeals = (tx: ReadTx, tenantId: string, roomId: string | null, after: number, most: number): Promise<Seal[]> =>
  tx.query<Seal>(
    `select ${SEAL} from app.access_seals where tenant_id = $1 and chain_id = coalesce($2::uuid, $1) and seq_from > $3 order by seq_from limit $4`,
    [tenantId, roomId, after, most],
  );

/** A month of one chain whose period is over, and how many months that was. */
export interface DueMonth {
  readonly tenant_id: string;
  readonly chain_id: string;
  readonly month: string;
  readonly keep_months: number;
}
export const listMonthsToErase = (tx: ReadTx): Promise<DueMonth[]> => tx.query<DueMonth>("select tenant_id, chain_id, month, keep_months from app.months_to_erase()");

/** Of which records are left. */
export const listSealsOfMonth = (tx: ReadTx, { tenant_id, chain_id, month }: DueMonth, after: number, most: number): Promise<Seal[]> =>
  tx.query<Seal>(
    `select ${SEAL} from app.access_seals s where tenant_id = $1 and chain_id = $2 and month = $3 and seq_from > $4
        and exists (select from app.access_records r where r.tenant_id = $1 and coalesce(r.room_id, r.tenant_id) = $2 and r.seq between s.seq_from and s.seq_to)
      order by seq_from limit $5`,
    [tenant_id, chain_id, month, after, most],
  );

export const eraseSealedRecords = async (tx: WriteTx, { tenant_id, chain_id, month }: DueMonth, sealsFrom: readonly number[]): Promise<number> =>
  (await tx.get<{ n: number }>("select app.erase_sealed_records($1, $2, $3, $4::bigint[]) as n", [tenant_id, chain_id, month, sealsFrom])).n;

export const listSealed = async (tx: ReadTx, tenantId: string, roomId: string | null, from: number, to: number): Promise<AccessRecord[]> =>
  (await tx.query<RecordRow>(
    `select ${RECORD} from app.access_records r where r.tenant_id = $1 and coalesce(r.room_id, r.tenant_id) = coalesce($2::uuid, $1) and r.seq between $3 and $4 order by r.seq`,
    [tenantId, roomId, from, to],
  )).map(recordOf);

export const listUnsealedOf = async (tx: ReadTx, tenantId: string, roomId: string | null): Promise<AccessRecord[]> =>
  (await tx.query<RecordRow>(
    `select ${RECORD} from app.access_records r where r.tenant_id = $1 and r.room_id is not distinct from $2::uuid and r.seq is null order by r.at, r.id`,
    [tenantId, roomId],
  )).map(recordOf);
