import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { actionRoute, type Asking, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { idList, neededText, ofCase, optionalDay, optionalId, text } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { AbsencePage } from "./absence.page.tsx";
import { assignToCase, endAssignment, excludeRelatedStaff, handOver, joinCase, reassignCases, setAbsence } from "./change-team.ts";
import { ReassignedPage, ReassignPage } from "./reassign.page.tsx";
import { findExcluded, liftExclusion } from "./lift-exclusion.ts";
import { JoinPage, LiftExclusionPage, TeamPage } from "./team.page.tsx";
import { listColleagues, listExcluded, listHeads, listTeam } from "./team.sql.ts";

export const assignmentBody = z.object({
  accountId: z.uuid("Wählen Sie, wer mitarbeitet."),
  function: z.enum(["substitute", "member"], "Wählen Sie die Aufgabe."),
  fromOn: optionalDay(),
  untilOn: optionalDay(),
});
export const assignmentInput = (body: z.output<typeof assignmentBody>, today: Asking["today"]) => ({ ...body, fromOn: body.fromOn ?? today });
export const handOverBody = z.object({ accountId: z.uuid("Wählen Sie, wer den Fall weiterführt.") });
export const joinBody = z.object({ reason: neededText(500, "Schreiben Sie, warum Sie beitreten. Das Team liest es.") });
export const exclusionBody = z.object({ accountId: z.uuid("Wählen Sie, wen der Ausschluss betrifft.") });
export const MOST_AT_ONCE = 300;
export const reassignmentBody = z.object({
  caseIds: idList(MOST_AT_ONCE, "Wählen Sie mindestens einen Fall."),
  toAccountId: z.uuid("Wählen Sie, wer die Fälle bekommt."),
});
export const absenceBody = z.object({ absentFrom: optionalDay(), absentUntil: optionalDay(), deputyId: optionalId() });

export const ofAssignment = z.object({ id: z.uuid(), assignmentId: z.uuid() });
export const ofExclusion = z.object({ id: z.uuid(), accountId: z.uuid() });
export const liftingBody = z.object({ reason: text(500) });
const teamPage = (id: string): string => `/faelle/${id}/team`;

const team = formRoute({
  path: "/faelle/:id/team",
  allow: "case.hand_over",
  record: "team.assigned",
  showRecord: "case.read",
  about: "The team of a case; adds a substitute or member.",
  params: ofCase,
  body: assignmentBody,
  show: async (tx, input, asking, form) => {
    const { id } = input.params;
    const view = {
      ...(await showCase(tx, asking, id, form, { headIsEnough: true })),
      team: await listTeam(tx, id),
      colleagues: await listColleagues(tx),
      excluded: await listExcluded(tx, id),
      me: asking.session.accountId,
      mayLift: mayUse(asking.session, "case.assign"),
    };
    return page("Team", () => <TeamPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await assignToCase(tx, asking, input.params.id, assignmentInput(input.body, asking.today));
    return redirect(teamPage(input.params.id), "Dem Fallteam hinzugefügt.");
  },
});

const ended = actionRoute({
  path: "/faelle/:id/team/:assignmentId/beenden",
  allow: "case.hand_over",
  record: "team.ended",
  about: "Ends an assignment; the access ends with it.",
  params: ofAssignment,
  handle: async (tx, input, asking) => {
    await endAssignment(tx, asking, input.params.id, input.params.assignmentId);
    return redirect(teamPage(input.params.id), "Zuweisung beendet.");
  },
});

const handedOver = actionRoute({
  path: "/faelle/:id/team/uebergeben",
  allow: "case.hand_over",
  record: "team.handed_over",
  about: "Hands a case to another lead, with its open follow-ups.",
  params: ofCase,
  body: handOverBody,
  handle: async (tx, input, asking) => {
    await handOver(tx, asking, input.params.id, input.body.accountId);
    return redirect("/faelle", "Fall übergeben. Sie sehen ihn nur noch, wenn Sie zum Team gehören.");
  },
});

const excluded = actionRoute({
  path: "/faelle/:id/team/ausschliessen",
  allow: "case.hand_over",
  record: "team.excluded",
  about: "Excludes staff related to a person of the case.",
  params: ofCase,
  body: exclusionBody,
  handle: async (tx, input, asking) => {
    await excludeRelatedStaff(tx, asking, input.params.id, input.body.accountId);
    return redirect(input.body.accountId === asking.session.accountId ? "/faelle" : teamPage(input.params.id), "Ausgeschlossen. Der Fall existiert für diese Person nicht mehr.");
  },
});

const lifted = formRoute({
  path: "/faelle/:id/team/ausschluesse/:accountId",
  allow: "case.assign",
  record: "team.exclusion_lifted",
  showRecord: "case.read",
  about: "A team lead lifts an exclusion that was a mistake, with a reason.",
  params: ofExclusion,
  body: liftingBody,
  show: async (tx, input, asking, form) => {
    const { name } = await findExcluded(tx, asking, input.params.id, input.params.accountId);
    const view = await showCase(tx, asking, input.params.id, form, { headIsEnough: true });
    return page("Ausschluss aufheben", () => <LiftExclusionPage {...view} name={name} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await liftExclusion(tx, asking, input.params.id, input.params.accountId, input.body.reason);
    return redirect(teamPage(input.params.id), "Der Ausschluss ist aufgehoben. Wer den Fall sehen soll, wird zugewiesen.");
  },
});

const joined = formRoute({
  path: "/faelle/:id/beitreten",
  allow: "case.join",
  record: "team.joined",
  showRecord: "case.read",
  about: "A team lead joins a case with a reason.",
  params: ofCase,
  body: joinBody,
  show: async (tx, input, asking, form) => {
    const view = await showCase(tx, asking, input.params.id, form, { headIsEnough: true });
    return page("Fall beitreten", () => <JoinPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await joinCase(tx, asking, input.params.id, input.body.reason);
    return redirect(`/faelle/${input.params.id}`, "Sie gehören jetzt zum Fallteam.");
  },
});

const reassigned = formRoute({
  path: "/faelle/zuweisen",
  allow: "case.assign",
  record: "cases.reassigned",
  showRecord: "case.listed",
  about: "Gives up to 300 cases to another lead, with a result per row.",
  query: z.object({ fall: z.preprocess((raw) => (raw === undefined ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.uuid()).max(MOST_AT_ONCE)) }),
  body: reassignmentBody,
  show: async (tx, input, asking, form) => {
    const typed = [form.values["caseIds"] ?? input.query.fall].flat().filter((id): id is string => z.uuid().safeParse(id).success).slice(0, MOST_AT_ONCE);
    const heads = await listHeads(tx, typed);
    await record(tx, asking, { action: "case.listed", objectKind: "case", objectIds: heads.map((h) => h.id) });
    const colleagues = await listColleagues(tx);
    return page("Fälle zuweisen", () => <ReassignPage form={form} hidden={asking.form()} heads={heads} colleagues={colleagues} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { caseIds, toAccountId } = input.body;
    const heads = await listHeads(tx, caseIds);
    const results = await reassignCases(tx, asking, caseIds, toAccountId);
    return page("Fälle zugewiesen", () => <ReassignedPage heads={heads} results={results} />, { nav: "cases" });
  },
});

const absence = formRoute({
  path: "/vertretungen/:id",
  allow: "case.hand_over",
  record: "absence.set",
  showRecord: { none: "names colleagues and no person" },
  about: "Away from–until without a reason, and the standing deputy.",
  params: ofCase,
  body: absenceBody,
  show: async (tx, input, asking, form) => {
    const leads = mayUse(asking.session, "team.see");
    const colleagues = await listColleagues(tx);
    const account = colleagues.find((c) => c.account_id === input.params.id);
    if (account === undefined || (!leads && account.account_id !== asking.session.accountId)) throw new NotFound();
    return page("Abwesenheit", () => <AbsencePage form={form} hidden={asking.form()} account={account} colleagues={colleagues} mayNameDeputy={leads} />, { nav: "absences" });
  },
  submit: async (tx, input, asking) => {
    await setAbsence(tx, asking, input.params.id, input.body);
    return redirect(mayUse(asking.session, "team.see") ? "/vertretungen" : "/mein-tag", "Abwesenheit gespeichert.");
  },
});

export const teamRoutes: readonly Route[] = [team, ended, handedOver, excluded, lifted, joined, reassigned, absence];
