-- What a personal token may do is its row's to say, not the program's: a token without the scope "write" changes nothing, by
-- whatever statement or function. A trigger and not a policy, since functions that run as the owner pass by policies. Reading
-- writes the record, so that table and the mark of when a session was last seen stay open.
create or replace function app.keep_to_the_scopes() returns trigger
language plpgsql security definer set search_path = '' as $$
declare secret text := nullif(current_setting('app.session', true), '');
begin
  if secret is not null and not exists (select from private.sessions s where s.tenant_id = left(secret, 36)::uuid
       and s.token_hash = sha256(convert_to(secret, 'UTF8')) and 'write' = any (s.scopes)) then
    raise exception using errcode = '42501', message = 'this token only reads';
  end if;
  return null;
end $$;
-- every table there is and will be: the check of the start refuses one without
do $$
declare t record;
begin
  for t in select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'private') and c.relkind in ('r', 'p') and c.oid <> 'app.access_records'::regclass loop
    execute format('create or replace trigger keep_to_the_scopes before insert or delete or update %s on %I.%I for each statement execute function app.keep_to_the_scopes()',
      case when t.schema = 'private' and t.name = 'sessions' then 'of tenant_id, token_hash, id, account_id, room_id, kind, name, scopes, idle, expires_at, ended_at' else '' end, t.schema, t.name);
  end loop;
end $$;
