import { z } from "zod";
import { actionRoute, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { oneOf, ofCase, optionalDay, optionalId, text } from "../form-input.ts";
import { listAttachable } from "../opening/opening.sql.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { addPersonToCase, addRelation, relationsOf, removePersonFromCase, removeRelation, setMainPerson } from "./change-people.ts";
import { PeoplePage } from "./people.page.tsx";
import { RELATION_KINDS } from "./relation-kinds.ts";

export const relationBody = z.object({
  personId: z.uuid("Wählen Sie eine Person des Falls."),
  otherPersonId: optionalId(),
  otherName: text(200),
  kind: oneOf(RELATION_KINDS, "Wählen Sie die Art der Beziehung."),
  fromOn: optionalDay(),
  untilOn: optionalDay(),
});
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });
const ofRelation = z.object({ id: z.uuid(), relationId: z.uuid() });
const peoplePage = (id: string): string => `/faelle/${id}/personen`;

const people = formRoute({
  path: "/faelle/:id/personen",
  allow: "case.work",
  record: "relation.added",
  showRecord: "case.read",
  about: "Persons of a case and their relations; adds a relation.",
  params: ofCase,
  body: relationBody,
  show: async (tx, input, asking, form) => {
    const { id } = input.params;
    const common = await showCase(tx, asking, id, form);
    const inCase = new Set(common.head.persons.map((p) => p.person_id));
    const view = {
      ...common,
      relations: await relationsOf(tx, asking, id),
      attachable: (await listAttachable(tx, [])).filter((p) => !inCase.has(p.id)),
      readers: await readersOf(tx, asking, id, { isEntrusted: false }),
    };
    return page("Personen und Haushalt", () => <PeoplePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await addRelation(tx, asking, input.params.id, input.body);
    return redirect(peoplePage(input.params.id), "Beziehung gespeichert.");
  },
});

const added = actionRoute({
  path: "/faelle/:id/personen/hinzu",
  allow: "case.work",
  record: "case.person_added",
  about: "Takes a person into the case.",
  params: ofCase,
  body: z.object({ personId: z.uuid("Wählen Sie eine Person.") }),
  handle: async (tx, input, asking) => {
    await addPersonToCase(tx, asking, input.params.id, input.body.personId);
    return redirect(peoplePage(input.params.id), "Person in den Fall aufgenommen.");
  },
});

const removed = actionRoute({
  path: "/faelle/:id/personen/:personId/entfernen",
  allow: "case.work",
  record: "case.person_removed",
  about: "A person is no longer counted in the case.",
  params: ofPerson,
  handle: async (tx, input, asking) => {
    await removePersonFromCase(tx, asking, input.params.id, input.params.personId);
    return redirect(peoplePage(input.params.id), "Person gehört nicht mehr zum Fall.");
  },
});

const main = actionRoute({
  path: "/faelle/:id/personen/:personId/hauptperson",
  allow: "case.work",
  record: "case.main_person_set",
  about: "Makes a person the main person of the case.",
  params: ofPerson,
  handle: async (tx, input, asking) => {
    await setMainPerson(tx, asking, input.params.id, input.params.personId);
    return redirect(peoplePage(input.params.id), "Hauptperson geändert.");
  },
});

const relationRemoved = actionRoute({
  path: "/faelle/:id/beziehungen/:relationId/entfernen",
  allow: "case.work",
  record: "relation.removed",
  about: "Takes out a relation typed by mistake.",
  params: ofRelation,
  handle: async (tx, input, asking) => {
    await removeRelation(tx, asking, input.params.id, input.params.relationId);
    return redirect(peoplePage(input.params.id), "Beziehung entfernt.");
  },
});

export const peopleRoutes: readonly Route[] = [people, added, removed, main, relationRemoved];
