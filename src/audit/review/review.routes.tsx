import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, page, pageRoute, type Route } from "../../http/index.ts";
import { parseCalendarDay } from "../../kernel/calendar-day.ts";
import { isId } from "../../kernel/id.ts";
import { record } from "../record.ts";
import { administrationRecordRoutes } from "./administration.routes.tsx";
import { recordApi } from "./record.api.ts";
import { RecordPage, type RecordView } from "./record.page.tsx";
import { listRecord, listRecordedAccounts, listRecordedCases, type RecordFilter } from "./review.sql.ts";

const LINES = 50;
const text = z.string().trim().max(200).catch("").default("");
const query = z.object({ konto: text, art: text, von: text, bis: text, fall: text, listen: text, nach: text });
type Query = z.output<typeof query>;

/** What makes no sense in an address filters nothing; the fields show it again as it was typed. */
function filterOf(typed: Query, caseId: string | null): RecordFilter {
  const [at = "", id = ""] = typed.nach.split("~");
  return {
    accountId: isId(typed.konto) ? typed.konto : null,
    thing: /^[a-z_]+$/.test(typed.art) ? typed.art : null,
    from: dayOf(typed.von),
    until: dayOf(typed.bis),
    caseId,
    inLists: typed.listen === "ja",
    after: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && isId(id) ? { at, id } : null,
  };
}

/** `2026-11-22`, as an address holds it, or `22.11.2026`, as people type it. */
function dayOf(typed: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  return parseCalendarDay(german === null ? typed : `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}`);
}

async function loadView(tx: ReadTx, typed: Query, asking: Asking): Promise<RecordView> {
  const wanted = typed.fall === "" ? [] : await listRecordedCases(tx, [], typed.fall);
  const unknownCase = typed.fall !== "" && wanted.length === 0;
  const [accounts, found] = await Promise.all([listRecordedAccounts(tx), unknownCase ? [] : listRecord(tx, filterOf(typed, wanted[0]?.id ?? null), LINES + 1)]);
  const lines = found.slice(0, LINES);
  const cases = await listRecordedCases(tx, [...new Set(lines.flatMap((line) => (line.case_id === null ? [] : [line.case_id])))], null);
  const numbers = new Map(cases.map((row) => [row.id, row.number]));
  const words = new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeStyle: "medium", timeZone: asking.app.config.timeZone });
  const last = lines.at(-1);
  return {
    lines,
    whenOf: (line) => words.format(new Date(line.at)),
    caseOf: (line) => (line.case_id === null ? "" : (numbers.get(line.case_id) ?? "")),
    accounts, typed, unknownCase,
    ...(found.length > LINES && last !== undefined ? { nextHref: `/protokoll?${new URLSearchParams({ ...typed, nach: `${last.at}~${last.id}` }).toString()}` } : {}),
  };
}

const recordRoute = pageRoute({
  path: "/protokoll",
  allow: "record.review",
  record: "record.read",
  about: "The access record of the rooms that a data protection officer watches over.",
  query,
  handle: async (tx, { query: typed }, asking) => {
    const view = await loadView(tx, typed, asking);
    await record(tx, asking, { action: "record.read", objectKind: "access_record", objectIds: view.lines.map((line) => line.id) });
    return page("Protokoll", () => <RecordPage {...view} />, { nav: "record" });
  },
});

export const auditRoutes: readonly Route[] = [recordRoute, recordApi, ...administrationRecordRoutes];
