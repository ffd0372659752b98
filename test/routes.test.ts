import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PERMISSIONS } from "../src/accounts/index.ts";
import { describeApi, methodsOf, type Route } from "../src/http/index.ts";
import { routes } from "../src/main/routes.ts";
import { startTestServer, type TestServer } from "./server.ts";
import { actor, type Actor } from "./world.ts";

let it: TestServer;
let actors: Actor[];
beforeAll(async () => {
  it = await startTestServer();
  actors = await signedIn();
});
const signedIn = async (): Promise<Actor[]> => [
    await actor(it.world, ["case_manager", "team_lead", "intake"], "case"),
    await actor(it.world, ["immigration_officer"], "immigration"),
    await actor(it.world, ["tenant_administrator"], null),
    await actor(it.world, ["data_protection_officer"], null),
];
afterAll(() => it.close());

const named = (route: Route): string => `${methodsOf(route).join("/")} ${route.path}`;

test("every route says who may by a permission that exists, and which event it records", () => {
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes) {
    if (route.kind === "public") continue;
    expect(route.allow === "signed-in" || route.allow in PERMISSIONS, named(route)).toBe(true);
    if (typeof route.record !== "string") expect(route.record.none.length, named(route)).toBeGreaterThan(5);
    expect(route.about.length, named(route)).toBeGreaterThan(5);
  }
});

test("every permission is used by a route", () => {
  const used = new Set(routes.flatMap((r) => (r.kind === "public" ? [] : [r.allow])));
  expect(Object.keys(PERMISSIONS).filter((p) => !used.has(p as never) && !chromeOnly.has(p))).toEqual([]);
});
// asked for by code and not by a route of their own
const chromeOnly = new Set<string>();

test("the API is described from its schemas, and every example fits its schema", () => {
  const described = describeApi(routes, "test") as { paths: Record<string, Record<string, { operationId: string }>> };
  const ids = Object.values(described.paths).flatMap((p) => Object.values(p).map((o) => o.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  for (const route of routes) {
    // whoever is not signed in yet meets the API too: described, or it is a page
    if (route.kind === "public" && route.path.startsWith("/api/v1/") && !route.path.endsWith("openapi.json")) {
      expect([named(route), route.answer?.safeParse(route.example).success, route.body?.safeParse(route.bodyExample).success ?? true]).toEqual([named(route), true, true]);
    }
    if (route.kind !== "api-read" && route.kind !== "api-write") continue;
    const fits = route.answer.safeParse(route.example);
    expect(fits.success ? "" : `${named(route)}: ${fits.error.message}`).toBe("");
    if (route.body !== undefined) {
      const body = route.body.safeParse(route.bodyExample);
      expect(body.success ? "" : `${named(route)} body: ${body.error.message}`).toBe("");
    }
  }
});

const AWKWARD = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("", " ", "0", "-1", "null", "2026-02-31", "' or 1=1 --", "<script>alert(1)</script>", "\u0000", "%00", "../../etc/passwd", "0190a0a0-0000-7000-8000-000000000001", "9".repeat(400), "مرحبا", "\ud800"),
);

test("malformed input never ends in an internal error, and problems say nothing of the inside", async () => {
  const callable = routes.filter((r) => r.kind !== "public" || r.method === "POST");
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...callable.flatMap((r) => methodsOf(r).map((m) => [r, m] as const))),
      fc.constantFrom(...actors),
      fc.array(AWKWARD, { minLength: 4, maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom("name", "text", "id", "version", "q", "cursor", "kind", "date"), fc.string({ maxLength: 12 })), AWKWARD, { maxKeys: 6 }),
      async ([route, method], who, parts, fields) => {
        calls += 1;
        let at = 0;
        const path = route.path.replace(/:(\w+)/g, () => encodeURIComponent(wellFormed(parts[at++ % parts.length]!)) || "x");
        const isApi = route.path.startsWith("/api/");
        const answer = isApi
          ? await it.api(method as "GET", `${path}${query(fields, method)}`, who.secret, method === "GET" ? undefined : fields, { "if-match": '"1"' })
          : method === "GET"
            ? await it.get(`${path}${query(fields, method)}`, who.secret)
            : await it.post(path, who.secret, Object.fromEntries(Object.entries(fields).map(([k, v]) => [wellFormed(k), wellFormed(v)])));
        expect(answer.statusCode, `${method} ${path} ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        expect(answer.body).not.toMatch(/at \w+.*\.ts:\d+|node_modules|SQLSTATE|syntax error at|pg_catalog/);
        if (isApi && answer.statusCode >= 400) expect(answer.headers["content-type"]).toContain("application/problem+json");
      },
    ),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 3000) },
  );
  expect(calls).toBeGreaterThan(1000);
}, 300_000);

const wellFormed = (text: string): string => text.toWellFormed();
const query = (fields: Record<string, string>, method: string): string =>
  method === "GET" ? `?${new URLSearchParams(Object.entries(fields).map(([k, v]) => [wellFormed(k), wellFormed(v)]))}` : "";

test("an address with every param unknown answers 404 to everybody, the same for each", async () => {
  const id = "0190a0a0-0000-7000-8000-0000000000ff";
  // those before may have signed out by accident
  actors = await signedIn();
  for (const route of routes) {
    if (route.kind === "public" || !route.path.includes(":") || !methodsOf(route).includes("GET")) continue;
    for (const who of actors) {
      const path = route.path.replace(/:(\w+)/g, id);
      const answer = await it.get(path, who.secret);
      expect([404, 303].includes(answer.statusCode), `${path} → ${answer.statusCode}`).toBe(true);
    }
  }
});
