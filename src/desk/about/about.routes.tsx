import { page, publicRoute, type Route } from "../../http/index.ts";
import { AccessibilityPage, HelpPage, PrivacyPage } from "./about.page.tsx";

/** For everybody, signed in or not: the law wants these pages reachable. */
export const aboutRoutes: readonly Route[] = [
  publicRoute({ path: "/hilfe", method: "GET", inShell: true, about: "First steps, keys, and where the handbook lies.", handle: async () => page("Hilfe und Handbuch", () => <HelpPage />, { width: "text" }) }),
  publicRoute({ path: "/barrierefreiheit", method: "GET", inShell: true, about: "The draft of the statement on accessibility.", handle: async () => page("Erklärung zur Barrierefreiheit", () => <AccessibilityPage />, { width: "text" }) }),
  publicRoute({ path: "/datenschutz", method: "GET", inShell: true, about: "The draft of the information on data protection.", handle: async () => page("Datenschutz", () => <PrivacyPage />, { width: "text" }) }),
];
