import { z } from "zod";
import { formRoute, page, redirect, type Route } from "../http/index.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";
import { addFact, correctFact } from "./change-facts.ts";
import { factKind } from "./fact-kinds.ts";
import { listFacts } from "./facts.sql.ts";
import { PERSON_PARAMS } from "./list.routes.ts";
import { loadPerson } from "./load-person.ts";
import { parseFact } from "./parse-fact.ts";
import { readersOf } from "./person-readers.ts";
import { displayName } from "./person-words.ts";
import { recordAboutPersons } from "./record-context.ts";
import { openBefore, residenceHistory } from "./residence-history.ts";
import { residencePage } from "./residence.page.tsx";

const KEY = "residenceStatuses";
const kind = factKind(KEY);
const text = z.string().max(500).optional();

/** The same entries as on the person's page, as a way through time; a new one may end the one before it. */
export const residenceRoutes: readonly Route[] = [
  formRoute({
    path: `/personen/:id/${kind.path}`,
    allow: "person.record",
    record: "person_fact.added",
    showRecord: "person.read",
    about: "The history of the residence status; adds one, and ends the one before it.",
    params: PERSON_PARAMS,
    body: z.object({ ...Object.fromEntries(kind.fields.map((field) => [field.name, text])), endsBefore: text }),
    show: async (tx, { params }, asking, form) => {
      const person = await loadPerson(tx, params.id);
      const ids = person.records.map((r) => r.id);
      const readers = await readersOf(tx, asking, [params.id]);
      await recordAboutPersons(tx, asking, { action: "person.read", objectKind: "person", objectIds: ids }, [params.id]);
      const view = { personId: params.id, name: displayName(person), kind, history: residenceHistory(person.facts.residenceStatuses), entryOn: person.entry?.on ?? null, today: asking.today, form, readers, hidden: asking.form() };
      return page("Aufenthalt", () => residencePage(view), { nav: "persons" });
    },
    submit: async (tx, { params, body }, asking) => {
      const { endsBefore, ...raw } = body as Readonly<Record<string, string | undefined>>;
      const parsed = parseFact(kind, raw, asking.today);
      const from = parsed.ok ? parsed.value["from"] : null;
      const before = endsBefore === "ja" && typeof from === "string" ? openBefore(await listFacts(tx, kind, [params.id]), params.id, from as typeof asking.today) : undefined;
      if (before !== undefined) await correctFact(tx, asking, KEY, params.id, before.id, before.version, { until: germanDay(addDays(from as typeof asking.today, -1)) });
      const id = await addFact(tx, asking, KEY, params.id, raw);
      return { ...redirect(`/personen/${params.id}/${kind.path}`, before === undefined ? "Status eingetragen." : "Status eingetragen. Der bisherige endet am Tag davor."), id };
    },
  }),
];
