import { z } from "zod";
import { getTenantSettings, mayUse } from "../../accounts/index.ts";
import { listAppointments } from "../../appointments/index.ts";
import { record } from "../../audit/index.ts";
import { type CaseHead, type CaseReaders, isEnded, readCaseHead, readersOf, readOpenFollowUps } from "../../cases/reading/index.ts";
import { ofCase, oneOf, showCase, text } from "../../cases/working/index.ts";
import { listStanding, pdfLater } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { findPlan, levelsOfGoals, listOffices, openGoals } from "../../plan/index.ts";
import { recordAftercare } from "./aftercare.ts";
import { AftercarePage } from "./aftercare.page.tsx";
import { ClosedPage } from "./closed.page.tsx";
import { endFromPage, missingOf, pageBody } from "./closing-body.ts";
import { ClosingPage } from "./closing.page.tsx";
import { RESULTS } from "./closing-words.ts";
import { endCase } from "./end-case.ts";
import { findAftercare, findClosures, readContact, readLetter } from "./read-closing.ts";

/** The team; of all this the person reads the letter, which stands on the own page too. */
async function closingReaders(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseReaders> {
  const { readers, notReaders } = await readersOf(tx, asking, caseId, { isEntrusted: false });
  return { readers: [...readers, { name: "die Person selbst", why: "den Brief" }], notReaders: notReaders.filter((r) => r.name !== "das Portal der Person") };
}
async function formView(tx: ReadTx, asking: Asking, head: CaseHead) {
  const goals = openGoals(await findPlan(tx, asking, head.id));
  const [settings, offices, followUps, appointments, consents] = await Promise.all([
    getTenantSettings(tx, asking.session.tenantId), listOffices(tx), readOpenFollowUps(tx, asking, head.id, 200), listAppointments(tx, asking, head.id), listStanding(tx, head.id),
  ]);
  return {
    goals, levels: await levelsOfGoals(tx, asking, head.id, goals), offices: offices.map((o) => ({ value: o.id, label: o.name })), followUps, appointments: appointments.filter((a) => a.state === "planned" && a.startsAt > asking.now), consents,
    keptMonths: settings.case_months, contacts: { many: settings.aftercare_contacts, weeks: settings.aftercare_weeks }, readers: await closingReaders(tx, asking, head.id),
  };
}
async function closedPage(tx: ReadTx, asking: Asking, head: CaseHead) {
  const [closure] = await findClosures(tx, asking, head);
  if (closure === undefined || closure.reopenedOn !== null) return null;
  const settings = await getTenantSettings(tx, asking.session.tenantId);
  const goals = (await findPlan(tx, asking, head.id)).goals.filter((g) => g.state === "closed");
  const aftercare = (await findAftercare(tx, asking, head)).filter((c) => c.closureId === closure.id);
  const view = { head, today: asking.today, closure, goals, aftercare, keptUntil: addMonths(closure.closedOn, settings.case_months), mayWork: mayUse(asking.session, "case.work") };
  return page("Abschluss", () => <ClosedPage {...view} />, { nav: "cases" });
}

const closing = formRoute({
  path: "/faelle/:id/abschluss", allow: "case.work", record: "case.closed", showRecord: "case.read", about: "Closes a case on one page: result of each goal, what is open, hand-over, aftercare, the letter. Closed, it shows how the case ended.", params: ofCase, query: z.object({ grund: z.enum(["moved_away"]).optional().catch(undefined) }), body: pageBody,
  show: async (tx, { params, query }, asking, form: FormState) => {
    const common = await showCase(tx, asking, params.id, form);
    const ended = common.head.closedOn !== null && form.refusals.length === 0 ? await closedPage(tx, asking, common.head) : null;
    if (ended !== null) return ended;
    const view = { ...common, ...(await formView(tx, asking, common.head)), reason: query.grund ?? "" };
    return page("Fall abschließen", () => <ClosingPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    await endCase(tx, asking, params.id, version, endFromPage(body, asking.today), missingOf(body));
    return redirect(`/faelle/${params.id}/abschluss`, "Fall abgeschlossen.");
  },
});

const letter = pageRoute({
  path: "/faelle/:id/abschluss/:letterId/brief.pdf", allow: "case.read", record: "case.printed", about: "The letter at the end of a case as an accessible PDF in German and the person's language.", params: z.object({ id: z.uuid(), letterId: z.uuid() }),
  handle: async (tx, { params }, asking) => {
    const head = await readCaseHead(tx, asking, params.id);
    const sheet = await readLetter(tx, asking, head, params.letterId);
    await record(tx, asking, { action: "case.printed", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "closing_letter" });
    return pdfLater("plan-agreement", sheet, asking.now, "brief.pdf");
  },
});

const aftercare = formRoute({
  path: "/faelle/:id/nachsorge/:contactId", allow: "case.work", record: "aftercare.recorded", showRecord: "case.read", about: "How it goes some weeks after a case ended; once a contact.", params: z.object({ id: z.uuid(), contactId: z.uuid() }),
  body: z.object({ result: oneOf(RESULTS, "Wählen Sie, wie es der Person geht."), note: text(4000) }),
  show: async (tx, { params }, asking, form) => {
    const common = await showCase(tx, asking, params.id, form);
    const contact = await readContact(tx, asking, common.head, params.contactId);
    const view = { ...common, contact, all: await findAftercare(tx, asking, common.head), readers: await readersOf(tx, asking, params.id, { isEntrusted: false }) };
    return page("Nachsorge", () => <AftercarePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body }, asking) => {
    await recordAftercare(tx, asking, params.id, params.contactId, body);
    const head = await readCaseHead(tx, asking, params.id);
    if (body.result === "reopen" && isEnded(head.phase)) return redirect(`/faelle/${params.id}/wiederaufnahme`, "Nachsorge festgehalten. Nehmen Sie den Fall jetzt wieder auf.");
    return redirect(`/faelle/${params.id}/abschluss`, body.result === "needs_help" ? "Nachsorge festgehalten. Sie braucht Hilfe: Von hier aus lässt sich der Fall wieder aufnehmen." : "Nachsorge festgehalten.");
  },
});

export const closingPageRoutes: readonly Route[] = [closing, letter, aftercare];
