import type { Route } from "../../http/index.ts";
import { inboxApi } from "./inbox.api.ts";
import { inboxRoutes as pages } from "./inbox.routes.tsx";

export { deliverWhatWaits, tellOfChanges } from "./deliver.ts";
export const inboxRoutes: readonly Route[] = [...pages, ...inboxApi];
