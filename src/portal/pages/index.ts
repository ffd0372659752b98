import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Frame, WholeView } from "../views.ts";
import { WholePage } from "./whole.page.tsx";

/** The person's pages: view model in, whole page out. */
export { AppointmentsPage } from "./appointments.page.tsx";
export { ConsentPage, ConsentsPage } from "./consents.page.tsx";
export { DataPage, WrongPage } from "./data.page.tsx";
export { HelpersPage } from "./people.page.tsx";
export { SayFactPage } from "./say-fact.page.tsx";
export { HomePage } from "./home.page.tsx";
export { LanguagePage, MorePage, TakeAllPage } from "./more.page.tsx";
export { PasskeysPage } from "./passkeys.page.tsx";
export { PlanPage } from "./plan.page.tsx";
export { RightPage, RightsPage } from "./rights.page.tsx";
export { PassedOnPage, SeenPage } from "./seen.page.tsx";
export { PaperPage, QuestionPage } from "./send.page.tsx";
export { StandstillPage } from "./standstill.page.tsx";
export { OwnPinPage, StartPage } from "./start.page.tsx";
export { ConsequencesPage, ReceiptPage } from "./withdrawal.page.tsx";

export const renderPortalPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
/** Everything as one file that any browser opens, in the person's language. */
export const wholeHtml = (frame: Frame, view: WholeView): string => renderPortalPage(WholePage({ frame, view }));
