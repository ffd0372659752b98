import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../../test/world.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";
import { deliverWhatWaits } from "./deliver.ts";

const LETTERS = 53;
let it: SharingWorld;
let officer: Actor;
const sent: string[] = [];
const came = async (): Promise<string[]> => (await it.world.owner.query<{ id: string }>("select id from app.inbox_items where room_id = $1", [it.world.caseRoomId])).rows.map((r) => r.id);
const one = (it: { items?: { id: string }[]; requests?: { id: string }[] }): string[] => (it.items ?? it.requests ?? []).map((line) => line.id);

beforeAll(async () => {
  it = await startSharingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
  for (let n = 0; n < LETTERS; n += 1) {
    const made = await it.api("POST", "/api/v1/requests", officer.secret, { recipientId: it.world.organisationId, about: `Anfrage ${n}`, needed: "Anschrift", basis: "§ 86 AufenthG", is87: false });
    expect(made.statusCode, made.body).toBe(201);
    sent.push(made.json<{ id: string }>().id);
  }
  await deliverWhatWaits(it.app);
  // many of one instant, and some that are done: neither may lose or repeat a line
  await it.world.owner.query("update app.inbox_items set received_at = '2026-11-01 08:00:00.123456+00'");
  await it.world.owner.query("update app.inbox_items set state = 'done' where id in (select id from app.inbox_items order by id limit 20)");
}, 180_000);
afterAll(() => it.close());

async function all(path: string, secret: Actor["secret"]): Promise<string[]> {
  const ids: string[] = [];
  let next: string | null = null;
  do {
    const answer = await it.api("GET", `${path}?limit=7${next === null ? "" : `&cursor=${encodeURIComponent(next)}`}`, secret);
    expect(answer.statusCode, answer.body).toBe(200);
    const body = answer.json<{ items?: { id: string }[]; requests?: { id: string }[]; next: string | null }>();
    expect(one(body).length).toBeLessThanOrEqual(7);
    ids.push(...one(body));
    next = body.next;
  } while (next !== null && ids.length <= LETTERS);
  return ids;
}

test("paging through the inbox shows every letter once, those that are open first", async () => {
  const ids = await all("/api/v1/inbox", it.lead.secret);
  expect(ids.toSorted()).toEqual((await came()).toSorted());
  expect(ids).toHaveLength(LETTERS);
  const done = new Set((await it.world.owner.query<{ id: string }>("select id from app.inbox_items where state = 'done'")).rows.map((r) => r.id));
  expect(ids.map((id) => done.has(id))).toEqual([...Array<boolean>(LETTERS - 20).fill(false), ...Array<boolean>(20).fill(true)]);
});

test("paging through the sent requests shows every one once", async () => {
  expect((await all("/api/v1/requests", officer.secret)).toSorted()).toEqual(sent.toSorted());
});

test("the pages lead on to the rest, and back to the beginning", async () => {
  for (const [path, secret] of [["/posteingang", it.lead.secret], ["/anfragen", officer.secret]] as const) {
    const first = (await it.get(path, secret)).body;
    const next = new RegExp(`href="(${path}\\?nach=[^"]+)"`).exec(first)?.[1]?.replaceAll("&amp;", "&");
    const second = (await it.get(next ?? "/none", secret)).body;
    expect([first, second].map((body) => new Set(body.match(new RegExp(`${path}/[0-9a-f-]{36}`, "g"))).size), path).toEqual([50, 3]);
    expect([first, second].map((body) => [body.includes(`${path}?nach=`), body.includes("Zum Anfang der Liste")]), path).toEqual([[true, false], [false, true]]);
  }
});

test("a cursor of nonsense begins the page at the beginning, and the interface refuses it", async () => {
  for (const typed of ["x", "o~2026-02-31T00:00:00.000000Z~0190a0a0-0000-7000-8000-000000000001", "o~0000-01-01T00:00:00.000000Z~0190a0a0-0000-7000-8000-000000000001", "z~2026-01-01T24:00:00.000000Z~0190a0a0-0000-7000-8000-000000000001", "\0"]) {
    const cursor = encodeURIComponent(typed);
    expect((await it.get(`/posteingang?nach=${cursor}`, it.lead.secret)).statusCode, typed).toBe(200);
    expect((await it.get(`/anfragen?nach=${cursor}`, officer.secret)).statusCode, typed).toBe(200);
    expect((await it.api("GET", `/api/v1/inbox?cursor=${cursor}`, it.lead.secret)).statusCode, typed).toBeGreaterThanOrEqual(400);
    expect((await it.api("GET", `/api/v1/inbox?cursor=${cursor}`, it.lead.secret)).statusCode, typed).toBeLessThan(500);
  }
});
