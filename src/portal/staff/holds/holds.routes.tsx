import { z } from "zod";
import { list, ofCase, text } from "../../../cases/working/index.ts";
import { actionRoute, formRoute, page, redirect, type Route } from "../../../http/index.ts";
import { portalPath } from "../portal-path.ts";
import { holdThings, showAgain } from "./hold-things.ts";
import { HoldsPage } from "./holds.page.tsx";
import { getHold } from "./holds.sql.ts";
import { readHoldsPage } from "./read-holds.ts";

const BASE = "/faelle/:id/portal";
const pageOf = (caseId: string, personId: string | undefined): string => `${portalPath(caseId)}/zurueckhalten${personId === undefined ? "" : `?person=${personId}`}`;

export const holdRoutes: readonly Route[] = [
  formRoute({
    path: `${BASE}/zurueckhalten`, allow: "portal.manage", record: "portal_hold.set", showRecord: "case.read", about: "All that stands on a person's page; holds items off it, with a reason.", params: ofCase,
    query: z.object({ person: z.uuid().optional() }).catch({}), body: z.object({ thing: list(300), reason: text(1000) }),
    show: async (tx, { params, query }, asking, form) => {
      const view = await readHoldsPage(tx, asking, params.id, query.person, form);
      return page("Zurückhalten", () => <HoldsPage view={view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await holdThings(tx, asking, params.id, body.thing, body.reason);
      return redirect(pageOf(params.id, body.thing[0]?.split(":")[1]), "Steht nicht mehr auf der Seite der Person.");
    },
  }),
  actionRoute({
    path: `${BASE}/zurueckgehalten/:holdId/zeigen`, allow: "portal.manage", record: "portal_hold.ended", about: "Shows an item on the person's page again.", params: z.object({ id: z.uuid(), holdId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      const { person_id: personId } = await getHold(tx, params.holdId);
      await showAgain(tx, asking, params.id, params.holdId);
      return redirect(pageOf(params.id, personId), "Steht wieder auf der Seite der Person.");
    },
  }),
];
