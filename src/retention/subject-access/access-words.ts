import type { AccessState, GivenHow, IdentityBy, Verdict } from "./subject-access.sql.ts";

export const VERDICTS: Readonly<Record<Verdict, string>> = { whole: "ganz herausgeben", partly: "mit Schwärzungen herausgeben", withheld: "nicht herausgeben" };
export const VERDICTS_DONE: Readonly<Record<Verdict, string>> = { whole: "geht ganz heraus", partly: "geht geschwärzt heraus", withheld: "bleibt hier" };
/** Why somebody does not learn something that is held: each has its norm. */
export const REASONS = {
  others: "Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)",
  secret: "Geheimhaltung zum Schutz Dritter",
  danger: "Gefahr für Leib, Leben oder Freiheit anderer",
  proceeding: "gefährdet ein laufendes Verfahren",
} as const;
export type ReasonKey = keyof typeof REASONS;
export const HOWS: Readonly<Record<GivenHow, string>> = { handed_over: "persönlich übergeben", post: "mit der Post" };
export const IDENTITIES: Readonly<Record<IdentityBy, string>> = { known: "Die Person ist mir bekannt", paper_seen: "Ausweis gesehen", representative: "Vertretung mit Nachweis" };
export const STATES: Readonly<Record<AccessState, string>> = { open: "in Arbeit", given: "gegeben", dropped: "zurückgezogen" };
/** Art. 12 Abs. 3 DSGVO: within one month of the request. */
export const ANSWER_MONTHS = 1;
