import { z } from "zod";
import { readersOf } from "../../cases/reading/index.ts";
import { flag, oneOf, optionalId, saidText, showCase, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import { EFFECTS, TIE_KINDS } from "../assessment-words.ts";
import { assessmentPath } from "../profile/assessment-form.page.tsx";
import { chosenPerson } from "../profile/assessment.routes.tsx";
import { addTie, changeTie, currentTie, withdrawTie } from "./keep-tie.ts";
import { TiePage } from "./tie.page.tsx";
import { listOrganisations } from "./ties.sql.ts";

const BASE = "/faelle/:id/assessment/netzwerk";
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });
const ofTie = z.object({ id: z.uuid(), tieId: z.uuid() });
const closeness = z.coerce.number("Wählen Sie, wie nah.").int().min(1, "Wählen Sie, wie nah.").max(3, "Wählen Sie, wie nah.");
export const tieFields = {
  name: saidText(120, "Schreiben Sie, wer gemeint ist. Ein Vorname oder eine Rolle genügt."), kind: oneOf(TIE_KINDS, "Wählen Sie, woher."), organisationId: optionalId(), closeness,
  effect: oneOf(EFFECTS, "Wählen Sie, wie es wirkt.").default("helps"), note: text(1000), isEntrusted: flag(),
};

async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, personId?: string) {
  const shown = await showCase(tx, asking, caseId, form);
  const family = shown.head.persons.flatMap((p) => (p.person_id === personId || p.left_on !== null ? [] : (p.names.find((n) => n.script === "Latn") ?? p.names[0])?.given || []));
  const [organisations, readers] = await Promise.all([listOrganisations(tx), readersOf(tx, asking, caseId, { isEntrusted: false })]);
  return { ...shown, readers, family, organisations: organisations.map((o) => ({ value: o.id, label: o.name })) };
}
const back = (caseId: string, personId: string): string => `${assessmentPath(caseId, personId)}#netzwerk`;

export const networkRoutes: readonly Route[] = [
  formRoute({
    path: `${BASE}/neu/:personId`, allow: "case.work", record: "network_tie.added", showRecord: "case.read", about: "Adds somebody who matters to a person, and how close.", params: ofPerson, body: z.object(tieFields),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form, params.personId);
      chosenPerson(view.head, params.personId);
      return page("Netzwerk", () => <TiePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await addTie(tx, asking, params.id, params.personId, body);
      return redirect(back(params.id, params.personId), "Eingetragen.");
    },
  }),
  formRoute({
    path: `${BASE}/:tieId`, allow: "case.work", record: "network_tie.changed", showRecord: "case.read", about: "Changes a tie of the network map, or says that it is over.", params: ofTie, body: z.object({ ...tieFields, hasEnded: flag() }),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await formView(tx, asking, params.id, form)), tie: await currentTie(tx, asking, params.id, params.tieId) };
      return page("Netzwerk", () => <TiePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const { personId } = await currentTie(tx, asking, params.id, params.tieId);
      await changeTie(tx, asking, params.id, params.tieId, version, body);
      return redirect(back(params.id, personId), "Gespeichert.");
    },
  }),
  actionRoute({
    path: `${BASE}/:tieId/zurueckziehen`, allow: "case.work", record: "network_tie.withdrawn", about: "Takes a tie back that was typed by mistake.", params: ofTie,
    handle: async (tx, { params }, asking) => {
      const { personId } = await currentTie(tx, asking, params.id, params.tieId);
      await withdrawTie(tx, asking, params.id, params.tieId);
      return redirect(back(params.id, personId), "Zurückgezogen.");
    },
  }),
];
