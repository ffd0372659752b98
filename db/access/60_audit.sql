-- Does this case lie in a room of a controller that the session supervises?
create or replace function app.is_supervised_case(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.cases x where x.tenant_id = c.tenant_id and x.id = wanted and x.room_id = any (array(select app.supervised_room_ids())));
end $$;
-- Under which case a session may be recorded, so that nobody plants records in a file of others: a case that is open to it, one
-- whose head it reads as the lead of the room, one that this transaction opened, or one whose team this transaction changed
-- (whoever hands a case over has it no longer).
create or replace function app.may_be_recorded_under(wanted uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  if wanted is null then return true; end if;
  select * into c from app.session_context();
  if exists (select from app.open_cases_of(c.tenant_id, c.room_id, c.account_id) as o (id) where o.id = wanted) then return true; end if;
  if app.has_role('team_lead') and exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = wanted)
    and not exists (select from app.case_exclusions x where x.tenant_id = c.tenant_id and x.case_id = wanted and x.account_id = c.account_id) then return true; end if;
  -- a partner works in a case that is shared; an officer looks into the record of it, or checks its contents
  if wanted in (select h.case_id from app.active_shares() h) or app.is_supervised_case(wanted) then return true; end if;
  return app.is_newborn(wanted) or exists (select from app.case_team t
    where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.case_id = wanted and t.xmin = pg_current_xact_id()::xid);
end $$;
-- One look-up of the session for all that a record says of who wrote it: every request writes one.
create or replace function app.is_own_record(tenant uuid, account uuid, room uuid, session uuid, wanted_case uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.tenant_id = tenant and c.account_id = account and c.room_id is not distinct from room and c.session_id is not distinct from session
    and app.may_be_recorded_under(wanted_case);
end $$;
grant execute on function app.is_own_record(uuid, uuid, uuid, uuid, uuid), app.may_be_recorded_under(uuid), app.is_supervised_case(uuid) to {{staff}};

-- The access record: whoever acts adds to it; nobody changes it. Read by the team of the case and the data protection officer.
create policy staff_is_recorded on app.access_records for insert to {{staff}} with check (
  app.is_own_record(tenant_id, account_id, room_id, session_id, case_id));
create policy team_reads_the_record_of_its_cases on app.access_records for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and ((case_id is not null and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))))
    or room_id = any (array(select app.supervised_room_ids()))
    -- what partners did in a file stands in the record of their room, and is the business of the file's controller
    or (case_id is not null and (select app.has_role('data_protection_officer')) and app.is_supervised_case(case_id))));
create policy jobs_login_seals on app.access_records for select to {{jobs}} using (true);
grant select on app.access_records to {{staff}}, {{jobs}};
grant insert (tenant_id, id, room_id, account_id, session_id, function, action, object_kind, object_ids, case_id, purpose, reason_ct) on app.access_records to {{staff}};
-- at, xid and seq are not granted: the database says when and in which transaction, and the sealer numbers
create policy jobs_login_numbers on app.access_records for update to {{jobs}} using (seq is null) with check (seq is not null);
grant update (seq) on app.access_records to {{jobs}};

create policy data_protection_officers_read_seals on app.access_seals for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and chain_id = any (array(select app.supervised_room_ids())));
create policy jobs_login_reads_seals on app.access_seals for select to {{jobs}} using (true);
create policy jobs_login_adds_seals on app.access_seals for insert to {{jobs}} with check (true);
grant select on app.access_seals to {{staff}}, {{jobs}};
grant insert on app.access_seals to {{jobs}};

-- Where the sealer stands. Whoever gets the row seals; another process finds it taken and gets nothing.
create or replace function app.sealer_position() returns table (epoch integer, anchor_number bigint, anchor_hash text, anchored_at text)
language sql volatile security definer set search_path = '' as $$
  select s.epoch, s.anchor_number, s.anchor_hash, s.anchored_at::text from private.sealer_state s for update skip locked
$$;
create or replace function app.sealer_anchored(new_epoch integer, new_number bigint, new_hash text) returns void
language sql volatile security definer set search_path = '' as $$
  update private.sealer_state set epoch = new_epoch, anchor_number = new_number, anchor_hash = new_hash, anchored_at = clock_timestamp()
$$;
-- A statement that names no heads: what was sealed since the last anchor must still be anchored.
create or replace function app.sealer_stated(new_number bigint, new_hash text) returns void
language sql volatile security definer set search_path = '' as $$
  update private.sealer_state set anchor_number = new_number, anchor_hash = new_hash
$$;

-- Erasing the record by month. How long it is kept is a setting; below twelve months the database does not go, whatever stands there.
create or replace function app.record_months(tenant uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select greatest(12, coalesce((select case when (s.value #>> '{}') ~ '^[0-9]{1,3}$' then (s.value #>> '{}')::integer end
    from app.settings s where s.tenant_id = tenant and s.key = 'record_months'), 24))
$$;
-- Months of chains that are over, sealed to the last record and anchored to the last seal, of which records are left.
-- Months are those of UTC, as in the seals; the month in which the period ends stays until it is over itself.
create or replace function app.months_to_erase(only_chain uuid default null, only_month text default null) returns table (tenant_id uuid, chain_id uuid, room_id uuid, month text, keep_months integer)
language sql stable security definer set search_path = '' as $$
  select s.tenant_id, s.chain_id, s.room_id, s.month, t.keep
    from (select x.id, app.record_months(x.id) as keep from app.tenants x) t
    join app.access_seals s on s.tenant_id = t.id
     and s.month < to_char(date_trunc('month', now() at time zone 'UTC') - make_interval(months => t.keep), 'YYYY-MM')
     and (only_chain is null or s.chain_id = only_chain) and (only_month is null or s.month = only_month)
   group by s.tenant_id, s.chain_id, s.room_id, s.month, t.keep
  having max(s.sealed_at) < (select p.anchored_at from private.sealer_state p)
     and exists (select from app.access_records r where r.tenant_id = s.tenant_id and coalesce(r.room_id, r.tenant_id) = s.chain_id
       and r.seq between min(s.seq_from) and max(s.seq_to) and to_char(r.at at time zone 'UTC', 'YYYY-MM') = s.month)
     and not exists (select from app.access_records r where r.tenant_id = s.tenant_id and r.seq is null
       and coalesce(r.room_id, r.tenant_id) = s.chain_id and to_char(r.at at time zone 'UTC', 'YYYY-MM') = s.month)
   order by s.tenant_id, s.chain_id, s.month
$$;
-- The seals stay. Asks again whether the month may go: the login of the clock cannot erase what is younger either.
create or replace function app.erase_sealed_records(tenant uuid, chain uuid, wanted_month text, seals_from bigint[]) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare erased bigint;
begin
  if not exists (select from app.months_to_erase(chain, wanted_month) m where m.tenant_id = tenant) then
    raise exception 'this month of the record is not to be erased';
  end if;
  delete from app.access_records r using app.access_seals s
   where s.tenant_id = tenant and s.chain_id = chain and s.month = wanted_month and s.seq_from = any (seals_from)
     and r.tenant_id = tenant and coalesce(r.room_id, r.tenant_id) = chain and r.seq between s.seq_from and s.seq_to;
  get diagnostics erased = row_count;
  return erased;
end $$;
grant execute on function app.sealer_stated(bigint, text), app.months_to_erase(uuid, text), app.erase_sealed_records(uuid, uuid, text, bigint[]) to {{jobs}};

-- Seconds since the oldest record not sealed yet; below five it counts as none, so that watching it tells nothing of who works when.
create or replace function app.sealer_lag() returns integer
language sql stable security definer set search_path = '' as $$
  select case when x.lag < 5 then 0 else x.lag end from (select coalesce(max(extract(epoch from now() - r.at)), 0)::integer as lag
    from app.access_records r where r.seq is null) x
$$;
grant execute on function app.sealer_position(), app.sealer_anchored(integer, bigint, text), app.sealer_lag() to {{jobs}};

-- What is over goes by the clock: ended sessions, answers kept for a retry, used or expired invitations.
create or replace function app.delete_what_is_over() returns table (what text, rows bigint)
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from private.sessions s where s.expires_at < now() - interval '30 days' or s.ended_at < now() - interval '30 days';
  get diagnostics rows = row_count; what := 'sessions'; return next;
  delete from app.idempotency_keys k where k.created_at < now() - interval '2 days';
  get diagnostics rows = row_count; what := 'idempotency keys'; return next;
  delete from private.invitations i where i.expires_at < now() - interval '30 days';
  get diagnostics rows = row_count; what := 'invitations'; return next;
  delete from private.sign_in_failures f where not exists (select from unnest(f.failed_at) x where x > now() - interval '1 day');
  get diagnostics rows = row_count; what := 'sign-in failures'; return next;
  delete from app.jobs j where j.finished_at < now() - interval '90 days';
  get diagnostics rows = row_count; what := 'jobs'; return next;
  delete from app.case_origins o where o.delete_on <= current_date;
  get diagnostics rows = row_count; what := 'original cells'; return next;
  -- a code is dead after minutes; for a day the page still knows what was photographed with it, and the photographs stay in the file
  delete from app.photo_tickets t where t.expires_at < now() - interval '1 day';
  get diagnostics rows = row_count; what := 'codes for photographs'; return next;
  delete from app.incoming_moves m where m.received_at < now() - interval '30 days';
  get diagnostics rows = row_count; what := 'packages that nobody took'; return next;
end $$;
-- Which of these stored files no row names: uploads whose transaction never committed.
create or replace function app.unnamed_files(stored text[]) returns setof text
language sql stable security definer set search_path = '' as $$
  select x from unnest(stored) x
   where not exists (select from app.documents d where d.stored_name = x)
     and not exists (select from app.papers p where p.stored_name = x)
     and not exists (select from app.imports i where i.stored_name = x)
     and not exists (select from app.inbox_items n where x = any (n.stored_names))
     and not exists (select from app.archive_packages k where k.stored_name = x)
     and not exists (select from app.case_moves m where m.stored_name = x) and not exists (select from app.incoming_moves n where n.stored_name = x)
$$;
grant execute on function app.delete_what_is_over(), app.unnamed_files(text[]) to {{jobs}};

-- Who stands in the record of supervised rooms: names alone, for reading it.
create or replace function app.recorded_accounts() returns table (id uuid, given_name text, family_name text, organisation text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('data_protection_officer') then return; end if;
  return query select a.id, a.given_name, a.family_name, o.name from app.accounts a
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
    where a.tenant_id = c.tenant_id
      and (exists (select from app.memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.room_id = any (array(select app.supervised_room_ids())))
        -- partners who were let into a file of these rooms
        or exists (select from app.share_members m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.room_id = any (array(select app.supervised_room_ids()))))
    order by a.family_name, a.given_name, a.id;
end $$;
-- Numbers of cases in supervised rooms, by id or by number: the record names cases by number, nobody in them.
create or replace function app.recorded_cases(wanted uuid[], wanted_number text) returns table (id uuid, number text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('data_protection_officer') then return; end if;
  return query select x.id, x.number from app.cases x where x.tenant_id = c.tenant_id and x.room_id = any (array(select app.supervised_room_ids()))
    and (x.id = any (wanted) or x.number = wanted_number);
end $$;
grant execute on function app.recorded_accounts(), app.recorded_cases(uuid[], text) to {{staff}};
