import { Readable } from "node:stream";
import { z } from "zod";
import { record } from "../audit/index.ts";
import { type CaseHead, listColleagues } from "../cases/reading/index.ts";
import { ofCase, oneOf, optionalDay, showCase, text } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import { downloadHeaders } from "../files/index.ts";
import { actionRoute, apiRead, apiWrite, type Asking, bytes, EXAMPLE_ID, formRoute, json, page, pageRoute, redirect, type Route, written } from "../http/index.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import { makePdf } from "../pdf/index.ts";
import { firstWords } from "./first-words.ts";
import { gatherStanding } from "./gather-standing.ts";
import { WORDS, type WordsKey } from "./decide-sheet.ts";
import { confirmSheet, findSheets, handOverWithSheet, readSheet, type Sheet, sheetLine } from "./hand-over-case.ts";
import { HandoverPage, SHEET_KINDS, SheetPage } from "./handover.page.tsx";

const KEYS = Object.keys(WORDS) as WordsKey[];
const words = z.object(Object.fromEntries(KEYS.map((key) => [key, text(4000)])) as Record<WordsKey, ReturnType<typeof text>>);
const body = z.object({ kind: oneOf(SHEET_KINDS, "Wählen Sie, was geschieht."), toId: z.uuid("Wählen Sie, an wen."), untilOn: optionalDay() }).extend(words.shape);
const ofSheet = z.object({ id: z.uuid(), sheetId: z.uuid() });
const BASE = "/faelle/:id/uebergabe";

type Body = z.output<typeof body>;
const inputOf = ({ kind, toId, untilOn, ...said }: Body) => ({ kind, toId, untilOn: untilOn ?? null, words: Object.fromEntries(KEYS.map((key) => [key, said[key]])) as Record<WordsKey, string> });
const NOTHING = { values: {}, refusals: [] };

async function colleaguesOf(tx: ReadTx, asking: Asking, head: CaseHead) {
  return (await listColleagues(tx)).filter((c) => c.id !== asking.session.accountId).map((c) => ({ value: c.id, label: `${c.family_name}, ${c.given_name}${c.id === head.leadId ? " (Leitung)" : ""}` }));
}

const give = formRoute({
  path: BASE, allow: "case.hand_over", record: "handover_sheet.written", showRecord: "case.read", about: "Gives a case away, or somebody in for some days, with a sheet of what the next one needs to know.", params: ofCase, body,
  show: async (tx, { params }, asking, form) => {
    const common = await showCase(tx, asking, params.id, form);
    const view = { ...common, colleagues: await colleaguesOf(tx, asking, common.head), standing: await gatherStanding(tx, asking, common.head), words: await firstWords(tx, asking, common.head), sheets: await findSheets(tx, asking, params.id) };
    return page("Übergabe", () => <HandoverPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body: typed }, asking) => {
    await handOverWithSheet(tx, asking, params.id, inputOf(typed));
    return typed.kind === "change" ? redirect("/mein-tag", "Übergeben, mit Blatt.") : redirect(`/faelle/${params.id}/uebergabe`, "Das Blatt ist geschrieben.");
  },
});
const one = pageRoute({
  path: `${BASE}/:sheetId`, allow: "case.read", record: "case.read", about: "A sheet as it was written when the case changed hands.", params: ofSheet,
  handle: async (tx, { params }, asking) => {
    const { head, today, hidden } = await showCase(tx, asking, params.id, NOTHING);
    const view = { head, today, hidden, sheet: await readSheet(tx, asking, params.id, params.sheetId) };
    return page("Übergabeblatt", () => <SheetPage {...view} />, { nav: "cases" });
  },
});
const confirm = actionRoute({
  path: `${BASE}/:sheetId/gelesen`, allow: "case.read", record: "handover_sheet.confirmed", about: "Whoever takes over has read the sheet.", params: ofSheet,
  handle: async (tx, { params }, asking) => {
    await confirmSheet(tx, asking, params.id, params.sheetId);
    return redirect(`/faelle/${params.id}`, "Gelesen.");
  },
});
const later = (make: () => Promise<Uint8Array>): Readable => Readable.from((async function* () { yield Buffer.from(await make()); })(), { objectMode: false });
const paper = pageRoute({
  path: `${BASE}/:sheetId/blatt.pdf`, allow: "case.read", record: "case.printed", about: "The sheet on paper.", params: ofSheet,
  handle: async (tx, { params }, asking) => {
    const sheet = await readSheet(tx, asking, params.id, params.sheetId);
    await record(tx, asking, { action: "case.printed", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "handover_sheet" });
    const data = { title: "Übergabeblatt", reference: `Fall ${sheet.caseNumber}`, lead: `${SHEET_KINDS[sheet.kind]}, ${sheetLine(sheet)}`, parts: partsOf(sheet) };
    return bytes(later(() => makePdf("handover-sheet", data, asking.now)), downloadHeaders("pdf", "Uebergabeblatt.pdf"));
  },
});
const partsOf = (sheet: Sheet) => [
  ...KEYS.filter((key) => (sheet.content.words[key] ?? "") !== "").map((key) => ({ title: WORDS[key], lines: [sheet.content.words[key]!] })),
  ...sheet.content.standing.map((part) => ({ title: `${part.title} (am ${germanDay(sheet.madeOn)})`, lines: part.lines })),
];

const shape = z.object({
  id: z.uuid(), kind: z.enum(["change", "substitution", "return"]), from: z.string(), to: z.string(), untilOn: z.string().nullable(), madeOn: z.string(), readOn: z.string().nullable(),
  words: z.record(z.string(), z.string()), standing: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
});
const EXAMPLE = { id: EXAMPLE_ID, kind: "change" as const, from: "Sabine Kurz", to: "Martin Brandt", untilOn: null, madeOn: "2026-11-22", readOn: null, words: { situation: "Sucht Arbeit in der Pflege." }, standing: [{ title: "Wiedervorlagen", lines: ["03.12.2026: Anrufen"] }] };
const shown = ({ id, kind, from, to, untilOn, madeOn, readOn, content }: Sheet): z.output<typeof shape> => ({ id, kind, from, to, untilOn, madeOn, readOn, words: { ...content.words } as Record<string, string>, standing: content.standing.map((p) => ({ title: p.title, lines: [...p.lines] })) });

const api: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/handover-sheets", allow: "case.read", record: "case.read", about: "Sheets of a case, the latest first.", params: ofCase, answer: z.object({ items: z.array(shape) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      await showCase(tx, asking, params.id, NOTHING);
      return json({ items: (await findSheets(tx, asking, params.id)).map(shown) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/handover-sheets", method: "POST", allow: "case.hand_over", record: "handover_sheet.written", about: "Gives a case away, or somebody in for some days, with a sheet; answers with its id, since whoever gave the case away reads it no more.", params: ofCase, body,
    bodyExample: { kind: "change", toId: EXAMPLE_ID, situation: "Sucht Arbeit in der Pflege." }, answer: z.object({ id: z.uuid() }), example: { id: EXAMPLE_ID },
    handle: async (tx, { params, body: typed }, asking) => written(await handOverWithSheet(tx, asking, params.id, inputOf(typed))),
    show: (_tx, id) => Promise.resolve(json({ id })),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/handover-sheets/:sheetId/reading", method: "POST", allow: "case.read", record: "handover_sheet.confirmed", about: "Whoever takes over has read the sheet.", params: ofSheet, answer: z.object({ id: z.uuid() }), example: { id: EXAMPLE_ID },
    handle: async (tx, { params }, asking) => {
      await confirmSheet(tx, asking, params.id, params.sheetId);
      return written(params.sheetId, { status: 200 });
    },
    show: (_tx, id) => Promise.resolve(json({ id })),
  }),
];

export const handoverRoutes: readonly Route[] = [give, one, confirm, paper, ...api];
