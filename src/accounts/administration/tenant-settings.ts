import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { listSettings } from "./settings.sql.ts";

const days = (least: number, most: number, unset: number) => z.coerce.number("Geben Sie eine Zahl ein.").int("Ganze Zahlen bitte.").min(least, `Mindestens ${least}.`).max(most, `Höchstens ${most}.`).default(unset);

/** Every setting of a municipality, with what holds where none was chosen. */
export const settingsSchema = z.object({
  /** days until the original cells of an imported list are deleted */
  imported_cells_days: days(1, 365, 90),
  /**
   * months until the access record of a month is erased. Two years: a yearly check still finds the year before. Twelve at
   * least, and the database holds to that too, so that nobody wipes fresh traces by a setting.
   */
  record_months: days(12, 120, 24),
  /** months after the last thing that happened in a thread of an inbox until it is deleted, if nobody works with it any more */
  inbox_months: days(3, 120, 24),
  /** days before the end of a time limit at which a notice is put on somebody's day */
  notice_lead_days: days(1, 60, 7),
  /** cases per full-time post, above which the load shows as too high */
  caseload_limit: days(1, 200, 20),
  /** how the municipality calls its case management in headings */
  team_label: z.string().trim().max(80, "Höchstens 80 Zeichen.").default("Kommunales Integrationsmanagement"),
});
export type TenantSettings = z.output<typeof settingsSchema>;

export async function getTenantSettings(tx: ReadTx, tenantId: string): Promise<TenantSettings> {
  const rows = await listSettings(tx, tenantId);
  return settingsSchema.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}
