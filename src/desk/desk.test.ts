import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "../kernel/calendar-day.ts";
import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";
import { SESSION_COOKIE } from "../http/index.ts";
import { newId } from "../kernel/id.ts";
import { stepsOf } from "../cases/reading/case-frame.page.tsx";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

/** Statements of the transaction that answered, session and record included. */
async function statementsOf(path: string, as = it.manager): Promise<number> {
  let counted = 0;
  const read = it.app.db.read.bind(it.app.db);
  const spy = vi.spyOn(it.app.db, "read").mockImplementation((secret, work) =>
    read(secret, async (tx) => {
      const result = await work(tx);
      counted = tx.statements;
      return result;
    }),
  );
  const answer = await it.get(path, as.secret);
  spy.mockRestore();
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return counted;
}

test("the statements of a page do not grow with its rows, and are few", async () => {
  const [empty, full] = [await it.newCase({ family: "Leer" }), await it.newCase({ family: "Voll" })];
  for (let i = 0; i < 20; i += 1) {
    await it.addContact(full, it.manager, `Kontakt ${i}`, { areas: ["sprache"] });
    await it.addFollowUp(full, it.manager, `Wiedervorlage ${i}`, addDays(it.today, i - 5));
  }
  // the first request also notes that the session is in use
  await it.get("/mein-tag", it.manager.secret);
  for (const path of ["", "/fallblatt", "/protokoll"]) {
    const [few, many] = [await statementsOf(`/faelle/${empty}${path}`), await statementsOf(`/faelle/${full}${path}`)];
    expect([path, many]).toEqual([path, few]);
    // one of them counts for the navigation, one is for the card of the plan, and one for the levels of the life areas
    expect(many).toBeLessThanOrEqual(15);
  }
  for (const path of ["", "/timeline"]) expect(await statementsOf(`/api/v1/cases/${full}${path}`)).toBeLessThanOrEqual(12);
  const [list, day] = [await statementsOf("/faelle"), await statementsOf("/mein-tag")];
  for (let i = 0; i < 15; i += 1) await it.newCase();
  expect([await statementsOf("/faelle"), await statementsOf("/mein-tag")]).toEqual([list, day]);
  // the day asks for the steps of plans, too
  // and for appointments, their lead days and what was handed over
  expect(Math.max(list, day)).toBeLessThanOrEqual(14);
});

test("the case page shows what matters first: who, what is due, and a contact ready to type in", async () => {
  const id = await it.newCase({ names: [["Latn", "Haddad", "Amira"], ["Arab", "حداد", "أميرة"]] });
  await it.addContact(id, it.manager, "Zusage für den B1-Kurs", { areas: ["sprache"], entrusted: true });
  await it.addFollowUp(id, it.manager, "Kinderbetreuung klären", it.today);
  const { body } = await it.get(`/faelle/${id}`, it.manager.secret);
  for (const shown of ["Haddad, Amira", "أميرة حداد", "Kinderbetreuung klären", "heute fällig", "Zusage für den B1-Kurs", "anvertraut", `action="/faelle/${id}/kontakte/neu"`, "Lesen können das", `/entwuerfe/${id}/contact.new`]) expect(body).toContain(shown);
  expect(body).toMatch(/<title>Fall 2026-\d+/);
  expect(body).not.toMatch(/<title>[^<]*Haddad/);
});

test("what stood in the list is shown beside the file while it is kept", async () => {
  const id = await it.newCase();
  const { tenantId, caseRoomId, owner, legalBasisId } = it.world;
  const importId = newId();
  await owner.query("insert into app.imports (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref, legal_basis_id) values ($1, $2, $3, $4, 'liste.xlsx', '\\x00', 'x', $5, $6)", [tenantId, caseRoomId, importId, it.lead.accountId, it.app.vault.newKey(), legalBasisId]);
  const { rows } = await owner.query("select key_ref from app.cases where id = $1", [id]);
  const sealed = it.app.vault.seal(rows[0].key_ref, JSON.stringify({ headings: ["Status"], rowNo: 2, cells: ["§25(2) subs."] }), { tenant: tenantId, table: "case_origins", column: "cells_ct", row: id, version: 1 });
  await owner.query("insert into app.case_origins (tenant_id, room_id, case_id, import_id, row_no, cells_ct, delete_on) values ($1, $2, $3, $4, 2, $5, current_date + 90)", [tenantId, caseRoomId, id, importId, sealed]);
  const { body } = await it.get(`/faelle/${id}`, it.manager.secret);
  expect([body.includes("Stand in der Liste"), body.includes("§25(2) subs.")]).toEqual([true, true]);
});

test("the timeline by life area leaves the rest out, and goes on by address", async () => {
  const id = await it.newCase();
  await it.addContact(id, it.manager, "über die Wohnung", { areas: ["wohnen"] });
  for (let i = 0; i < 30; i += 1) await it.addContact(id, it.manager, `Kurs ${i}`, { areas: ["sprache"], on: addDays(it.today, -1) });
  const filtered = (await it.get(`/faelle/${id}?bereich=wohnen`, it.manager.secret)).body;
  expect([filtered.includes("über die Wohnung"), filtered.includes("Kurs 1")]).toEqual([true, false]);
  const first = (await it.get(`/faelle/${id}?bereich=sprache`, it.manager.secret)).body;
  const next = /href="([^"]*weiter=[^"#]*)#verlauf"/.exec(first)![1]!.replaceAll("&amp;", "&");
  const second = (await it.get(next, it.manager.secret)).body;
  const texts = (html: string): string[] => [...html.matchAll(/<bdi>(Kurs \d+)<\/bdi>/g)].map((m) => m[1]!);
  expect(new Set([...texts(first), ...texts(second)]).size).toBe(30);
  expect(texts(first).length + texts(second).length).toBe(30);
});

test("the print sheet leaves out what was entrusted", async () => {
  const id = await it.newCase();
  await it.addContact(id, it.manager, "darf aufs Papier");
  await it.addContact(id, it.manager, "wurde anvertraut", { entrusted: true });
  const { body } = await it.get(`/faelle/${id}/fallblatt`, it.manager.secret);
  expect([body.includes("darf aufs Papier"), body.includes("wurde anvertraut")]).toEqual([true, false]);
});

test("my day without anything says what to do first", async () => {
  const { body } = await it.get("/mein-tag", it.colleague.secret);
  expect(body).toContain("Ersten Fall anlegen");
});

test("phases overlap: two may run, and what was passed over is said to be", () => {
  const steps = stepsOf({ phase: "implementation", phases: [{ phase: "clearing", began_on: "2026-01-01", ended_on: "2026-02-01" }, { phase: "assessment", began_on: "2026-02-01", ended_on: null }, { phase: "implementation", began_on: "2026-03-01", ended_on: null }] });
  expect(steps.map((s) => s.state)).toEqual(["skipped", "done", "skipped", "current", "skipped", "current", "ahead", "ahead", "ahead"]);
});

test("a case taken up again is not at its end, and what lies before the end was not left out", () => {
  const rows = [{ phase: "assessment", began_on: "2026-01-01", ended_on: "2026-02-01" }, { phase: "closed", began_on: "2026-02-01", ended_on: "2026-03-01" }, { phase: "reopened", began_on: "2026-03-01", ended_on: null }];
  expect(stepsOf({ phase: "reopened", phases: rows }).map((step) => step.state)).toEqual(["skipped", "skipped", "skipped", "done", "ahead", "ahead", "ahead", "ahead", "ahead"]);
  expect(stepsOf({ phase: "closed", phases: rows.slice(0, 2) }).at(-1)!.state).toBe("done");
});

test("the texts for everybody are there without signing in, and marked as drafts where they are", async () => {
  const [help, access, privacy] = await Promise.all(["/hilfe", "/barrierefreiheit", "/datenschutz"].map((path) => it.get(path)));
  expect([help!.statusCode, access!.statusCode, privacy!.statusCode]).toEqual([200, 200, 200]);
  for (const draft of [access!, privacy!]) expect(draft.body).toContain("Entwurf.");
});

test("the palette offers only what the account may use", async () => {
  const labels = async (as: typeof it.manager): Promise<string[]> => (await it.get("/suche.json?q=", as.secret)).json<{ groups: { items: { label: string }[] }[] }>().groups.flatMap((g) => g.items.map((i) => i.label));
  expect(await labels(it.manager)).toContain("Mein Tag");
  expect(await labels(it.manager)).not.toContain("Auslastung");
  expect(await labels(it.lead)).toContain("Auslastung");
  expect(await labels(it.administrator)).toEqual(["Verwaltung", "Bestätigungen", "Verwaltungsprotokoll", "Konto", "Sitzungen", "Hilfe und Handbuch"]);
});

test("a long list of what is overdue is folded, so that today stays in sight; a short one is not", async () => {
  const id = await it.newCase({ lead: it.colleague });
  for (let i = 0; i < 8; i += 1) await it.addFollowUp(id, it.colleague, `Altes ${i}`, addDays(it.today, -i - 1));
  expect((await it.get("/mein-tag", it.colleague.secret)).body).not.toContain("weitere zeigen");
  for (let i = 8; i < 20; i += 1) await it.addFollowUp(id, it.colleague, `Altes ${i}`, addDays(it.today, -i - 1));
  const { body } = await it.get("/mein-tag", it.colleague.secret);
  expect(body).toContain("14 weitere zeigen");
  expect(body.indexOf("Altes 19")).toBeLessThan(body.indexOf("<details class=\"more-lines\""));
  expect(body.indexOf("Altes 0<")).toBeGreaterThan(body.indexOf("<details class=\"more-lines\""));
});

test("whoever ticked something off by mistake finds the way back on the next page, and only on this server", async () => {
  const id = await it.newCase();
  const task = await it.addFollowUp(id, it.manager, "Versehentlich abgehakt", it.today);
  const done = await it.post(`/faelle/${id}/wiedervorlagen/${task}/erledigt`, it.manager.secret, { weiter: "mein-tag" });
  const said = done.cookies.find((cookie) => cookie.name === "einklang_flash")!.value;
  const next = (flash: string) => it.server.inject({ url: done.headers.location!, headers: { cookie: `${SESSION_COOKIE}=${it.manager.secret}; einklang_flash=${flash}` } });
  expect((await next(said)).body).toContain(`href="/faelle/${id}/wiedervorlagen/${task}"`);
  const forged = (await next(Buffer.from("Erledigt.\u001f//boese.example\u001fHier").toString("base64url"))).body;
  expect([forged.includes("Erledigt."), forged.includes("boese.example")]).toEqual([true, false]);
});
