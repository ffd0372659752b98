-- Opening the own page with the telephone. The portal's process verifies what the telephone signed; here stands whose it is, that no
-- challenge counts twice, and that the counter only grows.

-- Whoever changes the PIN or freezes wants everybody else out: every way without a PIN ends with it, and is set up anew.
create or replace function app.forget_passkeys() returns trigger language plpgsql security definer set search_path = '' as $$
declare of_tenant uuid := old.tenant_id; of_access uuid := case tg_table_name when 'portal_accesses' then (to_jsonb(old) ->> 'id')::uuid else (to_jsonb(old) ->> 'access_id')::uuid end;
begin
  -- one that is just being set up elsewhere waits here or is waited for: none is left over
  perform 1 from app.portal_accesses a where a.tenant_id = of_tenant and a.id = of_access for update;
  delete from app.portal_passkeys p where p.tenant_id = of_tenant and p.access_id = of_access;
  return null;
end $$;
create or replace trigger forget_passkeys_with_the_pin after update of pin_hash, card_hash or delete on private.portal_credentials for each row execute function app.forget_passkeys();
create or replace trigger forget_passkeys_when_frozen after update of frozen_at, ended_at on app.portal_accesses for each row
  when (new.frozen_at is not null and old.frozen_at is null or new.ended_at is not null and old.ended_at is null) execute function app.forget_passkeys();

-- ── without a session
create or replace function app.portal_keep_challenge(wanted bytea, made bytea) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from private.portal_challenges c where c.holder in (select x.holder from private.portal_challenges x where x.expires_at < now() order by x.expires_at limit 50 for update skip locked);
  insert into private.portal_challenges as c (holder, challenge, expires_at) values (wanted, made, now() + interval '3 minutes')
    on conflict (holder) do update set challenge = made, expires_at = now() + interval '3 minutes' where c.session_id is null;
end $$;
-- Once: whatever becomes of the answer, the question is gone.
create or replace function app.portal_take_challenge(wanted bytea) returns bytea
language plpgsql volatile security definer set search_path = '' as $$
declare made bytea; until timestamptz;
begin
  delete from private.portal_challenges c where c.holder = wanted and c.session_id is null returning c.challenge, c.expires_at into made, until;
  return case when until > now() then made end;
end $$;
create or replace function app.portal_find_passkey(wanted bytea) returns table (tenant_id uuid, passkey_id uuid, public_key bytea, transports text[])
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select k.tenant_id, k.passkey_id, k.public_key, k.transports from private.portal_passkey_keys k where k.credential_id = wanted;
end $$;
-- A signature cannot be guessed; answering for somebody again and again is slowed all the same, as with a PIN (70_sign_in.sql).
create or replace function app.portal_passkey_attempt(wanted bytea, who bytea, free integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare tenant uuid;
begin
  select k.tenant_id into tenant from private.portal_passkey_keys k where k.credential_id = wanted;
  return case when tenant is null then 0 else app.sign_in_attempt(tenant, who, least(free, 30)) end;
end $$;
create or replace function app.portal_forget_passkey_attempts(wanted bytea, who bytea) returns void
language sql volatile security definer set search_path = '' as $$
  delete from private.sign_in_failures f using private.portal_passkey_keys k where k.credential_id = wanted and f.tenant_id = k.tenant_id and f.subject = who
$$;
-- `opened`, or why not. A counter that did not grow says that there is a copy: then neither the copy nor the telephone opens any more.
create or replace function app.portal_open_by_passkey(wanted bytea, known_key bytea, seen_counter bigint, session uuid, secret_hash bytea, idle_time interval, lifetime interval) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare k private.portal_passkey_keys; a app.portal_accesses; state text;
begin
  -- in the order in which opening by PIN does: PIN, access, passkey
  perform 1 from private.portal_credentials c join app.portal_passkeys p on p.tenant_id = c.tenant_id and p.access_id = c.access_id
    join private.portal_passkey_keys y on y.tenant_id = p.tenant_id and y.passkey_id = p.id where y.credential_id = wanted for update of c;
  select x.* into a from app.portal_accesses x join app.portal_passkeys p on p.tenant_id = x.tenant_id and p.access_id = x.id
    join private.portal_passkey_keys y on y.tenant_id = p.tenant_id and y.passkey_id = p.id where y.credential_id = wanted for update of x;
  select x.* into k from private.portal_passkey_keys x where x.credential_id = wanted and x.public_key = known_key and x.tenant_id = a.tenant_id for update;
  if k.passkey_id is null then return 'unknown'; end if;
  state := app.portal_access_state(a);
  if state <> 'active' then return state; end if;
  if greatest(seen_counter, k.counter) > 0 and seen_counter <= k.counter then
    delete from app.portal_passkeys p where p.tenant_id = k.tenant_id and p.id = k.passkey_id;
    update private.portal_sessions s set ended_at = now() where s.tenant_id = k.tenant_id and s.access_id = a.id and s.ended_at is null;
    -- the program's act, and no person's
    insert into app.access_records (tenant_id, id, room_id, action, object_kind, object_ids, case_id, purpose)
      values (a.tenant_id, gen_random_uuid(), a.room_id, 'portal_passkey.removed', 'portal_access', array[a.id], a.case_id, 'counter');
    return 'counter';
  end if;
  update private.portal_passkey_keys x set counter = seen_counter, last_used_at = now() where x.tenant_id = k.tenant_id and x.passkey_id = k.passkey_id;
  insert into private.portal_sessions (tenant_id, token_hash, id, access_id, idle, expires_at)
    values (k.tenant_id, secret_hash, session, a.id, least(idle_time, interval '1 hour'), now() + least(lifetime, interval '12 hours'));
  update private.portal_credentials x set last_seen_at = now() where x.tenant_id = k.tenant_id and x.access_id = a.id;
  insert into app.access_records (tenant_id, id, room_id, session_id, function, action, object_kind, object_ids, case_id, purpose)
    values (a.tenant_id, gen_random_uuid(), a.room_id, session, 'person', 'portal_session.opened', 'portal_access', array[a.id], a.case_id, 'passkey');
  return 'opened';
end $$;

-- ── in the person's session
create or replace function app.portal_passkeys_of() returns table (id uuid, number integer, created_at timestamptz, last_used_at timestamptz, credential_id bytea, transports text[])
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select p.id, k.number::integer, p.created_at, k.last_used_at, k.credential_id, k.transports from app.portal_passkeys p
    join private.portal_passkey_keys k on k.tenant_id = p.tenant_id and k.passkey_id = p.id
   where p.tenant_id = c.tenant_id and p.access_id = c.access_id order by p.created_at, p.id;
end $$;
create or replace function app.portal_begin_passkey(made bytea, passkey uuid, chosen integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  if (select count(*) from app.portal_passkeys p where p.tenant_id = c.tenant_id and p.access_id = c.access_id) >= 5 then return false; end if;
  delete from private.portal_challenges x where x.tenant_id = c.tenant_id and x.session_id = c.session_id;
  insert into private.portal_challenges (holder, tenant_id, session_id, challenge, passkey_id, number, expires_at)
    values (sha256(uuid_send(c.tenant_id) || uuid_send(c.session_id)), c.tenant_id, c.session_id, made, passkey, chosen, now() + interval '5 minutes');
  return true;
end $$;
create or replace function app.portal_take_begun_passkey() returns table (challenge bytea, passkey_id uuid, number integer)
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query with taken as (delete from private.portal_challenges x where x.tenant_id = c.tenant_id and x.session_id = c.session_id returning x.*)
    select t.challenge, t.passkey_id, t.number::integer from taken t where t.expires_at > now();
end $$;
create or replace function app.portal_add_passkey(passkey uuid, credential bytea, made_key bytea, made_counter bigint, ways text[], chosen integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  -- whatever froze or ended the access meanwhile has deleted all that were there, and comes before or after this
  perform 1 from app.portal_accesses a where a.tenant_id = c.tenant_id and a.id = c.access_id for update;
  select * into c from app.portal_person();
  -- one telephone, one page: a credential that somebody has already is nobody's to take over
  if exists (select from private.portal_passkey_keys k where k.credential_id = credential)
     or (select count(*) from app.portal_passkeys p where p.tenant_id = c.tenant_id and p.access_id = c.access_id) >= 5 then return false; end if;
  insert into app.portal_passkeys (tenant_id, room_id, id, case_id, person_id, access_id) values (c.tenant_id, c.room_id, passkey, c.case_id, c.person_id, c.access_id);
  insert into private.portal_passkey_keys (tenant_id, passkey_id, credential_id, public_key, counter, transports, number) values (c.tenant_id, passkey, credential, made_key, made_counter, ways, chosen);
  perform app.portal_note('portal_passkey.added', 'portal_access', array[c.access_id]);
  return true;
end $$;
-- Whoever used it may sit somewhere else: every other session ends.
create or replace function app.portal_remove_passkey(passkey uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  delete from app.portal_passkeys p where p.tenant_id = c.tenant_id and p.access_id = c.access_id and p.id = passkey;
  if not found then return false; end if;
  update private.portal_sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.access_id = c.access_id and s.id <> c.session_id and s.ended_at is null;
  perform app.portal_note('portal_passkey.removed', 'portal_access', array[c.access_id]);
  return true;
end $$;
grant execute on function app.portal_keep_challenge(bytea, bytea), app.portal_take_challenge(bytea), app.portal_find_passkey(bytea), app.portal_passkey_attempt(bytea, bytea, integer),
  app.portal_forget_passkey_attempts(bytea, bytea), app.portal_open_by_passkey(bytea, bytea, bigint, uuid, bytea, interval, interval), app.portal_passkeys_of(), app.portal_begin_passkey(bytea, uuid, integer),
  app.portal_take_begun_passkey(), app.portal_add_passkey(uuid, bytea, bytea, bigint, text[], integer), app.portal_remove_passkey(uuid) to {{portal}};

-- ── the staff's side: that there is one, and taking it away
create policy team_sees_that_there_is_one on app.portal_passkeys for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.portal_passkeys to {{staff}};
-- All of an access, at once: the office cannot tell one telephone from another. Whoever has the case open may, as with freezing.
create or replace function app.remove_portal_passkeys(access uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.session_context();
  perform 1 from app.portal_accesses x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = access and x.case_id = any (array(select app.open_case_ids())) for update;
  if not found then return 0; end if;
  delete from app.portal_passkeys p where p.tenant_id = c.tenant_id and p.access_id = access;
  get diagnostics n = row_count;
  update private.portal_sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.access_id = access and s.ended_at is null;
  return n;
end $$;
grant execute on function app.remove_portal_passkeys(uuid) to {{staff}};
