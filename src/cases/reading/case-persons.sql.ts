import type { ReadTx } from "../../db/index.ts";

export interface NameFact {
  readonly kind: string;
  readonly script: string;
  readonly family: string;
  readonly given: string;
}
export interface LanguageFact {
  readonly code: string;
  readonly level: string;
  readonly needs_interpreter: boolean;
}
export interface ChannelFact {
  readonly id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly value: string;
  readonly is_safe: boolean | null;
}
export interface PlaceFact {
  readonly municipality: string;
  readonly is_protected: boolean;
  readonly from_on: string | null;
}
export interface StatusFact {
  readonly label: string;
  readonly short: string;
  readonly from_on: string | null;
  readonly until_on: string | null;
}
export interface CasePersonRow {
  readonly person_id: string;
  readonly is_main: boolean;
  readonly left_on: string | null;
  readonly birth_on: string | null;
  readonly birth_precision: string;
  readonly birth_placeholder: boolean;
  readonly died_on: string | null;
  readonly names: readonly NameFact[];
  readonly languages: readonly LanguageFact[];
  readonly channels: readonly ChannelFact[];
  readonly place: PlaceFact | null;
  readonly status: StatusFact | null;
}

const CURRENT = "(f.from_on is null or f.from_on <= current_date) and (f.until_on is null or f.until_on >= current_date)";

// whose value counts after a merge: the same rule as app.chosen_record, which keeps the heads
const chosen = (field: "name" | "birth"): string => `coalesce((select q.id from app.merges m join app.persons q on q.tenant_id = m.tenant_id and q.id::text = m.choices ->> '${field}'
    where m.tenant_id = $1 and m.kept_id = c.root and m.unmerged_at is null and (q.id = c.root or q.merged_into = c.root)
    order by m.merged_at desc, m.id desc limit 1), c.root)`;

/** Everybody a case is about with what its head shows, in one statement. After a merge the facts of all records of a human count. */
export const listCasePersons = (tx: ReadTx, tenantId: string, caseId: string): Promise<CasePersonRow[]> =>
  tx.query<CasePersonRow>(
    `with of_case as (
       select cp.person_id, cp.is_main, cp.left_on, coalesce(p.merged_into, p.id) as root
         from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
        where cp.tenant_id = $1 and cp.case_id = $2)
     select c.person_id, c.is_main, c.left_on, b.birth_on, b.birth_precision, b.birth_placeholder, b.died_on, n.names, l.languages, h.channels, a.place, s.status
       from of_case c
       join app.persons b on b.tenant_id = $1 and b.id = ${chosen("birth")}
       cross join lateral (select array(select q.id from app.persons q where q.tenant_id = $1 and (q.id = c.root or q.merged_into = c.root)) as ids) kin
       cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'script', f.script, 'family', f.family, 'given', f.given)
           order by f.person_id = ${chosen("name")} desc, f.is_primary desc, f.kind = 'passport' desc, f.kind = 'former', f.id), '[]') as names
         from app.person_names f where f.tenant_id = $1 and f.person_id = any (kin.ids)) n
       cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'level', f.level, 'needs_interpreter', f.needs_interpreter)
           order by f.is_preferred desc, f.code collate "C", f.id), '[]') as languages
         from app.person_languages f where f.tenant_id = $1 and f.person_id = any (kin.ids)) l
       cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'person_id', f.person_id, 'kind', f.kind, 'value', f.value, 'is_safe', f.is_safe)
           order by f.is_safe desc nulls last, f.id), '[]') as channels
         from app.person_channels f where f.tenant_id = $1 and f.person_id = any (kin.ids) and ${CURRENT}) h
       left join lateral (select jsonb_build_object('municipality', f.municipality, 'is_protected', f.is_protected, 'from_on', f.from_on) as place
         from app.person_addresses f where f.tenant_id = $1 and f.person_id = any (kin.ids) and ${CURRENT}
        order by f.from_on desc nulls last, f.id desc limit 1) a on true
       left join lateral (select jsonb_build_object('label', f.azr_label, 'short', f.short_label, 'from_on', f.from_on, 'until_on', f.until_on) as status
         from app.person_residence_statuses f where f.tenant_id = $1 and f.person_id = any (kin.ids)
        order by ${CURRENT} desc, f.from_on desc nulls last, f.id desc limit 1) s on true
      order by c.is_main desc, b.birth_on nulls last, c.person_id`,
    [tenantId, caseId],
  );
