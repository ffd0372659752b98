export type { App } from "./app.ts";
export { type AccessEvent, insertAccessRecord } from "./insert-access-record.ts";
export type { Chrome, NavigationCount, NavigationCounts } from "./page-chrome.tsx";
export type { Problem } from "./problem.ts";
export * from "./route.ts";
export { describeApi, EXAMPLE_ID } from "./openapi.ts";
export { buildServer, methodsOf } from "./server.ts";
export { csrfToken, loadSession, newSessionSecret, parseSessionSecret, secretHash, SESSION_COOKIE, type Session } from "./session.ts";
