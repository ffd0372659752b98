import { z } from "zod";
import { day, getCaseFile, idList, list, listLifeAreas, neededText, ofCase, optionalDay, optionalId, saidText, showCase, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { cellOf } from "../consent-words.ts";
import { changeShare, currentShare, endShare, givePartnerTask, invite, makeShare, setShareMembers, sharesOf } from "./make-share.ts";
import { InvitationPage, NewSharePage, PartnerTaskPage, SharePage, SharesPage } from "./shares.page.tsx";
import { readPreviewMeasures } from "../measures/report-measure.ts";
import { listCarryingConsents, listPartnerPeople, listPreviewEntries, previewPersons } from "./shares.sql.ts";
import { readEntries } from "./work-on-share.ts";

export const ofShare = z.object({ id: z.uuid(), shareId: z.uuid() });
export const shareBody = z.object({ organisationId: z.uuid("Wählen Sie die Stelle."), cells: list(), untilOn: optionalDay() });
export const membersBody = z.object({ accountIds: idList(50, "Wählen Sie mindestens eine Person. Soll niemand mehr etwas sehen, beenden Sie die Freigabe.") });
export const invitationBody = z.object({
  givenName: neededText(100, "Geben Sie den Vornamen ein."), familyName: neededText(100, "Geben Sie den Nachnamen ein."),
  email: z.string().trim().pipe(z.email("Geben Sie eine E-Mail-Adresse ein.")).refine((e) => e.length <= 254, "Die Adresse ist zu lang."), jobTitle: text(200),
});
export const partnerTaskBody = z.object({ title: saidText(500, "Schreiben Sie, was zu tun ist."), dueOn: day("Geben Sie an, bis wann."), lifeAreas: list(), personId: optionalId() });

const shares = pageRoute({
  path: "/faelle/:id/freigaben",
  allow: "consent.read",
  record: "case.read",
  about: "Shares of a case: with whom, what, who sees it, until when.",
  params: ofCase,
  handle: async (tx, input, asking) => {
    const { head, today } = await showCase(tx, asking, input.params.id, { values: {}, refusals: [] });
    const view = { head, today, shares: await sharesOf(tx, input.params.id), areas: await listLifeAreas(tx) };
    return page("Freigaben", () => <SharesPage {...view} />, { nav: "cases" });
  },
});

const newShare = formRoute({
  path: "/faelle/:id/freigaben/neu",
  allow: "share.make",
  record: "share.made",
  showRecord: "case.read",
  about: "Prepares a share: an office, then what of the consents is shared. Nobody sees anything before people are named.",
  params: ofCase,
  query: z.object({ stelle: z.uuid().optional().catch(undefined) }),
  body: shareBody,
  show: async (tx, input, asking, form) => {
    const typed = form.values["organisationId"];
    const view = {
      ...(await showCase(tx, asking, input.params.id, form)), consents: await listCarryingConsents(tx, input.params.id), areas: await listLifeAreas(tx),
      organisationId: input.query.stelle ?? (typeof typed === "string" ? typed : null),
    };
    return page("Neue Freigabe", () => <NewSharePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const id = await makeShare(tx, asking, input.params.id, input.body);
    return redirect(`/faelle/${input.params.id}/freigaben/${id}`);
  },
});

async function viewOf(tx: ReadTx, asking: Asking, caseId: string, shareId: string, form: FormState) {
  const share = await currentShare(tx, caseId, shareId);
  const file = await getCaseFile(tx, caseId);
  const carrying = (await listCarryingConsents(tx, caseId)).filter((c) => share.consentIds.includes(c.id));
  return {
    ...(await showCase(tx, asking, caseId, form)), share, areas: await listLifeAreas(tx), offered: [...new Set(carrying.flatMap((c) => c.categories.map(cellOf)))],
    people: await listPartnerPeople(tx, share.organisationId), persons: await previewPersons(tx, shareId),
    preview: await readEntries(tx, asking, caseId, file.key_ref, await listPreviewEntries(tx, caseId, shareId)),
    measures: await readPreviewMeasures(tx, asking, file.key_ref, shareId),
  };
}

const share = formRoute({
  path: "/faelle/:id/freigaben/:shareId",
  allow: "share.make",
  record: "share.people_named",
  showRecord: "case.read",
  about: "Shows a share as the partner sees it, and names who sees it.",
  params: ofShare,
  body: membersBody,
  show: async (tx, input, asking, form) => {
    const view = await viewOf(tx, asking, input.params.id, input.params.shareId, form);
    return page("Freigabe", () => <SharePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await setShareMembers(tx, asking, input.params.id, input.params.shareId, input.body.accountIds);
    return redirect(`/faelle/${input.params.id}/freigaben/${input.params.shareId}`, "Gespeichert. Wer benannt ist, sieht den Fall ab jetzt.");
  },
});

const scope = actionRoute({
  path: "/faelle/:id/freigaben/:shareId/umfang",
  allow: "share.make",
  record: "share.changed",
  about: "Shares more or less, never beyond the consents.",
  params: ofShare,
  body: z.object({ cells: list() }),
  handle: async (tx, input, asking) => {
    await changeShare(tx, asking, input.params.id, input.params.shareId, input.body.cells);
    return redirect(`/faelle/${input.params.id}/freigaben/${input.params.shareId}`, "Umfang gespeichert.");
  },
});

const ended = actionRoute({
  path: "/faelle/:id/freigaben/:shareId/beenden",
  allow: "share.make",
  record: "share.ended",
  about: "Ends a share: the partner sees nothing from the next request.",
  params: ofShare,
  handle: async (tx, input, asking) => {
    await endShare(tx, asking, input.params.id, input.params.shareId);
    return redirect(`/faelle/${input.params.id}/freigaben`, "Freigabe beendet. Die Stelle sieht nichts mehr.");
  },
});

const invitation = formRoute({
  path: "/faelle/:id/freigaben/:shareId/einladung",
  allow: "share.make",
  record: "share.partner_invited",
  showRecord: "case.read",
  about: "Asks for an account for somebody of the partner; the administration confirms it.",
  params: ofShare,
  body: invitationBody,
  show: async (tx, input, asking, form) => {
    const view = { ...(await showCase(tx, asking, input.params.id, form)), share: await currentShare(tx, input.params.id, input.params.shareId) };
    return page("Jemanden einladen", () => <InvitationPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await invite(tx, asking, input.params.id, input.params.shareId, input.body);
    return redirect(`/faelle/${input.params.id}/freigaben/${input.params.shareId}`, "Eingeladen. Die Verwaltung bestätigt das Konto.");
  },
});

const task = formRoute({
  path: "/faelle/:id/freigaben/:shareId/aufgaben/neu",
  allow: "share.make",
  record: "share.task_given",
  showRecord: "case.read",
  about: "Gives the partner a task with a day.",
  params: ofShare,
  body: partnerTaskBody,
  show: async (tx, input, asking, form) => {
    const view = { ...(await showCase(tx, asking, input.params.id, form)), share: await currentShare(tx, input.params.id, input.params.shareId), areas: await listLifeAreas(tx) };
    return page("Aufgabe für die Stelle", () => <PartnerTaskPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await givePartnerTask(tx, asking, input.params.id, input.params.shareId, input.body);
    return redirect(`/faelle/${input.params.id}/freigaben/${input.params.shareId}`, "Aufgabe gegeben.");
  },
});

export const shareRoutes: readonly Route[] = [shares, newShare, share, scope, ended, invitation, task];
