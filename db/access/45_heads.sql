-- Heads of cases are kept from the tables that own the facts. Triggers run as the owner, since nobody else may write a head.

-- Whose value of a field counts for a person: what the latest merge chose among the records that are one person now, else
-- the record that stands for all. With a merge undone, the choice of the one before counts again.
create or replace function app.chosen_record(tenant uuid, root uuid, field text) returns uuid
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select p.id from app.merges m join app.persons p on p.tenant_id = m.tenant_id and p.id::text = m.choices ->> field
     where m.tenant_id = tenant and m.kept_id = root and m.unmerged_at is null and (p.id = root or p.merged_into = root)
     order by m.merged_at desc, m.id desc limit 1), root)
$$;

-- What the head says of its main person, under the name and the birth that count for all records that are one with it.
create or replace function app.head_of_person(tenant uuid, main uuid, out name text, out name_own text, out sort text, out birth_year integer)
language plpgsql stable security definer set search_path = '' as $$
declare room uuid; root uuid; named uuid; dated uuid; latin record; own record;
begin
  select coalesce(p.merged_into, p.id), p.room_id into root, room from app.persons p where p.tenant_id = tenant and p.id = main;
  named := root;
  dated := root;
  -- most records are merged with nothing; asking for the choices only where there are some keeps imports quick
  if exists (select from app.merges m where m.tenant_id = tenant and m.room_id = room and m.kept_id = root and m.unmerged_at is null) then
    named := app.chosen_record(tenant, root, 'name');
    dated := app.chosen_record(tenant, root, 'birth');
  end if;
  select n.family, n.given into latin from app.person_names n where n.tenant_id = tenant and n.room_id = room and n.person_id = named and n.script = 'Latn'
    order by n.is_primary desc, (n.kind = 'passport') desc, (n.kind = 'former'), n.id limit 1;
  select n.family, n.given into own from app.person_names n where n.tenant_id = tenant and n.room_id = room and n.person_id = named and n.script <> 'Latn'
    order by n.is_primary desc, (n.kind = 'passport') desc, (n.kind = 'former'), n.id limit 1;
  select extract(year from p.birth_on) into birth_year from app.persons p where p.tenant_id = tenant and p.id = dated;
  name := coalesce(nullif(concat_ws(', ', nullif(latin.family, ''), nullif(latin.given, '')), ''), nullif(concat_ws(' ', nullif(own.given, ''), nullif(own.family, '')), ''), '');
  name_own := case when latin is null then '' else coalesce(concat_ws(' ', nullif(own.given, ''), nullif(own.family, '')), '') end;
  sort := coalesce(app.sort_text(concat_ws(' ', coalesce(latin.family, own.family), coalesce(latin.given, own.given))), '');
end $$;

create or replace function app.refresh_head(tenant uuid, wanted_case uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare main uuid; head record;
begin
  select cp.person_id into main from app.case_persons cp where cp.tenant_id = tenant and cp.case_id = wanted_case and cp.is_main;
  select * into head from app.head_of_person(tenant, main);
  update app.cases c set main_person_id = main, main_name = head.name, main_name_own = head.name_own, main_sort = head.sort, main_birth_year = head.birth_year,
      person_count = (select count(*) from app.case_persons cp where cp.tenant_id = tenant and cp.case_id = wanted_case and cp.left_on is null)
   where c.tenant_id = tenant and c.id = wanted_case;
end $$;

-- Who leads a case today, what is due next in it, and when somebody last had contact.
create or replace function app.head_lead(tenant uuid, room uuid, wanted_case uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select t.account_id from app.case_team t where t.tenant_id = tenant and t.room_id = room and t.case_id = wanted_case
      and t.function = 'lead' and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
      order by t.until_on nulls first, t.from_on desc limit 1);
end $$;
create or replace function app.head_next_due(tenant uuid, room uuid, wanted_case uuid) returns date
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select min(f.due_on) from app.follow_ups f where f.tenant_id = tenant and f.room_id = room and f.case_id = wanted_case and f.done_on is null);
end $$;
create or replace function app.head_last_contact(tenant uuid, room uuid, wanted_case uuid) returns date
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select max(k.happened_on) from app.contacts k where k.tenant_id = tenant and k.room_id = room and k.case_id = wanted_case and k.withdrawn_at is null
      -- of an imported entry only the bare date is a contact; one with a text is the list's remark
      and k.kind not in ('note', 'no_show') and (k.kind <> 'imported' or k.text_ct is null));
end $$;

-- Heads of cases that this very transaction opened, all facts of each at once: what the triggers leave to whoever takes a list over.
create or replace function app.refresh_newborn_heads(tenant uuid, newborn uuid[]) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  update app.cases c set main_person_id = cp.person_id, main_name = h.name, main_name_own = h.name_own, main_sort = h.sort, main_birth_year = h.birth_year,
      person_count = (select count(*) from app.case_persons x where x.tenant_id = tenant and x.case_id = c.id and x.left_on is null),
      lead_id = app.head_lead(tenant, c.room_id, c.id), next_due_on = app.head_next_due(tenant, c.room_id, c.id), last_contact_on = app.head_last_contact(tenant, c.room_id, c.id)
    from app.case_persons cp, lateral app.head_of_person(tenant, cp.person_id) h
   where c.tenant_id = tenant and c.id = any (newborn) and c.born_in = pg_current_xact_id()
     and cp.tenant_id = tenant and cp.case_id = c.id and cp.is_main;
  get diagnostics n = row_count;
  update app.persons p set has_case = true from app.case_persons cp
   where cp.tenant_id = tenant and cp.case_id = any (newborn) and p.tenant_id = cp.tenant_id and p.id = cp.person_id and not p.has_case;
  return n;
end $$;

-- Whether the triggers stand aside for a case: while the jobs login takes a list over, and only for what that transaction opened.
-- The setting alone gives nobody anything: no session of a user is the jobs login, and an older case is never left out.
create or replace function app.heads_follow_at_once(tenant uuid, wanted_case uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return session_user = '{{jobs_name}}' and current_setting('app.heads_at_once', true) = 'yes'
    and exists (select from app.cases x where x.tenant_id = tenant and x.id = wanted_case and x.born_in = pg_current_xact_id());
end $$;

-- Folds case and the accents of Latin letters, so that Öztürk stands with Ozturk; other scripts sort by code point after it.
create or replace function app.sort_text(name text) returns text language sql immutable set search_path = '' as $$
  select left(translate(replace(replace(lower(name), 'ß', 'ss'), 'æ', 'ae'),
    'àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķłľļñńňņòóôõöøōőŕřśšşșťţțùúûüūůűųýÿźžż''’ʼ',
    'aaaaaaaaacccddeeeeeeeeggiiiiiiikllllnnnnooooooooorrsssstttuuuuuuuuyyzzz'), 200)
$$;
-- the list folds what somebody types as the heads were folded
grant execute on function app.sort_text(text) to {{staff}};

create or replace function app.refresh_heads_of_person(tenant uuid, person uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare x uuid; root uuid; room uuid;
begin
  -- a name corrected on one record may be the name chosen for all that are one person with it
  select coalesce(p.merged_into, p.id), p.room_id into root, room from app.persons p where p.tenant_id = tenant and p.id = person;
  for x in select cp.case_id from (select root as id union select p.id from app.persons p where p.tenant_id = tenant and p.room_id = room and p.merged_into = root) one
      join app.case_persons cp on cp.tenant_id = tenant and cp.room_id = room and cp.person_id = one.id where cp.is_main loop
    perform app.refresh_head(tenant, x);
  end loop;
end $$;

create or replace function app.head_follows_facts() returns trigger language plpgsql security definer set search_path = '' as $$
declare r record;
begin
  -- loading invented data in bulk writes the heads with the rows; only the owner, who serves no request, may say so
  if session_user = '{{owner_name}}' and current_setting('app.heads_are_given', true) = 'yes' then return null; end if;
  r := coalesce(new, old);
  if session_user = '{{jobs_name}}' and tg_table_name in ('case_persons', 'case_team', 'follow_ups', 'contacts') then
    if app.heads_follow_at_once(r.tenant_id, r.case_id) then return null; end if;
  end if;
  if tg_table_name = 'person_names' then
    -- names of a record without a case and merged with nothing stand in no head
    if exists (select from app.persons p where p.tenant_id = r.tenant_id and p.id = r.person_id and (p.has_case or p.merged_into is not null))
        or exists (select from app.persons q where q.tenant_id = r.tenant_id and q.room_id = r.room_id and q.merged_into = r.person_id) then
      perform app.refresh_heads_of_person(r.tenant_id, r.person_id);
    end if;
  elsif tg_table_name = 'persons' then perform app.refresh_heads_of_person(r.tenant_id, r.id);
  elsif tg_table_name = 'case_persons' then
    update app.persons p set has_case = exists (select from app.case_persons cp where cp.tenant_id = r.tenant_id and cp.room_id = r.room_id and cp.person_id = r.person_id)
     where p.tenant_id = r.tenant_id and p.id = r.person_id
       and p.has_case is distinct from exists (select from app.case_persons cp where cp.tenant_id = r.tenant_id and cp.room_id = r.room_id and cp.person_id = r.person_id);
    perform app.refresh_head(r.tenant_id, r.case_id);
  elsif tg_table_name = 'case_team' then
    update app.cases c set lead_id = app.head_lead(r.tenant_id, r.room_id, r.case_id) where c.tenant_id = r.tenant_id and c.id = r.case_id;
  elsif tg_table_name = 'follow_ups' then
    update app.cases c set next_due_on = app.head_next_due(r.tenant_id, r.room_id, r.case_id) where c.tenant_id = r.tenant_id and c.id = r.case_id;
  elsif tg_table_name = 'contacts' then
    update app.cases c set last_contact_on = app.head_last_contact(r.tenant_id, r.room_id, r.case_id) where c.tenant_id = r.tenant_id and c.id = r.case_id;
  end if;
  return null;
end $$;
create or replace trigger head_follows_names after insert or update or delete on app.person_names for each row execute function app.head_follows_facts();
create or replace trigger head_follows_births after update of birth_on, merged_into on app.persons for each row execute function app.head_follows_facts();
create or replace trigger head_follows_persons after insert or update or delete on app.case_persons for each row execute function app.head_follows_facts();
create or replace trigger head_follows_team after insert or update or delete on app.case_team for each row execute function app.head_follows_facts();
create or replace trigger head_follows_follow_ups after insert or update or delete on app.follow_ups for each row execute function app.head_follows_facts();
create or replace trigger head_follows_contacts after insert or update or delete on app.contacts for each row execute function app.head_follows_facts();
