import { z } from "zod";
import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, json, type Json, type Route, written } from "../http/index.ts";
import { NotFound, Refused } from "../kernel/errors.ts";
import { FACT_ANSWER, FACT_EXAMPLE, factAnswer, factBody, FOUND_ANSWER, FOUND_EXAMPLE, foundAnswer, PERSON_ANSWER, PERSON_EXAMPLE, personAnswer, SCALARS_BODY } from "./api-answers.ts";
import { addFact, correctFact, removeFact } from "./change-facts.ts";
import { checkForDuplicates } from "./check-for-duplicates.ts";
import { correctPerson } from "./correct-person.ts";
import type { FactKind } from "./fact.ts";
import { type FactKey, factKinds } from "./fact-kinds.ts";
import { findFactById } from "./facts.sql.ts";
import { findPersons, type FoundPerson, foundOpen } from "./find-persons.ts";
import { PERSON_PARAMS } from "./list.routes.ts";
import { loadPerson, loadPersons, openFact, openFacts } from "./load-person.ts";
import { getRecord, listCasesOfPersons, listLatestRecords } from "./persons.sql.ts";
import { recordAboutPersons } from "./record-context.ts";
import { type NewPerson, recordPerson } from "./record-person.ts";
import { isLikely, lookUp, POSSIBLE_DUPLICATE } from "./record.routes.tsx";

async function showPerson(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const person = openFacts(asking.app.vault, asking.session.tenantId, await loadPerson(tx, id));
  const cases = await listCasesOfPersons(tx, person.records.map((r) => r.id));
  return json(personAnswer(person, cases, asking.today), person.records.find((r) => r.id === id)?.version ?? person.records[0]!.version);
}

const list = apiRead({
  path: "/api/v1/persons",
  allow: "person.search",
  record: "person.listed",
  about: "Search by name in any script, birth date, telephone or case number; without a query the latest recorded by the asker.",
  query: z.object({ query: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.object({ persons: z.array(FOUND_ANSWER) }),
  example: { persons: [FOUND_EXAMPLE] },
  handle: async (tx, { query }, asking) => {
    const text = query.query?.trim() ?? "";
    const found = text === "" ? await latest(tx, asking, query.limit) : await findPersons(tx, text, query.limit, asking.today);
    await record(tx, asking, { action: "person.listed", objectKind: "person", objectIds: found.map((f) => f.personId) });
    return json({ persons: found.map(foundAnswer) });
  },
});

async function latest(tx: ReadTx, asking: Asking, limit: number): Promise<FoundPerson[]> {
  const ids = (await listLatestRecords(tx, asking.session.accountId, limit)).map((r) => r.id);
  const persons = await loadPersons(tx, ids, ["names", "languages"]);
  const cases = ids.length === 0 ? [] : await listCasesOfPersons(tx, ids);
  return ids.flatMap((id) => (persons.has(id) ? [foundOpen(persons.get(id)!, cases)] : []));
}

const read = apiRead({
  path: "/api/v1/persons/:id",
  allow: "person.read",
  record: "person.read",
  about: "A person with all facts; merged records are united, and each entry says which record it hangs on.",
  params: PERSON_PARAMS,
  answer: PERSON_ANSWER,
  example: PERSON_EXAMPLE,
  handle: async (tx, { params }, asking) => {
    const shown = await showPerson(tx, params.id, asking);
    await recordAboutPersons(tx, asking, { action: "person.read", objectKind: "person", objectIds: [params.id] }, [params.id]);
    return shown;
  },
});

const NEW_BODY = z.object({ ...SCALARS_BODY, confirmed: z.boolean().optional().describe("recorded although a record may exist"), ...Object.fromEntries(factKinds.map((kind) => [kind.key, z.array(factBody(kind)).max(20).optional()])) });

const create = apiWrite({
  path: "/api/v1/persons",
  method: "POST",
  allow: "person.record",
  record: "person.recorded",
  about: "Records a person; refused with possible-duplicate where a record may exist, until confirmed.",
  body: NEW_BODY,
  bodyExample: { birth: "12.03.1992", gender: "female", names: [{ family: "Haddad", given: "Amira", kind: "passport", primary: true }], nationalities: [{ code: "475" }] },
  answer: PERSON_ANSWER,
  example: PERSON_EXAMPLE,
  handle: async (tx, { body }, asking) => {
    const { confirmed, ...person } = body;
    if (confirmed !== true && isLikely(await lookUp(tx, asking, person as NewPerson))) throw new Refused([POSSIBLE_DUPLICATE]);
    const id = await recordPerson(tx, asking, person as NewPerson);
    await checkForDuplicates(tx, id);
    return written(id, { location: `/api/v1/persons/${id}` });
  },
  show: showPerson,
});

const correct = apiWrite({
  path: "/api/v1/persons/:id",
  method: "PATCH",
  allow: "person.record",
  record: "person.corrected",
  about: "Corrects single values of one record; what is left out stays, null empties.",
  versioned: true,
  params: PERSON_PARAMS,
  body: z.object(SCALARS_BODY),
  bodyExample: { birth: "1992" },
  answer: PERSON_ANSWER,
  example: PERSON_EXAMPLE,
  handle: async (tx, { params, body, version }, asking) => {
    await correctPerson(tx, asking, params.id, version, body);
    return written(params.id);
  },
  show: showPerson,
});

/** One entry of each kind as a client sends it. */
const BODY_EXAMPLES: Readonly<Record<FactKey, Readonly<Record<string, unknown>>>> = {
  names: { family: "حداد", given: "أميرة", kind: "own_script" },
  nationalities: { code: "475" },
  languages: { code: "ar", interpreter: true },
  addresses: { street: "Am Markt 3", postcode: "47000", town: "Lindenau", from: "2024-08-01" },
  channels: { kind: "mobile", value: "0171 5550102", safe: "yes" },
  residenceStatuses: { short: "§ 25 Abs. 2", from: "2025-03-01", until: "2028-02-28" },
  guardians: { kind: "parents", name: "Samir Haddad", scope: ["all"] },
};

function routesOf(kind: FactKind & { readonly key: FactKey }): Route[] {
  const { key, api } = kind;
  const path = `/api/v1/persons/:id/${api}`;
  const params = z.object({ id: z.uuid(), factId: z.uuid() });
  const show = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
    const fact = await findFactById(tx, kind, id);
    if (fact === undefined) throw new NotFound();
    const { keyRef } = await getRecord(tx, fact.recordId);
    return json(factAnswer(openFact(asking.app.vault, asking.session.tenantId, key, keyRef, fact)), fact.version);
  };
  const all = apiRead({
    path, allow: "person.read", record: "person.read", about: `Entries of a person: ${api}.`, params: PERSON_PARAMS, answer: z.object({ [key]: z.array(FACT_ANSWER) }), example: { [key]: [FACT_EXAMPLE] },
    handle: async (tx, input, asking) => {
      const person = openFacts(asking.app.vault, asking.session.tenantId, await loadPerson(tx, input.params.id));
      await recordAboutPersons(tx, asking, { action: "person.read", objectKind: "person", objectIds: [input.params.id] }, [input.params.id]);
      return json({ [key]: person.facts[key].map(factAnswer) });
    },
  });
  const add = apiWrite({
    path, method: "POST", allow: "person.record", record: "person_fact.added", about: `Adds an entry to a person: ${api}.`, params: PERSON_PARAMS, body: factBody(kind), bodyExample: BODY_EXAMPLES[key], answer: FACT_ANSWER, example: FACT_EXAMPLE, show,
    handle: async (tx, input, asking) => {
      const id = await addFact(tx, asking, key, input.params.id, input.body);
      return written(id, { location: `/api/v1/persons/${input.params.id}/${api}/${id}` });
    },
  });
  const change = apiWrite({
    path: `${path}/:factId`, method: "PATCH", allow: "person.record", record: "person_fact.corrected", about: `Corrects an entry of a person: ${api}.`, versioned: true, params, body: factBody(kind), bodyExample: BODY_EXAMPLES[key], answer: FACT_ANSWER, example: FACT_EXAMPLE, show,
    handle: async (tx, input, asking) => {
      await correctFact(tx, asking, key, input.params.id, input.params.factId, input.version, input.body);
      return written(input.params.factId);
    },
  });
  const remove = apiWrite({
    path: `${path}/:factId`, method: "DELETE", allow: "person.record", record: "person_fact.removed", about: `Takes out an entry typed by mistake: ${api}.`, versioned: true, params, answer: z.object({ removed: z.uuid() }), example: { removed: FACT_EXAMPLE.id },
    handle: async (tx, input, asking) => {
      await removeFact(tx, asking, key, input.params.id, input.params.factId, input.version);
      return written(input.params.factId);
    },
    show: async (_tx, id) => json({ removed: id }),
  });
  return [all, add, change, remove];
}

export const personsApiRoutes: readonly Route[] = [list, read, create, correct, ...factKinds.flatMap(routesOf)];
