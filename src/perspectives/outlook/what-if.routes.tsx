import { z } from "zod";
import { page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { factCatalogue } from "../../rules/index.ts";
import { outlookOf } from "./compute-outlook.ts";
import { outlookPath } from "./outlook.page.tsx";
import { readPersonsOfCase, recordRead } from "./outlook.routes.tsx";
import { chosenPerson } from "./read-outlook.ts";
import { assume, readFree } from "./scenarios.ts";
import { WhatIfPage } from "./what-if.page.tsx";

const some = z.union([z.string().max(40).transform((one) => [one]), z.array(z.string().max(40)).max(20)]).optional();
const text = z.string().max(40).optional();
const aDay = factCatalogue.get("entryDate")!;

export const whatIfRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/aufenthalt-und-fristen/was-waere-wenn",
    allow: "case.read",
    record: "perspectives.read",
    about: "What would change if a fact were otherwise: results and days before and after, side by side. Saves nothing; the address holds assumptions, never facts that hurt.",
    params: z.object({ id: z.uuid() }),
    query: z.object({ person: z.uuid().optional(), annahme: some, ab: text, angabe1: text, wert1: text, angabe2: text, wert2: text }),
    handle: async (tx, { params, query }, asking) => {
      const { today } = asking;
      const { head, persons } = await readPersonsOfCase(tx, asking, params.id);
      if (persons.length === 0) {
        await recordRead(tx, asking, head.id, []);
        return redirect(outlookPath(head.id));
      }
      const person = chosenPerson(persons, query.person);
      await recordRead(tx, asking, head.id, [person]);
      const free = [{ key: query.angabe1 ?? "", typed: query.wert1 ?? "" }, { key: query.angabe2 ?? "", typed: query.wert2 ?? "" }].filter(({ key }) => key !== "");
      const typed = { scenarios: query.annahme ?? [], from: query.ab ?? "", free };
      const from = typed.from.trim() === "" ? today : (readFree(aDay, typed.from) as CalendarDay | null);
      const badDay: readonly Refusal[] = from === null || from < today ? [{ code: "day-unreadable", field: "ab", sentence: `Schreiben Sie einen Tag ab heute, zum Beispiel ${germanDay(today)}.` }] : [];
      const assumed = assume(person.facts, { scenarios: typed.scenarios, free, from: from ?? today });
      const refusals = [...badDay, ...assumed.refusals];
      const isAsked = typed.scenarios.length > 0 || free.length > 0;
      const after = isAsked && refusals.length === 0 && from !== null ? { outlook: outlookOf(assumed.facts, from, person.paperEnds), from } : null;
      const before = outlookOf(person.facts, today, person.paperEnds);
      return page("Was wäre wenn", () => <WhatIfPage head={head} today={today} person={person} typed={typed} refusals={refusals} before={before} after={after} />, { nav: "cases" });
    },
  }),
];
