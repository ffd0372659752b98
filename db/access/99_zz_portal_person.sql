-- The person's side: what the rules use of the person, what the person says of it, and who else has what is said to be wrong.

-- Facts about the family belong to the sensitive area of that name; the program groups them (fact-groups.ts), a test holds both together.
create or replace function app.portal_is_family_fact(key text) returns boolean
language sql immutable set search_path = '' as $$
  select key = any ('{livesWithMinorUnmarriedChild,livesWithSpouseAndMinorChild,singleParent,schoolAgeChildren,schoolAttendanceProven,childHolds25a1,childMinor,principalHolds25b,principalNaturalised10,relation,familyUnit,germanSpouse,marriageMonths,spouseFullTime20of24,spousePensionMonths,bornInGermany,birth,parentLawfulStayYears,parentUnlimitedRight,parentTitle,inHouseholdWithEligibleParent,livesOutsideParentalHome,unaccompanied,legallyRepresented}'::text[])
$$;
revoke execute on function app.portal_is_family_fact(text) from public;
-- What may hurt the person is sealed and never stands here. Where one entry is held back, so is what was told of it before: an older
-- value in its place would be a false one.
create or replace function app.portal_facts() returns table (id uuid, key text, value jsonb, from_on date, until_on date, source text, stated_on date, is_by_person boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query
    select f.id, f.key, f.value, f.from_on, f.until_on, f.source, f.stated_on, f.is_by_person
      from app.facts f join app.persons p on p.tenant_id = f.tenant_id and p.id = f.person_id
     where f.tenant_id = c.tenant_id and f.room_id = c.room_id and coalesce(p.merged_into, p.id) = c.person_id and f.withdrawn_at is null and not f.is_guarded
       and (not app.portal_is_family_fact(f.key) or app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, 'familie'))
       and not exists (select from app.facts x join app.portal_holds h on h.tenant_id = x.tenant_id and h.row_id = x.id
         where x.tenant_id = c.tenant_id and x.person_id = f.person_id and x.key = f.key and h.case_id = c.case_id and h.person_id = c.person_id and h.kind = 'fact' and h.lifted_at is null)
     order by f.stated_on, f.recorded_at, f.id;
end $$;
create or replace function app.portal_shows_family() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, 'familie');
end $$;
-- What was said and waits for somebody of the team.
create or replace function app.portal_said_facts() returns table (key text, value jsonb, sent_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select m.fact_key, m.fact_value, m.sent_at from app.portal_messages m
    where m.tenant_id = c.tenant_id and m.case_id = c.case_id and m.person_id = c.person_id and m.access_id = c.access_id and m.kind = 'fact' and m.state = 'open'
      and (not app.portal_is_family_fact(m.fact_key) or app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, 'familie')) order by m.sent_at, m.id;
end $$;
-- A proposal, no entry: rules and time limits read none of it, and what stands there stays.
create or replace function app.portal_say_fact(message uuid, wanted_key text, said jsonb, words bytea, task uuid, title bytea, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; owner_account uuid;
begin
  select * into c from app.portal_person();
  if exists (select from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.id = message) then return true; end if;
  if (select count(*) from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.sent_at > now() - interval '1 day') >= 20
     or app.portal_is_family_fact(wanted_key) and not app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, 'familie') then return false; end if;
  owner_account := app.portal_owner(c.tenant_id, c.case_id);
  insert into app.portal_messages (tenant_id, room_id, id, case_id, person_id, access_id, kind, item, text_ct, fact_key, fact_value)
    values (c.tenant_id, c.room_id, message, c.case_id, c.person_id, c.access_id, 'fact', 'said:' || wanted_key, words, wanted_key, said);
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_person_id)
    values (c.tenant_id, c.room_id, task, c.case_id, owner_account, today + 2, 'task', title, owner_account, c.person_id);
  perform app.portal_note('portal_message.added', 'portal_message', array[message], 'fact');
  return true;
end $$;

-- ── "this is wrong", and what follows from Art. 18 and 21: everybody who has it is told (Art. 19 DSGVO)
-- Which field of a disclosure an item of the page is. Facts of the rules leave by no disclosure.
create or replace function app.portal_field_of(item text) returns text
language sql immutable set search_path = '' as $$
  select case split_part(item, ':', 1) when 'name' then 'person.names' when 'name_own_script' then 'person.names' when 'former_name' then 'person.names' when 'birth' then 'person.birth'
    when 'nationality' then 'person.nationalities' when 'language' then 'person.languages' when 'interpreter' then 'person.languages' when 'address' then 'person.address'
    when 'phone' then 'person.channels' when 'mail' then 'person.channels' when 'title' then 'person.residence_status' end
$$;
revoke execute on function app.portal_field_of(text) from public;
-- The system's job takes it from there (app.take_fact_changes): a letter into the inbox of each office that was sent the field, in the
-- thread in which it has it, and a task for whoever leads the case. Nobody who has nothing learns anything.
create or replace function app.tell_holders_of_message() returns trigger language plpgsql security definer set search_path = '' as $$
declare wanted text := case when new.kind = 'wrong' then app.portal_field_of(new.item) else '*' end;
begin
  if wanted is not null and exists (select from app.disclosure_items i join app.disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
      where i.tenant_id = new.tenant_id and i.person_id = new.person_id and wanted in ('*', i.field))
     -- said again while the first is not told yet: once
     and not exists (select from private.fact_changes f where f.tenant_id = new.tenant_id and f.person_id = new.person_id and f.field = wanted
       and f.why = case new.kind when 'wrong' then 'wrong' when 'restrict' then 'restricted' else 'objected' end) then
    insert into private.fact_changes (tenant_id, person_id, field, why)
      values (new.tenant_id, new.person_id, wanted, case new.kind when 'wrong' then 'wrong' when 'restrict' then 'restricted' else 'objected' end);
  end if;
  return null;
end $$;
create or replace trigger tell_holders_that_it_is_wrong after insert on app.portal_messages for each row when (new.kind = 'wrong') execute function app.tell_holders_of_message();
-- restricting and objecting are asked of the office, and told to others once the office granted them
create or replace trigger tell_holders_of_what_was_granted after update of state on app.portal_messages for each row
  when (new.kind in ('restrict', 'object') and old.state = 'open' and new.state = 'done') execute function app.tell_holders_of_message();

-- Offices that see the item through a share, each with one life area in which tasks are shared with it; null where none is: then the
-- lead's task names the office.
create or replace function app.portal_share_holders(item text) returns table (share_id uuid, office text, life_area text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  -- of the register a share shows names, languages and safe ways (app.shared_persons)
  if coalesce(app.portal_field_of(item), '') not in ('person.names', 'person.languages', 'person.channels') then return; end if;
  return query select s.id, o.name, (select min(area) from app.share_scope(s.tenant_id, s.id, 'to_recipient') g, unnest(g.life_areas) area where g.root_id = c.person_id and g.kind = 'task')
    from app.shares s join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
   where s.tenant_id = c.tenant_id and s.case_id = c.case_id and app.share_state(s) = 'active'
     and exists (select from app.share_scope(s.tenant_id, s.id, 'to_recipient') g where g.root_id = c.person_id);
end $$;
create or replace function app.portal_task_for_office(message uuid, share uuid, task uuid, title bytea, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; m app.portal_messages; h record; owner_account uuid;
begin
  select * into c from app.portal_person();
  -- in the transaction in which it is said, once
  select x.* into m from app.portal_messages x where x.tenant_id = c.tenant_id and x.access_id = c.access_id and x.id = message and x.kind = 'wrong' and x.sent_at = now();
  if m.id is null or exists (select from app.follow_ups f where f.tenant_id = c.tenant_id and f.id = task) then return false; end if;
  select * into h from app.portal_share_holders(m.item) x where x.share_id = share and x.life_area is not null;
  if h.share_id is null then return false; end if;
  owner_account := app.portal_owner(c.tenant_id, c.case_id);
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, life_areas, created_by, for_organisation_id, about_person_id)
    select c.tenant_id, c.room_id, task, c.case_id, owner_account, today + 7, 'task', title, array[h.life_area], owner_account, s.organisation_id, c.person_id
      from app.shares s where s.tenant_id = c.tenant_id and s.id = share;
  return true;
end $$;

grant execute on function app.portal_facts(), app.portal_shows_family(), app.portal_said_facts(), app.portal_say_fact(uuid, text, jsonb, bytea, uuid, bytea, date), app.portal_share_holders(text),
  app.portal_task_for_office(uuid, uuid, uuid, bytea, date) to {{portal}};

-- the team that looks at the page as the person sees it (99_zz_portal_staff.sql); without a preview each refuses the staff
grant execute on function app.portal_facts(), app.portal_said_facts() to {{staff}};

-- ── the staff's side: what the person said becomes an entry of the person's, as it was said and on the day it was said
create or replace function app.take_over_portal_fact(message uuid, fact uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; m app.portal_messages;
begin
  select * into c from app.session_context();
  select x.* into m from app.portal_messages x join app.cases k on k.tenant_id = x.tenant_id and k.id = x.case_id and k.closed_on is null
   where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = message and x.kind = 'fact' and x.state = 'open'
     and x.case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) for update of x;
  if m.id is null then return false; end if;
  insert into app.facts (tenant_id, room_id, id, person_id, case_id, key, value, source, stated_on, is_by_person, recorded_by)
    values (c.tenant_id, c.room_id, fact, m.person_id, m.case_id, m.fact_key, m.fact_value, 'said', (m.sent_at at time zone 'Europe/Berlin')::date, true, c.account_id);
  update app.portal_messages x set state = 'done', answered_by = c.account_id, answered_at = now(), version = x.version + 1 where x.tenant_id = c.tenant_id and x.id = message;
  return true;
end $$;
grant execute on function app.take_over_portal_fact(uuid, uuid) to {{staff}};
