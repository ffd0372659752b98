-- The access record: whoever acts adds to it; nobody changes it. Read by the team of the case and the data protection officer.
create policy staff_is_recorded on app.access_records for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and account_id = (select app.current_account())
  and room_id is not distinct from (select app.current_room()));
create policy team_reads_the_record_of_its_cases on app.access_records for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and ((case_id is not null and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))))
    or room_id = any (array(select app.supervised_room_ids()))));
create policy jobs_login_seals on app.access_records for select to {{jobs}} using (true);
grant select on app.access_records to {{staff}}, {{jobs}};
grant insert (tenant_id, id, room_id, account_id, session_id, function, action, object_kind, object_ids, case_id, purpose, reason_ct) on app.access_records to {{staff}};
-- at and xid are not granted: the database says when, and in which transaction

create policy data_protection_officers_read_seals on app.access_seals for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and chain_id = any (array(select app.supervised_room_ids())));
create policy jobs_login_adds_seals on app.access_seals for all to {{jobs}} using (true);
grant select on app.access_seals to {{staff}}, {{jobs}};
grant insert on app.access_seals to {{jobs}};

-- Where the sealer stands. The horizon is the oldest transaction still running: below it everything is committed or gone.
create or replace function app.sealer_position() returns table (epoch integer, sealed_below text, horizon text)
language sql volatile security definer set search_path = '' as $$
  select s.epoch, s.sealed_below::text, pg_snapshot_xmin(pg_current_snapshot())::text from private.sealer_state s for update
$$;
create or replace function app.sealer_moved_to(new_epoch integer, below text) returns void
language sql volatile security definer set search_path = '' as $$
  update private.sealer_state set epoch = new_epoch, sealed_below = below::xid8 where new_epoch > epoch or (new_epoch = epoch and below::xid8 >= sealed_below)
$$;
grant execute on function app.sealer_position(), app.sealer_moved_to(integer, text) to {{jobs}};
