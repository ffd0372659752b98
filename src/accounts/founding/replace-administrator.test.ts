import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor } from "../../../test/world.ts";
import { newSessionSecret, secretHash } from "../../http/index.ts";
import { replaceAdministrator, type Replaced } from "./replace-administrator.ts";

let it: TestServer;
beforeAll(async () => {
  it = await startTestServer();
});
afterAll(() => it.close());

const emailOf = (accountId: string): string => `${accountId}@example.org`;
async function name(email: string, insteadOf: string | null = null): Promise<{ outcome: Replaced; link: string }> {
  const { tenantId } = it.world;
  const secret = newSessionSecret(tenantId);
  return { outcome: await replaceAdministrator(it.database.owner, { tenantId, email, insteadOf, secretHash: secretHash(secret), days: 7 }), link: `/einladung/${secret}` };
}
const recorded = async (): Promise<string[]> => (await it.database.owner.query<{ action: string }>("select action from app.access_records where function = 'operator' order by at")).rows.map((r) => r.action);

test("the operator names somebody new, who comes in by a link that holds once", async () => {
  const { outcome, link } = await name("neu@kreis.example");
  expect(outcome).toBe("made");
  expect((await it.server.inject({ url: link })).body).toContain("neu@kreis.example");
  expect(await recorded()).toEqual(["account.created"]);
});

test("confirms a role that waits, where no second person is left to", async () => {
  const waiting = await actor(it.world, [], null);
  await it.database.owner.query("insert into app.memberships (tenant_id, id, account_id, account_side, role, from_on, needs_confirmation) values ($1, gen_random_uuid(), $2, 'neutral', 'tenant_administrator', current_date, true)", [it.world.tenantId, waiting.accountId]);
  expect((await it.get("/verwaltung", waiting.secret)).statusCode).toBe(404);
  expect((await name(emailOf(waiting.accountId))).outcome).toBe("confirmed");
  expect((await it.get("/verwaltung", waiting.secret)).statusCode).toBe(200);
});

test("replaces one who left: role and sessions end, and both acts are read by the other administrators", async () => {
  const [gone, next] = [await actor(it.world, ["tenant_administrator"], null), await actor(it.world, [], null)];
  expect((await name(emailOf(next.accountId), emailOf(gone.accountId))).outcome).toBe("named");
  expect([(await it.get("/verwaltung", gone.secret)).statusCode, (await it.get("/verwaltung", next.secret)).statusCode]).toEqual([303, 200]);
  expect((await it.get("/verwaltung/protokoll", next.secret)).body).toContain("Betrieb der Installation");
});

test("nobody who works in files is made an administrator, and nobody is replaced who does not administer", async () => {
  const [worker, other] = [await actor(it.world, ["case_manager"], "case"), await actor(it.world, [], null)];
  expect((await name(emailOf(worker.accountId))).outcome).toBe("account-not-neutral");
  expect((await name("noch@kreis.example", emailOf(other.accountId))).outcome).toBe("no-such-administrator");
});
