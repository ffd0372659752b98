import { createHash, randomBytes } from "node:crypto";
import ical, { ICalEventClass } from "ical-generator";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { App, Asking } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type FeedEntry, findFeed, insertFeed, readFeed, revokeFeeds } from "./feeds.sql.ts";

const SECRET = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** A new address for the own calendar; the one before it is dead. The secret is told once and kept nowhere. */
export async function startFeed(tx: WriteTx, asking: Asking, withNumbers: boolean): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const id = newId();
  await revokeFeeds(tx);
  await insertFeed(tx, asking.session, id, hashOf(secret), withNumbers);
  await record(tx, asking, { action: "calendar_feed.made", objectKind: "calendar_feed", objectIds: [id] });
  return `${asking.app.config.origin}/kalender/abo/${secret}`;
}
export async function endFeed(tx: WriteTx, asking: Asking): Promise<void> {
  const feed = await findFeed(tx);
  await revokeFeeds(tx);
  await record(tx, asking, { action: "calendar_feed.revoked", objectKind: "calendar_feed", objectIds: feed === undefined ? [] : [feed.id] });
}

/** What a calendar program reads. Whoever has the address reads times and nothing else: no name, no place, no matter. */
export async function calendarOf(app: App, secret: string, now: Date, today: Parameters<typeof readFeed>[2]): Promise<string> {
  if (!SECRET.test(secret)) throw new NotFound();
  const entries = await app.db.signIn((tx) => readFeed(tx, hashOf(secret), today));
  if (entries === null) throw new NotFound();
  return writeCalendar(entries, now);
}

/** RFC 5545, times in UTC: whatever the clocks do, an entry stands where it belongs. */
export function writeCalendar(entries: readonly FeedEntry[], now: Date): string {
  const calendar = ical({ name: "Einklang", prodId: { company: "Einklang", product: "Termine", language: "DE" }, ttl: 3600 });
  for (const e of entries) {
    calendar.createEvent({ id: `${e.id}@einklang`, stamp: now, start: new Date(e.startsAt), end: new Date(e.endsAt), sequence: e.version - 1, class: ICalEventClass.PRIVATE, summary: e.number === null ? "Termin" : `Termin, Fall ${e.number}` });
  }
  return calendar.toString();
}
