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
  /** days that interpreters want to be asked before an appointment; less is warned of */
  interpreter_lead_days: days(0, 60, 5),
  /** days before an appointment on which the person is reminded of it */
  reminder_days: days(0, 14, 1),
  /** how often somebody asks after the closing how it goes, and how many weeks lie between */
  aftercare_contacts: days(0, 6, 2),
  aftercare_weeks: days(1, 52, 12),
  /** months after the closing until a file is erased */
  case_months: days(6, 360, 36),
  /** the same where nobody was admitted */
  not_admitted_months: days(1, 120, 12),
  /** months until somebody who was recorded and never came into a case is erased */
  person_months: days(3, 120, 12),
  /** months until a consultation without names is erased */
  consultation_months: days(3, 120, 24),
  /** months that the archive has for an answer */
  archive_months: days(1, 24, 6),
  /** reference of the archive's general waiver of such files; empty: each is offered */
  archive_waiver: z.string().trim().max(200, "Höchstens 200 Zeichen.").default(""),
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
