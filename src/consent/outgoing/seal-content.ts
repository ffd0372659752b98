import type { Vault } from "../../vault/index.ts";
import { type Content, content, type Dispatched, dispatched } from "./content.ts";

type Place = "dispatches.content_ct" | "inbox_items.content_ct" | "inbox_items.reason_ct" | "requests.text_ct";
const bindingOf = (tenant: string, place: Place, row: string) => {
  const [table, column] = place.split(".") as [string, string];
  return { tenant, table, column, row, version: 1 };
};

interface Row {
  readonly tenantId: string;
  readonly keyRef: string;
  readonly id: string;
}
export const sealInRow = (vault: Vault, row: Row, place: Place, text: string): Buffer => vault.seal(row.keyRef, text, bindingOf(row.tenantId, place, row.id));
export const openInRow = (vault: Vault, row: Row, place: Place, sealed: Buffer): string => vault.open(row.keyRef, sealed, bindingOf(row.tenantId, place, row.id));

export const sealDispatch = (vault: Vault, row: Row, what: Dispatched): Buffer => sealInRow(vault, row, "dispatches.content_ct", JSON.stringify(what));
export const openDispatch = (vault: Vault, row: Row, sealed: Buffer) => dispatched.parse(JSON.parse(openInRow(vault, row, "dispatches.content_ct", sealed)));
export const sealItem = (vault: Vault, row: Row, what: Content): Buffer => sealInRow(vault, row, "inbox_items.content_ct", JSON.stringify(what));
export const openItem = (vault: Vault, row: Row, sealed: Buffer): Content => content.parse(JSON.parse(openInRow(vault, row, "inbox_items.content_ct", sealed)));
