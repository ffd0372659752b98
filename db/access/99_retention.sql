-- Retention. Who leads a room sees of its files the head, and so what is due; the team of a file sees what holds it.
create or replace function app.sees_retention_of(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and (of_case = any (array(select app.open_case_ids()))
    or app.has_role('team_lead') and of_case <> all (array(select app.excluded_case_ids()))
       and exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = of_case));
end $$;
grant execute on function app.sees_retention_of(uuid) to {{staff}};
-- Whether a file goes early, and whether what holds it is lifted, its team and the lead of the room decide: not who reads it in an emergency.
create or replace function app.decides_retention_of(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return app.sees_retention_of(of_case) and (app.has_role('team_lead') or of_case = any (array(select app.team_case_ids('{lead,substitute,member}'))));
end $$;
grant execute on function app.decides_retention_of(uuid) to {{staff}};

-- Somebody said that these data were never to be stored, and nobody refused it: no archive is offered them (§ 4 Abs. 2 Nr. 1 ArchivG NRW).
create or replace function app.is_said_to_be_unlawful(of_tenant uuid, of_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.erasure_requests e where e.tenant_id = of_tenant and e.case_id = of_case and e.kind = 'unlawful' and e.refused_at is null) and app.sees_retention_of(of_case)
$$;
grant execute on function app.is_said_to_be_unlawful(uuid, uuid) to {{staff}};

create policy staff_reads_holds on app.retention_holds for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.sees_retention_of(case_id));
create policy staff_sets_holds on app.retention_holds for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.sees_retention_of(case_id) and set_by = (select app.current_account()));
-- nobody lifts what they set: a hold that one person can make and take leaves no trace of a decision
create policy others_lift_holds on app.retention_holds for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.decides_retention_of(case_id) and set_by <> (select app.current_account()) and lifted_at is null)
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.retention_holds to {{staff}};
grant insert (tenant_id, room_id, id, case_id, kind, reason_ct, until_on, set_by), update (lifted_at, version) on app.retention_holds to {{staff}};

create policy leads_read_offers on app.archive_offers for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.sees_retention_of(case_id));
create policy leads_offer on app.archive_offers for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')) and app.sees_retention_of(case_id) and offered_by = (select app.current_account())
  and not app.is_said_to_be_unlawful(tenant_id, case_id));
create policy leads_note_answers on app.archive_offers for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')) and app.sees_retention_of(case_id) and answer is null)
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.archive_offers to {{staff}};
grant insert (tenant_id, room_id, case_id, offered_on, offered_by), update (answer, answered_on, version) on app.archive_offers to {{staff}};

-- A file that is opened again was offered as it stood then: once it is closed again, the archive is asked anew.
create or replace function app.withdraw_archive_offer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from app.archive_offers o where o.tenant_id = new.tenant_id and o.case_id = new.id;
  return null;
end $$;
create or replace trigger withdraw_archive_offer after update of closed_on on app.cases for each row
  when (old.closed_on is not null and new.closed_on is null) execute function app.withdraw_archive_offer();

-- Was a package ever fetched? From the record, which says so in the transaction of each download.
create or replace function app.package_was_fetched(package uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from app.archive_packages p join app.access_records r on r.tenant_id = p.tenant_id and r.case_id = p.case_id and r.action = 'archive.downloaded' and p.id = any (r.object_ids)
    where p.id = package and p.tenant_id = (select app.current_tenant()) and app.sees_retention_of(p.case_id));
end $$;
grant execute on function app.package_was_fetched(uuid) to {{staff}};

-- A package is a whole file in one paper: made and fetched by a lead who works in that team, having joined with a reason where need be.
-- That there is one, and that the archive has it, whoever reads what holds the file may know.
create policy retention_reads_packages on app.archive_packages for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.sees_retention_of(case_id));
create policy leads_of_the_team_make_packages on app.archive_packages for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')) and made_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))
  and exists (select from app.archive_offers o where o.tenant_id = archive_packages.tenant_id and o.case_id = archive_packages.case_id and o.answer = 'taken')
  and not app.is_said_to_be_unlawful(tenant_id, case_id));
create policy leads_note_receipts on app.archive_packages for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')) and app.sees_retention_of(case_id) and receipt_on is null)
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.archive_packages to {{staff}};
grant insert (tenant_id, room_id, id, case_id, made_on, made_by, stored_name, size, sha256, left_out), update (receipt_on, receipt_ct, version) on app.archive_packages to {{staff}};

create policy staff_reads_erasure_requests on app.erasure_requests for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.sees_retention_of(case_id));
create policy staff_asks_for_erasure on app.erasure_requests for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.decides_retention_of(case_id) and asked_by = (select app.current_account()));
create policy others_judge_erasure on app.erasure_requests for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.decides_retention_of(case_id)
  and asked_by <> (select app.current_account()) and agreed_at is null and refused_at is null)
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.erasure_requests to {{staff}};
grant insert (tenant_id, room_id, id, case_id, kind, reason_ct, asked_by), update (agreed_at, refused_at, version) on app.erasure_requests to {{staff}};
-- Who lifted, answered, agreed is who did it, whatever the statement says.
create or replace function app.sign_retention() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if tg_table_name = 'retention_holds' then
    if new.lifted_at is not null and old.lifted_at is null then new.lifted_by := app.current_account(); new.lifted_at := now(); end if;
  elsif tg_table_name = 'archive_offers' then
    if new.answer is not null and old.answer is null then new.answered_by := app.current_account(); end if;
  elsif tg_table_name = 'archive_packages' then
    if new.receipt_on is not null and old.receipt_on is null then
      if not app.package_was_fetched(new.id) then raise exception using errcode = '42501', message = 'nobody has received what nobody fetched'; end if;
      new.received_by := app.current_account();
    end if;
  elsif new.agreed_at is not null and old.agreed_at is null then
    new.agreed_by := app.current_account();
    new.agreed_at := now();
  end if;
  return new;
end $$;
create or replace trigger sign_retention before update on app.retention_holds for each row execute function app.sign_retention();
create or replace trigger sign_retention before update on app.archive_offers for each row execute function app.sign_retention();
create or replace trigger sign_retention before update on app.archive_packages for each row execute function app.sign_retention();
create or replace trigger sign_retention before update on app.erasure_requests for each row execute function app.sign_retention();

create policy leads_read_reports on app.retention_reports for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')));
grant select on app.retention_reports to {{staff}};

-- What the municipality decided; the least is the database's own.
create or replace function app.setting_number(tenant uuid, wanted text, least_value integer, unset integer) returns integer
language sql stable security definer set search_path = '' as $$
  select greatest(least_value, coalesce((select case when (s.value #>> '{}') ~ '^[0-9]{1,4}$' then (s.value #>> '{}')::integer end
    from app.settings s where s.tenant_id = tenant and s.key = wanted), unset))
$$;
create or replace function app.archive_is_waived(tenant uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select (s.value #>> '{}') <> '' from app.settings s where s.tenant_id = tenant and s.key = 'archive_waiver'), false)
$$;

-- Files of case management whose period is over on a day, with why they stay. Granted to nobody: its callers have asked for whom.
create or replace function app.files_due(on_day date) returns table (tenant_id uuid, room_id uuid, case_id uuid, due_on date, standing text)
language sql stable security definer set search_path = '' as $$
  select d.tenant_id, d.room_id, d.id, d.due_on,
      case when exists (select from app.retention_holds h where h.tenant_id = d.tenant_id and h.case_id = d.id and h.lifted_at is null and h.until_on >= on_day) then 'held'
           when d.is_unlawful or app.archive_is_waived(d.tenant_id) then 'erase'
           when exists (select from app.archive_offers o where o.tenant_id = d.tenant_id and o.case_id = d.id
             and case o.answer when 'waived' then true
                 -- what it took it must have got, as the file was when it was closed
                 when 'taken' then exists (select from app.archive_packages p where p.tenant_id = d.tenant_id and p.case_id = d.id and p.receipt_on is not null and p.made_on >= d.closed_on)
                 else o.offered_on + make_interval(months => app.setting_number(d.tenant_id, 'archive_months', 1, 6)) <= on_day end) then 'erase'
           else 'waiting' end
    from (select x.tenant_id, x.room_id, x.id, coalesce(x.closed_on, '-infinity') as closed_on, coalesce(r.kind = 'unlawful', false) as is_unlawful,
        coalesce(r.agreed_at::date, (x.closed_on + make_interval(months => case when x.phase = 'closed' then app.setting_number(x.tenant_id, 'case_months', 6, 36)
          else app.setting_number(x.tenant_id, 'not_admitted_months', 1, 12) end))::date) as due_on
      from app.cases x left join app.erasure_requests r on r.tenant_id = x.tenant_id and r.case_id = x.id and r.agreed_at is not null
     where r.id is not null or x.closed_on is not null and x.phase in ('closed', 'advised_onward', 'not_admitted')) d
   where d.due_on <= on_day
$$;
-- The same for the lead of a room, until a day ahead: number and days, no name.
create or replace function app.files_due_here(until_day date) returns table (case_id uuid, number text, closed_on date, due_on date, standing text, offered_on date, answer text, package_on date, receipt_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('team_lead') then return; end if;
  return query
    select d.case_id, x.number, x.closed_on, d.due_on, d.standing, o.offered_on, o.answer, p.made_on, p.receipt_on
      from app.files_due(until_day) d join app.cases x on x.tenant_id = d.tenant_id and x.id = d.case_id
      left join app.archive_offers o on o.tenant_id = d.tenant_id and o.case_id = d.case_id
      left join lateral (select q.made_on, q.receipt_on from app.archive_packages q where q.tenant_id = d.tenant_id and q.case_id = d.case_id order by q.receipt_on is null, q.created_at desc limit 1) p on true
     where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.case_id <> all (array(select app.excluded_case_ids()))
     order by d.due_on, x.number;
end $$;
grant execute on function app.files_due_here(date) to {{staff}};

-- Rows of a file go by one statement: what points from one of them at another is looked at when all are gone, and not before.
do $$
declare k record;
begin
  for k in select n.conname, r.relname, pg_get_constraintdef(n.oid) as is_now from pg_constraint n join pg_class r on r.oid = n.conrelid join pg_class f on f.oid = n.confrelid
      where n.contype = 'f' and n.confdeltype = 'r' and r.relnamespace = 'app'::regnamespace and f.relnamespace = 'app'::regnamespace and r.relname <> 'cases'
        and exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'case_id' and not a.attisdropped)
        and exists (select from pg_attribute a where a.attrelid = f.oid and a.attname = 'case_id' and not a.attisdropped) loop
    execute format('alter table app.%I drop constraint %I, add constraint %I %s', k.relname, k.conname, k.conname, replace(k.is_now, 'ON DELETE RESTRICT', 'ON DELETE NO ACTION'));
  end loop;
end $$;

-- Persons whom nothing but this file names: with all records that were found to be the same human.
create or replace function app.persons_only_in(of_tenant uuid, of_case uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with roots as (select distinct coalesce(p.merged_into, p.id) as id from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
      where cp.tenant_id = of_tenant and cp.case_id = of_case)
  select p.id from app.persons p join roots r on r.id in (p.id, p.merged_into) where p.tenant_id = of_tenant
     and not exists (select from app.persons q join app.case_persons o on o.tenant_id = q.tenant_id and o.person_id = q.id and o.case_id <> of_case
       where q.tenant_id = of_tenant and r.id in (q.id, q.merged_into))
$$;
create or replace function app.erase_persons(of_tenant uuid, persons uuid[]) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare gone integer;
begin
  insert into private.keys_to_destroy (tenant_id, key_ref) select of_tenant, p.key_ref from app.persons p where p.tenant_id = of_tenant and p.id = any (persons) on conflict do nothing;
  update app.import_rows r set row_ct = null where r.tenant_id = of_tenant and r.person_id = any (persons);
  delete from private.fact_changes f where f.tenant_id = of_tenant and f.person_id = any (persons);
  delete from private.persons_to_compute f where f.tenant_id = of_tenant and f.person_id = any (persons);
  update app.persons p set merged_into = null where p.tenant_id = of_tenant and p.id = any (persons) and p.merged_into is not null;
  delete from app.persons p where p.tenant_id = of_tenant and p.id = any (persons);
  get diagnostics gone = row_count;
  update private.retention_state set needs_compacting = true where gone > 0;
  return gone;
end $$;
-- The one way in which a file ends: its rows, those of persons whom nothing else names, and a note of every key and file of theirs.
create or replace function app.erase_case(of_tenant uuid, of_case uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare x app.cases; lone uuid[]; t record; has_key boolean;
begin
  select c.* into x from app.cases c where c.tenant_id = of_tenant and c.id = of_case for update;
  if x.id is null then return null; end if;
  lone := array(select app.persons_only_in(of_tenant, of_case));
  insert into private.closed_case_facts (tenant_id, opened_year, closed_year, phase, closing_reason, life_areas, persons, goals_reached, goals_partly, goals_not)
    select of_tenant, extract(year from x.opened_on), extract(year from x.closed_on), x.phase,
        (select k.reason from app.case_closures k where k.tenant_id = of_tenant and k.case_id = of_case order by k.closed_on desc limit 1),
        coalesce((select array(select unnest(a.life_areas) order by 1) from app.case_admissions a where a.tenant_id = of_tenant and a.case_id = of_case), '{}'),
        case when x.person_count <= 1 then '1' when x.person_count <= 3 then '2-3' else '4+' end,
        count(*) filter (where g.attainment >= 0), count(*) filter (where g.attainment = -1), count(*) filter (where g.attainment = -2)
      from app.plan_goals g where g.tenant_id = of_tenant and g.case_id = of_case;
  insert into private.keys_to_destroy (tenant_id, key_ref) values (of_tenant, x.key_ref) on conflict do nothing;
  -- whatever a capability keeps of a file under a key of its own, and every file on disk
  for t in select r.relname as name, bool_or(a.attname = 'key_ref') as has_key, bool_or(a.attname = 'stored_name') as has_file, bool_or(a.attname = 'stored_names') as has_files
      from pg_class r join pg_attribute a on a.attrelid = r.oid and not a.attisdropped
     where r.relnamespace = 'app'::regnamespace and r.relkind = 'r' and r.relname <> 'cases' and exists (select from pg_attribute k where k.attrelid = r.oid and k.attname = 'case_id')
     group by r.relname having bool_or(a.attname in ('key_ref', 'stored_name', 'stored_names')) loop
    if t.has_key then execute format('insert into private.keys_to_destroy (tenant_id, key_ref) select tenant_id, key_ref from app.%I where tenant_id = $1 and case_id = $2 and key_ref <> '''' on conflict do nothing', t.name) using of_tenant, of_case; end if;
    if t.has_file then execute format('insert into private.keys_to_destroy (tenant_id, key_ref, stored_name) select tenant_id, $3, stored_name from app.%I where tenant_id = $1 and case_id = $2 and stored_name <> '''' on conflict do nothing', t.name) using of_tenant, of_case, x.key_ref; end if;
    if t.has_files then execute format('insert into private.keys_to_destroy (tenant_id, key_ref, stored_name) select tenant_id, $3, f from app.%I cross join unnest(stored_names) f where tenant_id = $1 and case_id = $2 on conflict do nothing', t.name) using of_tenant, of_case, x.key_ref; end if;
  end loop;
  delete from app.dispatches d where d.tenant_id = of_tenant and (d.key_ref = x.key_ref or d.thread_id in (select s.thread_id from app.disclosures s where s.tenant_id = of_tenant and s.case_id = of_case));
  delete from app.inbox_items i where i.tenant_id = of_tenant and i.case_id = of_case;
  update app.short_advices a set case_id = null where a.tenant_id = of_tenant and a.case_id = of_case;
  update app.import_rows r set row_ct = null where r.tenant_id = of_tenant and r.case_id = of_case;
  perform set_config('app.erasing', 'yes', true);
  delete from app.cases c where c.tenant_id = of_tenant and c.id = of_case;
  perform set_config('app.erasing', '', true);
  update private.retention_state set needs_compacting = true;
  return app.erase_persons(of_tenant, lone);
end $$;

-- The night, room by room: what is due, and what became of it. The system job alone; it asks again whether a file may go.
create or replace function app.erase_due_files(on_day date, most integer) returns table (tenant_id uuid, room_id uuid, erased integer, persons integer)
language plpgsql volatile security definer set search_path = '' as $$
declare d record; n integer; chosen uuid[];
begin
  chosen := array(select f.case_id from app.files_due(on_day) f where f.standing = 'erase' order by f.tenant_id, f.room_id, f.due_on, f.case_id limit most);
  -- from here on nobody sets a hold or reopens one of them; who did so a moment ago is heard, since what follows is asked anew
  perform 1 from app.cases x where x.id = any (chosen) order by x.tenant_id, x.id for update;
  for d in select f.* from app.files_due(on_day) f where f.standing = 'erase' and f.case_id = any (chosen) order by f.tenant_id, f.room_id, f.due_on, f.case_id loop
    n := app.erase_case(d.tenant_id, d.case_id);
    if n is not null then
      insert into app.retention_reports as r (tenant_id, room_id, ran_on, due, erased, persons_erased) values (d.tenant_id, d.room_id, on_day, 1, 1, n)
        on conflict on constraint retention_reports_pkey do update set due = r.due + 1, erased = r.erased + 1, persons_erased = r.persons_erased + n;
      erase_due_files.tenant_id := d.tenant_id; erase_due_files.room_id := d.room_id; erased := 1; persons := n;
      return next;
    end if;
  end loop;
end $$;
-- What stays tonight, counted once all that may go has gone; a second run of the same night counts anew.
create or replace function app.close_retention_night(on_day date) returns void
language sql volatile security definer set search_path = '' as $$
  insert into app.retention_reports as r (tenant_id, room_id, ran_on, due, held, waiting)
    select f.tenant_id, f.room_id, on_day, count(*), count(*) filter (where f.standing = 'held'), count(*) filter (where f.standing = 'waiting')
      from app.files_due(on_day) f where f.standing <> 'erase' group by f.tenant_id, f.room_id
    on conflict on constraint retention_reports_pkey do update set held = excluded.held, waiting = excluded.waiting, due = r.erased + excluded.held + excluded.waiting
$$;
-- Persons who were recorded and never came into a case.
create or replace function app.erase_due_persons(on_day date, most integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare p record; n integer := 0;
begin
  for p in select x.tenant_id, array_agg(x.id) as ids from (
      select q.tenant_id, q.id from app.persons q join app.rooms r on r.tenant_id = q.tenant_id and r.id = q.room_id and r.kind = 'case_management'
       where q.merged_into is null and q.created_at < on_day - make_interval(months => app.setting_number(q.tenant_id, 'person_months', 3, 12))
         and not exists (select from app.case_persons cp where cp.tenant_id = q.tenant_id and cp.person_id = q.id)
         and not exists (select from app.persons twin where twin.tenant_id = q.tenant_id and twin.merged_into = q.id)
         and not exists (select from app.inbox_items i where i.tenant_id = q.tenant_id and i.person_id = q.id) limit most) x group by x.tenant_id loop
    n := n + app.erase_persons(p.tenant_id, p.ids);
  end loop;
  return n;
end $$;
-- Consultations without names, after their months: the row, and a note of its key. Nothing holds them, so what is due is what went.
create or replace function app.erase_due_consultations(on_day date, most integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare d record; n integer := 0;
begin
  for d in select k.tenant_id, k.room_id, array_agg(k.id) as ids, array_agg(k.key_ref) as refs, count(*)::integer as many from (
      select q.tenant_id, q.room_id, q.id, q.key_ref from app.peer_consultations q
       where q.held_on + make_interval(months => app.setting_number(q.tenant_id, 'consultation_months', 3, 24)) <= on_day order by q.held_on, q.id limit most) k group by k.tenant_id, k.room_id loop
    insert into private.keys_to_destroy (tenant_id, key_ref) select d.tenant_id, r from unnest(d.refs) r on conflict do nothing;
    delete from app.peer_consultations q where q.tenant_id = d.tenant_id and q.id = any (d.ids);
    insert into app.retention_reports as r (tenant_id, room_id, ran_on, consultations_erased) values (d.tenant_id, d.room_id, on_day, d.many)
      on conflict on constraint retention_reports_pkey do update set consultations_erased = r.consultations_erased + d.many;
    n := n + d.many;
  end loop;
  return n;
end $$;
grant execute on function app.erase_due_files(date, integer), app.close_retention_night(date), app.erase_due_persons(date, integer), app.erase_due_consultations(date, integer) to {{jobs}};

-- After a restore: what was erased since the backup goes again, known by its key. Run by the owner before anything is served.
create or replace function app.purge_destroyed(refs text[]) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare x record; n integer := 0;
begin
  for x in select c.tenant_id, c.id from app.cases c where c.key_ref = any (refs) loop
    perform app.erase_case(x.tenant_id, x.id);
    n := n + 1;
  end loop;
  for x in select p.tenant_id, array_agg(p.id) as ids from app.persons p where p.key_ref = any (refs)
      and not exists (select from app.case_persons cp where cp.tenant_id = p.tenant_id and cp.person_id = p.id) group by p.tenant_id loop
    n := n + app.erase_persons(x.tenant_id, x.ids);
  end loop;
  delete from app.inbox_items i where i.key_ref = any (refs);
  delete from app.peer_consultations k where k.key_ref = any (refs);
  return n;
end $$;
