import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csrfToken, SESSION_COOKIE } from "../../http/index.ts";
import { type CaseWorld, startCaseWorld } from "../case-world.test-support.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const added = async (caseId: string, text: string): Promise<string> => (await it.api("POST", `/api/v1/cases/${caseId}/contacts`, it.manager.secret, { text })).json<{ id: string }>().id;

test("two save the same contact: one wins, the other gets 409 with what they typed and what stands there", async () => {
  const { id } = await it.newCase();
  await it.api("POST", `/api/v1/cases/${id}/team`, it.manager.secret, { accountId: it.colleague.accountId, function: "member" });
  const contact = await added(id, "Am Anfang");
  const save = (who: typeof it.manager, text: string) => it.post(`/faelle/${id}/kontakte/${contact}`, who.secret, { kind: "talk", text, interpreting: "none", _version: "1" });
  const answers = await Promise.all([save(it.manager, "Fassung der Leitung"), save(it.colleague, "Fassung der Kollegin")]);
  expect(answers.map((a) => a.statusCode).toSorted((a, b) => a - b)).toEqual([303, 409]);
  const loser = answers.find((a) => a.statusCode === 409)!;
  expect([loser.body.includes("Fassung der Leitung"), loser.body.includes("Fassung der Kollegin"), loser.body.includes('name="_version" value="2"')]).toEqual([true, true, true]);
  const api = await it.api("PUT", `/api/v1/cases/${id}/contacts/${contact}`, it.manager.secret, { text: "Zu spät" }, { "if-match": '"1"' });
  expect([api.statusCode, api.json<{ current: { version: number } }>().current.version]).toEqual([412, 2]);
});

test("a form sent twice, at the same moment too, records one contact", async () => {
  const { id } = await it.newCase();
  const fields = { kind: "talk", text: "Nur einmal", interpreting: "none", _idempotency: "doppelt-gesendet-1" };
  const answers = await Promise.all([1, 2, 3].map(() => it.post(`/faelle/${id}/kontakte/neu`, it.manager.secret, fields)));
  expect(answers.map((a) => a.statusCode)).toEqual([303, 303, 303]);
  expect(await it.row("select count(*)::int as n from app.contacts where case_id = $1", [id])).toEqual({ n: 1 });
});

test("a refused contact comes back with everything typed", async () => {
  const { id } = await it.newCase();
  const answer = await it.post(`/faelle/${id}/kontakte/neu`, it.manager.secret, { kind: "phone", text: "Mein langer Text", happenedOn: "31.02.2026", minutes: "viele", place: "Café", interpreting: "none", isEntrusted: "ja" });
  expect(answer.statusCode).toBe(422);
  for (const part of ["Mein langer Text", "31.02.2026", "ist kein Tag", 'value="viele"', 'value="Café"', "auch nicht über Freigabe"]) expect([part, answer.body.includes(part)]).toEqual([part, true]);
});

test("a contact is withdrawn by its author alone, within a day, and then gone from every page", async () => {
  const { id } = await it.newCase();
  await it.api("POST", `/api/v1/cases/${id}/team`, it.manager.secret, { accountId: it.colleague.accountId, function: "member" });
  const [mine, old] = [await added(id, "Irrtum"), await added(id, "Von vorgestern")];
  expect((await it.api("DELETE", `/api/v1/cases/${id}/contacts/${mine}`, it.colleague.secret)).json()).toMatchObject({ refusals: [{ code: "not-the-author" }] });
  await it.world.owner.query("update app.contacts set created_at = now() - interval '2 days' where id = $1", [old]);
  expect((await it.api("DELETE", `/api/v1/cases/${id}/contacts/${old}`, it.manager.secret)).json()).toMatchObject({ refusals: [{ code: "too-late-to-withdraw" }] });
  expect((await it.api("DELETE", `/api/v1/cases/${id}/contacts/${mine}`, it.manager.secret)).statusCode).toBe(200);
  expect((await it.get(`/faelle/${id}/kontakte/${mine}`, it.manager.secret)).statusCode).toBe(404);
});

test("an imported remark is entrusted until reviewed, and its task goes with the last of them", async () => {
  const { id } = await it.newCase();
  const contact = await added(id, "nicht an ABH");
  await it.world.owner.query("update app.contacts set kind = 'imported', is_entrusted = true, entrusted_review_due = true where id = $1", [contact]);
  const task = (await it.api("POST", `/api/v1/cases/${id}/follow-ups`, it.manager.secret, { title: "Bemerkung prüfen", dueOn: "2099-01-01" })).json<{ id: string }>();
  await it.world.owner.query("update app.follow_ups set kind = 'entrusted_review' where id = $1", [task.id]);
  const answer = await it.post(`/faelle/${id}/kontakte/${contact}/pruefung`, it.manager.secret, { staysEntrusted: "nein" });
  expect(answer.statusCode).toBe(303);
  expect(await it.row("select is_entrusted, entrusted_review_due from app.contacts where id = $1", [contact])).toEqual({ is_entrusted: false, entrusted_review_due: false });
  expect((await it.row<{ done_on: unknown }>("select done_on from app.follow_ups where id = $1", [task.id])).done_on).not.toBeNull();
});

test("what people write is ciphertext in every table: their words are in no row, and a plain column is found", async () => {
  const { id, personId } = await it.newCase();
  const words = "Geheimnis Quittenmarmelade";
  const contact = await added(id, words);
  await it.post(`/entwuerfe/${id}/contact.${contact}`, it.manager.secret, { text: words });
  await it.api("POST", `/api/v1/cases/${id}/follow-ups`, it.manager.secret, { title: words, dueOn: "2099-01-01" });
  await it.api("POST", `/api/v1/cases/${id}/relations`, it.manager.secret, { personId, otherName: words, kind: "neighbour" });
  await it.api("PUT", `/api/v1/cases/${id}/admission`, it.manager.secret, { reason: words, accessRoute: "Kontrolle Apfelmus" }, { "if-match": '"1"' });
  await it.api("PUT", `/api/v1/cases/${id}/phase`, it.manager.secret, { to: "clearing", note: words }, { "if-match": '"1"' });
  await it.api("PUT", `/api/v1/cases/${id}/closure`, it.manager.secret, { reason: "moved_away", handover: "to_person", handoverText: words, openFollowUps: "keep" }, { "if-match": '"2"' });
  const { rows } = await it.world.owner.query("select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('app', 'private') and table_type = 'BASE TABLE'");
  let control = 0;
  for (const { name } of rows as { name: string }[]) {
    const found = await it.row<{ plain: number; hex: number; control: number }>(
      `select count(*) filter (where t::text like '%Quittenmarmelade%')::int as plain, count(*) filter (where t::text like '%' || encode('Quittenmarmelade', 'hex') || '%')::int as hex,
              count(*) filter (where t::text like '%Apfelmus%')::int as control from ${name} t`,
    );
    expect([name, found.plain, found.hex]).toEqual([name, 0, 0]);
    control += found.control;
  }
  const counted = await it.row<{ n: number }>(
    `select ((select count(text_ct) from app.contacts where case_id = $1) + (select count(*) from app.follow_ups where case_id = $1) + (select count(other_name_ct) from app.case_relations where case_id = $1)
       + (select count(reason_ct) from app.case_admissions where case_id = $1) + (select count(note_ct) from app.case_phases where case_id = $1) + (select count(handover_ct) from app.case_closures where case_id = $1)
       + (select count(*) from app.drafts where case_id = $1))::int as n`,
    [id],
  );
  expect([counted.n, control]).toEqual([7, 1]);
  expect((await it.api("GET", `/api/v1/cases/${id}/contacts/${contact}`, it.manager.secret)).json()).toMatchObject({ text: words });
});

test("a file is kept sealed on disk, comes back whole as an attachment, and is gone when withdrawn", async () => {
  const { id } = await it.newCase();
  const boundary = "grenze";
  const content = Buffer.from("Zeugnis über die Prüfung: Quittenmarmelade bestanden.\n");
  const part = (name: string, value: string): string => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${part("_csrf", csrfToken(it.manager.secret))}${part("kind", "certificate")}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="Zeugnis Müller.txt"\r\ncontent-type: text/html\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie: `${SESSION_COOKIE}=${it.manager.secret}`, "content-type": `multipart/form-data; boundary=${boundary}` };
  const kept = await it.server.inject({ method: "POST", url: `/faelle/${id}/dateien`, headers, payload });
  expect([kept.statusCode, kept.headers.location]).toEqual([303, `/faelle/${id}/dateien`]);
  const { id: documentId } = await it.row<{ id: string }>("select id from app.documents where case_id = $1", [id]);
  const back = await it.get(`/faelle/${id}/dateien/${documentId}/herunterladen`, it.manager.secret);
  expect([back.statusCode, back.rawPayload.equals(content)]).toEqual([200, true]);
  expect([back.headers["content-type"], back.headers["x-content-type-options"]]).toEqual(["text/plain; charset=utf-8", "nosniff"]);
  expect(back.headers["content-disposition"]).toMatch(/^attachment; filename="Zeugnis Mueller.txt"/);
  const files = readdirSync(it.app.filesDir, { recursive: true }).map((name) => join(it.app.filesDir, String(name))).filter((path) => existsSync(path) && statSync(path).isFile());
  expect(files.length).toBeGreaterThan(0);
  expect(files.some((path) => readFileSync(path).includes("Quittenmarmelade"))).toBe(false);
  expect((await it.get(`/faelle/${id}/dateien/${documentId}/herunterladen`, it.colleague.secret)).statusCode).toBe(404);
  await it.post(`/faelle/${id}/dateien/${documentId}/zurueckziehen`, it.manager.secret, {});
  expect((await it.get(`/faelle/${id}/dateien/${documentId}/herunterladen`, it.manager.secret)).statusCode).toBe(404);
});
