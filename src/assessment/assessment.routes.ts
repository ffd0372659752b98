import type { Route } from "../http/index.ts";
import { assessmentsApi } from "./api/assessments.api.ts";
import { networkApi } from "./api/network.api.ts";
import { qualificationsApi } from "./api/qualifications.api.ts";
import { networkRoutes } from "./network/network.routes.tsx";
import { profileRoutes } from "./profile/assessment.routes.tsx";
import { qualificationRoutes } from "./qualifications/qualifications.routes.tsx";
import { scaleRoutes } from "./scale/scales.routes.tsx";

export const assessmentRoutes: readonly Route[] = [...profileRoutes, ...qualificationRoutes, ...networkRoutes, ...scaleRoutes, ...assessmentsApi, ...qualificationsApi, ...networkApi];
