import type { Route } from "../http/index.ts";
import { accessApi } from "./staff/access.api.ts";
import { areasRoutes } from "./staff/areas/areas.routes.tsx";
import { freezeRoutes } from "./staff/freeze/freeze.routes.tsx";
import { holdsApi } from "./staff/holds/holds.api.ts";
import { holdRoutes } from "./staff/holds/holds.routes.tsx";
import { newsRoutes } from "./staff/news/news.routes.ts";
import { previewRoutes } from "./staff/preview/preview.routes.tsx";
import { portalStaffApi } from "./staff/staff.api.ts";
import { portalStaffPages } from "./staff/staff.routes.tsx";
import { takeFactRoutes } from "./staff/take-fact.routes.ts";

/** The staff's side; the person's own page is a server of its own (`buildPortalServer`). */
export const portalStaffRoutes: readonly Route[] = [...portalStaffPages, ...takeFactRoutes, ...previewRoutes, ...freezeRoutes, ...holdRoutes, ...areasRoutes, ...newsRoutes, ...accessApi, ...holdsApi, ...portalStaffApi];
export { portalRoutes } from "./portal.routes.ts";
export { buildPortalServer } from "./process/server.ts";
export { leaveConnection, openPortalApp, openPortalVault, type PortalApp } from "./process/portal-app.ts";
export { lendToPortal, settlePortalKeys, takeBackFromPortal } from "./portal-keys.ts";
export { portalJobs } from "./staff/settle-withdrawals.job.ts";
export { cardHash, groupsOf, readCard } from "./sign-in/card.ts";
