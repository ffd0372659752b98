import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { SESSION_COOKIE } from "../src/http/index.ts";
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

const EXAMPLE = new URL("../data/examples/fallliste.csv", import.meta.url);
const SYLLABLES = ["ka", "mo", "ri", "ta", "lu", "ne", "so", "da", "be", "fi", "go", "ha", "ju", "pe", "wi", "za"];

/** The example list over and over, each time with other names, days, numbers and streets: rows as people type them. */
export function longList(rows: number): Buffer {
  const records = readFileSync(EXAMPLE, "utf8").replace(/^\ufeff/, "").trimEnd().match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? [];
  const [head = "", ...body] = records;
  const lines = [head];
  for (let i = 0; i < rows; i += 1) {
    const fields = body[i % body.length]!.split(";");
    const turn = Math.floor(i / body.length);
    fields[0] = String(i + 1);
    if (turn > 0) {
      const ending = SYLLABLES[turn % 16]! + SYLLABLES[(turn >> 4) % 16]!;
      fields[1] = `${fields[1]}${ending}`;
      fields[3] = `${1 + ((i * 7) % 28)}.${1 + ((i * 5) % 12)}.${1950 + ((i * 13) % 55)}`;
      fields[9] = `Straße ${SYLLABLES[i % 16]}${SYLLABLES[(i >> 4) % 16]} ${1 + (i % 180)}`;
      fields[12] = `0${150 + (i % 30)}${String((i * 7919) % 10_000_000).padStart(7, "0")}`;
    }
    lines.push(fields.join(";"));
  }
  return Buffer.from(lines.join("\r\n"));
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
