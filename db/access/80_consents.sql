-- Consents: the team of a case records and withdraws them; the data protection officer reads that they exist.

-- Does this consent hold today? Granted to nobody: with a row made up, it would tell an age.
create or replace function app.consent_state(c app.consents) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  if c.withdrawn_at is not null then return 'withdrawn'; end if;
  -- with the case that it was given for (99_closing.sql)
  if c.ended_at is not null then return 'expired'; end if;
  if c.given_on > current_date then return 'planned'; end if;
  if c.expires_on < current_date then return 'expired'; end if;
  -- whoever spoke for somebody else does so until the day of the evidence, parents until the 18th birthday
  if c.represented_until_on < current_date then return 'representation_ended'; end if;
  if c.given_by = 'parents' and exists (select from app.persons p where p.tenant_id = c.tenant_id and p.id = c.person_id
      and (p.birth_on + interval '18 years')::date <= current_date) then return 'representation_ended'; end if;
  if not exists (select from app.consent_categories k where k.tenant_id = c.tenant_id and k.consent_id = c.id and k.withdrawn_at is null) then return 'withdrawn'; end if;
  return 'in_force';
end $$;

-- The state of each consent of a case, as every page and every rule sees it.
create or replace function app.consent_states(wanted_case uuid) returns table (consent_id uuid, state text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select x.id, app.consent_state(x) from app.consents x
    where x.tenant_id = c.tenant_id and x.case_id = wanted_case
      and (x.case_id = any (array(select app.open_case_ids())) or x.room_id = any (array(select app.supervised_room_ids())));
end $$;
grant execute on function app.consent_states(uuid) to {{staff}};

-- What a consent covers was said once: categories come with it, in its transaction, and never later.
create or replace function app.is_consent_being_recorded(consent uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.consents x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = consent
    and x.recorded_by = c.account_id and x.xmin = pg_current_xact_id()::xid);
end $$;
grant execute on function app.is_consent_being_recorded(uuid) to {{staff}};

create policy team_reads_consents on app.consents for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy officers_read_that_consents_exist on app.consents for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
-- emergency access opens a file to help, not to widen who reads it
create policy team_records_consents on app.consents for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and recorded_by = (select app.current_account()) and withdrawn_at is null and withdrawn_recorded_by is null
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_withdraws_consents on app.consents for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.consents to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, recipient_id, purpose, purpose_ct, direction, releases_secrecy, form, oral_note_ct, language,
    text_version, interpreter_ct, given_by, capacity_noted, representation_ct, represented_until_on, given_on, expires_on, recorded_by),
  update (sheet_document_id, withdrawn_at, withdrawn_recorded_by, withdrawal_form, version) on app.consents to {{staff}};

create policy team_reads_categories on app.consent_categories for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy officers_read_categories on app.consent_categories for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
create policy team_adds_categories on app.consent_categories for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and withdrawn_at is null
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and app.is_consent_being_recorded(consent_id));
create policy team_withdraws_categories on app.consent_categories for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.consent_categories to {{staff}};
grant insert (tenant_id, room_id, case_id, consent_id, life_area, kind), update (withdrawn_at) on app.consent_categories to {{staff}};

create or replace function app.guard_consent() returns trigger language plpgsql security definer set search_path = '' as $$
declare born date;
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if tg_op = 'INSERT' then
    -- before row security is asked: whoever is not on the team would learn an age from which of the two refusals comes
    if new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}')))
       or not exists (select from app.case_persons cp where cp.tenant_id = new.tenant_id and cp.case_id = new.case_id and cp.person_id = new.person_id) then
      raise exception using errcode = '42501', message = 'not a case of yours';
    end if;
    select p.birth_on into born from app.persons p where p.tenant_id = new.tenant_id and p.id = new.person_id;
    if new.given_by = 'parents' and born is not null and new.expires_on >= (born + interval '18 years')::date then
      raise exception using errcode = '23514', constraint = 'parents_speak_until_eighteen', message = 'parents speak until the 18th birthday';
    end if;
    if new.represented_until_on is not null and new.expires_on > new.represented_until_on then
      raise exception using errcode = '23514', constraint = 'representation_ends_first', message = 'nobody speaks for somebody longer than the evidence says';
    end if;
    return new;
  end if;
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception using errcode = '42501', message = 'a withdrawal stays';
  end if;
  if old.withdrawn_at is null and new.withdrawn_at is not null then
    new.withdrawn_at := now();
    -- on the own page the person withdraws in person
    new.withdrawn_recorded_by := case when session_user <> '{{portal_name}}' then app.current_account() end;
  end if;
  return new;
end $$;
create or replace trigger guard_consent before insert or update on app.consents for each row execute function app.guard_consent();

create or replace function app.guard_consent_category() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception using errcode = '42501', message = 'a withdrawal stays';
  end if;
  if new.withdrawn_at is not null then new.withdrawn_at := coalesce(old.withdrawn_at, now()); end if;
  return new;
end $$;
create or replace trigger guard_consent_category before update on app.consent_categories for each row execute function app.guard_consent_category();

-- A consent to nothing is none. Asked at the end of the transaction, when its categories are there.
create or replace function app.demand_categories() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return null; end if;
  if not exists (select from app.consent_categories k where k.tenant_id = new.tenant_id and k.consent_id = new.id) then
    raise exception using errcode = '23514', constraint = 'consent_names_categories', message = 'a consent names what it covers';
  end if;
  return null;
end $$;
drop trigger if exists demand_categories on app.consents;
create constraint trigger demand_categories after insert on app.consents deferrable initially deferred
  for each row execute function app.demand_categories();

create policy team_reads_releases on app.entry_releases for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_records_releases on app.entry_releases for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and released_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
-- a release recorded by mistake is taken back before anything leaves
create policy team_takes_releases_back on app.entry_releases for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select, delete on app.entry_releases to {{staff}};
grant insert (tenant_id, room_id, case_id, consent_id, entry_id, form, given_on, released_by) on app.entry_releases to {{staff}};
-- Exactly this entry was released: what is written into it later was not.
create or replace function app.end_releases_of_changed_entry() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from app.entry_releases r where r.tenant_id = new.tenant_id and r.case_id = new.case_id and r.entry_id = new.id;
  return null;
end $$;
create or replace trigger end_releases_of_changed_entry after update of text_ct on app.contacts for each row
  when (old.text_ct is distinct from new.text_ct) execute function app.end_releases_of_changed_entry();

create policy staff_reads_text_reviews on app.consent_text_reviews for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_record_text_reviews on app.consent_text_reviews for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and recorded_by = (select app.current_account()) and (select app.has_role('tenant_administrator')));
grant select on app.consent_text_reviews to {{staff}};
grant insert (tenant_id, id, language, text_version, reviewer, reviewed_on, recorded_by) on app.consent_text_reviews to {{staff}};
