-- A sheet is read by the team of its case, written by whoever gives, confirmed by whoever takes.
create policy team_reads_sheets on app.handover_sheets for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_writes_sheets on app.handover_sheets for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and from_id = (select app.current_account()));
create policy takers_confirm_sheets on app.handover_sheets for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and to_id = (select app.current_account()));
grant select on app.handover_sheets to {{staff}};
grant insert (tenant_id, room_id, id, case_id, kind, from_id, to_id, until_on, content_ct), update (read_at, version) on app.handover_sheets to {{staff}};
