import { pageRoute, redirect } from "../http/index.ts";
import { chrome } from "./chrome.ts";

/** Nobody signed in is sent to the sign-in page by the server itself; everybody else to the first page of their role. */
export const homeRoute = pageRoute({
  path: "/",
  allow: "signed-in",
  record: { none: "es wird nur weitergeleitet" },
  about: "Führt auf die erste Seite der Rolle.",
  handle: (_tx, _input, { session }) => Promise.resolve(redirect(chrome.navigation(session, undefined)[0]?.[0]?.href ?? "/konto")),
});
