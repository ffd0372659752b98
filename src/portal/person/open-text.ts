import type { Reading, SignedInCall } from "../process/portal-route.ts";
import { type Said } from "../views.ts";

type Place = `${string}.${string}`;
const bindingOf = (call: Reading, place: Place, row: string) => {
  const [table, column] = place.split(".") as [string, string];
  return { tenant: call.me.tenant_id, table, column, row, version: 1 };
};

/** With the keys lent to this process; those of any other case are not there. */
export const openOf = (call: Reading, place: Place, row: string, sealed: Buffer | null): string => (sealed === null ? "" : call.app.vault.open(call.me.case_key, sealed, bindingOf(call, place, row)));
export const saidOf = (call: Reading, place: Place, row: string, sealed: Buffer | null, lang = "de"): Said | null => {
  const text = openOf(call, place, row, sealed);
  return text === "" ? null : { text, lang };
};
export const sealFor = (call: SignedInCall, place: Place, row: string, text: string): Buffer => call.app.vault.seal(call.me.case_key, text, bindingOf(call, place, row));
