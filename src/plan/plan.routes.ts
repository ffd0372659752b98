import type { Route } from "../http/index.ts";
import { agreementRoutes } from "./agreements/agreements.routes.tsx";
import { planPageRoutes } from "./plan-pages.routes.tsx";
import { planApiRoutes } from "./plan.api.ts";
import { reviewsApi } from "./reviews/reviews.api.ts";
import { reviewRoutes } from "./reviews/reviews.routes.tsx";
import { templatesApi } from "./templates/templates.api.ts";
import { templateRoutes } from "./templates/templates.routes.tsx";
import { planVolunteerRoutes } from "./volunteers/volunteers.routes.tsx";

export const planRoutes: readonly Route[] = [...planPageRoutes, ...agreementRoutes, ...reviewRoutes, ...templateRoutes, ...planVolunteerRoutes, ...planApiRoutes, ...reviewsApi, ...templatesApi];
