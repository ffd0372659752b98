import type { Route } from "../http/index.ts";
import { credentialsRoutes } from "./own/credentials.routes.tsx";
import { ownAccountRoutes } from "./own/own-account.routes.tsx";
import { invitationRoutes } from "./sign-in/invitation.routes.tsx";
import { signInRoutes } from "./sign-in/sign-in.routes.tsx";

export const accountsRoutes: readonly Route[] = [...signInRoutes, ...invitationRoutes, ...ownAccountRoutes, ...credentialsRoutes];
