import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decidePin } from "./sign-in/decide-pin.ts";
import { OWN_PIN, type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** What somebody sends who writes the request by hand. Each of these was answered otherwise once. */
let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

test("an address or a form with the same field twice, or with signs of two bytes in the proof, is a wrong one and no failure", async () => {
  const stranger = it.phone("192.0.2.60");
  for (const url of ["/start?k=a&k=b", "/start?sprache=ar&sprache=de", "/start?k[x]=1", "/start?k=%00"]) expect([url, (await stranger.get(url)).statusCode]).toEqual([url, expect.toSatisfy((s: number) => s < 500)]);
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId, "192.0.2.61");
  const proof = "ä".repeat(43);
  const cookie = [...phone.cookies].map(([n, v]) => `${n}=${v}`).join("; ");
  const forged = await it.portal.inject({ method: "POST", url: "/frage", headers: { cookie, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ _csrf: proof, text: "hallo" }).toString() });
  expect(forged.statusCode).toBe(401);
  for (const url of ["/daten/falsch?punkt=a&punkt=b", "/gesehen?vor=1&vor=2", "/gesehen?vor=9999999999999999", "/gesehen?vor=-271821-04-20T00:00:00Z", "/gesehen?vor=%2B275760-09-13T00:00:00Z", "/sprache?zu=//evil.example", "/sprache?zu=/a&zu=//b"]) expect([url, (await phone.get(url)).statusCode]).toEqual([url, expect.toSatisfy((s: number) => s < 500)]);
  for (const to of ["//evil.example", "/\\evil.example", "https://evil.example", "/%2f%2fevil.example"]) expect((await phone.post("/sprache", { language: "ar", zu: to })).headers["location"]).toBe("/");
  expect(await it.row("select count(*)::int as n from app.portal_messages where case_id = $1", [id])).toEqual({ n: 0 });
});

test("no day is a PIN: whoever lives with somebody knows the days of the family", () => {
  for (const day of ["12031992", "19920312", "03.12.1992", "1992-03-12", "31122015", "01012026"]) expect([day, decidePin(day, day).map((r) => r.code)]).toEqual([day, ["pin_simple"]]);
  for (const pin of [OWN_PIN, "73920184", "99887799", "19923171"]) expect([pin, decidePin(pin, pin)]).toEqual([pin, []]);
});

test("the six digits of the office are not tried for a fortnight: after some thirty tries a new card is needed", async () => {
  const { id, personId } = await it.newCase();
  const { card, pin } = await it.give(id, personId);
  const thief = it.phone("192.0.2.62");
  const tries = async (): Promise<unknown> => it.row("select c.first_pin_tries as n, c.first_pin_until > now() as holds from private.portal_credentials c join app.portal_accesses a on a.id = c.access_id where a.case_id = $1", [id]);
  await thief.post("/start", { k: card, pin: "falsch" });
  expect(await tries(), "for the address and for all strangers").toEqual({ n: 2, holds: true });
  await it.world.owner.query("update private.portal_credentials c set first_pin_tries = 59 from app.portal_accesses a where a.id = c.access_id and a.case_id = $1", [id]);
  await thief.post("/start", { k: card, pin: "falsch" });
  expect(await tries()).toEqual({ n: 61, holds: false });
  expect((await it.phone("192.0.2.63").post("/start", { k: card, pin })).statusCode, "even with the right one").toBe(422);
  const again = await it.give(id, personId);
  expect(await tries()).toEqual({ n: 0, holds: true });
  expect((await it.phone("192.0.2.64").post("/start", { k: again.card, pin: again.pin })).statusCode).toBe(303);
});

test("of nobody no file is taken: the answer comes before it is sent", async () => {
  await it.portal.listen({ host: "127.0.0.1", port: 0 });
  const { port } = it.portal.server.address() as AddressInfo;
  for (const secret of ["", `s=${it.world.tenantId}.${"A".repeat(43)}`]) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request({ port, host: "127.0.0.1", method: "POST", path: "/papier", headers: { cookie: secret, "content-type": "multipart/form-data; boundary=----edge", "content-length": 9_000_000 } }, (answer) => {
        resolve(answer.statusCode);
        asking.destroy();
      });
      asking.on("error", reject);
      // a beginning, and then nothing: whoever waits for the rest waits for ever
      asking.write('------edge\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\n\r\n%PDF-1.4');
    });
    expect(status).toBe(401);
  }
}, 30_000);
