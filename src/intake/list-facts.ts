import { getTenantSettings } from "../accounts/index.ts";
import type { ReadTx } from "../db/index.ts";
import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { ListFacts } from "./case-of-row.ts";
import type { ImportRecord, Outline } from "./import-list.ts";
import { listCaseWorkers, listLifeAreas } from "./imports.sql.ts";
import { interpretLifeAreas } from "./reading/index.ts";

/** What was asked first and not answered; each case gets it as a task. */
export function missingOf(origin: Pick<ImportRecord, "source" | "controllerId" | "legalBasisId" | "informed">): string[] {
  const missing: string[] = [];
  if (origin.informed !== "yes") missing.push("Person über die Verarbeitung informieren (Art. 13/14 DSGVO)");
  if (origin.legalBasisId === null) missing.push("Rechtsgrundlage klären");
  if (origin.source.trim() === "") missing.push("Herkunft der Angaben klären");
  if (origin.controllerId === null) missing.push("Verantwortlichen klären");
  return missing;
}

type LifeArea = { readonly key: string; readonly label: string };

/** The tenant's own area for what the list's word means; areas may be renamed, so labels are read like cells. */
function lifeAreaFinder(areas: readonly LifeArea[]): (key: string) => LifeArea | null {
  const byMeaning = new Map<string, LifeArea>();
  for (const area of areas) {
    for (const meaning of [...(interpretLifeAreas(area.label).value?.areas ?? []), ...(interpretLifeAreas(area.key).value?.areas ?? [])]) {
      if (!byMeaning.has(meaning)) byMeaning.set(meaning, area);
    }
    byMeaning.set(area.key, area);
  }
  return (key) => byMeaning.get(key) ?? null;
}

export async function loadListFacts(tx: ReadTx, record: ImportRecord, outline: Outline, accountId: string, today: CalendarDay): Promise<ListFacts> {
  const [workers, areas, settings] = [await listCaseWorkers(tx), await listLifeAreas(tx, record.tenantId), await getTenantSettings(tx, record.tenantId)];
  const names = new Map(workers.map((worker) => [worker.id, `${worker.family}, ${worker.given} (${worker.employer})`]));
  const known = new Set(workers.map((worker) => worker.id));
  const bySpelling = new Map(outline.managers.map((m) => [m.spelling, m.accountId]));
  return {
    today,
    leadOf: (spelling) => {
      const account = bySpelling.get(spelling.replace(/\s+/g, " ").trim()) ?? null;
      // whoever left the room since the mapping gets no file
      return account !== null && known.has(account) ? account : null;
    },
    fallbackOwner: known.has(accountId) ? accountId : (workers.find((worker) => worker.isLead)?.id ?? workers[0]?.id ?? null),
    lifeAreaOf: lifeAreaFinder(areas),
    nameOf: (id) => names.get(id) ?? null,
    missing: missingOf(record),
    cellsUntil: addDays(today, settings.imported_cells_days),
    headings: outline.sheets.find((sheet) => sheet.name === record.sheetName)?.headings ?? [],
  };
}
