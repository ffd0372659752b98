import type { Route } from "../http/index.ts";
import { aboutRoutes } from "./about/about.routes.tsx";
import { caseApiRoutes } from "./api/case-api.routes.ts";
import { deskApiRoutes } from "./api/desk-api.routes.ts";
import { caseListRoutes } from "./case-list/case-list.routes.tsx";
import { casePageRoutes } from "./case-page/case-page.routes.tsx";
import { casePartRoutes } from "./case-page/case-parts.routes.tsx";
import { conversationRoutes } from "./conversation/conversation.routes.tsx";
import { loadRoutes } from "./load/load.routes.tsx";
import { myDayRoutes } from "./my-day/my-day.routes.tsx";
import { savedViewRoutes } from "./saved-views/saved-views.routes.tsx";
import { searchRoutes } from "./search/search.routes.tsx";

export { readNavigation } from "./navigation/read-navigation.ts";

export const deskRoutes: readonly Route[] = [
  ...myDayRoutes,
  ...caseListRoutes,
  ...savedViewRoutes,
  ...casePageRoutes,
  ...casePartRoutes,
  ...conversationRoutes,
  ...loadRoutes,
  ...searchRoutes,
  ...aboutRoutes,
  ...caseApiRoutes,
  ...deskApiRoutes,
];
