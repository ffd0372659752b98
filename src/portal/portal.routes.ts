import { personRoutes } from "./person/person.routes.tsx";
import { sayFactRoutes } from "./person/say-fact.routes.tsx";
import { withdrawRoutes } from "./person/withdraw.routes.tsx";
import type { PortalRoute } from "./process/portal-route.ts";
import { passkeyRoutes } from "./sign-in/passkeys.routes.tsx";
import { signInRoutes } from "./sign-in/sign-in.routes.tsx";

/** Every address of the person's own page. */
export const portalRoutes: readonly PortalRoute[] = [...signInRoutes, ...passkeyRoutes, ...personRoutes, ...sayFactRoutes, ...withdrawRoutes];
