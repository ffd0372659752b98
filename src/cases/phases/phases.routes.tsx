import { z } from "zod";
import { type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { getCaseFile } from "../case-file.sql.ts";
import { list, ofCase, oneOf, optionalDay, text } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { PhasePage } from "./phase.page.tsx";
import { movePhase, phaseFacts } from "./move-phase.ts";
import { isPhase, type Phase, PHASES } from "./phases.ts";

export const phaseBody = z.object({ to: oneOf(PHASES, "Wählen Sie die Phase."), on: optionalDay(), keepOpen: list(), note: text(2000) });
export const phaseInput = (body: z.output<typeof phaseBody>, today: Asking["today"]) => ({
  to: body.to, on: body.on ?? today, keepOpen: body.keepOpen.filter((p): p is Phase => isPhase(p)), note: body.note,
});
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

export const phaseRoutes: readonly Route[] = [phase];
