/** What other capabilities may use of consents, shares and disclosures. */
import type { Route } from "../http/index.ts";
import { partnerRoutes } from "./shares/partner.routes.tsx";
import { shareRoutes } from "./shares/shares.routes.tsx";

export const consentRoutes: readonly Route[] = [...shareRoutes, ...partnerRoutes];
