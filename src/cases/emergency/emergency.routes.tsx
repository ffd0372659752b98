import { z } from "zod";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { ofCase, text } from "../form-input.ts";
import { readCaseHead } from "../reading/case-head.ts";
import { beginEmergencyAccess, emergenciesForReview, endEmergencyAccess, reviewEmergencyAccess } from "./begin-emergency-access.ts";
import { EmergenciesPage, EmergencyPage, EndEmergencyPage, ReviewPage } from "./emergency.page.tsx";

export const emergencyBody = z.object({
  caseNumber: text(20),
  reason: text(2000),
  minutes: z.coerce.number("Wählen Sie die Dauer.").int("Wählen Sie die Dauer.").default(30),
});
export const reviewBody = z.object({ review: z.enum(["justified", "not_justified"], "Wählen Sie das Ergebnis."), note: text(5000) });
const ofEmergency = z.object({ id: z.uuid() });

const begin = formRoute({
  path: "/notzugriff",
  allow: "emergency.begin",
  record: "emergency.begun",
  showRecord: { none: "an empty form" },
  about: "Opens a case of the room for at most an hour, with a reason; reported to the data protection officer.",
  query: z.object({ fall: z.string().max(20).optional() }),
  body: emergencyBody,
  show: async (_tx, input, asking, form) => page("Notzugriff", () => <EmergencyPage form={form} hidden={asking.form()} caseNumber={input.query.fall ?? ""} />),
  submit: async (tx, input, asking) => {
    const { caseId } = await beginEmergencyAccess(tx, asking, input.body);
    return redirect(`/faelle/${caseId}`, "Notzugriff begonnen. Er steht im Protokoll und wird geprüft.");
  },
});

const end = formRoute({
  path: "/faelle/:id/notzugriff-beenden",
  allow: "emergency.begin",
  record: "emergency.ended",
  showRecord: { none: "the number of a case that is open anyway" },
  about: "Ends one's own emergency access before its time is over.",
  params: ofCase,
  body: z.object({}),
  show: async (tx, { params }, asking, form) => {
    const head = await readCaseHead(tx, asking, params.id);
    if (!head.isOpen) throw new NotFound();
    const view = { caseNumber: head.number, isRunning: head.emergencyUntil !== null, href: `/faelle/${head.id}` };
    return page("Notzugriff beenden", () => <EndEmergencyPage hidden={asking.form()} refusals={form.refusals} {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params }, asking) => {
    await endEmergencyAccess(tx, asking, params.id);
    return redirect("/mein-tag", "Der Notzugriff ist beendet.");
  },
});

const listed = pageRoute({
  path: "/notzugriffe",
  allow: "emergency.review",
  record: "emergency.listed",
  about: "Emergency accesses of the controller for the data protection officer, those to review first.",
  handle: async (tx, _input, asking) => {
    const rows = await emergenciesForReview(tx, asking);
    return page("Notzugriffe", () => <EmergenciesPage rows={rows} today={asking.today} timeZone={asking.app.config.timeZone} />, { nav: "emergencies" });
  },
});

const review = formRoute({
  path: "/notzugriffe/:id",
  allow: "emergency.review",
  record: "emergency.reviewed",
  showRecord: "emergency.listed",
  about: "Reviews an emergency access.",
  params: ofEmergency,
  body: reviewBody,
  show: async (tx, input, asking, form) => {
    const row = (await emergenciesForReview(tx, asking)).find((r) => r.id === input.params.id);
    if (row === undefined) throw new NotFound();
    return page("Notzugriff prüfen", () => <ReviewPage row={row} form={form} hidden={asking.form()} today={asking.today} timeZone={asking.app.config.timeZone} />, { nav: "emergencies" });
  },
  submit: async (tx, input, asking) => {
    await reviewEmergencyAccess(tx, asking, input.params.id, input.version, input.body.review, input.body.note);
    return redirect("/notzugriffe", "Prüfung gespeichert.");
  },
});

export const emergencyRoutes: readonly Route[] = [begin, end, listed, review];
