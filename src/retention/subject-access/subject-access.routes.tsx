import { Readable } from "node:stream";
import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, ofCase, oneOf, showCase } from "../../cases/working/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { senderOf } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders } from "../../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { makePdf, type WithdrawalReceipt } from "../../pdf/index.ts";
import { AccessPage, GivePage, ReviewPage } from "./access.page.tsx";
import { HOWS, IDENTITIES, REASONS, VERDICTS } from "./access-words.ts";
import { AccessesPage } from "./accesses.page.tsx";
import { gather, textsOf } from "./gather.ts";
import { beginAccess, dueOn, giveAccess, isPlain, paperOf, readGivenData, releasePlain, reviewText, withdrawAccess } from "./give-access.ts";
import { readStatement } from "./statement.ts";
import { getAccess, listAccesses } from "./subject-access.sql.ts";

export const beginBody = z.object({ personId: z.uuid("Wählen Sie, wer fragt."), askedOn: day() });
export const reviewBody = z.object({ verdict: oneOf(VERDICTS, "Wählen Sie, was herausgeht."), passages: z.string().max(4000).default(""), reason: z.union([oneOf(REASONS, "Wählen Sie den Grund."), z.literal("")]).nullish().transform((r) => (r === "" || r === undefined ? null : r)) });
export const giveBody = z.object({ identityBy: oneOf(IDENTITIES, "Wählen Sie, wie sicher ist, wer fragt."), how: oneOf(HOWS, "Wählen Sie den Weg.") });
export const ofAccess = z.object({ id: z.uuid(), accessId: z.uuid() });
const ofText = ofAccess.extend({ place: z.string().regex(/^[a-z_]+\.[a-z_]+$/).max(100), rowId: z.uuid() });
const NO_FORM: FormState = { values: {}, refusals: [] };

export async function readAccesses(tx: ReadTx, caseId: string, persons: readonly { readonly person_id: string; readonly name: string }[]) {
  return (await listAccesses(tx, caseId)).map((a) => ({ id: a.id, personId: a.person_id, personName: persons.find((p) => p.person_id === a.person_id)?.name ?? "", askedOn: a.asked_on, dueOn: dueOn(a.asked_on), state: a.state, givenOn: a.given_on, givenHow: a.given_how }));
}
async function shownAccess(tx: ReadTx, asking: Asking, caseId: string, accessId: string, form: FormState) {
  const common = await showCase(tx, asking, caseId, form);
  const { data_ct: _data, ...access } = await getAccess(tx, caseId, accessId);
  return { ...common, access };
}
const urlOf = (p: { readonly id: string; readonly accessId: string }): string => `/faelle/${p.id}/auskunft/${p.accessId}`;

const reading: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/auskunft", allow: "case.work", record: "subject_access.begun", showRecord: "case.read", about: "Who of the case asked what is held on them (Art. 15 DSGVO); begins an answer.", params: ofCase, body: beginBody,
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const accesses = await readAccesses(tx, params.id, common.head.persons.map((p) => ({ person_id: p.person_id, name: namesOf(p).latin })));
      return page("Auskunft", () => <AccessesPage {...common} accesses={accesses} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const id = await beginAccess(tx, asking, params.id, body.personId, body.askedOn);
      return { ...redirect(`/faelle/${params.id}/auskunft/${id}`), id };
    },
  }),
  pageRoute({
    path: "/faelle/:id/auskunft/:accessId", allow: "case.work", record: "subject_access.read", about: "Every text held on a person, and what was decided on each before it goes out.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      const view = await shownAccess(tx, asking, params.id, params.accessId, NO_FORM);
      const gathered = await gather(tx, asking, params.id, view.access.person_id, params.accessId);
      await record(tx, asking, { action: "subject_access.read", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id });
      const plain = textsOf(gathered).filter(isPlain).length;
      return page("Auskunft", () => <AccessPage {...view} dueOn={dueOn(view.access.asked_on)} gathered={gathered} plain={plain} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: "/faelle/:id/auskunft/:accessId/vorschau.pdf", allow: "case.work", record: "subject_access.read", about: "The paper as it would go out now; what nobody has decided on is not in it.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      const access = await getAccess(tx, params.id, params.accessId);
      const { statement } = await readStatement(tx, asking, params.id, access.person_id, params.accessId);
      await record(tx, asking, { action: "subject_access.read", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id });
      const making = async function* (): AsyncGenerator<Uint8Array> { yield await makePdf("subject-access", paperOf(statement), asking.now); };
      return bytes(Readable.from(making(), { objectMode: false }), downloadHeaders("pdf", "Auskunft Vorschau.pdf", true));
    },
  }),
  pageRoute({
    path: "/faelle/:id/auskunft/:accessId/daten.json", allow: "case.work", record: "subject_access.downloaded", about: "The same as the paper for programs, as it was given out.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      const data = await readGivenData(tx, asking, params.id, params.accessId);
      await record(tx, asking, { action: "subject_access.downloaded", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id });
      return bytes(Buffer.from(data), { ...downloadHeaders("txt", "Auskunft.json"), "content-type": "application/json; charset=utf-8" });
    },
  }),
  pageRoute({
    path: "/faelle/:id/auskunft/:accessId/empfang.pdf", allow: "case.work", record: "subject_access.printed", about: "A receipt to sign for what was given out.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      const { head, access } = await shownAccess(tx, asking, params.id, params.accessId, NO_FORM);
      if (access.state !== "given") throw new NotFound();
      const person = head.persons.find((p) => p.person_id === access.person_id);
      const same = (text: string) => ({ de: text, other: text });
      const line = (label: string, value: string) => ({ label: same(label), value: same(value) });
      const receipt: WithdrawalReceipt = {
        language: "de", title: same("Empfangsbestätigung"), reference: `Fall ${head.number}`,
        facts: [line("Auskunft nach Art. 15 DSGVO an", person === undefined ? "" : namesOf(person).latin), line("Von", (await senderOf(tx, asking)).organisation), line("Gefragt am", germanDay(access.asked_on)), line("Gegeben am", germanDay(access.given_on!)), line("Weg", HOWS[access.given_how!]), line("Wer fragt", IDENTITIES[access.identity_by!])],
        sections: [], closing: [same("Ich habe die Auskunft erhalten."), same("Tag: ______________________     Unterschrift: ____________________________________")],
      };
      await record(tx, asking, { action: "subject_access.printed", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id });
      const making = async function* (): AsyncGenerator<Uint8Array> { yield await makePdf("receipt", receipt, asking.now); };
      return bytes(Readable.from(making(), { objectMode: false }), downloadHeaders("pdf", "Empfangsbestätigung.pdf", true));
    },
  }),
];

const writing: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/auskunft/:accessId/texte/:place/:rowId", allow: "case.work", record: "subject_access.reviewed", showRecord: "subject_access.read", about: "Decides on one text: whole, with passages blacked out, or not at all, with a reason.", params: ofText, body: reviewBody,
    show: async (tx, { params }, asking, form) => {
      const view = await shownAccess(tx, asking, params.id, params.accessId, form);
      const gathered = await gather(tx, asking, params.id, view.access.person_id, params.accessId);
      const text = textsOf(gathered).find((t) => t.place === params.place && t.rowId === params.rowId);
      if (text === undefined || view.access.state !== "open") throw new NotFound();
      await record(tx, asking, { action: "subject_access.read", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id });
      return page("Text prüfen", () => <ReviewPage {...view} text={text} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await reviewText(tx, asking, params.id, params.accessId, { ...body, place: params.place, rowId: params.rowId });
      return redirect(`${urlOf(params)}#t-${params.rowId}`, "Entschieden.");
    },
  }),
  actionRoute({
    path: "/faelle/:id/auskunft/:accessId/ohne-fund", allow: "case.work", record: "subject_access.reviewed", about: "Whoever read them says that all texts without a name of others go out whole.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      const n = await releasePlain(tx, asking, params.id, params.accessId);
      return redirect(urlOf(params), n === 1 ? "Ein Text geht ganz heraus." : `${n} Texte gehen ganz heraus.`);
    },
  }),
  formRoute({
    path: "/faelle/:id/auskunft/:accessId/ausgeben", allow: "case.work", record: "subject_access.given", showRecord: "case.read", about: "Makes the paper and the data and closes the request.", params: ofAccess, body: giveBody,
    show: async (tx, { params }, asking, form) => {
      const view = await shownAccess(tx, asking, params.id, params.accessId, form);
      if (view.access.state !== "open") throw new NotFound();
      const person = view.head.persons.find((p) => p.person_id === view.access.person_id);
      return page("Auskunft ausgeben", () => <GivePage {...view} name={person === undefined ? "" : namesOf(person).latin} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await giveAccess(tx, asking, params.id, params.accessId, version, body);
      return redirect(urlOf(params), "Die Auskunft ist erstellt und liegt bei den Dateien.");
    },
  }),
  actionRoute({
    path: "/faelle/:id/auskunft/:accessId/zuruecknehmen", allow: "case.work", record: "subject_access.withdrawn", about: "Ends a request that the person took back.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      await withdrawAccess(tx, asking, params.id, params.accessId);
      return redirect(`/faelle/${params.id}/auskunft`, "Beendet.");
    },
  }),
];
export const subjectAccessPages: readonly Route[] = [...reading, ...writing];
