/** Conferences about a case, with names; consultations among colleagues, without. */
import type { Route } from "../http/index.ts";
import { conferenceApi } from "./conferences.api.ts";
import { conferencePageRoutes } from "./conferences.routes.tsx";
import { peerApi } from "./peer/peer.api.ts";
import { peerRoutes } from "./peer/peer.routes.tsx";

export const conferenceRoutes: readonly Route[] = [...conferencePageRoutes, ...peerRoutes, ...conferenceApi, ...peerApi];
export { type Conference, currentConference, listConferences } from "./read-conferences.ts";
