-- The end of a case is the team's: what it told the person stays as it was said, and an answer once recorded too.
{{#each closing_letters aftercare_contacts}}
create policy team_reads_what_comes_after on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}
create policy team_writes_closing_letters on app.closing_letters for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and made_by = (select app.current_account()));
grant insert (tenant_id, room_id, id, case_id, closure_id, person_id, language, content_ct, made_on, made_by) on app.closing_letters to {{staff}};

create policy team_plans_aftercare on app.aftercare_contacts for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and result is null);
create policy team_records_aftercare on app.aftercare_contacts for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, closure_id, position, due_on),
  update (result, recorded_on, recorded_by, note_ct, version) on app.aftercare_contacts to {{staff}};
create or replace function app.guard_aftercare() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.result is not null and (new.result, new.recorded_on, new.recorded_by, new.note_ct) is distinct from (old.result, old.recorded_on, old.recorded_by, old.note_ct) then
    raise exception using errcode = '42501', message = 'what was recorded stays';
  end if;
  if old.result is null and new.result is not null then new.recorded_by := app.current_account(); end if;
  return new;
end $$;
create or replace trigger guard_aftercare before update on app.aftercare_contacts for each row execute function app.guard_aftercare();

-- to whom it goes is said with the closing
grant insert (organisation_id) on app.case_closures to {{staff}};

-- A consent was given for this case: with it, it ends. What it allowed until then stays allowed.
create or replace function app.end_consents_of_closed_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.consents x set ended_at = now(), version = x.version + 1
   where x.tenant_id = new.tenant_id and x.case_id = new.id and x.ended_at is null and app.consent_state(x) in ('in_force', 'planned');
  return null;
end $$;
create or replace trigger end_consents_of_closed_case after update of closed_on on app.cases for each row
  when (old.closed_on is null and new.closed_on is not null) execute function app.end_consents_of_closed_case();

-- The letters on the person's own page: this person's, of this case.
create or replace function app.portal_closing_letters() returns table (id uuid, language text, content_ct bytea, made_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select l.id, l.language, l.content_ct, l.made_on from app.closing_letters l
    where l.tenant_id = c.tenant_id and l.case_id = c.case_id and l.person_id = c.person_id
      -- it tells the result of every goal: with one that is held back, or of an area that is off here, it stays the paper that was handed over
      and not exists (select from app.plan_goals g where g.tenant_id = c.tenant_id and g.case_id = c.case_id and g.person_id = c.person_id and g.state = 'closed' and not g.is_entrusted
        and (not app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, g.life_area) or app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'goal', g.id)
          or exists (select from app.plan_measures m where m.tenant_id = g.tenant_id and m.case_id = g.case_id and m.goal_id = g.id and app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'measure', m.id))))
    order by l.made_on desc, l.id;
end $$;
grant execute on function app.portal_closing_letters() to {{portal}};
-- the team that looks at the page as the person sees it (99_zz_portal_staff.sql)
grant execute on function app.portal_closing_letters() to {{staff}};
