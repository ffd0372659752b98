import { accountsRoutes } from "../accounts/index.ts";
import { appointmentRoutes } from "../appointments/index.ts";
import { assessmentRoutes } from "../assessment/index.ts";
import { auditRoutes } from "../audit/index.ts";
import { authorityRoutes } from "../authority/index.ts";
import { caseRoutes } from "../cases/index.ts";
import { conferenceRoutes } from "../conferences/index.ts";
import { consentRoutes } from "../consent/index.ts";
import { deskRoutes } from "../desk/index.ts";
import { documentsRoutes } from "../documents/index.ts";
import type { Route } from "../http/index.ts";
import { intakeRoutes } from "../intake/index.ts";
import { perspectivesRoutes } from "../perspectives/index.ts";
import { planRoutes } from "../plan/index.ts";
import { handoverRoutes } from "../handover/index.ts";
import { healthRoute, version } from "./health.ts";
import { personsRoutes } from "../persons/index.ts";
import { portalStaffRoutes } from "../portal/index.ts";
import { retentionRoutes } from "../retention/index.ts";
import { homeRoute } from "./home.tsx";
import { openApiRoute } from "./openapi-route.ts";

/** Every route of the product. What does not stand here is not served. */
export const routes: readonly Route[] = [...accountsRoutes, ...auditRoutes, ...personsRoutes, ...caseRoutes, ...consentRoutes, ...intakeRoutes, ...perspectivesRoutes, ...assessmentRoutes, ...planRoutes, ...appointmentRoutes, ...conferenceRoutes, ...documentsRoutes, ...authorityRoutes, ...deskRoutes, ...portalStaffRoutes, ...handoverRoutes, ...retentionRoutes, homeRoute, healthRoute, openApiRoute(() => routes, version)];
