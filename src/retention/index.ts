import type { Route } from "../http/index.ts";
import { offerListRoutes } from "./archive/offer-list.routes.ts";
import { packageApi } from "./archive/packages.api.ts";
import { packageRoutes } from "./archive/packages.routes.tsx";
import { retentionApi } from "./files/retention.api.ts";
import { retentionPages } from "./files/retention.routes.tsx";
import { subjectAccessApi } from "./subject-access/subject-access.api.ts";
import { subjectAccessPages } from "./subject-access/subject-access.routes.tsx";

/** What others may use of retention: the night, the purge at the start, and its pages. */
export { compactAfterErasure } from "./erasure/compact.ts";
export { eraseTonight } from "./erasure/erase-tonight.ts";
export { purgeRestored } from "./erasure/purge-restored.ts";
export const retentionRoutes: readonly Route[] = [...retentionPages, ...retentionApi, ...subjectAccessPages, ...subjectAccessApi, ...offerListRoutes, ...packageRoutes, ...packageApi];
