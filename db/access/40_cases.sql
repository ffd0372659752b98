create or replace function app.next_case_number(for_year integer) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.session_context();
  -- the number tells how many cases there are: not for everybody
  if c.room_id is null or not app.has_role('case_manager', 'team_lead', 'intake') then
    raise exception using errcode = '42501', message = 'opens no cases';
  end if;
  insert into private.case_counters as k (tenant_id, year, next) values (c.tenant_id, for_year, 2)
    on conflict (tenant_id, year) do update set next = k.next + 1 returning next - 1 into n;
  return for_year || '-' || lpad(n::text, 4, '0');
end $$;

-- A case this transaction opened for this account: for the rows that come with opening it (persons, first lead, first phase).
create or replace function app.is_newborn(case_id uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = is_newborn.case_id
    and x.born_in = pg_current_xact_id() and x.created_by = c.account_id);
end $$;

-- Who may be taken into a case: persons of the cases one works on, and persons without a case under the usual rules. Emergency
-- access opens persons for an hour, and a substitution until its end; taking them into a case of one's own would make that
-- forever. A record that is one person with somebody in a file not joined would bring that file's person along.
create or replace function app.may_attach_person(person uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null then return false; end if;
  return exists (select from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = person
      and not p.has_case and (p.recorded_by = c.account_id or app.has_role('team_lead', 'intake'))
      and not exists (select from app.persons kin where kin.tenant_id = p.tenant_id and kin.room_id = p.room_id and kin.has_case
        and (kin.id = p.merged_into or kin.merged_into = p.id or kin.merged_into = p.merged_into)))
    or exists (select from app.persons p
      join app.persons kin on kin.tenant_id = p.tenant_id and kin.room_id = p.room_id
        and (kin.id = p.id or kin.id = p.merged_into or kin.merged_into = p.id or kin.merged_into = p.merged_into)
      join app.case_persons cp on cp.tenant_id = kin.tenant_id and cp.person_id = kin.id
      where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.id = person
        and cp.case_id = any (array(select app.team_case_ids('{lead,member}'))));
end $$;

-- Answers about files that the asker works on or, as the lead of the room, assigns; of others nothing is said.
create or replace function app.is_excluded(case_id uuid, account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.case_exclusions x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.case_id = is_excluded.case_id and x.account_id = account
    and (x.case_id = any (array(select app.open_case_ids())) or (app.has_role('team_lead') and x.case_id <> all (array(select app.excluded_case_ids())))));
end $$;

-- Cases: the team reads and works the whole file; the team lead of the room reads the head (app.cases) of every case.
create policy team_and_lead_read_heads on app.cases for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (id = any (array(select app.open_case_ids()))
    or ((select app.has_role('team_lead')) and id <> all (array(select app.excluded_case_ids())))));
create policy staff_opens_cases on app.cases for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and created_by = (select app.current_account()) and born_in = pg_current_xact_id()
  and (select app.has_role('case_manager', 'team_lead', 'intake')));
create policy team_changes_cases on app.cases for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and id = any (array(select app.open_case_ids())));
grant select on app.cases to {{staff}};
grant insert (tenant_id, room_id, id, number, phase, opened_on, admitted_on, closed_on, import_id, key_ref, created_by),
  update (phase, opened_on, admitted_on, closed_on, version) on app.cases to {{staff}};
-- main_name, lead_id, next_due_on and so on are not granted: triggers keep them from the tables that own the facts

create policy team_reads_persons_of_the_case on app.case_persons for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_persons_to_the_case on app.case_persons for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (app.is_newborn(case_id) or case_id = any (array(select app.open_case_ids())))
  and app.may_attach_person(person_id));
create policy team_changes_persons_of_the_case on app.case_persons for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.case_persons to {{staff}};
grant insert (tenant_id, room_id, case_id, person_id, is_main, joined_on, left_on), update (is_main, left_on) on app.case_persons to {{staff}};

create policy team_reads_relations on app.case_relations for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_relations on app.case_relations for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_changes_relations on app.case_relations for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
-- a relation typed by mistake is wrong data about two persons
create policy team_removes_relations on app.case_relations for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select, delete on app.case_relations to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, other_person_id, other_name_ct, kind, from_on, until_on),
  update (kind, other_name_ct, from_on, until_on, version) on app.case_relations to {{staff}};

create policy team_and_lead_read_the_team on app.case_team for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (case_id = any (array(select app.open_case_ids()))
    or ((select app.has_role('team_lead')) and case_id <> all (array(select app.excluded_case_ids())))));
create policy leads_assign on app.case_team for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and assigned_by = (select app.current_account())
  and app.works_on_cases(tenant_id, room_id, account_id)
  and not app.is_excluded(case_id, account_id)
  and (app.is_newborn(case_id)
    or case_id = any (array(select app.team_case_ids('{lead,substitute}')))
    or ((select app.has_role('team_lead')) and case_id <> all (array(select app.excluded_case_ids()))))
  -- assigning oneself is joining, and joining is the lead's and says why: a substitute's last day is not for the substitute to move
  and (account_id <> (select app.current_account()) or app.is_newborn(case_id)
    or (reason_ct is not null and (select app.has_role('team_lead')))));
create policy leads_end_assignments on app.case_team for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (account_id = (select app.current_account())
    or case_id = any (array(select app.team_case_ids('{lead,substitute}')))
    or ((select app.has_role('team_lead')) and case_id <> all (array(select app.excluded_case_ids())))));
grant select on app.case_team to {{staff}};
grant insert (tenant_id, room_id, id, case_id, account_id, function, from_on, until_on, reason_ct, assigned_by),
  update (until_on, version) on app.case_team to {{staff}};

-- An ended assignment stays ended: only a new row, which says who assigned it, brings somebody back.
create or replace function app.guard_case_team() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if new.until_on is null and old.until_on is not null or (old.until_on is not null and new.until_on > old.until_on) then
    raise exception using errcode = '42501', message = 'a longer assignment is a new assignment';
  end if;
  -- who was in the team on a day that is over stays on record
  if new.until_on is distinct from old.until_on and (old.until_on < current_date or new.until_on < current_date - 1) then
    raise exception using errcode = '42501', message = 'the past of an assignment stays';
  end if;
  return new;
end $$;
create or replace trigger guard_case_team before update on app.case_team for each row execute function app.guard_case_team();

create policy team_reads_exclusions on app.case_exclusions for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (case_id = any (array(select app.open_case_ids()))
    or ((select app.has_role('team_lead')) and case_id <> all (array(select app.excluded_case_ids())))));
create policy team_sets_exclusions on app.case_exclusions for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and set_by = (select app.current_account())
  -- whoever leads excludes somebody; everybody on the team may say it of themselves
  and (case_id = any (array(select app.team_case_ids('{lead,substitute}')))
    or (account_id = (select app.current_account()) and case_id = any (array(select app.team_case_ids('{member}'))))
    or ((select app.has_role('team_lead')) and case_id <> all (array(select app.excluded_case_ids())))));
grant select on app.case_exclusions to {{staff}};
grant insert (tenant_id, room_id, case_id, account_id, set_by) on app.case_exclusions to {{staff}};

create policy team_reads_phases on app.case_phases for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_phases on app.case_phases for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and moved_by = (select app.current_account())
  and (case_id = any (array(select app.open_case_ids())) or app.is_newborn(case_id)));
create policy team_ends_phases on app.case_phases for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.case_phases to {{staff}};
grant insert (tenant_id, room_id, id, case_id, phase, began_on, ended_on, moved_by, note_ct), update (ended_on) on app.case_phases to {{staff}};

create policy team_reads_admissions on app.case_admissions for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_admissions on app.case_admissions for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (case_id = any (array(select app.open_case_ids())) or app.is_newborn(case_id)));
create policy team_changes_admissions on app.case_admissions for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.case_admissions to {{staff}};
grant insert (tenant_id, room_id, case_id, access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct, legal_basis_id,
    informed_on, informed_language, team_release_on, team_release_form),
  update (access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct, legal_basis_id,
    informed_on, informed_language, team_release_on, team_release_form, version) on app.case_admissions to {{staff}};

create policy team_reads_closures on app.case_closures for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_closures on app.case_closures for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and closed_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_reopens on app.case_closures for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.case_closures to {{staff}};
grant insert (tenant_id, room_id, id, case_id, reason, handover, handover_ct, closed_on, closed_by), update (reopened_on) on app.case_closures to {{staff}};

create policy team_reads_contacts on app.contacts for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_contacts on app.contacts for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and (case_id = any (array(select app.open_case_ids())) or app.is_newborn(case_id)));
create policy team_changes_contacts on app.contacts for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.contacts to {{staff}};
grant insert (tenant_id, room_id, id, case_id, kind, happened_on, happened_at, minutes, place, language, interpreting, life_areas, text_ct,
    is_entrusted, entrusted_review_due, is_complete, author_id),
  update (kind, happened_on, happened_at, minutes, place, language, interpreting, life_areas, text_ct, is_entrusted, entrusted_review_due,
    is_complete, withdrawn_at, version, updated_at) on app.contacts to {{staff}};

create policy team_reads_persons_of_contacts on app.contact_persons for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_names_persons_of_contacts on app.contact_persons for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
-- a contact recorded for a family is separable: a person is taken off it
create policy team_separates_persons_from_contacts on app.contact_persons for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select, delete on app.contact_persons to {{staff}};
grant insert (tenant_id, room_id, case_id, contact_id, person_id) on app.contact_persons to {{staff}};

create policy team_reads_follow_ups on app.follow_ups for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_follow_ups on app.follow_ups for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and app.works_on_cases(tenant_id, room_id, owner_id)
  and (case_id = any (array(select app.open_case_ids())) or app.is_newborn(case_id)));
create policy team_changes_follow_ups on app.follow_ups for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.follow_ups to {{staff}};
grant insert (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, life_areas, created_by),
  update (owner_id, due_on, title_ct, life_areas, done_on, done_by, version) on app.follow_ups to {{staff}};

create policy team_reads_documents on app.documents for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_documents on app.documents for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_documents on app.documents for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.documents to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, name_ct, kind, media_type, size, mac, stored_name, dated_on, hazards, life_areas, is_entrusted, author_id),
  update (name_ct, kind, dated_on, person_id, life_areas, is_entrusted, withdrawn_at, version) on app.documents to {{staff}};

create policy authors_and_lead_read_short_advices on app.short_advices for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((select app.has_role('team_lead')) or (author_id = (select app.current_account()) and (select app.has_role('case_manager')))));
create policy case_managers_add_short_advices on app.short_advices for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and author_id = (select app.current_account()) and (select app.has_role('case_manager', 'team_lead')));
create policy authors_change_short_advices on app.short_advices for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account()))
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
    and (case_id is null or case_id = any (array(select app.open_case_ids()))));
grant select on app.short_advices to {{staff}};
grant insert (tenant_id, room_id, id, happened_on, language, life_areas, outcome, minutes, author_id),
  update (happened_on, language, life_areas, outcome, minutes, case_id, version) on app.short_advices to {{staff}};

-- drafts are deleted when the text is saved
create policy authors_keep_own_drafts on app.drafts for all to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and account_id = (select app.current_account()) and case_id = any (array(select app.open_case_ids())));
grant select, delete on app.drafts to {{staff}};
grant insert (tenant_id, room_id, account_id, case_id, place, text_ct), update (text_ct, version, updated_at) on app.drafts to {{staff}};

-- a view taken away is gone: it is nobody's data but a habit
create policy accounts_keep_own_views on app.saved_views for all to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account()));
grant select, delete on app.saved_views to {{staff}};
grant insert (tenant_id, room_id, account_id, id, list, name, query, place), update (place) on app.saved_views to {{staff}};

create policy staff_reads_emergency_accesses on app.emergency_accesses for select to {{staff}} using (
  tenant_id = (select app.current_tenant())
  and ((account_id = (select app.current_account()) and room_id = (select app.current_room()))
    or case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))
    or room_id = any (array(select app.supervised_room_ids()))));
create policy data_protection_officers_review on app.emergency_accesses for update to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())))
  with check (tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids()))
    and reviewed_by = (select app.current_account()) and account_id <> (select app.current_account()));
grant select on app.emergency_accesses to {{staff}};
grant update (reviewed_at, reviewed_by, review, review_note_ct, version) on app.emergency_accesses to {{staff}};

-- What the officer reviews: who, which case, when. Officers are in no room, so names and numbers come from here.
create or replace function app.emergency_accesses_to_review() returns table (id uuid, room_name text, case_number text, given_name text, family_name text,
  key_ref text, reason_ct bytea, began_at timestamptz, ends_at timestamptz, review_due_on date, reviewed_at timestamptz, review text, review_note_ct bytea, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select e.id, r.name, x.number, a.given_name, a.family_name, e.key_ref, e.reason_ct, e.began_at, e.ends_at, e.review_due_on,
      e.reviewed_at, e.review, e.review_note_ct, e.version
    from app.emergency_accesses e
    join app.rooms r on r.tenant_id = e.tenant_id and r.id = e.room_id
    join app.cases x on x.tenant_id = e.tenant_id and x.id = e.case_id
    join app.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id
   where e.tenant_id = c.tenant_id and e.room_id = any (array(select app.supervised_room_ids()))
   order by (e.reviewed_at is not null), e.review_due_on, e.began_at desc, e.id
   limit 500;
end $$;

-- Hands leadership of many cases to one account, one result a case; open follow-ups of the lead before go along. As a function because
-- a team lead reassigns files that remain closed to them. Nobody can use it to get into a file: that is joining.
create or replace function app.reassign_cases(wanted uuid[], rows uuid[], to_account uuid) returns table (case_id uuid, outcome text)
language plpgsql volatile security definer set search_path = '' as $$
declare c record; is_lead boolean; works boolean; excluded uuid[]; mine uuid[]; verdicts text[]; movable uuid[];
begin
  select * into c from app.session_context();
  if c.room_id is null or cardinality(wanted) <> cardinality(rows) then return; end if;
  is_lead := app.has_role('team_lead');
  works := app.works_on_cases(c.tenant_id, c.room_id, to_account);
  excluded := array(select app.excluded_case_ids());
  mine := array(select app.team_case_ids('{lead,substitute}'));
  perform from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = any (wanted) order by x.id for update;
  verdicts := array(select case
        when x.id is null or not (x.id = any (mine) or (is_lead and x.id <> all (excluded))) then 'not_found'
        when not works then 'not_in_room'
        when exists (select from app.case_exclusions e where e.tenant_id = c.tenant_id and e.case_id = x.id and e.account_id = to_account) then 'excluded'
        when x.closed_on is not null then 'closed'
        when x.lead_id = to_account then 'already_lead'
        when to_account = c.account_id and not (is_lead and exists (select from app.case_team t where t.tenant_id = c.tenant_id
            and t.case_id = x.id and t.account_id = c.account_id and (t.until_on is null or t.until_on >= current_date))) then 'join_first'
        else 'reassigned' end
      from unnest(wanted) with ordinality w(id, place)
      left join app.cases x on x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = w.id
     order by w.place);
  movable := array(select v.id from unnest(wanted, verdicts) v(id, verdict) where v.verdict = 'reassigned');
  update app.follow_ups f set owner_id = to_account, version = f.version + 1
    from app.cases x
   where x.tenant_id = c.tenant_id and x.id = any (movable)
     and f.tenant_id = x.tenant_id and f.room_id = x.room_id and f.case_id = x.id and f.done_on is null
     -- where nobody led, reminders lie with whoever read the list in and is not on the team: on no page of theirs
     and (f.owner_id = x.lead_id or (x.lead_id is null and not exists (select from app.case_team t where t.tenant_id = x.tenant_id and t.room_id = x.room_id
       and t.case_id = x.id and t.account_id = f.owner_id and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date))));
  -- and what the lead before has still to do in the plan
  update app.plan_measures m set responsible_account_id = to_account, version = m.version + 1
    from app.cases x
   where x.tenant_id = c.tenant_id and x.id = any (movable)
     and m.tenant_id = x.tenant_id and m.room_id = x.room_id and m.case_id = x.id and m.state in ('open', 'running') and m.responsible_account_id = x.lead_id;
  update app.case_team t set until_on = greatest(t.from_on, current_date) - 1, version = t.version + 1
   where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.case_id = any (movable)
     and ((t.function = 'lead' and (t.until_on is null or t.until_on >= current_date)) or (t.account_id = to_account and (t.until_on is null or t.until_on >= current_date)));
  insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by)
    select c.tenant_id, c.room_id, v.row_id, v.id, to_account, 'lead', current_date, c.account_id
      from unnest(wanted, rows, verdicts) v(id, row_id, verdict) where v.verdict = 'reassigned';
  return query select v.id, v.verdict from unnest(wanted, verdicts) v(id, verdict);
end $$;
grant execute on function app.emergency_accesses_to_review(), app.reassign_cases(uuid[], uuid[], uuid) to {{staff}};

-- For the page of emergency access: which case bears this number, if any, and under which key its reason is sealed.
create or replace function app.find_case_for_emergency(wanted_number text) returns table (case_id uuid, key_ref text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') then return; end if;
  return query select x.id, x.key_ref from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.number = wanted_number
    and x.id <> all (array(select app.excluded_case_ids()));
end $$;
create or replace function app.begin_emergency_access(emergency uuid, wanted_case uuid, reason bytea, minutes integer, review_due date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') or minutes not between 1 and 60 or reason is null
     or not exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = wanted_case
       and x.id <> all (array(select app.excluded_case_ids()))) then return false; end if;
  insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at, review_due_on)
    values (c.tenant_id, c.room_id, emergency, wanted_case, c.account_id,
      (select x.key_ref from app.cases x where x.tenant_id = c.tenant_id and x.id = wanted_case), reason, now() + make_interval(mins => minutes),
      -- five working days are at most a fortnight with holidays; whoever is reviewed does not put it off
      least(review_due, current_date + 14));
  return true;
end $$;

grant execute on function app.next_case_number(integer), app.is_newborn(uuid), app.may_attach_person(uuid),
  app.is_excluded(uuid, uuid), app.find_case_for_emergency(text), app.begin_emergency_access(uuid, uuid, bytea, integer, date) to {{staff}};
