import { z } from "zod";
import { type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { getCaseFile } from "../case-file.sql.ts";
import { CLOSING_REASONS, HANDOVERS } from "../case-words.ts";
import { list, ofCase, oneOf, optionalDay, text } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { closeCase, closingFacts, reopenCase } from "./close-case.ts";
import { ClosingPage, PhasePage, ReopeningPage } from "./phase.page.tsx";
import { movePhase, phaseFacts } from "./move-phase.ts";
import { isPhase, type Phase, PHASES } from "./phases.ts";

export const phaseBody = z.object({ to: oneOf(PHASES, "Wählen Sie die Phase."), on: optionalDay(), keepOpen: list(), note: text(2000) });
export const phaseInput = (body: z.output<typeof phaseBody>, today: Asking["today"]) => ({
  to: body.to, on: body.on ?? today, keepOpen: body.keepOpen.filter((p): p is Phase => isPhase(p)), note: body.note,
});
export const closingBody = z.object({
  reason: oneOf(CLOSING_REASONS, "Wählen Sie den Grund."),
  handover: oneOf(HANDOVERS, "Wählen Sie, ob und an wen übergeben wurde."),
  handoverText: text(5000),
  closedOn: optionalDay(),
  openFollowUps: z.enum(["finish", "keep"]).nullish(),
  aftercareOn: optionalDay(),
});
export const reopeningBody = z.object({ note: text(2000) });

const common = async (tx: ReadTx, asking: Asking, id: string, form: FormState) => {
  const view = await showCase(tx, asking, id, form);
  const file = await getCaseFile(tx, id);
  return { view: { ...view, readers: await readersOf(tx, asking, id, { isEntrusted: false }) }, file };
};

const phase = formRoute({
  path: "/faelle/:id/phase",
  allow: "case.work",
  record: "phase.moved",
  showRecord: "case.read",
  about: "Moves a case to another phase; unusual moves are named and done.",
  params: ofCase,
  body: phaseBody,
  show: async (tx, input, asking, form) => {
    const { view, file } = await common(tx, asking, input.params.id, form);
    const facts = await phaseFacts(tx, asking, file);
    return page("Phase ändern", () => <PhasePage {...view} facts={facts} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { unusual } = await movePhase(tx, asking, input.params.id, input.version, phaseInput(input.body, asking.today));
    return redirect(`/faelle/${input.params.id}`, unusual === null ? "Phase geändert." : `Phase geändert. Bitte beachten: ${unusual}`);
  },
});

const closing = formRoute({
  path: "/faelle/:id/abschluss",
  allow: "case.work",
  record: "case.closed",
  showRecord: "case.read",
  about: "Closes a case with reason and hand-over; open follow-ups are named.",
  params: ofCase,
  body: closingBody,
  show: async (tx, input, asking, form) => {
    const { view, file } = await common(tx, asking, input.params.id, form);
    const facts = await closingFacts(tx, asking, file);
    return page("Fall abschließen", () => <ClosingPage {...view} openFollowUps={facts.openFollowUps} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { closedOn, openFollowUps, aftercareOn, ...rest } = input.body;
    await closeCase(tx, asking, input.params.id, input.version, { ...rest, closedOn: closedOn ?? asking.today, openFollowUps: openFollowUps ?? null, aftercareOn: aftercareOn ?? null });
    return redirect(`/faelle/${input.params.id}`, "Fall abgeschlossen.");
  },
});

const reopening = formRoute({
  path: "/faelle/:id/wiederaufnahme",
  allow: "case.work",
  record: "case.reopened",
  showRecord: "case.read",
  about: "Takes a closed case up again.",
  params: ofCase,
  body: reopeningBody,
  show: async (tx, input, asking, form) => {
    const { view } = await common(tx, asking, input.params.id, form);
    return page("Fall wieder aufnehmen", () => <ReopeningPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await reopenCase(tx, asking, input.params.id, input.version, input.body.note);
    return redirect(`/faelle/${input.params.id}`, "Fall wieder aufgenommen.");
  },
});

export const phaseRoutes: readonly Route[] = [phase, closing, reopening];
