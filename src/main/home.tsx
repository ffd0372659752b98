import { page, pageRoute, redirect } from "../http/index.ts";
import { chrome } from "./chrome.ts";
import { NothingYetPage } from "./nothing-yet.page.tsx";

/** Nobody signed in is sent to the sign-in page by the server itself; everybody else to the first page of their role. */
export const homeRoute = pageRoute({
  path: "/",
  allow: "signed-in",
  record: { none: "it only leads on" },
  about: "Leads to the first page of the role; who has none yet reads why.",
  handle: (_tx, _input, { session }) => {
    const first = chrome.navigation(session, undefined)[0]?.[0]?.href;
    if (first !== undefined) return Promise.resolve(redirect(first));
    return Promise.resolve(page("Start", () => <NothingYetPage givenName={session.givenName} familyName={session.familyName} hasRole={session.roles.length > 0} />));
  },
});
