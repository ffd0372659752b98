import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase, optionalId, text } from "../../cases/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { answersOf, check88Body, disclosureBody, fieldsBody, ofDisclosure, verdictBody } from "./disclosure-input.ts";
import { findDisclosureCase, listDisclosures } from "./disclosures.sql.ts";
import { chooseFields, keepCheck, offerFields, prepareDisclosure } from "./prepare-disclosure.ts";
import { type DisclosureHead, headOf, readDisclosure, type ShownDisclosure } from "./read-disclosure.ts";
import { discardDisclosure, judgeDisclosure, replyToRecipient, sendDisclosure, submitToSecond } from "./send-disclosure.ts";

const head = z.object({
  id: z.uuid(), caseId: z.uuid(), state: z.string(), recipientState: z.string().nullable(), recipientName: z.string(), channel: z.string(), kind: z.string(), basis: z.string(), consentId: z.uuid().nullable(),
  answers87: z.boolean(), exception: z.string().nullable(), isAcute: z.boolean(), authorName: z.string(), secondName: z.string(), secondAgrees: z.boolean().nullable(), labels: z.array(z.string()), version: z.int(),
});
const whole = head.extend({
  purpose: z.string(), necessity: z.string(), secondNote: z.string(), check88: z.unknown(), problems: z.array(z.string()),
  items: z.array(z.object({ position: z.int(), field: z.string(), category: z.string(), label: z.string(), value: z.string(), person: z.string() })),
  messages: z.array(z.object({ isIncoming: z.boolean(), by: z.string(), at: z.string(), text: z.string() })),
});
const headExample = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, state: "draft", recipientState: null, recipientName: "Ausländerbehörde Kreis Lindenau", channel: "inbox", kind: "disclosure", basis: "§ 9 TIntG NRW (Case Management)", consentId: null,
  answers87: false, exception: null, isAcute: false, authorName: "Mara Brandt", secondName: "", secondAgrees: null, labels: ["Name"], version: 1,
};
const wholeExample = {
  ...headExample, purpose: "Verlängerung des Aufenthaltstitels", necessity: "Ohne die Meldeanschrift kann nicht geladen werden.", secondNote: "", check88: null, problems: ["second_person"],
  items: [{ position: 1, field: "person.names", category: "Name, Geburt, Staatsangehörigkeit", label: "Name", value: "Haddad, Amira", person: "Haddad, Amira" }], messages: [],
};
const headAnswer = (d: DisclosureHead) => ({
  id: d.id, caseId: d.caseId, state: d.state, recipientState: d.recipientState, recipientName: d.recipientName, channel: d.channel, kind: d.kind, basis: d.basis, consentId: d.consentId, answers87: d.answers87, exception: d.exceptionKey, isAcute: d.isAcute,
  authorName: d.authorName, secondName: d.secondName, secondAgrees: d.secondAgrees, labels: d.labels, version: d.version,
});
const wholeAnswer = (d: ShownDisclosure) => ({
  ...headAnswer(d), purpose: d.purpose, necessity: d.necessity, secondNote: d.secondNote, check88: d.check88, problems: d.problems,
  items: d.items.map(({ position, field, category, label, value, person }) => ({ position, field, category, label, value, person })), messages: d.messages,
});
const showOne = async (tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Json> => {
  const d = await readDisclosure(tx, asking, caseId, id);
  return json(wholeAnswer(d), d.version);
};
// a replay knows only the disclosure's id: its case is looked up under the rights of that moment
const asOne = { allow: "disclosure.make", answer: whole, example: wholeExample, show: async (tx: ReadTx, id: string, asking: Asking) => showOne(tx, asking, (await findDisclosureCase(tx, id)).case_id, id) } as const;
const BASE = "/api/v1/cases/:id/disclosures";

const reads: Route[] = [
  apiRead({
    path: BASE, allow: "disclosure.make", record: "disclosure.listed", about: "What left a case, and what is to leave.", params: ofCase, answer: z.object({ disclosures: z.array(head) }), example: { disclosures: [headExample] },
    handle: async (tx, { params }, asking) => {
      if (!(await readCaseHead(tx, asking, params.id)).isOpen) throw new NotFound();
      const disclosures = (await listDisclosures(tx, params.id)).map((row) => headAnswer(headOf(row, asking)));
      await record(tx, asking, { action: "disclosure.listed", objectKind: "disclosure", objectIds: disclosures.map((d) => d.id), caseId: params.id });
      return json({ disclosures });
    },
  }),
  apiRead({
    path: `${BASE}/:disclosureId`, allow: "disclosure.make", record: "disclosure.read", about: "A disclosure, with what stands against sending it.", params: ofDisclosure, answer: whole, example: wholeExample,
    handle: async (tx, { params }, asking) => {
      const answer = await showOne(tx, asking, params.id, params.disclosureId);
      await record(tx, asking, { action: "disclosure.read", objectKind: "disclosure", objectIds: [params.disclosureId], caseId: params.id });
      return answer;
    },
  }),
  apiRead({
    path: `${BASE}/:disclosureId/fields`, allow: "disclosure.make", record: "disclosure.read", about: "What of the case could be chosen, each with the reasons against it as codes.", params: ofDisclosure,
    answer: z.object({ fields: z.array(z.object({ key: z.string(), label: z.string(), value: z.string(), personId: z.uuid().nullable(), problems: z.array(z.string()) })) }),
    example: { fields: [{ key: `person.names:${EXAMPLE_ID}`, label: "Name", value: "Haddad, Amira", personId: EXAMPLE_ID, problems: ["not_covered"] }] },
    handle: async (tx, { params }, asking) => {
      const of = await readCaseHead(tx, asking, params.id);
      await readDisclosure(tx, asking, params.id, params.disclosureId);
      const fields = (await offerFields(tx, asking, of, params.disclosureId)).map(({ key, label, value, personId, problems }) => ({ key, label, value, personId, problems }));
      await record(tx, asking, { action: "disclosure.read", objectKind: "disclosure", objectIds: [params.disclosureId], caseId: params.id });
      return json({ fields });
    },
  }),
];

const writes: Route[] = [
  apiWrite({
    ...asOne, path: BASE, method: "POST", record: "disclosure.prepared", about: "Prepares a disclosure: recipient as `o:<organisation>`, `t:<municipality>` or `paper`.", params: ofCase, body: disclosureBody,
    bodyExample: { recipient: `o:${EXAMPLE_ID}`, legalBasisId: EXAMPLE_ID, purpose: "Verlängerung des Aufenthaltstitels", necessity: "Ohne die Anschrift kann nicht geladen werden." },
    handle: async (tx, { params, body }, asking) => {
      const id = await prepareDisclosure(tx, asking, params.id, body);
      return written(id, { location: `/api/v1/cases/${params.id}/disclosures/${id}` });
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/fields`, method: "PUT", record: "disclosure.chosen", about: "Chooses what leaves; replaces what was chosen.", params: ofDisclosure, body: fieldsBody, bodyExample: { fields: [`person.names:${EXAMPLE_ID}`] },
    handle: async (tx, { params, body }, asking) => {
      const { fields, ...free } = body;
      await chooseFields(tx, asking, await readCaseHead(tx, asking, params.id), params.disclosureId, { keys: fields, ...free });
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/check-88`, method: "PUT", record: "disclosure.law_checked", about: "Answers the questions of § 88 AufenthG.", params: ofDisclosure, body: check88Body, versioned: true,
    bodyExample: { isPublic: "yes", isSchool: "no", isEntrusted: "no", isSecret: "no", isSocialData: "no" },
    handle: async (tx, { params, body, version }, asking) => {
      await keepCheck(tx, asking, params.id, params.disclosureId, version, answersOf(body));
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/sending`, method: "PUT", record: "disclosure.sent", about: "Sends what a consent carries, or what cannot wait.", params: ofDisclosure, body: z.object({ secondId: optionalId() }), versioned: true, bodyExample: {},
    handle: async (tx, { params, body, version }, asking) => {
      await sendDisclosure(tx, asking, params.id, params.disclosureId, version, body.secondId);
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/submission`, method: "PUT", record: "disclosure.submitted", about: "Puts it to a second person of the team.", params: ofDisclosure, body: z.object({ secondId: optionalId() }), versioned: true, bodyExample: { secondId: EXAMPLE_ID },
    handle: async (tx, { params, body, version }, asking) => {
      if (body.secondId === null) throw new Refused([{ code: "second-missing", field: "secondId", sentence: "Wählen Sie, wer mitentscheidet." }]);
      await submitToSecond(tx, asking, params.id, params.disclosureId, version, body.secondId);
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/verdict`, method: "PUT", record: "disclosure.judged", about: "The second person agrees, and it leaves, or refuses; what left in acute danger is judged afterwards.", params: ofDisclosure, body: verdictBody, versioned: true, bodyExample: { agrees: true, note: "" },
    handle: async (tx, { params, body, version }, asking) => {
      await judgeDisclosure(tx, asking, params.id, params.disclosureId, version, body);
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId`, method: "DELETE", record: "disclosure.discarded", about: "Throws one's own draft away.", params: ofDisclosure, versioned: true,
    handle: async (tx, { params, version }, asking) => {
      await discardDisclosure(tx, asking, params.id, params.disclosureId, version);
      return written(params.disclosureId);
    },
  }),
  apiWrite({
    ...asOne, path: `${BASE}/:disclosureId/messages`, method: "POST", record: "disclosure.replied", about: "Answers what the recipient asked back.", params: ofDisclosure, body: z.object({ text: text(2000) }), bodyExample: { text: "Seit Mai." },
    handle: async (tx, { params, body }, asking) => {
      await replyToRecipient(tx, asking, params.id, params.disclosureId, body.text);
      return written(params.disclosureId);
    },
  }),
];

export const disclosuresApi: readonly Route[] = [...reads, ...writes];
