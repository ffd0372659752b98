/** A case changes hands: the sheet, and what of it is due on somebody's day. */
export { readDaySheets, type Sheet } from "./hand-over-case.ts";
export { SheetsOfDay } from "./handover.page.tsx";
export { handoverRoutes } from "./handover.routes.tsx";
