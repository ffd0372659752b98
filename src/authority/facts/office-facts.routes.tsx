import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { factBody, factKeyText, factSpecOf, historyOf, readRoomPersonFacts, recordFact, typedValue, withdrawFact } from "../../perspectives/index.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { OfficeFactPage, OfficeFactsPage, officeFactsUrl } from "./office-facts.page.tsx";

const BASE = "/vorgaenge/:personId/angaben";
const ofKey = ofOfficePerson.extend({ key: factKeyText });

async function openFacts(tx: ReadTx, asking: Asking, personId: string) {
  const head = await readOfficeHead(tx, asking, personId);
  const shown = await readRoomPersonFacts(tx, asking, personId, head.name.latin);
  await record(tx, asking, { action: "fact.read", objectKind: "person", objectIds: [personId] });
  return { head, shown };
}

export const officeFactRoutes: readonly Route[] = [
  pageRoute({
    path: BASE, allow: "office.work", record: "fact.read", about: "What is known of a person of an authority's room for the rules; what can still matter first.", params: ofOfficePerson,
    handle: async (tx, { params }, asking) => {
      const view = await openFacts(tx, asking, params.personId);
      return page("Angaben für die Regeln", () => <OfficeFactsPage {...view} />, { nav: "office-files" });
    },
  }),
  formRoute({
    path: `${BASE}/:key`, allow: "office.work", record: "fact.recorded", showRecord: "fact.read", about: "One fact of a person of an authority's room with its history; records another entry.", params: ofKey, body: factBody,
    show: async (tx, { params }, asking, form) => {
      const spec = factSpecOf(params.key);
      const { head, shown } = await openFacts(tx, asking, params.personId);
      const view = { head, form, hidden: asking.form(), spec, mayWrite: shown.mayWrite, ...historyOf(shown.known, spec.key, asking.today) };
      return page("Angabe", () => <OfficeFactPage {...view} />, { nav: "office-files" });
    },
    submit: async (tx, { params, body }, asking) => {
      const spec = factSpecOf(params.key);
      const { from, to, statedOn, foundBy, source } = body;
      // papers of an authority are another table than the files of a case: none stands as evidence here
      const id = await recordFact(tx, asking, null, params.personId, { key: spec.key, value: typedValue(spec, body), from, to, statedOn, foundBy, evidenceDocumentId: null, source });
      return { ...redirect(`${officeFactsUrl(params.personId)}#${spec.key}`, "Angabe eingetragen."), id };
    },
  }),
  actionRoute({
    path: `${BASE}/:key/:factId/zuruecknehmen`, allow: "office.work", record: "fact.withdrawn", about: "Takes an entry of an authority back that was typed by mistake.", params: ofKey.extend({ factId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      await withdrawFact(tx, asking, params.personId, params.factId, null);
      return redirect(`${officeFactsUrl(params.personId)}/${params.key}`, "Angabe zurückgenommen.");
    },
  }),
];
