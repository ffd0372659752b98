import { z } from "zod";
import { record } from "../audit/index.ts";
import { downloadHeaders } from "../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, json, page, pageRoute, redirect, type Route } from "../http/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { Refused } from "../kernel/errors.ts";
import { BUILT_ON } from "./end-import.ts";
import { checkRoutes } from "./check.routes.tsx";
import { discard, orderTakeOver, orderUndo } from "./check-list.ts";
import { stepBack, tryAgain } from "./failed-import.ts";
import { FailedImportPage } from "./failed-import.page.tsx";
import { hasFailed, type ImportRecord, type Informed, RUNNING_STATES } from "./import-list.ts";
import { countRows, listReport } from "./import-rows.sql.ts";
import { ImportsPage, ReportPage, RunningImportPage, UndoImportPage } from "./import.page.tsx";
import { findProgress, getImport, isBuiltOn, listCaseWorkers, listControllers, listImports, listLegalBases } from "./imports.sql.ts";
import { intakeApiRoutes } from "./intake-api.routes.ts";
import { chooseSheet, mapColumns, type MappingInput } from "./map-columns.ts";
import { MapColumnsPage } from "./map-columns.page.tsx";
import { FIELD_LABELS, type Field } from "./reading/index.ts";
import { reportCsv } from "./report.ts";
import { openOutline } from "./sealed-import.ts";
import { startImport } from "./start-import.ts";
import { StartImportPage } from "./start-import.page.tsx";

export const ofImport = z.object({ id: z.uuid() });
const allow = "intake.import";
const orNull = (text: string): string | null => (text === "" ? null : text);
export const texts = (values: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string | undefined> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? value : value?.[0]]));
const seen = (tx: Parameters<typeof record>[0], asking: Asking, ids: readonly string[]) => record(tx, asking, { action: "import.seen", objectKind: "import", objectIds: ids });
const after = z.object({ nach: z.coerce.number().int().min(0).max(10_000_000).default(0) });

export const startInput = z.object({
  source: z.string().trim().max(300, "Bitte höchstens 300 Zeichen.").default(""),
  controllerId: z.union([z.literal(""), z.uuid()]).default("").transform(orNull),
  legalBasisId: z.union([z.literal(""), z.uuid()]).default("").transform(orNull),
  informed: z.enum(["yes", "no", "partly", "unknown"]).default("unknown").transform((value): Informed => value),
});

const overview = pageRoute({
  path: "/import", allow, record: "import.seen", about: "Imports of the room.", query: z.object({ vor: z.uuid().optional() }),
  handle: async (tx, { query }, asking) => {
    const found = await listImports(tx, asking.session.tenantId, query.vor ?? null, 51);
    const imports = found.slice(0, 50);
    await seen(tx, asking, imports.map((i) => i.id));
    const shown = imports.map((i) => ({ ...i, on: dayOf(i.createdAt, asking.app.config.timeZone) }));
    return page("Import", () => <ImportsPage imports={shown} nextBefore={found.length > 50 ? (imports.at(-1)?.id ?? null) : null} />, { nav: "import" });
  },
});

const start = formRoute({
  path: "/import/neu", allow, record: "import.started", about: "Takes a list in, after asking where it comes from.", body: startInput, uploadLimit: 25_000_000,
  show: async (tx, _input, asking, form) => {
    const [legalBases, controllers] = [await listLegalBases(tx, asking.session.tenantId), await listControllers(tx, asking.session.tenantId, asking.session.roomId ?? "")];
    return page("Liste einlesen", () => <StartImportPage form={asking.form()} values={texts(form.values)} errors={form.refusals} legalBases={legalBases} controllers={controllers} />, { nav: "import" });
  },
  submit: async (tx, { body, uploads }, asking) => {
    const id = await startImport(tx, asking, body, uploads);
    return { ...redirect(`/import/${id}/spalten`), id };
  },
});

const wayOf = (list: ImportRecord): string => (list.state === "mapping" ? "spalten" : list.state === "checking" ? "pruefen" : "bericht");
const isRunning = (list: ImportRecord): boolean => RUNNING_STATES.includes(list.state);

const status = pageRoute({
  path: "/import/:id", allow, record: "import.seen", about: "Where an import stands; leads on to its next step.", params: ofImport,
  handle: async (tx, { params }, asking) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    await seen(tx, asking, [list.id]);
    if (!isRunning(list)) return redirect(`/import/${list.id}/${wayOf(list)}`);
    const job = await findProgress(tx, list.tenantId, list.id);
    if (hasFailed(list)) return page("Import gescheitert", () => <FailedImportPage list={list} again={asking.form()} back={asking.form()} away={asking.form()} />, { nav: "import" });
    const isTriedAgain = job?.state === "queued" && job.errorCode !== null;
    return page("Import läuft", () => <RunningImportPage list={list} done={job?.done ?? 0} total={job?.total ?? 0} isTriedAgain={isTriedAgain} />, { nav: "import", refreshSeconds: 3 });
  },
});
const progress = pageRoute({
  path: "/import/:id/stand", allow, record: { none: "how far a job is: two numbers" }, about: "How far the work on an import is.", params: ofImport,
  handle: async (tx, { params }, asking) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    const job = await findProgress(tx, list.tenantId, list.id);
    return json({ done: job?.done ?? 0, total: job?.total ?? 0, finished: !isRunning(list) || hasFailed(list), href: `/import/${list.id}` });
  },
});

// own properties alone: "constructor" is no field
const isField = (text: string): text is Field => Object.hasOwn(FIELD_LABELS, text);

function mappingInput(body: Record<string, string | string[]>, spellings: readonly string[]): MappingInput {
  const text = (name: string): string => [body[name] ?? ""].flat()[0] ?? "";
  const columns = Object.keys(body).map((name) => /^spalte-(\d{1,3})$/.exec(name)?.[1]).filter((m): m is string => m !== undefined).map(Number);
  const fields = Array.from({ length: Math.max(0, ...columns.map((c) => c + 1)) }, (_, column): Field | null => { const value = text(`spalte-${column}`); return isField(value) ? value : null; });
  const managers = new Map(spellings.flatMap((spelling, index) => (body[`wer-${index}`] === undefined ? [] : [[spelling, orNull(text(`wer-${index}`))] as const])));
  return { sheetName: text("blatt"), headerLine: lineOf(text("kopfzeile")), fields, managers };
}
function lineOf(text: string): number {
  const line = Number(text);
  if (!/^\d{1,6}$/.test(text)) throw new Refused([{ code: "header-line", field: "kopfzeile", sentence: "Bitte geben Sie die Zeile der Überschriften als Zahl an, zum Beispiel 3." }]);
  return line;
}

const mapping = formRoute({
  path: "/import/:id/spalten", allow, record: "import.mapped", showRecord: "import.seen", about: "Says what each column holds and whom each spelling means.", params: ofImport,
  body: z.record(z.string().max(100), z.union([z.string().max(400), z.array(z.string().max(400))])),
  show: async (tx, { params }, asking, form) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    const outline = openOutline(asking.app, list);
    const workers = await listCaseWorkers(tx);
    await seen(tx, asking, [list.id]);
    if (outline === null || !["mapping", "checking", "reading"].includes(list.state)) throw new Refused([{ code: "import-state", sentence: "Die Spalten dieses Imports sind nicht mehr zu ändern." }]);
    return page("Spalten und Zuständige", () => <MapColumnsPage form={asking.form()} list={list} outline={outline} workers={workers} values={texts(form.values)} errors={form.refusals} isStale={form.stale !== undefined} />, { nav: "import" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    const outline = openOutline(asking.app, await getImport(tx, asking.session.tenantId, params.id));
    const input = mappingInput(body, outline?.managers.map((m) => m.spelling) ?? []);
    const here = `/import/${params.id}/spalten`;
    const list = await getImport(tx, asking.session.tenantId, params.id);
    if (body["schritt"] === "erkennen" || input.sheetName !== list.sheetName) {
      await chooseSheet(tx, asking, params.id, version, { sheetName: input.sheetName, headerLine: input.sheetName !== list.sheetName || input.headerLine === (list.columnMap?.headerRow ?? -1) + 1 ? null : input.headerLine });
      return redirect(here, "Neu erkannt. Bitte prüfen Sie die Spalten.");
    }
    const ordered = await mapColumns(tx, asking, params.id, version, input);
    return ordered ? redirect(`/import/${params.id}`) : redirect(here, "Bitte ordnen Sie jetzt noch die Namen der Zuständigen zu.");
  },
});

const takeOver = actionRoute({
  path: "/import/:id/uebernehmen", allow, record: "import.ordered", about: "Takes the decided rows over, in the background.", params: ofImport,
  handle: async (tx, { params, version }, asking) => {
    await orderTakeOver(tx, asking, params.id, version);
    return redirect(`/import/${params.id}`);
  },
});
const throwAway = actionRoute({
  path: "/import/:id/verwerfen", allow, record: "import.discarded", about: "Throws an upload away from which nothing came.", params: ofImport,
  handle: async (tx, { params, version }, asking) => {
    await discard(tx, asking, params.id, version);
    return redirect("/import", "Der Import ist verworfen. Datei und Zeilen sind gelöscht.");
  },
});

const again = actionRoute({
  path: "/import/:id/noch-einmal", allow, record: "import.ordered", about: "Orders a job of an import anew that has given up.", params: ofImport,
  handle: async (tx, { params, version }, asking) => {
    await tryAgain(tx, asking, params.id, version);
    return redirect(`/import/${params.id}`);
  },
});
const back = actionRoute({
  path: "/import/:id/zurueck", allow, record: "import.started", about: "After a job has given up: back to the columns, the rows or the report.", params: ofImport,
  handle: async (tx, { params, version }, asking) => {
    await stepBack(tx, asking, params.id, version);
    return redirect(`/import/${params.id}`);
  },
});

const report = pageRoute({
  path: "/import/:id/bericht", allow, record: "import.seen", about: "What came of each row.", params: ofImport, query: after,
  handle: async (tx, { params, query }, asking) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    const [counts, found] = [await countRows(tx, list.tenantId, list.id), await listReport(tx, list.tenantId, list.id, query.nach, 101)];
    const rows = found.slice(0, 100);
    await seen(tx, asking, [list.id, ...rows.map((row) => row.caseId).filter((id): id is string => id !== null)]);
    const on = list.completedAt === null ? null : dayOf(list.completedAt, asking.app.config.timeZone);
    return page("Ergebnis des Imports", () => <ReportPage list={list} on={on} counts={counts} rows={rows} after={query.nach} nextAfter={found.length > 100 ? (rows.at(-1)?.rowNo ?? null) : null} />, { nav: "import" });
  },
});
const reportFile = pageRoute({
  path: "/import/:id/bericht.csv", allow, record: "import.report_exported", about: "What came of each row, as CSV.", params: ofImport,
  handle: async (tx, { params }, asking) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    const csv = await reportCsv(tx, list.tenantId, list.id);
    await record(tx, asking, { action: "import.report_exported", objectKind: "import", objectIds: [list.id] });
    return bytes(csv, downloadHeaders("csv", "import-bericht.csv"));
  },
});

const undo = formRoute({
  path: "/import/:id/rueckgaengig", allow, record: "import.undo_ordered", showRecord: "import.seen", about: "Takes a whole import back while nothing was built on it.", params: ofImport, body: z.object({}),
  show: async (tx, { params }, asking, form) => {
    const list = await getImport(tx, asking.session.tenantId, params.id);
    const counts = await countRows(tx, list.tenantId, list.id);
    const errors = form.refusals.length > 0 ? form.refusals : (await isBuiltOn(tx, list.id)) ? [BUILT_ON] : [];
    await seen(tx, asking, [list.id]);
    return page("Import rückgängig machen", () => <UndoImportPage form={asking.form()} list={list} counts={counts} errors={errors} />, { nav: "import" });
  },
  submit: async (tx, { params, version }, asking) => {
    await orderUndo(tx, asking, params.id, version);
    return redirect(`/import/${params.id}`);
  },
});

export const intakeRoutes: readonly Route[] = [overview, start, status, progress, mapping, ...checkRoutes, takeOver, throwAway, again, back, report, reportFile, undo, ...intakeApiRoutes];
