import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { type CaseHead, isEnded, readersOf } from "../../cases/reading/index.ts";
import { draftUrl, findDrafts, ofCase, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { type CalendarDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { findTies } from "../network/keep-tie.ts";
import { findQualifications } from "../qualifications/keep-qualification.ts";
import { readScales, shippedScale } from "../scale/anchors.ts";
import { AssessmentFormPage, type AssessmentFormView, assessmentPath } from "./assessment-form.page.tsx";
import { assessmentBody, readAssessment } from "./assessment-input.ts";
import { AssessmentPage, type AssessmentView } from "./assessment.page.tsx";
import { readKnown } from "./known-facts.ts";
import { type Assessment, currentAssessment, findProfile, type PersonProfile, profileOf, standingOn } from "./read-profile.ts";
import { addAssessment, changeAssessment, draftPlace, draftPrefix, withdrawAssessment } from "./save-assessment.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/assessment";
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });
const ofAssessment = z.object({ id: z.uuid(), assessmentId: z.uuid() });
const typedDay = z.string().max(20).optional();

/** A person who belongs to the case now; the main one where nobody is named. */
export function chosenPerson(head: CaseHead, wanted: string | undefined): string {
  const here = head.persons.filter((p) => p.left_on === null);
  const found = wanted === undefined ? (here.find((p) => p.is_main) ?? here[0]) : head.persons.find((p) => p.person_id === wanted);
  if (found === undefined) throw new NotFound();
  return found.person_id;
}
export const mayWriteIn = (asking: Asking, head: CaseHead): boolean => mayUse(asking.session, "case.work") && !isEnded(head.phase);

/** The last day and the one before, where nobody chose others. */
function comparedDays(own: PersonProfile, von: string | undefined, bis: string | undefined): { from: CalendarDay | null; until: CalendarDay | null } {
  const days = [...new Set(own.assessments.map((a) => a.assessedOn))];
  const known = (typed: string | undefined): CalendarDay | undefined => { const day = typed === undefined ? null : parseCalendarDay(typed); return day === null ? undefined : days.find((d) => d === day); };
  const [a, b] = [known(von) ?? days.at(-2), known(bis) ?? days.at(-1)];
  if (a === undefined || b === undefined) return { from: null, until: b ?? null };
  return a === b ? { from: null, until: b } : a < b ? { from: a, until: b } : { from: b, until: a };
}

async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, of: { personId: string } | { assessment: Assessment }): Promise<AssessmentFormView> {
  const shown = await showCase(tx, asking, caseId, form);
  const { head } = shown;
  const assessment = "assessment" in of ? of.assessment : undefined;
  const personId = "assessment" in of ? of.assessment.personId : of.personId;
  const person = head.persons.find((p) => p.person_id === personId && (assessment !== undefined || p.left_on === null));
  if (person === undefined) throw new NotFound();
  const areas = head.lifeAreas.filter((a) => !a.is_retired || assessment?.entries.some((e) => e.lifeArea === a.key));
  const owner = assessment?.id ?? personId;
  const [scales, known, profile, drafts, readers] = await Promise.all([
    readScales(tx, areas.map((a) => a.key)), readKnown(tx, asking, head, personId), findProfile(tx, asking, caseId), findDrafts(tx, asking, caseId, head.keyRef, draftPrefix(owner)), readersOf(tx, asking, caseId, { isEntrusted: false }),
  ]);
  const own = profileOf(profile, personId);
  const earlier: PersonProfile = { ...own, assessments: own.assessments.filter((a) => a.id !== assessment?.id) };
  return {
    ...shown, personId, personLanguage: person.languages[0]?.code ?? "de", areas, scales, known, readers, before: standingOn(earlier, assessment?.assessedOn ?? asking.today), ...(assessment === undefined ? {} : { assessment }),
    draftOf: (area) => (what) => {
      const place = draftPlace(owner, what, area);
      const kept = drafts.get(place);
      return { url: draftUrl(caseId, place), ...(kept === undefined ? {} : { text: kept.text, restored: `${germanMoment(kept.keptAt, asking.app.config.timeZone)} Uhr` }) };
    },
  };
}
const areasInBody = (body: Readonly<Record<string, unknown>>): string[] => [...new Set(Object.keys(body).flatMap((name) => /^(?:level|own|resource|need|words)\.([a-z_]{1,40})$/.exec(name)?.[1] ?? []))];

export const profileRoutes: readonly Route[] = [
  pageRoute({
    path: BASE, allow: "case.read", record: "case.read", about: "The assessment of a person of the case: profile, change between two days, resources and needs, qualifications, network.", params: ofCase,
    query: z.object({ person: z.uuid().optional(), von: typedDay, bis: typedDay }),
    handle: async (tx, { params, query }, asking) => {
      const { form: _form, ...shown } = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const personId = chosenPerson(shown.head, query.person);
      const [profile, known, qualifications, ties] = await Promise.all([findProfile(tx, asking, params.id), readKnown(tx, asking, shown.head, personId), findQualifications(tx, asking, params.id), findTies(tx, asking, params.id)]);
      const view: AssessmentView = { ...shown, personId, profile, known, qualifications, ties, steps: shippedScale().steps, ...comparedDays(profileOf(profile, personId), query.von, query.bis), mayWrite: mayWriteIn(asking, shown.head) };
      return page("Assessment", () => <AssessmentPage {...view} />, { nav: "cases" });
    },
  }),
  formRoute({
    path: `${BASE}/neu/:personId`, allow: "case.work", record: "assessment.added", showRecord: "case.read", about: "Assesses a person on one page: a level per life area, resources, needs and the person's words where there are any.", params: ofPerson,
    body: assessmentBody,
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form, { personId: params.personId });
      return page("Neue Einschätzung", () => <AssessmentFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await addAssessment(tx, asking, params.id, params.personId, readAssessment(body, areasInBody(body), asking.today));
      return redirect(assessmentPath(params.id, params.personId), "Einschätzung gespeichert.");
    },
  }),
  formRoute({
    path: `${BASE}/:assessmentId`, allow: "case.work", record: "assessment.changed", showRecord: "case.read", about: "Completes or corrects an assessment; a stale save shows what changed.", params: ofAssessment,
    body: assessmentBody,
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form, { assessment: await currentAssessment(tx, asking, params.id, params.assessmentId) });
      return page("Einschätzung", () => <AssessmentFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const { personId, assessedOn } = await currentAssessment(tx, asking, params.id, params.assessmentId);
      await changeAssessment(tx, asking, params.id, params.assessmentId, version, readAssessment(body, areasInBody(body), assessedOn));
      return redirect(assessmentPath(params.id, personId), "Einschätzung geändert.");
    },
  }),
  actionRoute({
    path: `${BASE}/:assessmentId/zurueckziehen`, allow: "case.work", record: "assessment.withdrawn", about: "Takes an assessment back that was typed by mistake.", params: ofAssessment,
    handle: async (tx, { params }, asking) => {
      const { personId } = await currentAssessment(tx, asking, params.id, params.assessmentId);
      await withdrawAssessment(tx, asking, params.id, params.assessmentId);
      return redirect(assessmentPath(params.id, personId), "Einschätzung zurückgezogen.");
    },
  }),
];
