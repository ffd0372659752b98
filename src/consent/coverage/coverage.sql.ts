import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ConsentState } from "../consent-words.ts";

export interface CoverRow {
  readonly recipient_id: string;
  /** the record that is kept, where records of the person were merged */
  readonly root_id: string;
  readonly life_area: string;
  readonly state: ConsentState;
  readonly expires_on: CalendarDay;
  /** the category itself was withdrawn, or the whole consent */
  readonly is_withdrawn: boolean;
  readonly lets_tell: boolean;
}
/** What the consents of a case say about telling entries of a kind to offices: those in force, and those that are no more. */
export const listCover = (tx: ReadTx, caseId: string, kind: string): Promise<CoverRow[]> =>
  tx.query<CoverRow>(
    `select c.recipient_id, coalesce(p.merged_into, p.id) as root_id, y.life_area, s.state, c.expires_on, y.withdrawn_at is not null or c.withdrawn_at is not null as is_withdrawn,
        c.direction in ('to_recipient', 'both') and c.releases_secrecy as lets_tell
       from app.consents c join app.consent_states($1) s on s.consent_id = c.id
       join app.consent_categories y on y.tenant_id = c.tenant_id and y.consent_id = c.id
       join app.persons p on p.tenant_id = c.tenant_id and p.id = c.person_id
      where c.case_id = $1 and y.kind = $2 order by c.expires_on, c.id`,
    [caseId, kind],
  );
/** Which record is kept for each person of the case. */
export const listRoots = (tx: ReadTx, caseId: string): Promise<{ person_id: string; root_id: string }[]> =>
  tx.query("select cp.person_id, coalesce(p.merged_into, p.id) as root_id from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id where cp.case_id = $1", [caseId]);
