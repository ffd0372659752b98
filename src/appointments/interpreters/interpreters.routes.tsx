import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { flag, list, neededText, optionalNumber, showCase, text } from "../../cases/working/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { appointmentsPath } from "../appointments.page.tsx";
import { leadDaysOf, ofAppointment } from "../appointments.routes.tsx";
import { currentAppointment } from "../read-appointments.ts";
import { InterpreterPage, PoolPage, RequestPage } from "./interpreters.page.tsx";
import { getInterpreter, listInterpreters } from "./interpreters.sql.ts";
import { addInterpreter, changeInterpreter } from "./keep-interpreters.ts";
import { answerRequest, askAgain } from "./settle-request.ts";

export const ofInterpreter = z.object({ interpreterId: z.uuid() });
const NONE = { none: "the pool of a room: no person of a case" };
export const interpreterBody = z.object({
  name: neededText(120, "Nennen Sie den Dienst oder die Person.").refine((n) => n.length > 1, "Nennen Sie den Dienst oder die Person."), reach: text(200),
  languages: list(40).transform((codes, ctx) => {
    if (codes.length === 0) ctx.addIssue({ code: "custom", message: "Wählen Sie mindestens eine Sprache." });
    return codes.filter((c) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(c));
  }),
  leadDays: optionalNumber(0, 60, "Geben Sie ganze Tage ein, höchstens 60."),
});

export const interpreterRoutes: readonly Route[] = [
  pageRoute({
    path: "/sprachmittlung", allow: "case.work", record: NONE, about: "The pool of interpreters of the room.",
    handle: async (tx, _input, asking) => {
      const view = { pool: await listInterpreters(tx), leadDays: await leadDaysOf(tx, asking), mayKeep: mayUse(asking.session, "interpreter.keep") };
      return page("Sprachmittlung", () => <PoolPage {...view} />, { nav: "calendar" });
    },
  }),
  formRoute({
    path: "/sprachmittlung/neu", allow: "interpreter.keep", record: "interpreter.changed", showRecord: NONE, about: "Takes an interpreter into the pool of the room.", body: interpreterBody,
    show: async (tx, _input, asking, form) => {
      const view = { form, hidden: asking.form(), leadDays: await leadDaysOf(tx, asking) };
      return page("Sprachmittlung", () => <InterpreterPage {...view} />, { nav: "calendar" });
    },
    submit: async (tx, { body: input }, asking) => {
      await addInterpreter(tx, asking, input);
      return redirect("/sprachmittlung", "In den Pool aufgenommen.");
    },
  }),
  formRoute({
    path: "/sprachmittlung/:interpreterId", allow: "interpreter.keep", record: "interpreter.changed", showRecord: NONE, about: "Changes an interpreter of the pool, or takes one out.", params: ofInterpreter, body: interpreterBody.extend({ isRetired: flag() }),
    show: async (tx, { params }, asking, form) => {
      const view = { form, hidden: asking.form(), leadDays: await leadDaysOf(tx, asking), interpreter: await getInterpreter(tx, params.interpreterId) };
      return page("Sprachmittlung", () => <InterpreterPage {...view} />, { nav: "calendar" });
    },
    submit: async (tx, { params, body: { isRetired, ...input }, version }, asking) => {
      await changeInterpreter(tx, asking, params.interpreterId, version, input, isRetired);
      return redirect("/sprachmittlung", "Gespeichert.");
    },
  }),
  formRoute({
    path: "/faelle/:id/termine/:appointmentId/sprachmittlung", allow: "case.work", record: "interpreter_request.answered", showRecord: "case.read", about: "What the pool answered to a request for an interpreter, or whom to ask.", params: ofAppointment,
    body: z.object({ do: z.enum(["ask", "confirmed", "declined", "cancelled"], "Wählen Sie, was ist."), confirmedBy: text(120), interpreterId: z.union([z.literal("open"), z.uuid()]).default("open") }),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await showCase(tx, asking, params.id, form)), appointment: await currentAppointment(tx, asking, params.id, params.appointmentId), pool: await listInterpreters(tx), leadDays: await leadDaysOf(tx, asking) };
      return page("Sprachmittlung", () => <RequestPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body: input, version }, asking) => {
      if (input.do === "ask") {
        const id = await askAgain(tx, asking, params.id, params.appointmentId, input.interpreterId === "open" ? null : input.interpreterId);
        await record(tx, asking, { action: "interpreter_request.answered", objectKind: "interpreter_request", objectIds: [id], caseId: params.id, purpose: "requested" });
      } else await answerRequest(tx, asking, params.id, params.appointmentId, version, { state: input.do, confirmedBy: input.confirmedBy });
      return redirect(`${appointmentsPath(params.id)}#termin-${params.appointmentId}`, { ask: "Anfrage vermerkt.", confirmed: "Zusage vermerkt.", declined: "Absage vermerkt.", cancelled: "Abbestellt." }[input.do]);
    },
  }),
];
