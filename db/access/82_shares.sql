-- Shares: what a partner organisation's named people see of a case is computed anew in every statement from the consents that hold
-- at that moment. Nothing is copied, so nothing has to be taken back.

-- States of the consents that carry a share. Each is looked up by its key and then asked: a plan that asked all consents of a
-- municipality first would be one without statistics, and those are the first of every installation.
create or replace function app.carrying_states(s app.shares) returns text[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select (select app.consent_state(x) from app.consents x where x.tenant_id = k.tenant_id and x.id = k.consent_id and x.recipient_id = s.organisation_id)
    from app.share_consents k where k.tenant_id = s.tenant_id and k.share_id = s.id);
end $$;
-- The one state of a share, for both sides.
create or replace function app.share_state(s app.shares) returns text
language plpgsql stable security definer set search_path = '' as $$
declare carried text[];
begin
  if s.ended_at is not null then return 'ended'; end if;
  if s.until_on < current_date then return 'expired'; end if;
  carried := app.carrying_states(s);
  if not carried && '{in_force,planned}'::text[] then return 'without_consent'; end if;
  if s.from_on > current_date or not carried && '{in_force}'::text[] then return 'planned'; end if;
  return 'active';
end $$;

-- Which persons a share covers, with which kinds in which life areas: what is shared and what the consents in force cover, both.
-- direction: to_recipient for reading, from_recipient for adding. Granted to nobody: its callers have asked whose share it is.
create or replace function app.share_scope(tenant uuid, share uuid, wanted_direction text) returns table (root_id uuid, kind text, life_areas text[])
language plpgsql stable security definer set search_path = '' rows 10 as $$
declare s app.shares; carried uuid[];
begin
  select x.* into s from app.shares x where x.tenant_id = tenant and x.id = share;
  carried := array(select k.consent_id from app.share_consents k where k.tenant_id = tenant and k.share_id = share);
  carried := array(select w.id from unnest(carried) w (id) where (select x.recipient_id = s.organisation_id and x.direction in (wanted_direction, 'both')
      -- all entries of case management count as secret: without release from § 203 StGB none is shared
      and x.releases_secrecy and app.consent_state(x) = 'in_force'
    from app.consents x where x.tenant_id = tenant and x.id = w.id));
  return query
    select (select coalesce(p.merged_into, p.id) from app.persons p where p.tenant_id = tenant and p.id = x.person_id), y.kind, array_agg(distinct y.life_area)
      from app.consents x
      join app.consent_categories y on y.tenant_id = x.tenant_id and y.consent_id = x.id and y.withdrawn_at is null
     where x.tenant_id = tenant and x.id = any (carried)
       and exists (select from app.share_categories g where g.tenant_id = tenant and g.share_id = share and g.life_area = y.life_area and g.kind = y.kind)
     group by 1, 2;
end $$;

-- Shares that name the session's account, whose organisation runs or answers for the room it acts in, and that are active.
create or replace function app.active_shares() returns table (share_id uuid, case_id uuid, case_room_id uuid, organisation_id uuid)
language plpgsql stable security definer set search_path = '' rows 20 as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('partner_worker') then return; end if;
  return query
    select s.id, s.case_id, s.room_id, s.organisation_id
      from app.rooms r
      join app.share_members m on m.tenant_id = r.tenant_id and m.account_id = c.account_id and m.removed_at is null
      join app.shares s on s.tenant_id = m.tenant_id and s.id = m.share_id and s.organisation_id in (r.operator_id, r.controller_id)
     where r.tenant_id = c.tenant_id and r.id = c.room_id and r.kind = 'partner' and r.closed_at is null
       and app.share_state(s) = 'active'
       -- staff related to a person of the case are excluded from it, at the partner's too
       and not exists (select from app.case_exclusions e where e.tenant_id = s.tenant_id and e.case_id = s.case_id and e.account_id = c.account_id);
end $$;

-- Whom an entry concerns: the persons it names, else everybody the case is about. Granted to nobody.
create or replace function app.concerned_roots(tenant uuid, of_case uuid, contact uuid, named uuid) returns setof uuid rows 4
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select coalesce(p.merged_into, p.id) from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
     where cp.tenant_id = tenant and cp.case_id = of_case
       and case when named is not null then cp.person_id = named
                when contact is not null and exists (select from app.contact_persons z where z.tenant_id = tenant and z.contact_id = contact)
                  then cp.person_id in (select z.person_id from app.contact_persons z where z.tenant_id = tenant and z.contact_id = contact)
                else true end;
end $$;

create or replace function app.kind_of_document(kind text) returns text
language sql immutable set search_path = '' as $$
  select case when kind in ('notice', 'letter') then 'notices' when kind in ('certificate', 'contract') then 'certificates'
              when kind in ('identity', 'residence') then 'papers' end
$$;

-- Did this person release exactly this entry, by a consent that carries the share? Granted to nobody.
create or replace function app.is_released_through_share(tenant uuid, share uuid, organisation uuid, entry uuid, who uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from app.share_consents k join app.entry_releases r on r.tenant_id = k.tenant_id and r.consent_id = k.consent_id and r.entry_id = entry
    where k.tenant_id = tenant and k.share_id = share
      and (select x.recipient_id = organisation and x.direction in ('to_recipient', 'both') and x.releases_secrecy and app.consent_state(x) = 'in_force'
             and (select coalesce(p.merged_into, p.id) from app.persons p where p.tenant_id = tenant and p.id = x.person_id) = who
           from app.consents x where x.tenant_id = tenant and x.id = k.consent_id));
end $$;

-- The entries that one share shows at this moment: all life areas of the entry and its kind, for everybody it concerns.
-- An entrusted one only if everybody it concerns released exactly it, one without a life area never. Granted to nobody: its callers have asked whose share it is.
create or replace function app.entries_of_share(tenant uuid, share uuid, of_case uuid, organisation uuid, wanted text) returns setof uuid rows 20
language plpgsql stable security definer set search_path = '' as $$
declare room uuid;
begin
  -- indexes of the entries begin with the room
  select x.room_id into room from app.cases x where x.tenant_id = tenant and x.id = of_case;
  return query
    with scope as materialized (select g.root_id, g.kind, g.life_areas from app.share_scope(tenant, share, 'to_recipient') g),
    entries (id, kind, life_areas, contact, named, is_entrusted) as (
      select x.id, 'contact', x.life_areas, x.id, null::uuid, x.is_entrusted from app.contacts x
       where wanted = 'contact' and x.tenant_id = tenant and x.room_id = room and x.case_id = of_case and x.withdrawn_at is null and x.is_complete
      union all
      select x.id, app.kind_of_document(x.kind), x.life_areas, null, x.person_id, x.is_entrusted from app.documents x
       where wanted = 'document' and x.tenant_id = tenant and x.room_id = room and x.case_id = of_case and x.withdrawn_at is null
      union all
      select x.id, 'task', x.life_areas, null, x.about_person_id, false from app.follow_ups x
       where wanted = 'task' and x.tenant_id = tenant and x.room_id = room and x.case_id = of_case and x.for_organisation_id = organisation)
    select e.id from entries e
     where cardinality(e.life_areas) > 0
       and exists (select from scope g where g.kind = e.kind and e.life_areas <@ g.life_areas)
       and not exists (select from app.concerned_roots(tenant, of_case, e.contact, e.named) who
         where not exists (select from scope g where g.root_id = who and g.kind = e.kind and e.life_areas <@ g.life_areas)
            or e.is_entrusted and not app.is_released_through_share(tenant, share, organisation, e.id, who));
end $$;
-- What the session reads through its shares.
create or replace function app.shared_entries(wanted text) returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select e from app.active_shares() s, app.entries_of_share(c.tenant_id, s.share_id, s.case_id, s.organisation_id, wanted) e;
end $$;
-- The same as the partner will see it, for the team that prepares the share.
create or replace function app.preview_entries(share uuid, wanted text) returns setof uuid rows 50
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select e from app.shares s, app.entries_of_share(s.tenant_id, s.id, s.case_id, s.organisation_id, wanted) e
    where s.tenant_id = c.tenant_id and s.room_id = c.room_id and s.id = share and s.case_id = any (array(select app.open_case_ids()));
end $$;
create or replace function app.preview_persons(share uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return (select app.shared_persons(s.tenant_id, s.id) from app.shares s
    where s.tenant_id = c.tenant_id and s.room_id = c.room_id and s.id = share and s.case_id = any (array(select app.open_case_ids())));
end $$;

-- May the session add an entry of this kind in these life areas to the case, about this person (or anybody, where none is named)?
create or replace function app.may_add_shared(wanted_case uuid, areas text[], wanted_kind text, person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return cardinality(areas) > 0 and exists (select from app.active_shares() s
    cross join lateral app.share_scope(c.tenant_id, s.share_id, 'from_recipient') g
    where s.case_id = wanted_case and g.kind = wanted_kind and areas <@ g.life_areas
      and (person is null or g.root_id = (select coalesce(p.merged_into, p.id) from app.persons p where p.tenant_id = c.tenant_id and p.id = person)));
end $$;
-- The contact that this transaction of this account adds through a share: the persons it concerns come with it and never later.
create or replace function app.is_contact_being_added(contact uuid, person uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.contacts x where x.tenant_id = c.tenant_id and x.id = contact and x.author_id = c.account_id
    and x.xmin = pg_current_xact_id()::xid and app.may_add_shared(x.case_id, x.life_areas, 'contact', person));
end $$;

create policy partners_read_shared_contacts on app.contacts for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and id = any (array(select app.shared_entries('contact'))));
create policy partners_add_contacts on app.contacts for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and author_id = (select app.current_account()) and not is_entrusted and not entrusted_review_due and is_complete
  and kind in ('feedback', 'talk', 'phone', 'video', 'message', 'no_show')
  and app.may_add_shared(case_id, life_areas, 'contact', null));
create policy partners_read_persons_of_shared_contacts on app.contact_persons for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and contact_id = any (array(select app.shared_entries('contact'))));
create policy partners_name_persons_of_contacts on app.contact_persons for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and app.is_contact_being_added(contact_id, person_id));
create policy partners_read_shared_documents on app.documents for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and id = any (array(select app.shared_entries('document'))));
create policy partners_read_their_tasks on app.follow_ups for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and id = any (array(select app.shared_entries('task'))));
create policy partners_finish_their_tasks on app.follow_ups for update to {{staff}} using (
  tenant_id = (select app.current_tenant()) and id = any (array(select app.shared_entries('task'))));
grant insert (for_organisation_id, about_person_id), update (for_organisation_id, about_person_id) on app.follow_ups to {{staff}};

-- A partner says that a task is done, or not after all. Its text, day and owner are the team's.
create or replace function app.guard_partner_task() returns trigger language plpgsql security definer set search_path = '' as $$
declare c record;
begin
  if session_user = '{{owner_name}}' then return new; end if;
  select * into c from app.session_context();
  if c.room_id is distinct from old.room_id
     and (new.owner_id, new.due_on, new.kind, new.title_ct, new.life_areas, new.for_organisation_id, new.about_person_id)
       is distinct from (old.owner_id, old.due_on, old.kind, old.title_ct, old.life_areas, old.for_organisation_id, old.about_person_id) then
    raise exception using errcode = '42501', message = 'only whether it is done';
  end if;
  if c.room_id is distinct from old.room_id and new.done_on is not null then new.done_by := c.account_id; end if;
  return new;
end $$;
create or replace trigger guard_partner_task before update on app.follow_ups for each row execute function app.guard_partner_task();

-- Shares themselves: the team makes and ends them; partners see theirs through app.my_shares.
create policy team_reads_shares on app.shares for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy officers_read_that_shares_exist on app.shares for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
create policy team_makes_shares on app.shares for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account()) and ended_at is null
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_ends_shares on app.shares for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.shares to {{staff}};
grant insert (tenant_id, room_id, id, case_id, organisation_id, organisation_kind, legal_basis_id, from_on, until_on, created_by),
  update (ended_at, ended_by, version) on app.shares to {{staff}};
create or replace function app.guard_share() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then raise exception using errcode = '42501', message = 'an ended share stays ended'; end if;
  if old.ended_at is null and new.ended_at is not null then new.ended_at := now(); new.ended_by := app.current_account(); end if;
  return new;
end $$;
create or replace trigger guard_share before update on app.shares for each row execute function app.guard_share();

-- A case that is closed is not worked together any more. Taken up again, it is shared anew if the person still wants it.
create or replace function app.end_shares_of_closed_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update app.shares s set ended_at = now(), version = s.version + 1 where s.tenant_id = new.tenant_id and s.case_id = new.id and s.ended_at is null;
  return null;
end $$;
create or replace trigger end_shares_of_closed_case after update of closed_on on app.cases for each row
  when (old.closed_on is null and new.closed_on is not null) execute function app.end_shares_of_closed_case();

-- Does this account work for that organisation, in a room of it? For case workers who name people in a share.
create or replace function app.partner_people(organisation uuid) returns table (account_id uuid, given_name text, family_name text, job_title text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') then return; end if;
  return query select distinct a.id, a.given_name, a.family_name, a.job_title from app.rooms r
      join app.memberships m on m.tenant_id = r.tenant_id and m.room_id = r.id and m.role = 'partner_worker' and m.ended_at is null
        and (m.until_on is null or m.until_on >= current_date)
      join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id and a.disabled_at is null
     where r.tenant_id = c.tenant_id and r.kind = 'partner' and r.closed_at is null and organisation in (r.operator_id, r.controller_id)
     order by a.family_name, a.given_name, a.id;
end $$;

create policy team_reads_consents_of_shares on app.share_consents for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_consents_to_shares on app.share_consents for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
grant select on app.share_consents to {{staff}};
grant insert (tenant_id, room_id, case_id, share_id, consent_id) on app.share_consents to {{staff}};

create policy team_reads_categories_of_shares on app.share_categories for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_chooses_what_is_shared on app.share_categories for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
-- sharing less is a row less; what was shared when stands in the access record
create policy team_shares_less on app.share_categories for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select, delete on app.share_categories to {{staff}};
grant insert (tenant_id, room_id, case_id, share_id, life_area, kind) on app.share_categories to {{staff}};

create policy team_reads_members_of_shares on app.share_members for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy officers_read_members_of_shares on app.share_members for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
create policy team_names_people on app.share_members for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and added_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))
  and account_id in (select w.account_id from app.partner_people((select h.organisation_id from app.shares h where h.tenant_id = share_members.tenant_id and h.id = share_id)) w));
create policy team_removes_people on app.share_members for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
grant select on app.share_members to {{staff}};
grant insert (tenant_id, room_id, case_id, share_id, account_id, added_by), update (removed_at, added_at) on app.share_members to {{staff}};

-- The team's side and the partner's side ask the same function.
create or replace function app.share_states(wanted_case uuid) returns table (share_id uuid, state text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return query select s.id, app.share_state(s) from app.shares s where s.tenant_id = c.tenant_id and s.case_id = wanted_case
    and (s.case_id = any (array(select app.open_case_ids())) or s.room_id = any (array(select app.supervised_room_ids())));
end $$;

-- The partner's list: of an active share name, language, safe contact and lead; of another its state and days, and nobody's name.
create or replace function app.my_shares() returns table (share_id uuid, state text, from_on date, until_on date, case_id uuid, case_room_id uuid, key_ref text, lead_given text,
  lead_family text, lead_phone text, persons jsonb, readable jsonb, addable jsonb)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('partner_worker') then return; end if;
  return query
    select s.id, app.share_state(s), s.from_on, s.until_on, v.case_id, v.case_room_id, x.key_ref, a.given_name, a.family_name, a.phone,
        case when v.share_id is not null then app.shared_persons(s.tenant_id, s.id) end,
        case when v.share_id is not null then app.scope_as_json(s.tenant_id, s.id, 'to_recipient') end,
        case when v.share_id is not null then app.scope_as_json(s.tenant_id, s.id, 'from_recipient') end
      from app.rooms r
      join app.share_members m on m.tenant_id = r.tenant_id and m.account_id = c.account_id and m.removed_at is null
      join app.shares s on s.tenant_id = m.tenant_id and s.id = m.share_id and s.organisation_id in (r.operator_id, r.controller_id)
      left join app.active_shares() v on v.share_id = s.id
      left join app.cases x on x.tenant_id = s.tenant_id and x.id = v.case_id
      left join app.accounts a on a.tenant_id = x.tenant_id and a.id = x.lead_id
     where r.tenant_id = c.tenant_id and r.id = c.room_id and r.kind = 'partner' and r.closed_at is null
       and not exists (select from app.case_exclusions e where e.tenant_id = s.tenant_id and e.case_id = s.case_id and e.account_id = c.account_id)
     order by (v.share_id is null), s.until_on, s.id;
end $$;
-- Granted to nobody: names, languages and safe channels of whose consent holds.
create or replace function app.shared_persons(tenant uuid, share uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare covered uuid[];
begin
  covered := array(select g.root_id from app.share_scope(tenant, share, 'to_recipient') g union select g.root_id from app.share_scope(tenant, share, 'from_recipient') g);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', cp.person_id, 'isMain', cp.is_main,
        'names', (select coalesce(jsonb_agg(jsonb_build_object('script', n.script, 'family', n.family, 'given', n.given) order by n.is_primary desc, n.id), '[]')
            from app.person_names n where n.tenant_id = tenant and n.room_id = cp.room_id and n.person_id = cp.person_id and n.kind in ('passport', 'own_script')),
        'languages', (select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'needsInterpreter', l.needs_interpreter) order by l.is_preferred desc, l.code), '[]')
            from app.person_languages l where l.tenant_id = tenant and l.room_id = cp.room_id and l.person_id = cp.person_id),
        'channels', (select coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'value', h.value) order by h.id), '[]')
            from app.person_channels h where h.tenant_id = tenant and h.room_id = cp.room_id and h.person_id = cp.person_id and h.is_safe
             and (h.from_on is null or h.from_on <= current_date) and (h.until_on is null or h.until_on >= current_date)))
      order by cp.is_main desc, cp.person_id), '[]')
    from app.shares s join app.case_persons cp on cp.tenant_id = s.tenant_id and cp.case_id = s.case_id
    join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
   where s.tenant_id = tenant and s.id = share and coalesce(p.merged_into, p.id) = any (covered));
end $$;
create or replace function app.scope_as_json(tenant uuid, share uuid, wanted_direction text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select coalesce(jsonb_object_agg(g.kind, g.areas), '{}') from (
    select x.kind, to_jsonb(array_agg(distinct area order by area)) as areas from app.share_scope(tenant, share, wanted_direction) x, unnest(x.life_areas) area group by x.kind) g);
end $$;
grant execute on function app.active_shares(), app.shared_entries(text), app.may_add_shared(uuid, text[], text, uuid), app.is_contact_being_added(uuid, uuid),
  app.partner_people(uuid), app.share_states(uuid), app.my_shares(), app.kind_of_document(text), app.preview_entries(uuid, text), app.preview_persons(uuid) to {{staff}};

-- Who wrote what is shared, by name: for the partner the authors of what it reads, for the team those of the partner.
create or replace function app.authors_through_shares(wanted_case uuid) returns table (account_id uuid, given_name text, family_name text, organisation text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case = any (array(select app.open_case_ids())) then
    return query select a.id, a.given_name, a.family_name, coalesce(nullif(o.short_name, ''), o.name)
      from app.share_members m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where m.tenant_id = c.tenant_id and m.case_id = wanted_case group by 1, 2, 3, 4
    -- and of the team, whose names the preview shows as the partner will read them
    union select a.id, a.given_name, a.family_name, coalesce(nullif(o.short_name, ''), o.name)
      from app.accounts a join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where a.tenant_id = c.tenant_id and a.id in (
       select x.author_id from app.contacts x where x.tenant_id = c.tenant_id and x.case_id = wanted_case
       union select x.author_id from app.documents x where x.tenant_id = c.tenant_id and x.case_id = wanted_case
       union select x.owner_id from app.follow_ups x where x.tenant_id = c.tenant_id and x.case_id = wanted_case);
  elsif wanted_case in (select s.case_id from app.active_shares() s) then
    return query select a.id, a.given_name, a.family_name, coalesce(nullif(o.short_name, ''), o.name)
      from app.accounts a join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where a.tenant_id = c.tenant_id and a.id in (
       select x.author_id from app.contacts x where x.tenant_id = c.tenant_id and x.id = any (array(select app.shared_entries('contact'))) and x.case_id = wanted_case
       union select x.author_id from app.documents x where x.tenant_id = c.tenant_id and x.id = any (array(select app.shared_entries('document'))) and x.case_id = wanted_case
       union select x.owner_id from app.follow_ups x where x.tenant_id = c.tenant_id and x.id = any (array(select app.shared_entries('task'))) and x.case_id = wanted_case);
  end if;
end $$;
-- Who outside the team reads an entry of this kind in these life areas: for the line under a field. Rather one too many than one too few.
create or replace function app.readers_through_shares(wanted_case uuid, areas text[], wanted_kind text) returns table (organisation text, given_name text, family_name text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_case_ids())) or cardinality(areas) = 0 then return; end if;
  return query select coalesce(nullif(o.short_name, ''), o.name), a.given_name, a.family_name
    from app.shares s
    join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
    join app.share_members m on m.tenant_id = s.tenant_id and m.share_id = s.id and m.removed_at is null
    join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id and a.disabled_at is null
   where s.tenant_id = c.tenant_id and s.case_id = wanted_case and app.share_state(s) = 'active'
     and exists (select from app.share_scope(s.tenant_id, s.id, 'to_recipient') g where g.kind = wanted_kind and areas <@ g.life_areas)
   order by 1, 3, 2;
end $$;

-- Which entries of an open case which offices read through a share now: entry id → names of offices.
create or replace function app.entries_shared_with(wanted_case uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_cases_of(c.tenant_id, c.room_id, c.account_id))) then return '{}'; end if;
  return (select coalesce(jsonb_object_agg(x.entry, x.offices), '{}') from (
    select e as entry, jsonb_agg(distinct coalesce(nullif(o.short_name, ''), o.name)) as offices
      from app.shares s
      join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
      cross join lateral (values ('contact'), ('document'), ('task')) w (wanted)
      cross join lateral app.entries_of_share(s.tenant_id, s.id, s.case_id, s.organisation_id, w.wanted) e
     where s.tenant_id = c.tenant_id and s.case_id = wanted_case and app.share_state(s) = 'active'
       and exists (select from app.share_members m where m.tenant_id = s.tenant_id and m.share_id = s.id and m.removed_at is null)
     group by e) x);
end $$;

-- A partner without an account: the case worker names the person, and somebody of the administration confirms the role, as for every
-- role. Until then nothing is seen. False where it cannot be: the reason is not told apart, since it could be somebody's address.
create or replace function app.invite_partner(new_account uuid, membership uuid, organisation uuid, address text, given text, family text, job text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; place app.rooms;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('case_manager', 'team_lead') then return false; end if;
  select r.* into place from app.rooms r where r.tenant_id = c.tenant_id and r.kind = 'partner' and r.closed_at is null and organisation in (r.operator_id, r.controller_id)
    order by r.created_at, r.id limit 1;
  if place.id is null or exists (select from app.accounts a where a.tenant_id = c.tenant_id and a.email = address) then return false; end if;
  insert into app.accounts (tenant_id, id, organisation_id, side, email, given_name, family_name, job_title)
    values (c.tenant_id, new_account, organisation, 'neutral', address, given, family, job);
  insert into private.credentials (tenant_id, account_id) values (c.tenant_id, new_account);
  insert into app.memberships (tenant_id, id, account_id, account_side, room_id, room_side, role, from_on, granted_by)
    values (c.tenant_id, membership, new_account, 'neutral', place.id, place.side, 'partner_worker', current_date, c.account_id);
  return true;
end $$;
grant execute on function app.authors_through_shares(uuid), app.readers_through_shares(uuid, text[], text),
  app.entries_shared_with(uuid), app.invite_partner(uuid, uuid, uuid, text, text, text, text) to {{staff}};
