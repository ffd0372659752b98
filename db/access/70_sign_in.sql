-- Signing in: the auth login may call these and read nothing else.
create or replace function app.sign_in_tenants() returns table (id uuid, name text, is_demo boolean)
language sql stable security definer set search_path = '' as 'select t.id, t.name, t.is_demo from app.tenants t order by t.name';

create or replace function app.sign_in_find(tenant uuid, address text)
returns table (account_id uuid, password_hash text, totp_sealed bytea, totp_confirmed boolean, opens_persons boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, c.password_hash, c.totp_sealed, c.totp_confirmed_at is not null,
    exists (select from app.memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.ended_at is null)
  from app.accounts a join private.credentials c on c.tenant_id = a.tenant_id and c.account_id = a.id
  where a.tenant_id = tenant and a.email = lower(address) and a.disabled_at is null
$$;

create or replace function app.sign_in_failures(tenant uuid, who bytea) returns table (count integer, latest timestamptz)
language sql stable security definer set search_path = '' as $$
  select count(*)::integer, max(x) from private.sign_in_failures f, unnest(f.failed_at) x
   where f.tenant_id = tenant and f.subject = who and x > now() - interval '15 minutes'
$$;
create or replace function app.sign_in_failed(tenant uuid, who bytea) returns void
language sql volatile security definer set search_path = '' as $$
  insert into private.sign_in_failures as f (tenant_id, subject, failed_at) values (tenant, who, array[now()])
  on conflict (tenant_id, subject) do update set failed_at =
    array(select x from unnest(f.failed_at) x where x > now() - interval '15 minutes' order by x desc limit 50) || now()
$$;
create or replace function app.sign_in_forget_failures(tenant uuid, who bytea) returns void
language sql volatile security definer set search_path = '' as
  'delete from private.sign_in_failures f where f.tenant_id = tenant and f.subject = who';

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

create or replace function app.sign_in_open_session(tenant uuid, account uuid, session uuid, secret_hash bytea, idle_time interval, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare first_room uuid;
begin
  if not exists (select from app.accounts a where a.tenant_id = tenant and a.id = account and a.disabled_at is null) then return false; end if;
  select m.room_id into first_room from app.memberships m where m.tenant_id = tenant and m.account_id = account and m.room_id is not null
    and m.ended_at is null and m.from_on <= current_date and (m.until_on is null or m.until_on >= current_date)
    and (not m.needs_confirmation or m.confirmed_at is not null) order by m.granted_at, m.id limit 1;
  insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, idle, expires_at)
    values (tenant, secret_hash, session, account, first_room, idle_time, now() + lifetime);
  insert into app.access_records (tenant_id, id, room_id, account_id, session_id, action, object_kind)
    values (tenant, gen_random_uuid(), first_room, account, session, 'session.opened', 'session');
  return true;
end $$;

create or replace function app.sign_in_find_invitation(tenant uuid, secret_hash bytea)
returns table (account_id uuid, kind text, email text, given_name text, family_name text, resets_second_factor boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, i.kind, a.email, a.given_name, a.family_name, i.resets_second_factor
    from private.invitations i join app.accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
   where i.tenant_id = tenant and i.token_hash = secret_hash and i.used_at is null and i.expires_at > now() and a.disabled_at is null
     and (i.kind <> 'recovery' or i.confirmed_by is not null)
$$;
-- Uses up the link, sets the password, and ends every session; the second factor stays unless the link says otherwise.
create or replace function app.sign_in_accept_invitation(tenant uuid, secret_hash bytea, new_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare found_account uuid; resets boolean;
begin
  update private.invitations i set used_at = now()
   where i.tenant_id = tenant and i.token_hash = secret_hash and i.used_at is null and i.expires_at > now()
     and (i.kind <> 'recovery' or i.confirmed_by is not null)
   returning i.account_id, i.resets_second_factor into found_account, resets;
  if found_account is null then return null; end if;
  insert into private.credentials as c (tenant_id, account_id, password_hash, password_set_at) values (tenant, found_account, new_hash, now())
    on conflict (tenant_id, account_id) do update set password_hash = new_hash, password_set_at = now(),
      totp_sealed = case when resets then null else c.totp_sealed end,
      totp_confirmed_at = case when resets then null else c.totp_confirmed_at end,
      recovery_hashes = case when resets then '{}' else c.recovery_hashes end;
  update private.sessions s set ended_at = now() where s.tenant_id = tenant and s.account_id = found_account and s.ended_at is null;
  insert into app.access_records (tenant_id, id, account_id, action, object_kind, object_ids)
    values (tenant, gen_random_uuid(), found_account, 'password.set', 'account', array[found_account]);
  return found_account;
end $$;
grant execute on function app.sign_in_tenants(), app.sign_in_find(uuid, text), app.sign_in_failures(uuid, bytea), app.sign_in_failed(uuid, bytea),
  app.sign_in_forget_failures(uuid, bytea), app.sign_in_use_totp_step(uuid, uuid, bigint), app.sign_in_use_recovery_code(uuid, uuid, bytea),
  app.sign_in_open_session(uuid, uuid, uuid, bytea, interval, interval), app.sign_in_find_invitation(uuid, bytea),
  app.sign_in_accept_invitation(uuid, bytea, text) to {{auth}};

-- Once signed in: one's own sessions, password, second factor and tokens.
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
  if room <> all (array(select app.member_room_ids())) then return false; end if;
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
  select * into c from app.session_context();
  update private.sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.account_id = c.account_id and s.ended_at is null
    and (s.id = wanted or (wanted is null and s.id <> c.session_id));
  get diagnostics n = row_count;
  return n;
end $$;
create or replace function app.own_credentials() returns table (password_hash text, totp_sealed bytea, totp_confirmed boolean, recovery_codes_left integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select k.password_hash, k.totp_sealed, k.totp_confirmed_at is not null, cardinality(k.recovery_hashes)
    from private.credentials k where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
end $$;
create or replace function app.set_own_password(new_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  update private.credentials k set password_hash = new_hash, password_set_at = now() where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
  perform app.end_own_sessions(null);
end $$;
create or replace function app.set_own_second_factor(sealed bytea, confirmed boolean, recovery bytea[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  update private.credentials k set totp_sealed = sealed, totp_confirmed_at = case when confirmed then now() end, totp_last_step = 0, recovery_hashes = recovery
   where k.tenant_id = c.tenant_id and k.account_id = c.account_id;
end $$;
create or replace function app.set_own_shortcuts(wanted boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  update app.accounts a set shortcuts = wanted where a.tenant_id = c.tenant_id and a.id = c.account_id;
end $$;
create or replace function app.create_own_token(session uuid, secret_hash bytea, label text, wanted_scopes text[], lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  -- a token cannot beget tokens, nor outlive a year
  if not exists (select from private.sessions s where s.tenant_id = c.tenant_id and s.id = c.session_id and s.kind = 'browser')
     or lifetime > interval '366 days' or not wanted_scopes <@ '{read,write}'::text[] then return false; end if;
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
grant execute on function app.touch_session(), app.choose_room(uuid), app.own_sessions(), app.end_own_sessions(uuid), app.own_credentials(),
  app.set_own_password(text), app.set_own_second_factor(bytea, boolean, bytea[]), app.set_own_shortcuts(boolean),
  app.create_own_token(uuid, bytea, text, text[], interval), app.own_session() to {{staff}};

-- Administrators: links for accounts, and ending somebody's sessions when an account is disabled.
create or replace function app.invite_account(account uuid, secret_hash bytea, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  -- only while no password was ever set: afterwards it is a recovery, and a recovery takes two
  if not app.has_role('tenant_administrator') or exists (select from private.credentials k
       where k.tenant_id = c.tenant_id and k.account_id = account and k.password_hash is not null)
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
  if not app.has_role('tenant_administrator') or account = c.account_id
     or not exists (select from app.accounts a where a.tenant_id = c.tenant_id and a.id = account and a.disabled_at is null) then return false; end if;
  update private.invitations i set expires_at = now() where i.tenant_id = c.tenant_id and i.account_id = account and i.used_at is null and i.expires_at > now();
  insert into private.invitations (tenant_id, token_hash, account_id, kind, resets_second_factor, requested_by, expires_at)
    values (c.tenant_id, secret_hash, account, 'recovery', resets_factor, c.account_id, now() + lifetime);
  return true;
end $$;
create or replace function app.recoveries_to_confirm() returns table (reference text, account_id uuid, requested_by uuid, resets_second_factor boolean, created_at timestamptz, confirmed boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'controller_deputy') then return; end if;
  return query select encode(i.token_hash, 'hex'), i.account_id, i.requested_by, i.resets_second_factor, i.created_at, i.confirmed_by is not null
    from private.invitations i where i.tenant_id = c.tenant_id and i.kind = 'recovery' and i.used_at is null and i.expires_at > now();
end $$;
create or replace function app.confirm_recovery(reference text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'controller_deputy') then return false; end if;
  update private.invitations i set confirmed_by = c.account_id
   where i.tenant_id = c.tenant_id and i.token_hash = decode(reference, 'hex') and i.kind = 'recovery' and i.confirmed_by is null
     and i.requested_by <> c.account_id and i.account_id <> c.account_id and i.used_at is null and i.expires_at > now();
  return found;
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
  app.confirm_recovery(text), app.end_sessions_of(uuid), app.account_states() to {{staff}};
