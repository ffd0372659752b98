import type { Route } from "../http/index.ts";
import { staffAccountRoutes } from "./administration/accounts.routes.tsx";
import { confirmationRoutes } from "./administration/confirmations.routes.tsx";
import { officeRoutes } from "./administration/offices.routes.tsx";
import { settingsRoutes } from "./administration/settings.routes.tsx";
import { intakeRightRoutes } from "./administration/intake-right.routes.tsx";
import { linksApi } from "./administration/links.api.ts";
import { listsApi } from "./administration/lists.api.ts";
import { apiRoutes } from "./api.routes.ts";
import { credentialsRoutes } from "./own/credentials.routes.tsx";
import { ownApi } from "./own/own.api.ts";
import { ownAccountRoutes } from "./own/own-account.routes.tsx";
import { invitationRoutes } from "./sign-in/invitation.routes.tsx";
import { signInApi } from "./sign-in/sign-in.api.ts";
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
  ...signInApi,
  ...ownApi,
  ...linksApi,
  ...listsApi,
  ...intakeRightRoutes,
];
