import { z } from "zod";
import { isSheetLanguage } from "../../consent/index.ts";
import { day, ofCase, oneOf, showCase, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { givePackage } from "./give-package.ts";
import { AGREED_BY, AGREED_FORMS, GIVEN_HOW } from "./move-words.ts";
import { choiceBody, choiceFrom, ofMove, packageBytes } from "./move.routes.tsx";
import { findMoveCase } from "./moves.sql.ts";
import { agreeToMove, findMoves, type Move, openHead, prepareMove, readMove, throwAwayMove } from "./prepare-move.ts";

const answer = z.object({
  id: z.uuid(), state: z.enum(["prepared", "given", "dropped"]), municipality: z.string(), office: z.string(), contact: z.string(), movesOn: z.string(), personIds: z.array(z.uuid()), parts: z.array(z.string()), documentIds: z.array(z.uuid()), continuedIds: z.array(z.uuid()),
  agreements: z.array(z.object({ id: z.uuid(), personId: z.uuid(), agreedOn: z.string(), givenBy: z.string(), form: z.string(), language: z.string(), withdrawnOn: z.string().nullable() })), isAgreed: z.boolean(),
  givenOn: z.string().nullable(), givenHow: z.string().nullable(), sha256: z.string().nullable(), version: z.number(),
});
const CHOICE = { municipality: "Stadt Birkenfels", office: "Integrationszentrum", contact: "", movesOn: "2026-12-14", personIds: [EXAMPLE_ID], parts: ["register", "plan", "consents"], documentIds: [], continuedIds: [] };
const EXAMPLE: z.output<typeof answer> = { id: EXAMPLE_ID, state: "prepared", ...CHOICE, agreements: [], isAgreed: false, givenOn: null, givenHow: null, sha256: null, version: 1 };
const shown = (m: Move): z.output<typeof answer> => ({
  id: m.id, state: m.state, ...m.recipient, movesOn: m.moves_on, personIds: [...m.person_ids], parts: [...m.parts], documentIds: [...m.document_ids], continuedIds: [...m.continued_ids],
  agreements: m.agreements.map((a) => ({ id: a.id, personId: a.person_id, agreedOn: a.agreed_on, givenBy: a.given_by, form: a.form, language: a.language, withdrawnOn: a.withdrawn_on })), isAgreed: m.isAgreed,
  givenOn: m.given_on, givenHow: m.given_how, sha256: m.sha256 === null ? null : m.sha256.toString("hex"), version: m.version,
});
async function show(tx: ReadTx, id: string, asking: Asking) {
  const { case_id: caseId } = await findMoveCase(tx, id);
  const move = await readMove(tx, asking, await openHead(tx, asking, caseId), id);
  return json(shown(move), move.version);
}
const written_ = { answer, example: EXAMPLE, show } as const;
const NOTHING = { values: {}, refusals: [] };

export const movesApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/moves", allow: "case.work", record: "case.read", about: "Packages for another municipality: what was chosen, who agreed, what was given.", params: ofCase, answer: z.object({ items: z.array(answer) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      const { head } = await showCase(tx, asking, params.id, NOTHING);
      return json({ items: (await findMoves(tx, asking, head)).map(shown) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/moves", method: "POST", allow: "case.work", record: "move.prepared", about: "Prepares a package; one at a time. Nothing goes before everybody in it has agreed.", params: ofCase, body: choiceBody, bodyExample: CHOICE, ...written_,
    handle: async (tx, { params, body }, asking) => {
      const isThere = (await findMoves(tx, asking, await openHead(tx, asking, params.id))).some((m) => m.state === "prepared");
      if (isThere) throw new Refused([{ code: "prepared-already", sentence: "Es ist schon ein Paket in Vorbereitung. Ändern oder verwerfen Sie es." }]);
      return written(await prepareMove(tx, asking, params.id, 0, choiceFrom(body)));
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/moves/:moveId", method: "PUT", versioned: true, allow: "case.work", record: "move.prepared", about: "Changes what goes along; who had agreed is asked again.", params: ofMove, body: choiceBody, bodyExample: CHOICE, ...written_,
    handle: async (tx, { params, body, version }, asking) => {
      await readMove(tx, asking, await openHead(tx, asking, params.id), params.moveId);
      return written(await prepareMove(tx, asking, params.id, version, choiceFrom(body)), { status: 200 });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/moves/:moveId", method: "DELETE", allow: "case.work", record: "move.discarded", about: "Throws a prepared package away.", params: ofMove, ...written_,
    handle: async (tx, { params }, asking) => {
      await throwAwayMove(tx, asking, params.id, params.moveId);
      return written(params.moveId, { status: 200 });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/moves/:moveId/agreements", method: "POST", allow: "case.work", record: "move.agreed", about: "Records that a person agrees to exactly this package.", params: ofMove, ...written_,
    body: z.object({ personId: z.uuid("Wählen Sie eine Person."), agreedOn: day(), givenBy: oneOf(AGREED_BY, "Wählen Sie, wer zustimmt."), form: oneOf(AGREED_FORMS, "Wählen Sie, wie."), language: z.string().refine(isSheetLanguage, "Wählen Sie die Sprache."), witness: text(300) }),
    bodyExample: { personId: EXAMPLE_ID, agreedOn: "2026-11-22", givenBy: "person", form: "written", language: "ar", witness: "" },
    handle: async (tx, { params, body }, asking) => {
      await agreeToMove(tx, asking, params.id, params.moveId, body);
      return written(params.moveId);
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/moves/:moveId/giving", method: "POST", allow: "case.work", record: "move.handed_over", about: "Makes the package of what was agreed, and notes how it went out.", params: ofMove, body: z.object({ how: oneOf(GIVEN_HOW, "Wählen Sie den Weg.") }), bodyExample: { how: "to_person" }, ...written_,
    handle: async (tx, { params, body }, asking) => {
      await givePackage(tx, asking, params.id, params.moveId, body.how);
      return written(params.moveId);
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/moves/:moveId/content", allow: "case.work", record: "move.downloaded", about: "The package as it was given, as ZIP; its format stands in docs/einklang-move-1.schema.json.", params: ofMove, answer: z.string(), example: "PK…",
    handle: (tx, { params }, asking) => packageBytes(tx, asking, params.id, params.moveId),
  }),
];
