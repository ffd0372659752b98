import type { ReadTx } from "../../db/index.ts";

export interface NoteCandidate {
  readonly id: string;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
}

/** Running cases open to the reader: by number, by a name of anybody in them (case and accents folded), or by persons found otherwise. */
export const listNoteCandidates = (tx: ReadTx, who: string, personIds: readonly string[]): Promise<NoteCandidate[]> =>
  tx.query<NoteCandidate>(
    `select c.id, c.number, c.main_name, c.main_name_own from app.cases c
      where c.id = any (array(select app.open_case_ids())) and c.closed_on is null
        and (c.number = $1 or exists (
          select from app.case_persons cp where cp.tenant_id = c.tenant_id and cp.case_id = c.id and (
            cp.person_id = any ($2::uuid[])
            or exists (select from app.person_names n where n.tenant_id = cp.tenant_id and n.person_id = cp.person_id
              and ' ' || app.sort_text(concat_ws(' ', n.given, n.family, n.given)) like '% ' || replace(replace(app.sort_text(replace($1, ',', '')), '%', ''), '_', '') || '%'))))
      order by (c.number = $1) desc, c.main_sort, c.id limit 8`,
    [who, personIds],
  );
