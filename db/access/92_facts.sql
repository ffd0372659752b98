-- Facts follow the person; what may hurt follows the case under which it was recorded. In a room of an authority, which has no
-- cases, both follow the person.
create policy staff_reads_facts_of_open_persons on app.facts for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((select app.acts_room_wide())
    or (person_id = any (array(select app.open_person_ids())) and (not is_guarded or case_id = any (array(select app.open_case_ids()))))));
create policy staff_records_facts_of_open_persons on app.facts for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and recorded_by = (select app.current_account()) and withdrawn_at is null and not is_by_person
  and case when case_id is null then (select app.acts_room_wide())
      else case_id = any (array(select app.open_case_ids()))
        -- a person of this very case: what is guarded would else be read by the team of another
        and exists (select from app.case_persons cp where cp.tenant_id = facts.tenant_id and cp.case_id = facts.case_id and cp.person_id = facts.person_id) end);
-- nothing is changed but that it no longer counts: another value is another entry
create policy staff_withdraws_facts_of_open_persons on app.facts for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((select app.acts_room_wide())
    or (person_id = any (array(select app.open_person_ids())) and case_id = any (array(select app.open_case_ids())))));
grant select on app.facts to {{staff}};
grant insert (tenant_id, room_id, id, person_id, case_id, key, value, value_ct, is_guarded, from_on, until_on, source, stated_on, found_by, evidence_document_id, recorded_by),
  update (withdrawn_at, version) on app.facts to {{staff}};

-- For the nightly run alone: what the rules may read without a person before the screen. What is guarded stays sealed in the
-- night too: a night that opened it would need the keys of all.
create or replace function app.facts_for_deadlines(of_tenant uuid, persons uuid[])
returns table (person_id uuid, key text, value jsonb, from_on date, until_on date, stated_on date, recorded_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select coalesce(p.merged_into, p.id), f.key, f.value, f.from_on, f.until_on, f.stated_on, f.recorded_at
    from app.persons p join app.facts f on f.tenant_id = p.tenant_id and f.room_id = p.room_id and f.person_id = p.id
   where p.tenant_id = of_tenant and coalesce(p.merged_into, p.id) = any (persons) and f.withdrawn_at is null and not f.is_guarded
$$;
revoke all on function app.facts_for_deadlines(uuid, uuid[]) from public;
grant execute on function app.facts_for_deadlines(uuid, uuid[]) to {{jobs}};
