import type { Route } from "../../http/index.ts";
import { inboxApi } from "./inbox.api.ts";
import { inboxRoutes as pages } from "./inbox.routes.tsx";

export { eraseDueItems } from "./erase-due-items.ts";
export { deliverWhatWaits, tellOfChanges } from "./deliver.ts";
export { ITEM_LOOKS } from "./inbox-words.ts";
export { markRequestAnswered } from "./inbox.sql.ts";
export { readInboxItem, readItemsOfPerson, type ShownInboxItem } from "./read-inbox.ts";
export const inboxRoutes: readonly Route[] = [...pages, ...inboxApi];
