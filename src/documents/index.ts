/** The front door of letters, notices and what a file proves. */
import type { Route } from "../http/index.ts";
import { fileRoutes, filesApi } from "./files/files.routes.tsx";
import { lettersApi } from "./letters/letters.api.ts";
import { letterRoutes } from "./letters/letters.routes.tsx";
import { noticesApi } from "./notices/notices.api.ts";
import { noticeRoutes } from "./notices/notices.routes.tsx";
import { phoneRoutes } from "./photos/phone.routes.tsx";
import { templateRoutes } from "./templates/templates.routes.tsx";
import { wordPaperRoutes } from "./word-papers/word-papers.routes.tsx";

export const documentsRoutes: readonly Route[] = [...fileRoutes, ...filesApi, ...noticeRoutes, ...noticesApi, ...phoneRoutes, ...letterRoutes, ...lettersApi, ...templateRoutes, ...wordPaperRoutes];
export { decideTimeLimit, type NoticeFacts, type TimeLimit } from "./notices/decide-time-limit.ts";
export { STARTER_TEXTS } from "./templates/starter-texts.data.ts";
export { starterPaper } from "./word-papers/starter-paper.ts";
export { readLetters, type ShownLetter } from "./letters/read-letters.ts";
export { readNotices, type ShownNotice } from "./notices/read-notices.ts";
