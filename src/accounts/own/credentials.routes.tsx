import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { commonPasswords } from "../secrets/common-passwords.ts";
import { decidePassword } from "../secrets/decide-password.ts";
import { hashPassword, isPassword } from "../secrets/password-hash.ts";
import { openText, sealText } from "../secrets/sealed-text.ts";
import { newRecoveryCodes, newTotpSecret, qrPicture, recoveryHash, sealTotpSecret, stepOfCode, totpAddress } from "../secrets/second-factor.ts";
import { attempt, sessionSubject, succeeded, waitSentence } from "../sign-in/throttle.ts";
import { PasswordPage } from "./account.page.tsx";
import { findOwnCredentials, getOwnAccount, type OwnCredentials, setOwnPassword, setOwnSecondFactor } from "./own-account.sql.ts";
import { RecoveryCodesPage, SecondFactorPage } from "./second-factor.page.tsx";

/** The password once more, before what guards the account changes: an open screen is not enough for that. */
async function refusalsOfPassword(asking: Asking, credentials: OwnCredentials | undefined, given: string, field: string): Promise<Refusal[]> {
  const { app, session } = asking;
  const subject = sessionSubject(app, session.tenantId, session.id);
  const wait = await attempt(app, session.tenantId, subject);
  if (wait > 0) return [{ code: "too-many-attempts", field, sentence: waitSentence(wait) }];
  if (!(await isPassword(credentials?.password_hash, given))) return [{ code: "password-wrong", field, sentence: "Das ist nicht Ihr jetziges Passwort." }];
  await succeeded(app, session.tenantId, subject);
  return [];
}

const password = formRoute({
  path: "/konto/passwort",
  allow: "signed-in",
  record: "password.changed",
  about: "Changes one's own password; asks for the present one.",
  body: z.object({ altes: z.string().max(1000), passwort: z.string().max(1000), wiederholung: z.string().max(1000) }),
  show: async (_tx, _input, asking, form) => page("Passwort ändern", () => <PasswordPage refusals={form.refusals} fields={asking.form()} />),
  submit: async (tx, { body }, asking) => {
    const { session } = asking;
    const own = await getOwnAccount(tx, session.tenantId, session.accountId);
    const refusals = await refusalsOfPassword(asking, await findOwnCredentials(tx), body.altes, "altes");
    refusals.push(...decidePassword(body.passwort, commonPasswords(), ["Einklang", session.tenantName, own.organisation, own.given_name, own.family_name, own.email]));
    if (body.passwort !== body.wiederholung) refusals.push({ code: "repetition-differs", field: "wiederholung", sentence: "Die beiden Passwörter sind nicht gleich. Tippen Sie es noch einmal." });
    if (refusals.length > 0) throw new Refused(refusals);
    await record(tx, asking, { action: "password.changed", objectKind: "account", objectIds: [session.accountId] });
    await setOwnPassword(tx, await hashPassword(body.passwort));
    return redirect("/konto", "Ihr Passwort ist geändert. Alle anderen Sitzungen und Zugangstoken sind beendet.");
  },
});

// The new secret lies in the form, sealed for this session: an unfinished change leaves the factor in force as it is.
const sealedFor = (asking: Asking, secret: string): string => sealText(asking.app, "enrolment", secret, asking.session.id).toString("base64url");
const secretFrom = (asking: Asking, sealed: unknown): string | null =>
  typeof sealed === "string" && sealed !== "" ? openText(asking.app, "enrolment", Buffer.from(sealed, "base64url"), asking.session.id) : null;

async function enrolmentView(tx: ReadTx, asking: Asking, given: unknown) {
  const { session } = asking;
  const credentials = await findOwnCredentials(tx);
  const { email } = await getOwnAccount(tx, session.tenantId, session.accountId);
  const secret = secretFrom(asking, given) ?? newTotpSecret();
  return { isSet: credentials?.totp_confirmed ?? false, codesLeft: credentials?.recovery_codes_left ?? 0, secret, sealedSecret: sealedFor(asking, secret), picture: qrPicture(totpAddress(secret, email)) };
}

const secondFactor = formRoute({
  path: "/konto/zweiter-faktor",
  allow: "signed-in",
  record: "second_factor.set",
  about: "Sets up the second factor and shows the recovery codes once.",
  body: z.object({ geheimnis: z.string().max(500), code: z.string().max(20), passwort: z.string().max(1000).optional() }),
  show: async (tx, _input, asking, form) => {
    const view = await enrolmentView(tx, asking, form.values["geheimnis"]);
    return page("Zweiter Faktor", () => <SecondFactorPage {...view} refusals={form.refusals} fields={asking.form()} />);
  },
  submit: async (tx, { body }, asking) => {
    const { app, session, now } = asking;
    const credentials = await findOwnCredentials(tx);
    const refusals = credentials?.totp_confirmed ? await refusalsOfPassword(asking, credentials, body.passwort ?? "", "passwort") : [];
    const secret = secretFrom(asking, body.geheimnis);
    const step = secret === null ? null : stepOfCode(secret, body.code, now);
    if (secret === null || step === null) refusals.push({ code: "code-wrong", field: "code", sentence: "Der Code passt nicht zu diesem Bild. Prüfen Sie, ob die Uhr Ihres Telefons stimmt, und geben Sie den nächsten Code ein." });
    if (refusals.length > 0 || secret === null || step === null) throw new Refused(refusals);
    const codes = newRecoveryCodes();
    await record(tx, asking, { action: "second_factor.set", objectKind: "account", objectIds: [session.accountId] });
    await setOwnSecondFactor(tx, sealTotpSecret(app, session, secret), step, codes.map((code) => recoveryHash(app, session, code)));
    return page("Wiederherstellungscodes", () => <RecoveryCodesPage codes={codes} />);
  },
});

export const credentialsRoutes: readonly Route[] = [password, secondFactor];
