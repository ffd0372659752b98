import type { ReadTx } from "../../db/index.ts";
import { ENDED_PHASES } from "../phases/phases.ts";

export interface LoadRow {
  readonly lead_id: string | null;
  readonly phase: string;
  readonly cases: number;
  readonly overdue: number;
  readonly persons: number;
}

/** Running cases per lead and phase, as far as the reader sees their heads. */
export const listLoad = (tx: ReadTx, tenantId: string, roomId: string | null, today: string): Promise<LoadRow[]> =>
  tx.query<LoadRow>(
    `select c.lead_id, c.phase, count(*)::integer as cases, count(*) filter (where c.next_due_on < $3)::integer as overdue, sum(c.person_count)::integer as persons
       from app.cases c where c.tenant_id = $1 and c.room_id = $2 and c.phase <> all ($4::text[])
      group by c.lead_id, c.phase`,
    [tenantId, roomId, today, [...ENDED_PHASES]],
  );
