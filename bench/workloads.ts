import { randomUUID } from "node:crypto";
import type pg from "pg";
import { SESSION_COOKIE } from "../src/http/index.ts";
import type { Reader, Tenant } from "./place.ts";
import type { HttpRequest } from "./server-process.ts";

/** One subject of a measurement: who asks for what. */
export interface Subject {
  readonly reader: Reader;
  readonly request: () => HttpRequest;
}
export interface Workload {
  readonly key: string;
  readonly label: string;
  readonly subjects: readonly Subject[];
  /** least share of the bare throughput */
  readonly leastRatio?: number;
  /** longest p95 in milliseconds */
  readonly mostP95?: number;
}

const get = (reader: Reader, path: string): HttpRequest => ({ method: "GET", path, headers: { cookie: `${SESSION_COOKIE}=${reader.secret}` } });
const post = (reader: Reader, path: string, body: object): HttpRequest => ({
  method: "POST", path, headers: { cookie: `${SESSION_COOKIE}=${reader.secret}`, "content-type": "application/json", "idempotency-key": randomUUID() }, body: JSON.stringify(body),
});
const reading = (reader: Reader, path: string): Subject => ({ reader, request: () => get(reader, path) });

const CASES_EACH = 4;
const NOTE = { kind: "phone", minutes: 10, lifeAreas: [], text: "Hat angerufen: Der Bescheid vom Jobcenter ist da, Termin zur Besprechung am Dienstag um zehn. Bringt die Unterlagen mit." };

export async function workloadsFor(owner: pg.Client, tenant: Tenant): Promise<readonly Workload[]> {
  const { managers, lead } = tenant;
  const cases = managers.flatMap((reader) => reader.caseIds.slice(0, CASES_EACH).map((id) => ({ reader, id })));
  const names = await searchTexts(owner, tenant.id);
  return [
    { key: "case.api", label: "Fallakte, API", subjects: cases.map(({ reader, id }) => reading(reader, `/api/v1/cases/${id}`)), leastRatio: 0.5 },
    { key: "case.page", label: "Fallakte, Seite", subjects: cases.map(({ reader, id }) => reading(reader, `/faelle/${id}`)), leastRatio: 0.25 },
    { key: "outlook.page", label: "Aufenthalt und Fristen, Seite", subjects: cases.map(({ reader, id }) => reading(reader, `/faelle/${id}/aufenthalt-und-fristen`)), mostP95: 60 },
    { key: "list.api", label: "Fallliste 50 (Leitung), API", subjects: pages(lead, "/api/v1/cases?limit=50"), leastRatio: 0.5 },
    { key: "list.page", label: "Fallliste 50 (Leitung), Seite", subjects: pages(lead, "/faelle?"), leastRatio: 0.25 },
    { key: "own-list.api", label: "eigene Fälle, API", subjects: managers.map((reader) => reading(reader, "/api/v1/cases?limit=50&state=all")), leastRatio: 0.5 },
    { key: "own-list.page", label: "eigene Fälle, Seite", subjects: managers.map((reader) => reading(reader, "/faelle")), leastRatio: 0.25 },
    { key: "search.api", label: "Suche nach Namen (Leitung)", subjects: names.map((text) => reading(lead, `/api/v1/search?q=${encodeURIComponent(text)}`)), mostP95: 30 },
    {
      key: "contact.api", label: "Kontakt speichern", mostP95: 25,
      subjects: managers.flatMap((reader) => reader.caseIds.slice(CASES_EACH, CASES_EACH + 8).map((id) => ({ reader, request: () => post(reader, `/api/v1/cases/${id}/contacts`, NOTE) }))),
    },
  ];
}

const SORTS = ["name", "due", "contact"];
/** Each order of the list; the address of the page names it in German. */
function pages(lead: Reader, path: string): Subject[] {
  return SORTS.map((sort) => reading(lead, path.startsWith("/api") ? `${path}&sort=${sort}` : path));
}

/** Names as they stand, in their own script, misspelt, and with the year of birth: what a team lead types. */
async function searchTexts(owner: pg.Client, tenantId: string): Promise<string[]> {
  const { rows } = await owner.query<{ family: string; given: string; script: string; year: number | null }>(
    `select n.family, n.given, n.script, extract(year from p.birth_on)::integer as year from app.person_names n join app.persons p on p.tenant_id = n.tenant_id and p.id = n.person_id
      where n.tenant_id = $1 and n.family <> '' order by n.script = 'Latn', n.id limit 4000`,
    [tenantId],
  );
  const own = rows.filter((row) => row.script !== "Latn");
  const latin = (await owner.query<{ family: string; given: string; year: number | null }>(
    `select n.family, n.given, extract(year from p.birth_on)::integer as year from app.person_names n join app.persons p on p.tenant_id = n.tenant_id and p.id = n.person_id
      where n.tenant_id = $1 and n.script = 'Latn' and n.family <> '' order by n.id limit 64`, [tenantId])).rows;
  const every = <T>(list: readonly T[], most: number): T[] => list.filter((_, i) => i % Math.max(1, Math.ceil(list.length / most)) === 0);
  return [
    ...every(own, 16).map((row) => `${row.given} ${row.family}`),
    ...every(latin, 16).map((row) => `${row.family}, ${row.given}`),
    ...every(latin, 16).map((row) => misspelt(`${row.given} ${row.family}`)),
    ...every(latin, 8).map((row) => `${row.family} ${row.year ?? ""}`.trim()),
    ...every(latin, 8).map((row) => row.family),
  ];
}

const misspelt = (name: string): string => name.replace(/([bdfglmnprst])(?=[aeiou])/, "$1$1").replace("ou", "u").replace("i", "y").replace("kh", "ch");
