-- Tenancy, accounts, memberships, settings.
create policy staff_reads_own_tenant on app.tenants for select to {{staff}} using (id = (select app.current_tenant()));
grant select on app.tenants to {{staff}};

create policy staff_reads_offices_of_the_tenant on app.organisations for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_offices on app.organisations for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_offices on app.organisations for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.organisations to {{staff}};
grant insert (tenant_id, id, kind, name, short_name, municipality),
  update (kind, name, short_name, municipality, closed_at, version) on app.organisations to {{staff}};

create policy members_and_administrators_read_rooms on app.rooms for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and (id = any (array(select app.member_room_ids())) or id = any (array(select app.supervised_room_ids()))
    or id = any (array(select app.deputised_room_ids())) or (select app.has_role('tenant_administrator'))));
create policy administrators_add_rooms on app.rooms for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_rooms on app.rooms for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.rooms to {{staff}};
grant insert (tenant_id, id, kind, name, controller_id, joint_agreement, operator_id),
  update (name, joint_agreement, closed_at, version) on app.rooms to {{staff}};

create policy staff_reads_colleagues on app.accounts for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and (id = any (array(select app.colleague_ids())) or (select app.has_role('tenant_administrator'))));
create policy administrators_add_accounts on app.accounts for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_accounts on app.accounts for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.accounts to {{staff}};
grant insert (tenant_id, id, organisation_id, side, email, title, given_name, family_name, job_title, phone),
  update (organisation_id, side, title, given_name, family_name, job_title, phone, disabled_at, version) on app.accounts to {{staff}};
-- email is not granted for update: it is where recovery goes; absence goes through app.set_absence

-- Does this account hold one of these roles today?
create or replace function app.holds_role(tenant uuid, account uuid, wanted text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = tenant and m.account_id = account and m.role = any (wanted) and m.ended_at is null
      and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
      and (not m.needs_confirmation or m.confirmed_at is not null) and a.disabled_at is null)
$$;

-- Whose second pair of eyes counts for a role: an administrator's, or the deputy's of the controller that the role concerns.
-- The team lead is none of them, although the lead may grant and end the right of intake.
create or replace function app.may_confirm_role(role text, room uuid, controller uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  if app.has_role('tenant_administrator') then return true; end if;
  if not app.has_role('controller_deputy') then return false; end if;
  if room is not null then return room = any (array(select app.deputised_room_ids())); end if;
  if role = 'tenant_administrator' then return true; end if;
  select * into c from app.session_context();
  return exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.account_id = c.account_id and m.role = 'controller_deputy'
    and m.controller_id = controller and m.ended_at is null and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
    and (not m.needs_confirmation or m.confirmed_at is not null));
end $$;

create policy staff_reads_memberships on app.memberships for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and (account_id = (select app.current_account()) or (select app.has_role('tenant_administrator'))
    or (room_id = (select app.current_room()) and (select app.has_role('team_lead')))
    or room_id = any (array(select app.deputised_room_ids()))
    or (room_id is null and (select app.has_role('controller_deputy')) and app.may_confirm_role(role, room_id, controller_id))));
create policy administrators_and_leads_grant_roles on app.memberships for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and granted_by = (select app.current_account())
  and confirmed_by is null and confirmed_at is null and ended_at is null
  and ((select app.has_role('tenant_administrator'))
    or (role = 'intake' and room_id = (select app.current_room()) and (select app.has_role('team_lead')))));
create policy administrators_leads_and_deputies_change_roles on app.memberships for update to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and ((select app.has_role('tenant_administrator'))
    or (role = 'intake' and room_id = (select app.current_room()) and (select app.has_role('team_lead')))
    or room_id = any (array(select app.deputised_room_ids()))
    or (room_id is null and (select app.has_role('controller_deputy')) and app.may_confirm_role(role, room_id, controller_id))));
grant select on app.memberships to {{staff}};
grant insert (tenant_id, id, account_id, account_side, room_id, room_side, controller_id, role, from_on, until_on, granted_by),
  update (until_on, confirmed_by, confirmed_at, ended_by, ended_at, version) on app.memberships to {{staff}};

-- Which grants need a second pair of eyes is not for the granting session to say. All do, the naming of administrators and
-- deputies too: a lone administrator could otherwise make the second pair of eyes for themselves. The first two are named by
-- whoever runs the installation, as the owner. The one exception is the intake right, which the lead gives to own case workers.
create or replace function app.guard_membership() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid;
begin
  if session_user = '{{owner_name}}' then return new; end if;
  me := app.current_account();
  if tg_op = 'INSERT' then
    new.needs_confirmation := not (new.role = 'intake' and app.has_role('team_lead') and new.room_id = app.current_room()
        and app.works_on_cases(new.tenant_id, new.room_id, new.account_id));
    return new;
  end if;
  if new.confirmed_by is distinct from old.confirmed_by or new.confirmed_at is distinct from old.confirmed_at then
    if new.confirmed_by is distinct from me or new.confirmed_at is null or old.confirmed_by is not null or old.confirmed_at is not null
       or new.account_id = me or new.granted_by = me or old.ended_at is not null or new.ended_at is not null
       or not app.may_confirm_role(new.role, new.room_id, new.controller_id) then
      raise exception using errcode = '42501', message = 'confirmation is another person''s';
    end if;
    new.confirmed_at := now();
  end if;
  if old.ended_at is not null and (new.ended_at is distinct from old.ended_at or new.ended_by is distinct from old.ended_by) then
    raise exception using errcode = '42501', message = 'an ended role stays ended';
  end if;
  if old.ended_at is null then
    new.ended_by := case when new.ended_at is not null then me end;
    new.ended_at := case when new.ended_at is not null then now() end;
  end if;
  if new.until_on is distinct from old.until_on and (new.until_on is null or new.until_on > old.until_on) then
    raise exception using errcode = '42501', message = 'a longer role is a new role';
  end if;
  return new;
end $$;
create or replace trigger guard_membership before insert or update on app.memberships for each row execute function app.guard_membership();
grant execute on function app.may_confirm_role(text, uuid, uuid) to {{staff}};

-- What waits for a second pair of eyes, with the names that whoever confirms must be able to read.
create or replace function app.roles_to_confirm() returns table (id uuid, version integer, account_id uuid, given_name text, family_name text, organisation text,
  role text, room_name text, controller_name text, from_on date, until_on date, granted_by_name text, granted_at timestamptz, has_signed_in boolean, may_confirm boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record; is_administrator boolean;
begin
  select * into c from app.session_context();
  is_administrator := app.has_role('tenant_administrator');
  if not is_administrator and not app.has_role('controller_deputy') then return; end if;
  return query select m.id, m.version, a.id, a.given_name, a.family_name, o.name, m.role, r.name, k.name, m.from_on, m.until_on,
      coalesce(g.given_name || ' ' || g.family_name, ''), m.granted_at, coalesce(p.password_hash is not null, false),
      m.granted_by is distinct from c.account_id and m.account_id <> c.account_id
    from app.memberships m
      join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      left join app.rooms r on r.tenant_id = m.tenant_id and r.id = m.room_id
      left join app.organisations k on k.tenant_id = m.tenant_id and k.id = m.controller_id
      left join app.accounts g on g.tenant_id = m.tenant_id and g.id = m.granted_by
      left join private.credentials p on p.tenant_id = a.tenant_id and p.account_id = a.id
   where m.tenant_id = c.tenant_id and m.needs_confirmation and m.confirmed_at is null and m.ended_at is null
     and (m.until_on is null or m.until_on >= current_date)
     and (is_administrator or app.may_confirm_role(m.role, m.room_id, m.controller_id))
   order by m.granted_at, m.id;
end $$;
grant execute on function app.roles_to_confirm() to {{staff}};

create policy staff_reads_settings on app.settings for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_settings on app.settings for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_settings on app.settings for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.settings to {{staff}};
grant insert (tenant_id, key, value), update (value, version) on app.settings to {{staff}};

create policy staff_reads_life_areas on app.life_areas for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_life_areas on app.life_areas for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_life_areas on app.life_areas for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.life_areas to {{staff}};
grant insert (tenant_id, key, label, position), update (label, position, retired_at, version) on app.life_areas to {{staff}};

create policy staff_reads_criteria on app.admission_criteria for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_criteria on app.admission_criteria for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_criteria on app.admission_criteria for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.admission_criteria to {{staff}};
grant insert (tenant_id, key, label, position), update (label, position, retired_at, version) on app.admission_criteria to {{staff}};

create policy staff_reads_legal_bases on app.legal_bases for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_legal_bases on app.legal_bases for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_legal_bases on app.legal_bases for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.legal_bases to {{staff}};
grant insert (tenant_id, id, kind, citation, purpose, recipients, retention),
  update (citation, purpose, recipients, retention, retired_at, version) on app.legal_bases to {{staff}};

create policy accounts_use_own_idempotency_keys on app.idempotency_keys for all to {{staff}} using (
  tenant_id = (select app.current_tenant()) and account_id = (select app.current_account()));
grant select on app.idempotency_keys to {{staff}};
grant insert (tenant_id, account_id, key, route, request_hash), update (status, location, result_id) on app.idempotency_keys to {{staff}};

create policy accounts_see_own_jobs on app.jobs for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and account_id = (select app.current_account())
  and room_id is not distinct from (select app.current_room()));
create policy accounts_order_jobs on app.jobs for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and account_id = (select app.current_account())
  and room_id is not distinct from (select app.current_room()));
-- Whoever works the queue hears of an order once it is committed; that there is one, and nothing about it.
create or replace function app.call_workers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('einklang_jobs', '');
  return null;
end $$;
create or replace trigger call_workers after insert on app.jobs for each statement execute function app.call_workers();
-- Within the work of a job the queue is closed: it asks about itself alone.
create or replace function app.own_job_run(wanted_attempt integer) returns table (room_is_open boolean)
language plpgsql stable security definer set search_path = '' as $$
declare job text := nullif(current_setting('app.job', true), '');
begin
  if job is null or session_user <> '{{jobs_name}}' then return; end if;
  return query select app.current_room() is not distinct from j.room_id from app.jobs j
    where j.tenant_id = left(job, 36)::uuid and j.id = right(job, 36)::uuid and j.attempts = wanted_attempt and j.state = 'running';
end $$;
grant execute on function app.own_job_run(integer) to {{job_work}};
create policy jobs_login_works_the_queue on app.jobs for all to {{jobs}} using (true);
grant select on app.jobs to {{staff}}, {{jobs}};
grant insert (tenant_id, id, room_id, account_id, session_id, kind, subject_id, total) on app.jobs to {{staff}};
grant update (state, done, total, error_code, attempts, run_after, heartbeat_at, finished_at) on app.jobs to {{jobs}};

-- The lead of a room says who is away until when, without a reason, and who stands in.
create or replace function app.set_absence(account uuid, from_day date, until_day date, deputy uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not (app.has_role('team_lead') or account = c.account_id) or c.room_id is null
     or not app.works_on_cases(c.tenant_id, c.room_id, account)
     or (deputy is not null and not app.works_on_cases(c.tenant_id, c.room_id, deputy)) then return false; end if;
  -- one's own absence may be entered, but not a new deputy: who gets into the files is the lead's decision
  if not app.has_role('team_lead') and deputy is distinct from
     (select a.standing_deputy_id from app.accounts a where a.tenant_id = c.tenant_id and a.id = account) then return false; end if;
  -- naming oneself would open all files of somebody else without joining one of them
  if deputy = c.account_id and from_day is not null then return false; end if;
  update app.accounts a set absent_from = from_day, absent_until = until_day, standing_deputy_id = deputy, version = a.version + 1
   where a.tenant_id = c.tenant_id and a.id = account;
  return found;
end $$;
grant execute on function app.set_absence(uuid, date, date, uuid) to {{staff}};
