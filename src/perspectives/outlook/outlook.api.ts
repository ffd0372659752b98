import { z } from "zod";
import { apiRead, json, type Route } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { answerQuestion } from "../evaluation/answer-question.ts";
import { readQuestion } from "../evaluation/read-question.ts";
import { readPersonsOfCase, recordRead } from "./outlook.routes.tsx";

const body = z.object({
  rules: z.array(z.string().max(60)).max(60).optional().describe("ids of GET /api/v1/rules; unset: every rule"),
  on: z.string().max(10).optional().describe("the day that is asked about; unset: today"),
  earliestDays: z.boolean().optional(),
  paths: z.boolean().optional(),
});
const answer = z.object({ caseId: z.uuid(), on: z.string(), persons: z.array(z.object({ personId: z.uuid(), evaluation: z.object({ on: z.string(), lawComparedUntil: z.string(), decides: z.string(), results: z.array(z.object({ rule: z.string() }).loose()) }).loose() })) });
const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

export const outlookApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/rules/evaluate", method: "POST", allow: "case.read", record: "perspectives.read",
    about: "What the law says of each person of a case, from the facts that are known of them, with trace as for anonymous facts. What nobody told is unknown, what nobody asks for too. Saves nothing; never a decision.",
    params: z.object({ id: z.uuid() }), body, bodyExample: { rules: ["AUFENTHG_25B_1"], earliestDays: true }, answer,
    example: { caseId: ID, on: "2026-11-22", persons: [{ personId: ID, evaluation: { on: "2026-11-22", lawComparedUntil: "2026-08-19", decides: "Die Behörde entscheidet; dies ist keine Entscheidung und keine Zusage.", results: [{ rule: "AUFENTHG_25B_1", outcome: "OFFEN" }] } }] },
    handle: async (tx, { params, body: asked }, asking) => {
      const { head, persons } = await readPersonsOfCase(tx, asking, params.id);
      await recordRead(tx, asking, head.id, persons);
      const answers = persons.map((person) => {
        const read = readQuestion({ ...asked, facts: person.facts }, asking.today);
        if (!read.ok) throw new Refused(read.refusals);
        return { personId: person.id, evaluation: answerQuestion(read.value, asking.today) };
      });
      return json({ caseId: head.id, on: asked.on ?? asking.today, persons: answers });
    },
  }),
];
