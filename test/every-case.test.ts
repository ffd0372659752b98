import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLindenau } from "../src/demo/index.ts";
import { startTestServer, type TestServer } from "./server.ts";
import { signIn } from "./world.ts";

/** One bad row breaks one page of one case: a look at a few of each kind would pass it by. */
const PARTS = ["", "/personen", "/dateien", "/team", "/protokoll", "/fallblatt", "/aufnahme", "/phase"];
let it: TestServer;
beforeAll(async () => {
  it = await startTestServer();
  // in one transaction, as at the start: some rows are judged only once all are there
  await it.database.owner.query("begin");
  await loadLindenau(it.database.owner, it.app.vault, new Date());
  await it.database.owner.query("commit");
}, 120_000);
afterAll(() => it.close());

test("every page of every case of the invented municipalities, and of its persons, opens for who leads it", async () => {
  const { rows } = await it.database.owner.query<{ id: string; tenant_id: string; room_id: string; lead_id: string; persons: string[] }>(
    `select c.id, c.tenant_id, c.room_id, c.lead_id, array_agg(p.person_id) as persons from app.cases c
       join app.case_persons p on p.tenant_id = c.tenant_id and p.case_id = c.id and p.left_on is null where c.lead_id is not null group by c.tenant_id, c.id`,
  );
  expect(rows.length).toBeGreaterThan(120);
  const failed: string[] = [];
  for (const tenant of new Set(rows.map((row) => row.tenant_id))) {
    for (const lead of new Set(rows.filter((row) => row.tenant_id === tenant).map((row) => row.lead_id))) {
      const own = rows.filter((row) => row.lead_id === lead);
      const secret = await signIn({ ...it.world, tenantId: tenant }, lead, own[0]!.room_id);
      const paths = own.flatMap((row) => PARTS.map((part) => `/faelle/${row.id}${part}`).concat(row.persons.map((person) => `/personen/${person}`)));
      for (const path of paths) {
        const answer = await it.get(path, secret);
        if (answer.statusCode !== 200) failed.push(`${path}: ${answer.statusCode}`);
      }
    }
  }
  expect(failed).toEqual([]);
}, 180_000);
