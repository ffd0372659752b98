-- What began can be ended early, and what was set by mistake is lifted: both by functions, so that nothing else of the row can change.
create or replace function app.end_emergency_access(wanted_case uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.session_context();
  -- its time ends; that it was, why, and its review stay
  update app.emergency_accesses e set ends_at = now()
   where e.tenant_id = c.tenant_id and e.room_id = c.room_id and e.case_id = wanted_case and e.account_id = c.account_id and e.ends_at > now();
  get diagnostics n = row_count;
  return n;
end $$;

-- An exclusion hides a case from somebody related to the person. Lifting it opens nothing by itself: somebody still has to be
-- assigned. So it takes one lead of the room who is not the excluded one; who, when and why stay in the record of the case.
create or replace function app.lift_exclusion(wanted_case uuid, excluded uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or excluded = c.account_id or not app.has_role('team_lead') or wanted_case = any (array(select app.excluded_case_ids())) then return false; end if;
  delete from app.case_exclusions x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = wanted_case and x.account_id = excluded;
  return found;
end $$;
grant execute on function app.end_emergency_access(uuid), app.lift_exclusion(uuid, uuid) to {{staff}};
