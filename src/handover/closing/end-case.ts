import { getTenantSettings } from "../../accounts/index.ts";
import { listAppointments, markAppointment } from "../../appointments/index.ts";
import { record } from "../../audit/index.ts";
import { type CaseHead, nameOf, namesOf, readCaseHead } from "../../cases/reading/index.ts";
import { closeCase, closingFacts, decideClosing, getCaseFile, sealNeeded } from "../../cases/working/index.ts";
import { senderName } from "../../consent/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { changeMeasure, findAgreements, findPlan, type Goal, knownWords, liveMeasures, listOffices, openGoals, type Plan, recordReview, sheetLanguage } from "../../plan/index.ts";
import { areaIn, type LetterContent } from "./closing-letter.ts";
import { insertAftercare, insertLetter } from "./closing.sql.ts";
import { AFTERCARE } from "./closing-words.ts";
import { type DecidedStep, decideEnd, type EndFacts, type EndInput } from "./decide-end.ts";

export const isOpenStep = (m: { readonly state: string }): boolean => m.state === "open" || m.state === "running";

export async function endFacts(tx: ReadTx, asking: Asking, head: CaseHead, plan: Plan): Promise<EndFacts> {
  const goals = openGoals(plan);
  const [offices, appointments] = await Promise.all([listOffices(tx), listAppointments(tx, asking, head.id)]);
  return {
    today: asking.today, openGoalIds: goals.map((g) => g.id), openSteps: goals.flatMap((g) => g.measures.filter(isOpenStep).map((m) => ({ id: m.id, isEntrusted: m.isEntrusted || g.isEntrusted }))),
    officeIds: offices.map((o) => o.id), personIds: head.persons.filter((p) => p.left_on === null).map((p) => p.person_id),
    comingAppointments: appointments.filter((a) => a.state === "planned" && a.startsAt > asking.now).length,
  };
}

/** Everything that ends with a case, in one transaction: results, steps, appointments, the closing itself, aftercare and the letter. */
export async function endCase(tx: WriteTx, asking: Asking, caseId: string, version: number, input: EndInput, missing: readonly Refusal[] = []): Promise<void> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const [file, plan] = [await getCaseFile(tx, caseId), await findPlan(tx, asking, caseId)];
  const decisions = [decideClosing(input, await closingFacts(tx, asking, file)), decideEnd(input, await endFacts(tx, asking, head, plan))];
  // all at once: reason and hand-over beside what is open in the plan
  const refusals = [...missing, ...decisions.flatMap((d) => (d.ok ? [] : d.refusals))];
  if (refusals.length > 0) throw new Refused(refusals);
  if (input.plan !== null) await settlePlan(tx, asking, caseId, plan, input.plan, input.closedOn);
  if (input.appointments === "cancel") await cancelComing(tx, asking, caseId);
  const closureId = await closeCase(tx, asking, caseId, version, input);
  await planAftercare(tx, asking, head, closureId, input);
  if (input.letter !== null) await writeLetter(tx, asking, head, closureId, input, input.letter);
}

async function settlePlan(tx: WriteTx, asking: Asking, caseId: string, plan: Plan, said: NonNullable<EndInput["plan"]>, closedOn: EndInput["closedOn"]): Promise<void> {
  for (const m of openGoals(plan).flatMap((g) => g.measures)) {
    const step = said.steps.find((s) => s.measureId === m.id);
    if (step !== undefined) await changeMeasure(tx, asking, caseId, m.id, m.version, { title: m.title, dueOn: m.dueOn, isEntrusted: m.isEntrusted, ...after(step, m.responsible.written, m.result) });
  }
  if (said.goals.length > 0) await recordReview(tx, asking, caseId, { kind: "closing", reviewedOn: closedOn, nextReviewOn: null, note: said.note, goals: said.goals.map((g) => ({ ...g, closes: true })) });
}
const after = (step: DecidedStep, responsible: string, result: string) =>
  step.ending === "goes_on" ? { state: "running" as const, responsible: step.withWhom, result } : { state: step.ending, responsible, result: step.ending === "dropped" ? [result, step.reason].filter((t) => t !== "").join("\n") : result };

async function cancelComing(tx: WriteTx, asking: Asking, caseId: string): Promise<void> {
  for (const a of await listAppointments(tx, asking, caseId)) if (a.state === "planned" && a.startsAt > asking.now) await markAppointment(tx, asking, caseId, a.id, "cancelled");
}

async function planAftercare(tx: WriteTx, asking: Asking, head: CaseHead, closureId: string, input: EndInput): Promise<void> {
  for (const [i, dueOn] of input.aftercare.toSorted().entries()) {
    const id = newId();
    await insertAftercare(tx, asking.session, { id, caseId: head.id, closureId, position: i + 1, dueOn, ownerId: head.leadId ?? asking.session.accountId, titleCt: sealNeeded(asking, head.keyRef, "follow_ups.title_ct", id, AFTERCARE) });
    await record(tx, asking, { action: "follow_up.added", objectKind: "follow_up", objectIds: [id], caseId: head.id, purpose: "aftercare" });
  }
}

async function writeLetter(tx: WriteTx, asking: Asking, head: CaseHead, closureId: string, input: EndInput, to: NonNullable<EndInput["letter"]>): Promise<void> {
  const language = sheetLanguage(to.language);
  // as it stands after the results were written
  const goals = (await findPlan(tx, asking, head.id)).goals.filter((g) => g.personId === to.personId && !g.isEntrusted && g.state === "closed");
  const known = knownWords(goals, (await findAgreements(tx, asking, head.id))[0], language);
  const person = head.persons.find((p) => p.person_id === to.personId);
  const { latin, own } = person === undefined ? { latin: "", own: undefined } : namesOf(person);
  const settings = await getTenantSettings(tx, asking.session.tenantId);
  const content: LetterContent = {
    signer: [latin, own].filter((n): n is string => n !== undefined && n !== "").join(" · "), manager: nameOf(asking.session.givenName, asking.session.familyName), office: await senderName(tx, asking),
    closedOn: input.closedOn, keptUntil: addMonths(input.closedOn, settings.case_months), turnTo: (await listOffices(tx)).find((o) => o.id === input.organisationId)?.name ?? "", aftercare: input.aftercare.toSorted(),
    goals: goals.map((g) => goalInLetter(head, g, language, (id) => known[id] ?? "")),
  };
  const id = newId();
  await insertLetter(tx, asking.session, { id, caseId: head.id, closureId, personId: to.personId, language, contentCt: sealNeeded(asking, head.keyRef, "closing_letters.content_ct", id, JSON.stringify(content)), madeOn: asking.today });
  await record(tx, asking, { action: "closing_letter.written", objectKind: "closing_letter", objectIds: [id], caseId: head.id });
}
const goalInLetter = (head: CaseHead, g: Goal, language: string, said: (id: string) => string): LetterContent["goals"][number] => ({
  id: g.id, area: areaIn(head, g.lifeArea, language), wish: g.wish, wishLanguage: g.wishLanguage, de: g.title, other: said(g.id), attainment: g.attainment, before: g.levelBefore, after: g.levelAfter,
  goesOn: liveMeasures(g).filter((m) => isOpenStep(m) && !m.isEntrusted).map((m) => ({ id: m.id, de: m.title, other: said(m.id), with: m.responsible.kind === "office" ? m.responsible.name : "" })),
});
