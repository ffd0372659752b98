import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionSecret } from "../db/index.ts";
import { newId } from "../kernel/id.ts";
import { OWN_PIN, type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** Two at the same moment, at the worst one. Each was open once. */
let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

test("whoever adds a telephone while the person changes the PIN to get everybody out, is out", async () => {
  const { id, personId } = await it.newCase();
  const { card, pin } = await it.give(id, personId);
  const [hers, thief] = [it.phone("192.0.2.70"), it.phone("192.0.2.71")];
  await hers.post("/start", { k: card, pin });
  await hers.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
  await thief.post("/start", { k: card, pin: OWN_PIN });
  const { pin_hash: known } = await it.row<{ pin_hash: string }>("select k.pin_hash from private.portal_credentials k join app.portal_accesses a on a.id = k.access_id where a.case_id = $1", [id]);
  let changed: Promise<unknown> = Promise.resolve();
  await it.portalDb.as(thief.secret as SessionSecret, async (tx) => {
    await tx.query("select app.portal_add_passkey($1, $2, $3, 0, '{internal}', 11)", [newId(), randomBytes(32), randomBytes(64)]);
    let isDone = false;
    changed = it.portalDb.as(hers.secret as SessionSecret, (her) => her.query("select app.portal_set_pin($1, 'neu')", [known])).finally(() => { isDone = true; });
    // she is through, or waits for him
    await expect.poll(async () => isDone || (await it.row<{ n: number }>("select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()")).n > 0, { timeout: 30_000 }).toBe(true);
  });
  await changed;
  expect(await it.row("select count(*)::int as n from app.portal_passkeys where case_id = $1", [id])).toEqual({ n: 0 });
  expect((await thief.get("/plan")).statusCode).toBe(401);
}, 60_000);
