/** A case changes hands, ends, and is taken up again. */
export { readDaySheets, type Sheet } from "./hand-over-case.ts";
export { SheetsOfDay } from "./handover.page.tsx";
export { type Part as MovePart, PARTS as MOVE_PARTS } from "./move/move-words.ts";
export { movePackageSchema } from "./move/package-format.ts";
export { type LetterContent, closingLetter } from "./closing/closing-letter.ts";
import type { Route } from "../http/index.ts";
import { closingApi } from "./closing/closing.api.ts";
import { closingPageRoutes } from "./closing/closing.routes.tsx";
import { handoverRoutes as sheetRoutes } from "./handover.routes.tsx";
import { movesApi } from "./move/moves.api.ts";
import { moveRoutes } from "./move/move.routes.tsx";
import { takeInRoutes } from "./move/take-in/take-in.routes.tsx";
import { reopeningRoutes } from "./reopening/reopening.routes.tsx";

export const handoverRoutes: readonly Route[] = [...sheetRoutes, ...closingPageRoutes, ...closingApi, ...reopeningRoutes, ...moveRoutes, ...movesApi, ...takeInRoutes];
