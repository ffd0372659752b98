import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

const call = async <T extends object>(method: "GET" | "POST" | "PUT", path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> => {
  const answer = await it.api(method, `/api/v1${path}`, it.manager.secret, body, headers);
  expect(answer.statusCode, answer.body.slice(0, 500)).toBeLessThan(300);
  return answer.json<T>();
};

test("the letter at the end stands on the own page, and on nobody else's", async () => {
  const [mine, hers] = [await it.newCase(), await it.newCase()];
  const goal = (await call<{ id: string }>("POST", `/cases/${mine.id}/goals`, { personId: mine.personId, lifeArea: "arbeit", wish: "Pflegerin werden", wishLanguage: "de" })).id;
  const [me, her] = [await it.signedIn(mine.id, mine.personId), await it.signedIn(hers.id, hers.personId, "192.0.2.44")];
  expect((await me.get("/plan")).body).not.toContain("/plan/brief/");
  const version = (await it.row<{ version: number }>("select version from app.cases where id = $1", [mine.id])).version;
  await call("PUT", `/cases/${mine.id}/closure`, { reason: "goals_reached", handover: "none_needed", goals: [{ goalId: goal, attainment: 1 }], letter: { personId: mine.personId, language: "ar" } }, { "if-match": `"${version}"` });
  const page = (await me.get("/plan")).body;
  const address = /\/plan\/brief\/[0-9a-f-]{36}\.pdf/.exec(page)?.[0] ?? "";
  const paper = await me.get(address);
  expect([paper.statusCode, paper.headers["content-type"], paper.body.startsWith("%PDF")]).toEqual([200, "application/pdf", true]);
  expect((await her.get(address)).statusCode).toBe(404);
  expect((await her.get("/plan")).body).not.toContain("/plan/brief/");
  // it tells the result of every goal: with one that is kept off the page, it stays the paper that was handed over
  expect((await it.post(`/faelle/${mine.id}/portal/zurueckhalten`, it.manager.secret, { thing: `goal:${mine.personId}:${goal}`, reason: "Der Mann liest mit." })).statusCode).toBe(303);
  expect([(await me.get(address)).statusCode, (await me.get("/plan")).body.includes("/plan/brief/")]).toEqual([404, false]);
});
