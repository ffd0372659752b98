import { z } from "zod";
import { actionRoute, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { listAddress, queryOf } from "../case-list/list-address.ts";
import { keepView } from "./keep-view.ts";
import { SavedViewsPage } from "./saved-views.page.tsx";
import { deleteView, listViews, putFirst } from "./saved-views.sql.ts";

const OWN = { none: "one's own filters, and no person" };
const params = z.object({ id: z.uuid() });

/** What was typed as an address is read as the list reads it, so that only its own words are kept, and no searched name. */
const kept = (typed: string): string => listAddress(queryOf(typed), { q: null }).slice("/faelle?".length);

export const savedViewRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/ansichten",
    allow: "case.read",
    record: OWN,
    showRecord: OWN,
    about: "One's own named views of the list of cases; saves one.",
    body: z.object({ name: z.string("Geben Sie der Ansicht einen Namen.").trim().max(60, "Der Name ist länger als 60 Zeichen."), ansicht: z.string().max(2000).default("") }),
    show: async (tx, _input, asking, form) => {
      const views = await listViews(tx, asking.session.tenantId);
      return page("Ansichten", () => <SavedViewsPage views={views} form={form} hidden={() => asking.form()} />, { nav: "cases" });
    },
    submit: async (tx, { body }, asking) => {
      const query = kept(body.ansicht);
      const id = await keepView(tx, asking, body.name, query);
      return { ...redirect(`/faelle?${query}`, "Ansicht gespeichert."), id };
    },
  }),
  actionRoute({
    path: "/faelle/ansichten/:id/erste",
    allow: "case.read",
    record: OWN,
    about: "Makes a view the one that the list begins with.",
    params,
    handle: async (tx, input, asking) => {
      await putFirst(tx, asking.session.tenantId, input.params.id);
      return redirect("/faelle/ansichten", "Mit dieser Ansicht beginnt jetzt die Liste.");
    },
  }),
  actionRoute({
    path: "/faelle/ansichten/:id/loeschen",
    allow: "case.read",
    record: OWN,
    about: "Takes a view away.",
    params,
    handle: async (tx, input, asking) => {
      await deleteView(tx, asking.session.tenantId, input.params.id);
      return redirect("/faelle/ansichten", "Ansicht gelöscht.");
    },
  }),
];
