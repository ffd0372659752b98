import { z } from "zod";
import type { ReadTx } from "../db/index.ts";
import type { NameProps } from "../ui/index.ts";
import { actionRoute, type Asking, formRoute, page, redirect, type Route } from "../http/index.ts";
import { addFact, correctFact, factAsTyped, removeFact } from "./change-facts.ts";
import { correctPerson, scalarsAsTyped } from "./correct-person.ts";
import type { FactKind } from "./fact.ts";
import { factFormPage } from "./fact-form.page.tsx";
import { type FactKey, factKinds } from "./fact-kinds.ts";
import { getFact } from "./facts.sql.ts";
import type { TypedValues } from "./field-inputs.tsx";
import { FormFrame, startingValues } from "./form-frame.tsx";
import { PERSON_PARAMS } from "./list.routes.ts";
import { loadPersons, openFact } from "./load-person.ts";
import { displayName } from "./person-words.ts";
import { readersOf } from "./person-readers.ts";
import { getRecord } from "./persons.sql.ts";
import type { RawFact } from "./parse-fact.ts";
import { recordAboutPersons } from "./record-context.ts";
import { SCALAR_LABELS, ScalarFields } from "./scalar-fields.tsx";

const text = z.string().max(500).optional();
const noteReading = async (tx: ReadTx, asking: Asking, recordId: string): Promise<void> =>
  recordAboutPersons(tx, asking, { action: "person.read", objectKind: "person", objectIds: [recordId] }, [recordId]);

/** Whose form it is: without it, somebody with two tabs open writes into the wrong record. */
async function nameOn(tx: ReadTx, personId: string): Promise<{ person?: NameProps }> {
  const person = [...(await loadPersons(tx, [personId], ["names", "languages"])).values()][0];
  return person === undefined ? {} : { person: displayName(person) };
}

const scalars = formRoute({
  path: "/personen/:id/bearbeiten",
  allow: "person.record",
  record: "person.corrected",
  showRecord: "person.read",
  about: "Corrects birth date, gender, entry or death of one record.",
  params: PERSON_PARAMS,
  body: z.object({ birth: text, birthConfirmed: text, gender: text, entry: text, diedOn: text }),
  show: async (tx, { params }, asking, form) => {
    const current = await getRecord(tx, params.id);
    const readers = await readersOf(tx, asking, [params.id]);
    await noteReading(tx, asking, params.id);
    const frame = { title: "Angaben zur Person berichtigen", back: { href: `/personen/${params.id}`, label: "Person" }, hidden: asking.form(), version: current.version, form, labels: SCALAR_LABELS, readers, ...(await nameOn(tx, params.id)) };
    return page("Angaben zur Person berichtigen", () => (
      <FormFrame {...frame}>
        <ScalarFields values={startingValues(form, scalarsAsTyped(current))} errors={form.refusals} withDeath />
      </FormFrame>
    ), { nav: "persons" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    // a box that is not ticked is not sent
    await correctPerson(tx, asking, params.id, version, { ...body, birthConfirmed: body.birthConfirmed ?? "" });
    return redirect(`/personen/${params.id}`, "Die Angaben sind berichtigt.");
  },
});

const bodyOf = (kind: FactKind) => z.object(Object.fromEntries(kind.fields.filter((f) => !f.derived).map((field) => [field.name, field.type === "many" ? z.union([z.string().max(100), z.array(z.string().max(100)).max(40)]).optional() : text])));
/** Boxes that are not ticked are not sent: a form says about each of them. */
const withUnticked = (kind: FactKind, body: RawFact): RawFact => {
  const unticked = kind.fields.filter((f) => f.type === "flag" || f.type === "many").map((f): [string, unknown] => [f.name, f.type === "many" ? [] : ""]);
  return { ...Object.fromEntries(unticked), ...body };
};
const UNCHANGED: TypedValues = {};

function routesOf(kind: FactKind & { readonly key: FactKey }): Route[] {
  const { key, path } = kind;
  const base = `/personen/:id/${path}`;
  const factParams = z.object({ id: z.uuid(), factId: z.uuid() });
  const back = (id: string): string => `/personen/${id}#${path}`;
  const form = async (tx: ReadTx, asking: Asking, personId: string): Promise<Omit<Parameters<typeof factFormPage>[0], "form" | "factId" | "version" | "current">> => ({ kind, personId, ...(await nameOn(tx, personId)), readers: await readersOf(tx, asking, [personId]), hidden: asking.form(), hiddenForRemoval: asking.form() });
  const add = formRoute({
    path: `${base}/neu`,
    allow: "person.record",
    record: "person_fact.added",
    showRecord: "person.read",
    about: `Adds an entry to a person: ${kind.api}.`,
    params: PERSON_PARAMS,
    body: bodyOf(kind),
    show: async (tx, { params }, asking, state) => {
      await getRecord(tx, params.id);
      await noteReading(tx, asking, params.id);
      const frame = await form(tx, asking, params.id);
      return page(`${kind.one} hinzufügen`, () => factFormPage({ ...frame, factId: null, version: 1, current: UNCHANGED, form: state }), { nav: "persons" });
    },
    submit: async (tx, { params, body }, asking) => {
      const id = await addFact(tx, asking, key, params.id, withUnticked(kind, body));
      return { ...redirect(back(params.id), `${kind.one}: gespeichert.`), id };
    },
  });
  const correct = formRoute({
    path: `${base}/:factId`,
    allow: "person.record",
    record: "person_fact.corrected",
    showRecord: "person.read",
    about: `Corrects an entry of a person: ${kind.api}.`,
    params: factParams,
    body: bodyOf(kind),
    show: async (tx, { params }, asking, state) => {
      const { keyRef } = await getRecord(tx, params.id);
      const fact = openFact(asking.app.vault, asking.session.tenantId, key, keyRef, await getFact(tx, kind, params.id, params.factId));
      await noteReading(tx, asking, params.id);
      const frame = await form(tx, asking, params.id);
      return page(`${kind.one} berichtigen`, () => factFormPage({ ...frame, factId: fact.id, version: fact.version, current: factAsTyped(key, fact.values), form: state }), { nav: "persons" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await correctFact(tx, asking, key, params.id, params.factId, version, withUnticked(kind, body));
      return redirect(back(params.id), `${kind.one}: berichtigt.`);
    },
  });
  const remove = actionRoute({
    path: `${base}/:factId/entfernen`,
    allow: "person.record",
    record: "person_fact.removed",
    about: `Takes out an entry typed by mistake: ${kind.api}.`,
    params: factParams,
    handle: async (tx, { params, version }, asking) => {
      await removeFact(tx, asking, key, params.id, params.factId, version);
      return redirect(back(params.id), `${kind.one}: herausgenommen.`);
    },
  });
  return [add, correct, remove];
}

export const correctRoutes: readonly Route[] = [scalars, ...factKinds.flatMap(routesOf)];
