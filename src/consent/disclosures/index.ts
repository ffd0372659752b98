import type { Route } from "../../http/index.ts";
import { disclosurePages } from "./disclosures.routes.tsx";
import { disclosuresApi } from "./disclosures.api.ts";
import { paperRoutes } from "./paper.routes.ts";

export const disclosureRoutes: readonly Route[] = [...disclosurePages, ...paperRoutes, ...disclosuresApi];
