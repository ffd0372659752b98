-- A sheet is read by the team of its case, written by whoever gives, confirmed by whoever takes.
create policy team_reads_sheets on app.handover_sheets for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_writes_sheets on app.handover_sheets for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and from_id = (select app.current_account()));
create policy takers_confirm_sheets on app.handover_sheets for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and to_id = (select app.current_account()));
grant select on app.handover_sheets to {{staff}};
grant insert (tenant_id, room_id, id, case_id, kind, from_id, to_id, until_on, content_ct), update (read_at, version) on app.handover_sheets to {{staff}};
-- When it was read is said by the clock, and once.
create or replace function app.guard_sheet() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.read_at is not null and new.read_at is distinct from old.read_at then raise exception using errcode = '42501', message = 'a confirmation stays'; end if;
  if old.read_at is null and new.read_at is not null then new.read_at := now(); end if;
  return new;
end $$;
create or replace trigger guard_sheet before update on app.handover_sheets for each row execute function app.guard_sheet();
