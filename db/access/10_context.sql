-- A role in force: not ended, between its days, and confirmed where it needs that. Plain SQL without a setting of its own, so that
-- PostgreSQL writes it into the statement that asks; granted to nobody.
create or replace function app.in_force(m app.memberships) returns boolean language sql stable as $$
  select m.ended_at is null and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
    and (not m.needs_confirmation or m.confirmed_at is not null)
$$;
revoke execute on function app.in_force(app.memberships) from public;

-- Who is asking. Everything is looked up from the secret of the session; no policy trusts a name or an id that was set.
create or replace function app.session_context(out tenant_id uuid, out account_id uuid, out room_id uuid, out session_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare
  secret text := nullif(current_setting('app.session', true), '');
  job text := nullif(current_setting('app.job', true), '');
begin
  if secret is not null then
    select s.tenant_id, s.account_id, s.room_id, s.id into tenant_id, account_id, room_id, session_id
      from private.sessions s
      join app.accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
     where s.tenant_id = left(secret, 36)::uuid
       and s.token_hash = sha256(convert_to(secret, 'UTF8'))
       and s.ended_at is null and s.expires_at > now()
       and (s.idle is null or s.last_seen_at + s.idle > now())
       and a.disabled_at is null;
  elsif job is not null and session_user = '{{jobs_name}}' then
    -- a job acts for the account that ordered it, as long as that account may
    select j.tenant_id, j.account_id, j.room_id, j.session_id into tenant_id, account_id, room_id, session_id
      from app.jobs j
      join app.accounts a on a.tenant_id = j.tenant_id and a.id = j.account_id
     where j.tenant_id = left(job, 36)::uuid and j.id = right(job, 36)::uuid
       and j.state = 'running' and a.disabled_at is null;
  end if;
  if account_id is null then
    raise exception using errcode = '28000', message = 'no session';
  end if;
  -- a membership that ended takes the room away at once
  if room_id is not null and not exists (
    select from app.memberships m
     where m.tenant_id = session_context.tenant_id and m.account_id = session_context.account_id
       and m.room_id = session_context.room_id and app.in_force(m)) then
    room_id := null;
  end if;
end $$;

-- plpgsql where sql would read more easily: before PostgreSQL 18 a function in sql is planned anew in every statement.
create or replace function app.current_tenant() returns uuid language plpgsql stable security definer set search_path = '' as
  'begin return (select s.tenant_id from app.session_context() s); end';
create or replace function app.current_account() returns uuid language plpgsql stable security definer set search_path = '' as
  'begin return (select s.account_id from app.session_context() s); end';
create or replace function app.current_room() returns uuid language plpgsql stable security definer set search_path = '' as
  'begin return (select s.room_id from app.session_context() s); end';

-- Roles in force: of the room the session acts in, and the tenant-wide ones.
create or replace function app.current_roles() returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return coalesce((select array_agg(distinct m.role order by m.role) from app.memberships m
    where m.tenant_id = c.tenant_id and m.account_id = c.account_id
      and (m.room_id is null or m.room_id = c.room_id) and app.in_force(m)), '{}');
end $$;

create or replace function app.has_role(variadic wanted text[]) returns boolean
language plpgsql stable security definer set search_path = '' as 'begin return app.current_roles() && wanted; end';

-- Officers of the foreigners' and naturalisation authorities work room-wide in their own room.
create or replace function app.acts_room_wide() returns boolean language plpgsql stable security definer set search_path = '' as
  $$begin return app.current_roles() && '{immigration_officer,naturalisation_officer}'::text[]; end$$;

-- Does this account hold a role that opens cases in that room, today? Granted to nobody: its callers have asked whose room it is.
create or replace function app.holds_case_role(tenant uuid, room uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = tenant and m.room_id = room and m.account_id = account
      and m.role in ('case_manager', 'team_lead') and app.in_force(m) and a.disabled_at is null);
end $$;
-- The same for whoever asks in a session, about its own room alone: who works in another office is nobody's to ask.
create or replace function app.works_on_cases(tenant uuid, room uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.tenant_id = tenant and c.room_id is not null and c.room_id = room and app.holds_case_role(tenant, room, account);
end $$;

-- The cases that an account works on in a room. Asks nothing about the session and is granted to nobody: its callers have asked.
create or replace function app.team_cases_of(tenant uuid, room uuid, account uuid, functions text[]) returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
begin
  if room is null or not app.holds_case_role(tenant, room, account) then return; end if;
  return query
    select t.case_id from app.case_team t
     where t.tenant_id = tenant and t.account_id = account and t.room_id = room
       and t.function = any (functions) and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
       and not exists (select from app.case_exclusions x where x.tenant_id = tenant and x.case_id = t.case_id and x.account_id = account)
    union
    select t.case_id from app.accounts a
      join app.case_team t on t.tenant_id = a.tenant_id and t.account_id = a.id and t.room_id = room and t.function = 'lead'
     where 'substitute' = any (functions)
       and a.tenant_id = tenant and a.standing_deputy_id = account
       and a.absent_from <= current_date and (a.absent_until is null or a.absent_until >= current_date)
       and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
       and not exists (select from app.case_exclusions x where x.tenant_id = tenant and x.case_id = t.case_id and x.account_id = account);
end $$;
-- Those, and the cases under emergency access.
create or replace function app.open_cases_of(tenant uuid, room uuid, account uuid) returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
begin
  if room is null or not app.holds_case_role(tenant, room, account) then return; end if;
  return query
    select app.team_cases_of(tenant, room, account, '{lead,substitute,member}')
    union
    select e.case_id from app.emergency_accesses e
     where e.tenant_id = tenant and e.account_id = account and e.room_id = room and e.ends_at > now()
       and not exists (select from app.case_exclusions x where x.tenant_id = tenant and x.case_id = e.case_id and x.account_id = account);
end $$;

-- Cases of the session's room that its account works on: by function, or as standing deputy of an absent lead.
create or replace function app.team_case_ids(functions text[]) returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select app.team_cases_of(c.tenant_id, c.room_id, c.account_id, functions);
end $$;

-- Cases whose contents the reader may see: the team's, and under emergency access.
create or replace function app.open_case_ids() returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select app.open_cases_of(c.tenant_id, c.room_id, c.account_id);
end $$;

create or replace function app.excluded_case_ids() returns setof uuid rows 5
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select x.case_id from app.case_exclusions x where x.tenant_id = c.tenant_id and x.account_id = c.account_id;
end $$;

-- Persons whose record the reader may open: through an open case (and what was merged with them),
-- or without a case for whoever recorded them, the team lead and intake.
create or replace function app.open_person_ids() returns setof uuid rows 100
language plpgsql stable security definer set search_path = '' as $$
declare c record; roles text[];
begin
  select * into c from app.session_context();
  if c.room_id is null then return; end if;
  roles := app.current_roles();
  if not roles && '{case_manager,team_lead,intake}'::text[] then return; end if;
  return query
    with through_cases as (
      select p.id, p.merged_into from app.case_persons cp
        join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
       where cp.tenant_id = c.tenant_id and cp.case_id = any (array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id))))
    select t.id from through_cases t
    union select t.merged_into from through_cases t where t.merged_into is not null
    union select p.id from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id
      and p.merged_into = any (array(select coalesce(t.merged_into, t.id) from through_cases t))
    union select p.id from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id
      and not p.has_case and (p.recorded_by = c.account_id or roles && '{team_lead,intake}'::text[]);
end $$;

-- Accounts whose names the reader meets: everybody who is or was in a room with them.
create or replace function app.colleague_ids() returns setof uuid rows 30
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query
    select c.account_id
    union select m.account_id from app.memberships m where m.tenant_id = c.tenant_id and m.room_id = c.room_id;
end $$;

-- Rooms whose controller the account supervises as data protection officer.
create or replace function app.supervised_room_ids() returns setof uuid rows 5
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select r.id from app.rooms r join app.memberships m on m.tenant_id = r.tenant_id and m.controller_id = r.controller_id
    where r.tenant_id = c.tenant_id and m.account_id = c.account_id and m.role = 'data_protection_officer' and app.in_force(m);
end $$;

create or replace function app.member_room_ids() returns setof uuid rows 5
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select m.room_id from app.memberships m where m.tenant_id = c.tenant_id and m.account_id = c.account_id
    and m.room_id is not null and app.in_force(m);
end $$;

-- Rooms for whose controller the account is the named deputy, who may confirm roles there.
create or replace function app.deputised_room_ids() returns setof uuid rows 5
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select r.id from app.rooms r join app.memberships m on m.tenant_id = r.tenant_id and m.controller_id = r.controller_id
    where r.tenant_id = c.tenant_id and m.account_id = c.account_id and m.role = 'controller_deputy' and app.in_force(m);
end $$;

grant usage on schema app to {{staff}}, {{auth}}, {{jobs}};
grant execute on function app.session_context(), app.current_tenant(), app.current_account(), app.current_room(), app.current_roles(),
  app.has_role(text[]), app.acts_room_wide(), app.works_on_cases(uuid, uuid, uuid), app.team_case_ids(text[]), app.open_case_ids(),
  app.excluded_case_ids(), app.open_person_ids(), app.colleague_ids(), app.supervised_room_ids(), app.member_room_ids(),
  app.deputised_room_ids() to {{staff}};
