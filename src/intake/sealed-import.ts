import type { Asking } from "../http/index.ts";
import { KeyDestroyed } from "../vault/index.ts";
import type { ImportRecord, Outline, RowContent } from "./import-list.ts";

type Keys = Pick<Asking["app"], "vault">;
type Where = Pick<ImportRecord, "id" | "tenantId" | "keyRef">;

// the version is always 1: a row's other columns change without its cells being sealed anew
const rowBinding = (where: Where, rowNo: number) => ({ tenant: where.tenantId, table: "import_rows", column: "row_ct", row: `${where.id}.${rowNo}`, version: 1 });
const outlineBinding = (where: Where) => ({ tenant: where.tenantId, table: "imports", column: "outline_ct", row: where.id, version: 1 });

export const fileBinding = (where: Pick<Where, "id" | "tenantId">) => ({ tenant: where.tenantId, table: "imports", column: "file", row: where.id, version: 1 });

export const sealRow = (app: Keys, where: Where, rowNo: number, content: RowContent): Buffer => app.vault.seal(where.keyRef, JSON.stringify(content), rowBinding(where, rowNo));
export const openRow = (app: Keys, where: Where, rowNo: number, sealed: Buffer): RowContent => JSON.parse(app.vault.open(where.keyRef, sealed, rowBinding(where, rowNo))) as RowContent;

export const sealOutline = (app: Keys, where: Where, outline: Outline): Buffer => app.vault.seal(where.keyRef, JSON.stringify(outline), outlineBinding(where));
/** Null too where the list ended while it was being shown: its key goes after the commit that took the outline away. */
export function openOutline(app: Keys, where: Where & Pick<ImportRecord, "outline">): Outline | null {
  if (where.outline === null) return null;
  try {
    return JSON.parse(app.vault.open(where.keyRef, where.outline, outlineBinding(where))) as Outline;
  } catch (error) {
    if (error instanceof KeyDestroyed) return null;
    throw error;
  }
}
