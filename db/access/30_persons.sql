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

-- Search by equality of keys. Finds what the reader may open, and for a team lead the main persons of the room's cases (their head).
create or replace function app.find_persons(wanted text[], most integer)
returns table (person_id uuid, hits integer, is_open boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record; open_ids uuid[]; wide boolean; lead boolean; excluded uuid[];
begin
  select * into c from app.session_context();
  if c.room_id is null then return; end if;
  wide := app.acts_room_wide();
  lead := app.has_role('team_lead');
  open_ids := array(select app.open_person_ids());
  excluded := array(select app.excluded_case_ids());
  return query
    select f.person_id, f.hits, (wide or f.person_id = any (open_ids)) as is_open
      from (select k.person_id, count(*)::integer as hits from app.search_keys k
             where k.tenant_id = c.tenant_id and k.room_id = c.room_id and k.key = any (wanted)
             group by k.person_id) f
     where wide or f.person_id = any (open_ids)
        or (lead and exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id
              and x.main_person_id = f.person_id and x.id <> all (excluded)))
     order by f.hits desc, f.person_id
     limit most;
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

-- Two records found to be one person. The lead decides by the heads; whoever else has the intake right, for what they may open.
create or replace function app.may_merge(person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return false; end if;
  return exists (select from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = person
    and (p.id = any (array(select app.open_person_ids()))
      or (app.has_role('team_lead') and not exists (select from app.case_persons cp
            where cp.tenant_id = p.tenant_id and cp.person_id = p.id and cp.case_id = any (array(select app.excluded_case_ids())))))
  );
end $$;
create or replace function app.merge_persons(merge uuid, kept uuid, merged uuid, chosen jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if kept = merged or not app.may_merge(kept) or not app.may_merge(merged) then return false; end if;
  -- always into a root, and only a root with nobody in it: so that undoing one merge undoes exactly that one
  perform from app.persons p where p.tenant_id = c.tenant_id and p.id in (kept, merged) order by p.id for update;
  if exists (select from app.persons p where p.tenant_id = c.tenant_id and (
       (p.id in (kept, merged) and p.merged_into is not null) or p.merged_into = merged)) then return false; end if;
  insert into app.merges (tenant_id, room_id, id, kept_id, merged_id, choices, merged_by)
    values (c.tenant_id, c.room_id, merge, kept, merged, chosen, c.account_id);
  update app.persons p set merged_into = kept, version = p.version + 1 where p.tenant_id = c.tenant_id and p.id = merged;
  update app.duplicate_pairs d set state = 'merged', decided_by = c.account_id, decided_at = now(), version = d.version + 1
   where d.tenant_id = c.tenant_id and d.first_id = least(kept, merged) and d.second_id = greatest(kept, merged);
  perform app.refresh_heads_of_person(c.tenant_id, merged);
  perform app.refresh_heads_of_person(c.tenant_id, kept);
  return true;
end $$;
create or replace function app.unmerge_persons(merge uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c record; m record;
begin
  select * into c from app.session_context();
  select * into m from app.merges x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = merge and x.unmerged_at is null for update;
  if m is null or not app.may_merge(m.kept_id) or not app.may_merge(m.merged_id) then return false; end if;
  update app.merges x set unmerged_by = c.account_id, unmerged_at = now(), version = x.version + 1 where x.tenant_id = c.tenant_id and x.id = merge;
  update app.persons p set merged_into = null, version = p.version + 1 where p.tenant_id = c.tenant_id and p.id = m.merged_id;
  update app.duplicate_pairs d set state = 'open', decided_by = null, decided_at = null, version = d.version + 1
   where d.tenant_id = c.tenant_id and d.first_id = least(m.kept_id, m.merged_id) and d.second_id = greatest(m.kept_id, m.merged_id);
  perform app.refresh_heads_of_person(c.tenant_id, m.merged_id);
  perform app.refresh_heads_of_person(c.tenant_id, m.kept_id);
  return true;
end $$;

create policy intake_reads_merges on app.merges for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((select app.has_role('intake', 'team_lead')) or kept_id = any (array(select app.open_person_ids()))));
grant select on app.merges to {{staff}};

create policy intake_reads_pairs on app.duplicate_pairs for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead')));
create policy intake_adds_pairs on app.duplicate_pairs for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead'))
  and state in ('open', 'separate', 'later'));
create policy intake_decides_pairs on app.duplicate_pairs for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead')));
grant select on app.duplicate_pairs to {{staff}};
grant insert (tenant_id, room_id, id, first_id, second_id, score, reasons, state, decided_by, decided_at),
  update (state, decided_by, decided_at, version) on app.duplicate_pairs to {{staff}};

grant execute on function app.find_persons(text[], integer), app.may_merge(uuid), app.merge_persons(uuid, uuid, uuid, jsonb), app.unmerge_persons(uuid) to {{staff}};
grant execute on function app.match_material(uuid, integer) to {{jobs}};
