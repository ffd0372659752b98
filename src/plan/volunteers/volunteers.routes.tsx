import { record } from "../../audit/index.ts";
import { showCase } from "../../cases/working/index.ts";
import { giveTask, listVolunteers, volunteerTaskBody } from "../../consent/index.ts";
import { formRoute, page, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { ofMeasure } from "../plan-pages.routes.tsx";
import { planPath } from "../plan.page.tsx";
import { linkVolunteerTask } from "../plan.sql.ts";
import { currentMeasure } from "../read-plan.ts";
import { AskVolunteerPage } from "./ask-volunteer.page.tsx";

export const planVolunteerRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/plan/massnahmen/:measureId/ehrenamt", allow: "volunteer.assign", record: "volunteer_task.offered", showRecord: "case.read",
    about: "Offers a step of the plan to a volunteer, who reads what is written for the volunteer alone.", params: ofMeasure, body: volunteerTaskBody,
    show: async (tx, { params }, asking, form) => {
      const measure = await currentMeasure(tx, asking, params.id, params.measureId);
      if (measure.responsible.kind !== "volunteer") throw new NotFound();
      const view = { ...(await showCase(tx, asking, params.id, form)), measure, volunteers: await listVolunteers(tx) };
      return page("Jemanden im Ehrenamt fragen", () => <AskVolunteerPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const taskId = await giveTask(tx, asking, params.id, body);
      if ((await linkVolunteerTask(tx, params.id, params.measureId, taskId)) !== 1) throw new NotFound();
      await record(tx, asking, { action: "measure.changed", objectKind: "measure", objectIds: [params.measureId], caseId: params.id });
      return redirect(`${planPath(params.id)}#schritt-${params.measureId}`, "Angeboten.");
    },
  }),
];
