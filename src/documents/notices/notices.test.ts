import { existsSync, readdirSync } from "node:fs";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { photograph } from "../../files/file-samples.test-support.ts";
import { addDays, calendarDay, dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { actor } from "../../../test/world.ts";

let it: CaseWorld;
beforeAll(async () => {
  // the days below are typed as days: the day it is must not move
  it = await startCaseWorld({ clock: () => new Date("2026-11-10T09:00:00Z") });
}, 120_000);
afterAll(() => it.close());

const today = (): ReturnType<typeof dayOf> => dayOf(it.app.clock());
const answersOf = (personId: string, more: Record<string, string | readonly string[]> = {}): Record<string, string | readonly string[]> => ({
  personId, subject: "Ablehnung des Zuschlags", issuer: "Jobcenter", issuedOn: "02.11.2026", madeKnown: "post", madeKnownOn: "02.11.2026", law: "social", remedy: "objection", period: "one_month", instruction: "given", ...more,
});

/** As the form on a telephone sends it: no cookie, no proof of a session. */
function send(path: string, photos: readonly (readonly [string, Buffer])[], field = "seiten"): Promise<LightMyRequestResponse> {
  const parts = photos.flatMap(([name, bytes]) => [Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`), bytes, Buffer.from("\r\n")]);
  return it.server.inject({ method: "POST", url: path, headers: { "content-type": "multipart/form-data; boundary=grenze" }, payload: Buffer.concat([...parts, Buffer.from("--grenze--\r\n")]) });
}
async function newCode(caseId: string, secret = it.manager.secret): Promise<{ page: string; address: string }> {
  const made = await it.post(`/faelle/${caseId}/fotos`, secret, {});
  expect(made.statusCode).toBe(303);
  const page = String(made.headers.location);
  const address = /http[^<]*(\/foto\/[\w-]{43})</.exec((await it.get(page, secret)).body)?.[1];
  expect(address).toBeDefined();
  return { page, address: address! };
}

describe("the telephone", () => {
  test("brings pages without a login; each secret counts once, and the screen shows the code no more", async () => {
    const { id } = await it.newCase();
    const { page, address } = await newCode(id);
    const first = await it.get(address);
    expect(first.statusCode).toBe(200);
    expect(first.body).toContain("Erste Seite");
    for (const word of ["Fall", "KIM", "Kim"]) expect(first.body.replace(/<title>.*<\/title>/, "")).not.toContain(`>${word}`);
    const sent = await send(address, [["IMG_2041_Lindenau.jpg", photograph()], ["b.jpg", photograph()]]);
    expect(sent.statusCode).toBe(303);
    const next = String(sent.headers.location);
    expect(next).toMatch(/^\/foto\/[\w-]{43}$/);
    expect(next).not.toBe(address);
    // the one on the screen is worthless now, to look at and to send with
    expect((await it.get(address)).statusCode).toBe(404);
    expect((await send(address, [["c.jpg", photograph()]])).statusCode).toBe(404);
    expect((await it.get(page, it.manager.secret)).body).not.toContain("/foto/");
    expect((await send(next, [["c.jpg", photograph(1)]])).statusCode).toBe(303);
    const { rows } = await it.world.owner.query<{ kind: string; author_id: string; position: number }>("select d.kind, d.author_id, p.position from app.photo_pages p join app.documents d on d.id = p.document_id where p.case_id = $1 order by p.position", [id]);
    expect(rows.map((r) => r.position)).toEqual([1, 2, 3]);
    expect(rows.every((r) => r.kind === "notice" && r.author_id === it.manager.accountId)).toBe(true);
    const record = await it.row<{ n: number }>("select count(*)::int as n from app.access_records where case_id = $1 and action = 'document.added' and purpose = 'phone'", [id]);
    expect(record.n).toBe(2);
    const files = await it.get(`/faelle/${id}/dateien`, it.manager.secret);
    expect(files.body).toContain("Seite 3.jpg");
    expect(files.body).not.toContain("IMG_2041");
  });

  test("what it brings holds no place any more", async () => {
    const { id } = await it.newCase();
    const { address } = await newCode(id);
    await send(address, [["a.jpg", photograph(6)]]);
    const { id: documentId } = await it.row<{ id: string }>("select id from app.documents where case_id = $1", [id]);
    const shown = await it.get(`/faelle/${id}/dateien/${documentId}/ansehen`, it.manager.secret);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers["content-disposition"]).toMatch(/^inline/);
    expect(shown.rawPayload.includes("GPS")).toBe(false);
    expect(shown.rawPayload.toString("hex").includes("0112000300000001000600")).toBe(true);
  });

  test("an invented, a finished, an expired code, one of a case that was taken away and of an account that is disabled: all are the same", async () => {
    const dead = async (address: string): Promise<string> => {
      const [get, post] = [await it.get(address), await send(address, [["a.jpg", photograph()]])];
      expect([get.statusCode, post.statusCode]).toEqual([404, 404]);
      return get.body;
    };
    const invented = await dead(`/foto/${"A".repeat(43)}`);
    const { id } = await it.newCase();
    const finished = await newCode(id);
    expect((await it.post(`${finished.address}/fertig`, undefined, {})).statusCode).toBe(200);
    expect(await dead(finished.address)).toBe(invented);
    const expired = await newCode(id);
    await it.world.owner.query("update app.photo_tickets set expires_at = now() - interval '1 second', created_at = now() - interval '16 minutes' where case_id = $1 and ended_at is null", [id]);
    expect(await dead(expired.address)).toBe(invented);
    const away = await newCode(id);
    const other = await actor(it.world, ["case_manager"], "case");
    await it.world.owner.query("update app.case_team set account_id = $2 where case_id = $1", [id, other.accountId]);
    expect(await dead(away.address)).toBe(invented);
    await it.world.owner.query("update app.case_team set account_id = $2 where case_id = $1", [id, it.manager.accountId]);
    expect((await it.get(away.address)).statusCode).toBe(200);
    await it.world.owner.query("update app.accounts set disabled_at = now() where id = $1", [it.manager.accountId]);
    expect(await dead(away.address)).toBe(invented);
    await it.world.owner.query("update app.accounts set disabled_at = null where id = $1", [it.manager.accountId]);
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.documents where case_id = $1", [id])).n).toBe(0);
  });

  test("a new code ends the one before it; nobody else of the house sees it, and no other office makes one", async () => {
    const { id } = await it.newCase();
    const first = await newCode(id);
    const second = await newCode(id);
    expect((await it.get(first.address)).statusCode).toBe(404);
    expect((await it.get(second.address)).statusCode).toBe(200);
    for (const [roles, room] of [[["case_manager"], "case"], [["immigration_officer"], "immigration"], [["partner_worker"], "partner"]] as const) {
      const stranger = await actor(it.world, roles, room);
      expect((await it.get(second.page, stranger.secret)).statusCode, room).toBe(404);
      expect((await it.post(`/faelle/${id}/fotos`, stranger.secret, {})).statusCode, room).toBe(404);
    }
  });

  test("only pictures come in; what is none is said, and the code still counts. Nothing stays behind of what was refused", async () => {
    const { id } = await it.newCase();
    const { address } = await newCode(id);
    const before = stored();
    for (const bytes of [Buffer.from("%PDF-1.4 1 0 obj trailer"), Buffer.from("<svg onload=alert(1)>"), Buffer.from("MZ\0\0")]) {
      const refused = await send(address, [["gut.jpg", photograph()], ["a.jpg", bytes]]);
      expect(refused.statusCode).toBe(422);
    }
    expect((await send(address, [])).statusCode).toBe(422);
    expect(stored()).toBe(before);
    expect((await it.get(address)).statusCode).toBe(200);
    expect((await send(address, [["a.jpg", photograph()]])).statusCode).toBe(303);
  });

  test("two at once with the same secret: one comes in", async () => {
    const { id } = await it.newCase();
    const { address } = await newCode(id);
    const answers = await Promise.all([1, 2, 3].map(() => send(address, [["a.jpg", photograph()]])));
    expect(answers.map((a) => a.statusCode).toSorted((a, b) => a - b)).toEqual([303, 404, 404]);
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.documents where case_id = $1", [id])).n).toBe(1);
  });

  test("from another website nothing is taken", async () => {
    const { id } = await it.newCase();
    const { address } = await newCode(id);
    const foreign = await it.server.inject({ method: "POST", url: address, headers: { "content-type": "multipart/form-data; boundary=g", "sec-fetch-site": "cross-site" }, payload: "--g--\r\n" });
    expect(foreign.statusCode).toBe(403);
  });
});
const stored = (): number => (existsSync(it.app.filesDir) ? readdirSync(it.app.filesDir, { recursive: true, encoding: "utf8" }).filter((f) => /\.(ekf|part)$/.test(f)).length : 0);

describe("a notice", () => {
  test("with its photographed pages, its time limit step by step, and a reminder a week before", async () => {
    const { id, personId } = await it.newCase();
    const { page, address } = await newCode(id);
    await send(address, [["a.jpg", photograph()], ["b.jpg", photograph()]]);
    const query = page.slice(page.indexOf("?"));
    const form = await it.get(`/faelle/${id}/bescheide/neu/angaben${query}`, it.manager.secret);
    expect(form.body.match(/<img /g)?.length).toBe(2);
    const done = await it.post(`/faelle/${id}/bescheide/neu/angaben${query}`, it.manager.secret, answersOf(personId));
    expect(done.statusCode).toBe(303);
    const shown = await it.get(String(done.headers.location), it.manager.secret);
    for (const words of ["07.12.2026", "Mo, 07.12.2026", "§ 37 Abs. 2 Satz 1 SGB X", "§ 84 Abs. 1 SGG", "keine Rechtsberatung", "Ablehnung des Zuschlags"]) expect(shown.body).toContain(words);
    expect(shown.body.match(/<img /g)?.length).toBe(2);
    const follow = await it.row<{ due_on: string }>("select f.due_on from app.notices n join app.follow_ups f on f.id = n.follow_up_id where n.case_id = $1", [id]);
    expect(follow.due_on).toBe("2026-11-30");
    // nothing typed lies in the open
    const { rows } = await it.world.owner.query("select n::text from app.notices n where case_id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain("Zuschlag");
  });

  test("corrected, its limit and its reminder move; settled, the reminder is done", async () => {
    const { id, personId } = await it.newCase();
    const base = String((await it.post(`/faelle/${id}/bescheide/neu/angaben`, it.manager.secret, answersOf(personId, { madeKnown: "pzu", madeKnownOn: germanDay(today()), issuedOn: germanDay(today()) }))).headers.location);
    const before = await it.row<{ due_on: string }>("select due_on from app.notices where case_id = $1", [id]);
    const changed = await it.post(`${base}/berichtigen`, it.manager.secret, answersOf(personId, { _version: "1", madeKnown: "pzu", madeKnownOn: germanDay(today()), issuedOn: germanDay(today()), instruction: "missing" }));
    expect(changed.statusCode).toBe(303);
    const after = await it.row<{ due_on: string; follow_on: string }>("select n.due_on, f.due_on as follow_on from app.notices n join app.follow_ups f on f.id = n.follow_up_id where n.case_id = $1", [id]);
    expect(after.due_on > addDays(calendarDay(before.due_on), 300)).toBe(true);
    // the reminder keeps to the short limit: whether the instruction is wrong, a court would say
    expect(after.follow_on < before.due_on).toBe(true);
    expect((await it.post(`${base}/berichtigen`, it.manager.secret, answersOf(personId, { _version: "1" }))).statusCode).toBe(409);
    expect((await it.post(`${base}/erledigt`, it.manager.secret, { state: "missed" })).statusCode).toBe(422);
    expect((await it.post(`${base}/erledigt`, it.manager.secret, { state: "filed" })).statusCode).toBe(303);
    const settled = await it.row<{ state: string; done: boolean }>("select n.state, f.done_on is not null as done from app.notices n join app.follow_ups f on f.id = n.follow_up_id where n.case_id = $1", [id]);
    expect(settled).toEqual({ state: "filed", done: true });
  });

  test("days and laws that cannot be are refused beside their fields, and nothing is kept", async () => {
    const { id, personId } = await it.newCase();
    const refusedFor = async (more: Record<string, string>): Promise<string> => {
      const answer = await it.post(`/faelle/${id}/bescheide/neu/angaben`, it.manager.secret, answersOf(personId, more));
      expect(answer.statusCode).toBe(422);
      return answer.body;
    };
    expect(await refusedFor({ issuedOn: "31.02.2026" })).toContain("kein Tag");
    expect(await refusedFor({ issuedOn: germanDay(addDays(today(), 1)), madeKnownOn: "" })).toContain("Zukunft");
    expect(await refusedFor({ madeKnownOn: "01.11.2026" })).toContain("vor dem Datum des Bescheids");
    expect(await refusedFor({ madeKnown: "pzu", madeKnownOn: "" })).toContain("gelben Umschlag");
    expect(await refusedFor({ law: "asylum", period: "two_weeks" })).toContain("§ 11 AsylG");
    expect(await refusedFor({ law: "asylum", remedy: "court" })).toContain("zwei Wochen oder eine Woche");
    expect(await refusedFor({ period: "one_week" })).toContain("nur im Asylrecht");
    expect(await refusedFor({ personId: it.manager.accountId })).toContain("Person des Falls");
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.notices where case_id = $1", [id])).n).toBe(0);
  });

  test("is nobody's but the team's, under whatever address", async () => {
    const { id, personId } = await it.newCase();
    const other = await it.newCase();
    const base = String((await it.post(`/faelle/${id}/bescheide/neu/angaben`, it.manager.secret, answersOf(personId))).headers.location);
    const noticeId = base.slice(base.lastIndexOf("/") + 1);
    expect((await it.get(`/faelle/${other.id}/bescheide/${noticeId}`, it.manager.secret)).statusCode).toBe(404);
    for (const [roles, room] of [[["case_manager"], "case"], [["immigration_officer"], "immigration"], [["partner_worker"], "partner"]] as const) {
      const stranger = await actor(it.world, roles, room);
      for (const path of [base, `/faelle/${id}/bescheide`, `${base}/berichtigen`, `/faelle/${id}/bescheide/neu`]) expect((await it.get(path, stranger.secret)).statusCode, `${room} ${path}`).toBe(404);
      expect((await it.post(`${base}/erledigt`, stranger.secret, { state: "filed" })).statusCode).toBe(404);
    }
  });
});
