import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLindenau } from "../../src/demo/index.ts";
import { methodsOf, type Route } from "../../src/http/index.ts";
import { routes } from "../../src/main/routes.ts";
import { startTestServer, type TestServer } from "../server.ts";
import { signIn, type World } from "../world.ts";
import { type Facts, isInForce, loadFacts, type Row, rowsOf } from "./facts.ts";
import { type Actor, type Standing, standingOf } from "./model.ts";
import { PERMITS } from "./permits.ts";
import { mayByRole } from "./route-permits.ts";

let it: TestServer;
let facts: Facts;
beforeAll(async () => {
  it = await startTestServer();
  // in one transaction, as at the start: some rows are judged only once all are there
  await it.database.owner.query("begin");
  await loadLindenau(it.database.owner, it.app.vault, new Date());
  await it.database.owner.query("commit");
  facts = await loadFacts(it.database.owner);
}, 120_000);
afterAll(() => it.close());

/** Every account of the invented Kreis and its neighbour, in each room it belongs to. */
function actorsOf(): Actor[] {
  return rowsOf(facts, "accounts").flatMap((account): Actor[] => {
    const own = rowsOf(facts, "memberships").filter((m) => m["account_id"] === account["id"] && isInForce(facts, m));
    const rooms = [...new Set(own.map((m) => m["room_id"] as string | null))];
    return rooms.map((roomId) => ({ name: `${String(account["email"])} (${own.map((m) => String(m["role"])).join("+")})`, tenantId: String(account["tenant_id"]), accountId: String(account["id"]), roomId }));
  });
}

interface Subject {
  readonly table: string;
  readonly column: string;
}
/** What the first id of an address stands for; a route that fits none of these is asked without ids, or is an administrator's. */
const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/^\/(faelle|api\/v1\/cases|entwuerfe)\/:/, { table: "cases", column: "id" }],
  [/^\/(personen|api\/v1\/persons)\/:/, { table: "persons", column: "id" }],
  [/^\/(posteingang|api\/v1\/inbox)\/:/, { table: "inbox_items", column: "id" }],
  [/^\/vorgaenge\/:/, { table: "persons", column: "id" }],
  [/^\/termine\/:/, { table: "appointments", column: "id" }],
  [/^\/(anfragen|api\/v1\/requests)\/:/, { table: "requests", column: "id" }],
];
/** Addresses that a team lead who has not joined is answered too: the head of the case, and what assigning needs. */
const HEAD_SUFFICES = new Set([
  "/faelle/:id", "/faelle/:id/beitreten", "/faelle/:id/team", "/api/v1/cases/:id",
  // whoever leads a room answers for what is kept and erased in it, and decides on holds by their reasons
  "/faelle/:id/aufbewahrung", "/faelle/:id/aufbewahrung/loeschung", "/api/v1/cases/:id/retention", "/faelle/:id/archiv", "/api/v1/cases/:id/archive-packages",
]);
/** Addresses that more than one id is needed for are tried with ids that are nobody's. */
const NOBODYS = "0190a0a0-0000-7000-8000-0000000000aa";

/** What an address needs to be asked at all. */
const QUESTIONS: Readonly<Record<string, string>> = { "/api/v1/search": "?q=Mansour", "/api/v1/persons": "?query=Mansour" };

const takeSome = <T>(rows: readonly T[], most: number): T[] => rows.filter((_r, i) => i % Math.max(1, Math.floor(rows.length / most)) === 0).slice(0, most);

function isSubjectVisible(standing: Standing, route: Route, subject: Subject, row: Row): boolean {
  if (row["tenant_id"] !== standing.actor.tenantId || !PERMITS[subject.table]!.read(standing, row)) return false;
  if (subject.table !== "cases") return true;
  return standing.open.has(String(row["id"])) || HEAD_SUFFICES.has(route.path);
}

test("roles × routes: an address answers exactly those whom the model lets see what it names", async () => {
  const actors = actorsOf();
  const readable = routes.filter((r) => r.kind !== "public" && methodsOf(r).includes("GET"));
  const wrong: string[] = [];
  let attempts = 0;
  for (const actor of actors) {
    const standing = standingOf(facts, actor);
    const secret = await signIn({ owner: it.database.owner, tenantId: actor.tenantId } as World, actor.accountId, actor.roomId);
    for (const route of readable) {
      const subject = SUBJECTS.find(([shape]) => shape.test(route.path))?.[1];
      const isDeep = (route.path.match(/:/g) ?? []).length > (subject === undefined ? 0 : 1);
      const mayEnter = route.kind !== "public" && mayByRole(standing.roles, route.allow);
      for (const row of subject === undefined ? [null] : subjectsFor(standing, subject)) {
        let first = true;
        const path = route.path.replace(/:(\w+)/g, () => {
          const id = first && row !== null ? String(row["id"]) : NOBODYS;
          first = false;
          return id;
        });
        const may = mayEnter && !isDeep && (row === null || isSubjectVisible(standing, route, subject!, row));
        const answer = await it.get(`${path}${QUESTIONS[route.path] ?? ""}`, secret);
        attempts += 1;
        const answered = answer.statusCode < 400;
        if (answered !== may) wrong.push(`${actor.name}: GET ${route.path} on ${row === null ? "-" : String(row["id"])} → ${answer.statusCode}, expected ${may ? "an answer" : "404"}`);
        if (!answered && answer.statusCode !== 404) wrong.push(`${actor.name}: GET ${route.path} → ${answer.statusCode} instead of 404`);
      }
    }
  }
  console.log(`route matrix: ${attempts} attempts by ${actors.length} accounts on ${readable.length} addresses, ${wrong.length} findings`);
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(attempts).toBeGreaterThan(5_000);
}, 600_000);

/** Some that this reader may see, some of the same room that not, some of other rooms and the other tenant. */
function subjectsFor(standing: Standing, subject: Subject): Row[] {
  const all = rowsOf(facts, subject.table);
  const sees = (row: Row): boolean => row["tenant_id"] === standing.actor.tenantId && PERMITS[subject.table]!.read(standing, row);
  return [
    ...takeSome(all.filter(sees), 2),
    ...takeSome(all.filter((r) => !sees(r) && r["room_id"] === standing.room), 1),
    ...takeSome(all.filter((r) => !sees(r) && r["room_id"] !== standing.room), 2),
  ];
}

test("whoever may not use a form or a button is told that there is nothing, and nothing happens", async () => {
  const writable = routes.filter((r) => r.kind === "form" || r.kind === "action" || r.kind === "api-write");
  const count = async (): Promise<unknown> => (await it.database.owner.query("select (select count(*) from app.cases) c, (select count(*) from app.contacts) k, (select count(*) from app.persons) p, (select count(*) from app.memberships) m, (select count(*) from app.case_team) t, (select sum(version) from app.cases) v")).rows[0];
  const before = await count();
  const wrong: string[] = [];
  let attempts = 0;
  for (const actor of actorsOf()) {
    const standing = standingOf(facts, actor);
    const secret = await signIn({ owner: it.database.owner, tenantId: actor.tenantId } as World, actor.accountId, actor.roomId);
    for (const route of writable) {
      if (mayByRole(standing.roles, route.allow)) continue;
      const own = SUBJECTS.find(([shape]) => shape.test(route.path))?.[1];
      const target = own === undefined ? NOBODYS : String(rowsOf(facts, own.table)[attempts % Math.min(50, rowsOf(facts, own.table).length)]!["id"]);
      const path = route.path.replace(/:(\w+)/g, target);
      const answer = route.kind === "api-write" ? await it.api(route.method, path, secret, route.bodyExample ?? {}, { "if-match": '"1"' }) : await it.post(path, secret, {});
      attempts += 1;
      // input that is no input for anybody is refused before anybody is looked at
      if (answer.statusCode !== 404 && answer.statusCode !== 422) wrong.push(`${actor.name}: ${route.path} → ${answer.statusCode}`);
    }
  }
  console.log(`route matrix: ${attempts} writes tried by those who may not, ${wrong.length} findings`);
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(await count()).toEqual(before);
}, 600_000);
