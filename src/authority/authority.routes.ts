import type { Route } from "../http/index.ts";
import { appointmentRoutes } from "./appointments/appointments.routes.tsx";
import { checkRoutes } from "./completeness/check.routes.tsx";
import { officeDayRoutes } from "./day/office-day.routes.tsx";
import { officeDisclosureRoutes } from "./disclosures/office-disclosures.routes.tsx";
import { officeFactRoutes } from "./facts/office-facts.routes.tsx";
import { officeFileRoutes } from "./file/office-file.routes.tsx";
import { officeFollowUpRoutes } from "./follow-ups/office-follow-ups.routes.tsx";
import { officeListRoutes } from "./list/office-list.routes.tsx";
import { paperRoutes } from "./papers/papers.routes.tsx";

export const authorityRoutes: readonly Route[] = [...officeDayRoutes, ...officeListRoutes, ...officeFileRoutes, ...officeFactRoutes, ...officeFollowUpRoutes, ...paperRoutes, ...checkRoutes, ...appointmentRoutes, ...officeDisclosureRoutes];
