-- The page of a case reads seven tables about its persons. Row by row, each would ask again which persons are open: 15 ms of a
-- page, and growing with the room (docs/decisions/0013-row-security-by-figures.md). Here it is asked once: whoever may open the
-- case may open every record of its people, which is what app.open_person_ids says too.

-- The head of a case with its team, and where the case is open to the session its phases, what it has in each life area, and the
-- reader's other cases about the same people. No row where not even the head is theirs to see: as the policies of app.cases and
-- app.case_team say it, the lead of the room sees head and team of every case that they are not excluded from. Names are those of
-- whoever is or was in the room with the reader, as the policy of app.accounts says.
create or replace function app.head_of_case(wanted_case uuid) returns table (id uuid, number text, phase text, opened_on date, admitted_on date,
  closed_on date, main_person_id uuid, main_name text, main_name_own text, main_birth_year integer, person_count integer, lead_id uuid, lead_given text,
  lead_family text, next_due_on date, last_contact_on date, key_ref text, version integer, is_open boolean, emergency_until timestamptz, team jsonb,
  phases jsonb, life_areas jsonb, other_cases jsonb)
language plpgsql stable security definer set search_path = '' rows 1 as $$
declare c record; open_ids uuid[]; opens boolean; today date := current_date; emergency timestamptz;
begin
  select * into c from app.session_context();
  open_ids := array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id));
  opens := wanted_case = any (open_ids);
  if not opens and (not app.has_role('team_lead') or wanted_case = any (array(select app.excluded_case_ids()))) then return; end if;
  if opens then
    select max(e.ends_at) into emergency from app.emergency_accesses e
     where e.tenant_id = c.tenant_id and e.room_id = c.room_id and e.case_id = wanted_case and e.account_id = c.account_id and e.ends_at > now();
    if emergency is not null and wanted_case = any (array(select app.team_cases_of(c.tenant_id, c.room_id, c.account_id, '{lead,substitute,member}'))) then emergency := null; end if;
  end if;
  return query
    with known as materialized (
      select a.id, a.given_name, a.family_name, a.organisation_id, a.standing_deputy_id, a.absent_from, a.absent_until from app.accounts a
       where a.tenant_id = c.tenant_id
         and a.id in (select t.account_id from app.case_team t where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.case_id = wanted_case
           union select l.standing_deputy_id from app.case_team t join app.accounts l on l.tenant_id = t.tenant_id and l.id = t.account_id
             where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.case_id = wanted_case)
         and (a.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = a.id))),
    today_team as (
      select t.id, t.account_id, t.function, t.from_on, t.until_on, false as stands_in from app.case_team t
       where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.case_id = wanted_case and t.from_on <= today and (t.until_on is null or t.until_on >= today)),
    with_deputies as (
      select * from today_team
      union all
      select t.id, l.standing_deputy_id, 'substitute', l.absent_from, l.absent_until, true from today_team t join known l on l.id = t.account_id
       where t.function = 'lead' and l.standing_deputy_id is not null and l.absent_from <= today and (l.absent_until is null or l.absent_until >= today)
         and not exists (select from today_team o where o.account_id = l.standing_deputy_id)),
    of_areas as (
      select unnest(k.life_areas) as key, k.happened_on as on_day, false as of_case from app.contacts k
       where opens and k.tenant_id = c.tenant_id and k.room_id = c.room_id and k.case_id = wanted_case and k.withdrawn_at is null
      union all
      select unnest(m.life_areas), null, true from app.case_admissions m where opens and m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.case_id = wanted_case),
    roots as (
      select distinct coalesce(p.merged_into, p.id) as id from app.case_persons cp
        join app.persons p on p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = cp.person_id
       where opens and cardinality(open_ids) > 1 and cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.case_id = wanted_case),
    kin as (
      select r.id from roots r
      union all
      select p.id from roots r join app.persons p on p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.merged_into = r.id),
    others as (
      select distinct o.id, o.number, o.phase, o.opened_on from kin k
        join app.case_persons cp on cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.person_id = k.id
        join app.cases o on o.tenant_id = c.tenant_id and o.room_id = c.room_id and o.id = cp.case_id
       where o.id <> wanted_case and o.id = any (open_ids) order by o.opened_on desc, o.id limit 20)
    select x.id, x.number, x.phase, x.opened_on, x.admitted_on, x.closed_on, x.main_person_id, x.main_name, x.main_name_own, x.main_birth_year, x.person_count,
        x.lead_id, l.given_name, l.family_name, x.next_due_on, x.last_contact_on, x.key_ref, x.version, opens, emergency,
        coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'account_id', w.account_id, 'given_name', a.given_name, 'family_name', a.family_name,
              'organisation', coalesce(nullif(o.short_name, ''), o.name), 'function', w.function, 'from_on', w.from_on, 'until_on', w.until_on, 'stands_in', w.stands_in)
            order by array_position('{lead,substitute,member}'::text[], w.function), a.family_name collate "C", a.given_name collate "C", w.id)
          from with_deputies w join known a on a.id = w.account_id join app.organisations o on o.tenant_id = c.tenant_id and o.id = a.organisation_id), '[]'),
        coalesce((select jsonb_agg(jsonb_build_object('phase', p.phase, 'began_on', p.began_on, 'ended_on', p.ended_on) order by p.began_on, p.id)
          from app.case_phases p where opens and p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.case_id = wanted_case), '[]'),
        coalesce((select jsonb_agg(jsonb_build_object('key', g.key, 'label', g.label, 'is_retired', g.retired_at is not null, 'is_of_case', coalesce(n.of_case, false),
              'entries', coalesce(n.entries, 0), 'last_on', n.last_on) order by g.position, g.key)
          from app.life_areas g
          left join (select f.key, bool_or(f.of_case) as of_case, count(f.on_day)::integer as entries, max(f.on_day) as last_on from of_areas f group by f.key) n on n.key = g.key
         where g.tenant_id = c.tenant_id), '[]'),
        coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'phase', o.phase, 'opened_on', o.opened_on) order by o.opened_on desc, o.id) from others o), '[]')
      from app.cases x left join app.accounts l on l.tenant_id = c.tenant_id and l.id = x.lead_id
        and (l.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = l.id))
     where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = wanted_case;
end $$;

-- What is still to do in a case, earliest first; nothing where it is not open to the session.
create or replace function app.follow_ups_of_case(wanted_case uuid, most integer) returns table (id uuid, case_id uuid, number text, main_name text, main_name_own text,
  key_ref text, due_on date, kind text, sealed bytea, life_areas text[], owner_id uuid, owner_given text, owner_family text, version integer,
  about_disclosure_id uuid, about_consent_id uuid)
language plpgsql stable security definer set search_path = '' rows 5 as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id))) then return; end if;
  return query
    select f.id, f.case_id, x.number, x.main_name, x.main_name_own, x.key_ref, f.due_on, f.kind, f.title_ct, f.life_areas, f.owner_id, a.given_name, a.family_name, f.version, f.about_disclosure_id, f.about_consent_id
      from app.follow_ups f join app.cases x on x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = f.case_id
      left join app.accounts a on a.tenant_id = c.tenant_id and a.id = f.owner_id
        and (a.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = a.id))
     where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.case_id = wanted_case and f.done_on is null
     order by f.due_on, f.id limit most;
end $$;

-- Everybody a case is about with what its head shows. After a merge the facts of all records of a human count, and of name and
-- birth those that the latest merge chose (as app.chosen_record, which keeps the heads).
create or replace function app.persons_of_case(wanted_case uuid) returns table (person_id uuid, is_main boolean, left_on date, birth_on date,
  birth_precision text, birth_placeholder boolean, died_on date, names jsonb, languages jsonb, channels jsonb, place jsonb, status jsonb)
language plpgsql stable security definer set search_path = '' rows 5 as $$
declare c record; today date := current_date;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id))) then return; end if;
  return query
    with of_case as (
      select cp.person_id, cp.is_main, cp.left_on, coalesce(p.merged_into, p.id) as root
        from app.case_persons cp join app.persons p on p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = cp.person_id
       where cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.case_id = wanted_case)
    select o.person_id, o.is_main, o.left_on, b.birth_on, b.birth_precision, b.birth_placeholder, b.died_on, n.names, l.languages, h.channels, a.place, s.status
      from of_case o
      cross join lateral (select array(select o.root union all select q.id from app.persons q
          where q.tenant_id = c.tenant_id and q.room_id = c.room_id and q.merged_into = o.root) as ids) kin
      -- most records are merged with nothing, and then there is nothing to choose
      cross join lateral (select
          case when cardinality(kin.ids) = 1 then o.root else app.chosen_record(c.tenant_id, o.root, 'birth') end as birth,
          case when cardinality(kin.ids) = 1 then o.root else app.chosen_record(c.tenant_id, o.root, 'name') end as name) chosen
      join app.persons b on b.tenant_id = c.tenant_id and b.room_id = c.room_id and b.id = chosen.birth
      cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'script', f.script, 'family', f.family, 'given', f.given)
          order by f.person_id = chosen.name desc, f.is_primary desc, f.kind = 'passport' desc, f.kind = 'former', f.id), '[]') as names
        from app.person_names f where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.person_id = any (kin.ids)) n
      cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'level', f.level, 'needs_interpreter', f.needs_interpreter)
          order by f.is_preferred desc, f.code collate "C", f.id), '[]') as languages
        from app.person_languages f where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.person_id = any (kin.ids)) l
      cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'person_id', f.person_id, 'kind', f.kind, 'value', f.value, 'is_safe', f.is_safe)
          order by f.is_safe desc nulls last, f.id), '[]') as channels
        from app.person_channels f where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.person_id = any (kin.ids)
          and (f.from_on is null or f.from_on <= today) and (f.until_on is null or f.until_on >= today)) h
      left join lateral (select jsonb_build_object('municipality', coalesce(nullif(f.municipality, ''), f.town), 'is_protected', f.is_protected, 'from_on', f.from_on) as place
        from app.person_addresses f where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.person_id = any (kin.ids)
          and (f.from_on is null or f.from_on <= today) and (f.until_on is null or f.until_on >= today)
       order by f.from_on desc nulls last, f.id desc limit 1) a on true
      left join lateral (select jsonb_build_object('label', f.azr_label, 'short', f.short_label, 'from_on', f.from_on, 'until_on', f.until_on) as status
        from app.person_residence_statuses f where f.tenant_id = c.tenant_id and f.room_id = c.room_id and f.person_id = any (kin.ids)
       order by ((f.from_on is null or f.from_on <= today) and (f.until_on is null or f.until_on >= today)) desc, f.from_on desc nulls last, f.id desc limit 1) s on true
     order by o.is_main desc, b.birth_on nulls last, o.person_id;
end $$;

-- What happened in a case, newest first: nine tables, one question. Emergency accesses of others are for the team, and names for
-- whoever is or was in the room with the reader, as the policies of those two tables say.
create or replace function app.timeline_of_case(wanted_case uuid, time_zone text, life_area text, after_day date, after_at bigint, after_id uuid, most integer)
returns table (kind text, id uuid, on_day date, at bigint, detail text, life_areas text[], is_entrusted boolean, is_complete boolean, review_due boolean, sealed bytea,
  happened_at time, minutes integer, place text, interpreting text, language text, until_on date, account_id uuid, given_name text, family_name text,
  about_given text, about_family text, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record; sees_emergencies boolean;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id))) then return; end if;
  sees_emergencies := wanted_case = any (array(select app.team_cases_of(c.tenant_id, c.room_id, c.account_id, '{lead,substitute,member}')));
  return query
    with entries (kind, id, on_day, at, detail, life_areas, is_entrusted, is_complete, review_due, sealed, happened_at, minutes, place, interpreting, language,
        until_on, account_id, about_id, version) as (
      select 'contact', x.id, x.happened_on, (extract(epoch from x.created_at) * 1000000)::bigint, x.kind, x.life_areas, x.is_entrusted, x.is_complete, x.entrusted_review_due, x.text_ct,
          x.happened_at, x.minutes, x.place, x.interpreting, x.language, null::date, x.author_id, null::uuid, x.version
        from app.contacts x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.withdrawn_at is null
      union all
      select 'follow_up', x.id, x.done_on, (extract(epoch from x.created_at) * 1000000)::bigint, x.kind, x.life_areas, false, true, false, x.title_ct, null::time, null::integer, '', 'none', '', x.due_on, x.done_by, null, x.version
        from app.follow_ups x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.done_on is not null
      union all
      select 'phase', x.id, x.began_on, (extract(epoch from x.moved_at) * 1000000)::bigint, x.phase, '{}'::text[], false, true, false, x.note_ct, null::time, null::integer, '', 'none', '', x.ended_on, x.moved_by, null, 1
        from app.case_phases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case
          -- closing is told once, with its reason
          and not (x.phase = 'closed' and exists (select from app.case_closures o where o.tenant_id = c.tenant_id and o.room_id = c.room_id and o.case_id = wanted_case and o.closed_on = x.began_on))
      union all
      select 'admission', x.case_id, x.decided_on, 1, x.decision, x.life_areas, false, true, false, x.reason_ct, null::time, null::integer, '', 'none', '', null, x.decided_by, null, x.version
        from app.case_admissions x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.decided_on is not null
      union all
      select 'closure', x.id, x.closed_on, coalesce((select (extract(epoch from max(p.moved_at)) * 1000000)::bigint from app.case_phases p
            where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.case_id = wanted_case and p.phase = 'closed' and p.began_on = x.closed_on), 2), x.reason, '{}'::text[], false, true, false, x.handover_ct, null::time, null::integer, '', 'none', '', null, x.closed_by, null, 1
        from app.case_closures x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case
      union all
      select 'reopening', x.id, x.reopened_on, 3, '', '{}'::text[], false, true, false, null, null::time, null::integer, '', 'none', '', null, null, null, 1
        from app.case_closures x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.reopened_on is not null
          -- told by its phase, which knows who did it and why
          and not exists (select from app.case_phases p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.case_id = wanted_case and p.phase = 'reopened' and p.began_on = x.reopened_on)
      union all
      select 'document', x.id, (x.created_at at time zone time_zone)::date, (extract(epoch from x.created_at) * 1000000)::bigint, x.kind, x.life_areas, x.is_entrusted, true, false, x.name_ct,
          null::time, null::integer, '', 'none', '', null, x.author_id, null, x.version
        from app.documents x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.withdrawn_at is null
      union all
      select 'team_joined', x.id, x.from_on, (extract(epoch from x.assigned_at) * 1000000)::bigint, x.function, '{}'::text[], false, true, false, x.reason_ct, null::time, null::integer, '', 'none', '',
          case when x.until_on >= x.from_on then x.until_on end, x.assigned_by, x.account_id, x.version
        from app.case_team x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.from_on <= current_date
      union all
      select 'team_left', x.id, x.until_on + 1, (extract(epoch from x.assigned_at) * 1000000)::bigint, x.function, '{}'::text[], false, true, false, null, null::time, null::integer, '', 'none', '', null, null, x.account_id, x.version
        from app.case_team x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.until_on < current_date and x.until_on >= x.from_on
      union all
      select 'emergency', x.id, (x.began_at at time zone time_zone)::date, (extract(epoch from x.began_at) * 1000000)::bigint, coalesce(x.review, ''), '{}'::text[], false, true, false, x.reason_ct, null::time, null::integer, '', 'none', '', null,
          x.account_id, null, x.version
        from app.emergency_accesses x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and (sees_emergencies or x.account_id = c.account_id))
    select e.kind, e.id, e.on_day, e.at, e.detail, e.life_areas, e.is_entrusted, e.is_complete, e.review_due, e.sealed, e.happened_at, e.minutes, e.place,
        e.interpreting, e.language, e.until_on, e.account_id, a.given_name, a.family_name, b.given_name, b.family_name, e.version
      from entries e
      left join app.accounts a on a.tenant_id = c.tenant_id and a.id = e.account_id and (a.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = a.id)
        -- a partner who writes in a share of this case is known by name to its team
        or exists (select from app.share_members m where m.tenant_id = c.tenant_id and m.case_id = wanted_case and m.account_id = a.id))
      left join app.accounts b on b.tenant_id = c.tenant_id and b.id = e.about_id and (b.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = b.id))
     where (life_area is null or e.life_areas @> array[life_area])
       and (after_day is null or (e.on_day, e.at, e.id) < (after_day, after_at, after_id))
     order by e.on_day desc, e.at desc, e.id desc limit most;
end $$;

-- Names of those among the wanted accounts that the reader meets in this room (app.colleague_ids): for a list that names few of many.
create or replace function app.colleague_names(wanted uuid[]) returns table (id uuid, given_name text, family_name text)
language plpgsql stable security definer set search_path = '' rows 20 as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select a.id, a.given_name, a.family_name from app.accounts a
     where a.tenant_id = c.tenant_id and a.id = any (wanted)
       and (a.id = c.account_id or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = a.id));
end $$;

-- Everybody whose name the reader meets in this room (app.colleague_ids), and who of them may be given cases today. In one go: asked
-- for each account by itself it was 16 ms of every list in a room of 200.
create or replace function app.colleagues() returns table (id uuid, given_name text, family_name text, absent_from date, absent_until date,
  standing_deputy_id uuid, works_here boolean, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select a.id, a.given_name, a.family_name, a.absent_from, a.absent_until, a.standing_deputy_id, a.disabled_at is null and w.account_id is not null, a.version
      from (select c.account_id union select m.account_id from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id) k (account_id)
      join app.accounts a on a.tenant_id = c.tenant_id and a.id = k.account_id
      left join (select distinct m.account_id from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id
          and m.role in ('case_manager', 'team_lead') and app.in_force(m)) w on w.account_id = a.id
     order by a.family_name collate "C", a.given_name collate "C", a.id;
end $$;
grant execute on function app.head_of_case(uuid), app.follow_ups_of_case(uuid, integer), app.persons_of_case(uuid), app.colleague_names(uuid[]), app.colleagues(),
  app.timeline_of_case(uuid, text, text, date, bigint, uuid, integer) to {{staff}};
