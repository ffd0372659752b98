import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { signIn } from "../../test/world.ts";
import { openVault, type Vault } from "../vault/index.ts";
import { readFile } from "../files/index.ts";
import { sortText } from "./cases.ts";
import { DEMO_SIGN_INS, loadLindenau } from "./index.ts";
import { spelledOtherwise } from "./unfinished.ts";

let database: TestDatabase;
let vault: Vault;
const dir = mkdtempSync(join(tmpdir(), "einklang-demo-"));
const NOW = new Date("2026-11-22T09:00:00Z");

async function load(into: TestDatabase): Promise<void> {
  await into.owner.query("begin");
  await loadLindenau(into.owner, vault, NOW);
  await into.owner.query("commit");
}
const one = async <R>(sql: string, params: unknown[] = []): Promise<R> => (await database.owner.query(sql, params)).rows[0] as R;

beforeAll(async () => {
  vault = await openVault(join(dir, "keys"));
  database = await createTestDatabase();
  await load(database);
});
afterAll(async () => {
  vault.close();
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

test("the Kreis is large enough for every list and chart: persons, cases in all phases, two years, several scripts", async () => {
  const size = await one<Record<string, number>>(`
    select (select count(*) from app.case_persons)::integer as persons, count(*)::integer as cases, count(distinct phase)::integer as phases, (current_date - min(opened_on)) as days,
      (select count(distinct script) from app.person_names)::integer as scripts, (select count(distinct code) from app.person_nationalities)::integer as nationalities,
      count(*) filter (where next_due_on < '2026-11-22')::integer as overdue, count(*) filter (where next_due_on = '2026-11-22')::integer as today
    from app.cases where tenant_id = (select id from app.tenants where name = 'Kreis Lindenau')`);
  expect(size["persons"]).toBeGreaterThanOrEqual(300);
  expect(size["cases"]).toBeGreaterThanOrEqual(120);
  expect(size["phases"]).toBe(13);
  expect(size["scripts"]).toBeGreaterThanOrEqual(4);
  expect(size["nationalities"]).toBeGreaterThanOrEqual(10);
  expect(size["days"]).toBeGreaterThan(600);
  expect(size["overdue"]).toBeGreaterThan(5);
  expect(size["today"]).toBeGreaterThan(2);
});

test("heads of cases are what the triggers would have written", async () => {
  const columns = "number, main_person_id, main_name, main_name_own, main_sort, main_birth_year, person_count, lead_id, next_due_on, last_contact_on";
  const heads = async (): Promise<unknown[]> => (await database.owner.query(`select ${columns} from app.cases order by tenant_id, number`)).rows;
  const given = await heads();
  await database.owner.query("begin");
  await database.owner.query("select app.refresh_head(tenant_id, id) from app.cases");
  await database.owner.query("update app.case_team set version = version");
  await database.owner.query("update app.follow_ups set version = version");
  await database.owner.query("update app.contacts set version = version");
  const kept = await heads();
  await database.owner.query("rollback");
  expect(given).toEqual(kept);
  const { has_case } = await one<{ has_case: number }>("select count(*)::integer as has_case from app.persons p where has_case <> exists (select from app.case_persons c where c.tenant_id = p.tenant_id and c.person_id = p.id)");
  expect(has_case).toBe(0);
});

test("names sort as the database sorts them", async () => {
  for (const name of ["Öztürk Şeyma", "Țurcanu Ioana", "Yıldız İbrahim", "Keïta Aïcha", "Al-Hariri Omar", "Bălan Ștefan"]) {
    expect(sortText(name), name).toBe((await one<{ sorted: string }>("select app.sort_text($1) as sorted", [name])).sorted);
  }
});

test("the texts are sealed, open again, and a manager sees the own cases and no others", async () => {
  const account = await one<{ tenant_id: string; id: string }>("select tenant_id, id from app.accounts where email = 'martin.brandt@lindenau.example'");
  const { room_id } = await one<{ room_id: string }>("select room_id from app.memberships where account_id = $1", [account.id]);
  const secret = await signIn({ owner: database.owner, tenantId: account.tenant_id } as Parameters<typeof signIn>[0], account.id, room_id);
  const contacts = await database.db.read(secret, (tx) =>
    tx.query<{ id: string; text_ct: Buffer; key_ref: string }>("select k.id, k.text_ct, c.key_ref from app.contacts k join app.cases c on c.tenant_id = k.tenant_id and c.id = k.case_id limit 50"),
  );
  expect(contacts).toHaveLength(50);
  for (const { id, text_ct, key_ref } of contacts) {
    expect(vault.open(key_ref, text_ct, { tenant: account.tenant_id, table: "contacts", column: "text_ct", row: id, version: 1 }).length).toBeGreaterThan(20);
  }
  const [{ seen, own }] = await database.db.read(secret, (tx) => tx.query<{ seen: number; own: number }>("select count(*)::integer as seen, count(*) filter (where lead_id = $1)::integer as own from app.cases", [account.id])) as [{ seen: number; own: number }];
  expect(own).toBeGreaterThan(10);
  expect(seen).toBeLessThan(own + 25);
});

test("every account on the screen of the start exists and stands on one side of the wall", async () => {
  for (const { email } of DEMO_SIGN_INS) expect(await one("select 1 as yes from app.accounts a join private.credentials c on c.account_id = a.id where a.email = $1 and c.password_hash is not null", [email]), email).toBeDefined();
});

test("the same day gives the same rows, ids included", async () => {
  const again = await createTestDatabase();
  try {
    await load(again);
    const shape = "select md5(string_agg(x.t, '|' order by x.t)) as hash from (select id::text || main_name || number || phase as t from app.cases union all select id::text || happened_on || kind from app.contacts union all select key || person_id::text from app.search_keys) x";
    expect((await again.owner.query(shape)).rows).toEqual((await database.owner.query(shape)).rows);
  } finally {
    await again.close();
  }
});

test("something is unfinished: doubles to decide, texts begun, and papers that open", async () => {
  const { pairs, drafts, open } = await one<{ pairs: number; drafts: number; open: number }>(
    `select (select count(*)::integer from app.duplicate_pairs where state = 'open') as pairs, (select count(*)::integer from app.drafts) as drafts,
        (select count(*)::integer from app.drafts d join app.cases c on c.tenant_id = d.tenant_id and c.id = d.case_id where c.lead_id = d.account_id and c.closed_on is null) as open`,
  );
  expect([pairs > 5, drafts > 3, open]).toEqual([true, true, drafts]);
  const withFiles = await createTestDatabase();
  const papers = mkdtempSync(join(tmpdir(), "einklang-papers-"));
  try {
    await withFiles.owner.query("begin");
    await loadLindenau(withFiles.owner, vault, NOW, papers);
    await withFiles.owner.query("commit");
    const paper = (await withFiles.owner.query<{ tenant_id: string; id: string; stored_name: string; size: number; key_ref: string }>("select d.tenant_id, d.id, d.stored_name, d.size, c.key_ref from app.documents d join app.cases c on c.tenant_id = d.tenant_id and c.id = d.case_id order by d.id limit 1")).rows[0]!;
    const chunks: Buffer[] = [];
    for await (const chunk of await readFile({ keys: vault, keyRef: paper.key_ref, binding: { tenant: paper.tenant_id, table: "documents", column: "stored_name", row: paper.id, version: 1 }, dir: papers, storedName: paper.stored_name })) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    expect([bytes.subarray(0, 5).toString(), bytes.length, bytes.includes("Erfunden, wie alles")]).toEqual(["%PDF-", paper.size, true]);
  } finally {
    rmSync(papers, { recursive: true, force: true });
    await withFiles.close();
  }
});

test("a name spelled otherwise is another spelling and never the same", () => {
  expect(["Yılmaz", "Kovalenko", "Haddad", "Al-Khatib", "Öztürk"].map(spelledOtherwise)).toEqual(["Yilmaz", "Kowalenko", "Hadad", "Al-chatib", "Öztuerk"]);
});

test("both authorities have work: forty persons and more, what is overdue, checks begun, half done, whole and closed, and appointments today", async () => {
  const { rows } = await database.owner.query<Record<string, number | string>>(`
    select r.kind, (select count(*)::integer from app.persons p where p.room_id = r.id) as persons,
      (select count(*)::integer from app.officer_follow_ups f where f.room_id = r.id and f.done_on is null and f.due_on < '2026-11-22') as overdue,
      (select count(distinct k.state)::integer from app.check_papers k where k.room_id = r.id and k.state <> 'there') as states,
      (select count(*)::integer from app.completeness_checks c where c.room_id = r.id and c.closed_on is not null) as closed,
      (select count(*)::integer from app.appointments t where t.room_id = r.id and t.happens_on = '2026-11-22') as today,
      (select count(*)::integer from app.officer_disclosures d where d.room_id = r.id and d.state = 'awaiting_second') as to_judge
    from app.rooms r join app.tenants n on n.id = r.tenant_id where n.name = 'Kreis Lindenau' and r.kind in ('immigration_office', 'naturalisation_office')`);
  expect(rows).toHaveLength(2);
  for (const room of rows) {
    expect(room["persons"], String(room["kind"])).toBeGreaterThanOrEqual(40);
    expect(room["overdue"]).toBeGreaterThan(5);
    expect([room["states"], room["to_judge"]]).toEqual([3, 1]);
    expect(room["closed"]).toBeGreaterThan(0);
    expect(room["today"]).toBeGreaterThan(5);
  }
});
