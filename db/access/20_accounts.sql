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

create policy staff_reads_memberships on app.memberships for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and (account_id = (select app.current_account()) or (select app.has_role('tenant_administrator'))
    or (room_id = (select app.current_room()) and (select app.has_role('team_lead')))
    or room_id = any (array(select app.deputised_room_ids()))));
create policy administrators_and_leads_grant_roles on app.memberships for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and granted_by = (select app.current_account())
  and confirmed_by is null and confirmed_at is null and ended_at is null
  and ((select app.has_role('tenant_administrator'))
    or (role = 'intake' and room_id = (select app.current_room()) and (select app.has_role('team_lead')))));
create policy administrators_leads_and_deputies_change_roles on app.memberships for update to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and ((select app.has_role('tenant_administrator'))
    or (role = 'intake' and room_id = (select app.current_room()) and (select app.has_role('team_lead')))
    or room_id = any (array(select app.deputised_room_ids()))));
grant select on app.memberships to {{staff}};
grant insert (tenant_id, id, account_id, account_side, room_id, room_side, controller_id, role, from_on, until_on, granted_by),
  update (until_on, confirmed_by, confirmed_at, ended_by, ended_at, version) on app.memberships to {{staff}};

-- Which grants need a second pair of eyes is not for the granting session to say.
create or replace function app.guard_membership() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid;
begin
  if session_user = '{{owner_name}}' then return new; end if;
  me := app.current_account();
  if tg_op = 'INSERT' then
    -- the very first administrator has nobody to ask; from the second on, everybody needs another
    new.needs_confirmation := (new.role not in ('tenant_administrator', 'controller_deputy') or exists (
        select from app.memberships m where m.tenant_id = new.tenant_id and m.account_id <> me and m.ended_at is null
          and m.role in ('tenant_administrator', 'controller_deputy') and (not m.needs_confirmation or m.confirmed_at is not null)))
      and not (new.role = 'intake' and app.has_role('team_lead') and new.room_id = app.current_room()
        and app.works_on_cases(new.tenant_id, new.room_id, new.account_id));
  else
    if new.confirmed_by is distinct from old.confirmed_by and (new.confirmed_by is distinct from me or old.confirmed_by is not null
        or new.account_id = me or new.confirmed_at is null) then
      raise exception using errcode = '42501', message = 'confirmation is another person''s';
    end if;
    if new.confirmed_by is not distinct from old.confirmed_by and new.confirmed_at is distinct from old.confirmed_at then
      raise exception using errcode = '42501', message = 'confirmation is another person''s';
    end if;
    if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
      raise exception using errcode = '42501', message = 'an ended role stays ended';
    end if;
    if new.until_on is distinct from old.until_on and (new.until_on is null or new.until_on > old.until_on) then
      raise exception using errcode = '42501', message = 'a longer role is a new role';
    end if;
  end if;
  return new;
end $$;
create or replace trigger guard_membership before insert or update on app.memberships for each row execute function app.guard_membership();

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
  update app.accounts a set absent_from = from_day, absent_until = until_day, standing_deputy_id = deputy, version = a.version + 1
   where a.tenant_id = c.tenant_id and a.id = account;
  return found;
end $$;
grant execute on function app.set_absence(uuid, date, date, uuid) to {{staff}};
