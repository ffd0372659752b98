import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { getCaseFile } from "../../../cases/working/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import { type Asking, type Bytes, bytes, pageRoute, type Route } from "../../../http/index.ts";
import { NotFound } from "../../../kernel/errors.ts";
import { renderPortalPage } from "../../pages/index.ts";
import { PORTAL_LANGUAGES, type PortalLanguage } from "../../views.ts";
import { portalPath } from "../portal-path.ts";
import { getAccess } from "../staff.sql.ts";
import { PREVIEWED, PreviewPage } from "./preview.page.tsx";
import { lookAs, previewPage, type Previewed } from "./read-preview.ts";

const query = z.object({ sprache: z.enum(PORTAL_LANGUAGES).optional() }).catch({});
const CLOSED: Readonly<Record<string, string>> = {
  frozen: "Der Zugang ist gesperrt: Zurzeit sieht die Person nichts davon.",
  expired: "Der Zugang ist abgelaufen: Zurzeit sieht die Person nichts davon.",
  invited: "Die Person hat sich noch nicht angemeldet.",
};

async function preview(tx: ReadTx, asking: Asking, caseId: string, accessId: string, address: Previewed, chosen: PortalLanguage | null): Promise<Bytes> {
  await getCaseFile(tx, caseId);
  const { state, person_id } = await getAccess(tx, caseId, accessId);
  const reading = await lookAs(tx, asking, caseId, accessId, address, chosen);
  const page = await previewPage(tx, reading, address);
  await record(tx, asking, { action: "portal_preview.read", objectKind: "person", objectIds: [person_id], caseId });
  const base = `${portalPath(caseId)}/vorschau/${accessId}`;
  const frame = { back: portalPath(caseId), base, address, language: reading.frame.language, chosen, closed: CLOSED[state] ?? null };
  return bytes(renderPortalPage(PreviewPage({ frame, page })), { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
}

const ofAccess = z.object({ id: z.uuid(), accessId: z.uuid() });
const about = "The person's own page as the person sees it, for the team of the case; nothing on it acts.";
export const previewRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/portal/vorschau/:accessId", allow: "portal.read", record: "portal_preview.read", about, params: ofAccess, query,
    handle: (tx, { params, query: { sprache } }, asking) => preview(tx, asking, params.id, params.accessId, "/", sprache ?? null),
  }),
  pageRoute({
    path: "/faelle/:id/portal/vorschau/:accessId/:page", allow: "portal.read", record: "portal_preview.read", about, params: ofAccess.extend({ page: z.string().max(30) }), query,
    handle: (tx, { params, query: { sprache } }, asking) => {
      const address = PREVIEWED.find((known) => known === `/${params.page}`);
      if (address === undefined) throw new NotFound();
      return preview(tx, asking, params.id, params.accessId, address, sprache ?? null);
    },
  }),
];
