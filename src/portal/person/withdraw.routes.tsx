import { NotFound } from "../../kernel/errors.ts";
import { isId, newId } from "../../kernel/id.ts";
import { ConsentPage, ConsentsPage, ConsequencesPage, ReceiptPage } from "../pages/index.ts";
import { withdraw } from "../portal.sql.ts";
import { type Answer, go, inside, type PortalRoute, show, type SignedInCall } from "../process/portal-route.ts";
import { ADDRESS, type Again, type ConsentCell, type RefusalCode } from "../views.ts";
import { openOf, saidOf } from "./open-text.ts";
import { readConsent, readConsents, readConsequences } from "./read-consents.ts";
import type { ReadTx } from "../../db/index.ts";

const idOf = (call: SignedInCall): string => {
  const id = call.params["id"] ?? "";
  if (!isId(id)) throw new NotFound();
  return id;
};
const cellsIn = (call: SignedInCall): readonly string[] => [call.fields["cells"] ?? []].flat();

const list = inside("GET", ADDRESS.consents, async (tx, call) => {
  const view = await readConsents(tx, call);
  return show(() => <ConsentsPage frame={call.frame} view={view} />);
});

async function onePage(tx: ReadTx, call: SignedInCall, again: Again, status = 200): Promise<Answer> {
  const { row, line } = await readConsent(tx, call, idOf(call));
  const purposeText = openOf(call, "consents.purpose_ct", row.id, row.purpose_ct);
  return show(() => <ConsentPage frame={call.frame} view={{ consent: line, purposeText: purposeText === "" ? null : saidOf(call, "consents.purpose_ct", row.id, row.purpose_ct), releasesSecrecy: row.releases_secrecy, again }} />, status);
}
const one = inside("GET", ADDRESS.consent(":id"), (tx, call) => onePage(tx, call, { values: {}, refusals: [] }));

/** Whole, or the cells that were ticked and still hold; null with the reason where nothing is said. */
function chosenIn(call: SignedInCall, open: readonly ConsentCell[]): { readonly isWhole: boolean; readonly cells: readonly string[] } | RefusalCode {
  const scope = call.text("scope");
  if (scope === "whole") return { isWhole: true, cells: open.map((c) => c.cell) };
  if (scope !== "part") return "scope_missing";
  const cells = cellsIn(call);
  if (cells.length === 0) return "nothing_ticked";
  return cells.every((cell) => open.some((c) => c.cell === cell)) ? { isWhole: cells.length === open.length, cells } : "changed_meanwhile";
}
const refusedAs = (call: SignedInCall, code: RefusalCode): Again => ({ values: { scope: call.text("scope") }, refusals: [{ code, field: code === "scope_missing" ? "scope" : "cells" }] });

/** Shows what would happen and changes nothing. */
const consequences = inside("POST", ADDRESS.consequences(":id"), async (tx, call) => {
  const { line } = await readConsent(tx, call, idOf(call));
  const chosen = chosenIn(call, line.cells.filter((c) => !c.isWithdrawn));
  if (typeof chosen === "string") return onePage(tx, call, refusedAs(call, chosen), 422);
  const view = await readConsequences(tx, call, line, chosen.isWhole ? "whole" : "part", (cell) => chosen.cells.includes(cell.cell) && !cell.isWithdrawn);
  return show(() => <ConsequencesPage frame={call.frame} view={view} />);
});
const end = inside("POST", ADDRESS.withdraw(":id"), async (tx, call) => {
  const { line } = await readConsent(tx, call, idOf(call));
  // pressed twice: it is withdrawn already, and the receipt says so
  if (line.withdrawnOn !== null) return go(ADDRESS.receipt(line.id));
  const chosen = chosenIn(call, line.cells.filter((c) => !c.isWithdrawn));
  if (typeof chosen === "string") return onePage(tx, call, refusedAs(call, chosen), 422);
  if (!(await withdraw(tx, line.id, chosen.isWhole, chosen.cells, newId()))) return onePage(tx, call, refusedAs(call, "changed_meanwhile"), 409);
  return go(ADDRESS.receipt(line.id));
});
const receipt = inside("GET", ADDRESS.receipt(":id"), async (tx, call) => {
  const { line } = await readConsent(tx, call, idOf(call));
  if (!line.cells.some((c) => c.isWithdrawn)) throw new NotFound();
  const view = await readConsequences(tx, call, line, line.withdrawnOn === null ? "part" : "whole", (cell) => cell.isWithdrawn);
  return show(() => <ReceiptPage frame={call.frame} view={{ ...view, on: line.withdrawnOn ?? call.today, reference: line.id.slice(0, 8).toUpperCase() }} />);
});

export const withdrawRoutes: readonly PortalRoute[] = [list, one, consequences, end, receipt];
