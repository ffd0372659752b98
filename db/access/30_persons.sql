-- Persons of a room. A record is visible through a case one may open, or by the rules of app.open_person_ids.
create policy staff_reads_open_persons on app.persons for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
create policy staff_records_persons on app.persons for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and recorded_by = (select app.current_account()) and merged_into is null and not has_case
  and (select app.has_role('case_manager', 'team_lead', 'intake', 'immigration_officer', 'naturalisation_officer')));
create policy staff_changes_open_persons on app.persons for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
grant select on app.persons to {{staff}};
grant insert (tenant_id, room_id, id, birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, died_on, recorded_by, import_id, key_ref),
  update (birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, died_on, version) on app.persons to {{staff}};
-- merged_into is not granted: merging goes through app.merge_persons

-- The facts of a person follow the person.
{{#each person_names person_nationalities person_languages person_addresses person_channels person_residence_statuses person_guardians}}
create policy staff_reads_facts_of_open_persons on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
create policy staff_adds_facts_to_open_persons on app.{{this}} for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
create policy staff_changes_facts_of_open_persons on app.{{this}} for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
-- a fact typed by mistake may be taken out again: it would be wrong data about a person otherwise
create policy staff_removes_facts_of_open_persons on app.{{this}} for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
grant select, delete on app.{{this}} to {{staff}};
{{/each}}
grant insert (tenant_id, room_id, id, person_id, kind, script, family, given, is_primary, from_on, until_on),
  update (kind, script, family, given, is_primary, from_on, until_on, version) on app.person_names to {{staff}};
grant insert (tenant_id, room_id, id, person_id, code, from_on, until_on),
  update (code, from_on, until_on, version) on app.person_nationalities to {{staff}};
grant insert (tenant_id, room_id, id, person_id, code, level, needs_interpreter, is_preferred),
  update (code, level, needs_interpreter, is_preferred, version) on app.person_languages to {{staff}};
grant insert (tenant_id, room_id, id, person_id, street, postcode, town, municipality, is_protected, from_on, until_on),
  update (street, postcode, town, municipality, is_protected, from_on, until_on, version) on app.person_addresses to {{staff}};
grant insert (tenant_id, room_id, id, person_id, kind, value, is_safe, hint_ct, from_on, until_on),
  update (kind, value, is_safe, hint_ct, from_on, until_on, version) on app.person_channels to {{staff}};
grant insert (tenant_id, room_id, id, person_id, azr_label, short_label, from_on, until_on, evidence),
  update (azr_label, short_label, from_on, until_on, evidence, version) on app.person_residence_statuses to {{staff}};
grant insert (tenant_id, room_id, id, person_id, kind, name_ct, scope, from_on, until_on, evidence),
  update (kind, name_ct, scope, from_on, until_on, evidence, version) on app.person_guardians to {{staff}};

create policy staff_reads_keys_of_open_persons on app.search_keys for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
create policy staff_adds_keys_of_open_persons on app.search_keys for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
-- keys are made anew whenever a name, a birth date or a number changes
create policy staff_removes_keys_of_open_persons on app.search_keys for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
grant select, delete on app.search_keys to {{staff}};
grant insert (tenant_id, room_id, key, person_id) on app.search_keys to {{staff}};

-- Search by equality of keys. Each wanted key belongs to a part of what was typed (a word, a date, a number), and a person
-- fits who has a key of every part. Finds what the reader may open; for a team lead also the main persons of the room's cases,
-- but of those only by name and birth year: a number, a day or an address would tell what their head does not.
create or replace function app.find_persons(wanted text[], parts integer[], most integer)
returns table (person_id uuid, hits integer, is_open boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record; open_ids uuid[]; wide boolean; lead boolean; excluded uuid[]; part_count integer;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead', 'intake', 'immigration_officer', 'naturalisation_officer') then return; end if;
  wide := app.acts_room_wide();
  lead := app.has_role('team_lead');
  open_ids := array(select app.open_person_ids());
  excluded := array(select app.excluded_case_ids());
  part_count := (select count(distinct x) from unnest(parts) x);
  return query
    with asked as (select u.key, u.part from unnest(wanted, parts) as u (key, part)),
    found as (
      select k.person_id, count(*)::integer as hits, count(distinct a.part) as all_parts,
          count(distinct a.part) filter (where a.key ~ '^[nfvy]:') as head_parts
        from asked a join app.search_keys k on k.tenant_id = c.tenant_id and k.room_id = c.room_id and k.key = a.key
       group by k.person_id)
    select f.person_id, f.hits, (wide or f.person_id = any (open_ids)) as is_open
      from found f
     where (f.all_parts = part_count and (wide or f.person_id = any (open_ids)))
        or (f.head_parts = part_count and lead and f.person_id <> all (open_ids)
            and exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id
              and x.main_person_id = f.person_id and x.id <> all (excluded)))
     order by is_open desc, f.hits desc, f.person_id
     limit most;
end $$;

-- Is there perhaps a record of this person among those that the asker may not open? Yes or no, and nothing else; never about
-- a case that the asker is excluded from, whose persons do not exist for them.
create or replace function app.perhaps_recorded(whole_names text[], name_parts text[], birth_days text[], birth_years text[], numbers text[])
returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record; open_ids uuid[]; hidden uuid[];
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead', 'intake') then return false; end if;
  open_ids := array(select app.open_person_ids());
  hidden := array(select app.excluded_person_ids());
  return exists (
    select from app.likely_records(c.tenant_id, c.room_id, whole_names, name_parts, birth_days, birth_years, numbers) l
     where l.person_id <> all (open_ids) and l.person_id <> all (hidden));
end $$;

-- Rough on purpose: by keys alone. The whole name and what is known of the birth; a part of the name and the day of birth or
-- a number.
create or replace function app.likely_records(tenant uuid, room uuid, whole_names text[], name_parts text[], birth_days text[], birth_years text[], numbers text[])
returns table (person_id uuid, has_name boolean, has_part boolean, has_day boolean, has_year boolean, has_number boolean)
language sql stable security definer set search_path = '' as $$
  with found as (
    select k.person_id,
        bool_or(k.key = any (whole_names)) as has_name, bool_or(k.key = any (name_parts)) as has_part,
        bool_or(k.key = any (birth_days)) as has_day, bool_or(k.key = any (birth_years)) as has_year,
        bool_or(k.key = any (numbers)) as has_number
      from app.search_keys k
     where k.tenant_id = tenant and k.room_id = room and k.key = any (whole_names || name_parts || birth_days || numbers || birth_years)
     group by k.person_id)
  select f.* from found f
   where (f.has_name and (f.has_day or f.has_year or birth_years = '{}'))
      or ((f.has_name or f.has_part) and (f.has_day or f.has_number))
$$;

-- Persons of the cases that the asker is excluded from, as long as nothing else opens them.
create or replace function app.excluded_person_ids() returns setof uuid rows 5
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select distinct q.id from app.case_persons cp
      join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
      join app.persons q on q.tenant_id = p.tenant_id and (q.id = p.id or q.id = p.merged_into or q.merged_into = coalesce(p.merged_into, p.id))
     where cp.tenant_id = c.tenant_id and cp.case_id = any (array(select app.excluded_case_ids()));
end $$;

-- Puts the likely doubles of a record on the list for whoever decides there. Whoever recorded it learns nothing from that.
create or replace function app.note_duplicates(person uuid, whole_names text[], name_parts text[], birth_days text[], birth_years text[], numbers text[])
returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead', 'intake') or person <> all (array(select app.open_person_ids())) then return; end if;
  insert into app.duplicate_pairs (tenant_id, room_id, id, first_id, second_id, score, reasons)
    select c.tenant_id, c.room_id, gen_random_uuid(), least(person, l.person_id), greatest(person, l.person_id),
        (case when l.has_name then 4 else 1 end) + (case when l.has_day then 4 when l.has_year then 1 else 0 end) + (case when l.has_number then 3 else 0 end),
        array_remove(array[case when l.has_name then 'same-name' else 'name-part' end, case when l.has_day then 'same-birth' when l.has_year then 'same-birth-year' end,
          case when l.has_number then 'same-number' end], null)
      from app.likely_records(c.tenant_id, c.room_id, whole_names, name_parts, birth_days, birth_years, numbers) l
      join app.persons other on other.tenant_id = c.tenant_id and other.id = l.person_id
      join app.persons self on self.tenant_id = c.tenant_id and self.id = person
     where l.person_id <> person and coalesce(other.merged_into, other.id) <> coalesce(self.merged_into, self.id)
     order by 6 desc limit 20
    on conflict (tenant_id, first_id, second_id) do nothing;
end $$;

-- What the duplicate check compares. For the jobs login alone: people see reasons, never the other file's values.
create or replace function app.match_material(after uuid, most integer)
returns table (person_id uuid, names jsonb, birth_on date, birth_precision text, birth_placeholder boolean, gender text,
  nationalities text[], numbers text[], streets text[])
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return; end if;
  return query
    select p.id,
      coalesce((select jsonb_agg(jsonb_build_object('family', n.family, 'given', n.given)) from app.person_names n
        where n.tenant_id = p.tenant_id and n.room_id = p.room_id and n.person_id = p.id), '[]'),
      p.birth_on, p.birth_precision, p.birth_placeholder, p.gender,
      array(select n.code from app.person_nationalities n where n.tenant_id = p.tenant_id and n.room_id = p.room_id and n.person_id = p.id),
      array(select h.value from app.person_channels h where h.tenant_id = p.tenant_id and h.room_id = p.room_id and h.person_id = p.id and h.kind in ('mobile', 'phone')),
      array(select a.street || '|' || a.postcode from app.person_addresses a where a.tenant_id = p.tenant_id and a.room_id = p.room_id and a.person_id = p.id)
    from app.persons p
    where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.merged_into is null and (after is null or p.id > after)
    order by p.id limit most;
end $$;

-- Two records found to be one person. The lead decides by the heads; whoever else has the intake right, for what is theirs to
-- keep: what only an emergency or a substitution opens, merging would keep open.
create or replace function app.may_merge(person uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return false; end if;
  return exists (select from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = person
    and ((p.id = any (array(select app.open_person_ids())) and app.may_attach_person(p.id))
      or (app.has_role('team_lead') and p.id <> all (array(select app.excluded_person_ids()))))
  );
end $$;
-- Would the asker read more once these records are one person? Whoever has one of the files open and not all of them joined
-- would: a merge is no way into a file.
create or replace function app.merging_would_open(members uuid[]) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.case_persons cp where cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.person_id = any (members)
      and cp.case_id = any (array(select app.open_case_ids())))
    and exists (select from unnest(members) m where not app.may_attach_person(m));
end $$;
-- Two records become one person: a mark and a choice per field; no row moves. Answers merged, not_found, same (they are one
-- already), both_joined (each already stands for several: one of the two has to be taken apart first), join_first or bad_choice.
-- Which of the two roots stands for both is the program's matter, since the choices name records.
create or replace function app.merge_persons(merge uuid, one uuid, other uuid, chosen jsonb) returns text
language plpgsql security definer set search_path = '' as $$
declare c record; a uuid; b uuid; members uuid[]; kept uuid; joined uuid;
begin
  select * into c from app.session_context();
  if one = other or not app.may_merge(one) or not app.may_merge(other) then return 'not_found'; end if;
  -- one merge at a time in a room: which record is a root may change under a lock on two rows alone
  perform pg_advisory_xact_lock(hashtext('merge ' || c.tenant_id || c.room_id));
  select coalesce(p.merged_into, p.id) into a from app.persons p where p.tenant_id = c.tenant_id and p.id = one;
  select coalesce(p.merged_into, p.id) into b from app.persons p where p.tenant_id = c.tenant_id and p.id = other;
  if a = b then return 'same'; end if;
  members := array(select p.id from app.persons p where p.tenant_id = c.tenant_id and (p.id in (a, b) or p.merged_into in (a, b)));
  -- an excluded or unknown record may hang on a root: nobody decides about what does not exist for them
  if exists (select from unnest(members) m where not app.may_merge(m)) then return 'not_found'; end if;
  if exists (select from app.persons p where p.tenant_id = c.tenant_id and p.merged_into = a)
     and exists (select from app.persons p where p.tenant_id = c.tenant_id and p.merged_into = b) then return 'both_joined'; end if;
  if app.merging_would_open(members) then return 'join_first'; end if;
  if jsonb_typeof(chosen) <> 'object' or exists (select from jsonb_each_text(chosen) x
       where x.key not in ('name', 'birth', 'gender', 'entry') or x.value is null or x.value <> all (members::text[])) then return 'bad_choice'; end if;
  -- kept is the one that already stands for several, else the one with a case
  select p.id into kept from app.persons p where p.tenant_id = c.tenant_id and p.id in (a, b)
    order by exists (select from app.persons q where q.tenant_id = c.tenant_id and q.merged_into = p.id) desc, p.has_case desc, p.id = a desc limit 1;
  joined := case when kept = a then b else a end;
  insert into app.merges (tenant_id, room_id, id, kept_id, merged_id, choices, merged_by, merged_at)
    values (c.tenant_id, c.room_id, merge, kept, joined, chosen, c.account_id, clock_timestamp());
  update app.persons p set merged_into = kept, version = p.version + 1 where p.tenant_id = c.tenant_id and p.id = joined;
  update app.duplicate_pairs d set state = 'merged', decided_by = c.account_id, decided_at = now(), version = d.version + 1
   where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.first_id = any (members) and d.second_id = any (members) and d.state in ('open', 'later');
  perform app.refresh_heads_of_person(c.tenant_id, kept);
  return 'merged';
end $$;

create or replace function app.unmerge_persons(merge uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c record; m record;
begin
  select * into c from app.session_context();
  perform pg_advisory_xact_lock(hashtext('merge ' || c.tenant_id || c.room_id));
  select * into m from app.merges x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = merge and x.unmerged_at is null for update;
  if not found or not app.may_merge(m.kept_id) or not app.may_merge(m.merged_id) then return false; end if;
  update app.merges x set unmerged_by = c.account_id, unmerged_at = now(), version = x.version + 1 where x.tenant_id = c.tenant_id and x.id = merge;
  update app.persons p set merged_into = null, version = p.version + 1 where p.tenant_id = c.tenant_id and p.id = m.merged_id;
  update app.duplicate_pairs d set state = 'open', decided_by = null, decided_at = null, version = d.version + 1
   where d.tenant_id = c.tenant_id and d.state = 'merged' and m.merged_id in (d.first_id, d.second_id)
     and exists (select from app.persons p where p.tenant_id = c.tenant_id and p.id in (d.first_id, d.second_id) and (p.id = m.kept_id or p.merged_into = m.kept_id));
  perform app.refresh_heads_of_person(c.tenant_id, m.merged_id);
  perform app.refresh_heads_of_person(c.tenant_id, m.kept_id);
  return true;
end $$;

create policy intake_reads_merges on app.merges for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (((select app.has_role('team_lead')) and kept_id <> all (array(select app.excluded_person_ids())) and merged_id <> all (array(select app.excluded_person_ids())))
    or (kept_id = any (array(select app.open_person_ids())) and merged_id = any (array(select app.open_person_ids())))));
grant select on app.merges to {{staff}};

-- Whether two files mean one person is the lead's to decide by the heads; whoever else takes in sees pairs of open records
-- only: the reasons of another pair would tell what stands in a file not joined.
create policy intake_reads_pairs on app.duplicate_pairs for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (((select app.has_role('team_lead')) and first_id <> all (array(select app.excluded_person_ids())) and second_id <> all (array(select app.excluded_person_ids())))
    or ((select app.has_role('intake', 'team_lead')) and first_id = any (array(select app.open_person_ids())) and second_id = any (array(select app.open_person_ids())))));
create policy intake_adds_pairs on app.duplicate_pairs for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead'))
  and state in ('open', 'separate', 'later'));
create policy intake_decides_pairs on app.duplicate_pairs for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (((select app.has_role('team_lead')) and first_id <> all (array(select app.excluded_person_ids())) and second_id <> all (array(select app.excluded_person_ids())))
    or ((select app.has_role('intake', 'team_lead')) and first_id = any (array(select app.open_person_ids())) and second_id = any (array(select app.open_person_ids())))))
  with check (state in ('open', 'separate', 'later') and (decided_by is null or decided_by = (select app.current_account())));
grant select on app.duplicate_pairs to {{staff}};
grant insert (tenant_id, room_id, id, first_id, second_id, score, reasons, state, decided_by, decided_at),
  update (state, decided_by, decided_at, version) on app.duplicate_pairs to {{staff}};

grant execute on function app.find_persons(text[], integer[], integer), app.perhaps_recorded(text[], text[], text[], text[], text[]),
  app.note_duplicates(uuid, text[], text[], text[], text[], text[]), app.excluded_person_ids(), app.may_merge(uuid),
  app.merge_persons(uuid, uuid, uuid, jsonb), app.unmerge_persons(uuid) to {{staff}};
grant execute on function app.match_material(uuid, integer) to {{job_work}};
