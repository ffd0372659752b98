import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type CaseHead, readCaseHead } from "../../cases/reading/index.ts";
import { type Asking, page, pageRoute, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { outlookOf } from "./compute-outlook.ts";
import { OutlookPage } from "./outlook.page.tsx";
import { chosenPerson, type OutlookPerson, readOutlookPersons } from "./read-outlook.ts";

const ofCase = z.object({ id: z.uuid() });

/** The open case with everybody in it; 404 where only its head, or nothing, is the reader's to see. Recorded as read for whom it showed. */
export async function readPersonsOfCase(tx: ReadTx, asking: Asking, caseId: string): Promise<{ readonly head: CaseHead; readonly persons: readonly OutlookPerson[] }> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  return { head, persons: await readOutlookPersons(tx, asking, head) };
}

export const recordRead = (tx: ReadTx, asking: Asking, caseId: string, persons: readonly OutlookPerson[], action: "perspectives.read" | "perspectives.printed" = "perspectives.read"): Promise<unknown> =>
  record(tx, asking, { action, objectKind: "person", objectIds: persons.map((person) => person.id), caseId });

export const outlookRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/aufenthalt-und-fristen",
    allow: "case.read",
    record: "perspectives.read",
    about: "What the law offers the persons of a case, and when: timeline, one card per right that matters now, ways to a secure status.",
    params: ofCase,
    query: z.object({ person: z.union([z.uuid(), z.literal("alle")]).optional() }),
    handle: async (tx, { params, query }, asking) => {
      const { head, persons } = await readPersonsOfCase(tx, asking, params.id);
      const chosen = persons.length === 0 ? [] : query.person === "alle" ? persons : [chosenPerson(persons, query.person)];
      await recordRead(tx, asking, head.id, chosen);
      const shown = chosen.map((person) => ({ person, outlook: outlookOf(person.facts, asking.today, person.paperEnds) }));
      return page("Aufenthalt und Fristen", () => <OutlookPage head={head} today={asking.today} persons={persons} shown={shown} />, { nav: "cases" });
    },
  }),
];
