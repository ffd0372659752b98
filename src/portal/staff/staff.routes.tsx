import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase, optionalDay, saidText, getCaseFile, listCasePersons, sealText, showCase } from "../../cases/working/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound, Stale } from "../../kernel/errors.ts";
import { end, giveAccess, takePasskeys } from "./give-access.ts";
import { readMessage, readStaffPage } from "./read-staff.ts";
import { answerMessage, closeArea, openArea } from "./staff.sql.ts";
import { portalPath } from "./portal-path.ts";
import { AnswerPage, CardPage, InvitePage, StaffPortalPage } from "./staff.page.tsx";
import { LANGUAGE_OPTIONS } from "./staff-words.ts";

const BASE = "/faelle/:id/portal";
const NOTHING_TYPED = { values: {}, refusals: [] };
const ofAccess = z.object({ id: z.uuid(), accessId: z.uuid() });
const ofMessage = z.object({ id: z.uuid(), messageId: z.uuid() });
export const accessBody = z.object({
  personId: z.uuid("Wählen Sie eine Person."),
  guardianId: z.union([z.literal(""), z.uuid()]).default(""),
  language: z.string().refine((l) => LANGUAGE_OPTIONS.some((o) => o.value === l), "Wählen Sie eine Sprache.").default("de"),
  untilOn: optionalDay(),
});
export const portalStaffPages: readonly Route[] = [
  pageRoute({
    path: BASE, allow: "portal.read", record: "case.read", about: "Who of a case has an own page, what they wrote through it, and what stays off it.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const view = await readStaffPage(tx, asking, params.id, NOTHING_TYPED);
      return page("Eigene Seite", () => <StaffPortalPage view={view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: `${BASE}/einladen`, allow: "portal.manage", record: "portal_access.granted", showRecord: "case.read", about: "Gives access to the own page: a code to scan and a PIN, both shown once.", params: ofCase,
    query: z.object({ person: z.uuid().optional(), vertretung: z.uuid().optional() }).catch({}), body: accessBody,
    show: async (tx, { params, query }, asking, form) => {
      const view = await readStaffPage(tx, asking, params.id, form);
      const person = query.person ?? view.head.persons.find((p) => p.is_main)?.person_id ?? "";
      return page("Zugang geben", () => <InvitePage view={view} person={person} guardian={query.vertretung ?? ""} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const card = await giveAccess(tx, asking, params.id, body);
      const view = await showCase(tx, asking, params.id, NOTHING_TYPED);
      return page("Code und PIN", () => <CardPage view={view} card={card} />, { nav: "cases" });
    },
  }),
  actionRoute({
    path: `${BASE}/:accessId/beenden`, allow: "portal.manage", record: "portal_access.ended", about: "Ends an access to the own page for good.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      await end(tx, asking, params.id, params.accessId);
      return redirect(portalPath(params.id), "Der Zugang ist beendet.");
    },
  }),
  actionRoute({
    path: `${BASE}/:accessId/handy-entfernen`, allow: "portal.manage", record: "portal_passkey.removed", about: "Takes away every telephone that opens an own page without a PIN.", params: ofAccess,
    handle: async (tx, { params }, asking) => {
      await takePasskeys(tx, asking, params.id, params.accessId);
      return redirect(portalPath(params.id), "Die Seite öffnet nur noch mit der PIN.");
    },
  }),
  formRoute({
    path: `${BASE}/nachrichten/:messageId`, allow: "portal.manage", record: "portal_message.answered", showRecord: "case.read", about: "Answers what the person wrote; the answer stands on the person's page.", params: ofMessage,
    body: z.object({ answer: saidText(4000, "Schreiben Sie eine Antwort. Auch eine Ablehnung braucht eine Begründung."), state: z.enum(["done", "declined"], "Wählen Sie, ob es erledigt oder abgelehnt ist.") }),
    show: async (tx, { params }, asking, form) => {
      const view = await readStaffPage(tx, asking, params.id, form);
      const message = await readMessage(tx, asking, params.id, params.messageId);
      return page("Antworten", () => <AnswerPage view={view} message={message} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const file = await getCaseFile(tx, params.id);
      const answer = sealText(asking, file.key_ref, "portal_messages.answer_ct", params.messageId, body.answer);
      if ((await answerMessage(tx, asking.session, params.id, { id: params.messageId, version, state: body.state, answer })) !== 1) throw new Stale(await readMessage(tx, asking, params.id, params.messageId));
      await record(tx, asking, { action: "portal_message.answered", objectKind: "portal_message", objectIds: [params.messageId], caseId: params.id });
      return redirect(`${portalPath(params.id)}#nachrichten`, "Die Antwort steht auf der Seite der Person.");
    },
  }),
  ...(["an", "aus"] as const).map((to) => actionRoute({
    path: `${BASE}/bereiche/${to}`, allow: "portal.manage", record: "portal_area.changed", about: `Turns a sensitive life area ${to === "an" ? "on" : "off"} on the person's page.`, params: ofCase,
    body: z.object({ area: z.string().regex(/^[0-9a-f-]{36}:[a-z_]{1,40}$/, "Wählen Sie einen Bereich.") }),
    handle: async (tx, { params, body }, asking) => {
      const [personId = "", area = ""] = body.area.split(":");
      await getCaseFile(tx, params.id);
      // whoever is not of the case would find in the own list that something was done
      if (!(await listCasePersons(tx, params.id)).some((p) => p.person_id === personId)) throw new NotFound();
      if (to === "an") await openArea(tx, asking.session, params.id, personId, area);
      else await closeArea(tx, params.id, personId, area);
      await record(tx, asking, { action: "portal_area.changed", objectKind: "person", objectIds: [personId], caseId: params.id, purpose: to });
      return redirect(portalPath(params.id), to === "an" ? "Steht auf der Seite der Person." : "Steht nicht mehr auf der Seite der Person.");
    },
  })),
];
