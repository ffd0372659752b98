import { z } from "zod";
import { getTenantSettings } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { isEnded } from "../../cases/reading/index.ts";
import { day, neededText, ofCase, oneOf, openText, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { AskErasurePage, CaseRetentionPage } from "./case-retention.page.tsx";
import { askForErasure, decideOnErasure, holdFile, liftFileHold, noteArchiveAnswer, offerToArchive } from "./change-retention.ts";
import { DueFilesPage } from "./due-files.page.tsx";
import { listDueFiles, listErasures, listHolds, listOpenErasures, listReports, listRunningHolds } from "./retention.sql.ts";
import { ERASURE_KINDS, HOLD_KINDS } from "./retention-words.ts";

const MONTHS_AHEAD = 6;
export const holdBody = z.object({ kind: oneOf(HOLD_KINDS, "Wählen Sie, warum."), reason: neededText(1000, "Begründen Sie die Sperre."), untilOn: day("Geben Sie den Tag ein.") });
export const erasureBody = z.object({ kind: oneOf(ERASURE_KINDS, "Wählen Sie, warum."), reason: neededText(1000, "Begründen Sie den Antrag.") });
export const archiveBody = z.object({ answer: z.enum(["waived", "taken"]) });
const ofOne = z.object({ id: z.uuid(), thingId: z.uuid() });

export async function readRetentionOf(tx: ReadTx, asking: Asking, caseId: string, keyRef: string) {
  const [holds, erasures] = await Promise.all([listHolds(tx, caseId), listErasures(tx, caseId)]);
  const me = asking.session.accountId;
  return {
    holds: holds.map((h) => ({ id: h.id, kind: h.kind, reason: openText(asking, keyRef, "retention_holds.reason_ct", h.id, h.reason_ct), untilOn: h.until_on, by: h.set_by_name, isMine: h.set_by === me, isRunning: h.lifted_at === null && h.until_on >= asking.today })),
    erasures: erasures.map((e) => ({ id: e.id, kind: e.kind, reason: openText(asking, keyRef, "erasure_requests.reason_ct", e.id, e.reason_ct), by: e.asked_by_name, isMine: e.asked_by === me, state: e.agreed_at !== null ? "agreed" as const : e.refused_at !== null ? "refused" as const : "open" as const })),
  };
}

async function shown(tx: ReadTx, asking: Asking, caseId: string, form: FormState) {
  const common = await showCase(tx, asking, caseId, form, { headIsEnough: true });
  const [of, settings] = await Promise.all([readRetentionOf(tx, asking, caseId, common.head.keyRef), getTenantSettings(tx, asking.session.tenantId)]);
  const { phase, closedOn } = common.head;
  return { ...common, ...of, keptUntil: closedOn === null || !isEnded(phase) ? null : addMonths(closedOn, phase === "closed" ? settings.case_months : settings.not_admitted_months), keptMonths: settings.case_months };
}

const due = pageRoute({
  path: "/aufbewahrung", allow: "retention.lead", record: "retention.listed", about: "Files of the room that are due or will be within six months, what holds them, what the nights did.",
  handle: async (tx, _input, asking) => {
    const [rows, holds, erasures, reports, settings] = await Promise.all([
      listDueFiles(tx, addMonths(asking.today, MONTHS_AHEAD)), listRunningHolds(tx, asking.today, 100), listOpenErasures(tx, 100), listReports(tx, 60), getTenantSettings(tx, asking.session.tenantId),
    ]);
    await record(tx, asking, { action: "retention.listed", objectKind: "case", objectIds: [...new Set([...rows.map((r) => r.case_id), ...holds.map((h) => h.case_id), ...erasures.map((e) => e.case_id)])] });
    const view = { today: asking.today, rows, holds, erasures, reports, waiver: settings.archive_waiver, archiveMonths: settings.archive_months, hidden: asking.form() };
    return page("Aufbewahrung und Löschung", () => <DueFilesPage {...view} />, { nav: "retention" });
  },
});
const offer = actionRoute({
  path: "/aufbewahrung/anbieten", allow: "retention.lead", record: "archive.offered", about: "Offers every due file that waits for it to the archive.",
  handle: async (tx, _input, asking) => {
    const rows = (await listDueFiles(tx, asking.today)).filter((r) => r.standing === "waiting" && r.offered_on === null);
    const offered = await offerToArchive(tx, asking, rows.map((r) => r.case_id));
    if (offered === 0) await record(tx, asking, { action: "archive.offered", objectKind: "case", objectIds: [] });
    return redirect("/aufbewahrung", offered === 1 ? "Eine Akte ist als angeboten vermerkt." : `${offered} Akten sind als angeboten vermerkt.`);
  },
});
const answer = actionRoute({
  path: "/aufbewahrung/:id/archiv", allow: "retention.lead", record: "archive.answered", about: "Notes what the archive answered.", params: ofCase, body: archiveBody,
  handle: async (tx, { params, body }, asking) => {
    await noteArchiveAnswer(tx, asking, params.id, body.answer);
    return redirect("/aufbewahrung", body.answer === "taken" ? "Vermerkt: Das Archiv hat übernommen." : "Vermerkt: Das Archiv verzichtet.");
  },
});

const pathOf = (caseId: string): string => `/faelle/${caseId}/aufbewahrung`;
const ofTheCase = formRoute({
  path: "/faelle/:id/aufbewahrung", allow: "retention.read", record: "hold.set", showRecord: "case.read", about: "What holds a file beyond its period or ends it before; a new hold.", params: ofCase, body: holdBody,
  show: async (tx, { params }, asking, form) => {
    const view = await shown(tx, asking, params.id, form);
    return page("Aufbewahrung", () => <CaseRetentionPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body }, asking) => {
    await holdFile(tx, asking, params.id, body);
    return redirect(pathOf(params.id), "Gesperrt.");
  },
});
const lift = actionRoute({
  path: "/faelle/:id/aufbewahrung/sperren/:thingId/aufheben", allow: "retention.read", record: "hold.lifted", about: "Lifts a hold that somebody else set.", params: ofOne,
  handle: async (tx, { params }, asking) => {
    await liftFileHold(tx, asking, params.id, params.thingId);
    return redirect(pathOf(params.id), "Aufgehoben.");
  },
});
const ask = formRoute({
  path: "/faelle/:id/aufbewahrung/loeschung", allow: "retention.read", record: "erasure.asked", showRecord: "case.read", about: "Asks that a file goes before its period is over.", params: ofCase, body: erasureBody,
  show: async (tx, { params }, asking, form) => {
    const view = await showCase(tx, asking, params.id, form, { headIsEnough: true });
    return page("Löschung beantragen", () => <AskErasurePage {...view} />, { nav: "cases" });
  },
  submit: async (tx, { params, body }, asking) => {
    await askForErasure(tx, asking, params.id, body);
    return redirect(pathOf(params.id), "Beantragt. Eine zweite Person muss zustimmen.");
  },
});
const decide = actionRoute({
  path: "/faelle/:id/aufbewahrung/loeschung/:thingId/entscheiden", allow: "retention.read", record: "erasure.decided", about: "The second person agrees to an erasure or refuses it.", params: ofOne, body: z.object({ verdict: z.enum(["agreed", "refused"]) }),
  handle: async (tx, { params, body }, asking) => {
    await decideOnErasure(tx, asking, params.id, params.thingId, body.verdict === "agreed");
    return redirect(pathOf(params.id), body.verdict === "agreed" ? "Zugestimmt. Die nächste Nacht löscht." : "Abgelehnt.");
  },
});

export const retentionPages: readonly Route[] = [due, offer, answer, ofTheCase, lift, ask, decide];
