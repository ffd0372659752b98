import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../test/world.ts";
import { deliverWhatWaits } from "../consent/index.ts";
import { inventedPdf } from "../demo/invented-pdf.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { type AuthorityWorld, startAuthorityWorld } from "./authority-world.test-support.ts";

let it: AuthorityWorld;
/** everything that one Vorgang has an address for */
let pages: string[];
let person: string;
let forms: readonly (readonly [path: string, fields: Record<string, string>])[];
const NAME = "Geheimhalt";

beforeAll(async () => {
  it = await startAuthorityWorld();
  person = await it.newOfficePerson(NAME);
  const base = `/vorgaenge/${person}`;
  const by = it.officer.secret;
  await it.post(`${base}/wiedervorlagen/neu`, by, { title: "Nur hier", dueOn: germanDay(it.today), ownerId: "" });
  await it.post(`${base}/termine/neu`, by, { on: germanDay(it.today), time: "9:30", place: "Zimmer 114", purpose: "papers", ownerId: "" });
  await it.upload(`${base}/unterlagen`, it.officer, "Pass.pdf", inventedPdf(["Pass"]), "identity");
  await it.post(`${base}/vollstaendigkeit/neu`, by, { rule: "AUFENTHG_25B_1" });
  await it.post(`${base}/uebermittlungen/neu`, by, { recipientId: it.world.organisationId, legalBasisId: it.world.legalBasisId, purpose: "Kurs", necessity: "Eilt.", fields: "person.names" });
  await it.post(`${base}/angaben/germanOral`, by, { value: "A2", source: "paper" });
  const idOf = async (table: string): Promise<string> => (await it.row<{ id: string }>(`select id from app.${table} where person_id = $1`, [person])).id;
  const [task, appointment, paper, check, disclosure, fact] = [await idOf("officer_follow_ups"), await idOf("appointments"), await idOf("papers"), await idOf("completeness_checks"), await idOf("officer_disclosures"), await idOf("facts")];
  pages = [
    base, `${base}/wiedervorlagen/neu`, `${base}/wiedervorlagen/${task}`, `${base}/unterlagen`, `${base}/unterlagen/${paper}/herunterladen`, `${base}/vollstaendigkeit/neu`, `${base}/vollstaendigkeit/${check}`, `${base}/vollstaendigkeit/${check}/liste`,
    `${base}/vollstaendigkeit/${check}/schreiben.pdf`, `${base}/termine`, `${base}/termine/neu`, `/termine/${appointment}`, `${base}/uebermittlungen`, `${base}/uebermittlungen/neu`, `${base}/uebermittlungen/${disclosure}`, `${base}/angaben`, `${base}/angaben/germanOral`, `${base}/angaben/investigationPending`, `/personen/${person}`,
  ];
  forms = [
    [`${base}/wiedervorlagen/neu`, { title: "Fremd", dueOn: germanDay(it.today) }], [`${base}/wiedervorlagen/${task}/erledigt`, {}], [`${base}/unterlagen/${paper}/zurueckziehen`, {}], [`${base}/vollstaendigkeit/neu`, { rule: "STAG_10_1" }], [`${base}/vollstaendigkeit/${check}`, { "state.25b.P:0": "there" }],
    [`${base}/vollstaendigkeit/${check}/abschliessen`, {}], [`${base}/termine/neu`, { on: germanDay(it.today), time: "8:00", place: "Flur", purpose: "papers" }], [`/termine/${appointment}/stand`, { stand: "cancelled" }],
    [`${base}/uebermittlungen/neu`, { recipientId: it.world.organisationId, legalBasisId: it.world.legalBasisId, purpose: "x", necessity: "y", fields: "person.names" }], [`${base}/uebermittlungen/${disclosure}/verwerfen`, {}],
    [`${base}/angaben/germanOral`, { value: "B1", source: "said" }], [`${base}/angaben/germanOral/${fact}/zuruecknehmen`, {}],
  ];
}, 120_000);
afterAll(() => it.close());

const strangers = (): readonly (readonly [string, Actor])[] => [
  ["the other authority", it.naturalisation], ["a case manager", it.manager], ["the team lead", it.lead], ["a partner", it.partner], ["a volunteer", it.volunteer], ["the data protection officer", it.dataProtectionOfficer], ["the administrator", it.administrator],
];

test("the officers of the room open everything of a Vorgang", async () => {
  for (const who of [it.officer, it.second]) for (const path of pages) expect((await it.get(path, who.secret)).statusCode, path).toBe(200);
});

test("to everybody else it is not there: the same answer as for what does not exist, on every page", async () => {
  for (const [name, who] of strangers()) {
    for (const path of pages) {
      const [there, nowhere] = [await it.get(path, who.secret), await it.get(path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, newId()), who.secret)];
      expect([404, 403], `${name} ${path}`).toContain(there.statusCode);
      expect(there.statusCode, `${name} ${path}`).toBe(nowhere.statusCode);
      expect(there.body, name).not.toContain(NAME);
    }
  }
});

test("nobody else changes anything of it", async () => {
  const state = async (): Promise<unknown> => it.row(
    `select (select count(*) from app.officer_follow_ups) as tasks, (select count(*) from app.officer_follow_ups where done_on is not null) as done, (select count(*) from app.papers where withdrawn_at is null) as papers, (select count(*) from app.completeness_checks) as checks,
       (select count(*) from app.check_papers) as notes, (select count(*) from app.appointments where state = 'planned') as planned, (select count(*) from app.officer_disclosures where state = 'draft') as drafts, (select count(*) from app.facts where withdrawn_at is null) as facts`,
  );
  const before = await state();
  for (const [name, who] of strangers()) for (const [path, fields] of forms) expect([404, 403], `${name} ${path}`).toContain((await it.post(path, who.secret, fields)).statusCode);
  expect(await state()).toEqual(before);
});

test("the other authority's list, day, appointments and search name nobody of this room", async () => {
  for (const path of ["/vorgaenge", `/vorgaenge?q=${NAME}`, "/heute", "/termine", "/termine/liste", "/personen", `/personen?q=${NAME}`]) {
    const answer = await it.get(path, it.naturalisation.secret);
    expect([answer.statusCode, answer.body.includes(`${NAME}, Kim`), answer.body.includes("Zimmer 114")], path).toEqual([200, false, false]);
  }
});

test("an officer cannot give a follow-up, a letter or a file of another room to a person of the own", async () => {
  const others = await it.newOfficePerson("Fremdperson", it.naturalisation);
  const task = { title: "Hinüber", dueOn: germanDay(it.today), ownerId: it.naturalisation.accountId };
  expect((await it.post(`/vorgaenge/${person}/wiedervorlagen/neu`, it.officer.secret, task)).statusCode).toBe(422);
  const asked = await it.api("POST", "/api/v1/requests", it.partner.secret, { recipientId: it.world.otherOrganisationId, about: "Jemand", needed: "Anschrift", basis: "§ 67a SGB X" });
  expect(asked.statusCode, asked.body).toBe(201);
  await deliverWhatWaits(it.app);
  const { id: item } = await it.row<{ id: string }>("select i.id from app.inbox_items i join app.requests r on r.thread_id = i.thread_id where r.id = $1", [asked.json<{ id: string }>().id]);
  expect((await it.post(`/posteingang/${item}/person`, it.officer.secret, { personId: others })).statusCode).toBe(404);
  expect((await it.post(`/posteingang/${item}/person`, it.naturalisation.secret, { personId: others })).statusCode).toBe(404);
  const question = { recipientId: it.world.organisationId, about: "Jemand", needed: "Anschrift", basis: "§ 86 AufenthG", personId: others };
  expect((await it.api("POST", "/api/v1/requests", it.officer.secret, question)).statusCode).toBe(404);
});

test("a role that ended takes the room away at the next click", async () => {
  const gone = (await it.row<{ id: string }>("select id from app.memberships where account_id = $1", [it.second.accountId])).id;
  await it.world.owner.query("update app.memberships set ended_at = now() where id = $1", [gone]);
  for (const path of [pages[0]!, "/heute", "/vorgaenge", "/termine"]) expect([403, 404, 303], path).toContain((await it.get(path, it.second.secret)).statusCode);
  await it.world.owner.query("update app.memberships set ended_at = null where id = $1", [gone]);
});

test("every reading of a Vorgang stands in the record with the person", async () => {
  const count = async (): Promise<number> => (await it.row<{ n: number }>("select count(*)::integer as n from app.access_records where account_id = $1 and $2 = any (object_ids::text[])", [it.officer.accountId, person])).n;
  for (const path of pages) {
    const before = await count();
    await it.get(path, it.officer.secret);
    expect(await count(), path).toBeGreaterThan(before);
  }
});

test("the data protection officer of the authority's controller reads that something left, and neither of whom nor what", async () => {
  const dpo = await actor(it.world, ["data_protection_officer"], null, "Amtsschutz");
  await it.world.owner.query("update app.memberships set controller_id = $2 where account_id = $1", [dpo.accountId, it.world.otherOrganisationId]);
  const shown = (await it.get("/datenschutz/weitergaben?art=uebermittlungen", dpo.secret)).body;
  expect([shown.includes("ohne Fall"), shown.includes("in Vorbereitung"), shown.includes(NAME), shown.includes("Eilt.")]).toEqual([true, true, false, false]);
  expect((await it.get("/datenschutz/weitergaben?art=uebermittlungen", it.dataProtectionOfficer.secret)).body).not.toContain("ohne Fall");
});
