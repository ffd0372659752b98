import type { Route } from "../../http/index.ts";
import { requestsApi } from "./requests.api.ts";
import { requestRoutes as pages } from "./requests.routes.tsx";

export const requestRoutes: readonly Route[] = [...pages, ...requestsApi];
