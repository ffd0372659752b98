import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { App } from "../../../http/index.ts";
import { addDays, dayOf } from "../../../kernel/calendar-day.ts";
import { newId } from "../../../kernel/id.ts";
import { deliverMails } from "../../../mail/index.ts";
import { type PortalWorld, startPortalWorld } from "../../portal-world.test-support.ts";

/** A mail says that there is something new, to a safe address, to somebody who wants it; and nothing else, nor otherwise. */
interface Letter { readonly to: string[]; readonly text: string }
const letters: Letter[] = [];
const today = dayOf(new Date());
let it: PortalWorld;
let smtp: SMTPServer;
let app: App;
beforeAll(async () => {
  it = await startPortalWorld();
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        letters.push({ to: session.envelope.rcptTo.map((r) => r.address), text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  app = { ...it.app, clock: () => new Date(Date.now() + 15 * 60_000), config: { ...it.app.config, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: "Kreisverwaltung <noreply@kreis.example>" } };
}, 120_000);
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await it.close();
});
beforeEach(async () => {
  await deliverMails(app);
  letters.length = 0;
});

const channel = (personId: string, value: string, isSafe: boolean | null) =>
  it.world.owner.query("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value, is_safe) values ($1, $2, $3, $4, 'email', $5, $6)", [it.world.tenantId, it.world.caseRoomId, newId(), personId, value, isSafe]);
const appointment = async (caseId: string, personId: string, more: Record<string, string> = {}): Promise<void> => {
  const made = await it.post(`/faelle/${caseId}/termine/neu`, it.manager.secret, { on: addDays(today, 9), from: "10:00", kind: "talk", placeKind: "address", place: "Frauenhaus", subject: "Schutz vor Gewalt", language: "ar", personIds: personId, isOnPortal: "ja", interpreter: "none", ...more });
  expect(made.statusCode, made.body.slice(0, 1500)).toBe(303);
};
async function reader(address = "safe@example.org", isSafe: boolean | null = true) {
  const { id, personId } = await it.newCase();
  await channel(personId, address, isSafe);
  const phone = await it.signedIn(id, personId);
  const access = await it.accessOf(id, personId);
  const turn = async (to: "an" | "aus") => (await it.post(`/faelle/${id}/portal/${access}/mails/${to}`, it.manager.secret, {})).statusCode;
  return { id, personId, phone, access, turn };
}
const ordered = async (caseId: string): Promise<string[]> => (await it.world.owner.query<{ state: string }>("select state from app.outgoing_mails where case_id = $1 and kind = 'news' order by created_at", [caseId])).rows.map((r) => r.state);

test("off by itself; turned on, one mail says that there is something new, and not what", async () => {
  const { id, personId, turn } = await reader();
  await appointment(id, personId);
  expect(await ordered(id)).toEqual([]);
  expect(await turn("an")).toBe(303);
  await appointment(id, personId, { from: "11:00" });
  await appointment(id, personId, { from: "12:00" });
  expect(await ordered(id), "several things within a while are one mail").toEqual(["waiting"]);
  await deliverMails(app);
  expect(letters.map((l) => l.to)).toEqual([["safe@example.org"]]);
  const decoded = letters[0]!.text.replaceAll("=\r\n", "").replaceAll(/((?:=[0-9A-F]{2})+)/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString());
  expect(decoded).toContain("es gibt eine neue Nachricht für Sie");
  expect(decoded).not.toMatch(/Haddad|Amira|Frauenhaus|Schutz|Integration|KIM|Termin|http|portal/i);
  expect((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body).toContain("Neues wird per Mail angekündigt");
});

test("an answer and an agreement to sign are told; what does not stand on the page is not", async () => {
  const one = await reader();
  await one.turn("an");
  await one.phone.post("/frage", { text: "Wann?" });
  const { id: message } = await it.row<{ id: string }>("select id from app.portal_messages where case_id = $1", [one.id]);
  await it.post(`/faelle/${one.id}/portal/nachrichten/${message}`, it.manager.secret, { answer: "Morgen.", state: "done", _version: "1" });
  expect(await ordered(one.id)).toEqual(["waiting"]);
  const two = await reader();
  await two.turn("an");
  await appointment(two.id, two.personId, { isOnPortal: "" });
  await appointment(two.id, two.personId, { isOnPortal: "", isEntrusted: "ja" });
  expect(await ordered(two.id)).toEqual([]);
  const goal = (await it.api("POST", `/api/v1/cases/${two.id}/goals`, it.manager.secret, { personId: two.personId, lifeArea: "arbeit", wish: "Arbeiten", goal: "Arbeit finden", wishLanguage: "de" })).json<{ id: string }>().id;
  await it.api("POST", `/api/v1/cases/${two.id}/goals/${goal}/measures`, it.manager.secret, { title: "Anrufen", responsible: "person", dueOn: addDays(today, 7) });
  const agreed = await it.api("POST", `/api/v1/cases/${two.id}/agreements`, it.manager.secret, { personId: two.personId, goalIds: [goal], language: "de", agreedOn: today, signing: "paper" });
  expect(agreed.statusCode, agreed.body).toBe(201);
  expect(await ordered(two.id)).toEqual(["waiting"]);
});

test("what was ordered and is frozen, turned off, or has no safe address any more when it is due, does not go out", async () => {
  const ways: readonly (readonly [string, (r: Awaited<ReturnType<typeof reader>>) => Promise<unknown>, string])[] = [
    ["frozen", (r) => it.post(`/faelle/${r.id}/portal/${r.access}/sperren`, it.manager.secret, {}), "dropped"],
    ["turned off", (r) => r.turn("aus"), "dropped"],
    ["ended", (r) => it.post(`/faelle/${r.id}/portal/${r.access}/beenden`, it.manager.secret, {}), "dropped"],
    ["safe no more", (r) => it.world.owner.query("update app.person_channels set is_safe = false where person_id = $1", [r.personId]), "unsafe"],
  ];
  for (const [name, happens, state] of ways) {
    const one = await reader();
    await one.turn("an");
    await appointment(one.id, one.personId);
    expect([name, await ordered(one.id)]).toEqual([name, ["waiting"]]);
    await happens(one);
    await deliverMails(app);
    expect([name, await ordered(one.id), letters.length]).toEqual([name, [state], 0]);
  }
});

test("after a freeze the person decides anew, and without a safe address it cannot be turned on", async () => {
  const one = await reader();
  await one.turn("an");
  await it.post(`/faelle/${one.id}/portal/${one.access}/sperren`, it.manager.secret, {});
  expect(await one.turn("an"), "not while it is frozen").toBe(404);
  await it.post(`/faelle/${one.id}/portal/${one.access}/entsperren`, it.manager.secret, { how: "alone", isSafe: "ja", card: "same" });
  await appointment(one.id, one.personId);
  expect(await ordered(one.id)).toEqual([]);
  for (const isSafe of [null, false]) {
    const unsafe = await reader("unsafe@example.org", isSafe);
    expect(await unsafe.turn("an")).toBe(422);
    expect((await it.api("POST", `/api/v1/cases/${unsafe.id}/portal-accesses/${unsafe.access}/news`, it.manager.secret, { isOn: true })).statusCode).toBe(422);
    expect((await it.get(`/faelle/${unsafe.id}/portal`, it.manager.secret)).body).not.toContain("/mails/an");
  }
});
