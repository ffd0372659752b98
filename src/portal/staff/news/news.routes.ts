import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { getCaseFile } from "../../../cases/working/index.ts";
import type { WriteTx } from "../../../db/index.ts";
import { actionRoute, type Asking, redirect, type Route } from "../../../http/index.ts";
import { NotFound, Refused } from "../../../kernel/errors.ts";
import { portalPath } from "../portal-path.ts";
import { listNews, setTellsNews } from "./news.sql.ts";

/** On only where a mail could go out at all, so that nobody relies on what never comes. */
export async function tellNews(tx: WriteTx, asking: Asking, caseId: string, accessId: string, isOn: boolean): Promise<void> {
  await getCaseFile(tx, caseId);
  const access = (await listNews(tx, caseId)).find((a) => a.access_id === accessId);
  if (access === undefined) throw new NotFound();
  if (isOn && !access.has_safe_mail) throw new Refused([{ code: "no-safe-mail", sentence: "Bei der Person ist keine Mailadresse als sicher vermerkt." }]);
  if ((await setTellsNews(tx, caseId, accessId, isOn)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "portal_access.changed", objectKind: "portal_access", objectIds: [accessId], caseId, purpose: isOn ? "news_on" : "news_off" });
}

export const newsRoutes: readonly Route[] = (["an", "aus"] as const).map((to) => actionRoute({
  path: `/faelle/:id/portal/:accessId/mails/${to}`, allow: "portal.manage", record: "portal_access.changed", about: `Says by mail ${to === "an" ? "from now on" : "no more"} that there is something new on the own page.`,
  params: z.object({ id: z.uuid(), accessId: z.uuid() }),
  handle: async (tx, { params }, asking) => {
    await tellNews(tx, asking, params.id, params.accessId, to === "an");
    return redirect(portalPath(params.id), to === "an" ? "Neues wird per Mail angekündigt." : "Neues wird nicht mehr angekündigt.");
  },
}));
