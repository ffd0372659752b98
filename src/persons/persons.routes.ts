import type { Route } from "../http/index.ts";
import { compareRoutes } from "./compare.routes.tsx";
import { correctRoutes } from "./correct.routes.tsx";
import { duplicatesApiRoutes } from "./duplicates-api.routes.ts";
import { duplicateRoutes } from "./duplicates.routes.ts";
import { listRoutes } from "./list.routes.ts";
import { personsApiRoutes } from "./persons-api.routes.ts";
import { residenceRoutes } from "./residence.routes.tsx";
import { recordRoutes } from "./record.routes.tsx";

export const personsRoutes: readonly Route[] = [...listRoutes, ...recordRoutes, ...correctRoutes, ...residenceRoutes, ...duplicateRoutes, ...compareRoutes, ...personsApiRoutes, ...duplicatesApiRoutes];
