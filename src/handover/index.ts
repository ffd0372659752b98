/** A case changes hands, ends, and is taken up again. */
export { readDaySheets, type Sheet } from "./hand-over-case.ts";
export { SheetsOfDay } from "./handover.page.tsx";
export { type LetterContent, closingLetter } from "./closing/closing-letter.ts";
import type { Route } from "../http/index.ts";
import { closingApi } from "./closing/closing.api.ts";
import { closingPageRoutes } from "./closing/closing.routes.tsx";
import { handoverRoutes as sheetRoutes } from "./handover.routes.tsx";
import { reopeningRoutes } from "./reopening/reopening.routes.tsx";

export const handoverRoutes: readonly Route[] = [...sheetRoutes, ...closingPageRoutes, ...closingApi, ...reopeningRoutes];
