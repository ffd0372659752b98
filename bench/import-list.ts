import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { SESSION_COOKIE } from "../src/http/index.ts";
import type { BirthDate } from "../src/persons/matching/birth.ts";
import { ORDINARY, syntheticList } from "../src/persons/matching/synthetic-list.test-support.ts";
import type { Place, Tenant } from "./place.ts";

export interface ImportFigures {
  readonly rows: number;
  readonly megabytes: number;
  /** upload until the rows can be checked: read, interpreted, compared with each other and with the register */
  readonly previewSeconds: number;
  readonly commitSeconds: number;
  readonly doubles: number;
  /** cases that somebody could see before the list was complete */
  readonly visibleBefore: number;
}

const EXAMPLE = new URL("../data/fallliste.csv", import.meta.url);
const COUNTRIES = new URL("../data/codelists/destatis-staatsangehoerigkeit-2021.csv", import.meta.url);
const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function writtenBirth(birth: BirthDate | null): string {
  if (birth === null) return "";
  if (birth.month === null || birth.day === null) return String(birth.year);
  return `${birth.day}.${birth.month}.${birth.year}`;
}

/** Who stands in it is invented by the list that matching is measured with, every twentieth person twice; the other cells are the example list's. */
export function longList(rows: number): Buffer {
  const [head = [], ...body] = parse(readFileSync(EXAMPLE, "utf8"), { delimiter: ";", bom: true }) as string[][];
  const countries = new Map((parse(readFileSync(COUNTRIES, "utf8"), { columns: true, bom: true }) as { code: string; label: string }[]).map((c) => [c.code, c.label]));
  const people = syntheticList(7, Math.ceil(rows / 1.05) + 20, { ...ORDINARY, doubles: 0.05 }).rows.slice(0, rows);
  const lines = people.map((person, i) => {
    const line = body[i % body.length]!.slice();
    const [address] = person.addresses ?? [];
    line[0] = String(i + 1);
    line[1] = person.family;
    line[2] = person.given;
    line[3] = writtenBirth(person.birth ?? null);
    line[4] = person.gender === "female" ? "w" : person.gender === "male" ? "m" : "";
    line[5] = countries.get(person.nationalities?.[0] ?? "") ?? "";
    line[9] = address?.street ?? "";
    line[10] = address?.postcode ?? "";
    line[12] = person.phones?.[0] ?? "";
    return line;
  });
  return Buffer.from([head, ...lines].map((line) => line.map(quoted).join(";")).join("\r\n"));
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly rowCount: number;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** Over the API, as a program would: upload, columns as recognised, check, every row decided, take over. */
export async function measureImport(place: Place, port: number, tenant: Tenant, rows: number, say: (text: string) => void): Promise<ImportFigures> {
  const base = `http://127.0.0.1:${port}/api/v1/imports`;
  const headers = (more: Record<string, string> = {}) => ({ cookie: `${SESSION_COOKIE}=${tenant.lead.secret}`, "idempotency-key": randomUUID(), ...more });
  const ask = async (path: string, options: RequestInit): Promise<Shown> => {
    const answer = await fetch(`${base}${path}`, options);
    if (!answer.ok) throw new Error(`${options.method ?? "GET"} ${path}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return (await answer.json()) as Shown;
  };
  const until = async (id: string, state: string): Promise<Shown> => {
    for (let told = 0; ; await pause(100)) {
      const shown = await ask(`/${id}`, { headers: headers() });
      if (shown.state === state) return shown;
      if (shown.state === "mapping") throw new Error("the list could not be read");
      if (Date.now() - told > 5000 && shown.progress !== null) say(`  ${shown.state}: ${shown.progress.done} von ${shown.progress.total}`);
      if (Date.now() - told > 5000) told = Date.now();
    }
  };
  const bytes = longList(rows);
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), "liste.csv");
  form.set("source", "Liste für die Messung");
  let began = Date.now();
  const started = await ask("", { method: "POST", headers: headers(), body: form });
  await ask(`/${started.id}/columns`, { method: "PATCH", headers: headers({ "content-type": "application/json", "if-match": `"${started.version}"` }), body: JSON.stringify({ managers: [] }) });
  const read = await until(started.id, "checking");
  const previewSeconds = (Date.now() - began) / 1000;
  // deciding is people's work: every row that is in doubt comes in as a person of its own
  const { rows: doubts } = await place.owner.query<{ n: number }>("select count(*)::integer as n from app.import_rows where import_id = $1 and match_score is not null", [started.id]);
  await place.owner.query("update app.import_rows set decision = 'import' where import_id = $1 and decision = 'open'", [started.id]);
  const casesBefore = await countCases(place, tenant);
  began = Date.now();
  await ask(`/${started.id}/commit`, { method: "POST", headers: headers({ "if-match": `"${read.version}"` }) });
  await pause(500);
  const visibleBefore = (await countCases(place, tenant)) - casesBefore;
  await until(started.id, "done");
  const commitSeconds = (Date.now() - began) / 1000;
  return { rows: read.rowCount, megabytes: Math.round(bytes.length / 1e5) / 10, previewSeconds, commitSeconds, doubles: doubts[0]!.n, visibleBefore };
}

async function countCases(place: Place, tenant: Tenant): Promise<number> {
  const { rows } = await place.owner.query<{ n: number }>("select count(*)::integer as n from app.cases where tenant_id = $1", [tenant.id]);
  return rows[0]!.n;
}
