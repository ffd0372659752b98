import { z } from "zod";
import { apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { adviceBody, adviceInput } from "../advice/advice.routes.tsx";
import { getAdvice } from "../advice/advice.sql.ts";
import { recordAdvice } from "../advice/record-advice.ts";
import { beginEmergencyAccess, endEmergencyAccess } from "../emergency/begin-emergency-access.ts";
import { emergencyBody } from "../emergency/emergency.routes.tsx";
import { getOwnEmergency } from "../emergency/emergency.sql.ts";
import { ofCase } from "../form-input.ts";
import { assignToCase, endAssignment, excludeRelatedStaff, handOver, joinCase, reassignCases, type ReassignmentResult, setAbsence } from "../team/change-team.ts";
import { liftExclusion } from "../team/lift-exclusion.ts";
import { absenceBody, assignmentBody, assignmentInput, exclusionBody, handOverBody, joinBody, liftingBody, ofAssignment, ofExclusion, reassignmentBody } from "../team/team.routes.tsx";
import { listReassignedWith } from "../team/team.sql.ts";
import { asCase, asDone } from "./case-answers.ts";


const team: Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/team", method: "POST", allow: "case.hand_over", record: "team.assigned", about: "Adds a substitute (with dates) or a member.", params: ofCase, body: assignmentBody, bodyExample: { accountId: EXAMPLE_ID, function: "substitute", untilOn: "2026-12-24" },
    handle: async (tx, input, asking) => {
      await assignToCase(tx, asking, input.params.id, assignmentInput(input.body, asking.today));
      return written(input.params.id);
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/team/:assignmentId", method: "DELETE", allow: "case.hand_over", record: "team.ended", about: "Ends an assignment.", params: ofAssignment,
    handle: async (tx, input, asking) => {
      await endAssignment(tx, asking, input.params.id, input.params.assignmentId);
      return written(input.params.assignmentId);
    },
    ...asDone,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/hand-over", method: "POST", allow: "case.hand_over", record: "team.handed_over", about: "Hands the case to another lead.", params: ofCase, body: handOverBody, bodyExample: { accountId: EXAMPLE_ID },
    handle: async (tx, input, asking) => {
      await handOver(tx, asking, input.params.id, input.body.accountId);
      return written(input.params.id, { status: 200 });
    },
    ...asDone,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/joining", method: "POST", allow: "case.join", record: "team.joined", about: "A team lead joins with a reason.", params: ofCase, body: joinBody, bodyExample: { reason: "Fallberatung auf Bitte der Leitung" },
    handle: async (tx, input, asking) => {
      await joinCase(tx, asking, input.params.id, input.body.reason);
      return written(input.params.id);
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/exclusions", method: "POST", allow: "case.hand_over", record: "team.excluded", about: "Excludes staff related to a person of the case.", params: ofCase, body: exclusionBody, bodyExample: { accountId: EXAMPLE_ID },
    handle: async (tx, input, asking) => {
      await excludeRelatedStaff(tx, asking, input.params.id, input.body.accountId);
      return written(input.params.id);
    },
    ...asDone,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/exclusions/:accountId/lifting", method: "POST", allow: "case.assign", record: "team.exclusion_lifted", about: "A team lead lifts an exclusion that was a mistake, with a reason. It opens nothing by itself.",
    params: ofExclusion, body: liftingBody, bodyExample: { reason: "Namensgleichheit, nicht verwandt" },
    handle: async (tx, input, asking) => {
      await liftExclusion(tx, asking, input.params.id, input.params.accountId, input.body.reason);
      return written(input.params.id, { status: 200 });
    },
    ...asDone,
  }),
  apiWrite({
    path: "/api/v1/accounts/:id/absence", method: "PUT", allow: "case.hand_over", record: "absence.set", about: "Away from–until, and the standing deputy.", params: ofCase, body: absenceBody, bodyExample: { absentFrom: "2026-12-01", absentUntil: "2026-12-12" },
    handle: async (tx, input, asking) => {
      await setAbsence(tx, asking, input.params.id, input.body);
      return written(input.params.id);
    },
    ...asDone,
  }),
];

// the results of the request that is being answered; a replay shows what it had reassigned
const resultsOf = new WeakMap<Asking, readonly ReassignmentResult[]>();

const others: Route[] = [
  apiWrite({
    path: "/api/v1/reassignments", method: "POST", allow: "case.assign", record: "cases.reassigned", about: "Gives up to 300 cases to another lead, with a result per row.", body: reassignmentBody, bodyExample: { caseIds: [EXAMPLE_ID], toAccountId: EXAMPLE_ID },
    answer: z.object({ id: z.uuid(), results: z.array(z.object({ caseId: z.uuid(), outcome: z.string() })) }), example: { id: EXAMPLE_ID, results: [{ caseId: EXAMPLE_ID, outcome: "reassigned" }] },
    handle: async (tx, input, asking) => {
      const results = await reassignCases(tx, asking, input.body.caseIds, input.body.toAccountId);
      resultsOf.set(asking, results);
      return written(results.find((r) => r.rowId !== null)?.rowId ?? newId(), { status: 200 });
    },
    show: async (tx, id, asking) => {
      const results = resultsOf.get(asking) ?? (await listReassignedWith(tx, id)).map((r) => ({ caseId: r.case_id, outcome: "reassigned" }));
      return json({ id, results: results.map(({ caseId, outcome }) => ({ caseId, outcome })) });
    },
  }),
  apiWrite({
    path: "/api/v1/short-advices", method: "POST", allow: "advice.record", record: "advice.recorded", about: "Records advice without a person.", body: adviceBody, bodyExample: { language: "ar", lifeAreas: ["wohnen"], outcome: "answered" },
    answer: z.object({ id: z.uuid(), happenedOn: z.string(), language: z.string(), lifeAreas: z.array(z.string()), outcome: z.string() }), example: { id: EXAMPLE_ID, happenedOn: "2026-11-20", language: "ar", lifeAreas: ["wohnen"], outcome: "answered" },
    handle: async (tx, input, asking) => written(await recordAdvice(tx, asking, adviceInput(input.body, asking.today))),
    show: async (tx, id) => {
      const row = await getAdvice(tx, id);
      return json({ id, happenedOn: row.happened_on, language: row.language, lifeAreas: row.life_areas, outcome: row.outcome, minutes: row.minutes, caseId: row.case_id }, row.version);
    },
  }),
  apiWrite({
    path: "/api/v1/emergency-accesses", method: "POST", allow: "emergency.begin", record: "emergency.begun", about: "Opens a case of the room for at most an hour, with a reason.", body: emergencyBody, bodyExample: { caseNumber: "2026-0417", reason: "Frist läuft heute ab, Team nicht erreichbar", minutes: 30 },
    answer: z.object({ id: z.uuid(), caseId: z.uuid(), endsAt: z.string(), reviewDueOn: z.string() }), example: { id: EXAMPLE_ID, caseId: EXAMPLE_ID, endsAt: "2026-11-20T14:30:00.000Z", reviewDueOn: "2026-11-27" },
    handle: async (tx, input, asking) => written((await beginEmergencyAccess(tx, asking, input.body)).id),
    show: async (tx, id, asking) => {
      const row = await getOwnEmergency(tx, id, asking.session.accountId);
      return json({ id, caseId: row.case_id, endsAt: row.ends_at.toISOString(), reviewDueOn: row.review_due_on });
    },
  }),
  apiWrite({
    path: "/api/v1/emergency-accesses/:id", method: "DELETE", allow: "emergency.begin", record: "emergency.ended", about: "Ends one's own emergency access before its time is over; that it was, and its review, stay.", params: ofCase,
    handle: async (tx, input, asking) => {
      await endEmergencyAccess(tx, asking, (await getOwnEmergency(tx, input.params.id, asking.session.accountId)).case_id);
      return written(input.params.id, { status: 200 });
    },
    ...asDone,
  }),
];

export const teamApi: readonly Route[] = [...team, ...others];
