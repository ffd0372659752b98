import { Readable } from "node:stream";
import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { fileUrl, ofCase, optionalId, showCase } from "../../cases/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders } from "../../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { makePdf } from "../../pdf/index.ts";
import type { CaseHead } from "../../cases/reading/index.ts";
import { readNotices } from "../notices/read-notices.ts";
import { getTemplate, listTemplates } from "../templates/templates.sql.ts";
import { listPapers } from "../word-papers/word-papers.sql.ts";
import { gapsOf, type LetterInput } from "./decide-letter.ts";
import { LetterFormPage } from "./letter-form.page.tsx";
import { letterBody, letterInput, ofLetter } from "./letter-input.ts";
import { LetterPage } from "./letter.page.tsx";
import { LettersPage } from "./letters.page.tsx";
import { paperOf } from "./paper-of.ts";
import { fill, type PlaceValues } from "./places.ts";
import { readPlaces } from "./read-places.ts";
import { readLetter, readLetters } from "./read-letters.ts";
import { changeLetter, makeLetter, writeLetter } from "./write-letter.ts";

const NO_FORM: FormState = { values: {}, refusals: [] };
const newQuery = z.object({ vorlage: z.uuid().optional(), bescheid: z.uuid().optional() });

/** A template with what the case knows in its places; an empty letter where none was chosen. */
export async function filledTemplate(tx: ReadTx, asking: Asking, head: CaseHead, templateId: string | null, noticeId: string | null): Promise<LetterInput> {
  const personId = head.mainPersonId ?? head.persons[0]?.person_id ?? null;
  const empty = { personId, recipient: "", subject: "", salutation: "", text: "", closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "", datedOn: asking.today } as const;
  if (templateId === null) return empty;
  const t = await getTemplate(tx, templateId);
  const values: PlaceValues = await readPlaces(tx, asking, head, personId, noticeId);
  const isToPerson = t.salutation.includes("{{person_name}}");
  const recipient = isToPerson ? [values.person_name, values.person_anschrift].filter((x) => x !== "").join("\n") : values.bescheid_behoerde;
  return { ...empty, recipient, subject: fill(t.subject, values), salutation: fill(t.salutation, values), text: fill(t.body, values), closing: fill(t.closing, values), otherLanguage: t.otherLanguage, otherText: fill(t.otherText, values) };
}

const writing: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/briefe/neu", allow: "case.work", record: "letter.added", showRecord: "case.read", about: "Writes a letter, from a template of the room filled from the case, in German or beside another language.", params: ofCase, query: newQuery, body: letterBody,
    show: async (tx, { params, query }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const known = await filledTemplate(tx, asking, common.head, query.vorlage ?? null, query.bescheid ?? null);
      const notices = query.vorlage === undefined ? [] : (await readNotices(tx, asking, params.id)).map((n) => ({ id: n.id, subject: n.subject }));
      const filling = { base: `/faelle/${params.id}/briefe/neu?vorlage=${query.vorlage ?? ""}`, notices, chosen: query.bescheid ?? null };
      return page("Brief schreiben", () => <LetterFormPage {...common} known={known} version={null} gaps={gapsOf(known)} filling={filling} />, { nav: "cases" });
    },
    submit: async (tx, { params, query, body }, asking) => {
      const id = await writeLetter(tx, asking, params.id, query.vorlage ?? null, letterInput(body, asking.today));
      return { ...redirect(`/faelle/${params.id}/briefe/${id}`), id };
    },
  }),
  formRoute({
    path: "/faelle/:id/briefe/:letterId/aendern", allow: "case.work", record: "letter.changed", showRecord: "letter.read", about: "Changes a letter that is still a draft.", params: ofLetter, body: letterBody,
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const letter = await readLetter(tx, asking, params.id, params.letterId);
      await record(tx, asking, { action: "letter.read", objectKind: "letter", objectIds: [letter.id], caseId: params.id });
      return page("Brief ändern", () => <LetterFormPage {...common} known={letter} version={letter.version} gaps={letter.gaps} filling={null} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await changeLetter(tx, asking, params.id, params.letterId, version, letterInput(body, asking.today));
      return redirect(`/faelle/${params.id}/briefe/${params.letterId}`, "Gespeichert.");
    },
  }),
];

export const letterRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/briefe", allow: "case.work", record: "letter.listed", about: "Letters of a case, and the templates to begin with.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const { head, today } = await showCase(tx, asking, params.id, NO_FORM);
      const letters = await readLetters(tx, asking, params.id);
      await record(tx, asking, { action: "letter.listed", objectKind: "letter", objectIds: letters.map((l) => l.id), caseId: params.id });
      const templates = await listTemplates(tx);
      return page("Briefe", () => <LettersPage head={head} today={today} letters={letters} templates={templates} mayWriteTemplates={mayUse(asking.session, "letter.template")} />, { nav: "cases" });
    },
  }),
  ...writing,
  pageRoute({
    path: "/faelle/:id/briefe/:letterId", allow: "case.work", record: "letter.read", about: "A letter as it will be printed.", params: ofLetter,
    handle: async (tx, { params }, asking) => {
      const { head, today, hidden } = await showCase(tx, asking, params.id, NO_FORM);
      const letter = await readLetter(tx, asking, params.id, params.letterId);
      await record(tx, asking, { action: "letter.read", objectKind: "letter", objectIds: [letter.id], caseId: params.id });
      const papers = await listPapers(tx);
      return page("Brief", () => <LetterPage head={head} today={today} hidden={hidden} letter={letter} papers={papers} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: "/faelle/:id/briefe/:letterId/vorschau.pdf", allow: "case.work", record: "letter.read", about: "The letter as an accessible PDF, for the frame on its page; nothing is kept.", params: ofLetter,
    handle: async (tx, { params }, asking) => {
      const letter = await readLetter(tx, asking, params.id, params.letterId);
      const paper = paperOf(letter, await readPlaces(tx, asking, await readCaseHead(tx, asking, params.id), letter.personId, null));
      await record(tx, asking, { action: "letter.read", objectKind: "letter", objectIds: [letter.id], caseId: params.id });
      const making = async function* (): AsyncGenerator<Uint8Array> { yield await makePdf("case-letter", paper, asking.now); };
      return bytes(Readable.from(making(), { objectMode: false }), downloadHeaders("pdf", "Brief.pdf", true));
    },
  }),
  actionRoute({
    path: "/faelle/:id/briefe/:letterId/ablegen", allow: "case.work", record: "letter.made", about: "Makes the paper, as PDF or on the municipality's Word paper, and keeps it with the files of the case.", params: ofLetter, body: z.object({ wordPaperId: optionalId() }),
    handle: async (tx, { params, body }, asking) => {
      const documentId = await makeLetter(tx, asking, params.id, params.letterId, body.wordPaperId);
      return redirect(`/faelle/${params.id}/briefe/${params.letterId}`, "Der Brief liegt bei den Dateien.", { href: `${fileUrl(params.id, documentId)}/herunterladen`, label: "Herunterladen" });
    },
  }),
];
