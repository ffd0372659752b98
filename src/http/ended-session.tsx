import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Button, ButtonRow, Form, Notice } from "../ui/index.ts";
import { sendPage } from "./answer.ts";
import type { App } from "./app.ts";
import { type RawBody, typedValues } from "./request-input.ts";
import { page } from "./route.ts";

/** The proof that a form sent again is the one whose session ended, in this very browser. */
export const RESUME_FIELD = "_resume";
const BROWSER_COOKIE = "einklang_resume";
const MINUTES = 60;

/**
 * A form came in after its session had ended: what was typed goes back to the browser, to be sent again after signing in.
 * Only for a form whose token fits the ended session's cookie. The proof is bound to the texts, the address, an hour and a
 * cookie of this browser, so that nobody can have somebody else send what he typed.
 */
export function keepTyped(app: App, request: FastifyRequest, reply: FastifyReply, raw: RawBody): unknown {
  const browser = randomBytes(18).toString("base64url");
  reply.setCookie(BROWSER_COOKIE, browser, { path: "/", httpOnly: true, sameSite: "strict", secure: app.config.origin.startsWith("https://"), maxAge: MINUTES * 60 });
  const values = typedValues(raw.fields);
  const until = Math.floor(app.clock().getTime() / 60_000) + MINUTES;
  const proof = `${until}.${proofOf(app, browser, request.url, values, until)}`;
  const shown = page("Bitte neu anmelden", () => <EndedSession values={values} proof={proof} action={request.url} hasFiles={raw.uploads.length > 0} />, { status: 401 });
  return sendPage(request, reply, shown, null);
}

function EndedSession({ values, proof, action, hasFiles }: { values: RawBody["fields"]; proof: string; action: string; hasFiles: boolean }) {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return (
    <div>
      <h1>Ihre Sitzung ist zu Ende</h1>
      <Notice kind="info" title="Was Sie geschrieben haben, ist noch da.">
        <p>
          <a href="/anmelden" target="_blank">
            Melden Sie sich in einem neuen Fenster an
          </a>{" "}
          und kommen Sie dann hierher zurück, um es zu speichern.
        </p>
        {hasFiles && <p>Ausgewählte Dateien müssen Sie danach noch einmal auswählen.</p>}
      </Notice>
      <Form action={action}>
        {pairs.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={RESUME_FIELD} value={proof} />
        <ButtonRow>
          <Button kind="strong">Jetzt speichern</Button>
        </ButtonRow>
      </Form>
      {pairs
        .filter(([, value]) => value.length > 40)
        .map(([, value]) => (
          <blockquote dir="auto">{value}</blockquote>
        ))}
    </div>
  );
}

/** Was this form handed back by keepTyped to this browser, unchanged? */
export function isResumed(app: App, request: FastifyRequest, raw: RawBody): boolean {
  const given = raw.fields[RESUME_FIELD];
  const browser = request.cookies[BROWSER_COOKIE];
  if (typeof given !== "string" || browser === undefined) return false;
  const [until, proof] = given.split(".");
  if (until === undefined || proof === undefined || Number(until) * 60_000 < app.clock().getTime()) return false;
  const want = Buffer.from(proofOf(app, browser, request.url, typedValues(raw.fields), Number(until)));
  const got = Buffer.from(proof);
  return want.length === got.length && timingSafeEqual(want, got);
}

function proofOf(app: App, browser: string, url: string, values: RawBody["fields"], until: number): string {
  const { [RESUME_FIELD]: _proof, ...typed } = values;
  const texts = createHash("sha256").update(JSON.stringify(Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1)))).digest("hex");
  return createHmac("sha256", app.vault.installationSecret("resume")).update(JSON.stringify([browser, url, texts, until])).digest("base64url");
}
