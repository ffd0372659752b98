import type { Route } from "../http/index.ts";
import { agreementRoutes } from "./agreements/agreements.routes.tsx";
import { planPageRoutes } from "./plan-pages.routes.tsx";
import { reviewRoutes } from "./reviews/reviews.routes.tsx";
import { templateRoutes } from "./templates/templates.routes.tsx";
import { planVolunteerRoutes } from "./volunteers/volunteers.routes.tsx";

export const planRoutes: readonly Route[] = [...planPageRoutes, ...agreementRoutes, ...reviewRoutes, ...planVolunteerRoutes, ...templateRoutes];
