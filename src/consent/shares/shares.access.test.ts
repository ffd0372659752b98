import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

const ARBEIT = ["arbeit.contact", "arbeit.task"];
async function keepCertificate(caseId: string, content: string): Promise<string> {
  const person = await it.personOf(caseId);
  const parts = { kind: "certificate", lifeAreas: "arbeit", personId: person };
  const fields = Object.entries(parts).map(([name, value]) => `--grenze\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("");
  const payload = `${fields}--grenze\r\ncontent-disposition: form-data; name="file"; filename="Zeugnis.pdf"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n--grenze--\r\n`;
  const kept = await it.server.inject({ method: "POST", url: `/api/v1/cases/${caseId}/documents`, headers: { cookie: `einklang=${it.manager.secret}`, "content-type": "multipart/form-data; boundary=grenze", "idempotency-key": newId() }, payload });
  expect(kept.statusCode, kept.body).toBe(201);
  return kept.json<{ id: string }>().id;
}
const bodyOf = async (path: string, as = it.partner): Promise<string> => (await it.get(path, as.secret)).body;

test("a partner sees what is shared, adds to it, finishes its task, and sees nothing else of the case", async () => {
  const caseId = await it.newCase({ family: "Okafor" });
  await it.addContact(caseId, it.manager, "Sucht Arbeit als Pflegehelferin", { areas: ["arbeit"] });
  await it.addContact(caseId, it.manager, "Streit mit dem Vermieter", { areas: ["wohnen"] });
  await it.addContact(caseId, it.manager, "Beides zugleich", { areas: ["arbeit", "wohnen"] });
  await it.addContact(caseId, it.manager, "Ohne Bereich", {});
  await it.addContact(caseId, it.manager, "Im Vertrauen gesagt", { areas: ["arbeit"], entrusted: true });
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  const task = await it.post(`/faelle/${caseId}/freigaben/${share}/aufgaben/neu`, it.manager.secret, { title: "Bitte Stellenangebote schicken", dueOn: "31.12.2027", lifeAreas: "arbeit", personId: await it.personOf(caseId) });
  expect(task.statusCode).toBe(303);

  expect(await bodyOf("/freigaben")).toContain("Okafor");
  const shown = await bodyOf(`/freigaben/${share}`);
  expect(shown).toContain("Sucht Arbeit als Pflegehelferin");
  expect(shown).toContain("Bitte Stellenangebote schicken");
  for (const hidden of ["Vermieter", "Beides", "Ohne Bereich", "Vertrauen"]) expect(shown).not.toContain(hidden);
  expect((await it.get(`/faelle/${caseId}`, it.partner.secret)).statusCode).toBe(404);

  const added = await it.post(`/freigaben/${share}/kontakte/neu`, it.partner.secret, { kind: "feedback", text: "Vorstellungsgespräch am Montag", lifeAreas: "arbeit", happenedOn: "" });
  expect(added.statusCode, added.body.slice(0, 500)).toBe(303);
  const page = await bodyOf(`/faelle/${caseId}`, it.manager);
  expect(page).toContain("Vorstellungsgespräch am Montag");
  expect(page).toContain("K. Petersen · das Fallteam und Jobcenter");
  const taskId = /aufgaben\/([0-9a-f-]{36})\/erledigt/.exec(await bodyOf(`/freigaben/${share}`))![1]!;
  expect((await it.post(`/freigaben/${share}/aufgaben/${taskId}/erledigt`, it.partner.secret, {})).statusCode).toBe(303);
  expect(await bodyOf(`/freigaben/${share}`)).toContain("Aufgabe, erledigt");
});

test("nobody sees a share before being named in it, nor after being taken out; colleagues of the partner never do", async () => {
  const caseId = await it.newCase({ family: "Tesfay" });
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT, []);
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(404);
  await it.post(`/faelle/${caseId}/freigaben/${share}`, it.manager.secret, { accountIds: it.partner.accountId });
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(200);
  expect((await it.get(`/freigaben/${share}`, it.otherPartner.secret)).statusCode).toBe(404);
  await it.post(`/faelle/${caseId}/freigaben/${share}`, it.manager.secret, { accountIds: it.otherPartner.accountId });
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(404);
  expect(await bodyOf("/freigaben")).not.toContain("Tesfay");
});

test("a withdrawal ends the partner's access at the next request, also to its own contributions", async () => {
  const caseId = await it.newCase({ family: "Nazari" });
  const consent = await it.newConsent(caseId, ["arbeit.contact", "wohnen.contact"]);
  const share = await it.share(caseId, ["arbeit.contact", "wohnen.contact"]);
  for (const area of ["arbeit", "wohnen"]) await it.post(`/freigaben/${share}/kontakte/neu`, it.partner.secret, { kind: "feedback", text: `Von uns zu ${area}`, lifeAreas: area, happenedOn: "" });
  expect(await bodyOf(`/freigaben/${share}`)).toContain("Von uns zu wohnen");
  await it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consent_categories set withdrawn_at = now() where consent_id = $1 and life_area = 'wohnen'", [consent]));
  expect(await bodyOf(`/freigaben/${share}`)).toContain("Von uns zu arbeit");
  expect(await bodyOf(`/freigaben/${share}`)).not.toContain("Von uns zu wohnen");
  await it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consents set withdrawn_at = now(), version = version + 1 where id = $1", [consent]));
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(404);
  expect(await bodyOf("/freigaben")).not.toContain("Nazari");
  expect(await bodyOf(`/faelle/${caseId}/freigaben`, it.manager)).toContain("ruht: keine Einwilligung");
});

test("of a family only what concerns those whose consent holds is shown", async () => {
  const caseId = await it.newCase({ family: "Haile" });
  const son = await it.newPerson([["Latn", "Haile", "Dawit"]], "2015-01-01");
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id) values ($1, $2, $3, $4)", [it.world.tenantId, it.world.caseRoomId, caseId, son]);
  const contact = async (text: string, about: readonly string[]): Promise<void> => {
    const id = await it.addContact(caseId, it.manager, text, { areas: ["arbeit"] });
    for (const person of about) await it.world.owner.query("insert into app.contact_persons (tenant_id, room_id, case_id, contact_id, person_id) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, caseId, id, person]);
  };
  const mother = await it.personOf(caseId);
  await contact("Nur die Mutter", [mother]);
  await contact("Nur der Sohn", [son]);
  await contact("Beide", [mother, son]);
  await contact("Alle, ohne Nennung", []);
  await it.newConsent(caseId, ["arbeit.contact"]);
  const share = await it.share(caseId, ["arbeit.contact"]);
  const shown = await bodyOf(`/freigaben/${share}`);
  expect(shown).toContain("Nur die Mutter");
  for (const hidden of ["Nur der Sohn", "Beide", "Alle, ohne Nennung", "Dawit"]) expect(shown).not.toContain(hidden);
});

test("a share that would go further than the consents, or towards an authority, is refused in words", async () => {
  const caseId = await it.newCase();
  const body = { organisationId: it.world.partnerOrganisationId, cells: ["arbeit.contact"] };
  const without = await it.post(`/faelle/${caseId}/freigaben/neu`, it.manager.secret, body);
  expect(without.statusCode).toBe(422);
  await it.newConsent(caseId, ["arbeit.contact"]);
  const tooMuch = await it.post(`/faelle/${caseId}/freigaben/neu`, it.manager.secret, { ...body, cells: ["arbeit.contact", "gesundheit.contact"] });
  expect([tooMuch.statusCode, tooMuch.body.includes("deckt nicht alles")]).toEqual([422, true]);
  const tooLong = await it.post(`/faelle/${caseId}/freigaben/neu`, it.manager.secret, { ...body, untilOn: addDays(it.today, 400) });
  expect([tooLong.statusCode, tooLong.body.includes("Länger als die Einwilligung")]).toEqual([422, true]);
  await it.newConsent(caseId, ["arbeit.contact"], { recipient_id: it.world.otherOrganisationId });
  const wall = await it.post(`/faelle/${caseId}/freigaben/neu`, it.manager.secret, { ...body, organisationId: it.world.otherOrganisationId });
  expect([wall.statusCode, wall.body.includes("gibt es keine Freigabe")]).toEqual([422, true]);
});

test("what a partner read is found by the team and by the officer of the file's controller", async () => {
  const caseId = await it.newCase();
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  await it.get(`/freigaben/${share}`, it.partner.secret);
  for (const reader of [it.manager, it.dataProtectionOfficer]) {
    const found = await it.database.db.read(reader.secret, (tx) => tx.query("select action from app.access_records where account_id = $1 and case_id = $2", [it.partner.accountId, caseId]));
    expect(found).toContainEqual({ action: "share.read" });
  }
});

test("somebody invited sees nothing until the administration confirmed the role", async () => {
  const caseId = await it.newCase();
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT, []);
  const invited = await it.post(`/faelle/${caseId}/freigaben/${share}/einladung`, it.manager.secret, { givenName: "Nora", familyName: "Neu", email: "Nora.Neu@example.org", jobTitle: "" });
  expect(invited.statusCode).toBe(303);
  expect(await bodyOf(`/faelle/${caseId}/freigaben/${share}`, it.manager)).toContain("Nora Neu");
  const { rows } = await it.world.owner.query("select needs_confirmation, confirmed_at from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id where a.email = 'nora.neu@example.org'");
  expect(rows).toEqual([{ needs_confirmation: true, confirmed_at: null }]);
  const again = await it.post(`/faelle/${caseId}/freigaben/${share}/einladung`, it.manager.secret, { givenName: "Nora", familyName: "Neu", email: "nora.neu@example.org", jobTitle: "" });
  expect(again.statusCode).toBe(422);
});

test("the line under a field names the partner exactly where a share opens the entry", async () => {
  const caseId = await it.newCase();
  await it.newConsent(caseId, ARBEIT);
  await it.share(caseId, ARBEIT);
  const lineFor = async (query: string): Promise<string> => (await it.get(`/faelle/${caseId}/lesende?${query}`, it.manager.secret)).body;
  expect(await lineFor("lifeAreas=arbeit")).toContain("Petersen");
  for (const query of ["", "lifeAreas=wohnen", "lifeAreas=arbeit&lifeAreas=wohnen", "lifeAreas=arbeit&isEntrusted=ja"]) expect([query, (await lineFor(query)).includes("Petersen")]).toEqual([query, false]);
});

test("a withdrawal raced against reading: what begins after its answer shows nothing, and what began before shows all or nothing", async () => {
  const caseId = await it.newCase({ family: "Wettlauf" });
  const consent = await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  await it.addContact(caseId, it.manager, "Erster Eintrag", { areas: ["arbeit"] });
  await it.addContact(caseId, it.manager, "Zweiter Eintrag", { areas: ["arbeit"] });
  const reads: Promise<{ isLater: boolean; body: string; status: number }>[] = [];
  let withdrawn = false;
  const read = async (path: string): Promise<{ isLater: boolean; body: string; status: number }> => {
    const isLater = withdrawn;
    const answer = await it.get(path, it.partner.secret);
    return { isLater, body: answer.body, status: answer.statusCode };
  };
  const withdrawal = it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consents set withdrawn_at = now(), version = version + 1 where id = $1", [consent])).then(() => (withdrawn = true));
  for (let i = 0; i < 40; i += 1) {
    reads.push(read(i % 2 === 0 ? `/freigaben/${share}` : "/api/v1/shares"));
    if (i % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await withdrawal;
  for (let i = 0; i < 10; i += 1) reads.push(read(`/freigaben/${share}`), read("/api/v1/shares"));
  const answers = await Promise.all(reads);
  for (const { isLater, body, status } of answers) {
    if (isLater) expect([status, body.includes("Wettlauf"), body.includes("Eintrag")]).toEqual([status, false, false]);
    expect(body.includes("Erster Eintrag")).toBe(body.includes("Zweiter Eintrag"));
  }
  expect(answers.filter((a) => a.isLater).length).toBeGreaterThanOrEqual(20);
});

test("a withdrawal raced against downloads: what begins after its answer is not there, what began before comes whole or not at all", async () => {
  const caseId = await it.newCase({ family: "Zeugnis" });
  const cells = ["arbeit.contact", "arbeit.certificates"];
  const consent = await it.newConsent(caseId, cells);
  const share = await it.share(caseId, cells);
  const content = `%PDF-1.4\n1 0 obj<<>>endobj\n%${"x".repeat(200_000)}\ntrailer<<>>\n%%EOF\n`;
  const documentId = await keepCertificate(caseId, content);
  const path = `/freigaben/${share}/dateien/${documentId}`;
  let withdrawn = false;
  const read = async (): Promise<{ isLater: boolean; body: string; status: number }> => {
    const isLater = withdrawn;
    const answer = await it.get(path, it.partner.secret);
    return { isLater, body: answer.body, status: answer.statusCode };
  };
  const before = await read();
  expect([before.status, before.body === content]).toEqual([200, true]);
  const reads = Array.from({ length: 10 }, read);
  const withdrawal = it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consents set withdrawn_at = now(), version = version + 1 where id = $1", [consent])).then(() => (withdrawn = true));
  for (let i = 0; i < 20; i += 1) {
    reads.push(read());
    if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await withdrawal;
  for (let i = 0; i < 10; i += 1) reads.push(read());
  const answers = await Promise.all(reads);
  for (const { isLater, body, status } of answers) {
    expect(status === 200 ? body === content : status === 404 && !body.includes("%PDF")).toBe(true);
    if (isLater) expect(status).toBe(404);
  }
  expect(answers.filter((a) => a.isLater).length).toBeGreaterThanOrEqual(10);
});

test("closing a case ends its shares, and taking it up again does not bring them back", async () => {
  const caseId = await it.newCase();
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(200);
  const change = (closedOn: string | null): Promise<number> => it.database.db.write(it.manager.secret, (tx) => tx.run("update app.cases set closed_on = $2, version = version + 1 where id = $1", [caseId, closedOn]));
  await change(it.today);
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(404);
  await change(null);
  expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(404);
  expect((await it.get(`/faelle/${caseId}/freigaben`, it.manager.secret)).body).toContain("beendet");
});
