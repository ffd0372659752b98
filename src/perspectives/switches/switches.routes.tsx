import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { isEnded, readersOf } from "../../cases/reading/index.ts";
import { day, neededText, ofCase, oneOf, saidText, showCase, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { addItem, changeItem, currentItem, declineSwitch, finishItem, takeOnSwitch } from "./change-switches.ts";
import type { SwitchInput } from "./decide-switch.ts";
import { readCaseSwitches, readProposals } from "./read-switches.ts";
import { DeclinePage, ItemPage, NewSwitchPage } from "./switch-forms.page.tsx";
import { SwitchesPage } from "./switches.page.tsx";
import { getChecklist } from "./switches.sql.ts";
import { OWNERS } from "./templates.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/rechtskreiswechsel";
const pathOf = (id: string): string => `/faelle/${id}/rechtskreiswechsel`;
const whose = z.object({ personId: z.uuid("Wählen Sie eine Person."), template: neededText(40, "Wählen Sie, was geschieht."), eventOn: day() });
const itemBody = z.object({ title: saidText(300, "Schreiben Sie, was zu tun ist."), ownerKind: oneOf(OWNERS, "Wählen Sie, wer es tut."), ownerName: text(100), dueOn: day() });
const ofItem = z.object({ id: z.uuid(), itemId: z.uuid() });
const ofList = z.object({ id: z.uuid(), listId: z.uuid() });

const proposedBy = (params: { personId: string; template: string; tag: string }): SwitchInput => ({ personId: params.personId, template: params.template, eventOn: calendarDay(params.tag) });

/** Only what is proposed today is taken on or declined as a proposal: anything else is typed by hand, and says so. */
async function getProposal(tx: ReadTx, asking: Asking, caseId: string, wanted: SwitchInput) {
  const found = (await readProposals(tx, asking, caseId)).find((p) => p.personId === wanted.personId && p.template.key === wanted.template && p.eventOn === wanted.eventOn);
  if (found === undefined) throw new NotFound();
  return found;
}

export const switchRoutes: readonly Route[] = [
  pageRoute({
    path: BASE,
    allow: "case.read",
    record: "case.read",
    about: "Changes of benefit system in a case: what is proposed, what was taken on with its items, and what is over.",
    params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const view = { ...shown, switches: await readCaseSwitches(tx, asking, params.id), mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
      return page("Rechtskreiswechsel", () => <SwitchesPage {...view} />, { nav: "cases" });
    },
  }),
  actionRoute({
    path: `${BASE}/uebernehmen`,
    allow: "case.work",
    record: "switch.taken_on",
    about: "Takes a proposed change of benefit system on: makes the checklist with its days and owners.",
    params: ofCase,
    body: whose,
    handle: async (tx, { params, body }, asking) => {
      await getProposal(tx, asking, params.id, body);
      const id = await takeOnSwitch(tx, asking, params.id, body, "computed");
      return redirect(`${pathOf(params.id)}#liste-${id}`, "Checkliste angelegt.");
    },
  }),
  formRoute({
    path: `${BASE}/vorschlaege/:personId/:template/:tag/ablehnen`,
    allow: "case.work",
    record: "switch.declined",
    showRecord: "case.read",
    about: "Declines a proposed change of benefit system, with the reason.",
    params: ofCase.extend({ personId: z.uuid(), template: z.string().max(40), tag: z.iso.date() }),
    body: z.object({ reason: saidText(500, "Schreiben Sie, warum die Checkliste hier nicht gebraucht wird.") }),
    show: async (tx, { params }, asking, form) => {
      const { template } = await getProposal(tx, asking, params.id, proposedBy(params));
      const view = { ...(await showCase(tx, asking, params.id, form)), readers: await readersOf(tx, asking, params.id, { isEntrusted: false }), template, eventOn: calendarDay(params.tag) };
      return page("Vorschlag ablehnen", () => <DeclinePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await getProposal(tx, asking, params.id, proposedBy(params));
      await declineSwitch(tx, asking, params.id, proposedBy(params), body.reason);
      return redirect(pathOf(params.id), "Vorschlag abgelehnt.");
    },
  }),
  formRoute({
    path: `${BASE}/neu`,
    allow: "case.work",
    record: "switch.taken_on",
    showRecord: "case.read",
    about: "Makes the checklist of an event that is typed by hand: recognition, job, move, naturalisation.",
    params: ofCase,
    body: whose,
    show: async (tx, { params }, asking, form) => {
      const view = await showCase(tx, asking, params.id, form);
      return page("Ereignis eintragen", () => <NewSwitchPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const id = await takeOnSwitch(tx, asking, params.id, body, "typed");
      return redirect(`${pathOf(params.id)}#liste-${id}`, "Checkliste angelegt.");
    },
  }),
  formRoute({
    path: `${BASE}/:listId/punkte/neu`,
    allow: "case.work",
    record: "switch_item.added",
    showRecord: "case.read",
    about: "Adds an item to a checklist.",
    params: ofList,
    body: itemBody,
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await showCase(tx, asking, params.id, form)), readers: await readersOf(tx, asking, params.id, { isEntrusted: false }) };
      await getChecklist(tx, params.id, params.listId);
      return page("Punkt hinzufügen", () => <ItemPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await addItem(tx, asking, params.id, params.listId, body);
      return redirect(`${pathOf(params.id)}#liste-${params.listId}`, "Punkt hinzugefügt.");
    },
  }),
  formRoute({
    path: `${BASE}/punkte/:itemId`,
    allow: "case.work",
    record: "switch_item.changed",
    showRecord: "case.read",
    about: "Changes an item: words, owner, day, state, note.",
    params: ofItem,
    body: itemBody.extend({ state: z.enum(["open", "done", "not_needed"], "Wählen Sie den Stand."), note: text(500) }),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await showCase(tx, asking, params.id, form)), readers: await readersOf(tx, asking, params.id, { isEntrusted: false }), item: await currentItem(tx, asking, params.id, params.itemId) };
      return page("Punkt der Checkliste", () => <ItemPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await changeItem(tx, asking, params.id, params.itemId, version, body);
      return redirect(pathOf(params.id), "Punkt geändert.");
    },
  }),
  actionRoute({
    path: `${BASE}/punkte/:itemId/erledigt`,
    allow: "case.work",
    record: "switch_item.done",
    about: "Ticks an item of a checklist off.",
    params: ofItem,
    body: z.object({ weiter: z.enum(["fall", "mein-tag"]).default("fall") }),
    handle: async (tx, { params, body }, asking) => {
      await finishItem(tx, asking, params.id, params.itemId);
      return redirect(body.weiter === "fall" ? pathOf(params.id) : "/mein-tag", "Erledigt.", { href: `${pathOf(params.id)}/punkte/${params.itemId}`, label: "Ansehen oder wieder öffnen" });
    },
  }),
];
