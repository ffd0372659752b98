import { z } from "zod";
import { record } from "../../audit/index.ts";
import { listLifeAreas, ofCase, optionalId, showCase, text } from "../../cases/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { openItem, senderOf } from "../outgoing/index.ts";
import { Check88Page } from "./check-88.page.tsx";
import { ChooseFieldsPage } from "./choose-fields.page.tsx";
import { answersOf, check88Body, disclosureBody, fieldsBody, ofDisclosure, verdictBody } from "./disclosure-input.ts";
import { DisclosurePage } from "./disclosure.page.tsx";
import { DisclosuresPage } from "./disclosures.page.tsx";
import { listDisclosures } from "./disclosures.sql.ts";
import { NewDisclosurePage } from "./new-disclosure.page.tsx";
import { chooseFields, factsFor, keepCheck, offerFields, prepareDisclosure } from "./prepare-disclosure.ts";
import { headOf, readDisclosure } from "./read-disclosure.ts";
import { findRequestOfCase, listRequestsOfCase, type RequestOfCase } from "./request-answered.sql.ts";
import { discardDisclosure, judgeDisclosure, replyToRecipient, sendDisclosure, submitToSecond } from "./send-disclosure.ts";

const EMPTY: FormState = { values: {}, refusals: [] };
const at = (p: { id: string; disclosureId: string }): string => `/faelle/${p.id}/uebermittlungen/${p.disclosureId}`;

/** What a request asks, in one text; empty where its key is gone. */
export function requestText(asking: Asking, r: RequestOfCase): string {
  const content = openItem(asking.app.vault, { tenantId: asking.session.tenantId, keyRef: r.key_ref, id: r.id }, r.content_ct);
  return content.type === "request" ? `${content.about}: ${content.needed}` : "";
}

const listed = pageRoute({
  path: "/faelle/:id/uebermittlungen", allow: "disclosure.make", record: "disclosure.listed", about: "What left a case, and what is to leave.", params: ofCase,
  handle: async (tx, { params }, asking) => {
    const { head, today } = await showCase(tx, asking, params.id, EMPTY);
    const disclosures = (await listDisclosures(tx, params.id)).map((row) => headOf(row, asking));
    const requests = (await listRequestsOfCase(tx, params.id)).map((r) => ({ id: r.id, from: r.sender_name, is87: r.is_87, about: requestText(asking, r) }));
    await record(tx, asking, { action: "disclosure.listed", objectKind: "disclosure", objectIds: disclosures.map((d) => d.id), caseId: params.id });
    return page("Übermittlungen", () => <DisclosuresPage head={head} today={today} disclosures={disclosures} requests={requests} />, { nav: "cases" });
  },
});

const prepared = formRoute({
  path: "/faelle/:id/uebermittlungen/neu", allow: "disclosure.make", record: "disclosure.prepared", showRecord: "case.read", about: "Prepares a disclosure: recipient, basis, purpose, necessity.",
  params: ofCase, query: z.object({ anfrage: optionalId(), berichtigt: optionalId() }), body: disclosureBody,
  show: async (tx, { params, query }, asking, form) => {
    const common = await showCase(tx, asking, params.id, form);
    const facts = await factsFor(tx, asking, params.id);
    const nameOf = (id: string): string => { const p = common.head.persons.find((x) => x.person_id === id); return p === undefined ? "" : namesOf(p).latin; };
    const consents = facts.consents.map((c) => ({ ...c, person: nameOf(c.person_id), recipient: facts.organisations.find((o) => o.id === c.recipient_id)?.name ?? "andere Stelle" }));
    const request = await occasionOf(tx, asking, params.id, query.anfrage ?? text1(form, "requestItemId"));
    const corrects = await correctedOf(tx, asking, params.id, query.berichtigt ?? text1(form, "correctsId"));
    const view = { ...common, ...facts, consents, lifeAreas: await listLifeAreas(tx), request, corrects };
    return page("Neue Übermittlung", () => <NewDisclosurePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body }, asking) => {
    const id = await prepareDisclosure(tx, asking, params.id, body);
    return redirect(`/faelle/${params.id}/uebermittlungen/${id}/auswahl`);
  },
});
const text1 = (form: FormState, name: string): string | null => (typeof form.values[name] === "string" && form.values[name] !== "" ? form.values[name] : null);

async function occasionOf(tx: ReadTx, asking: Asking, caseId: string, itemId: string | null) {
  const r = itemId === null ? undefined : await findRequestOfCase(tx, caseId, itemId);
  if (r === undefined) return null;
  return { id: r.id, from: r.sender_name, recipient: r.sender_id === null ? "" : `o:${r.sender_id}`, text: requestText(asking, r), is87: r.is_87 };
}
async function correctedOf(tx: ReadTx, asking: Asking, caseId: string, id: string | null) {
  if (id === null) return null;
  const d = await readDisclosure(tx, asking, caseId, id);
  if (d.state !== "sent") throw new NotFound();
  const recipient = d.recipientId !== null ? `o:${d.recipientId}` : d.recipientTenantId !== null ? `t:${d.recipientTenantId}` : "paper";
  return { id, recipient, sentOn: d.sentOn ?? "", basisId: d.basisId, consentId: d.consentId, purpose: d.purpose };
}

const chosen = formRoute({
  path: "/faelle/:id/uebermittlungen/:disclosureId/auswahl", allow: "disclosure.make", record: "disclosure.chosen", showRecord: "disclosure.read", about: "Chooses field by field what leaves; what may not is greyed with the reason.",
  params: ofDisclosure, body: fieldsBody,
  show: async (tx, { params }, asking, form) => {
    const common = await showCase(tx, asking, params.id, form);
    const disclosure = await readDisclosure(tx, asking, params.id, params.disclosureId);
    if (disclosure.state !== "draft" || !disclosure.isMine) throw new NotFound();
    const offered = await offerFields(tx, asking, common.head, params.disclosureId);
    await record(tx, asking, { action: "disclosure.read", objectKind: "disclosure", objectIds: [params.disclosureId], caseId: params.id });
    const view = { ...common, disclosure, offered, lifeAreas: await listLifeAreas(tx) };
    return page("Angaben wählen", () => <ChooseFieldsPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body }, asking) => {
    const head = await readCaseHead(tx, asking, params.id);
    await chooseFields(tx, asking, head, params.disclosureId, { keys: body.fields, freeText: body.freeText, freeTextAbout: body.freeTextAbout, freeTextPersonId: body.freeTextPersonId });
    return redirect(at(params));
  },
});

async function shown(tx: ReadTx, asking: Asking, params: { id: string; disclosureId: string }, form: FormState) {
  const common = await showCase(tx, asking, params.id, form);
  const disclosure = await readDisclosure(tx, asking, params.id, params.disclosureId);
  const sender = await senderOf(tx, asking);
  await record(tx, asking, { action: "disclosure.read", objectKind: "disclosure", objectIds: [params.disclosureId], caseId: params.id });
  const view = { ...common, disclosure, sender: [sender.organisation, disclosure.authorName], me: asking.session.accountId };
  return page("Übermittlung", () => <DisclosurePage {...view} />, { nav: "cases" });
}

const preview = pageRoute({
  path: "/faelle/:id/uebermittlungen/:disclosureId", allow: "disclosure.make", record: "disclosure.read", about: "The letter as it leaves, where it stands, and the next step.", params: ofDisclosure,
  handle: (tx, { params }, asking) => shown(tx, asking, params, EMPTY),
});
const asForm = { allow: "disclosure.make", showRecord: "disclosure.read", params: ofDisclosure, show: (tx: ReadTx, input: { params: { id: string; disclosureId: string } }, asking: Asking, form: FormState) => shown(tx, asking, input.params, form) } as const;

const send = formRoute({
  ...asForm, path: "/faelle/:id/uebermittlungen/:disclosureId/senden", record: "disclosure.sent", about: "Sends a disclosure that a consent carries, or in acute danger.", body: z.object({ secondId: optionalId() }),
  submit: async (tx, { params, body, version }, asking) => {
    await sendDisclosure(tx, asking, params.id, params.disclosureId, version, body.secondId);
    return redirect(at(params), "Festgehalten: Die Angaben haben den Fall verlassen.");
  },
});
const submit = formRoute({
  ...asForm, path: "/faelle/:id/uebermittlungen/:disclosureId/vorlegen", record: "disclosure.submitted", about: "Puts a disclosure without consent to a second person of the team.", body: z.object({ secondId: optionalId() }),
  submit: async (tx, { params, body, version }, asking) => {
    if (body.secondId === null) throw new Refused([{ code: "second-missing", field: "secondId", sentence: "Wählen Sie, wer mitentscheidet." }]);
    await submitToSecond(tx, asking, params.id, params.disclosureId, version, body.secondId);
    return redirect(at(params), "Vorgelegt: Die zweite Person findet es unter „Mein Tag“.");
  },
});
const judge = formRoute({
  ...asForm, path: "/faelle/:id/uebermittlungen/:disclosureId/urteil", record: "disclosure.judged", about: "The second person agrees, and it leaves, or refuses.", body: verdictBody,
  submit: async (tx, { params, body, version }, asking) => {
    const { awaitsLaterVerdict } = await readDisclosure(tx, asking, params.id, params.disclosureId);
    await judgeDisclosure(tx, asking, params.id, params.disclosureId, version, body);
    if (awaitsLaterVerdict) return redirect(at(params), "Urteil festgehalten.");
    return redirect(at(params), body.agrees ? "Zugestimmt: Die Angaben haben den Fall verlassen." : "Abgelehnt: Nichts hat den Fall verlassen.");
  },
});
const reply = formRoute({
  ...asForm, path: "/faelle/:id/uebermittlungen/:disclosureId/nachricht", record: "disclosure.replied", about: "Answers what the recipient asked back.", body: z.object({ text: text(2000) }),
  submit: async (tx, { params, body }, asking) => {
    await replyToRecipient(tx, asking, params.id, params.disclosureId, body.text);
    return redirect(at(params), "Antwort gesendet.");
  },
});
const discard = actionRoute({
  path: "/faelle/:id/uebermittlungen/:disclosureId/verwerfen", allow: "disclosure.make", record: "disclosure.discarded", about: "Throws one's own draft away.", params: ofDisclosure,
  handle: async (tx, { params }, asking) => {
    await discardDisclosure(tx, asking, params.id, params.disclosureId);
    return redirect(`/faelle/${params.id}/uebermittlungen`, "Entwurf verworfen.");
  },
});
const check = formRoute({
  path: "/faelle/:id/uebermittlungen/:disclosureId/pruefung-88", allow: "disclosure.make", record: "disclosure.law_checked", showRecord: "disclosure.read", about: "The check of § 88 AufenthG as questions.", params: ofDisclosure, body: check88Body,
  show: async (tx, { params }, asking, form) => {
    const view = await showCase(tx, asking, params.id, form);
    const d = await readDisclosure(tx, asking, params.id, params.disclosureId);
    await record(tx, asking, { action: "disclosure.read", objectKind: "disclosure", objectIds: [d.id], caseId: params.id });
    return page("Prüfung nach § 88 AufenthG", () => <Check88Page view={view} known={d.check88?.answers} version={d.version} />, { nav: "cases" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    await keepCheck(tx, asking, params.id, params.disclosureId, version, answersOf(body));
    return redirect(at(params), "Prüfung festgehalten.");
  },
});

export const disclosurePages: readonly Route[] = [listed, prepared, chosen, preview, send, submit, judge, reply, discard, check];
