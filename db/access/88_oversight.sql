-- Who watches: the data protection officer's recorded check of contents. Who helps: volunteers, who see a task and no file.

create or replace function app.checked_case_ids() returns setof uuid rows 2
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select k.case_id from app.content_checks k where k.tenant_id = c.tenant_id and k.account_id = c.account_id and k.ends_at > now()
    and k.room_id = any (array(select app.supervised_room_ids()));
end $$;
-- By the number that stands in the record. The key is the case's: the reason is read by whoever reads the case.
create or replace function app.begin_content_check(new_id uuid, wanted_case uuid, reason bytea, minutes integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; x record;
begin
  select * into c from app.session_context();
  if minutes not between 1 and 60 or reason is null then return false; end if;
  select k.room_id, k.key_ref into x from app.cases k where k.tenant_id = c.tenant_id and k.id = wanted_case and k.room_id = any (array(select app.supervised_room_ids()));
  if x.room_id is null then return false; end if;
  insert into app.content_checks (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at)
    values (c.tenant_id, x.room_id, new_id, wanted_case, c.account_id, x.key_ref, reason, now() + make_interval(mins => minutes));
  return true;
end $$;
create or replace function app.find_case_to_check(wanted_number text) returns table (case_id uuid, key_ref text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select x.id, x.key_ref from app.cases x where x.tenant_id = c.tenant_id and x.number = wanted_number and x.room_id = any (array(select app.supervised_room_ids()));
end $$;
grant execute on function app.checked_case_ids(), app.begin_content_check(uuid, uuid, bytea, integer), app.find_case_to_check(text) to {{staff}};

create policy officers_and_team_read_checks on app.content_checks for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and (room_id = any (array(select app.supervised_room_ids())) or case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))));
grant select on app.content_checks to {{staff}};

-- What an officer reads during a check: the file, nothing to change, and no persons' records beyond it. As functions and not as
-- policies on sixteen tables: an "or" in the policies of every table would be paid by every case worker in every statement.
create or replace function app.checked_case(wanted_case uuid) returns table (id uuid, number text, key_ref text, phase text, opened_on date, ends_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.checked_case_ids())) then return; end if;
  return query select x.id, x.number, x.key_ref, x.phase, x.opened_on,
      (select max(k.ends_at) from app.content_checks k where k.tenant_id = c.tenant_id and k.case_id = x.id and k.account_id = c.account_id)
    from app.cases x where x.tenant_id = c.tenant_id and x.id = wanted_case;
end $$;
create or replace function app.checked_entries(wanted_case uuid) returns table (type text, id uuid, detail text, on_day date, life_areas text[], is_entrusted boolean, sealed bytea, place text)
language plpgsql stable security definer set search_path = '' as $$
declare c record; room uuid;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.checked_case_ids())) then return; end if;
  select x.room_id into room from app.cases x where x.tenant_id = c.tenant_id and x.id = wanted_case;
  return query
    select * from (
      select 'contact', x.id, x.kind, x.happened_on, x.life_areas, x.is_entrusted, x.text_ct, 'contacts.text_ct' from app.contacts x
       where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case and x.withdrawn_at is null
      union all select 'document', x.id, x.kind, x.created_at::date, x.life_areas, x.is_entrusted, x.name_ct, 'documents.name_ct' from app.documents x
       where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case and x.withdrawn_at is null
      union all select 'follow_up', x.id, x.kind, x.due_on, x.life_areas, false, x.title_ct, 'follow_ups.title_ct' from app.follow_ups x
       where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case
      union all select 'phase', x.id, x.phase, x.began_on, '{}', false, x.note_ct, 'case_phases.note_ct' from app.case_phases x
       where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case
      union all select 'goal', x.id, x.state, x.created_at::date, array[x.life_area], x.is_entrusted, coalesce(x.goal_ct, x.wish_ct), case when x.goal_ct is null then 'plan_goals.wish_ct' else 'plan_goals.goal_ct' end
        from app.plan_goals x where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case
      union all select 'measure', x.id, x.state, x.due_on, '{}', x.is_entrusted, x.title_ct, 'plan_measures.title_ct' from app.plan_measures x
       where x.tenant_id = c.tenant_id and x.room_id = room and x.case_id = wanted_case
      union all select 'disclosed', x.id, d.recipient_name, d.sent_at::date, '{}', false, null, '' from app.disclosures d cross join lateral (select d.id) x
       where d.tenant_id = c.tenant_id and d.room_id = room and d.case_id = wanted_case and d.state = 'sent') e (type, id, detail, on_day, life_areas, is_entrusted, sealed, place)
     order by e.on_day desc, e.id limit 1000;
end $$;
grant execute on function app.checked_case(uuid), app.checked_entries(uuid) to {{staff}};

-- Names of the people of a case that is being checked, and nothing else of their records.
create or replace function app.names_in_checked_case(wanted_case uuid) returns table (person_id uuid, is_main boolean, names jsonb)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.checked_case_ids())) then return; end if;
  return query select cp.person_id, cp.is_main, (select coalesce(jsonb_agg(jsonb_build_object('script', n.script, 'family', n.family, 'given', n.given) order by n.is_primary desc, n.id), '[]')
      from app.person_names n where n.tenant_id = cp.tenant_id and n.room_id = cp.room_id and n.person_id = cp.person_id)
    from app.case_persons cp where cp.tenant_id = c.tenant_id and cp.case_id = wanted_case order by cp.is_main desc, cp.person_id;
end $$;
grant execute on function app.names_in_checked_case(uuid) to {{staff}};

-- Volunteers.
create or replace function app.is_volunteer(account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and app.has_role('case_manager', 'team_lead') and app.holds_role(c.tenant_id, account, '{volunteer}');
end $$;
create or replace function app.volunteers() returns table (account_id uuid, given_name text, family_name text, organisation text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') then return; end if;
  return query select distinct a.id, a.given_name, a.family_name, o.name from app.memberships m
      join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
    where m.tenant_id = c.tenant_id and m.role = 'volunteer' and app.holds_role(c.tenant_id, a.id, '{volunteer}')
    order by a.family_name, a.given_name, a.id;
end $$;
create policy team_reads_volunteer_tasks on app.volunteer_tasks for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_gives_tasks_to_volunteers on app.volunteer_tasks for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account()) and state = 'offered'
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and app.is_volunteer(account_id));
create policy team_changes_volunteer_tasks on app.volunteer_tasks for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.volunteer_tasks to {{staff}};
grant insert (tenant_id, room_id, id, case_id, account_id, kind, first_name, title_ct, happens_on, happens_at, place, language, created_by),
  update (happens_on, happens_at, place, language, state, version) on app.volunteer_tasks to {{staff}};

-- The volunteer's side: own tasks from a fortnight ago, without any id of a case or a person. The title is the one that was written
-- for the volunteer; key_ref is for the program, which opens it.
create or replace function app.my_volunteer_tasks() returns table (id uuid, kind text, first_name text, title_ct bytea, key_ref text, happens_on date, happens_at time, place text, language text, state text, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('volunteer') then return; end if;
  return query select t.id, t.kind, t.first_name, t.title_ct, case when t.title_ct is not null then x.key_ref end, t.happens_on, t.happens_at, t.place, t.language, t.state, t.version
    from app.volunteer_tasks t join app.cases x on x.tenant_id = t.tenant_id and x.id = t.case_id
    where t.tenant_id = c.tenant_id and t.account_id = c.account_id and t.state <> 'cancelled' and t.happens_on >= current_date - 14
    order by t.happens_on, t.happens_at nulls first, t.id;
end $$;
create or replace function app.answer_volunteer_task(task uuid, answer text, known_version integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('volunteer') then return false; end if;
  update app.volunteer_tasks t set state = answer, version = t.version + 1
   where t.tenant_id = c.tenant_id and t.account_id = c.account_id and t.id = task and t.version = known_version
     and (t.state, answer) in (('offered', 'accepted'), ('offered', 'declined'), ('accepted', 'declined'), ('accepted', 'done'), ('done', 'accepted'));
  return found;
end $$;
grant execute on function app.is_volunteer(uuid), app.volunteers(), app.my_volunteer_tasks(), app.answer_volunteer_task(uuid, text, integer) to {{staff}};
