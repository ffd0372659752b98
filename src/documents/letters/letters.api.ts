import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase, optionalId } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { listTemplates } from "../templates/templates.sql.ts";
import { letterBody, letterInput, ofLetter } from "./letter-input.ts";
import { findLetterCase } from "./letters.sql.ts";
import { readLetter, readLetters } from "./read-letters.ts";
import { changeLetter, makeLetter, writeLetter } from "./write-letter.ts";

const BASE = "/api/v1/cases/:id/letters";
const answer = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid().nullable(), recipient: z.string(), subject: z.string(), salutation: z.string(), text: z.string(), closing: z.string(), otherLanguage: z.string(), otherText: z.string(), datedOn: z.string(), state: z.string(),
  documentId: z.uuid().nullable(), authorName: z.string(), gaps: z.array(z.string()), version: z.int(),
});
const bodyExample = { personId: EXAMPLE_ID, recipient: "Jobcenter Lindenau\nMarktplatz 1", subject: "Bitte um Sachstand", salutation: "Sehr geehrte Damen und Herren,", text: "bitte teilen Sie uns den Stand mit.", closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "", datedOn: "2026-11-02" };
const example = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, ...bodyExample, state: "draft", documentId: null, authorName: "Sabine Kurz", gaps: [], version: 1 };
const templateAnswer = z.object({ id: z.uuid(), name: z.string(), subject: z.string(), salutation: z.string(), body: z.string(), closing: z.string(), otherLanguage: z.string(), otherText: z.string(), version: z.int() });

const showOne = async (tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Json> => {
  const letter = await readLetter(tx, asking, caseId, id);
  return json(letter, letter.version);
};
const asOne = { allow: "case.work", answer, example, show: async (tx: ReadTx, id: string, asking: Asking) => showOne(tx, asking, (await findLetterCase(tx, id)).case_id, id) } as const;

export const lettersApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/letter-templates", allow: "case.work", record: { none: "texts of the room, and no person" }, about: "Texts for letters of the room, with `{{places}}`.", answer: z.object({ templates: z.array(templateAnswer) }),
    example: { templates: [{ id: EXAMPLE_ID, name: "Einladung", subject: "Einladung zum Gespräch", salutation: "Guten Tag {{person_name}},", body: "wir laden Sie ein.", closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "", version: 1 }] },
    handle: async (tx) => json({ templates: await listTemplates(tx) }),
  }),
  apiRead({
    path: BASE, allow: "case.work", record: "letter.listed", about: "Letters of a case.", params: ofCase, answer: z.object({ letters: z.array(answer) }), example: { letters: [example] },
    handle: async (tx, { params }, asking) => {
      const letters = await readLetters(tx, asking, params.id);
      await record(tx, asking, { action: "letter.listed", objectKind: "letter", objectIds: letters.map((l) => l.id), caseId: params.id });
      return json({ letters });
    },
  }),
  apiWrite({
    path: BASE, method: "POST", record: "letter.added", about: "Writes a letter; it stays a draft until it is made.", params: ofCase, body: letterBody, bodyExample, ...asOne,
    handle: async (tx, { params, body }, asking) => {
      const id = await writeLetter(tx, asking, params.id, null, letterInput(body, asking.today));
      return written(id, { location: `/api/v1/cases/${params.id}/letters/${id}` });
    },
  }),
  apiRead({
    path: `${BASE}/:letterId`, allow: "case.work", record: "letter.read", about: "One letter.", params: ofLetter, answer, example,
    handle: async (tx, { params }, asking) => {
      const shown = await showOne(tx, asking, params.id, params.letterId);
      await record(tx, asking, { action: "letter.read", objectKind: "letter", objectIds: [params.letterId], caseId: params.id });
      return shown;
    },
  }),
  apiWrite({
    path: `${BASE}/:letterId`, method: "PUT", versioned: true, record: "letter.changed", about: "Changes a letter that is still a draft.", params: ofLetter, body: letterBody, bodyExample, ...asOne,
    handle: async (tx, { params, body, version }, asking) => {
      await changeLetter(tx, asking, params.id, params.letterId, version, letterInput(body, asking.today));
      return written(params.letterId);
    },
  }),
  apiWrite({
    path: `${BASE}/:letterId/paper`, method: "POST", record: "letter.made", about: "Makes the paper, as PDF or on a Word paper of the municipality, and keeps it with the files.", params: ofLetter, body: z.object({ wordPaperId: optionalId() }), bodyExample: { wordPaperId: null }, ...asOne,
    handle: async (tx, { params, body }, asking) => {
      await makeLetter(tx, asking, params.id, params.letterId, body.wordPaperId);
      return written(params.letterId);
    },
  }),
];
