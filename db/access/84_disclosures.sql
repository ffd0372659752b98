-- Disclosures: chosen in the file of a case, judged by consent or by a second person, and unchangeable once sent.

create or replace function app.is_own_draft(disclosure uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.disclosures d where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.id = disclosure
    and d.author_id = c.account_id and d.state = 'draft');
end $$;

-- What stands against one item: of a draft, or of what could be chosen for it. Granted to nobody.
create or replace function app.problems_of_item(d app.disclosures, i app.disclosure_items) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare found text[] := '{}'; e app.consents; roots uuid[];
begin
  select x.* into e from app.consents x where x.tenant_id = d.tenant_id and x.id = d.consent_id;
  -- whom it concerns: the person named, those whom the contact names, or everybody
  roots := array(select app.concerned_roots(d.tenant_id, d.case_id, case when i.field = 'contact' then i.entry_id end, i.person_id));
  if cardinality(roots) = 0 then found := found || text 'concerns_nobody'; end if;
  if i.entry_id is not null then
    if i.field = 'contact' and not exists (select from app.contacts x where x.tenant_id = d.tenant_id and x.case_id = d.case_id and x.id = i.entry_id
          and x.withdrawn_at is null and x.version = i.entry_version)
       or i.field = 'document' and not exists (select from app.documents x where x.tenant_id = d.tenant_id and x.case_id = d.case_id and x.id = i.entry_id
          and x.withdrawn_at is null) then found := found || text 'changed_meanwhile'; end if;
    if (exists (select from app.contacts x where x.tenant_id = d.tenant_id and x.case_id = d.case_id and x.id = i.entry_id and x.is_entrusted)
        or exists (select from app.documents x where x.tenant_id = d.tenant_id and x.case_id = d.case_id and x.id = i.entry_id and x.is_entrusted))
       and not (d.consent_id is not null and exists (select from app.entry_releases r
          where r.tenant_id = d.tenant_id and r.consent_id = d.consent_id and r.entry_id = i.entry_id)) then
      found := found || text 'entrusted';
    end if;
  end if;
  if d.consent_id is not null then
    if exists (select from unnest(roots) r where r <> (select coalesce(p.merged_into, p.id) from app.persons p where p.tenant_id = d.tenant_id and p.id = e.person_id))
      then found := found || text 'concerns_others'; end if;
    if i.category in ('identity', 'residence', 'reachability', 'language', 'family') then
      if not exists (select from app.consent_categories k where k.tenant_id = d.tenant_id and k.consent_id = d.consent_id and k.kind = i.category and k.withdrawn_at is null)
        then found := found || text 'not_covered'; end if;
    elsif cardinality(i.life_areas) = 0 or exists (select from unnest(i.life_areas) area where not exists (select from app.consent_categories k
        where k.tenant_id = d.tenant_id and k.consent_id = d.consent_id and k.kind = i.category and k.life_area = area and k.withdrawn_at is null)) then
      found := found || text 'not_covered';
    end if;
    if i.category not in ('identity', 'residence', 'reachability', 'language', 'family') and not e.releases_secrecy and d.exception is null then
      found := found || text 'secrecy';
    end if;
  -- all entries of case management count as secret: without the person's release only a statutory exception lets one out
  elsif i.entry_id is not null and d.exception is null then
    found := found || text 'secrecy';
  end if;
  return found;
end $$;

-- Why it may not leave: codes, each with the position of the item where it is one item's. Empty: nothing stands against it.
-- The page shows these, and the trigger below refuses by them. Granted to nobody: app.disclosure_problems asks whose case it is.
create or replace function app.problems_of(d app.disclosures) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare found text[] := '{}'; i app.disclosure_items; e app.consents; basis text;
begin
  if not exists (select from app.disclosure_items x where x.tenant_id = d.tenant_id and x.disclosure_id = d.id) then found := found || text 'no_items'; end if;
  select b.kind into basis from app.legal_bases b where b.tenant_id = d.tenant_id and b.id = d.legal_basis_id and b.retired_at is null;
  if basis is null then found := found || text 'basis_retired'; end if;
  if d.consent_id is not null then
    select x.* into e from app.consents x where x.tenant_id = d.tenant_id and x.id = d.consent_id;
    if app.consent_state(e) <> 'in_force' then found := found || text 'consent_not_in_force'; end if;
    if e.recipient_id is distinct from d.recipient_id then found := found || text 'consent_names_another_recipient'; end if;
    if e.direction = 'from_recipient' then found := found || text 'consent_is_for_the_other_direction'; end if;
  elsif basis = 'consent' then
    found := found || text 'basis_is_a_consent';
  end if;
  -- a request is an occasion, never a basis; where § 87 AufenthG is invoked, § 88 is asked first
  if d.answers_87 and (d.check_88 is null or d.check_88 ->> 'result' is distinct from 'permitted') then found := found || text 'check_88'; end if;
  if d.consent_id is null and d.second_id is null and not d.is_acute then found := found || text 'second_person'; end if;
  if d.is_acute and d.exception is null then found := found || text 'acute_names_its_exception'; end if;
  for i in select x.* from app.disclosure_items x where x.tenant_id = d.tenant_id and x.disclosure_id = d.id order by x.position loop
    found := found || array(select p || ':' || i.position from unnest(app.problems_of_item(d, i)) p);
  end loop;
  return found;
end $$;

create or replace function app.disclosure_problems(disclosure uuid) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare c record; d app.disclosures;
begin
  select * into c from app.session_context();
  select x.* into d from app.disclosures x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = disclosure
    and x.case_id = any (array(select app.open_case_ids()));
  if d.id is null then return null; end if;
  return app.problems_of(d);
end $$;
-- The same rule for what is not chosen yet, so that the page greys what the trigger would refuse.
create or replace function app.candidate_problems(disclosure uuid, candidates jsonb) returns table ("position" integer, problems text[])
language plpgsql stable security definer set search_path = '' as $$
declare c record; d app.disclosures;
begin
  select * into c from app.session_context();
  select x.* into d from app.disclosures x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = disclosure
    and x.case_id = any (array(select app.open_case_ids()));
  if d.id is null then return; end if;
  return query select i.position, app.problems_of_item(d, i) from jsonb_populate_recordset(null::app.disclosure_items, candidates) i;
end $$;
grant execute on function app.is_own_draft(uuid), app.disclosure_problems(uuid), app.candidate_problems(uuid, jsonb) to {{staff}};

create policy team_reads_disclosures on app.disclosures for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy officers_read_that_disclosures_exist on app.disclosures for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
create policy team_prepares_disclosures on app.disclosures for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and state = 'draft' and second_id is null and sent_at is null and recipient_state is null
  -- danger does not wait for a team: an emergency access is enough
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_disclosures on app.disclosures for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.disclosures to {{staff}};
grant insert (tenant_id, room_id, id, case_id, recipient_id, recipient_tenant_id, recipient_name, channel, kind, corrects_id, legal_basis_id, consent_id,
    request_thread_id, answers_87, check_88, exception, is_acute, purpose_ct, necessity_ct, author_id, thread_id),
  update (legal_basis_id, consent_id, channel, check_88, exception, is_acute, purpose_ct, necessity_ct, state, second_note_ct, second_agrees, version) on app.disclosures to {{staff}};
grant insert (about_disclosure_id, about_consent_id) on app.follow_ups to {{staff}};

create or replace function app.guard_disclosure() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid; problems text[];
begin
  if session_user = '{{owner_name}}' or new is not distinct from old then return new; end if;
  -- what the recipient said comes by the system job, and nothing else of it changes
  if session_user = '{{jobs_name}}' and nullif(current_setting('app.job', true), '') is null then return new; end if;
  me := app.current_account();
  -- in acute danger it left without a second person, who says afterwards, once, whether it was right
  if old.state = 'sent' and old.is_acute and old.second_id is null and new.second_agrees is not null
     and to_jsonb(new) - '{second_agrees,second_note_ct,version}'::text[] = to_jsonb(old) - '{second_agrees,second_note_ct,version}'::text[] then
    if old.author_id = me or new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}'))) then
      raise exception using errcode = '42501', message = 'the second person is another one of the team';
    end if;
    new.second_id := me;
    new.second_at := now();
    return new;
  end if;
  new.second_agrees := null;
  if old.state not in ('draft', 'awaiting_second') then
    raise exception using errcode = '42501', message = 'a disclosure that left is unchangeable';
  end if;
  if old.state = 'awaiting_second' and new.state in ('sent', 'refused') then
    if old.author_id = me or new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}'))) then
      raise exception using errcode = '42501', message = 'the second person is another one of the team';
    end if;
    new.second_id := me;
    new.second_at := now();
    new.second_agrees := new.state = 'sent';
  elsif old.author_id <> me then
    raise exception using errcode = '42501', message = 'a draft is its author''s';
  end if;
  if old.state = 'awaiting_second' and new.state = 'awaiting_second'
     or old.state = 'awaiting_second' and new.state in ('sent', 'refused') and (new.legal_basis_id, new.consent_id, new.channel, new.check_88, new.exception,
       new.is_acute, new.purpose_ct, new.necessity_ct) is distinct from (old.legal_basis_id, old.consent_id, old.channel, old.check_88, old.exception,
       old.is_acute, old.purpose_ct, old.necessity_ct) then
    raise exception using errcode = '42501', message = 'who judges it does not change it';
  end if;
  if new.state = 'sent' then
    problems := app.problems_of(new);
    if cardinality(problems) > 0 then
      raise exception using errcode = '23514', constraint = 'disclosure_has_a_basis', message = 'nothing leaves: ' || array_to_string(problems, ', ');
    end if;
    new.sent_at := now();
  end if;
  return new;
end $$;
create or replace trigger guard_disclosure before update on app.disclosures for each row execute function app.guard_disclosure();

create policy team_reads_items on app.disclosure_items for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy authors_choose_items on app.disclosure_items for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and app.is_own_draft(disclosure_id));
-- choosing again is taking out and putting in, while it is a draft
create policy authors_take_items_out on app.disclosure_items for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and app.is_own_draft(disclosure_id));
grant select, delete on app.disclosure_items to {{staff}};
grant insert (tenant_id, room_id, case_id, disclosure_id, position, field, category, life_areas, person_id, entry_id, entry_version, label, value_ct)
  on app.disclosure_items to {{staff}};

create policy team_reads_messages on app.disclosure_messages for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_replies on app.disclosure_messages for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and not is_incoming and author_id = (select app.current_account()));
grant select on app.disclosure_messages to {{staff}};
grant insert (tenant_id, room_id, id, case_id, disclosure_id, is_incoming, text_ct, author_id) on app.disclosure_messages to {{staff}};

-- Metadata for the data protection officer: which fields left, and none of their values.
create or replace function app.disclosed_fields(disclosure uuid) returns table ("position" integer, field text, category text, label text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select i.position, i.field, i.category, case when i.entry_id is null then i.label else '' end from app.disclosure_items i
    where i.tenant_id = c.tenant_id and i.disclosure_id = disclosure and i.room_id = any (array(select app.supervised_room_ids()))
    union all select i.position, i.field, ''::text, i.label from app.officer_disclosure_items i
    where i.tenant_id = c.tenant_id and i.disclosure_id = disclosure and i.room_id = any (array(select app.supervised_room_ids())) order by 1;
end $$;
-- Other municipalities on this installation, by name: an address book of offices, nobody's data.
create or replace function app.other_municipalities() returns table (id uuid, name text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') then return; end if;
  return query select t.id, t.name from app.tenants t where t.id <> c.tenant_id and t.kind = 'municipality' order by t.name, t.id;
end $$;
grant execute on function app.disclosed_fields(uuid), app.other_municipalities() to {{staff}};

-- A fact that was disclosed and changes: its recipients are told that it did, and not what it is now.
create or replace function app.note_fact_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.fact_changes (tenant_id, person_id, field)
    select distinct x.tenant_id, x.person_id, tg_argv[0] from changed x
     where exists (select from app.disclosure_items i join app.disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
       where i.tenant_id = x.tenant_id and i.person_id = x.person_id and i.field = tg_argv[0])
      -- of an authority; the end of a title is one of its status
      or exists (select from app.officer_disclosure_items i join app.officer_disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
       where i.tenant_id = x.tenant_id and i.person_id = x.person_id and (i.field = tg_argv[0] or i.field = 'person.title_until' and tg_argv[0] = 'person.residence_status'));
  return null;
end $$;
do $$
declare t record; op record;
begin
  for t in select * from (values ('person_names', 'person.names'), ('person_nationalities', 'person.nationalities'), ('person_languages', 'person.languages'),
      ('person_addresses', 'person.address'), ('person_channels', 'person.channels'), ('person_residence_statuses', 'person.residence_status')) v(name, field) loop
    for op in select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) v(event, which) loop
      execute format('create or replace trigger note_fact_%1$s after %1$s on app.%2$I referencing %3$s table as changed for each statement execute function app.note_fact_change(%4$L)',
        op.event, t.name, op.which, t.field);
    end loop;
  end loop;
end $$;
create or replace function app.note_birth_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.birth_on, new.birth_precision) is distinct from (old.birth_on, old.birth_precision)
     and (exists (select from app.disclosure_items i join app.disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
       where i.tenant_id = new.tenant_id and i.person_id = new.id and i.field = 'person.birth')
       or exists (select from app.officer_disclosure_items i join app.officer_disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
       where i.tenant_id = new.tenant_id and i.person_id = new.id and i.field = 'person.birth')) then
    insert into private.fact_changes (tenant_id, person_id, field) values (new.tenant_id, new.id, 'person.birth');
  end if;
  return null;
end $$;
create or replace trigger note_birth_change after update on app.persons for each row execute function app.note_birth_change();
