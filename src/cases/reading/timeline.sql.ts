import type { ReadTx } from "../../db/index.ts";

export type TimelineKind = "contact" | "follow_up" | "phase" | "admission" | "closure" | "reopening" | "document" | "team_joined" | "team_left" | "emergency";

export interface TimelineRow {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly on_day: string;
  /** microseconds since 1970 of the entering: breaks ties within a day */
  readonly at: number;
  /** the entry's own kind: of a contact, a phase, a function in the team, a reason for closing */
  readonly detail: string;
  readonly life_areas: readonly string[];
  readonly is_entrusted: boolean;
  readonly is_complete: boolean;
  readonly review_due: boolean;
  readonly sealed: Buffer | null;
  readonly happened_at: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly interpreting: string;
  readonly language: string;
  readonly until_on: string | null;
  readonly account_id: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  /** whom it is about where that is not who did it: the new member of the team */
  readonly about_given: string | null;
  readonly about_family: string | null;
  readonly version: number;
}

export interface TimelineFrom {
  readonly day: string;
  readonly at: number;
  readonly id: string;
}

const none = `'{}'::text[] as life_areas, false as is_entrusted, true as is_complete, false as review_due`;
const nothing = `null::time as happened_at, null::integer as minutes, '' as place, 'none' as interpreting, '' as language`;
const MICROS = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;

// Row security decides per table what of this the reader gets; nothing is counted that is not shown.
const ENTRIES = `
  select 'contact' as kind, k.id, k.happened_on as on_day, ${MICROS("k.created_at")} as at, k.kind as detail, k.life_areas, k.is_entrusted, k.is_complete,
      k.entrusted_review_due as review_due, k.text_ct as sealed, k.happened_at, k.minutes, k.place, k.interpreting, k.language, null::date as until_on,
      k.author_id as account_id, null::uuid as about_id, k.version
    from app.contacts k where k.tenant_id = $1 and k.case_id = $2 and k.withdrawn_at is null
  union all
  select 'follow_up', f.id, f.done_on, ${MICROS("f.created_at")}, f.kind, f.life_areas, false, true, false, f.title_ct, ${nothing}, f.due_on, f.done_by, null, f.version
    from app.follow_ups f where f.tenant_id = $1 and f.case_id = $2 and f.done_on is not null
  union all
  select 'phase', p.id, p.began_on, ${MICROS("p.moved_at")}, p.phase, ${none}, p.note_ct, ${nothing}, p.ended_on, p.moved_by, null, 1
    from app.case_phases p where p.tenant_id = $1 and p.case_id = $2
  union all
  select 'admission', m.case_id, m.decided_on, 1, m.decision, m.life_areas, false, true, false, m.reason_ct, ${nothing}, null, m.decided_by, null, m.version
    from app.case_admissions m where m.tenant_id = $1 and m.case_id = $2 and m.decided_on is not null
  union all
  select 'closure', c.id, c.closed_on, 2, c.reason, ${none}, c.handover_ct, ${nothing}, null, c.closed_by, null, 1
    from app.case_closures c where c.tenant_id = $1 and c.case_id = $2
  union all
  select 'reopening', c.id, c.reopened_on, 3, '', ${none}, null, ${nothing}, null, null, null, 1
    from app.case_closures c where c.tenant_id = $1 and c.case_id = $2 and c.reopened_on is not null
  union all
  select 'document', d.id, (d.created_at at time zone $3)::date, ${MICROS("d.created_at")}, d.kind, d.life_areas, d.is_entrusted, true, false, d.name_ct,
      ${nothing}, null, d.author_id, null, d.version
    from app.documents d where d.tenant_id = $1 and d.case_id = $2 and d.withdrawn_at is null
  union all
  select 'team_joined', t.id, t.from_on, ${MICROS("t.assigned_at")}, t.function, ${none}, t.reason_ct, ${nothing}, t.until_on, t.assigned_by, t.account_id, t.version
    from app.case_team t where t.tenant_id = $1 and t.case_id = $2 and t.from_on <= current_date
  union all
  select 'team_left', t.id, t.until_on + 1, ${MICROS("t.assigned_at")}, t.function, ${none}, null, ${nothing}, null, null, t.account_id, t.version
    from app.case_team t where t.tenant_id = $1 and t.case_id = $2 and t.until_on < current_date and t.until_on >= t.from_on
  union all
  select 'emergency', e.id, (e.began_at at time zone $3)::date, ${MICROS("e.began_at")}, coalesce(e.review, ''), ${none}, e.reason_ct, ${nothing}, null,
      e.account_id, null, e.version
    from app.emergency_accesses e where e.tenant_id = $1 and e.case_id = $2`;

export interface TimelineAsked {
  readonly caseId: string;
  readonly timeZone: string;
  readonly lifeArea: string | null;
  readonly after: TimelineFrom | null;
  readonly most: number;
}

/** What happened in a case, newest first. A day ties by the instant of entry, and that by id. */
export const listTimelineRows = (tx: ReadTx, tenantId: string, asked: TimelineAsked): Promise<TimelineRow[]> =>
  tx.query<TimelineRow>(
    `select e.*, a.given_name, a.family_name, b.given_name as about_given, b.family_name as about_family
       from (${ENTRIES}) e
       left join app.accounts a on a.tenant_id = $1 and a.id = e.account_id
       left join app.accounts b on b.tenant_id = $1 and b.id = e.about_id
      where ($4::text is null or e.life_areas @> array[$4::text])
        and ($5::date is null or (e.on_day, e.at, e.id) < ($5::date, $6::bigint, $7::uuid))
      order by e.on_day desc, e.at desc, e.id desc limit $8`,
    [tenantId, asked.caseId, asked.timeZone, asked.lifeArea, asked.after?.day ?? null, asked.after?.at ?? null, asked.after?.id ?? null, asked.most],
  );
