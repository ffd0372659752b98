import { z } from "zod";
import { isEnded, listColleagues, nameOf, readCaseHead, readersOf } from "../../cases/reading/index.ts";
import { asCase, list, ofCase, optionalId, saidText, showCase, text } from "../../cases/working/index.ts";
import { apiWrite, EXAMPLE_ID, formRoute, json, page, redirect, type Route, written } from "../../http/index.ts";
import { findPlan } from "../../plan/index.ts";
import { listEndedConsents } from "../closing/closing.sql.ts";
import { ReopenedPage, ReopeningPage } from "./reopening.page.tsx";
import { askedAgain, takeUpAgain } from "./take-up-again.ts";

const reopening = formRoute({
  path: "/faelle/:id/wiederaufnahme", allow: "case.work", record: "case.reopened", showRecord: "case.read", about: "Takes a closed case up again: why, who leads, which goals go on, who stays; then, which consents are to be asked for anew.", params: ofCase,
  body: z.object({ note: saidText(2000, "Schreiben Sie kurz, warum der Fall wieder aufgenommen wird."), leadId: optionalId(), goalIds: list(100), teamIds: list(60) }),
  show: async (tx, { params }, asking, form) => {
    const common = await showCase(tx, asking, params.id, form);
    const { head } = common;
    const consents = await listEndedConsents(tx, params.id);
    if (!isEnded(head.phase) && form.refusals.length === 0) return page("Wiederaufnahme", () => <ReopenedPage view={{ head, today: asking.today, consents }} />, { nav: "cases" });
    const view = {
      ...common, consents, goals: (await findPlan(tx, asking, params.id)).goals.filter((g) => g.state !== "open"), team: await askedAgain(tx, asking, params.id),
      colleagues: (await listColleagues(tx)).map((c) => ({ value: c.id, label: `${nameOf(c.given_name, c.family_name)}${c.id === asking.session.accountId ? " (Sie)" : ""}` })), readers: await readersOf(tx, asking, params.id, { isEntrusted: false }),
    };
    return page("Fall wieder aufnehmen", () => <ReopeningPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    await takeUpAgain(tx, asking, params.id, version, body);
    // whoever handed it on has it no more
    const stays = await readCaseHead(tx, asking, params.id).then((head) => head.isOpen, () => false);
    return redirect(stays ? `/faelle/${params.id}/wiederaufnahme` : "/mein-tag", "Fall wieder aufgenommen.");
  },
});

const api = apiWrite({
  path: "/api/v1/cases/:id/reopening", method: "PUT", allow: "case.work", record: "case.reopened", about: "Takes a closed case up again; without `teamIds` (ids of assignments) everybody stays in the team.", params: ofCase,
  body: z.object({ note: text(2000), leadId: optionalId(), goalIds: list(100), teamIds: z.array(z.uuid()).max(60).nullish() }), versioned: true, bodyExample: { note: "Neue Anfrage", goalIds: [EXAMPLE_ID] },
  handle: async (tx, { params, body, version }, asking) => {
    await takeUpAgain(tx, asking, params.id, version, { ...body, teamIds: body.teamIds ?? null });
    return written(params.id);
  },
  ...asCase,
  // whoever named another lead no longer sees it
  show: async (tx, id) => asCase.show(tx, id).catch(() => json({ id })),
});
export const reopeningRoutes: readonly Route[] = [reopening, api];
