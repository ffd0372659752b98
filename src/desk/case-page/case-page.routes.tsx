import { z } from "zod";
import { record } from "../../audit/index.ts";
import { isTimelineCursor } from "../../cases/reading/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { CaseOverviewPage } from "./case-overview.page.tsx";
import { readCaseOverview } from "./read-case-overview.ts";

const ofCase = z.object({ id: z.uuid() });

export const casePageRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id",
    allow: "case.read",
    record: "case.read",
    about: "A case: head, what is due, what happened, and a contact ready to type in. For a team lead who has not joined: the head alone.",
    params: ofCase,
    query: z.object({ bereich: z.string().regex(/^[a-z_]{1,40}$/).optional(), weiter: z.string().refine(isTimelineCursor).optional() }),
    handle: async (tx, { params, query }, asking) => {
      const overview = await readCaseOverview(tx, asking, params.id, query.bereich ?? null, query.weiter ?? null);
      const { head } = overview;
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [head.id], caseId: head.id, ...(head.isOpen ? {} : { purpose: "head" }) });
      const view = { overview, today: asking.today, me: asking.session.accountId, lifeArea: query.bereich ?? null, isLater: query.weiter !== undefined, form: () => asking.form() };
      return page(`Fall ${head.number}`, () => <CaseOverviewPage {...view} />, { nav: "cases" });
    },
  }),
];
