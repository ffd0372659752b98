import { z } from "zod";
import { apiRead, EXAMPLE_ID, json, type Route } from "../../http/index.ts";
import { listLegalBases, listWords, type WordList } from "./settings.sql.ts";

const TENANT = { none: "what the municipality set, and no person" };
const word = z.object({ key: z.string(), label: z.string(), position: z.number(), is_retired: z.boolean() });
const basis = z.object({ id: z.uuid(), kind: z.string(), citation: z.string(), purpose: z.string(), recipients: z.string(), retention: z.string(), is_retired: z.boolean() });

const words = (path: string, list: WordList, about: string, example: { key: string; label: string }): Route =>
  apiRead({
    path, allow: "signed-in", record: TENANT, about, answer: z.object({ items: z.array(word) }), example: { items: [{ ...example, position: 1, is_retired: false }] },
    handle: async (tx, _input, asking) => json({ items: (await listWords(tx, list, asking.session.tenantId)).map(({ version: _version, ...row }) => row) }),
  });

/** The lists that writing a case needs the keys of. */
export const listsApi: readonly Route[] = [
  words("/api/v1/life-areas", "life_areas", "Life areas (Lebensbereiche) of the municipality; retired ones stay on old entries.", { key: "sprache", label: "Sprache" }),
  words("/api/v1/admission-criteria", "admission_criteria", "Criteria of admission (Aufnahmekriterien) of the municipality.", { key: "komplex", label: "Mehrere Bedarfe zugleich" }),
  apiRead({
    path: "/api/v1/legal-bases", allow: "signed-in", record: TENANT, about: "The municipality's register of legal bases.", answer: z.object({ items: z.array(basis) }),
    example: { items: [{ id: EXAMPLE_ID, kind: "statutory_task", citation: "Art. 6 Abs. 1 Buchst. e DSGVO", purpose: "Case Management", recipients: "", retention: "", is_retired: false }] },
    handle: async (tx, _input, asking) => json({ items: (await listLegalBases(tx, asking.session.tenantId)).map(({ version: _version, ...row }) => row) }),
  }),
];
