import { z } from "zod";
import { record } from "../audit/index.ts";
import { actionRoute, type Asking, formRoute, json, page, redirect, type Route } from "../http/index.ts";
import type { ReadTx } from "../db/index.ts";
import { Refused } from "../kernel/errors.ts";
import { changeRow, decideLike, decideRow, decideRows, loadRow, mayJoinKnown } from "./check-list.ts";
import { ChangeRowPage, EDITABLE } from "./change-row.page.tsx";
import { CheckRowsPage, fieldOfRow, goWords } from "./check-rows.page.tsx";
import type { Decision, RowContent } from "./import-list.ts";
import { countIssues, countRows, listRows, ROW_FILTERS, type RowDecision, type RowFilter } from "./import-rows.sql.ts";
import { getImport, listCaseWorkers } from "./imports.sql.ts";
import type { Columns, Field } from "./reading/index.ts";
import { viewRows } from "./row-view.ts";

const allow = "intake.import";
const ofImport = z.object({ id: z.uuid() });
const DECISIONS = ["open", "import", "separate", "same_row", "same_person", "later", "skip"] as const satisfies readonly Decision[];
const MOST = 50;

/** The surname alone where only one has it. */
export async function workerNames(tx: ReadTx): Promise<Map<string, string>> {
  const workers = await listCaseWorkers(tx);
  const isShared = (family: string): boolean => workers.filter((w) => w.family === family).length > 1;
  return new Map(workers.map((w) => [w.id, isShared(w.family) ? `${w.family}, ${w.given} (${w.employer})` : w.family]));
}
const seen = (tx: ReadTx, asking: Asking, id: string) => record(tx, asking, { action: "import.rows_seen", objectKind: "import", objectIds: [id] });

const check = formRoute({
  path: "/import/:id/pruefen", allow, record: "import.decided", showRecord: "import.rows_seen", about: "Rows of a list: what stood there, what was understood, what is to be decided.", params: ofImport,
  query: z.object({ filter: z.enum(ROW_FILTERS).optional(), nach: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
  body: z.record(z.string().max(60), z.union([z.string().max(60), z.array(z.string().max(60))])),
  show: async (tx, { params, query }, asking, form) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    if (list.state !== "checking" && list.state !== "done") throw new Refused([{ code: "import-state", sentence: "Dieser Import wird gerade nicht geprüft." }]);
    const counts = await countRows(tx, list.tenantId, list.id);
    const filter: RowFilter = query.filter ?? (list.state === "done" ? "left" : counts.check > 0 ? "check" : "all");
    const found = await listRows(tx, list.tenantId, list.id, filter, query.nach, MOST + 1);
    const rows = await viewRows(tx, asking, list, found.slice(0, MOST), await workerNames(tx));
    const issues = await countIssues(tx, list.tenantId, list.id);
    await seen(tx, asking, list.id);
    const more = { form: asking.form(), again: asking.form(), go: asking.form(), list, counts, issues, rows, filter, after: query.nach, joinKnown: mayJoinKnown(asking), errors: form.refusals };
    return page("Zeilen prüfen", () => <CheckRowsPage {...more} nextAfter={found.length > MOST ? (found[MOST - 1]?.rowNo ?? null) : null} />, { nav: "import" });
  },
  submit: async (tx, { params, query, body }, asking) => {
    const missed = await decideRows(tx, asking, params.id, decisionsOf(body));
    const to = `/import/${params.id}/pruefen?filter=${query.filter ?? "check"}&nach=${query.nach}`;
    return redirect(to, missed === 0 ? "Die Entscheidungen sind gespeichert." : `Gespeichert. ${missed} Zeilen hat inzwischen jemand anderes entschieden; dort gilt jene Entscheidung.`);
  },
});

/** `z-<line>-<version>` = decision */
const FIELD_OF_ROW = /^z-(\d{1,7})-(\d{1,9})$/;
function decisionsOf(body: Record<string, string | string[]>): RowDecision[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const match = FIELD_OF_ROW.exec(name);
    const decision = DECISIONS.find((known) => known === [value].flat()[0]);
    return match === null || decision === undefined ? [] : [{ rowNo: Number(match[1]), version: Number(match[2]), decision }];
  });
}

const TAKEN = "Inzwischen hat jemand anderes diese Zeile entschieden. Das gilt jetzt.";
const choose = actionRoute({
  path: "/import/:id/entscheidung", allow, record: "import.decided", about: "Decides one row as soon as it is chosen, for the script of the page.", params: ofImport,
  body: z.object({ name: z.string().regex(FIELD_OF_ROW), value: z.enum(DECISIONS) }),
  handle: async (tx, { params, body }, asking) => {
    const [wanted] = decisionsOf({ [body.name]: body.value });
    const { isSaved, row } = await decideRow(tx, asking, params.id, wanted!);
    const counts = await countRows(tx, asking.session.tenantId, params.id);
    const said = isSaved ? {} : { sentence: TAKEN };
    return json({ isSaved, name: fieldOfRow(row), value: row.decision, ...said, live: { go: goWords(counts) }, disabled: { go: counts.ready === 0 } });
  },
});

const alike = actionRoute({
  path: "/import/:id/pruefen/gleiche", allow, record: "import.decided", about: "Decides all open rows, or all put off, with the same doubts alike.", params: ofImport,
  // "open:" or "later:", then the codes
  body: z.object({ issues: z.string().max(1000).regex(/^(open|later):/), decision: z.enum(DECISIONS) }),
  handle: async (tx, { params, body }, asking) => {
    const which = body.issues.startsWith("open:") ? "open" : "later";
    const issues = body.issues.slice(which.length + 1).split(",").filter((issue) => issue !== "");
    const count = await decideLike(tx, asking, params.id, which, issues, body.decision);
    return redirect(`/import/${params.id}/pruefen`, `${count} Zeilen sind entschieden.`);
  },
});

const originalsOf = (content: RowContent, columns: Columns): Partial<Record<Field, string>> =>
  Object.fromEntries(Object.entries(columns).flatMap(([field, column]) => (column === null ? [] : [[field, content.cells[column]?.text ?? ""]])));

const change = formRoute({
  path: "/import/:id/zeilen/:row", allow, record: "import.row_changed", showRecord: "import.rows_seen", about: "Corrects one row of a list.",
  params: z.object({ id: z.uuid(), row: z.coerce.number().int().min(1).max(10_000_000) }),
  body: z.object({ ...(Object.fromEntries(EDITABLE.map((field) => [field, z.string().max(field === "remark" ? 20_000 : 500, "Bitte kürzer.").optional()])) as Record<(typeof EDITABLE)[number], z.ZodOptional<z.ZodString>>), lead: z.union([z.literal("liste"), z.literal("niemand"), z.uuid()]).default("liste") }),
  show: async (tx, { params }, asking, form) => {
    const { list, row, content } = await loadRow(tx, asking, params.id, params.row);
    if (content === null || list.columnMap === null) throw new Refused([{ code: "row-gone", sentence: "Der Inhalt dieser Zeile ist nicht mehr da: Sie ist übernommen oder verworfen." }]);
    const [view] = await viewRows(tx, asking, list, [row], await workerNames(tx));
    const workers = await listCaseWorkers(tx);
    const originals = originalsOf(content, list.columnMap.columns);
    const typed = Object.fromEntries(Object.entries(form.values).map(([key, value]) => [key, typeof value === "string" ? value : undefined]));
    const texts = { ...originals, ...content.edits, ...typed };
    const lead = content.lead === "" ? "niemand" : content.lead;
    await seen(tx, asking, list.id);
    return page("Zeile ändern", () => <ChangeRowPage form={asking.form()} list={list} row={view!} texts={texts} originals={originals} lead={lead} spelling={originals.manager ?? ""} workers={workers} errors={form.refusals} isStale={form.stale !== undefined} />, { nav: "import" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    const { list, content } = await loadRow(tx, asking, params.id, params.row);
    const originals = content === null || list.columnMap === null ? {} : originalsOf(content, list.columnMap.columns);
    const { lead, ...fields } = body;
    const edits = Object.fromEntries(Object.entries(fields).filter(([field, text]) => text !== undefined && text.trim() !== (originals[field as Field] ?? "").trim()).map(([field, text]) => [field, (text ?? "").trim()]));
    await changeRow(tx, asking, params.id, params.row, version, { edits, lead: lead === "liste" ? undefined : lead === "niemand" ? "" : lead });
    return redirect(`/import/${params.id}/pruefen?filter=all&nach=${params.row - 1}`, `Zeile ${params.row} ist gespeichert.`);
  },
});

export const checkRoutes: readonly Route[] = [check, choose, alike, change];
