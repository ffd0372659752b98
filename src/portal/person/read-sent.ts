import type { ReadTx } from "../../db/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { listDocuments, listMessages } from "../portal.sql.ts";
import type { Reading } from "../process/portal-route.ts";
import type { PaperView, RightKind, RightsView } from "../views.ts";
import { openOf, saidOf } from "./open-text.ts";

/** What the person asked for by right, and what came of it; who is responsible; who watches over that. */
export async function readRights(tx: ReadTx, call: Reading): Promise<RightsView> {
  const asked = (await listMessages(tx)).filter((m) => m.kind === "restrict" || m.kind === "object" || m.kind === "wrong");
  const timeZone = call.app.config.timeZone;
  return {
    asked: asked.map((m) => ({ kind: m.kind as RightKind | "wrong", on: dayOf(m.sent_at, timeZone), state: m.state, answer: saidOf(call, "portal_messages.answer_ct", m.id, m.answer_ct) })),
    controller: call.me.controller, officer: null,
    supervisor: { name: "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen", contact: "poststelle@ldi.nrw.de · 0211 38424-0" },
  };
}

/** Papers that the person sent, and whether somebody looked at them. */
export async function readPapers(tx: ReadTx, call: Reading): Promise<PaperView["sent"]> {
  const settled = new Set((await listMessages(tx)).filter((m) => m.kind === "paper" && m.state !== "open").map((m) => m.document_id));
  return (await listDocuments(tx)).map((d) => ({ id: d.id, on: dayOf(d.created_at, call.app.config.timeZone), name: openOf(call, "documents.name_ct", d.id, d.name_ct), isChecked: settled.has(d.id) }));
}
