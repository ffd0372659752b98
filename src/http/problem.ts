import { NotFound, NotSignedIn, Refused, Stale } from "../kernel/errors.ts";
import type { Refusal } from "../kernel/refusal.ts";

/** application/problem+json (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly requestId?: string;
  readonly refusals?: readonly Refusal[];
  readonly current?: Readonly<Record<string, unknown>>;
}

const problem = (status: number, code: string, title: string, more: Partial<Problem> = {}): Problem => ({
  type: `urn:einklang:problem:${code}`,
  title,
  status,
  ...more,
});

/** Few kinds, one place. What is not known is masked and found again by the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof NotFound) return problem(404, "not-found", "Das gibt es nicht, oder Sie dürfen es nicht sehen.");
  if (error instanceof NotSignedIn) return problem(401, "not-signed-in", "Bitte melden Sie sich an.");
  if (error instanceof Refused) return problem(422, "refused", error.refusals[0]?.sentence ?? "Das geht so nicht.", { refusals: error.refusals });
  if (error instanceof Stale) return problem(412, "stale", "Der Eintrag wurde inzwischen geändert.", { current: error.current });
  const status = statusOf(error);
  if (status !== null) return problem(status, `http-${status}`, SENTENCES[status] ?? "Diese Anfrage ist so nicht möglich.");
  return problem(500, "internal", "Da ist bei uns etwas schiefgegangen. Es wurde nichts gespeichert.", { requestId });
}

const SENTENCES: Readonly<Record<number, string>> = {
  400: "Die Anfrage ist nicht lesbar.",
  403: "Diese Anfrage kam nicht aus Ihrer eigenen Sitzung. Bitte laden Sie die Seite neu.",
  405: "Diese Methode gibt es hier nicht.",
  413: "Die Anfrage ist zu groß.",
  415: "Dieser Inhaltstyp wird hier nicht verstanden.",
  428: "Bitte senden Sie If-Match mit der Version, die Sie gelesen haben.",
  429: "Zu viele Anfragen in kurzer Zeit. Bitte warten Sie eine Minute.",
};

/** An error that says its HTTP status itself: fastify's own, and HttpError. Only client errors are passed on. */
function statusOf(error: unknown): number | null {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

export class HttpError extends Error {
  readonly statusCode: number;
  constructor(statusCode: number) {
    super(`HTTP ${statusCode}`);
    this.statusCode = statusCode;
  }
}
