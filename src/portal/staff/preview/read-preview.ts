import type { VNode } from "preact";
import type { ReadTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import {
  AppointmentsPage, ConsentsPage, DataPage, HelpersPage, HomePage, MorePage, PaperPage, PassedOnPage, PlanPage, QuestionPage, RightsPage, SeenPage, TakeAllPage,
} from "../../pages/index.ts";
import { readQuestions } from "../../person/export-all.ts";
import { readConsents, readPassedOn } from "../../person/read-consents.ts";
import { readData } from "../../person/read-data.ts";
import { readAppointments, readHelpers, readHome, readPlan } from "../../person/read-plan.ts";
import { readPapers, readRights } from "../../person/read-sent.ts";
import { readSeen } from "../../person/read-seen.ts";
import { MOST_BYTES } from "../../process/call.ts";
import type { Reading } from "../../process/portal-route.ts";
import type { Again, PortalLanguage } from "../../views.ts";
import { portalLanguageOf } from "../../views.ts";
import { PREVIEWED } from "./preview.page.tsx";
import { lookAtPage } from "./preview.sql.ts";

export type Previewed = (typeof PREVIEWED)[number];
const NONE: Again = { values: {}, refusals: [] };

/** The page of this access, read with the staff's own keys and rights. `address` and `language` are what the person would have chosen. */
export async function lookAs(tx: ReadTx, asking: Asking, caseId: string, accessId: string, address: string, language: PortalLanguage | null): Promise<Reading> {
  const me = await lookAtPage(tx, caseId, accessId);
  return {
    app: asking.app, now: asking.now, today: asking.today, me,
    frame: { language: language ?? portalLanguageOf(me.language), isSignedIn: true, csrf: "", idempotencyKey: "", today: asking.today, path: address, done: null, isDemo: me.is_demo },
  };
}

type Show = (tx: ReadTx, reading: Reading) => Promise<VNode>;
/** As the routes of the person put them together (person.routes.tsx), without what only acts. */
const PAGES: Readonly<Record<Previewed, Show>> = {
  "/": async (tx, r) => HomePage({ frame: r.frame, view: await readHome(tx, r) }),
  "/plan": async (tx, r) => PlanPage({ frame: r.frame, view: await readPlan(tx, r) }),
  "/termine": async (tx, r) => AppointmentsPage({ frame: r.frame, view: await readAppointments(tx, r) }),
  "/wer-hilft": async (tx, r) => HelpersPage({ frame: r.frame, view: { helpers: await readHelpers(tx) } }),
  "/erlaubt": async (tx, r) => ConsentsPage({ frame: r.frame, view: await readConsents(tx, r) }),
  "/gesehen": async (tx, r) => SeenPage({ frame: r.frame, view: await readSeen(tx, r, new Date(r.now.getTime() + 1000)) }),
  "/weitergegeben": async (tx, r) => PassedOnPage({ frame: r.frame, view: await readPassedOn(tx, r) }),
  "/daten": async (tx, r) => DataPage({ frame: r.frame, view: await readData(tx, r) }),
  "/rechte": async (tx, r) => RightsPage({ frame: r.frame, view: await readRights(tx, r) }),
  "/frage": async (tx, r) => QuestionPage({ frame: r.frame, view: { asked: await readQuestions(tx, r), again: NONE } }),
  "/papier": async (tx, r) => PaperPage({ frame: r.frame, view: { sent: await readPapers(tx, r), largestMegabytes: Math.floor(MOST_BYTES / 1_000_000), again: NONE } }),
  "/mitnehmen": async (_tx, r) => TakeAllPage({ frame: r.frame, view: { formats: ["pdf", "html", "json"], lastOn: null } }),
  "/mehr": async (_tx, r) => MorePage({ frame: r.frame, view: { mayAddPasskey: false } }),
};
export const previewPage = (tx: ReadTx, reading: Reading, address: Previewed): Promise<VNode> => PAGES[address](tx, reading);
