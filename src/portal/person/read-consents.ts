import type { ReadTx } from "../../db/index.ts";
import { MOVE_PARTS } from "../../handover/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import type { Reading } from "../process/portal-route.ts";
import { type ConsentRow, listConsents, listGivenMoves, listPassedOn, listUnderConsent } from "../portal.sql.ts";
import type { ConsentCell, ConsentLine, ConsentsView, ConsequencesView, PassedOnItem, PassedOnView } from "../views.ts";
import { openOf } from "./open-text.ts";
import { areaLabels } from "./read-plan.ts";

type Areas = ReadonlyMap<string, string>;
const cellsOf = (row: ConsentRow, areas: Areas): ConsentCell[] =>
  row.cells.map(({ area, kind, gone }) => ({ cell: `${area}.${kind}`, lifeArea: area === "" ? null : { key: area, label: areas.get(area) ?? area }, kind, isWithdrawn: gone }));
const lineOf = (call: Reading, row: ConsentRow, areas: Areas): ConsentLine => ({
  id: row.id, recipient: row.recipient, purpose: row.purpose, direction: row.direction, givenOn: row.given_on, expiresOn: row.expires_on, state: row.state,
  withdrawnOn: row.withdrawn_at === null ? null : dayOf(row.withdrawn_at, call.app.config.timeZone), cells: cellsOf(row, areas),
});

export async function readConsents(tx: ReadTx, call: Reading): Promise<ConsentsView> {
  const areas = await areaLabels(tx);
  const lines = (await listConsents(tx)).map((row) => lineOf(call, row, areas));
  const holds = (line: ConsentLine): boolean => line.state === "in_force" || line.state === "planned";
  return { inForce: lines.filter(holds), ended: lines.filter((line) => !holds(line)) };
}

/** NotFound for everybody else's, and for what is held back. */
export async function readConsent(tx: ReadTx, call: Reading, id: string): Promise<{ readonly row: ConsentRow; readonly line: ConsentLine }> {
  const row = (await listConsents(tx)).find((c) => c.id === id);
  if (row === undefined) throw new NotFound();
  return { row, line: lineOf(call, row, await areaLabels(tx)) };
}

/** Before and after alike: what ends, what the office has, what stays. */
export async function readConsequences(tx: ReadTx, call: Reading, line: ConsentLine, scope: "whole" | "part", chosen: (cell: ConsentCell) => boolean): Promise<ConsequencesView> {
  const under = await listUnderConsent(tx, line.id);
  return {
    consent: line, scope, cells: line.cells.filter(chosen), stays: line.cells.filter((cell) => !chosen(cell) && !cell.isWithdrawn), seesNow: under.some((u) => u.sees_now),
    held: under.filter((u) => u.sent_at !== null).map((u) => ({ on: dayOf(u.sent_at!, call.app.config.timeZone), fields: u.fields })), tasks: [],
  };
}

export async function readPassedOn(tx: ReadTx, call: Reading): Promise<PassedOnView> {
  const sent = (await listPassedOn(tx)).map((p): PassedOnItem => ({
    id: p.id, on: dayOf(p.sent_at, call.app.config.timeZone), recipient: p.recipient, fields: p.fields, basis: p.consent_id === null ? "law" : "consent", consentId: p.consent_id,
    norm: p.consent_id === null ? p.norm : null, state: p.recipient_state === "declined" ? "declined" : "sent",
  }));
  return { items: [...sent, ...(await readGivenMoves(tx, call))].toSorted((a, b) => (a.on < b.on ? 1 : -1)) };
}
/** The package for another municipality rests on a word for just this package, and on no consent of the list. */
async function readGivenMoves(tx: ReadTx, call: Reading): Promise<PassedOnItem[]> {
  return (await listGivenMoves(tx)).map((m) => {
    const { municipality, office } = JSON.parse(openOf(call, "case_moves.recipient_ct", m.id, m.recipient_ct)) as { municipality: string; office: string };
    const files = m.files === 0 ? [] : [m.files === 1 ? "1 Datei" : `${m.files} Dateien`];
    return { id: m.id, on: m.given_on, recipient: [municipality, office].filter((x) => x !== "").join(", "), fields: [...m.parts.map((part) => MOVE_PARTS[part]), ...files], basis: "consent", consentId: null, norm: null, state: "sent" };
  });
}
