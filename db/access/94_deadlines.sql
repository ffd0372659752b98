-- Days ahead: readable exactly where the person is, written by the nightly run alone.
create policy staff_reads_days_of_open_persons on app.upcoming_days for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (person_id = any (array(select app.open_person_ids())) or (select app.acts_room_wide())));
grant select on app.upcoming_days to {{staff}};

-- Numbers per case manager for the lead of the room: no person, no case, no day. Of files that the lead is excluded from, nothing.
create or replace function app.upcoming_by_manager(until_day date) returns table (lead_id uuid, kind text, days integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record; excluded uuid[];
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('team_lead') then return; end if;
  excluded := array(select app.excluded_case_ids());
  return query
    with held as materialized (
      select distinct x.lead_id, x.id, coalesce(p.merged_into, p.id) as person_id
        from app.cases x join app.case_persons cp on cp.tenant_id = x.tenant_id and cp.room_id = x.room_id and cp.case_id = x.id and cp.left_on is null
        join app.persons p on p.tenant_id = cp.tenant_id and p.room_id = cp.room_id and p.id = cp.person_id
       where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.phase not in ('closed', 'advised_onward', 'not_admitted') and x.id <> all (excluded))
    select h.lead_id, u.kind, count(*)::integer
      from held h join app.upcoming_days u on u.tenant_id = c.tenant_id and u.room_id = c.room_id and u.person_id = h.person_id
     where u.day >= current_date and u.day <= until_day
     group by h.lead_id, u.kind;
end $$;

-- How far the last run is: a share and a day, no number of persons, which would tell of other rooms.
create or replace function app.deadline_progress() returns table (on_day date, percent integer, is_over boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead', 'immigration_officer', 'naturalisation_officer') then return; end if;
  return query
    select r.on_day, case when r.total = 0 then 100 else least(100, r.done * 100 / r.total) end, r.ended_at is not null
      from private.deadline_runs r where r.tenant_id = c.tenant_id order by r.on_day desc limit 1;
end $$;
grant execute on function app.upcoming_by_manager(date), app.deadline_progress() to {{staff}};

-- The nightly run, for the system job alone: it acts for nobody and serves every room, so it reaches rows only through these.
-- Opens the day's run where there is none yet, and takes the place of one that is not over; the lock lasts as long as the batch.
create or replace function app.take_deadline_run(day date, law text) returns table (tenant_id uuid, on_day date, after_person uuid, done integer, total integer)
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into private.deadline_runs as r (tenant_id, on_day, law_version, total)
    select t.id, day, law, (select count(*)::integer from app.persons p where p.tenant_id = t.id and p.merged_into is null) from app.tenants t
     where not exists (select from private.deadline_runs x where x.tenant_id = t.id and x.on_day >= day)
    on conflict do nothing;
  delete from private.deadline_runs r where r.on_day < day - 30;
  -- a run that the next day overtook is over where it stands
  update private.deadline_runs r set ended_at = now() where r.ended_at is null and r.on_day < day;
  return query
    select r.tenant_id, r.on_day, r.after_person, r.done, r.total from private.deadline_runs r
     where r.on_day = day and r.ended_at is null order by r.tenant_id limit 1 for update skip locked;
end $$;
create or replace function app.move_deadline_run(of_tenant uuid, of_day date, last_person uuid, persons integer, unread integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update private.deadline_runs r set after_person = coalesce(last_person, r.after_person), done = r.done + persons, failed = r.failed + unread,
      ended_at = case when last_person is null then now() end
   where r.tenant_id = of_tenant and r.on_day = of_day;
end $$;

-- The next persons by id. Whoever died, or has no running case in case management, is nobody's to look ahead for: their days go.
create or replace function app.persons_for_deadlines(of_tenant uuid, behind uuid, most integer, wanted uuid[]) returns table (person_id uuid, key_ref text, is_wanted boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select p.id, p.key_ref, p.died_on is null and (r.side = 'authority' or exists (
        select from app.persons q join app.case_persons cp on cp.tenant_id = q.tenant_id and cp.person_id = q.id and cp.left_on is null
          join app.cases x on x.tenant_id = cp.tenant_id and x.id = cp.case_id and x.phase not in ('closed', 'advised_onward', 'not_admitted')
         where q.tenant_id = p.tenant_id and q.room_id = p.room_id and (q.id = p.id or q.merged_into = p.id)))
      from app.persons p join app.rooms r on r.tenant_id = p.tenant_id and r.id = p.room_id
     where p.tenant_id = of_tenant and p.merged_into is null
       and (behind is null or p.id > behind) and (wanted is null or p.id = any (wanted))
     order by p.id limit most;
end $$;

-- What the rules need of the register: birth, entry, papers. A person of several records is told by the one that was chosen.
create or replace function app.register_for_deadlines(of_tenant uuid, persons uuid[]) returns table (person_id uuid, birth_on date, birth_precision text, entered_on date,
  entered_precision text, papers jsonb)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select r.id, b.birth_on, b.birth_precision, e.entered_on, e.entered_precision,
        coalesce((select jsonb_agg(jsonb_build_object('label', f.azr_label, 'from', f.from_on, 'until', f.until_on) order by f.from_on, f.id)
          from app.person_residence_statuses f where f.tenant_id = of_tenant and f.room_id = r.room_id and f.person_id = any (kin.ids)), '[]')
      from app.persons r
      cross join lateral (select array(select r.id union all select q.id from app.persons q where q.tenant_id = of_tenant and q.room_id = r.room_id and q.merged_into = r.id) as ids) kin
      join app.persons b on b.tenant_id = of_tenant and b.id = case when cardinality(kin.ids) = 1 then r.id else app.chosen_record(of_tenant, r.id, 'birth') end
      join app.persons e on e.tenant_id = of_tenant and e.id = case when cardinality(kin.ids) = 1 then r.id else app.chosen_record(of_tenant, r.id, 'entry') end
     where r.tenant_id = of_tenant and r.id = any (persons);
end $$;
grant execute on function app.register_for_deadlines(uuid, uuid[]) to {{jobs}};

-- Puts what was computed in the place of what stood there. Rows that say the same are left alone, so a quiet night writes little.
create or replace function app.keep_upcoming_days(of_tenant uuid, persons uuid[], days jsonb, day_computed date, law text) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare changed integer;
begin
  delete from app.upcoming_days u where u.tenant_id = of_tenant and u.person_id = any (persons)
    and not exists (select from jsonb_to_recordset(days) d (person_id uuid, rule text, kind text) where d.person_id = u.person_id and d.rule = u.rule and d.kind = u.kind);
  insert into app.upcoming_days as u (tenant_id, room_id, person_id, rule, kind, day, detail, is_certain, computed_on, law_version)
    select of_tenant, p.room_id, d.person_id, d.rule, d.kind, d.day, d.detail, d.is_certain, day_computed, law
      from jsonb_to_recordset(days) d (person_id uuid, rule text, kind text, day date, detail text, is_certain boolean)
      join app.persons p on p.tenant_id = of_tenant and p.id = d.person_id and p.id = any (persons) and p.merged_into is null
    on conflict (tenant_id, person_id, rule, kind) do update set day = excluded.day, detail = excluded.detail, is_certain = excluded.is_certain,
        computed_on = excluded.computed_on, law_version = excluded.law_version
      where (u.day, u.detail, u.is_certain, u.law_version) is distinct from (excluded.day, excluded.detail, excluded.is_certain, excluded.law_version);
  get diagnostics changed = row_count;
  return changed;
end $$;

-- Persons of whom something changed, oldest mark first; a mark taken in a transaction that fails stays.
create or replace function app.take_persons_to_compute(most integer) returns table (tenant_id uuid, person_id uuid)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    delete from private.persons_to_compute m where (m.tenant_id, m.person_id) in
      (select x.tenant_id, x.person_id from private.persons_to_compute x order by x.since limit most for update skip locked)
    returning m.tenant_id, m.person_id;
end $$;
grant execute on function app.take_deadline_run(date, text), app.move_deadline_run(uuid, date, uuid, integer, integer), app.persons_for_deadlines(uuid, uuid, integer, uuid[]),
  app.keep_upcoming_days(uuid, uuid[], jsonb, date, text), app.take_persons_to_compute(integer) to {{jobs}};

-- Marked in the transaction of the change; the root of merged records is what is computed.
create or replace function app.mark_to_compute() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.persons_to_compute (tenant_id, person_id)
    select distinct p.tenant_id, coalesce(p.merged_into, p.id) from changed x join app.persons p on p.tenant_id = x.tenant_id and p.id = x.person_id
    on conflict do nothing;
  return null;
end $$;
do $$
declare t text; op record;
begin
  foreach t in array array['person_residence_statuses', 'facts', 'case_persons'] loop
    for op in select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) v (event, which) loop
      execute format('create or replace trigger mark_to_compute_%1$s after %1$s on app.%2$I referencing %3$s table as changed for each statement execute function app.mark_to_compute()', op.event, t, op.which);
    end loop;
  end loop;
end $$;
create or replace function app.mark_person_to_compute() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.birth_on, new.birth_precision, new.entered_on, new.entered_precision, new.died_on, new.merged_into)
     is distinct from (old.birth_on, old.birth_precision, old.entered_on, old.entered_precision, old.died_on, old.merged_into) then
    insert into private.persons_to_compute (tenant_id, person_id)
      select distinct new.tenant_id, v.id from (values (coalesce(new.merged_into, new.id)), (coalesce(old.merged_into, new.id))) v (id) on conflict do nothing;
    -- what was merged has its days with the record that is kept
    if new.merged_into is not null then delete from app.upcoming_days u where u.tenant_id = new.tenant_id and u.person_id = new.id; end if;
  end if;
  return null;
end $$;
create or replace trigger mark_person_to_compute after update on app.persons for each row execute function app.mark_person_to_compute();
create or replace function app.mark_case_to_compute() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.closed_on is null, new.phase in ('advised_onward', 'not_admitted')) is distinct from (old.closed_on is null, old.phase in ('advised_onward', 'not_admitted')) then
    insert into private.persons_to_compute (tenant_id, person_id)
      select distinct p.tenant_id, coalesce(p.merged_into, p.id) from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
       where cp.tenant_id = new.tenant_id and cp.case_id = new.id on conflict do nothing;
  end if;
  return null;
end $$;
create or replace trigger mark_case_to_compute after update on app.cases for each row execute function app.mark_case_to_compute();

-- Checklists and their items are part of the file: the team reads and works them.
create policy team_reads_switch_checklists on app.switch_checklists for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_takes_on_switch_checklists on app.switch_checklists for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_switch_checklists on app.switch_checklists for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.switch_checklists to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, template, event_on, source, state, reason_ct, created_by, settled_on),
  update (event_on, state, reason_ct, settled_on, version) on app.switch_checklists to {{staff}};

create policy team_reads_switch_items on app.switch_items for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_switch_items on app.switch_items for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_changes_switch_items on app.switch_items for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.switch_items to {{staff}};
grant insert (tenant_id, room_id, id, case_id, checklist_id, position, item_key, title_ct, owner_kind, owner_ct, due_on),
  update (title_ct, owner_kind, owner_ct, due_on, state, note_ct, settled_on, settled_by, version) on app.switch_items to {{staff}};

-- Who settled an item is whoever asks.
create or replace function app.guard_switch_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' or new.state is not distinct from old.state then return new; end if;
  new.settled_by := case when new.state = 'open' then null else (select s.account_id from app.session_context() s) end;
  return new;
end $$;
create or replace trigger guard_switch_item before update on app.switch_items for each row execute function app.guard_switch_item();
