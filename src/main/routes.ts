import type { Route } from "../http/index.ts";

/** Every route of the product. What does not stand here is not served. */
export const routes: readonly Route[] = [];
