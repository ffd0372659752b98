import type { Asking } from "../../http/index.ts";

/** One cell of the list that a case came from: what stood there, and what was understood. */
export interface OriginCell {
  readonly heading: string;
  readonly stood: string;
  readonly understood: string;
  /** nothing was taken from it without a doubt */
  readonly isUnsure?: boolean;
}

const binding = (asking: Pick<Asking, "session">, caseId: string) => ({ tenant: asking.session.tenantId, table: "case_origins", column: "cells_ct", row: caseId, version: 1 });

/** The original cells under the key of the case; the import writes them, the page of the case shows them until they are due for deletion. */
export const sealOriginCells = (asking: Pick<Asking, "app" | "session">, keyRef: string, caseId: string, cells: readonly OriginCell[]): Buffer =>
  asking.app.vault.seal(keyRef, JSON.stringify(cells), binding(asking, caseId));

/** As the import keeps a row: the headings of the list, and the texts of its cells in their order. */
interface KeptRow {
  readonly headings: readonly string[];
  readonly cells: readonly string[];
  readonly understood?: readonly string[];
}

/** Empty cells are left out: what is not there needs no reading again. */
export function openOriginCells(asking: Pick<Asking, "app" | "session">, keyRef: string, caseId: string, sealed: Buffer | null): readonly OriginCell[] {
  if (sealed === null) return [];
  const kept = JSON.parse(asking.app.vault.open(keyRef, sealed, binding(asking, caseId))) as readonly OriginCell[] | KeptRow;
  if (!("headings" in kept)) return kept;
  const cells = kept.cells.map((stood, i) => ({ heading: kept.headings[i] || `Spalte ${i + 1}`, stood, understood: kept.understood?.[i] ?? "" }));
  return cells.filter((cell) => cell.stood.trim() !== "");
}
