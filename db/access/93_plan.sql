-- The plan belongs to the file: whoever works on the case reads and changes it. What was agreed and what a review found is
-- added and never changed. Offices outside and volunteers have no policy here: they are told through functions.
{{#each plan_goals plan_measures plan_agreements plan_reviews plan_review_goals}}
create policy team_reads_its_plans on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}

create policy team_adds_goals on app.plan_goals for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_goals on app.plan_goals for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, person_id, life_area, wish_ct, wish_language, goal_ct, is_entrusted, level_before, position, created_by),
  update (life_area, wish_ct, wish_language, goal_ct, is_entrusted, state, level_before, level_after, attainment, position, closed_on, version) on app.plan_goals to {{staff}};

create policy team_adds_measures on app.plan_measures for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and (responsible_account_id is null or app.works_on_cases(tenant_id, room_id, responsible_account_id))
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_measures on app.plan_measures for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, goal_id, person_id, title_ct, responsible_kind, responsible_account_id, responsible_organisation_id,
    volunteer_task_id, due_on, is_entrusted, position, created_by),
  update (title_ct, responsible_kind, responsible_account_id, responsible_organisation_id, volunteer_task_id, due_on, is_entrusted, state, done_on,
    done_by_person, result_ct, position, version) on app.plan_measures to {{staff}};

-- A measure that is given to somebody new is given to somebody who works here; what another office said goes with that office.
create or replace function app.guard_measure() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if new.responsible_account_id is not null and new.responsible_account_id is distinct from old.responsible_account_id
     and not app.works_on_cases(new.tenant_id, new.room_id, new.responsible_account_id) then
    raise exception using errcode = '42501', message = 'nobody who works on cases here';
  end if;
  if new.responsible_organisation_id is distinct from old.responsible_organisation_id then
    new.report_ct := null; new.reported_by := null; new.reported_at := null;
  end if;
  return new;
end $$;
create or replace trigger guard_measure before update on app.plan_measures for each row execute function app.guard_measure();

create policy team_adds_agreements on app.plan_agreements for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_notes_how_it_was_signed on app.plan_agreements for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, person_id, version_number, language, content_ct, agreed_on, signing, person_signed_on, account_signed_on, created_by),
  update (person_signed_on, account_signed_on, document_id, version) on app.plan_agreements to {{staff}};

create policy team_adds_reviews on app.plan_reviews for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and reviewed_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, kind, reviewed_on, next_review_on, note_ct, reviewed_by) on app.plan_reviews to {{staff}};
create policy team_adds_goals_of_reviews on app.plan_review_goals for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, case_id, review_id, goal_id, attainment, level) on app.plan_review_goals to {{staff}};

-- A step that a volunteer does stands as the volunteer's task does: said done there, it is done here.
create or replace function app.measure_follows_volunteer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.plan_measures m set state = case new.state when 'done' then 'done' when 'accepted' then 'running' else 'open' end,
      done_on = case when new.state = 'done' then current_date end, version = m.version + 1
   where m.tenant_id = new.tenant_id and m.case_id = new.case_id and m.volunteer_task_id = new.id and m.state <> 'dropped'
     and m.state <> case new.state when 'done' then 'done' when 'accepted' then 'running' else 'open' end;
  return null;
end $$;
create or replace trigger measure_follows_volunteer after update of state on app.volunteer_tasks for each row when (old.state is distinct from new.state)
  execute function app.measure_follows_volunteer();

-- Templates are the room's: all who work on cases there use them.
create policy case_workers_read_plan_templates on app.plan_templates for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('case_manager', 'team_lead')));
create policy case_workers_make_plan_templates on app.plan_templates for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and (select app.has_role('case_manager', 'team_lead')));
create policy makers_and_lead_retire_plan_templates on app.plan_templates for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((select app.has_role('team_lead')) or (created_by = (select app.current_account()) and (select app.has_role('case_manager')))));
grant select on app.plan_templates to {{staff}};
grant insert (tenant_id, room_id, id, title, content, created_by), update (title, content, retired_at, version) on app.plan_templates to {{staff}};

-- What a share shows of the plan at this moment: measures of the very organisation, whose person consented to this life area and
-- to tasks, and none that was entrusted. Computed anew in every statement, as everything that is shared. Granted to nobody.
create or replace function app.measures_of_share(tenant uuid, share uuid, of_case uuid, organisation uuid, wanted_direction text) returns setof uuid rows 20
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    with scope as materialized (select g.root_id, g.life_areas from app.share_scope(tenant, share, wanted_direction) g where g.kind = 'task')
    select m.id from app.cases x
      join app.plan_measures m on m.tenant_id = x.tenant_id and m.room_id = x.room_id and m.case_id = x.id
      join app.plan_goals g on g.tenant_id = m.tenant_id and g.case_id = m.case_id and g.id = m.goal_id
      join app.persons p on p.tenant_id = m.tenant_id and p.id = m.person_id
     where x.tenant_id = tenant and x.id = of_case and m.responsible_organisation_id = organisation
       and m.state <> 'dropped' and g.state <> 'dropped' and not m.is_entrusted and not g.is_entrusted
       and exists (select from scope s where s.root_id = coalesce(p.merged_into, p.id) and g.life_area = any (s.life_areas));
end $$;

-- The partner's measures: nothing of the goal, nothing of other measures, no result but the office's own words.
create or replace function app.my_shared_measures() returns table (share_id uuid, case_id uuid, key_ref text, id uuid, person_id uuid, life_area text,
  title_ct bytea, due_on date, state text, done_on date, report_ct bytea, may_report boolean, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select s.share_id, m.case_id, x.key_ref, m.id, m.person_id, g.life_area, m.title_ct, m.due_on, m.state, m.done_on, m.report_ct,
        m.id in (select app.measures_of_share(c.tenant_id, s.share_id, s.case_id, s.organisation_id, 'from_recipient')), m.version
      from app.active_shares() s
      join app.cases x on x.tenant_id = c.tenant_id and x.id = s.case_id
      cross join lateral app.measures_of_share(c.tenant_id, s.share_id, s.case_id, s.organisation_id, 'to_recipient') w (id)
      join app.plan_measures m on m.tenant_id = c.tenant_id and m.id = w.id
      join app.plan_goals g on g.tenant_id = m.tenant_id and g.id = m.goal_id
     order by m.due_on, m.id;
end $$;
-- The same as the partner will see it, for the team that prepares the share.
create or replace function app.preview_measures(share uuid) returns table (id uuid, person_id uuid, life_area text, title_ct bytea, due_on date, state text, done_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select m.id, m.person_id, g.life_area, m.title_ct, m.due_on, m.state, m.done_on
      from app.shares s
      cross join lateral app.measures_of_share(s.tenant_id, s.id, s.case_id, s.organisation_id, 'to_recipient') w (id)
      join app.plan_measures m on m.tenant_id = s.tenant_id and m.id = w.id
      join app.plan_goals g on g.tenant_id = m.tenant_id and g.id = m.goal_id
     where s.tenant_id = c.tenant_id and s.room_id = c.room_id and s.id = share and s.case_id = any (array(select app.open_case_ids()))
     order by m.due_on, m.id;
end $$;
-- How it stands, said by the office that does it; its words only where the consent lets the office tell the case. False where it is
-- not there to be said, or was changed meanwhile.
create or replace function app.report_measure(measure uuid, known_version integer, new_state text, new_report bytea, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; known record;
begin
  select * into c from app.session_context();
  select * into known from app.my_shared_measures() w where w.id = measure;
  if known.id is null or new_state not in ('open', 'running', 'done') or known.version is distinct from known_version then return false; end if;
  if new_report is not null and not known.may_report then return false; end if;
  update app.plan_measures m set state = new_state, done_on = case when new_state <> 'done' then null when m.state = 'done' then m.done_on else today end,
      done_by_person = m.done_by_person and new_state = 'done',
      report_ct = coalesce(new_report, m.report_ct), reported_by = c.account_id, reported_at = now(), version = m.version + 1
   where m.tenant_id = c.tenant_id and m.id = measure and m.version = known_version;
  return found;
end $$;
-- For the team: which measures an office reads through its share at this moment, and who of an office said how one stands.
create or replace function app.measures_shared_now(wanted_case uuid) returns table (id uuid, is_read_now boolean, reporter text)
language plpgsql stable security definer set search_path = '' as $$
declare c record; read_now uuid[];
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_case_ids())) then return; end if;
  read_now := array(select w from app.shares s, app.measures_of_share(s.tenant_id, s.id, s.case_id, s.organisation_id, 'to_recipient') w
    where s.tenant_id = c.tenant_id and s.case_id = wanted_case and app.share_state(s) = 'active');
  return query
    select m.id, m.id = any (read_now), (select concat_ws(' ', a.given_name, a.family_name) from app.accounts a where a.tenant_id = m.tenant_id and a.id = m.reported_by)
      from app.plan_measures m
     where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.case_id = wanted_case and (m.reported_by is not null or m.id = any (read_now));
end $$;
grant execute on function app.my_shared_measures(), app.preview_measures(uuid), app.report_measure(uuid, integer, text, bytea, date), app.measures_shared_now(uuid) to {{staff}};
