import { page, publicRoute, type Route } from "../../http/index.ts";
import { AccessibilityPage, HelpPage, PrivacyPage } from "./about.page.tsx";

/** For everybody, signed in or not: the law wants these pages reachable. */
export const aboutRoutes: readonly Route[] = [
  publicRoute({ path: "/hilfe", method: "GET", about: "First steps, keys, and where the handbook lies.", handle: async () => page("Hilfe und Handbuch", () => <HelpPage />) }),
  publicRoute({ path: "/barrierefreiheit", method: "GET", about: "The draft of the statement on accessibility.", handle: async () => page("Erklärung zur Barrierefreiheit", () => <AccessibilityPage />) }),
  publicRoute({ path: "/datenschutz", method: "GET", about: "The draft of the information on data protection.", handle: async () => page("Datenschutz", () => <PrivacyPage />) }),
];
