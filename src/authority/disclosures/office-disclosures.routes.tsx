import { Readable } from "node:stream";
import { z } from "zod";
import { record } from "../../audit/index.ts";
import { list, optionalId, text } from "../../cases/index.ts";
import { readRequestsOfPerson, senderOf } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { downloadHeaders } from "../../files/index.ts";
import { actionRoute, type Asking, bytes, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { makePdf } from "../../pdf/index.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { listOfficers } from "../office-person.sql.ts";
import { NewOfficeDisclosurePage, OfficeDisclosurePage, OfficeDisclosuresPage } from "./office-disclosure.page.tsx";
import { listDisclosuresOf, readOfficeDisclosure } from "./read-office-disclosures.ts";
import { disclosureFacts, discardOfficeDisclosure, judgeOfficeDisclosure, openRequestAbout, prepareOfficeDisclosure, replyFromOffice, submitOfficeDisclosure } from "./send-office-disclosure.ts";

const ofDisclosure = ofOfficePerson.extend({ disclosureId: z.uuid() });
type Params = z.output<typeof ofDisclosure>;
const BASE = "/vorgaenge/:personId/uebermittlungen";
const ONE = `${BASE}/:disclosureId`;
const EMPTY: FormState = { values: {}, refusals: [] };
const newBody = z.object({ recipientId: text(60), legalBasisId: text(60), purpose: text(500), necessity: text(500), fields: list(), freeText: text(2000), requestItemId: optionalId() });
const back = (p: Params): string => `/vorgaenge/${p.personId}/uebermittlungen/${p.disclosureId}`;

async function shown(tx: ReadTx, asking: Asking, { personId, disclosureId }: Params, form: FormState) {
  const head = await readOfficeHead(tx, asking, personId);
  const disclosure = await readOfficeDisclosure(tx, asking, personId, disclosureId);
  const own = await senderOf(tx, asking);
  await record(tx, asking, { action: "disclosure.read", objectKind: "person", objectIds: [personId, disclosureId] });
  const view = { head, disclosure, sender: [own.organisation, disclosure.authorName], officers: (await listOfficers(tx)).filter((o) => o.id !== asking.session.accountId), hidden: asking.form(), form };
  return page("Übermittlung", () => <OfficeDisclosurePage {...view} />, { nav: "office-files" });
}
const asOne = { allow: "office.work", showRecord: "disclosure.read", params: ofDisclosure, show: (tx: ReadTx, { params }: { params: Params }, asking: Asking, form: FormState) => shown(tx, asking, params, form) } as const;

const pages: Route[] = [
  pageRoute({
    path: BASE, allow: "office.work", record: "disclosure.listed", about: "What an authority disclosed of one person, and asked about it.", params: ofOfficePerson,
    handle: async (tx, { params }, asking) => {
      const head = await readOfficeHead(tx, asking, params.personId);
      const disclosures = await listDisclosuresOf(tx, asking, params.personId);
      const requests = await readRequestsOfPerson(tx, asking, params.personId);
      await record(tx, asking, { action: "disclosure.listed", objectKind: "person", objectIds: [params.personId, ...disclosures.map((d) => d.id)] });
      return page("Übermittlungen", () => <OfficeDisclosuresPage head={head} disclosures={disclosures} requests={requests} />, { nav: "office-files" });
    },
  }),
  formRoute({
    path: `${BASE}/neu`, allow: "office.work", record: "disclosure.prepared", showRecord: "office_file.read", about: "Prepares a disclosure of chosen fields of an own person.", params: ofOfficePerson, query: z.object({ anfrage: optionalId().catch(null) }), body: newBody,
    show: async (tx, { params, query }, asking, form) => {
      const typed = form.values["requestItemId"];
      const request = await openRequestAbout(tx, asking, params.personId, typeof typed === "string" && z.uuid().safeParse(typed).success ? typed : query.anfrage);
      const facts = await disclosureFacts(tx, asking, params.personId, request);
      await record(tx, asking, { action: "office_file.read", objectKind: "person", objectIds: [params.personId] });
      const view = { ...facts, request, form, hidden: asking.form() };
      return page("Neue Übermittlung", () => <NewOfficeDisclosurePage {...view} />, { nav: "office-files" });
    },
    submit: async (tx, { params, body: { requestItemId, ...input } }, asking) => {
      const disclosureId = await prepareOfficeDisclosure(tx, asking, params.personId, input, requestItemId);
      return redirect(back({ personId: params.personId, disclosureId }), "Entwurf gespeichert. Noch ist nichts hinaus.");
    },
  }),
  pageRoute({
    path: ONE, allow: "office.work", record: "disclosure.read", about: "One disclosure of an authority as its recipient will read it.", params: ofDisclosure,
    handle: (tx, { params }, asking) => shown(tx, asking, params, EMPTY),
  }),
];

const forms: Route[] = [
  formRoute({
    ...asOne, path: `${ONE}/vorlegen`, record: "disclosure.submitted", about: "Lays a disclosure before a second officer.", body: z.object({ secondId: text(60) }),
    submit: async (tx, { params, body, version }, asking) => {
      await submitOfficeDisclosure(tx, asking, params.personId, params.disclosureId, version, body.secondId);
      return redirect(back(params), "Vorgelegt.");
    },
  }),
  formRoute({
    ...asOne, path: `${ONE}/urteil`, record: "disclosure.judged", about: "The second officer sends or refuses.", body: z.object({ verdict: z.enum(["yes", "no"], "Wählen Sie ja oder nein."), note: text(1000) }),
    submit: async (tx, { params, body, version }, asking) => {
      await judgeOfficeDisclosure(tx, asking, params.personId, params.disclosureId, version, { agrees: body.verdict === "yes", note: body.note });
      return redirect(back(params), body.verdict === "yes" ? "Übermittelt." : "Festgehalten: Es geht nichts hinaus.");
    },
  }),
  formRoute({
    ...asOne, path: `${ONE}/nachricht`, record: "disclosure.replied", about: "Answers what the recipient asked back.", body: z.object({ text: text(2000) }),
    submit: async (tx, { params, body }, asking) => {
      await replyFromOffice(tx, asking, params.personId, params.disclosureId, body.text);
      return redirect(back(params), "Antwort gesendet.");
    },
  }),
  actionRoute({
    path: `${ONE}/verwerfen`, allow: "office.work", record: "disclosure.discarded", about: "Discards a draft of an authority.", params: ofDisclosure,
    handle: async (tx, { params }, asking) => {
      await discardOfficeDisclosure(tx, asking, params.personId, params.disclosureId);
      return redirect(`/vorgaenge/${params.personId}/uebermittlungen`, "Verworfen.");
    },
  }),
];

const NOTES = ["Verwenden Sie die Angaben nur für den genannten Zweck (Art. 5 Abs. 1 Buchst. b DSGVO).", "Wenn Sie die Angaben nicht brauchen, senden Sie das Schreiben bitte zurück."];
const paper: Route = pageRoute({
  path: `${ONE}/schreiben.pdf`, allow: "office.work", record: "disclosure.printed", about: "The letter of an authority as an accessible PDF, with a receipt where it leaves on paper.", params: ofDisclosure,
  handle: async (tx, { params }, asking) => {
    const d = await readOfficeDisclosure(tx, asking, params.personId, params.disclosureId);
    if (d.state !== "sent") throw new NotFound();
    const { organisation } = await senderOf(tx, asking);
    await record(tx, asking, { action: "disclosure.printed", objectKind: "person", objectIds: [params.personId, d.id] });
    const letter = {
      draft: false, sender: { name: organisation, lines: [d.authorName] }, recipient: { name: d.recipientName, lines: [] }, date: d.sentOn ?? "", reference: d.threadId.slice(-8).toUpperCase(), subject: "Übermittlung von Angaben", legalBasis: d.basis,
      purpose: d.purpose, necessity: d.necessity, fields: d.items.map((i) => ({ label: i.label, value: i.value, asOf: d.createdOn })), notes: NOTES, author: d.authorName, receipt: d.channel === "paper" ? { returnTo: [organisation] } : null,
    };
    // made after the transaction has ended: it takes a second, and a connection would wait for it
    return bytes(Readable.from((async function* () { yield Buffer.from(await makePdf("disclosure-letter", letter, asking.now)); })()), downloadHeaders("pdf", "Uebermittlung.pdf"));
  },
});

export const officeDisclosureRoutes: readonly Route[] = [...pages, ...forms, paper];
