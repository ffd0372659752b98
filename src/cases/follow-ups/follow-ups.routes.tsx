import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { day, list, ofCase, optionalId, saidText } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { listReaders } from "../team/team.sql.ts";
import { addFollowUp, changeFollowUp, currentFollowUp, finishFollowUp, reopenFollowUp } from "./change-follow-ups.ts";
import { FollowUpPage } from "./follow-up.page.tsx";

export const followUpBody = z.object({ title: saidText(500, "Schreiben Sie, was zu tun ist."), dueOn: day(), ownerId: optionalId(), lifeAreas: list() });
export const ofFollowUp = z.object({ id: z.uuid(), followUpId: z.uuid() });
/** Where the button stood, so that one comes back there. */
const backTo = z.object({ weiter: z.enum(["fall", "mein-tag"]).default("fall") });
const target = (id: string, weiter: "fall" | "mein-tag"): string => (weiter === "fall" ? `/faelle/${id}` : "/mein-tag");

async function viewOf(tx: ReadTx, asking: Asking, id: string, form: FormState, followUpId?: string) {
  const followUp = followUpId === undefined ? undefined : await currentFollowUp(tx, asking, id, followUpId);
  const readers = (await listReaders(tx, id)).filter((r) => r.reads_as !== "emergency");
  const owners = [...new Map(readers.map((r) => [r.account_id, { value: r.account_id, label: r.account_id === asking.session.accountId ? "ich" : r.name }])).values()];
  return {
    ...(await showCase(tx, asking, id, form)), owners, lifeAreas: await listLifeAreas(tx), me: asking.session.accountId,
    readers: await readersOf(tx, asking, id, { isEntrusted: false }), ...(followUp === undefined ? {} : { followUp }),
  };
}

const newFollowUp = formRoute({
  path: "/faelle/:id/wiedervorlagen/neu",
  allow: "case.work",
  record: "follow_up.added",
  showRecord: "case.read",
  about: "Adds a follow-up with due day and owner.",
  params: ofCase,
  body: followUpBody,
  show: async (tx, input, asking, form) => {
    const view = await viewOf(tx, asking, input.params.id, form);
    return page("Neue Wiedervorlage", () => <FollowUpPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await addFollowUp(tx, asking, input.params.id, input.body);
    return redirect(`/faelle/${input.params.id}`, "Wiedervorlage angelegt.");
  },
});

const followUp = formRoute({
  path: "/faelle/:id/wiedervorlagen/:followUpId",
  allow: "case.work",
  record: "follow_up.changed",
  showRecord: "case.read",
  about: "Changes a follow-up: words, due day, owner.",
  params: ofFollowUp,
  body: followUpBody,
  show: async (tx, input, asking, form) => {
    const view = await viewOf(tx, asking, input.params.id, form, input.params.followUpId);
    return page("Wiedervorlage", () => <FollowUpPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await changeFollowUp(tx, asking, input.params.id, input.params.followUpId, input.version, input.body);
    return redirect(`/faelle/${input.params.id}`, "Wiedervorlage geändert.");
  },
});

const done = actionRoute({
  path: "/faelle/:id/wiedervorlagen/:followUpId/erledigt",
  allow: "case.work",
  record: "follow_up.done",
  about: "Ticks a follow-up off.",
  params: ofFollowUp,
  body: backTo,
  handle: async (tx, input, asking) => {
    await finishFollowUp(tx, asking, input.params.id, input.params.followUpId);
    // ticked by mistake: the way back stands where one looks
    return redirect(target(input.params.id, input.body.weiter), "Erledigt.", { href: `/faelle/${input.params.id}/wiedervorlagen/${input.params.followUpId}`, label: "Ansehen oder wieder öffnen" });
  },
});

const reopened = actionRoute({
  path: "/faelle/:id/wiedervorlagen/:followUpId/wieder-oeffnen",
  allow: "case.work",
  record: "follow_up.reopened",
  about: "Opens a follow-up again.",
  params: ofFollowUp,
  body: backTo,
  handle: async (tx, input, asking) => {
    await reopenFollowUp(tx, asking, input.params.id, input.params.followUpId);
    return redirect(target(input.params.id, input.body.weiter), "Wieder offen.");
  },
});

export const followUpRoutes: readonly Route[] = [newFollowUp, followUp, done, reopened];
