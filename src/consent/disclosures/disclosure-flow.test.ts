import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../../test/world.ts";
import { deliverWhatWaits, tellOfChanges } from "../inbox/deliver.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";

let it: SharingWorld;
let officer: Actor;
beforeAll(async () => {
  it = await startSharingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
}, 120_000);
afterAll(() => it.close());

const idIn = (location: unknown): string => /([0-9a-f-]{36})(\/auswahl)?$/.exec(String(location))![1]!;
const numberOf = async (caseId: string): Promise<string> => (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;
const versionOf = async (id: string): Promise<string> => String((await it.world.owner.query<{ version: number }>("select version from app.disclosures where id = $1", [id])).rows[0]!.version);

/** A draft towards the immigration office with the name and the birth date of the main person. */
async function prepare(caseId: string, more: Record<string, string> = {}, fields?: readonly string[]): Promise<string> {
  const made = await it.post(`/faelle/${caseId}/uebermittlungen/neu`, it.manager.secret, {
    recipient: `o:${it.world.otherOrganisationId}`, legalBasisId: it.world.legalBasisId, consentId: "", purpose: "Verlängerung", necessity: "Sonst läuft der Titel ab.", ...more,
  });
  expect(made.statusCode, made.body.slice(0, 3000)).toBe(303);
  const id = idIn(made.headers.location);
  const person = await it.personOf(caseId);
  const chosen = await it.post(`/faelle/${caseId}/uebermittlungen/${id}/auswahl`, it.manager.secret, { fields: fields ?? [`person.names:${person}`] });
  expect(chosen.statusCode, chosen.body.slice(0, 3000)).toBe(303);
  return id;
}

test("without a consent a second person agrees, then exactly the chosen fields arrive and nothing else", async () => {
  const caseId = await it.newCase();
  await it.addToTeam(caseId, it.colleague, "member", it.today, it.today);
  const id = await prepare(caseId);
  const base = `/faelle/${caseId}/uebermittlungen/${id}`;
  const early = await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id) });
  expect([early.statusCode, early.body.includes("zweite Person des Teams mit")]).toEqual([422, true]);
  expect((await it.post(`${base}/vorlegen`, it.manager.secret, { _version: await versionOf(id), secondId: it.colleague.accountId })).statusCode).toBe(303);
  expect((await it.post(`${base}/urteil`, it.manager.secret, { _version: await versionOf(id), agrees: "ja" })).statusCode).toBe(404);
  const agreed = await it.post(`${base}/urteil`, it.colleague.secret, { _version: await versionOf(id), agrees: "ja", note: "Passt." });
  expect(agreed.statusCode, agreed.body.slice(0, 2000)).toBe(303);
  expect(await deliverWhatWaits(it.app)).toEqual({ delivered: 1, failed: 0 });
  expect(await deliverWhatWaits(it.app)).toEqual({ delivered: 0, failed: 0 });
  const list = await it.get("/posteingang", officer.secret);
  const item = /\/posteingang\/([0-9a-f-]{36})/.exec(list.body)![1]!;
  const letter = (await it.get(`/posteingang/${item}`, officer.secret)).body;
  expect([letter.includes("Verlängerung"), letter.includes("Geburtsdatum</dt>"), letter.includes(caseId)]).toEqual([true, false, false]);
  const asked = await it.post(`/posteingang/${item}/rueckfrage`, officer.secret, { text: "Seit wann?", _version: "1" });
  expect(asked.statusCode, asked.body.slice(0, 2000)).toBe(303);
  await deliverWhatWaits(it.app);
  expect((await it.get(base, it.manager.secret)).body).toContain("Seit wann?");
  expect((await it.post(`${base}/nachricht`, it.manager.secret, { text: "Seit Mai." })).statusCode).toBe(303);
  await deliverWhatWaits(it.app);
  expect((await it.get(`/posteingang/${item}`, officer.secret)).body).toContain("Seit Mai.");
});

test("what was declined leaves no row and no key, and its sender learns it", async () => {
  const caseId = await it.newCase();
  const id = await prepare(caseId, { isAcute: "ja", exception: "stgb_34" });
  expect((await it.post(`/faelle/${caseId}/uebermittlungen/${id}/senden`, it.manager.secret, { _version: await versionOf(id) })).statusCode).toBe(303);
  await deliverWhatWaits(it.app);
  const row = (await it.world.owner.query<{ id: string; key_ref: string }>("select i.id, i.key_ref from app.inbox_items i join app.disclosures d on d.thread_id = i.thread_id where d.id = $1", [id])).rows[0]!;
  expect((await it.post(`/posteingang/${row.id}/zurueckweisen`, officer.secret, {})).statusCode).toBe(303);
  expect((await it.get(`/posteingang/${row.id}`, officer.secret)).statusCode).toBe(404);
  await it.app.vault.destroy([row.key_ref]);
  expect(await deliverWhatWaits(it.app)).toEqual({ delivered: 1, failed: 0 });
  expect((await it.get(`/faelle/${caseId}/uebermittlungen/${id}`, it.manager.secret)).body).toContain("zurückgewiesen");
});

test("a fact that changes after it was sent is told to its recipient without its new value, and to the lead as a task", async () => {
  const caseId = await it.newCase();
  const id = await prepare(caseId, { isAcute: "ja", exception: "stgb_34" });
  await it.post(`/faelle/${caseId}/uebermittlungen/${id}/senden`, it.manager.secret, { _version: await versionOf(id) });
  await deliverWhatWaits(it.app);
  await it.world.owner.query("update app.person_names set given = 'Neuername' where person_id = $1", [await it.personOf(caseId)]);
  expect(await tellOfChanges(it.app)).toBe(1);
  expect(await tellOfChanges(it.app)).toBe(0);
  const notice = (await it.world.owner.query<{ id: string }>("select i.id from app.inbox_items i join app.disclosures d on d.thread_id = i.thread_id where d.id = $1 and i.kind = 'correction'", [id])).rows[0]!;
  const shown = (await it.get(`/posteingang/${notice.id}`, officer.secret)).body;
  expect([shown.includes("Name hat sich geändert"), shown.includes("Neuername")]).toEqual([true, false]);
  expect((await it.get("/mein-tag", it.manager.secret)).body).toContain("Berichtigung: Name hat sich geändert");
});

test("with a consent what it covers leaves at once, and what it does not is refused with the reason", async () => {
  const caseId = await it.newCase();
  const consentId = await it.newConsent(caseId, [".identity"], { recipient_id: it.world.otherOrganisationId });
  const id = await prepare(caseId, { consentId });
  const person = await it.personOf(caseId);
  const base = `/faelle/${caseId}/uebermittlungen/${id}`;
  const offered = (await it.api("GET", `/api/v1/cases/${caseId}/disclosures/${id}/fields`, it.manager.secret)).json<{ fields: { key: string; problems: string[] }[] }>().fields;
  expect(offered.find((f) => f.key === `person.names:${person}`)?.problems).toEqual([]);
  const free = await it.post(`${base}/auswahl`, it.manager.secret, { fields: [], freeText: "Sucht Arbeit.", freeTextAbout: "arbeit.contact" });
  expect(free.statusCode, free.body.slice(0, 500)).toBe(303);
  const refused = await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id) });
  expect([refused.statusCode, refused.body.includes("Davon spricht die Einwilligung nicht.")]).toEqual([422, true]);
  await it.post(`${base}/auswahl`, it.manager.secret, { fields: [`person.names:${person}`] });
  expect((await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id) })).statusCode).toBe(303);
  const again = await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id) });
  expect(again.statusCode).toBe(404);
});

test("what left in acute danger is judged afterwards by another of the team, once, and the data protection officer sees it", async () => {
  const caseId = await it.newCase();
  await it.addToTeam(caseId, it.colleague, "member", it.today, it.today);
  const id = await prepare(caseId, { isAcute: "ja", exception: "stgb_34" });
  const base = `/faelle/${caseId}/uebermittlungen/${id}`;
  expect((await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id), secondId: it.colleague.accountId })).statusCode).toBe(303);
  const seenByOfficer = async (): Promise<string> => (await it.get(`/datenschutz/weitergaben?art=uebermittlungen&fall=${await numberOf(caseId)}`, it.dataProtectionOfficer.secret)).body;
  expect(await seenByOfficer()).toContain("zweite Person prüft noch nach");
  // the task leads to the page on which it is done
  expect((await it.get("/mein-tag", it.colleague.secret)).body).toMatch(new RegExp(`href="${base}">\\s*<bdi>Übermittlung bei akuter Gefahr`));
  expect((await it.post(`${base}/urteil`, it.manager.secret, { _version: await versionOf(id), agrees: "ja" })).statusCode).toBe(404);
  const silent = await it.post(`${base}/urteil`, it.colleague.secret, { _version: await versionOf(id), agrees: "nein" });
  expect([silent.statusCode, silent.body.includes("nicht hätten hinausgehen dürfen")]).toEqual([422, true]);
  expect((await it.post(`${base}/urteil`, it.colleague.secret, { _version: await versionOf(id), agrees: "nein", note: "Die Polizei wusste es schon." })).statusCode).toBe(303);
  const kept = (await it.world.owner.query("select state, second_id, second_agrees, second_at is not null as dated from app.disclosures where id = $1", [id])).rows[0];
  expect(kept).toEqual({ state: "sent", second_id: it.colleague.accountId, second_agrees: false, dated: true });
  expect((await it.get(base, it.manager.secret)).body).toContain("stimmt nicht zu, nach der Übermittlung");
  expect(await seenByOfficer()).toContain("stimmt nicht zu");
  expect((await it.get("/mein-tag", it.colleague.secret)).body).not.toContain("Übermittlung bei akuter Gefahr");
  expect((await it.post(`${base}/urteil`, it.colleague.secret, { _version: await versionOf(id), agrees: "ja" })).statusCode).toBe(404);
  // not even the second person changes what left
  await expect(it.database.db.write(it.colleague.secret, (tx) => tx.run("update app.disclosures set second_agrees = true where id = $1", [id]))).rejects.toThrow();
});

test("a name that was not chosen does not leave beside a field that was", async () => {
  const caseId = await it.newCase();
  const person = await it.personOf(caseId);
  const family = (await it.world.owner.query<{ family: string }>("select family from app.person_names where person_id = $1", [person])).rows[0]!.family;
  const id = await prepare(caseId, { isAcute: "ja", exception: "stgb_34" });
  await it.post(`/faelle/${caseId}/uebermittlungen/${id}/auswahl`, it.manager.secret, { fields: [], freeText: "Lebt in Gefahr.", freeTextAbout: ".family" });
  await it.post(`/faelle/${caseId}/uebermittlungen/${id}/senden`, it.manager.secret, { _version: await versionOf(id) });
  await deliverWhatWaits(it.app);
  const item = (await it.world.owner.query<{ id: string }>("select i.id from app.inbox_items i join app.disclosures d on d.thread_id = i.thread_id where d.id = $1", [id])).rows[0]!;
  const letter = (await it.api("GET", `/api/v1/inbox/${item.id}`, officer.secret)).body;
  expect([letter.includes("Lebt in Gefahr."), letter.includes(family)]).toEqual([true, false]);
});

test("to an organisation without Einklang a letter goes out as PDF and JSON, once it is noted as given", async () => {
  const caseId = await it.newCase();
  const id = await prepare(caseId, { recipient: "paper", paperName: "Sparkasse Teststadt", isAcute: "ja", exception: "stgb_34" });
  const base = `/faelle/${caseId}/uebermittlungen/${id}`;
  expect((await it.get(`${base}/schreiben.pdf`, it.manager.secret)).statusCode).toBe(404);
  await it.post(`${base}/senden`, it.manager.secret, { _version: await versionOf(id) });
  expect(await deliverWhatWaits(it.app)).toEqual({ delivered: 0, failed: 0 });
  const pdf = await it.get(`${base}/schreiben.pdf`, it.manager.secret);
  expect([pdf.statusCode, pdf.headers["content-type"], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  expect((await it.get(`${base}/daten.json`, it.manager.secret)).json<{ purpose: string }>().purpose).toBe("Verlängerung");
  expect((await it.get(`${base}/schreiben.pdf`, it.colleague.secret)).statusCode).toBe(404);
}, 120_000);
