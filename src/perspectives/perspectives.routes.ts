import type { Route } from "../http/index.ts";
import { evaluationApi } from "./evaluation/evaluation.api.ts";

export const perspectivesRoutes: readonly Route[] = [...evaluationApi];
