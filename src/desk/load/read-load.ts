import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { getTenantSettings } from "../../accounts/index.ts";
import { listColleagues, listLoad, nameOf } from "../../cases/reading/index.ts";

export interface ManagerLoad {
  /** null: cases that nobody leads */
  readonly accountId: string | null;
  readonly name: string;
  readonly isAway: boolean;
  readonly cases: number;
  readonly persons: number;
  readonly overdue: number;
}
export interface Load {
  readonly managers: readonly ManagerLoad[];
  readonly unassigned: ManagerLoad;
  readonly byPhase: Readonly<Record<string, number>>;
  readonly limit: number;
  readonly cases: number;
  readonly overdue: number;
}

/** Numbers of running cases, per lead and phase. Nobody's performance is judged by it: it says where help is needed. */
export async function readLoad(tx: ReadTx, asking: Asking): Promise<Load> {
  const { tenantId, roomId } = asking.session;
  const [rows, colleagues, { caseload_limit: limit }] = await Promise.all([listLoad(tx, tenantId, roomId, asking.today), listColleagues(tx), getTenantSettings(tx, tenantId)]);
  const loadOf = (accountId: string | null, name: string, isAway: boolean): ManagerLoad => {
    const own = rows.filter((row) => row.lead_id === accountId);
    const sum = (pick: (row: (typeof rows)[number]) => number): number => own.reduce((all, row) => all + pick(row), 0);
    return { accountId, name, isAway, cases: sum((r) => r.cases), persons: sum((r) => r.persons), overdue: sum((r) => r.overdue) };
  };
  const isAway = (c: (typeof colleagues)[number]): boolean => c.absent_from !== null && c.absent_from <= asking.today && (c.absent_until === null || c.absent_until >= asking.today);
  const leads = new Set(rows.map((row) => row.lead_id));
  const managers = colleagues.filter((c) => c.works_here || leads.has(c.id)).map((c) => loadOf(c.id, nameOf(c.given_name, c.family_name), isAway(c)));
  const unassigned = loadOf(null, "ohne Zuständige", false);
  const byPhase: Record<string, number> = {};
  for (const row of rows) byPhase[row.phase] = (byPhase[row.phase] ?? 0) + row.cases;
  const all = [...managers, unassigned];
  return { managers, unassigned, byPhase, limit, cases: all.reduce((n, m) => n + m.cases, 0), overdue: all.reduce((n, m) => n + m.overdue, 0) };
}
