import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Button, ButtonRow, Card, Form, Notice, PageHead } from "../ui/index.ts";
import { sendPage } from "./answer.ts";
import type { SessionSecret } from "../db/index.ts";
import type { App } from "./app.ts";
import { accountOfSecret } from "./session.ts";
import { type RawBody, typedValues } from "./request-input.ts";
import { page } from "./route.ts";

/** The proof that a form sent again is the one whose session ended, in this very browser. */
export const RESUME_FIELD = "_resume";
const BROWSER_COOKIE = "einklang_resume";
const MINUTES = 60;

/**
 * A form came in after its session had ended: what was typed goes back to the browser, to be sent again after signing in.
 * Only for a form whose token fits the ended session's cookie. The proof is bound to the texts, the address, an hour and a
 * cookie of this browser, so that nobody can have somebody else send what he typed; and to the account, so that the next one
 * at a shared desk does not save it in their own name.
 */
export async function keepTyped(app: App, secret: SessionSecret, request: FastifyRequest, reply: FastifyReply, raw: RawBody): Promise<unknown> {
  const browser = randomBytes(18).toString("base64url");
  reply.setCookie(BROWSER_COOKIE, browser, { path: "/", httpOnly: true, sameSite: "strict", secure: app.config.origin.startsWith("https://"), maxAge: MINUTES * 60 });
  const values = typedValues(raw.fields);
  const until = Math.floor(app.clock().getTime() / 60_000) + MINUTES;
  const account = await app.db.read(secret, accountOfSecret);
  const proof = `${until}.${proofOf(app, { browser, account, url: request.url, until }, values)}`;
  const shown = page("Bitte neu anmelden", () => <EndedSession values={values} proof={proof} action={request.url} hasFiles={raw.uploads.length > 0} />, { status: 401 });
  return sendPage(request, reply, shown, null);
}

function EndedSession({ values, proof, action, hasFiles }: { values: RawBody["fields"]; proof: string; action: string; hasFiles: boolean }) {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return (
    <Card>
      <PageHead title="Ihre Sitzung ist zu Ende" />
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
    </Card>
  );
}

/** Was this form handed back by keepTyped to this account in this browser, unchanged? */
export async function isResumed(app: App, secret: SessionSecret, request: FastifyRequest, raw: RawBody): Promise<boolean> {
  const given = raw.fields[RESUME_FIELD];
  const browser = request.cookies[BROWSER_COOKIE];
  if (typeof given !== "string" || browser === undefined) return false;
  const [until, proof] = given.split(".");
  if (until === undefined || proof === undefined || Number(until) * 60_000 < app.clock().getTime()) return false;
  const account = await app.db.read(secret, accountOfSecret);
  const want = Buffer.from(proofOf(app, { browser, account, url: request.url, until: Number(until) }, typedValues(raw.fields)));
  const got = Buffer.from(proof);
  return account !== "" && want.length === got.length && timingSafeEqual(want, got);
}

interface Bound {
  readonly browser: string;
  readonly account: string;
  readonly url: string;
  readonly until: number;
}
function proofOf(app: App, { browser, account, url, until }: Bound, values: RawBody["fields"]): string {
  const { [RESUME_FIELD]: _proof, ...typed } = values;
  const texts = createHash("sha256").update(JSON.stringify(Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1)))).digest("hex");
  return createHmac("sha256", app.vault.installationSecret("resume")).update(JSON.stringify([browser, account, url, texts, until])).digest("base64url");
}
