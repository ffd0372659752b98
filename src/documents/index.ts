/** The front door of letters, notices and what a file proves. */
import type { Route } from "../http/index.ts";
import { fileRoutes, filesApi } from "./files/files.routes.tsx";
import { noticeRoutes } from "./notices/notices.routes.tsx";
import { phoneRoutes } from "./photos/phone.routes.tsx";

export const documentsRoutes: readonly Route[] = [...fileRoutes, ...filesApi, ...noticeRoutes, ...phoneRoutes];
export { decideTimeLimit, type NoticeFacts, type TimeLimit } from "./notices/decide-time-limit.ts";
