/** What other capabilities may use of consents, shares and disclosures. */
import type { Route } from "../http/index.ts";
import { consentRoutes as ownConsentRoutes } from "./consents/consents.routes.tsx";
import { disclosureRoutes } from "./disclosures/index.ts";
import { inboxRoutes } from "./inbox/index.ts";
import { oversightRoutes } from "./oversight/oversight.routes.tsx";
import { releaseRoutes } from "./releases/releases.routes.tsx";
import { measureRoutes } from "./measures/measures.routes.tsx";
import { requestRoutes } from "./requests/index.ts";
import { partnerRoutes } from "./shares/partner.routes.tsx";
import { sharesApi } from "./shares/shares.api.ts";
import { shareRoutes } from "./shares/shares.routes.tsx";
import { volunteerRoutes } from "./volunteers/volunteers.routes.tsx";

export const consentRoutes: readonly Route[] = [...ownConsentRoutes, ...shareRoutes, ...partnerRoutes, ...sharesApi, ...measureRoutes, ...volunteerRoutes, ...oversightRoutes, ...disclosureRoutes, ...inboxRoutes, ...requestRoutes, ...releaseRoutes];
export { deliverWhatWaits, eraseDueItems, ITEM_LOOKS, markRequestAnswered, readInboxItem, readItemsOfPerson, type ShownInboxItem, tellOfChanges } from "./inbox/index.ts";
export { dispatch, findOwnOrganisation, Letter, listRecipients, senderOf } from "./outgoing/index.ts";
export { readRequestsOfPerson, type ShownRequest } from "./requests/send-request.ts";
export { pdfLater } from "./consents/consent-address.ts";
export { isSheetLanguage, SHEET_LANGUAGES, type SheetLanguage } from "./consents/consent-form-words.ts";
export { senderName } from "./consents/make-sheet.ts";
export { areaSaid } from "./consents/sheet.ts";
export { Pair } from "./consents/sheet.page.tsx";
export { codeOf } from "./consents/sheet.routes.tsx";
export { textsFor } from "./consents/texts/consent-texts.ts";
export { announceEndings } from "./consents/endings/announce-endings.ts";
export { listStanding, type StandingRow } from "./consents/consents.sql.ts";
