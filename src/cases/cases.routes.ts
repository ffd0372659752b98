import type { Route } from "../http/index.ts";
import { admissionRoutes } from "./admission/admission.routes.tsx";
import { adviceRoutes } from "./advice/advice.routes.tsx";
import { caseApi } from "./api/case.api.ts";
import { entriesApi } from "./api/entries.api.ts";
import { reviewApi } from "./api/review.api.ts";
import { teamApi } from "./api/team.api.ts";
import { contactRoutes } from "./contacts/contacts.routes.tsx";
import { phoneNoteRoutes } from "./contacts/phone-note.routes.tsx";
import { documentRoutes } from "./documents/documents.routes.tsx";
import { draftRoutes } from "./drafts/drafts.routes.ts";
import { emergencyRoutes } from "./emergency/emergency.routes.tsx";
import { followUpRoutes } from "./follow-ups/follow-ups.routes.tsx";
import { openingRoutes } from "./opening/opening.routes.tsx";
import { peopleRoutes } from "./people/people.routes.tsx";
import { phaseRoutes } from "./phases/phases.routes.tsx";
import { teamRoutes } from "./team/team.routes.tsx";

/** Every writing page of a case and its API. */
export const caseRoutes: readonly Route[] = [
  ...openingRoutes, ...contactRoutes, ...phoneNoteRoutes, ...phaseRoutes, ...admissionRoutes, ...followUpRoutes, ...documentRoutes, ...peopleRoutes, ...teamRoutes,
  ...emergencyRoutes, ...adviceRoutes, ...draftRoutes, ...caseApi, ...entriesApi, ...teamApi, ...reviewApi,
];
