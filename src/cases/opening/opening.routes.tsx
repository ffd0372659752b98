import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { type Asking, formRoute, page, redirect, type Route } from "../../http/index.ts";
import { getAdvice } from "../advice/advice.sql.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { idList, list, optionalDay, optionalId, text } from "../form-input.ts";
import { listColleagues } from "../team/team.sql.ts";
import { openCase } from "./open-case.ts";
import { OpeningPage } from "./opening.page.tsx";
import { listAttachable } from "./opening.sql.ts";

export const openingBody = z.object({
  personIds: idList(30, "Wählen Sie mindestens eine Person. Ein Gespräch ohne Person ist eine Kurzberatung."),
  mainPersonId: optionalId(),
  leadId: optionalId(),
  openedOn: optionalDay(),
  phase: z.enum(["enquiry", "clearing"]).default("enquiry"),
  accessRoute: text(200),
  lifeAreas: list(),
  adviceId: optionalId(),
});
export const openingInput = (body: z.output<typeof openingBody>, today: Asking["today"]) => ({ ...body, openedOn: body.openedOn ?? today });

const ids = z.preprocess((raw) => (raw === undefined ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.uuid()).max(30));

/** Intake opens cases and reads none. */
const backOf = ({ session }: Asking): string => (mayUse(session, "case.read") ? "/faelle" : "/personen");

export const openingRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/neu",
    allow: "case.open",
    record: "case.opened",
    showRecord: "person.listed",
    about: "Opens a case about one person or a family.",
    query: z.object({ person: ids, kurzberatung: z.uuid().optional() }),
    body: openingBody,
    show: async (tx, input, asking, form) => {
      const persons = await listAttachable(tx, input.query.person);
      await record(tx, asking, { action: "person.listed", objectKind: "person", objectIds: persons.map((p) => p.id) });
      const advice = input.query.kurzberatung === undefined ? undefined : await getAdvice(tx, input.query.kurzberatung);
      const view = {
        form,
        hidden: asking.form(),
        today: asking.today,
        persons,
        wanted: input.query.person,
        lifeAreas: await listLifeAreas(tx),
        colleagues: mayUse(asking.session, "case.assign") || asking.session.roles.includes("intake") ? await listColleagues(tx) : [],
        me: asking.session.accountId,
        back: backOf(asking),
        mayTakeIn: mayUse(asking.session, "case.work"),
        ...(advice === undefined ? {} : { advice: { id: advice.id, lifeAreas: advice.life_areas } }),
      };
      return page("Neuer Fall", () => <OpeningPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, input, asking) => {
      const opened = await openCase(tx, asking, openingInput(input.body, asking.today));
      // whoever named another lead sees the case no longer, or only its head
      return opened.isMine ? redirect(`/faelle/${opened.id}`, `Fall ${opened.number} eröffnet.`) : redirect(backOf(asking), `Fall ${opened.number} eröffnet und zugewiesen.`);
    },
  }),
];
