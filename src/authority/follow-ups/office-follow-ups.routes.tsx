import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, optionalId, saidText } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { listOfficers } from "../office-person.sql.ts";
import { addOfficeFollowUp, changeOfficeFollowUp, finishOfficeFollowUp, reopenOfficeFollowUp, shownFollowUp } from "./change-office-follow-ups.ts";
import { getOfficeFollowUp } from "./follow-ups.sql.ts";
import { OfficeFollowUpPage } from "./office-follow-up.page.tsx";

const body = z.object({ title: saidText(500, "Schreiben Sie, was zu tun ist."), dueOn: day(), ownerId: optionalId() });
const ofFollowUp = ofOfficePerson.extend({ followUpId: z.uuid() });
/** Where the button stood, so that one comes back there. */
const backTo = z.object({ weiter: z.enum(["vorgang", "heute"]).default("vorgang") });
const target = (personId: string, weiter: "vorgang" | "heute"): string => (weiter === "vorgang" ? `/vorgaenge/${personId}` : "/heute");

async function shown(tx: ReadTx, asking: Asking, personId: string, form: FormState, followUpId?: string) {
  const head = await readOfficeHead(tx, asking, personId);
  const followUp = followUpId === undefined ? undefined : shownFollowUp(asking, await getOfficeFollowUp(tx, personId, followUpId));
  const owners = (await listOfficers(tx)).map((o) => ({ value: o.id, label: o.id === asking.session.accountId ? "ich" : o.name }));
  await record(tx, asking, { action: "office_file.read", objectKind: "person", objectIds: [personId], purpose: "head" });
  const view = { head, form, hidden: asking.form(), owners, me: asking.session.accountId, ...(followUp === undefined ? {} : { followUp }) };
  return page("Wiedervorlage", () => <OfficeFollowUpPage {...view} />, { nav: "office-files" });
}

export const officeFollowUpRoutes: readonly Route[] = [
  formRoute({
    path: "/vorgaenge/:personId/wiedervorlagen/neu", allow: "office.work", record: "follow_up.added", showRecord: "office_file.read", about: "Adds a follow-up on a person of the authority's room.", params: ofOfficePerson, body,
    show: (tx, { params }, asking, form) => shown(tx, asking, params.personId, form),
    submit: async (tx, { params, body: input }, asking) => {
      await addOfficeFollowUp(tx, asking, params.personId, input);
      return redirect(`/vorgaenge/${params.personId}`, "Wiedervorlage angelegt.");
    },
  }),
  formRoute({
    path: "/vorgaenge/:personId/wiedervorlagen/:followUpId", allow: "office.work", record: "follow_up.changed", showRecord: "office_file.read", about: "Changes a follow-up of an authority: words, day, owner.", params: ofFollowUp, body,
    show: (tx, { params }, asking, form) => shown(tx, asking, params.personId, form, (params as { followUpId: string }).followUpId),
    submit: async (tx, { params, body: input, version }, asking) => {
      await changeOfficeFollowUp(tx, asking, params.personId, params.followUpId, version, input);
      return redirect(`/vorgaenge/${params.personId}`, "Wiedervorlage geändert.");
    },
  }),
  actionRoute({
    path: "/vorgaenge/:personId/wiedervorlagen/:followUpId/erledigt", allow: "office.work", record: "follow_up.done", about: "Ticks a follow-up of an authority off.", params: ofFollowUp, body: backTo,
    handle: async (tx, { params, body: { weiter } }, asking) => {
      await finishOfficeFollowUp(tx, asking, params.personId, params.followUpId);
      // ticked by mistake: the way back stands where one looks
      return redirect(target(params.personId, weiter), "Erledigt.", { href: `/vorgaenge/${params.personId}/wiedervorlagen/${params.followUpId}`, label: "Ansehen oder wieder öffnen" });
    },
  }),
  actionRoute({
    path: "/vorgaenge/:personId/wiedervorlagen/:followUpId/wieder-oeffnen", allow: "office.work", record: "follow_up.reopened", about: "Opens a follow-up of an authority again.", params: ofFollowUp, body: backTo,
    handle: async (tx, { params, body: { weiter } }, asking) => {
      await reopenOfficeFollowUp(tx, asking, params.personId, params.followUpId);
      return redirect(target(params.personId, weiter), "Wieder offen.");
    },
  }),
];
