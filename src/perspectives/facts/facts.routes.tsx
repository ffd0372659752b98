import { z } from "zod";
import { record } from "../../audit/index.ts";
import { type CaseHead, readCaseHead, readersOf } from "../../cases/reading/index.ts";
import { ofCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { recordFact, withdrawFact } from "./change-facts.ts";
import { typedValue } from "./decide-fact.ts";
import { entryBody, factKeyText, specOf } from "./fact-form-input.ts";
import { FactFormPage } from "./fact-form.page.tsx";
import { FactsPage, factsUrl } from "./facts.page.tsx";
import { getFactRow } from "./facts.sql.ts";
import { evidenceOf, historyOf, readPersonFacts } from "./read-facts.ts";

const BASE = "/faelle/:id/personen/:personId/angaben";
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });
const ofKey = ofPerson.extend({ key: factKeyText });

async function openHead(tx: ReadTx, asking: Asking, caseId: string, personId: string): Promise<CaseHead> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  await record(tx, asking, { action: "fact.read", objectKind: "person", objectIds: [personId], caseId });
  return head;
}
export const factRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/angaben",
    allow: "case.read",
    record: "case.read",
    about: "Leads to what is known of the main person of the case.",
    params: ofCase,
    handle: async (tx, { params }, asking) => {
      const head = await readCaseHead(tx, asking, params.id);
      const first = head.persons.find((p) => p.left_on === null);
      if (!head.isOpen || first === undefined) throw new NotFound();
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return redirect(factsUrl(params.id, head.mainPersonId ?? first.person_id));
    },
  }),
  pageRoute({
    path: BASE,
    allow: "case.read",
    record: "fact.read",
    about: "What is known of a person of the case, by situation of life; what can still matter first.",
    params: ofPerson,
    handle: async (tx, { params }, asking) => {
      const head = await openHead(tx, asking, params.id, params.personId);
      const view = { head, today: asking.today, shown: await readPersonFacts(tx, asking, head, params.personId) };
      return page("Angaben", () => <FactsPage {...view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: `${BASE}/:key`,
    allow: "facts.record",
    record: "fact.recorded",
    showRecord: "fact.read",
    about: "One fact of a person with its history; records another entry.",
    params: ofKey,
    query: z.object({ beleg: z.uuid().optional() }),
    body: entryBody,
    show: async (tx, { params, query }, asking, form) => {
      const spec = specOf(params.key);
      const head = await openHead(tx, asking, params.id, params.personId);
      const { known, name, mayWrite } = await readPersonFacts(tx, asking, head, params.personId);
      const [evidence, readers] = await Promise.all([evidenceOf(tx, asking, head), readersOf(tx, asking, params.id, { isEntrusted: false })]);
      const view = {
        head, today: asking.today, form, hidden: asking.form(), personId: params.personId, personName: name, spec, evidence, readers, mayWrite, proof: query.beleg ?? null,
        ...historyOf(known, spec.key, asking.today),
      };
      return page("Angabe", () => <FactFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const spec = specOf(params.key);
      const { from, to, statedOn, foundBy, evidenceDocumentId, source } = body;
      const id = await recordFact(tx, asking, params.id, params.personId, { key: spec.key, value: typedValue(spec, body), from, to, statedOn, foundBy, evidenceDocumentId, source });
      return { ...redirect(factsUrl(params.id, params.personId, `#${spec.key}`), "Angabe eingetragen."), id };
    },
  }),
  actionRoute({
    path: `${BASE}/:key/:factId/zuruecknehmen`,
    allow: "facts.record",
    record: "fact.withdrawn",
    about: "Takes an entry back that was typed by mistake.",
    params: ofKey.extend({ factId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      // under the address of its own case alone
      if ((await getFactRow(tx, params.personId, params.factId)).case_id !== params.id) throw new NotFound();
      await withdrawFact(tx, asking, params.personId, params.factId, null);
      return redirect(factsUrl(params.id, params.personId, `/${params.key}`), "Angabe zurückgenommen.");
    },
  }),
];
