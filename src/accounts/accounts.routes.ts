import type { Route } from "../http/index.ts";
import { staffAccountRoutes } from "./administration/accounts.routes.tsx";
import { confirmationRoutes } from "./administration/confirmations.routes.tsx";
import { officeRoutes } from "./administration/offices.routes.tsx";
import { settingsRoutes } from "./administration/settings.routes.tsx";
import { apiRoutes } from "./api.routes.ts";
import { credentialsRoutes } from "./own/credentials.routes.tsx";
import { ownAccountRoutes } from "./own/own-account.routes.tsx";
import { invitationRoutes } from "./sign-in/invitation.routes.tsx";
import { signInRoutes } from "./sign-in/sign-in.routes.tsx";

export const accountsRoutes: readonly Route[] = [
  ...signInRoutes,
  ...invitationRoutes,
  ...ownAccountRoutes,
  ...credentialsRoutes,
  ...settingsRoutes,
  ...officeRoutes,
  ...staffAccountRoutes,
  ...confirmationRoutes,
  ...apiRoutes,
];
