-- Signing in: the auth login may call these and read nothing else.
create or replace function app.sign_in_tenants() returns table (id uuid, name text, is_demo boolean)
language sql stable security definer set search_path = '' as 'select t.id, t.name, t.is_demo from app.tenants t order by t.name';

create or replace function app.sign_in_find(tenant uuid, address text)
returns table (account_id uuid, password_hash text, totp_sealed bytea, totp_confirmed boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, c.password_hash, c.totp_sealed, c.totp_confirmed_at is not null
  from app.accounts a join private.credentials c on c.tenant_id = a.tenant_id and c.account_id = a.id
  where a.tenant_id = tenant and a.email = lower(address) and a.disabled_at is null
$$;

-- Counts an attempt before it is looked at, so that a thousand at the same moment are counted too, and says how many seconds
-- to wait. While one has to wait nothing is counted: knocking does not lengthen the wait. The first are free, then it doubles.
create or replace function app.sign_in_attempt(tenant uuid, who bytea, free integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare recent timestamptz[]; wait double precision;
begin
  insert into private.sign_in_failures (tenant_id, subject) values (tenant, who) on conflict do nothing;
  perform 1 from private.sign_in_failures f where f.tenant_id = tenant and f.subject = who for update;
  select array(select x from unnest(f.failed_at) x where x > now() - interval '15 minutes' order by x desc limit free + 10) into recent
    from private.sign_in_failures f where f.tenant_id = tenant and f.subject = who;
  if cardinality(recent) >= free then
    wait := least(5 * power(2, cardinality(recent) - free), 900) - extract(epoch from clock_timestamp() - recent[1]);
    if wait > 0 then return ceil(wait); end if;
  end if;
  update private.sign_in_failures f set failed_at = clock_timestamp() || recent where f.tenant_id = tenant and f.subject = who;
  return 0;
end $$;
create or replace function app.sign_in_forget_failures(tenant uuid, who bytea) returns void
language sql volatile security definer set search_path = '' as
  'delete from private.sign_in_failures f where f.tenant_id = tenant and f.subject = who';

create or replace function app.sign_in_prune_failures() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  delete from private.sign_in_failures f where not exists (select from unnest(f.failed_at) x where x > now() - interval '15 minutes');
  get diagnostics n = row_count;
  return n;
end $$;

-- A code counts once: the step only ever grows.
create or replace function app.sign_in_use_totp_step(tenant uuid, account uuid, step bigint) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update private.credentials c set totp_last_step = step where c.tenant_id = tenant and c.account_id = account and c.totp_last_step < step;
  return found;
end $$;
create or replace function app.sign_in_use_recovery_code(tenant uuid, account uuid, code_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update private.credentials c set recovery_hashes = array_remove(c.recovery_hashes, code_hash)
   where c.tenant_id = tenant and c.account_id = account and code_hash = any (c.recovery_hashes);
  return found;
end $$;

create or replace function app.sign_in_open_session(tenant uuid, account uuid, session uuid, secret_hash bytea, idle_time interval, lifetime interval, carried_by text default 'browser') returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare first_room uuid;
begin
  if not exists (select from app.accounts a where a.tenant_id = tenant and a.id = account and a.disabled_at is null) then return false; end if;
  select m.room_id into first_room from app.memberships m where m.tenant_id = tenant and m.account_id = account and m.room_id is not null
    and m.ended_at is null and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
    and (not m.needs_confirmation or m.confirmed_at is not null) order by m.granted_at, m.id limit 1;
  insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, kind, idle, expires_at)
    values (tenant, secret_hash, session, account, first_room, case carried_by when 'api' then 'api' else 'browser' end, idle_time, now() + lifetime);
  insert into app.access_records (tenant_id, id, room_id, account_id, session_id, action, object_kind)
    values (tenant, gen_random_uuid(), first_room, account, session, 'session.opened', 'session');
  return true;
end $$;

-- Demo tenants alone: who there is to try the product as. Whether the visitor sits at this machine, the program checks. After
-- a load in bulk there are thousands: the first tenants, and of each so many as a page can show, each role among them.
create or replace function app.sign_in_demo_accounts() returns table (tenant_id uuid, tenant_name text, account_id uuid, title text, given_name text, family_name text,
  job_title text, organisation text, roles text[], room_name text)
language sql stable security definer set search_path = '' as $$
  with everybody as (
    select t.id as tenant, t.name as tenant_name, t.created_at, a.id, a.title, a.given_name, a.family_name, a.job_title, o.name as office,
        array_agg(distinct m.role order by m.role) as roles, min(r.name) as room
      from (select * from app.tenants d where d.is_demo order by d.created_at, d.name limit 4) t
        join app.accounts a on a.tenant_id = t.id and a.disabled_at is null
        join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
        join app.memberships m on m.tenant_id = a.tenant_id and m.account_id = a.id and m.ended_at is null
          and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
          and (not m.needs_confirmation or m.confirmed_at is not null)
        left join app.rooms r on r.tenant_id = m.tenant_id and r.id = m.room_id
     group by t.id, t.name, t.created_at, a.tenant_id, a.id, a.title, a.given_name, a.family_name, a.job_title, o.name),
  ranked as (select e.*, row_number() over (partition by e.tenant, e.roles order by e.family_name, e.id) as of_role from everybody e)
  select x.tenant, x.tenant_name, x.id, x.title, x.given_name, x.family_name, x.job_title, x.office, x.roles, x.room
    from ranked x where x.of_role <= 8 order by x.created_at, x.tenant_name, x.office, x.family_name, x.id
$$;
create or replace function app.sign_in_open_demo_session(tenant uuid, account uuid, session uuid, secret_hash bytea, idle_time interval, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from app.tenants t where t.id = tenant and t.is_demo) then return false; end if;
  return app.sign_in_open_session(tenant, account, session, secret_hash, idle_time, lifetime);
end $$;

-- A link holds as long as whoever asked for it, and whoever confirmed it, still administers: the links of somebody
-- who was dismissed end with their account.
create or replace function app.invitation_holds(i private.invitations) returns boolean
language sql stable security definer set search_path = '' as $$
  select i.used_at is null and i.expires_at > now()
    and exists (select from app.accounts a where a.tenant_id = i.tenant_id and a.id = i.account_id and a.disabled_at is null)
    and case i.kind when 'first_administrator' then true
        -- once a role is in force, whoever still holds the link would get into files with it: from then on it takes a recovery
        when 'invitation' then app.holds_role(i.tenant_id, i.requested_by, '{tenant_administrator}')
          and not exists (select from app.memberships m where m.tenant_id = i.tenant_id and m.account_id = i.account_id and m.ended_at is null
            and (not m.needs_confirmation or m.confirmed_at is not null))
        else i.confirmed_by is not null and app.holds_role(i.tenant_id, i.requested_by, '{tenant_administrator}')
          and app.holds_role(i.tenant_id, i.confirmed_by, '{tenant_administrator,controller_deputy}') end
$$;

create or replace function app.sign_in_find_invitation(tenant uuid, secret_hash bytea)
returns table (account_id uuid, kind text, email text, given_name text, family_name text, organisation text, tenant_name text, is_demo boolean, resets_second_factor boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, i.kind, a.email, a.given_name, a.family_name, o.name, t.name, t.is_demo, i.resets_second_factor
    from private.invitations i join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id join app.tenants t on t.id = a.tenant_id
   where i.tenant_id = tenant and i.token_hash = secret_hash and app.invitation_holds(i)
$$;
-- Uses up the link, sets the password, and ends every session; the second factor stays unless the link says otherwise.
create or replace function app.sign_in_accept_invitation(tenant uuid, secret_hash bytea, new_hash text)
returns table (account_id uuid, email text, has_second_factor boolean)
language plpgsql volatile security definer set search_path = '' as $$
declare found_account uuid; resets boolean;
begin
  update private.invitations i set used_at = now()
   where i.tenant_id = tenant and i.token_hash = secret_hash and i.used_at is null and app.invitation_holds(i)
   returning i.account_id, i.resets_second_factor into found_account, resets;
  if found_account is null then return; end if;
  insert into private.credentials as c (tenant_id, account_id, password_hash, password_set_at) values (tenant, found_account, new_hash, now())
    on conflict on constraint credentials_pkey do update set password_hash = new_hash, password_set_at = now(),
      totp_sealed = case when resets then null else c.totp_sealed end,
      totp_confirmed_at = case when resets then null else c.totp_confirmed_at end,
      recovery_hashes = case when resets then '{}' else c.recovery_hashes end;
  update private.sessions s set ended_at = now() where s.tenant_id = tenant and s.account_id = found_account and s.ended_at is null;
  insert into app.access_records (tenant_id, id, account_id, action, object_kind, object_ids)
    values (tenant, gen_random_uuid(), found_account, 'password.set', 'account', array[found_account]);
  return query select a.id, a.email, c.totp_confirmed_at is not null from app.accounts a join private.credentials c on c.tenant_id = a.tenant_id and c.account_id = a.id
    where a.tenant_id = tenant and a.id = found_account;
end $$;
grant execute on function app.sign_in_tenants(), app.sign_in_find(uuid, text), app.sign_in_attempt(uuid, bytea, integer),
  app.sign_in_prune_failures(), app.sign_in_demo_accounts(), app.sign_in_open_demo_session(uuid, uuid, uuid, bytea, interval, interval),
  app.sign_in_forget_failures(uuid, bytea), app.sign_in_use_totp_step(uuid, uuid, bigint), app.sign_in_use_recovery_code(uuid, uuid, bytea),
  app.sign_in_open_session(uuid, uuid, uuid, bytea, interval, interval, text), app.sign_in_find_invitation(uuid, bytea),
  app.sign_in_accept_invitation(uuid, bytea, text) to {{auth}};

-- Once signed in: one's own sessions, password, second factor and tokens. A token never reaches password, factor or tokens.
create or replace function app.personal_session(out tenant_id uuid, out account_id uuid, out room_id uuid, out session_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not exists (select from private.sessions s where s.tenant_id = c.tenant_id and s.id = c.session_id and s.kind in ('browser', 'api') and s.account_id = c.account_id)
     or nullif(current_setting('app.session', true), '') is null then
    raise exception using errcode = '42501', message = 'only for somebody at a browser';
  end if;
  tenant_id := c.tenant_id; account_id := c.account_id; room_id := c.room_id; session_id := c.session_id;
end $$;
-- Whose session a secret is or was. Gives no right to anything: a form handed back after its session ended is taken again
-- from the same account alone.
create or replace function app.whose_secret() returns uuid
language sql stable security definer set search_path = '' as $$
  select s.account_id from private.sessions s
   where s.tenant_id = left(nullif(current_setting('app.session', true), ''), 36)::uuid
     and s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
$$;
create or replace function app.touch_session() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  update private.sessions s set last_seen_at = now() where s.tenant_id = c.tenant_id and s.id = c.session_id and s.last_seen_at < now() - interval '1 minute';
end $$;
create or replace function app.choose_room(room uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if room is null or room <> all (array(select app.member_room_ids())) then return false; end if;
  update private.sessions s set room_id = room where s.tenant_id = c.tenant_id and s.id = c.session_id;
  return true;
end $$;
create or replace function app.own_sessions() returns table (id uuid, kind text, name text, scopes text[], created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, is_current boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select s.id, s.kind, s.name, s.scopes, s.created_at, s.last_seen_at, s.expires_at, s.id = c.session_id from private.sessions s
    where s.tenant_id = c.tenant_id and s.account_id = c.account_id and s.ended_at is null and s.expires_at > now()
      and (s.idle is null or s.last_seen_at + s.idle > now()) order by s.last_seen_at desc;
end $$;
-- one session by its id; all but the current one where none is named
create or replace function app.end_own_sessions(wanted uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.personal_session();
  update private.sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.account_id = c.account_id and s.ended_at is null
    and (s.id = wanted or (wanted is null and s.id <> c.session_id));
  get diagnostics n = row_count;
  return n;
end $$;
-- Signing out. From the next transaction on the session is over; in this one it still stands, so that what belongs to the request
-- (its record, the answer kept for a retry) can still be written.
create or replace function app.end_this_session() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  update private.sessions s set expires_at = clock_timestamp() where s.tenant_id = c.tenant_id and s.id = c.session_id;
end $$;
create or replace function app.own_credentials() returns table (password_hash text, totp_sealed bytea, totp_confirmed boolean, recovery_codes_left integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  return query select k.password_hash, k.totp_sealed, k.totp_confirmed_at is not null, cardinality(k.recovery_hashes)
    from private.credentials k where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
end $$;
create or replace function app.set_own_password(new_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  update private.credentials k set password_hash = new_hash, password_set_at = now() where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
  perform app.end_own_sessions(null);
end $$;
-- The secret arrives with the step of the code that proved it, so that this code does not count again. All other sessions
-- end: whoever changes the factor does so because the old one is lost or known to somebody.
create or replace function app.set_own_second_factor(sealed bytea, step bigint, recovery bytea[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  update private.credentials k set totp_sealed = sealed, totp_confirmed_at = now(), totp_last_step = step, recovery_hashes = recovery
   where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
  if not found then
    insert into private.credentials (tenant_id, account_id, totp_sealed, totp_confirmed_at, totp_last_step, recovery_hashes)
      values (c.tenant_id, c.account_id, sealed, now(), step, recovery);
  end if;
  perform app.end_own_sessions(null);
end $$;
create or replace function app.set_own_shortcuts(wanted boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  update app.accounts a set shortcuts = wanted where a.tenant_id = c.tenant_id and a.id = c.account_id;
end $$;
create or replace function app.create_own_token(session uuid, secret_hash bytea, label text, wanted_scopes text[], lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.personal_session();
  -- a token cannot beget tokens (personal_session), nor outlive a year, nor stand in for a second factor that is missing
  if lifetime is null or lifetime <= interval '0' or lifetime > interval '366 days' or coalesce(length(label), 0) not between 1 and 100
     or coalesce(cardinality(wanted_scopes), 0) = 0 or not wanted_scopes <@ '{read,write}'::text[]
     or exists (select from app.tenants t left join private.credentials k on k.tenant_id = t.id and k.account_id = c.account_id
                 where t.id = c.tenant_id and not t.is_demo and k.totp_confirmed_at is null) then return false; end if;
  insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, kind, name, scopes, expires_at)
    values (c.tenant_id, secret_hash, session, c.account_id, c.room_id, 'token', label, wanted_scopes, now() + lifetime);
  return true;
end $$;
create or replace function app.own_session() returns table (session_id uuid, tenant_id uuid, tenant_name text, is_demo boolean, account_id uuid, room_id uuid, room_name text, room_kind text,
  given_name text, family_name text, title text, organisation text, roles text[], kind text, scopes text[], shortcuts boolean, needs_touch boolean, needs_second_factor boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select c.session_id, c.tenant_id, t.name, t.is_demo, c.account_id, c.room_id, r.name, r.kind,
      a.given_name, a.family_name, a.title, o.name, app.current_roles(), s.kind, s.scopes, a.shortcuts, s.last_seen_at < now() - interval '1 minute',
      not t.is_demo and k.totp_confirmed_at is null
    from app.accounts a join app.tenants t on t.id = a.tenant_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      left join app.rooms r on r.tenant_id = a.tenant_id and r.id = c.room_id
      left join private.sessions s on s.tenant_id = c.tenant_id and s.id = c.session_id
      left join private.credentials k on k.tenant_id = a.tenant_id and k.account_id = a.id
   where a.tenant_id = c.tenant_id and a.id = c.account_id;
end $$;
grant execute on function app.touch_session(), app.whose_secret(), app.choose_room(uuid), app.own_sessions(), app.end_own_sessions(uuid), app.end_this_session(), app.own_credentials(),
  app.set_own_password(text), app.set_own_second_factor(bytea, bigint, bytea[]), app.set_own_shortcuts(boolean),
  app.create_own_token(uuid, bytea, text, text[], interval), app.own_session() to {{staff}};

-- Administrators: links for accounts, and ending somebody's sessions when an account is disabled.
create or replace function app.invite_account(account uuid, secret_hash bytea, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  -- only while no password was ever set and no role is in force: afterwards whoever holds the link gets into files,
  -- so it is a recovery, and a recovery takes two
  if not app.has_role('tenant_administrator') or lifetime > interval '14 days' or exists (select from private.credentials k
       where k.tenant_id = c.tenant_id and k.account_id = account and k.password_hash is not null)
     or exists (select from app.memberships m where m.tenant_id = c.tenant_id and m.account_id = account and m.ended_at is null
       and (not m.needs_confirmation or m.confirmed_at is not null))
     or not exists (select from app.accounts a where a.tenant_id = c.tenant_id and a.id = account and a.disabled_at is null) then return false; end if;
  update private.invitations i set expires_at = now() where i.tenant_id = c.tenant_id and i.account_id = account and i.used_at is null and i.expires_at > now();
  insert into private.invitations (tenant_id, token_hash, account_id, kind, requested_by, expires_at)
    values (c.tenant_id, secret_hash, account, 'invitation', c.account_id, now() + lifetime);
  return true;
end $$;
create or replace function app.request_recovery(account uuid, secret_hash bytea, resets_factor boolean, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator') or account = c.account_id or lifetime > interval '14 days'
     or not exists (select from app.accounts a where a.tenant_id = c.tenant_id and a.id = account and a.disabled_at is null) then return false; end if;
  update private.invitations i set expires_at = now() where i.tenant_id = c.tenant_id and i.account_id = account and i.used_at is null and i.expires_at > now();
  insert into private.invitations (tenant_id, token_hash, account_id, kind, resets_second_factor, requested_by, expires_at)
    values (c.tenant_id, secret_hash, account, 'recovery', resets_factor, c.account_id, now() + lifetime);
  return true;
end $$;
-- A controller's deputy answers for people who work in rooms of that controller alone; an administrator for all.
create or replace function app.may_confirm_recovery(account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return app.has_role('tenant_administrator') or (app.has_role('controller_deputy') and not exists (
    select from app.memberships m where m.tenant_id = c.tenant_id and m.account_id = account and m.room_id is not null and m.ended_at is null
      and m.room_id <> all (array(select app.deputised_room_ids()))));
end $$;
create or replace function app.recoveries_to_confirm() returns table (reference text, account_id uuid, given_name text, family_name text, organisation text, requested_by_name text,
  resets_second_factor boolean, created_at timestamptz, expires_at timestamptz, confirmed boolean, may_confirm boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'controller_deputy') then return; end if;
  return query select encode(i.token_hash, 'hex'), i.account_id, a.given_name, a.family_name, o.name, coalesce(q.given_name || ' ' || q.family_name, ''),
      i.resets_second_factor, i.created_at, i.expires_at, i.confirmed_by is not null, i.requested_by <> c.account_id and i.account_id <> c.account_id
    from private.invitations i join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      left join app.accounts q on q.tenant_id = i.tenant_id and q.id = i.requested_by
   where i.tenant_id = c.tenant_id and i.kind = 'recovery' and i.used_at is null and i.expires_at > now() and app.may_confirm_recovery(i.account_id)
   order by i.created_at;
end $$;
create or replace function app.confirm_recovery(reference text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare c record; whose uuid;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'controller_deputy') then return null; end if;
  update private.invitations i set confirmed_by = c.account_id
   where i.tenant_id = c.tenant_id and encode(i.token_hash, 'hex') = reference and i.kind = 'recovery' and i.confirmed_by is null
     and i.requested_by <> c.account_id and i.account_id <> c.account_id and i.used_at is null and i.expires_at > now()
     and app.may_confirm_recovery(i.account_id)
   returning i.account_id into whose;
  return whose;
end $$;
-- whoever may confirm it, whoever asked for it and whoever it is about may stop it, also once confirmed
create or replace function app.decline_recovery(reference text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare c record; whose uuid;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'controller_deputy') then return null; end if;
  update private.invitations i set expires_at = now()
   where i.tenant_id = c.tenant_id and encode(i.token_hash, 'hex') = reference and i.kind = 'recovery' and i.used_at is null and i.expires_at > now()
     and app.may_confirm_recovery(i.account_id)
   returning i.account_id into whose;
  return whose;
end $$;
create or replace function app.end_sessions_of(account uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator') then return 0; end if;
  update private.sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.account_id = account and s.ended_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
create or replace function app.account_states() returns table (account_id uuid, has_password boolean, has_second_factor boolean, invited boolean, last_seen_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator') then return; end if;
  return query select a.id, k.password_hash is not null, k.totp_confirmed_at is not null,
      exists (select from private.invitations i where i.tenant_id = a.tenant_id and i.account_id = a.id and i.used_at is null and i.expires_at > now()),
      -- a day and not an instant: administrators need to see unused accounts, not when somebody works
      (select max(s.last_seen_at)::date from private.sessions s where s.tenant_id = a.tenant_id and s.account_id = a.id)
    from app.accounts a left join private.credentials k on k.tenant_id = a.tenant_id and k.account_id = a.id where a.tenant_id = c.tenant_id;
end $$;
grant execute on function app.invite_account(uuid, bytea, interval), app.request_recovery(uuid, bytea, boolean, interval), app.recoveries_to_confirm(),
  app.confirm_recovery(text), app.decline_recovery(text), app.end_sessions_of(uuid), app.account_states() to {{staff}};
