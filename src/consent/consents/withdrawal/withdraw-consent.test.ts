import { afterAll, beforeAll, expect, test } from "vitest";
import { actor } from "../../../../test/world.ts";
import { type CaseWorld, startCaseWorld } from "../../../cases/case-world.test-support.ts";
import { addMonths, dayOf } from "../../../kernel/calendar-day.ts";
import { newId } from "../../../kernel/id.ts";
import { deliverWhatWaits } from "../../inbox/index.ts";

let it: CaseWorld;
let roomless: string;
beforeAll(async () => {
  it = await startCaseWorld();
  roomless = newId();
  await it.world.owner.query("insert into app.organisations (tenant_id, id, kind, name) values ($1, $2, 'welfare_provider', 'Caritas ohne Zugang')", [it.world.tenantId, roomless]);
}, 120_000);
afterAll(() => it.close());

interface Given {
  readonly caseId: string;
  readonly consentId: string;
  disclosure(state: "draft" | "awaiting_second" | "sent", authorId: string, more?: { recipientState?: string; category?: string }): Promise<string>;
  withdraw(scope: "whole" | "part", categories?: string[]): Promise<number>;
  tasks(): Promise<string[]>;
  stateOf(disclosureId: string): Promise<string>;
}

async function given(recipientId: string): Promise<Given> {
  const { world } = it;
  const { id: caseId, personId } = await it.newCase();
  const made = await it.api("POST", `/api/v1/cases/${caseId}/consents`, it.manager.secret, {
    personId, recipientId, categories: [".identity", ".language"], purpose: "work", purposeText: "Bewerbungen abstimmen", direction: "both", releasesSecrecy: true,
    expiresOn: addMonths(dayOf(new Date()), 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
  });
  const consentId = made.json<{ id: string }>().id;
  const disclosure: Given["disclosure"] = async (state, authorId, { recipientState, category = "identity" } = {}) => {
    const id = newId();
    await world.owner.query(
      `insert into app.disclosures (tenant_id, room_id, id, case_id, recipient_id, recipient_name, channel, legal_basis_id, consent_id, purpose_ct, necessity_ct, author_id, state, thread_id, sent_at, recipient_state)
       values ($1, $2, $3, $4, $5, 'Stelle', 'inbox', $6, $7, '\\x00', '\\x00', $8, $9, $10, $11, $12)`,
      [world.tenantId, world.caseRoomId, id, caseId, recipientId, world.legalBasisId, consentId, authorId, state, newId(), state === "sent" ? new Date() : null, recipientState ?? null],
    );
    await world.owner.query(
      `insert into app.disclosure_items (tenant_id, room_id, case_id, disclosure_id, position, field, category, person_id, label, value_ct) values ($1, $2, $3, $4, 1, 'person.names', $5, $6, 'Name', '\\x00')`,
      [world.tenantId, world.caseRoomId, caseId, id, category, personId],
    );
    return id;
  };
  const withdraw: Given["withdraw"] = async (scope, categories = []) =>
    (await it.api("POST", `/api/v1/cases/${caseId}/consents/${consentId}/withdrawal`, it.manager.secret, { scope, categories, form: "oral" }, { "if-match": '"1"' })).statusCode;
  const tasks = async (): Promise<string[]> => {
    const { rows } = await world.owner.query<{ id: string; title_ct: Buffer; key_ref: string }>("select f.id, f.title_ct, c.key_ref from app.follow_ups f join app.cases c on c.id = f.case_id where f.case_id = $1 and f.kind = 'withdrawal' order by f.created_at", [caseId]);
    return rows.map((r) => it.app.vault.open(r.key_ref, r.title_ct, { tenant: world.tenantId, table: "follow_ups", column: "title_ct", row: r.id, version: 1 }));
  };
  const stateOf = async (id: string): Promise<string> => (await it.row<{ state: string }>("select state from app.disclosures where id = $1", [id])).state;
  return { caseId, consentId, disclosure, withdraw, tasks, stateOf };
}
const dispatched = async (): Promise<number> => (await it.row<{ n: number }>("select count(*)::int as n from app.dispatches where kind = 'withdrawal'")).n;

test("what was prepared under it goes no more: one's own is discarded, a colleague's is refused where it waited, and else they are told", async () => {
  const g = await given(it.world.partnerOrganisationId);
  const [mine, waiting, theirs] = [await g.disclosure("draft", it.manager.accountId), await g.disclosure("awaiting_second", it.colleague.accountId), await g.disclosure("draft", it.colleague.accountId)];
  expect(await g.withdraw("whole")).toBe(200);
  expect([await g.stateOf(mine), await g.stateOf(waiting), await g.stateOf(theirs)]).toEqual(["discarded", "refused", "draft"]);
  expect(await g.tasks()).toEqual(["Widerruf: Ein Entwurf an Jobcenter Teststadt darf nicht mehr gehen. Bitte verwerfen."]);
});

test("a part that is withdrawn stops only what needs it", async () => {
  const g = await given(it.world.partnerOrganisationId);
  const [names, languages] = [await g.disclosure("draft", it.manager.accountId), await g.disclosure("draft", it.manager.accountId, { category: "language" })];
  expect(await g.withdraw("part", [".identity"])).toBe(200);
  expect([await g.stateOf(names), await g.stateOf(languages)]).toEqual(["discarded", "draft"]);
});

test("whoever holds something is told: here in the inbox, else by a letter of the lead; whoever declined holds nothing", async () => {
  const before = await dispatched();
  const here = await given(it.world.partnerOrganisationId);
  await here.disclosure("sent", it.manager.accountId, { recipientState: "accepted" });
  expect(await here.withdraw("whole")).toBe(200);
  expect(await dispatched()).toBe(before + 1);
  await deliverWhatWaits(it.app);
  expect(await it.row("select count(*)::int as n, bool_and(case_id is null and person_id is null) as bare from app.inbox_items where kind = 'withdrawal' and room_id = $1", [it.world.partnerRoomId])).toEqual({ n: 1, bare: true });
  const worker = await actor(it.world, ["partner_worker"], "partner");
  expect((await it.get("/posteingang", worker.secret)).body).toContain("Widerruf");
  const declined = await given(it.world.partnerOrganisationId);
  await declined.disclosure("sent", it.manager.accountId, { recipientState: "declined" });
  expect(await declined.withdraw("whole")).toBe(200);
  expect(await dispatched()).toBe(before + 1);
  const elsewhere = await given(roomless);
  await elsewhere.disclosure("sent", it.manager.accountId);
  expect(await elsewhere.withdraw("whole")).toBe(200);
  expect(await dispatched()).toBe(before + 1);
  expect(await elsewhere.tasks()).toEqual(["Widerruf: Caritas ohne Zugang schriftlich mitteilen und um Löschung bitten. Der Beleg liegt bei der Einwilligung."]);
});

test("the page says before what is out already, and the receipt says it after", async () => {
  const g = await given(it.world.partnerOrganisationId);
  await g.disclosure("sent", it.manager.accountId);
  const base = `/faelle/${g.caseId}/einwilligungen/${g.consentId}`;
  const before = await it.get(`${base}/widerruf`, it.manager.secret);
  expect(before.body).toContain("<bdi>Name</bdi>");
  expect(before.body).toContain("bekommt eine Nachricht in ihren Posteingang");
  await g.withdraw("whole");
  const receipt = await it.get(`${base}/beleg`, it.manager.secret);
  expect(receipt.body).toContain("gesagt, dass Sie widerrufen haben");
  expect((await it.get(base, it.manager.secret)).body).toContain("Beleg über den Widerruf");
});

test("the receipt names what is still open at the office for this person, and no task about another of the case", async () => {
  const g = await given(it.world.partnerOrganisationId);
  const { world } = it;
  const { key_ref: key } = await it.row<{ key_ref: string }>("select key_ref from app.cases where id = $1", [g.caseId]);
  const other = (await it.newCase()).personId;
  await world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [world.tenantId, world.caseRoomId, g.caseId, other]);
  for (const [title, about, done] of [["Stellen suchen", null, null], ["Antrag der Schwester", other, null], ["Längst fertig", null, "2026-01-02"]] as const) {
    const id = newId();
    const titleCt = it.app.vault.seal(key, title, { tenant: world.tenantId, table: "follow_ups", column: "title_ct", row: id, version: 1 });
    await world.owner.query(
      `insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, for_organisation_id, about_person_id, done_on)
       values ($1, $2, $3, $4, $5, '2026-12-31', 'task', $6, $5, $7, $8, $9)`,
      [world.tenantId, world.caseRoomId, id, g.caseId, it.manager.accountId, titleCt, world.partnerOrganisationId, about, done],
    );
  }
  expect(await g.withdraw("whole")).toBe(200);
  const receipt = (await it.get(`/faelle/${g.caseId}/einwilligungen/${g.consentId}/beleg`, it.manager.secret)).body;
  expect(receipt).toContain("Stellen suchen (31.12.2026)");
  for (const title of ["Antrag der Schwester", "Längst fertig"]) expect(receipt).not.toContain(title);
});
