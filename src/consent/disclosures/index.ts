import type { Route } from "../../http/index.ts";
import { disclosurePages } from "./disclosures.routes.tsx";

export const disclosureRoutes: readonly Route[] = [...disclosurePages];
