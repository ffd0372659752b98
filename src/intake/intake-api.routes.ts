import type { Route } from "../http/index.ts";
export const intakeApiRoutes: readonly Route[] = [];
