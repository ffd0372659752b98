import { record } from "../../audit/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { OfficeFilePage } from "./office-file.page.tsx";
import { ofOfficePerson } from "../of-office-person.ts";
import { readOfficeFile } from "./read-office-file.ts";

export const officeFileRoutes: readonly Route[] = [
  pageRoute({
    path: "/vorgaenge/:personId", allow: "office.work", record: "office_file.read", about: "One person of an authority's room: what is due, what is there, what came and what left.", params: ofOfficePerson,
    handle: async (tx, { params }, asking) => {
      const file = await readOfficeFile(tx, asking, params.personId);
      await record(tx, asking, { action: "office_file.read", objectKind: "person", objectIds: [params.personId, ...file.received.map((i) => i.id)] });
      const view = { file, isNaturalisation: asking.session.roles.includes("naturalisation_officer"), hidden: asking.form() };
      return page("Vorgang", () => <OfficeFilePage {...view} />, { nav: "office-files" });
    },
  }),
];
