import type { Asking } from "../http/index.ts";

/** Every sealed column of the officers' work, as `table.column`. All lie under the key of the person. */
export type OfficePlace =
  | "officer_follow_ups.title_ct" | "papers.name_ct" | "officer_disclosures.purpose_ct" | "officer_disclosures.necessity_ct" | "officer_disclosures.second_note_ct"
  | "officer_disclosure_items.value_ct" | "officer_disclosure_messages.text_ct";

type Keys = Pick<Asking, "app" | "session">;
const bindingOf = (asking: Keys, place: OfficePlace, row: string) => {
  const [table, column] = place.split(".") as [string, string];
  return { tenant: asking.session.tenantId, table, column, row, version: 1 };
};
export const sealOffice = (asking: Keys, keyRef: string, place: OfficePlace, row: string, text: string): Buffer => asking.app.vault.seal(keyRef, text, bindingOf(asking, place, row));
/** Empty where nothing was written. */
export const openOffice = (asking: Keys, keyRef: string, place: OfficePlace, row: string, sealed: Buffer | null): string => (sealed === null ? "" : asking.app.vault.open(keyRef, sealed, bindingOf(asking, place, row)));
