import { z } from "zod";
import { record } from "../audit/index.ts";
import { mayUse } from "../accounts/index.ts";
import { page, pageRoute, redirect, type Route } from "../http/index.ts";
import { factKinds } from "./fact-kinds.ts";
import { findPersons, foundOpen } from "./find-persons.ts";
import { loadPerson, loadPersons, openFacts } from "./load-person.ts";
import { personPage } from "./person.page.tsx";
import { isRoomWide } from "./person-readers.ts";
import { personsPage } from "./persons.page.tsx";
import { listCasesOfPersons, listLatestRecords, listRecordsWithoutCase } from "./persons.sql.ts";
import { recordAboutPersons } from "./record-context.ts";

export const PERSON_PARAMS = z.object({ id: z.uuid() });
const MOST_LISTED = 50;

const list = pageRoute({
  path: "/personen",
  allow: "person.read",
  record: "person.listed",
  about: "Persons without a case and recently recorded ones, and the search box.",
  query: z.object({ q: z.string().max(200).optional() }),
  handle: async (tx, { query }, asking) => {
    const text = query.q?.trim() ?? "";
    const found = text === "" ? undefined : await findPersons(tx, text, MOST_LISTED, asking.today);
    const wide = isRoomWide(asking);
    const records = found === undefined ? { without: wide ? [] : await listRecordsWithoutCase(tx, MOST_LISTED), latest: await listLatestRecords(tx, wide ? null : asking.session.accountId, MOST_LISTED) } : { without: [], latest: [] };
    const without = new Set(records.without.map((r) => r.id));
    const ids = [...without, ...records.latest.filter((r) => !without.has(r.id)).map((r) => r.id)];
    const persons = await loadPersons(tx, ids, ["names", "languages"]);
    const cases = ids.length === 0 ? [] : await listCasesOfPersons(tx, ids);
    const lines = (chosen: readonly string[]) => chosen.flatMap((id) => (persons.has(id) ? [foundOpen(persons.get(id)!, cases)] : []));
    await record(tx, asking, { action: "person.listed", objectKind: "person", objectIds: found?.map((f) => f.personId) ?? ids });
    const view = { query: text, ...(found === undefined ? {} : { found }), withoutCase: lines([...without]), latest: lines(ids.filter((id) => !without.has(id))), isRoomWide: wide };
    return page("Personen", () => personsPage(view), { nav: "persons" });
  },
});

const show = pageRoute({
  path: "/personen/:id",
  allow: "person.read",
  record: "person.read",
  about: "All facts about a person.",
  params: PERSON_PARAMS,
  handle: async (tx, { params }, asking) => {
    const person = openFacts(asking.app.vault, asking.session.tenantId, await loadPerson(tx, params.id));
    const recordIds = person.records.map((r) => r.id);
    const cases = await listCasesOfPersons(tx, recordIds);
    await recordAboutPersons(tx, asking, { action: "person.read", objectKind: "person", objectIds: recordIds }, recordIds);
    if (person.id !== params.id) return redirect(`/personen/${person.id}`);
    const view = { person, kinds: factKinds, cases, today: asking.today, mayOpenCase: mayUse(asking.session, "case.open"), isOffice: mayUse(asking.session, "office.work") };
    return page("Person", () => personPage(view), { nav: "persons" });
  },
});

export const listRoutes: readonly Route[] = [list, show];
