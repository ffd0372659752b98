import type { Route } from "../http/index.ts";
import { quickCheckRoutes } from "./quick-check/quick-check.routes.tsx";
import { evaluationApi } from "./evaluation/evaluation.api.ts";

export const perspectivesRoutes: readonly Route[] = [...evaluationApi, ...quickCheckRoutes];
