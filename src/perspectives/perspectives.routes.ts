import type { Route } from "../http/index.ts";
import { quickCheckRoutes } from "./quick-check/quick-check.routes.tsx";
import { deadlineApi } from "./deadlines/deadlines.api.ts";
import { deadlineRoutes } from "./deadlines/deadlines.routes.tsx";
import { outlookApi } from "./outlook/outlook.api.ts";
import { outlookRoutes } from "./outlook/outlook.routes.tsx";
import { sheetRoutes } from "./outlook/sheet.routes.ts";
import { whatIfRoutes } from "./outlook/what-if.routes.tsx";
import { factsApi } from "./facts/facts.api.ts";
import { factRoutes } from "./facts/facts.routes.tsx";
import { evaluationApi } from "./evaluation/evaluation.api.ts";
import { lawRoutes } from "./law/law.routes.tsx";
import { switchRoutes } from "./switches/switches.routes.tsx";

export const perspectivesRoutes: readonly Route[] = [...factRoutes, ...factsApi, ...outlookRoutes, ...outlookApi, ...whatIfRoutes, ...sheetRoutes, ...deadlineRoutes, ...deadlineApi, ...switchRoutes, ...evaluationApi, ...quickCheckRoutes, ...lawRoutes];
