import { z } from "zod";
import { record } from "../audit/index.ts";
import { actionRoute, apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, page, pageRoute, redirect, type Route, written } from "../http/index.ts";
import type { ReadTx } from "../db/index.ts";
import { ComparePage } from "./compare.page.tsx";
import { findSearch, orderComparison, type SearchShown } from "./compare-register.ts";

const allow = "person.merge";
const seen = (tx: ReadTx, asking: Asking, search: SearchShown | null) => record(tx, asking, { action: "duplicate.searched", objectKind: "job", objectIds: search === null ? [] : [search.id], purpose: "head" });

const show = pageRoute({
  path: "/doppelungen/vergleich", allow, record: "duplicate.searched", about: "Where the comparison of the whole register stands.",
  handle: async (tx, _input, asking) => {
    const search = await findSearch(tx);
    await seen(tx, asking, search);
    return page("Bestand vergleichen", () => <ComparePage search={search} form={asking.form()} />, { nav: "duplicates", ...(search?.isRunning === true ? { refreshSeconds: 3 } : {}) });
  },
});
const order = actionRoute({
  path: "/doppelungen/vergleich", allow, record: "duplicate.searched", about: "Compares all records of the room with one another, in the background.",
  handle: async (tx, _input, asking) => {
    await orderComparison(tx, asking);
    return redirect("/doppelungen/vergleich");
  },
});
const progress = pageRoute({
  path: "/doppelungen/vergleich/stand", allow, record: { none: "how far a job is: two numbers" }, about: "How far the comparison is.",
  handle: async (tx) => {
    const search = await findSearch(tx);
    return json({ done: search?.done ?? 0, total: search?.total ?? 0, finished: search?.isRunning !== true, href: "/doppelungen/vergleich" });
  },
});

const SEARCH = z.object({ id: z.uuid().nullable(), state: z.enum(["never", "queued", "running", "done", "failed", "cancelled"]), done: z.number(), found: z.number() });
const example = { id: EXAMPLE_ID, state: "done", done: 1200, found: 14 };
async function shownSearch(tx: ReadTx): Promise<Json> {
  const search = await findSearch(tx);
  // never compared is an answer: "not there" would say that the address is nobody's
  if (search === null) return json({ id: null, state: "never", done: 0, found: 0 });
  return json({ id: search.id, state: search.state, done: search.done, found: search.found });
}
const apiOrder = apiWrite({
  path: "/api/v1/duplicate-search", method: "POST", allow, record: "duplicate.searched", about: "Compare all records of the room with one another, in the background", answer: SEARCH, example: { ...example, state: "queued", done: 0, found: 0 },
  handle: async (tx, _input, asking) => written(await orderComparison(tx, asking), { status: 202 }),
  show: shownSearch,
});
const apiShow = apiRead({
  path: "/api/v1/duplicate-search", allow, record: "duplicate.searched", about: "One's own latest comparison of the register", answer: SEARCH, example,
  handle: async (tx, _input, asking) => {
    const shown = await shownSearch(tx);
    await seen(tx, asking, await findSearch(tx));
    return shown;
  },
});

export const compareRoutes: readonly Route[] = [show, order, progress, apiOrder, apiShow];
