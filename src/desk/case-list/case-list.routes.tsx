import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { listColleagues as listAssignable, MOST_AT_ONCE, ReassignPage } from "../../cases/index.ts";
import { type CaseLine, listColleagues, type ListKey, readCaseCount, readCasePage } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, bytes, page, pageRoute, type Route } from "../../http/index.ts";
import { CaseListPage } from "./case-list.page.tsx";
import { caseListCsv, moreCaseListCsv } from "./case-list.csv.ts";
import { listViews } from "../saved-views/saved-views.sql.ts";
import { columnsOf, filterOf, LIST_SIZE, listAddress, listQuery, queryOf, parseCursor, sortOf } from "./list-address.ts";

/** Of a list that is downloaded, so many rows are read, recorded and sent at a time. */
const EXPORTED_AT_ONCE = 1000;

const NOTHING_TYPED = { values: {}, refusals: [] };

export const caseListRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle",
    allow: "case.read",
    record: "cases.listed",
    about: "The cases of a case manager, or the heads of all cases of the room for its team lead.",
    query: listQuery,
    handle: async (tx, input, asking) => {
      const { session, today } = asking;
      const saved = listViews(tx, session.tenantId);
      // only the bare address waits for them: it is the first view that answers it
      const [first] = input.query.isBare ? await saved : [];
      const query = first === undefined ? input.query : queryOf(first.query);
      const filter = filterOf(query, { me: session.accountId, today });
      const backwards = query.vor !== undefined;
      const [shown, count, colleagues, views] = await Promise.all([
        readCasePage(tx, asking, { filter, ...sortOf(query), from: parseCursor(query.vor ?? query.nach), backwards, most: LIST_SIZE }),
        readCaseCount(tx, asking, filter),
        listColleagues(tx),
        saved,
      ]);
      await record(tx, asking, { action: "cases.listed", objectKind: "case", objectIds: shown.lines.map((line) => line.id) });
      const view = { query, page: shown, count, colleagues, today, me: session.accountId, mayAssign: mayUse(session, "case.assign"), mayOpen: mayUse(session, "case.open"), roomName: session.roomName ?? "", views, form: asking.form() };
      return page("Fälle", () => <CaseListPage {...view} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: "/faelle/treffer-zuweisen",
    allow: "case.assign",
    record: "cases.listed",
    about: "All cases that a filter of the list finds, up to 300, to be given to one lead after a look.",
    query: listQuery,
    handle: async (tx, { query }, asking) => {
      const filter = filterOf(query, { me: asking.session.accountId, today: asking.today });
      const { lines, next } = await readCasePage(tx, asking, { filter, ...sortOf(query), from: null, backwards: false, most: MOST_AT_ONCE });
      await record(tx, asking, { action: "cases.listed", objectKind: "case", objectIds: lines.map((line) => line.id) });
      const heads = lines.map((line) => ({ id: line.id, number: line.number, main_name: line.name, lead: line.leadName }));
      const colleagues = await listAssignable(tx);
      return page("Fälle zuweisen", () => <ReassignPage form={NOTHING_TYPED} hidden={asking.form()} heads={heads} colleagues={colleagues} back={listAddress(query)} hasMore={next !== null} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: "/faelle/liste.csv",
    allow: "case.read",
    record: "cases.exported",
    about: "What the list shows under the same filter, whole, as CSV for a German Excel.",
    query: listQuery,
    handle: async (tx, { query }, asking) => {
      const columns = columnsOf(query);
      let from: ListKey | null = null;
      const nextLines = async (reading: ReadTx, again: Asking): Promise<readonly CaseLine[]> => {
        // the filter stays that of the day on which the download began
        const filter = filterOf(query, { me: again.session.accountId, today: asking.today });
        const { lines, next } = await readCasePage(reading, again, { filter, ...sortOf(query), from, backwards: false, most: EXPORTED_AT_ONCE });
        from = next;
        await record(reading, again, { action: "cases.exported", objectKind: "case", objectIds: lines.map((line) => line.id) });
        return lines;
      };
      const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="faelle-${asking.today}.csv"`, "x-content-type-options": "nosniff" };
      const first = caseListCsv(await nextLines(tx, asking), columns);
      return bytes(first, headers, async (reading, again) => (from === null ? null : moreCaseListCsv(await nextLines(reading, again), columns)));
    },
  }),
];
