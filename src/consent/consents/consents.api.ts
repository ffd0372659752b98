import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase } from "../../cases/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { consentBody, consentInput } from "./consent-body.ts";
import { ofConsent } from "./consent-address.ts";
import { findConsentCase } from "./consents.sql.ts";
import { consentsOf, type ConsentView, currentConsent } from "./read-consents.ts";
import { recordConsent } from "./record-consent.ts";
import { withdrawConsent } from "./withdrawal/withdraw-consent.ts";
import { withdrawalBody } from "./withdrawal/withdrawal.routes.tsx";

const day = z.string().nullable();
const consentAnswer = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), personName: z.string(), recipientId: z.uuid(), recipient: z.string(), state: z.string(),
  categories: z.array(z.object({ lifeArea: z.string(), kind: z.string(), withdrawn: z.boolean() })), purpose: z.string(), purposeText: z.string(), direction: z.string(), releasesSecrecy: z.boolean(),
  form: z.string(), oralNote: z.string(), language: z.string(), textVersion: z.string(), interpreter: z.string(), givenBy: z.string(), capacityNoted: z.boolean(), representative: z.string(),
  representedUntilOn: day, givenOn: z.string(), expiresOn: z.string(), sheetDocumentId: z.uuid().nullable(), recordedByName: z.string(), withdrawnOn: day, lastWithdrawnOn: day, version: z.number(),
});
const example: z.output<typeof consentAnswer> = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, personName: "Haddad, Amira", recipientId: EXAMPLE_ID, recipient: "Jobcenter Kreis Lindenau", state: "in_force",
  categories: [{ lifeArea: "arbeit", kind: "contact", withdrawn: false }, { lifeArea: "", kind: "identity", withdrawn: false }], purpose: "work",
  purposeText: "Das Jobcenter soll die Bewerbungen kennen.", direction: "both", releasesSecrecy: true, form: "written", oralNote: "", language: "ar", textVersion: "2026-11", interpreter: "",
  givenBy: "person", capacityNoted: true, representative: "", representedUntilOn: null, givenOn: "2026-11-22", expiresOn: "2027-11-22", sheetDocumentId: null, recordedByName: "Sabine Kurz",
  withdrawnOn: null, lastWithdrawnOn: null, version: 1,
};
const bodyExample = {
  personId: EXAMPLE_ID, recipientId: EXAMPLE_ID, categories: ["arbeit.contact", ".identity"], purpose: "work", purposeText: "Das Jobcenter soll die Bewerbungen kennen.", direction: "both",
  releasesSecrecy: true, givenOn: "2026-11-22", expiresOn: "2027-11-22", givenBy: "person", capacityNoted: true, form: "written", language: "ar",
};
const withVersion = (consent: ConsentView): Json => json(consent, consent.version);
// a replay knows only the consent's id: its case is looked up under the rights of that moment
const asConsent = { answer: consentAnswer, example, show: async (tx: ReadTx, id: string, asking: Asking) => withVersion(await currentConsent(tx, asking, (await findConsentCase(tx, id)).case_id, id)) };

export const consentsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/consents", allow: "consent.read", record: "consent.listed", about: "Consents of a case with their state.", params: ofCase, answer: z.object({ consents: z.array(consentAnswer) }), example: { consents: [example] },
    handle: async (tx, input, asking) => {
      const consents = await consentsOf(tx, asking, input.params.id);
      await record(tx, asking, { action: "consent.listed", objectKind: "consent", objectIds: consents.map((c) => c.id), caseId: input.params.id });
      return json({ consents });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/consents", method: "POST", allow: "consent.record", record: "consent.recorded", params: ofCase, body: consentBody, bodyExample,
    about: "Records a consent. Categories are `lifeArea.kind`, facts about the person `.kind`; the person has read the text in `language` (its present version, or `textVersion`).",
    handle: async (tx, input, asking) => {
      const id = await recordConsent(tx, asking, input.params.id, consentInput(input.body));
      return written(id, { location: `/api/v1/cases/${input.params.id}/consents/${id}` });
    },
    ...asConsent,
  }),
  apiRead({
    path: "/api/v1/cases/:id/consents/:consentId", allow: "consent.read", record: "consent.read", about: "One consent.", params: ofConsent, answer: consentAnswer, example,
    handle: async (tx, input, asking) => {
      const { id, consentId } = input.params;
      const consent = await currentConsent(tx, asking, id, consentId);
      await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: id });
      return withVersion(consent);
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/consents/:consentId/withdrawal", method: "POST", allow: "consent.record", record: "consent.withdrawn", versioned: true, params: ofConsent, body: withdrawalBody,
    about: "Withdraws a consent: `scope` whole, or part with `categories`. What rests on it ends with it.", bodyExample: { scope: "part", categories: ["arbeit.contact"], form: "oral" },
    handle: async (tx, input, asking) => {
      await withdrawConsent(tx, asking, input.params.id, input.params.consentId, input.version, input.body);
      return written(input.params.consentId, { status: 200 });
    },
    ...asConsent,
  }),
];
