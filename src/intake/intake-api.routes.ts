import { z } from "zod";
import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, type Json, json, type Route, written } from "../http/index.ts";
import { decideRows, discard, orderTakeOver, orderUndo } from "./check-list.ts";
import { stepBack, tryAgain } from "./failed-import.ts";
import { hasFailed, IMPORT_STATES, type ImportState, RUNNING_STATES } from "./import-list.ts";
import { countRows, listReport, listRows, ROW_FILTERS } from "./import-rows.sql.ts";
import { findProgress, getImport, listCaseWorkers, listImports } from "./imports.sql.ts";
import { mapColumns } from "./map-columns.ts";
import { FIELD_LABELS, type Field } from "./reading/index.ts";
import { viewRows } from "./row-view.ts";
import { openOutline } from "./sealed-import.ts";
import { startImport } from "./start-import.ts";

const allow = "intake.import";
const ofImport = z.object({ id: z.uuid() });
const ID = "0190a0a0-0000-7000-8000-000000000001";
const orNull = (text: string): string | null => (text === "" ? null : text);
const fieldNames = Object.keys(FIELD_LABELS) as [Field, ...Field[]];
const stateNames = Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]];
const paging = z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(100) });
const seen = (tx: ReadTx, asking: Asking, action: string, ids: readonly string[]) => record(tx, asking, { action, objectKind: "import", objectIds: ids });

const importAnswer = z.object({
  id: z.uuid(), fileName: z.string(), state: z.enum(stateNames), sheetName: z.string(), rowCount: z.number(), version: z.number(),
  counts: z.object({ total: z.number(), clear: z.number(), check: z.number(), unreadable: z.number(), ready: z.number(), later: z.number(), taken: z.number(), merged: z.number() }),
  progress: z.object({ done: z.number(), total: z.number() }).nullable(),
  /** why a job gave up; until it is ordered anew nothing works on the import */
  failure: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  headings: z.array(z.string()), columns: z.record(z.string(), z.number().nullable()), managers: z.array(z.object({ spelling: z.string(), count: z.number(), accountId: z.uuid().nullable(), certain: z.boolean() })),
});
const example = {
  id: ID, fileName: "fallliste.xlsx", state: "checking", sheetName: "Fälle KIM", rowCount: 640, version: 3,
  counts: { total: 640, clear: 431, check: 209, unreadable: 0, ready: 431, later: 209, taken: 0, merged: 0 }, progress: null, failure: null,
  headings: ["Lfd. Nr.", "Nachname"], columns: { family: 1 }, managers: [{ spelling: "Fr. Brandt", count: 73, accountId: ID, certain: true }],
};

async function showImport(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const list = await getImport(tx, asking.session.tenantId, id);
  const [{ total, clear, check, unreadable, ready, later, taken, merged }, job] = [await countRows(tx, list.tenantId, id), await findProgress(tx, list.tenantId, id)];
  const outline = openOutline(asking.app, list);
  const { fileName, state, sheetName, rowCount, version } = list;
  const isRunning = RUNNING_STATES.includes(state);
  const body = {
    id, fileName, state, sheetName, rowCount, version, counts: { total, clear, check, unreadable, ready, later, taken, merged },
    progress: isRunning && job !== undefined ? { done: job.done, total: job.total } : null,
    failure: hasFailed(list) ? { code: list.errorCode ?? "", sentence: list.errorSentence ?? "" } : null,
    headings: outline?.sheets.find((sheet) => sheet.name === sheetName)?.headings ?? [], columns: list.columnMap?.columns ?? {},
    managers: (outline?.managers ?? []).map(({ spelling, count, accountId, certain }) => ({ spelling, count, accountId, certain })),
  };
  return json(body, version);
}

const list = apiRead({
  path: "/api/v1/imports", allow, record: "import.seen", about: "Imports of the room, the latest first", query: z.object({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ imports: z.array(z.object({ id: z.uuid(), fileName: z.string(), state: z.enum(stateNames), rowCount: z.number() })), next: z.uuid().nullable() }),
  example: { imports: [{ id: ID, fileName: "fallliste.xlsx", state: "done", rowCount: 640 }], next: null },
  handle: async (tx, { query }, asking) => {
    const found = await listImports(tx, asking.session.tenantId, query.before ?? null, query.limit + 1);
    const imports = found.slice(0, query.limit).map(({ id, fileName, state, rowCount }) => ({ id, fileName, state, rowCount }));
    await seen(tx, asking, "import.seen", imports.map((i) => i.id));
    return json({ imports, next: found.length > query.limit ? (imports.at(-1)?.id ?? null) : null });
  },
});
const create = apiWrite({
  path: "/api/v1/imports", method: "POST", allow, record: "import.started", about: "Upload a list (multipart/form-data: the file as `file`, and where it comes from)", uploadLimit: 25_000_000,
  body: z.object({
    source: z.string().trim().max(300).default(""), controllerId: z.union([z.literal(""), z.uuid()]).default("").transform(orNull),
    legalBasisId: z.union([z.literal(""), z.uuid()]).default("").transform(orNull), informed: z.enum(["yes", "no", "partly", "unknown"]).default("unknown"),
  }),
  answer: importAnswer, example, bodyExample: { source: "Liste des Case Managements", informed: "partly" },
  handle: async (tx, { body, uploads }, asking) => {
    const id = await startImport(tx, asking, body, uploads);
    return written(id, { location: `/api/v1/imports/${id}` });
  },
  show: showImport,
});
const get = apiRead({
  path: "/api/v1/imports/:id", allow, record: "import.seen", about: "One import: state, figures, columns and spellings of case managers", params: ofImport, answer: importAnswer, example,
  handle: async (tx, { params }, asking) => {
    const shown = await showImport(tx, params.id, asking);
    await seen(tx, asking, "import.seen", [params.id]);
    return shown;
  },
});
const columns = apiWrite({
  path: "/api/v1/imports/:id/columns", method: "PATCH", allow, record: "import.mapped", about: "Say what each column holds and whom each spelling means; orders the reading", versioned: true, params: ofImport,
  body: z.object({ headerLine: z.number().int().min(0).optional(), columns: z.array(z.enum(fieldNames).nullable()).max(200).optional(), managers: z.array(z.object({ spelling: z.string(), accountId: z.uuid().nullable() })).max(500).default([]) }),
  answer: importAnswer, example, bodyExample: { columns: [null, "family", "given"], managers: [{ spelling: "Fr. Brandt", accountId: ID }] },
  handle: async (tx, { params, body, version }, asking) => {
    const before = await getImport(tx, asking.session.tenantId, params.id);
    const fields = body.columns ?? fieldsOf(before.columnMap?.columns ?? {});
    await mapColumns(tx, asking, params.id, version, { sheetName: before.sheetName, headerLine: body.headerLine ?? (before.columnMap?.headerRow ?? -1) + 1, fields, managers: new Map(body.managers.map((m) => [m.spelling, m.accountId])) });
    return written(params.id, { status: 202 });
  },
  show: showImport,
});
function fieldsOf(map: Readonly<Partial<Record<Field, number | null>>>): (Field | null)[] {
  const fields: (Field | null)[] = [];
  for (const [field, column] of Object.entries(map)) if (column !== null) fields[column] = field as Field;
  return Array.from(fields, (field) => field ?? null);
}

const rows = apiRead({
  path: "/api/v1/imports/:id/rows", allow, record: "import.rows_seen", about: "Rows: what stood there, what was understood, what is doubtful; by line number", params: ofImport,
  query: paging.extend({ filter: z.enum(ROW_FILTERS).default("all") }),
  answer: z.object({ rows: z.array(z.object({ row: z.number(), version: z.number(), certainty: z.string(), stood: z.array(z.string()), name: z.string(), read: z.array(z.string()), hints: z.array(z.object({ word: z.string(), why: z.string() })), decision: z.string(), choices: z.array(z.string()) })), next: z.number().nullable() }),
  example: { rows: [{ row: 8, version: 1, certainty: "check", stood: ["Rahimi", "13.8.69"], name: "Rahimi", read: ["* 13.08.1969"], hints: [{ word: "wohl dieselbe Person wie Zeile 391", why: "gleiches Geburtsdatum" }], decision: "open", choices: ["same_row", "separate", "import", "later", "skip"] }], next: 108 },
  handle: async (tx, { params, query }, asking) => {
    const record = await getImport(tx, asking.session.tenantId, params.id);
    const found = await listRows(tx, record.tenantId, record.id, query.filter, query.after, query.limit + 1);
    const workers = new Map((await listCaseWorkers(tx)).map((w) => [w.id, `${w.family} (${w.employer})`]));
    const shown = await viewRows(tx, asking, record, found.slice(0, query.limit), workers);
    await seen(tx, asking, "import.rows_seen", [record.id]);
    const views = shown.map(({ rowNo, version, certainty, stood, name, own, read, hints, decision, choices }) => ({ row: rowNo, version, certainty, stood, name: own === "" ? name : `${name} ${own}`, read, hints: hints.map(({ word, why }) => ({ word, why })), decision, choices }));
    return json({ rows: views, next: found.length > query.limit ? (views.at(-1)?.row ?? null) : null });
  },
});
const decisions = apiWrite({
  path: "/api/v1/imports/:id/decisions", method: "PATCH", allow, record: "import.decided", about: "Decide rows; each names the version it was read with, and one that changed meanwhile stays as it is", params: ofImport,
  body: z.object({ decisions: z.array(z.object({ row: z.number().int().min(1), version: z.number().int().min(1), decision: z.enum(["open", "import", "separate", "same_row", "same_person", "later", "skip"]) })).min(1).max(500) }),
  answer: importAnswer, example, bodyExample: { decisions: [{ row: 8, version: 1, decision: "same_row" }] },
  handle: async (tx, { params, body }, asking) => {
    await decideRows(tx, asking, params.id, body.decisions.map(({ row, ...rest }) => ({ rowNo: row, ...rest })));
    return written(params.id);
  },
  show: showImport,
});
const order = (path: string, about: string, action: string, run: typeof orderTakeOver) =>
  apiWrite({
    path: `/api/v1/imports/:id/${path}`, method: "POST", allow, record: action as "import.ordered", about, versioned: true, params: ofImport, answer: importAnswer, example,
    handle: async (tx, { params, version }, asking) => {
      await run(tx, asking, params.id, version);
      return written(params.id, { status: 202 });
    },
    show: showImport,
  });

const report = apiRead({
  path: "/api/v1/imports/:id/report", allow, record: "import.report_exported", about: "What came of each row", params: ofImport, query: paging,
  answer: z.object({ rows: z.array(z.object({ row: z.number(), outcome: z.string().nullable(), caseId: z.uuid().nullable(), number: z.string().nullable(), lead: z.string().nullable() })), next: z.number().nullable() }),
  example: { rows: [{ row: 8, outcome: "created", caseId: ID, number: "2026-0005", lead: "Nadia Haddad" }], next: null },
  handle: async (tx, { params, query }, asking) => {
    const { tenantId, id } = await getImport(tx, asking.session.tenantId, params.id);
    const found = await listReport(tx, tenantId, id, query.after, query.limit + 1);
    const shown = found.slice(0, query.limit).map(({ rowNo, outcome, caseId, number, lead }) => ({ row: rowNo, outcome, caseId, number, lead }));
    await seen(tx, asking, "import.report_exported", [id]);
    return json({ rows: shown, next: found.length > query.limit ? (shown.at(-1)?.row ?? null) : null });
  },
});

export const intakeApiRoutes: readonly Route[] = [
  list, create, get, columns, rows, decisions, report,
  order("commit", "Take the decided rows over, in the background", "import.ordered", orderTakeOver),
  order("undo", "Take the whole import back while nothing was built on it", "import.undo_ordered", orderUndo),
  order("retry", "Order a job anew that has given up", "import.ordered", tryAgain),
  order("back", "After a job has given up: back to the columns, the rows or the report", "import.started", stepBack),
  order("discard", "Throw an upload away from which nothing came", "import.discarded", discard),
];
