import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Place } from "../appointments.sql.ts";

export interface FeedRow {
  readonly id: string;
  readonly with_numbers: boolean;
  readonly last_read_on: CalendarDay | null;
  readonly created_at: Date;
}
/** The one that counts, of the account in this room. */
export const findFeed = (tx: ReadTx): Promise<FeedRow | undefined> => tx.find<FeedRow>("select id, with_numbers, last_read_on, created_at from app.calendar_feeds where account_id = app.current_account() and revoked_at is null");
export const revokeFeeds = (tx: WriteTx): Promise<number> => tx.run("update app.calendar_feeds set revoked_at = now(), version = version + 1 where account_id = app.current_account() and revoked_at is null");
export const insertFeed = (tx: WriteTx, of: Place, id: string, hash: Buffer, withNumbers: boolean): Promise<void> =>
  tx.runOne("insert into app.calendar_feeds (tenant_id, room_id, id, account_id, token_hash, with_numbers) values ($1, $2, $3, $4, $5, $6)", [of.tenantId, of.roomId, id, of.accountId, hash, withNumbers]);

export interface FeedEntry {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
  readonly number: string | null;
}
/** Null: the secret opens nothing (any more). */
export const readFeed = async (tx: WriteTx, hash: Buffer, today: CalendarDay): Promise<readonly FeedEntry[] | null> =>
  (await tx.get<{ feed: { entries: FeedEntry[] } | null }>("select app.read_calendar_feed($1, $2) as feed", [hash, today])).feed?.entries ?? null;
