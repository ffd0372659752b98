import { z } from "zod";
import { record } from "../../audit/index.ts";
import { listLifeAreas, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, formRoute, json, page, pageRoute, redirect, type Route, written } from "../../http/index.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import { isId } from "../../kernel/id.ts";
import { beginContentCheck, readCheckedCase } from "./check-contents.ts";
import { BeginCheckPage, CheckedCasePage, OVERSIGHT_PARTS, type OversightLines, type OversightPart, OversightPage } from "./oversight.page.tsx";
import { type After, findCaseToCheck, listCheckLines, listConsentLines, listDisclosureLines, listShareLines } from "./oversight.sql.ts";

const LINES = 50;
const word = z.string().trim().max(60).catch("").default("");
const query = z.object({ art: z.enum(Object.keys(OVERSIGHT_PARTS) as [OversightPart, ...OversightPart[]]).catch("einwilligungen").default("einwilligungen"), fall: word, nach: z.string().max(120).catch("").default("") });

/** What makes no sense in an address begins at the beginning. */
function afterOf(typed: string): After | null {
  const [at = "", id = ""] = typed.split("~");
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && isId(id) ? { at, id } : null;
}

async function linesOf(tx: ReadTx, part: OversightPart, caseId: string | null, after: After | null): Promise<OversightLines> {
  const asked = [tx, caseId, after, LINES + 1] as const;
  switch (part) {
    case "einwilligungen": return { part, rows: await listConsentLines(...asked) };
    case "freigaben": return { part, rows: await listShareLines(...asked) };
    case "uebermittlungen": return { part, rows: await listDisclosureLines(...asked) };
    case "pruefungen": return { part, rows: await listCheckLines(...asked) };
  }
}

async function read(tx: ReadTx, typed: z.output<typeof query>) {
  const wanted = typed.fall === "" ? undefined : await findCaseToCheck(tx, typed.fall);
  const unknownCase = typed.fall !== "" && wanted === undefined;
  const found: OversightLines = unknownCase ? { part: typed.art, rows: [] } : await linesOf(tx, typed.art, wanted?.case_id ?? null, afterOf(typed.nach));
  const lines = { part: found.part, rows: found.rows.slice(0, LINES) } as OversightLines;
  const last = lines.rows.at(-1);
  const next = found.rows.length > LINES && last !== undefined ? `${last.at}~${last.id}` : null;
  return { lines, unknownCase, next };
}

const overview = pageRoute({
  path: "/datenschutz/weitergaben",
  allow: "sharing.review",
  record: "sharing.reviewed",
  about: "Metadata of consents, shares, disclosures and checks of a controller's rooms.",
  query,
  handle: async (tx, input, asking) => {
    const { lines, unknownCase, next } = await read(tx, input.query);
    await record(tx, asking, { action: "sharing.reviewed", objectKind: lines.part, objectIds: lines.rows.map((r) => r.id) });
    const areas = new Map((await listLifeAreas(tx)).map((a) => [a.key, a.label]));
    const zone = asking.app.config.timeZone;
    const view = {
      lines, areas, unknownCase, caseNumber: input.query.fall, instant: (at: Date | string) => germanInstant(new Date(at), zone),
      ...(next === null ? {} : { nextHref: `/datenschutz/weitergaben?${new URLSearchParams({ art: lines.part, fall: input.query.fall, nach: next }).toString()}` }),
    };
    return page("Weitergaben", () => <OversightPage {...view} />, { nav: "sharing" });
  },
});

const checkBody = z.object({ caseNumber: text(20), reason: text(2000), minutes: z.coerce.number("Wählen Sie die Dauer.").int("Wählen Sie die Dauer.").default(30) });
const begin = formRoute({
  path: "/datenschutz/pruefung",
  allow: "content.check",
  record: "content_check.begun",
  showRecord: { none: "an empty form" },
  about: "Opens a file to the data protection officer, to read, for an hour at most, with a reason that its team sees.",
  query: z.object({ fall: word }),
  body: checkBody,
  show: (_tx, input, asking, form) => Promise.resolve(page("Inhalt prüfen", () => <BeginCheckPage form={form} hidden={asking.form()} caseNumber={input.query.fall} />, { nav: "sharing" })),
  submit: async (tx, input, asking) => redirect(`/datenschutz/pruefung/${await beginContentCheck(tx, asking, input.body)}`, "Geöffnet. Das Team des Falls sieht Ihre Prüfung."),
});
const ofCheck = z.object({ caseId: z.uuid() });
const checked = pageRoute({
  path: "/datenschutz/pruefung/:caseId",
  allow: "content.check",
  record: "content_check.read",
  about: "A file that is being checked.",
  params: ofCheck,
  handle: async (tx, input, asking) => {
    const file = await readCheckedCase(tx, asking, input.params.caseId);
    const until = new Intl.DateTimeFormat("de-DE", { timeStyle: "short", timeZone: asking.app.config.timeZone }).format(new Date(file.endsAt));
    return page("Prüfung", () => <CheckedCasePage file={file} until={until} />, { nav: "sharing" });
  },
});

const checkedAnswer = z.object({
  id: z.uuid(), number: z.string(), phase: z.string(), openedOn: z.string(), endsAt: z.string(), names: z.array(z.object({ isMain: z.boolean(), name: z.string() })),
  entries: z.array(z.object({ type: z.string(), id: z.uuid(), detail: z.string(), onDay: z.string(), lifeAreas: z.array(z.string()), isEntrusted: z.boolean(), text: z.string() })),
});
const checkedExample = {
  id: EXAMPLE_ID, number: "2026-0417", phase: "clearing", openedOn: "2026-10-01", endsAt: "2026-11-22T15:00:00.000Z", names: [{ isMain: true, name: "Grace Okafor" }],
  entries: [{ type: "contact", id: EXAMPLE_ID, detail: "talk", onDay: "2026-11-20", lifeAreas: ["arbeit"], isEntrusted: false, text: "Erstgespräch" }],
};
const api: Route[] = [
  apiRead({
    path: "/api/v1/sharing", allow: "sharing.review", record: "sharing.reviewed", about: "Metadata of consents, shares, disclosures or checks (`art`), newest first; `nach` is the cursor of the answer before.", query,
    answer: z.object({ part: z.string(), items: z.array(z.looseObject({ id: z.uuid(), case_number: z.string() })), next: z.string().nullable() }),
    example: { part: "einwilligungen", items: [{ id: EXAMPLE_ID, at: "2026-11-22T09:00:00.000000Z", case_id: EXAMPLE_ID, case_number: "2026-0417", recipient: "Jobcenter", state: "in_force" }], next: null },
    handle: async (tx, input, asking) => {
      const { lines, next } = await read(tx, input.query);
      await record(tx, asking, { action: "sharing.reviewed", objectKind: lines.part, objectIds: lines.rows.map((r) => r.id) });
      return json({ part: lines.part, items: lines.rows, next });
    },
  }),
  apiWrite({
    path: "/api/v1/content-checks", method: "POST", allow: "content.check", record: "content_check.begun", about: "Opens a file for a check; the id is the case's.", body: checkBody, bodyExample: { caseNumber: "2026-0417", reason: "Beschwerde der Person vom 20. November", minutes: 30 },
    answer: checkedAnswer, example: checkedExample,
    handle: async (tx, input, asking) => written(await beginContentCheck(tx, asking, input.body)),
    show: async (tx, id, asking) => json(await readCheckedCase(tx, asking, id)),
  }),
  apiRead({
    path: "/api/v1/content-checks/:caseId", allow: "content.check", record: "content_check.read", about: "A file that is being checked.", params: ofCheck, answer: checkedAnswer, example: checkedExample,
    handle: async (tx, input, asking) => json(await readCheckedCase(tx, asking, input.params.caseId)),
  }),
];
export const oversightRoutes: readonly Route[] = [overview, begin, checked, ...api];
