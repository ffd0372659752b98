import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverWhatWaits, tellOfChanges } from "../consent/index.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { inventedPdf } from "../demo/invented-pdf.ts";
import { type AuthorityWorld, startAuthorityWorld } from "./authority-world.test-support.ts";

let it: AuthorityWorld;
beforeAll(async () => {
  it = await startAuthorityWorld();
}, 120_000);
afterAll(() => it.close());

const file = (id: string, more = ""): string => `/vorgaenge/${id}${more}`;
const page = async (path: string, as = it.officer): Promise<string> => {
  const answer = await it.get(path, as.secret);
  expect(answer.statusCode, path).toBe(200);
  return answer.body;
};

test("a follow-up is given to a colleague, stands on their day and in the list, is ticked off and opened again", async () => {
  const person = await it.newOfficePerson("Wieder");
  const made = await it.post(file(person, "/wiedervorlagen/neu"), it.officer.secret, { title: "Pass vorlegen lassen", dueOn: germanDay(it.today), ownerId: it.second.accountId });
  expect(made.statusCode, made.body).toBe(303);
  expect(await page("/heute", it.second)).toContain("Pass vorlegen lassen");
  expect(await page("/heute")).not.toContain("Pass vorlegen lassen");
  expect(await page("/vorgaenge?faellig=heute")).toContain("Wieder, Kim");
  const { id, sealed } = await it.row<{ id: string; sealed: string }>("select id, encode(title_ct, 'escape') as sealed from app.officer_follow_ups where person_id = $1", [person]);
  expect(sealed).not.toContain("Pass vorlegen");
  await it.post(file(person, `/wiedervorlagen/${id}/erledigt`), it.second.secret, {});
  expect(await it.row("select done_on is not null as done, done_by from app.officer_follow_ups where id = $1", [id])).toEqual({ done: true, done_by: it.second.accountId });
  await it.post(file(person, `/wiedervorlagen/${id}/wieder-oeffnen`), it.officer.secret, {});
  expect(await it.row("select done_on, done_by from app.officer_follow_ups where id = $1", [id])).toEqual({ done_on: null, done_by: null });
});

test("a follow-up in the past, without words or for somebody of another room is refused beside its fields, with what was typed", async () => {
  const person = await it.newOfficePerson("Refus");
  const refused = await it.post(file(person, "/wiedervorlagen/neu"), it.officer.secret, { title: "Etwas Bestimmtes", dueOn: germanDay(addDays(it.today, -1)), ownerId: it.naturalisation.accountId });
  expect(refused.statusCode).toBe(422);
  for (const words of ["Dieser Tag ist schon vorbei", "in diesem Aktenbereich arbeitet", "Etwas Bestimmtes"]) expect(refused.body).toContain(words);
});

test("two officers who change the same follow-up: the second reads that it changed", async () => {
  const person = await it.newOfficePerson("Doppel");
  await it.post(file(person, "/wiedervorlagen/neu"), it.officer.secret, { title: "Erst so", dueOn: germanDay(it.today), ownerId: "" });
  const { id } = await it.row<{ id: string }>("select id from app.officer_follow_ups where person_id = $1", [person]);
  const fields = { dueOn: germanDay(it.today), ownerId: "", _version: "1" };
  expect((await it.post(file(person, `/wiedervorlagen/${id}`), it.officer.secret, { ...fields, title: "Dann so" })).statusCode).toBe(303);
  const late = await it.post(file(person, `/wiedervorlagen/${id}`), it.second.secret, { ...fields, title: "Oder anders" });
  expect([late.statusCode, late.body.includes("Oder anders")]).toEqual([409, true]);
});

test("a paper is kept and handed out as it came; what is hostile is stopped; taking it out leaves the evidence as seen", async () => {
  const person = await it.newOfficePerson("Papier");
  const pdf = inventedPdf(["Kopie des Reisepasses"]);
  expect((await it.upload(file(person, "/unterlagen"), it.officer, "Pass.pdf", pdf, "identity")).statusCode).toBe(303);
  const hostile = await it.upload(file(person, "/unterlagen"), it.officer, "Pass.pdf", "<html><script>alert(1)</script></html>", "identity");
  expect(hostile.statusCode).toBe(422);
  const { id } = await it.row<{ id: string }>("select id from app.papers where person_id = $1", [person]);
  const handed = await it.get(file(person, `/unterlagen/${id}/herunterladen`), it.second.secret);
  expect([handed.statusCode, handed.rawPayload.equals(pdf), String(handed.headers["content-disposition"]).startsWith("attachment")]).toEqual([200, true, true]);
  await it.post(file(person, "/vollstaendigkeit/neu"), it.officer.secret, { rule: "AUFENTHG_25B_1" });
  const check = (await it.row<{ id: string }>("select id from app.completeness_checks where person_id = $1", [person])).id;
  await it.post(file(person, `/vollstaendigkeit/${check}`), it.officer.secret, { "state.25b.GEN:0": "open", "paper.25b.GEN:0": id });
  expect(await it.row("select state, paper_id from app.check_papers where check_id = $1", [check])).toEqual({ state: "there", paper_id: id });
  await it.post(file(person, `/unterlagen/${id}/zurueckziehen`), it.officer.secret, {});
  expect(await it.row("select state, paper_id from app.check_papers where check_id = $1", [check])).toEqual({ state: "seen", paper_id: null });
  expect((await it.get(file(person, `/unterlagen/${id}/herunterladen`), it.officer.secret)).statusCode).toBe(404);
});

test("a check is begun once for a right of the own office, asks for what is open, and prints what the person can bring", async () => {
  const person = await it.newOfficePerson("Prüf");
  const begun = await it.post(file(person, "/vollstaendigkeit/neu"), it.officer.secret, { rule: "AUFENTHG_25B_1" });
  const base = String(begun.headers.location);
  expect((await it.post(file(person, "/vollstaendigkeit/neu"), it.officer.secret, { rule: "AUFENTHG_25B_1" })).statusCode).toBe(422);
  expect((await it.post(file(person, "/vollstaendigkeit/neu"), it.officer.secret, { rule: "STAG_10_1" })).statusCode).toBe(422);
  await it.post(`${base}/anfordern`, it.officer.secret, {});
  const list = await page(`${base}/liste`);
  expect(list).toContain("unterschriebenes Formblatt");
  // the office finds it itself
  expect(list).not.toContain("Auszug aus dem Bundeszentralregister");
  const letter = await it.get(`${base}/schreiben.pdf`, it.officer.secret);
  expect([letter.statusCode, letter.rawPayload.subarray(0, 4).toString()]).toEqual([200, "%PDF"]);
  expect(await page("/vorgaenge?pruefung=fehlt")).toContain("Prüf, Kim");
  await it.post(`${base}/abschliessen`, it.officer.secret, {});
  expect((await it.post(base, it.officer.secret, { "state.25b.N2a:0": "there" })).statusCode).toBe(422);
});

test("what one officer did not touch does not undo what another ticked meanwhile", async () => {
  const person = await it.newOfficePerson("Zugleich");
  const base = String((await it.post(file(person, "/vollstaendigkeit/neu"), it.officer.secret, { rule: "AUFENTHG_25B_1" })).headers.location);
  const untouched = { "state.25b.N2a:0": "open", "was.25b.N2a:0": "open|" };
  await it.post(base, it.officer.secret, { ...untouched, "state.25b.N2a:0": "seen" });
  await it.post(base, it.second.secret, { ...untouched, "state.25b.P:0": "missing", "was.25b.P:0": "open|" });
  expect((await it.row<{ states: string[] }>("select array_agg(state order by condition) as states from app.check_papers where person_id = $1", [person])).states).toEqual(["seen", "missing"]);
});

test("an appointment stands on its day for the whole room, and who did not come is ticked", async () => {
  const person = await it.newOfficePerson("Termin");
  const made = await it.post(file(person, "/termine/neu"), it.officer.secret, { on: germanDay(it.today), time: "9:30", place: "Zimmer 114", purpose: "collect", ownerId: it.second.accountId });
  expect(made.statusCode, made.body).toBe(303);
  for (const path of ["/termine", "/termine/liste", "/heute"]) expect(await page(path, it.second), path).toContain("Termin, Kim");
  const { id } = await it.row<{ id: string }>("select id from app.appointments where person_id = $1", [person]);
  await it.post(`/termine/${id}/stand`, it.second.secret, { stand: "no_show" });
  expect(await page("/termine")).toContain("nicht erschienen");
  expect((await it.post(file(person, "/termine/neu"), it.officer.secret, { on: "01.01.2020", time: "", place: "", purpose: "collect" })).statusCode).toBe(422);
});

test("the list is turned page by page without a gap or a double, in every order", async () => {
  for (let i = 0; i < 53; i += 1) await it.row("insert into app.persons (tenant_id, room_id, id, recorded_by, key_ref) values ($1, $2, $3, $4, 'k')", [it.world.tenantId, it.world.naturalisationRoomId, newId(), it.naturalisation.accountId]);
  for (const sort of ["faellig", "name", "titel"]) {
    const seen: string[] = [];
    for (let path: string | undefined = `/vorgaenge?sortierung=${sort}`; path !== undefined; ) {
      const body = await page(path, it.naturalisation);
      seen.push(...[...body.matchAll(/class="row-link" href="\/vorgaenge\/([0-9a-f-]{36})"/g)].map((m) => m[1]!));
      path = /href="(\/vorgaenge\?[^"]*nach=[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([seen.length, new Set(seen).size], sort).toEqual([53, 53]);
  }
});

test("a request of the case management is linked, answered before a second officer, and arrives at whoever asked", async () => {
  const caseId = await it.newCase();
  const asked = await it.api("POST", "/api/v1/requests", it.manager.secret, { recipientId: it.world.otherOrganisationId, about: "Gefragt, Kim, 1990", needed: "Bis wann gilt der Titel?", basis: "Einwilligung", caseId });
  expect(asked.statusCode, asked.body).toBe(201);
  await deliverWhatWaits(it.app);
  const request = asked.json<{ id: string }>().id;
  const { id: item } = await it.row<{ id: string }>("select i.id from app.inbox_items i join app.requests r on r.thread_id = i.thread_id where r.id = $1", [request]);
  const person = await it.newOfficePerson("Gefragt");
  const draft = { recipientId: it.world.organisationId, legalBasisId: it.world.legalBasisId, purpose: "Kurs", necessity: "Ohne den Tag geht es nicht.", fields: ["person.names", "person.residence_status"], requestItemId: item };
  // not before an officer has said whom it is about
  expect((await it.post(file(person, "/uebermittlungen/neu"), it.officer.secret, draft)).statusCode).toBe(404);
  await it.post(`/posteingang/${item}/person`, it.officer.secret, { personId: person });
  expect(await page(file(person))).toContain("Gefragt, Kim, 1990");
  const elsewhere = await it.post(file(person, "/uebermittlungen/neu"), it.officer.secret, { ...draft, recipientId: it.world.partnerOrganisationId });
  expect([elsewhere.statusCode, elsewhere.body.includes("die gefragt hat")]).toEqual([422, true]);
  const base = String((await it.post(file(person, "/uebermittlungen/neu"), it.officer.secret, draft)).headers.location);
  expect(await page(base)).toContain("Duldung");
  // nobody is one's own second person
  expect((await it.post(`${base}/vorlegen`, it.officer.secret, { secondId: it.officer.accountId, _version: "1" })).statusCode).toBe(422);
  expect((await it.post(`${base}/vorlegen`, it.officer.secret, { secondId: it.second.accountId, _version: "1" })).statusCode).toBe(303);
  expect((await it.post(`${base}/urteil`, it.officer.secret, { verdict: "yes", _version: "2" })).statusCode).toBe(404);
  expect((await it.post(`${base}/urteil`, it.second.secret, { verdict: "no", note: "", _version: "2" })).statusCode).toBe(422);
  expect((await it.post(`${base}/urteil`, it.second.secret, { verdict: "yes", _version: "2" })).statusCode).toBe(303);
  await deliverWhatWaits(it.app);
  const { answerIds } = (await it.api("GET", `/api/v1/requests/${request}`, it.manager.secret)).json<{ answerIds: string[] }>();
  expect(answerIds).toHaveLength(1);
  const letter = await page(`/posteingang/${answerIds[0]}`, it.manager);
  for (const words of ["Ohne den Tag geht es nicht.", "Duldung", "Gefragt, Kim"]) expect(letter).toContain(words);
  expect(letter).not.toContain("04.05.1990");
  expect((await it.get(`/posteingang/${answerIds[0]}`, it.colleague.secret)).statusCode).toBe(404);
  expect(await it.row("select state from app.inbox_items where id = $1", [item])).toEqual({ state: "done" });

  const back = await it.post(`/posteingang/${answerIds[0]}/rueckfrage`, it.manager.secret, { text: "Seit wann?", _version: "1" });
  expect(back.statusCode, back.body).toBe(303);
  await deliverWhatWaits(it.app);
  expect(await page(base)).toContain("Seit wann?");
  expect(await page("/heute")).toContain("Rückfrage zu einer Übermittlung beantworten");
  await it.post(`${base}/nachricht`, it.officer.secret, { text: "Seit Februar." });
  await deliverWhatWaits(it.app);
  expect(await page(`/posteingang/${answerIds[0]}`, it.manager)).toContain("Seit Februar.");

  // Art. 19 DSGVO: that it changed is told, and not what it is now
  const status = await it.api("POST", `/api/v1/persons/${person}/residence-statuses`, it.officer.secret, { short: "§ 25b", from: germanDay(it.today) });
  expect(status.statusCode, status.body).toBe(201);
  expect(await tellOfChanges(it.app)).toBe(1);
  const told = await page(`/posteingang/${answerIds[0]}`, it.manager);
  expect([told.includes("Aufenthaltsstatus hat sich geändert"), told.includes("§ 25b")]).toEqual([true, false]);
  expect(await page("/heute")).toContain("Berichtigung: Aufenthaltsstatus hat sich geändert");
});

test("a refused request tells the asker nothing, and its reason stays in the authority", async () => {
  const caseId = await it.newCase();
  const ask = async () => (await it.api("POST", "/api/v1/requests", it.manager.secret, { recipientId: it.world.otherOrganisationId, about: "Nein, Kim", needed: "Anschrift", basis: "Einwilligung", caseId })).json<{ id: string }>().id;
  const [refused, untouched] = [await ask(), await ask()];
  await deliverWhatWaits(it.app);
  const { id: item } = await it.row<{ id: string }>("select i.id from app.inbox_items i join app.requests r on r.thread_id = i.thread_id where r.id = $1", [refused]);
  expect((await it.post(`/posteingang/${item}/ablehnen`, it.officer.secret, { reason: "Auskunftssperre", _version: "1" })).statusCode).toBe(303);
  await deliverWhatWaits(it.app);
  const shown = async (id: string): Promise<object> => ({ ...(await it.api("GET", `/api/v1/requests/${id}`, it.manager.secret)).json<object>(), id: "", sentAt: "" });
  expect(await shown(refused)).toEqual(await shown(untouched));
  expect(await page(`/posteingang/${item}`)).toContain("Auskunftssperre");
});
