import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";
import type { App } from "../http/index.ts";
import { newId } from "../kernel/id.ts";
import { deliverMails, MAIL_LANGUAGES, mailText } from "./index.ts";

interface Letter { readonly to: string[]; readonly text: string }
const letters: Letter[] = [];
let refuses = false;
let now = new Date("2026-11-23T09:00:00Z");
let it: CaseWorld;
let smtp: SMTPServer;
let app: App;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => now });
  smtp = new SMTPServer({
    authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (refuses) return done(Object.assign(new Error("no such mailbox"), { responseCode: 451 }));
        letters.push({ to: session.envelope.rcptTo.map((r) => r.address), text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  app = { ...it.app, clock: () => now, config: { ...it.app.config, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: "Kreisverwaltung <noreply@kreis.example>" } };
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await it.close();
});
beforeEach(() => {
  letters.length = 0;
  refuses = false;
  now = new Date("2026-11-23T09:00:00Z");
});

const channel = (personId: string, kind: string, value: string, isSafe: boolean | null) =>
  it.world.owner.query("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value, is_safe) values ($1, $2, $3, $4, $5, $6, $7)", [it.world.tenantId, it.world.caseRoomId, newId(), personId, kind, value, isSafe]);
async function reminderOf(channels: readonly (readonly [string, string, boolean | null])[]): Promise<{ caseId: string; personId: string; state: () => Promise<string> }> {
  const { id: caseId, personId } = await it.newCase();
  for (const [kind, value, isSafe] of channels) await channel(personId, kind, value, isSafe);
  const made = await it.post(`/faelle/${caseId}/termine/neu`, it.manager.secret, { on: "01.12.2026", from: "10:00", kind: "talk", placeKind: "address", place: "Frauenhaus", subject: "Schutz vor Gewalt", language: "ar", personIds: personId, wantsReminder: "ja", interpreter: "none" });
  expect(made.statusCode, made.body.slice(0, 1500)).toBe(303);
  return { caseId, personId, state: async () => (await it.row<{ state: string }>("select state from app.outgoing_mails where case_id = $1", [caseId])).state };
}
const dayBefore = async (): Promise<void> => {
  now = new Date("2026-11-30T09:00:30Z");
  await deliverMails(app);
};

test("a mail goes to the safe address, on the day before, and tells nothing but when", async () => {
  const { state } = await reminderOf([["email", "safe@example.org", true], ["email", "other@example.org", false]]);
  await deliverMails(app);
  expect(letters).toEqual([]);
  await dayBefore();
  await deliverMails(app);
  expect(await state()).toBe("sent");
  expect(letters.map((l) => l.to)).toEqual([["safe@example.org"]]);
  const decoded = letters[0]!.text.replaceAll("=\r\n", "").replaceAll(/((?:=[0-9A-F]{2})+)/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString());
  expect(decoded).toContain("Dienstag, 1. Dezember 2026 um 10:00");
  expect(letters[0]!.text).not.toMatch(/Haddad|Amira|Frauenhaus|Schutz|Integration|KIM/);
  expect(await it.row("select action from app.access_records where action = 'reminder.sent'", [])).toEqual({ action: "reminder.sent" });
});

test("an address that nobody marked, or that is marked unsafe elsewhere, gets nothing; nor does anybody else", async () => {
  const [nobodyAsked, contradicted] = [await reminderOf([["email", "unasked@example.org", null]]), await reminderOf([["email", "two@example.org", true], ["email", "TWO@example.org", false]])];
  await dayBefore();
  expect(letters).toEqual([]);
  expect([await nobodyAsked.state(), await contradicted.state()]).toEqual(["unsafe", "unsafe"]);
  expect((await it.get(`/faelle/${nobodyAsked.caseId}/termine`, it.manager.secret)).body).toContain("kein Weg ist als sicher vermerkt");
});

test("what is safe no more when it is due is not used", async () => {
  const { personId, state } = await reminderOf([["email", "was-safe@example.org", true]]);
  await it.world.owner.query("update app.person_channels set is_safe = false where person_id = $1", [personId]);
  await dayBefore();
  expect(letters).toEqual([]);
  expect(await state()).toBe("unsafe");
});

test("where only a telephone is safe, whoever leads the case is asked to call", async () => {
  const { caseId, state } = await reminderOf([["mobile", "0151 000000", true]]);
  await dayBefore();
  expect(await state()).toBe("call");
  expect(letters).toEqual([]);
  expect((await it.get(`/faelle/${caseId}`, it.manager.secret)).body).toContain("Anrufen und an den Termin erinnern");
});

test("without a mail server nothing is sent, and it waits until it has become pointless", async () => {
  const { caseId, state } = await reminderOf([["email", "waits@example.org", true]]);
  now = new Date("2026-11-30T09:00:30Z");
  await deliverMails(it.app);
  expect(await state()).toBe("waiting");
  expect((await it.get(`/faelle/${caseId}/termine`, it.manager.secret)).body).toContain("Es ist kein Mailserver eingestellt");
  now = new Date("2026-12-01T09:00:30Z");
  await deliverMails(app);
  expect(await state()).toBe("dropped");
  expect(letters).toEqual([]);
});

test("a cancelled appointment is not reminded of", async () => {
  const { caseId, state } = await reminderOf([["email", "off@example.org", true]]);
  const { id } = await it.row<{ id: string }>("select id from app.case_appointments where case_id = $1", [caseId]);
  await it.post(`/faelle/${caseId}/termine/${id}/stand`, it.manager.secret, { state: "cancelled" });
  await dayBefore();
  expect(letters).toEqual([]);
  expect(await state()).toBe("dropped");
});

test("a server that refuses is asked again after a while, four times at most; two processes send once", async () => {
  const { state } = await reminderOf([["email", "slow@example.org", true]]);
  refuses = true;
  await dayBefore();
  expect(await state()).toBe("waiting");
  refuses = false;
  now = new Date("2026-11-30T09:20:00Z");
  await Promise.all([deliverMails(app), deliverMails(app)]);
  expect(await state()).toBe("sent");
  expect(letters).toHaveLength(1);
});

test("every language says day and time, and German stands below", () => {
  for (const language of MAIL_LANGUAGES) {
    const { subject, text } = mailText("appointment_reminder", language, new Date("2026-12-01T09:00:00Z"), "Europe/Berlin");
    expect(text, language).toContain("10:00");
    expect(text, language).toContain("2026");
    expect(text).toContain("Sie haben einen Termin");
    expect(`${subject}${text}`).not.toMatch(/Integration|Ausländer|Beratung|KIM/);
  }
  expect(mailText("news", "prs-AF", null, "Europe/Berlin").text).toContain("neue Nachricht");
});

test("whoever has left the case since is reminded of nothing of it", async () => {
  const { caseId, personId, state } = await reminderOf([["email", "safe@example.org", true]]);
  await it.world.owner.query("update app.case_persons set left_on = '2026-11-25' where case_id = $1 and person_id = $2", [caseId, personId]);
  await dayBefore();
  expect(letters.map((l) => l.to)).not.toContainEqual(["safe@example.org"]);
  expect(await state()).toBe("dropped");
});
