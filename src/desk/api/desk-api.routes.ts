import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { FollowUp, MyCaseRow } from "../../cases/reading/index.ts";
import { apiRead, json, type Route } from "../../http/index.ts";
import { casesOf, readMyDay } from "../my-day/read-my-day.ts";
import { hrefOf } from "../search/find-everything.ts";
import { searchRecorded } from "../search/search.routes.tsx";
import { caseLine } from "./case-answers.ts";

const due = z.object({ id: z.uuid(), caseId: z.uuid(), caseNumber: z.string(), name: z.string(), dueOn: z.string(), title: z.string(), ownerId: z.uuid(), version: z.number() });
const myCase = z.object({ caseId: z.uuid(), number: z.string(), phase: z.string(), name: z.string(), sinceOn: z.string(), untilOn: z.string().nullable() });

const dueAnswer = (f: FollowUp): z.output<typeof due> => ({ id: f.id, caseId: f.caseId, caseNumber: f.caseNumber, name: f.name, dueOn: f.dueOn, title: f.title, ownerId: f.ownerId, version: f.version });
const caseAnswer = (c: MyCaseRow): z.output<typeof myCase> => ({ caseId: c.id, number: c.number, phase: c.phase, name: c.main_name, sinceOn: c.since_on, untilOn: c.until_on });

export const deskApiRoutes: readonly Route[] = [
  apiRead({
    path: "/api/v1/my-day",
    allow: "case.work",
    record: "day.read",
    about: "What is due for the account until in seven days, new cases, and cases it stands in for.",
    answer: z.object({
      overdue: z.array(due), today: z.array(due), coming: z.array(due), newCases: z.array(myCase), substituted: z.array(myCase),
      leftovers: z.array(z.object({ kind: z.enum(["draft", "note", "review"]), caseId: z.uuid(), contactId: z.uuid().nullable(), number: z.string(), onDay: z.string() })),
    }),
    example: { overdue: [], today: [], coming: [], newCases: [], substituted: [], leftovers: [] },
    handle: async (tx, _input, asking) => {
      const day = await readMyDay(tx, asking);
      await record(tx, asking, { action: "day.read", objectKind: "case", objectIds: casesOf(day), purpose: "api" });
      return json({
        overdue: day.overdue.map(dueAnswer),
        today: day.today.map(dueAnswer),
        coming: day.coming.map(dueAnswer),
        newCases: day.newCases.map(caseAnswer),
        substituted: day.substituted.map(caseAnswer),
        leftovers: day.leftovers.map((l) => ({ kind: l.kind, caseId: l.case_id, contactId: l.contact_id, number: l.number, onDay: l.on_day })),
      });
    },
  }),
  apiRead({
    path: "/api/v1/search",
    allow: "signed-in",
    record: "persons.searched",
    about: "Persons and cases that the account may see, by name in any script, birth date, telephone or case number.",
    query: z.object({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({
      persons: z.array(z.object({ personId: z.uuid(), isOpen: z.boolean(), name: z.string(), nameOwn: z.string().nullable(), birth: z.string().nullable(), birthYear: z.number().nullable(), href: z.string(), cases: z.array(z.object({ caseId: z.uuid(), number: z.string(), phase: z.string() })) })),
      cases: z.array(caseLine),
    }),
    example: { persons: [], cases: [] },
    handle: async (tx, { query }, asking) => {
      const found = await searchRecorded(tx, asking, query.q, query.limit);
      const persons = found.persons.map((p) => ({
        personId: p.personId, isOpen: p.isOpen, name: p.name.latin, nameOwn: p.name.own ?? null, birth: p.birth, birthYear: p.birthYear, href: hrefOf(p),
        cases: p.cases.map((c) => ({ caseId: c.caseId, number: c.number, phase: c.phase })),
      }));
      return json({ persons, cases: found.cases });
    },
  }),
];
