import { z } from "zod";
import { record } from "../../audit/index.ts";
import { documentsOf } from "../../cases/index.ts";
import { type CaseHead, isEnded, namesOf } from "../../cases/reading/index.ts";
import { day, idList, list, neededText, ofCase, oneOf, showCase, someOf, text } from "../../cases/working/index.ts";
import { isSheetLanguage, pdfLater, SHEET_LANGUAGES } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { contentDisposition } from "../../files/index.ts";
import { actionRoute, type Asking, type Bytes, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { sheetLanguage } from "../../plan/index.ts";
import { agreementSheet } from "./agreement-sheet.ts";
import { consentsToMove, gatherPackage } from "./gather-package.ts";
import { fetchPackage, givePackage } from "./give-package.ts";
import { AGREED_BY, AGREED_FORMS, GIVEN_HOW, type Part, PARTS } from "./move-words.ts";
import { ChoicePage, movePath, type MoveView, PreparedPage } from "./move.page.tsx";
import { listAgreements } from "./moves.sql.ts";
import { agreeToMove, choiceOf, findMoves, type Move, openHead, prepareMove, readMove, takeBackAgreement, throwAwayMove } from "./prepare-move.ts";

const BASE = "/faelle/:id/umzug";
export const ofMove = z.object({ id: z.uuid(), moveId: z.uuid() });
export const choiceBody = z.object({
  municipality: neededText(200, "Schreiben Sie, wohin die Person zieht."), office: text(200), contact: text(200), movesOn: day("Geben Sie den Tag des Umzugs ein."),
  personIds: idList(30, "Wählen Sie, wer umzieht."), parts: someOf("Wählen Sie, was mitgeht.").refine((all) => all.every((p) => Object.hasOwn(PARTS, p)), "Diesen Teil gibt es nicht."),
  documentIds: list(), continuedIds: list(),
});
export const choiceFrom = ({ municipality, office, contact, parts, ...rest }: z.output<typeof choiceBody>) => ({ ...rest, parts: parts as Part[], recipient: { municipality, office, contact } });
const nameIn = (head: CaseHead) => (id: string): string => { const p = head.persons.find((x) => x.person_id === id); return p === undefined ? "ohne Namen" : namesOf(p).latin; };
const languages = Object.entries(SHEET_LANGUAGES).map(([value, { german }]) => ({ value, label: german }));

async function viewOf(tx: ReadTx, asking: Asking, caseId: string, form: FormState): Promise<MoveView> {
  const common = await showCase(tx, asking, caseId, form);
  const { head } = common;
  const moves = await findMoves(tx, asking, head);
  const move = moves.find((m) => m.state === "prepared") ?? null;
  const nameOf = nameIn(head);
  return {
    ...common, move, given: moves.filter((m) => m.state === "given"), isEnded: isEnded(head.phase), persons: head.persons.filter((p) => p.left_on === null).map((p) => ({ value: p.person_id, label: nameOf(p.person_id) })),
    documents: (await documentsOf(tx, asking, caseId)).filter((d) => !d.isEntrusted).map((d) => ({ value: d.id, label: `${d.name}${d.datedOn === null ? "" : `, ${germanDay(d.datedOn)}`}` })),
    consents: (await consentsToMove(tx, asking, caseId, move?.moves_on ?? asking.today)).map((c) => ({ id: c.id, recipient: c.recipient, person: c.personName, until: c.expiresOn, why: c.why })),
  };
}
async function prepared(tx: ReadTx, asking: Asking, view: MoveView & { readonly move: Move }) {
  const { content } = await gatherPackage(tx, asking, view.head, choiceOf(view.move), await listAgreements(tx, view.move.id), false);
  return page("Umzug", () => <PreparedPage {...view} content={content} languages={languages} nameOf={nameIn(view.head)} />, { nav: "cases" });
}
async function showMove(tx: ReadTx, asking: Asking, caseId: string, form: FormState, moveId?: string) {
  const view = await viewOf(tx, asking, caseId, form);
  const { move } = view;
  // an address that names another one, or none, is nobody's
  if (moveId !== undefined && move?.id !== moveId) throw new NotFound();
  return move === null ? page("Umzug", () => <ChoicePage {...view} />, { nav: "cases" }) : prepared(tx, asking, { ...view, move });
}
const chosen = async (tx: Parameters<typeof prepareMove>[0], input: { params: { id: string }; body: z.output<typeof choiceBody>; version: number }, asking: Asking) => {
  await prepareMove(tx, asking, input.params.id, input.version, choiceFrom(input.body));
  return redirect(movePath(input.params.id), "Gespeichert. Lesen Sie das Paket mit der Person, und halten Sie ihre Zustimmung fest.");
};

export async function packageBytes(tx: ReadTx, asking: Asking, caseId: string, moveId: string): Promise<Bytes> {
  const { name, content } = await fetchPackage(tx, asking, caseId, moveId);
  return bytes(content, { "content-type": "application/zip", "content-disposition": contentDisposition("attachment", name), "x-content-type-options": "nosniff", "cache-control": "private, no-store" });
}

export const moveRoutes: readonly Route[] = [
  formRoute({
    path: BASE, allow: "case.work", record: "move.prepared", showRecord: "case.read", about: "A package for another municipality: what goes along, who agreed, what was given.", params: ofCase, body: choiceBody,
    show: (tx, { params }, asking, form) => showMove(tx, asking, params.id, form), submit: chosen,
  }),
  formRoute({
    path: `${BASE}/auswahl`, allow: "case.work", record: "move.prepared", showRecord: "case.read", about: "Changes what goes along; everybody is asked again then.", params: ofCase, body: choiceBody,
    show: async (tx, { params }, asking, form) => {
      const view = await viewOf(tx, asking, params.id, form);
      return page("Umzug", () => <ChoicePage {...view} />, { nav: "cases" });
    },
    submit: chosen,
  }),
  formRoute({
    path: `${BASE}/:moveId/zustimmung`, allow: "case.work", record: "move.agreed", showRecord: "case.read", about: "Records that a person agrees to exactly this package.", params: ofMove,
    body: z.object({ personId: z.uuid("Wählen Sie eine Person."), agreedOn: day(), givenBy: oneOf(AGREED_BY, "Wählen Sie, wer zustimmt."), form: oneOf(AGREED_FORMS, "Wählen Sie, wie."), language: z.string().refine(isSheetLanguage, "Wählen Sie die Sprache."), witness: text(300) }),
    show: (tx, { params }, asking, form) => showMove(tx, asking, params.id, form, params.moveId),
    submit: async (tx, { params, body }, asking) => {
      await agreeToMove(tx, asking, params.id, params.moveId, body);
      return redirect(movePath(params.id), "Zustimmung festgehalten.");
    },
  }),
  actionRoute({
    path: `${BASE}/:moveId/widerrufen/:agreementId`, allow: "case.work", record: "move.withdrawn", about: "Takes an agreement back, before the package is given.", params: ofMove.extend({ agreementId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      await takeBackAgreement(tx, asking, params.id, params.moveId, params.agreementId);
      return redirect(movePath(params.id), "Zustimmung zurückgenommen. Das Paket geht so nicht hinaus.");
    },
  }),
  formRoute({
    path: `${BASE}/:moveId/uebergeben`, allow: "case.work", record: "move.handed_over", showRecord: "case.read", about: "Makes the package and notes how it went out; only with everybody's word.", params: ofMove, body: z.object({ how: oneOf(GIVEN_HOW, "Wählen Sie den Weg.") }),
    show: (tx, { params }, asking, form) => showMove(tx, asking, params.id, form, params.moveId),
    submit: async (tx, { params, body }, asking) => {
      await givePackage(tx, asking, params.id, params.moveId, body.how);
      return redirect(movePath(params.id), "Das Paket ist erstellt. Laden Sie es herunter, und schließen Sie den Fall ab, wenn hier nichts mehr offen ist.");
    },
  }),
  actionRoute({
    path: `${BASE}/:moveId/verwerfen`, allow: "case.work", record: "move.discarded", about: "Throws a prepared package away.", params: ofMove,
    handle: async (tx, { params }, asking) => {
      await throwAwayMove(tx, asking, params.id, params.moveId);
      return redirect(movePath(params.id), "Paket verworfen.");
    },
  }),
  pageRoute({
    path: `${BASE}/:moveId/paket.zip`, allow: "case.work", record: "move.downloaded", about: "The package as it was given.", params: ofMove,
    handle: (tx, { params }, asking) => packageBytes(tx, asking, params.id, params.moveId),
  }),
  pageRoute({
    path: `${BASE}/:moveId/blatt.pdf`, allow: "case.work", record: "case.printed", about: "The sheet that a person signs before a package goes out, in German and the language of the talk.", params: ofMove, query: z.object({ person: z.uuid() }),
    handle: async (tx, { params, query }, asking) => {
      const head = await openHead(tx, asking, params.id);
      const move = await readMove(tx, asking, head, params.moveId);
      const person = head.persons.find((p) => p.person_id === query.person);
      if (person === undefined || !move.person_ids.includes(query.person)) throw new NotFound();
      await record(tx, asking, { action: "case.printed", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "move_sheet" });
      const { content } = await gatherPackage(tx, asking, head, choiceOf(move), [], false);
      const who = content.persons[move.person_ids.indexOf(query.person)]?.who;
      const sheet = { signer: nameIn(head)(query.person), recipient: move.recipient, movesOn: move.moves_on, parts: move.parts, files: content.documents.map((d) => d.name), consents: content.consents.filter((c) => c.who === who) };
      const spoken = person.languages[0]?.code ?? "de";
      return pdfLater("plan-agreement", agreementSheet(sheet, sheetLanguage(spoken) ?? "de", `Fall ${head.number}`), asking.now, "umzug.pdf");
    },
  }),
];
