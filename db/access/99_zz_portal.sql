-- The person's own page. Its login reads no table: it may call the functions named portal_…, each of which looks the session up
-- first and returns the rows of that one person. The secret of a session stands in app.portal, never in app.session, so nothing
-- made for the staff answers it, and nothing made for the person answers the staff.

-- May this access be used today? Granted to nobody. Freezing, ending, death and the end of a guardian's right count at once.
create or replace function app.portal_access_state(a app.portal_accesses) returns text
language plpgsql stable security definer set search_path = '' as $$
declare p record; g record;
begin
  if a.ended_at is not null then return 'ended'; end if;
  if a.frozen_at is not null then return 'frozen'; end if;
  select x.died_on, x.birth_on, x.merged_into into p from app.persons x where x.tenant_id = a.tenant_id and x.id = a.person_id;
  if p.died_on is not null or p.merged_into is not null then return 'ended'; end if;
  if not exists (select from app.case_persons cp where cp.tenant_id = a.tenant_id and cp.case_id = a.case_id and cp.person_id = a.person_id and cp.left_on is null) then return 'ended'; end if;
  if a.until_on < current_date then return 'expired'; end if;
  if a.guardian_id is not null then
    select x.kind, x.from_on, x.until_on into g from app.person_guardians x where x.tenant_id = a.tenant_id and x.id = a.guardian_id and x.person_id = a.person_id;
    if g.kind is null or g.from_on > current_date or g.until_on < current_date then return 'expired'; end if;
    if g.kind in ('parents', 'guardian') and (p.birth_on + interval '18 years')::date <= current_date then return 'expired'; end if;
  end if;
  return case when exists (select from private.portal_credentials k where k.tenant_id = a.tenant_id and k.access_id = a.id and k.first_pin_until is null) then 'active' else 'invited' end;
end $$;

create or replace function app.portal_context(out tenant_id uuid, out room_id uuid, out case_id uuid, out person_id uuid, out access_id uuid, out session_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare secret text := nullif(current_setting('app.portal', true), ''); a app.portal_accesses;
begin
  if secret is not null then
    select s.id into session_id from private.portal_sessions s
     where s.tenant_id = left(secret, 36)::uuid and s.token_hash = sha256(convert_to(secret, 'UTF8'))
       and s.ended_at is null and s.expires_at > now() and s.last_seen_at + s.idle > now();
    if session_id is not null then
      select x.* into a from app.portal_accesses x join private.portal_sessions s on s.tenant_id = x.tenant_id and s.access_id = x.id
       where s.tenant_id = left(secret, 36)::uuid and s.id = session_id;
      if app.portal_access_state(a) in ('active', 'invited') then
        tenant_id := a.tenant_id; room_id := a.room_id; case_id := a.case_id; person_id := a.person_id; access_id := a.id;
      end if;
    end if;
  end if;
  if access_id is null then
    raise exception using errcode = '28000', message = 'no session';
  end if;
end $$;
-- The PIN that came from the office opens the choice of an own one, and nothing else.
create or replace function app.portal_person(out tenant_id uuid, out room_id uuid, out case_id uuid, out person_id uuid, out access_id uuid, out session_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  -- the team looks at what the person sees (99_zz_portal_staff.sql); what the person does is granted to none of the staff
  select * into c from app.portal_previewed();
  if c.case_id is null then select * into c from app.portal_context(); end if;
  if nullif(current_setting('app.portal', true), '') is not null and exists (select from private.portal_credentials k where k.tenant_id = c.tenant_id and k.access_id = c.access_id and k.first_pin_until is not null) then
    raise exception using errcode = '28000', message = 'an own PIN comes first';
  end if;
  tenant_id := c.tenant_id; room_id := c.room_id; case_id := c.case_id; person_id := c.person_id; access_id := c.access_id; session_id := c.session_id;
end $$;
-- Why a session answers no more, for the page that says so. Without one that ever was: nothing.
create or replace function app.portal_standing() returns text
language plpgsql stable security definer set search_path = '' as $$
declare secret text := nullif(current_setting('app.portal', true), ''); a app.portal_accesses;
begin
  if secret is null then return null; end if;
  select x.* into a from app.portal_accesses x join private.portal_sessions s on s.tenant_id = x.tenant_id and s.access_id = x.id
   where s.tenant_id = left(secret, 36)::uuid and s.token_hash = sha256(convert_to(secret, 'UTF8')) and s.expires_at > now() - interval '1 day';
  return case when a.id is null then null else app.portal_access_state(a) end;
end $$;

-- What the person did, in the record of the room. No account: the function says whose act it was.
create or replace function app.portal_note(did text, kind text, ids uuid[], why text default '') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  insert into app.access_records (tenant_id, id, room_id, session_id, function, action, object_kind, object_ids, case_id, purpose)
    values (c.tenant_id, gen_random_uuid(), c.room_id, c.session_id, 'person', did, kind, ids, c.case_id, why);
end $$;
-- Whose day a task of the person's lands on: the lead, else whoever works on the case, else who leads the room, else whoever opened
-- it; of those who still may.
create or replace function app.portal_owner(tenant uuid, wanted_case uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  -- whoever is excluded from the case is told nothing by a task of it either
  with excluded as (select e.account_id from app.case_exclusions e where e.tenant_id = tenant and e.case_id = wanted_case)
  select coalesce(
      (select t.account_id from app.case_team t where t.tenant_id = tenant and t.case_id = wanted_case and t.account_id not in (select e.account_id from excluded e)
        and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date) and app.holds_case_role(tenant, t.room_id, t.account_id)
        order by t.function = 'lead' desc, t.from_on, t.account_id limit 1),
      case when x.lead_id not in (select e.account_id from excluded e) then x.lead_id end,
      (select m.account_id from app.memberships m where m.tenant_id = tenant and m.room_id = x.room_id and m.role = 'team_lead' and app.in_force(m) and m.account_id not in (select e.account_id from excluded e)
        order by m.granted_at, m.account_id limit 1),
      x.created_by)
    from app.cases x where x.tenant_id = tenant and x.id = wanted_case
$$;
-- Which life areas are off until the person wants them: as the municipality says, else these two. Granted to nobody.
create or replace function app.sensitive_areas_of(tenant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((select s.value from app.settings s where s.tenant_id = tenant and s.key = 'portal_sensitive_areas' and jsonb_typeof(s.value) = 'array'), '["gesundheit", "familie"]'::jsonb)
$$;
-- Is a sensitive life area on? The tenant says which are sensitive; the person says, to the case manager, which to show.
create or replace function app.portal_shows_area(tenant uuid, of_case uuid, of_person uuid, area text) returns boolean
language sql stable security definer set search_path = '' as $$
  select not (app.sensitive_areas_of(tenant) ? area)
    or exists (select from app.portal_areas a where a.tenant_id = tenant and a.case_id = of_case and a.person_id = of_person and a.life_area = area)
$$;
create or replace function app.portal_is_held(tenant uuid, of_case uuid, of_person uuid, of_kind text, wanted uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.portal_holds h where h.tenant_id = tenant and h.case_id = of_case and h.person_id = of_person and h.kind = of_kind and h.row_id = wanted and h.lifted_at is null)
$$;

-- What names sensitive life areas alone, and none that is on, is off with them: that there is a consent for a shelter tells of it.
create or replace function app.portal_areas_are_off(tenant uuid, of_case uuid, of_person uuid, areas text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(bool_and(not app.portal_shows_area(tenant, of_case, of_person, a)), false) from unnest(areas) a where a <> ''
$$;
create or replace function app.portal_consent_is_off(tenant uuid, of_case uuid, of_person uuid, consent uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app.portal_is_held(tenant, of_case, of_person, 'consent', consent)
    or app.portal_areas_are_off(tenant, of_case, of_person, array(select k.life_area from app.consent_categories k where k.tenant_id = tenant and k.consent_id = consent))
$$;

-- ── signing in: without a session. The card says whose page it is and is 80 random bits; unknown ones find nothing.
create or replace function app.portal_find_card(wanted bytea) returns table (tenant_id uuid, access_id uuid, pin_hash text, is_first_pin boolean, language text, is_demo boolean, state text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select k.tenant_id, k.access_id, k.pin_hash, k.first_pin_until is not null, a.language, t.is_demo,
      case when k.first_pin_until < now() then 'invitation_expired' else app.portal_access_state(a) end
    from private.portal_credentials k join app.portal_accesses a on a.tenant_id = k.tenant_id and a.id = k.access_id join app.tenants t on t.id = k.tenant_id
   where k.card_hash = wanted;
end $$;
-- Counted before it is looked at, per card and device: whoever knocks elsewhere makes nobody wait here (70_sign_in.sql).
create or replace function app.portal_attempt(card bytea, who bytea, free integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; wait integer;
begin
  select k.tenant_id, k.access_id, k.first_pin_until into c from private.portal_credentials k where k.card_hash = card;
  if c.tenant_id is null then return 0; end if;
  wait := app.sign_in_attempt(c.tenant_id, who, least(free, 30));
  -- the PIN of the office is short and holds for days: after some thirty tries (each counts for the device and for all strangers) it is over
  if wait = 0 and c.first_pin_until is not null then
    update private.portal_credentials k set first_pin_tries = k.first_pin_tries + 1, first_pin_until = case when k.first_pin_tries >= 60 then least(k.first_pin_until, now() - interval '1 second') else k.first_pin_until end
     where k.tenant_id = c.tenant_id and k.access_id = c.access_id and k.first_pin_until is not null;
  end if;
  return wait;
end $$;
create or replace function app.portal_forget_attempts(card bytea, who bytea) returns void
language sql volatile security definer set search_path = '' as $$
  delete from private.sign_in_failures f using private.portal_credentials k where k.card_hash = card and f.tenant_id = k.tenant_id and f.subject = who
$$;
create or replace function app.portal_open_session(card bytea, known_pin text, session uuid, secret_hash bytea, idle_time interval, lifetime interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare k private.portal_credentials; a app.portal_accesses;
begin
  select x.* into a from app.portal_accesses x join private.portal_credentials y on y.tenant_id = x.tenant_id and y.access_id = x.id where y.card_hash = card for update of x;
  select x.* into k from private.portal_credentials x where x.tenant_id = a.tenant_id and x.access_id = a.id and x.card_hash = card and x.pin_hash = known_pin for update;
  if k.access_id is null or k.first_pin_until < now() then return false; end if;
  if app.portal_access_state(a) not in ('active', 'invited') then return false; end if;
  insert into private.portal_sessions (tenant_id, token_hash, id, access_id, idle, expires_at)
    values (k.tenant_id, secret_hash, session, k.access_id, least(idle_time, interval '1 hour'), now() + least(lifetime, interval '12 hours'));
  update private.portal_credentials x set last_seen_at = now() where x.tenant_id = k.tenant_id and x.access_id = k.access_id;
  insert into app.access_records (tenant_id, id, room_id, session_id, function, action, object_kind, object_ids, case_id)
    values (k.tenant_id, gen_random_uuid(), a.room_id, session, 'person', 'portal_session.opened', 'portal_access', array[k.access_id], a.case_id);
  return true;
end $$;
-- The same PIN as before is known by its hash alone: the program compares, and names the hash it compared with.
create or replace function app.portal_pin() returns table (pin_hash text, is_first boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  return query select k.pin_hash, k.first_pin_until is not null from private.portal_credentials k where k.tenant_id = c.tenant_id and k.access_id = c.access_id;
end $$;
create or replace function app.portal_set_pin(known_pin text, new_pin text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  -- the access first, as everywhere: whoever is just adding a telephone or opening a session is done, and goes with the others
  perform 1 from app.portal_accesses a where a.tenant_id = c.tenant_id and a.id = c.access_id for update;
  select * into c from app.portal_context();
  update private.portal_credentials k set pin_hash = new_pin, first_pin_until = null, pin_set_at = now()
   where k.tenant_id = c.tenant_id and k.access_id = c.access_id and k.pin_hash = known_pin;
  if not found then return false; end if;
  update private.portal_sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.access_id = c.access_id and s.id <> c.session_id and s.ended_at is null;
  perform app.portal_note('portal_pin.set', 'portal_access', array[c.access_id]);
  return true;
end $$;
create or replace function app.portal_touch() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  update private.portal_sessions s set last_seen_at = now() where s.tenant_id = c.tenant_id and s.id = c.session_id and s.last_seen_at < now() - interval '1 minute';
end $$;
create or replace function app.portal_end_session() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare secret text := nullif(current_setting('app.portal', true), '');
begin
  update private.portal_sessions s set ended_at = now() where s.tenant_id = left(secret, 36)::uuid and s.token_hash = sha256(convert_to(secret, 'UTF8')) and s.ended_at is null;
end $$;
create or replace function app.portal_say_language(wanted text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  update app.portal_accesses a set language = wanted where a.tenant_id = c.tenant_id and a.id = c.access_id;
end $$;

-- ── what the person reads
create or replace function app.portal_describe(tenant uuid, access uuid, session uuid) returns table (tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text,
  given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select a.tenant_id, a.room_id, a.case_id, a.person_id, session, t.name, t.is_demo, a.language,
        case when a.guardian_id is null then (select n.given from app.person_names n where n.tenant_id = a.tenant_id and n.person_id = a.person_id and n.until_on is null
          order by n.is_primary desc, n.kind = 'own_script' desc, n.created_at limit 1) end,
        a.guardian_id is not null, coalesce(k.first_pin_until is not null, false), p.key_ref, x.key_ref, coalesce(o.name, r.joint_agreement)
      from app.portal_accesses a
      join app.tenants t on t.id = a.tenant_id
      join app.persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
      join app.cases x on x.tenant_id = a.tenant_id and x.id = a.case_id
      join app.rooms r on r.tenant_id = a.tenant_id and r.id = a.room_id
      left join private.portal_credentials k on k.tenant_id = a.tenant_id and k.access_id = a.id
      left join app.organisations o on o.tenant_id = r.tenant_id and o.id = r.controller_id
     where a.tenant_id = tenant and a.id = access;
end $$;
create or replace function app.portal_me() returns table (tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text,
  given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_context();
  return query select * from app.portal_describe(c.tenant_id, c.access_id, c.session_id);
end $$;
create or replace function app.portal_areas_of() returns table (key text, label text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select l.key, l.label from app.life_areas l where l.tenant_id = c.tenant_id order by l.position;
end $$;
-- Whoever leads is named, since one has to be able to ask for somebody; of all others function and office suffice.
create or replace function app.portal_helpers() returns table (role text, name text, office text, phone text, until_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query
    select t.function, case when t.function = 'lead' then concat_ws(' ', nullif(a.title, ''), a.given_name, a.family_name) end, o.name,
        case when t.function = 'lead' then nullif(a.phone, '') end, t.until_on
      from app.case_team t join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where t.tenant_id = c.tenant_id and t.case_id = c.case_id and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
    union
    select 'partner', null, o.name, null, s.until_on from app.shares s
      join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
     where s.tenant_id = c.tenant_id and s.case_id = c.case_id and app.share_state(s) = 'active'
       and exists (select from app.share_consents k join app.consents y on y.tenant_id = k.tenant_id and y.id = k.consent_id
         where k.tenant_id = s.tenant_id and k.share_id = s.id and y.person_id = c.person_id and app.consent_state(y) = 'in_force'
           -- what is kept off the page is not told by who helps with it
           and not app.portal_consent_is_off(c.tenant_id, c.case_id, c.person_id, y.id))
     order by 1, 3;
end $$;
create or replace function app.portal_goals() returns table (id uuid, life_area text, wish_ct bytea, wish_language text, goal_ct bytea, state text, attainment integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select g.id, g.life_area, g.wish_ct, g.wish_language, g.goal_ct, g.state, g.attainment from app.plan_goals g
    where g.tenant_id = c.tenant_id and g.case_id = c.case_id and g.person_id = c.person_id and not g.is_entrusted
      and app.portal_shows_area(c.tenant_id, c.case_id, c.person_id, g.life_area) and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'goal', g.id)
    order by g.position, g.created_at, g.id;
end $$;
create or replace function app.portal_measures() returns table (id uuid, goal_id uuid, title_ct bytea, responsible_kind text, office text, due_on date, state text, done_on date, done_by_person boolean, version integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select m.id, m.goal_id, m.title_ct, m.responsible_kind, o.name, m.due_on, m.state, m.done_on, m.done_by_person, m.version
    from app.plan_measures m join app.portal_goals() g on g.id = m.goal_id
    left join app.organisations o on o.tenant_id = m.tenant_id and o.id = m.responsible_organisation_id
   where m.tenant_id = c.tenant_id and m.case_id = c.case_id and m.person_id = c.person_id and not m.is_entrusted
     and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'measure', m.id)
   order by m.due_on, m.position, m.id;
end $$;
create or replace function app.portal_agreed_on() returns date
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return (select max(a.agreed_on) from app.plan_agreements a where a.tenant_id = c.tenant_id and a.case_id = c.case_id and a.person_id = c.person_id);
end $$;
create or replace function app.portal_tick(measure uuid, is_done boolean, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  update app.plan_measures m set state = case when is_done then 'done' else 'open' end, done_on = case when is_done then today end, done_by_person = is_done, version = m.version + 1
   where m.tenant_id = c.tenant_id and m.id = measure and m.responsible_kind = 'person'
     and m.id in (select x.id from app.portal_measures() x) and m.state in ('open', 'running', 'done')
     -- what the office ticked off, the office takes back
     and (is_done or m.done_by_person) and (m.state = 'done') <> is_done;
  if not found then return false; end if;
  perform app.portal_note('measure.changed', 'measure', array[measure], case when is_done then 'done' else 'open' end);
  return true;
end $$;
create or replace function app.portal_consents() returns table (id uuid, recipient text, purpose text, purpose_ct bytea, direction text, releases_secrecy boolean, given_on date, expires_on date,
  state text, withdrawn_at timestamptz, version integer, cells jsonb)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select x.id, o.name, x.purpose, x.purpose_ct, x.direction, x.releases_secrecy, x.given_on, least(x.expires_on, (x.ended_at at time zone 'Europe/Berlin')::date), app.consent_state(x), x.withdrawn_at, x.version,
      (select coalesce(jsonb_agg(jsonb_build_object('area', k.life_area, 'kind', k.kind, 'gone', k.withdrawn_at is not null) order by k.life_area, k.kind), '[]')
        from app.consent_categories k where k.tenant_id = x.tenant_id and k.consent_id = x.id)
    from app.consents x join app.organisations o on o.tenant_id = x.tenant_id and o.id = x.recipient_id
   where x.tenant_id = c.tenant_id and x.case_id = c.case_id and x.person_id = c.person_id and not app.portal_consent_is_off(c.tenant_id, c.case_id, c.person_id, x.id)
   order by x.given_on desc, x.id;
end $$;
-- What an office has from this person under a consent, and what it works on: said before a withdrawal and after it.
create or replace function app.portal_under_consent(consent uuid) returns table (sent_at timestamptz, fields text[], sees_now boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  if not exists (select from app.consents x where x.tenant_id = c.tenant_id and x.case_id = c.case_id and x.person_id = c.person_id and x.id = consent)
     or app.portal_consent_is_off(c.tenant_id, c.case_id, c.person_id, consent) then return; end if;
  return query
    select d.sent_at, array(select i.label from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id
        and (i.person_id is null or i.person_id = c.person_id) and not app.portal_areas_are_off(c.tenant_id, c.case_id, c.person_id, i.life_areas) order by i.position), false
      from app.disclosures d where d.tenant_id = c.tenant_id and d.case_id = c.case_id and d.consent_id = consent and d.state = 'sent' and d.recipient_state is distinct from 'declined'
    union all
    select null, '{}', true where exists (select from app.shares s join app.share_consents k on k.tenant_id = s.tenant_id and k.share_id = s.id
      where s.tenant_id = c.tenant_id and s.case_id = c.case_id and k.consent_id = consent and app.share_state(s) = 'active');
end $$;
-- The withdrawal itself is the person's and holds from the next statement on, everywhere: every share asks the consent (82_shares.sql).
-- Telling the office, ending what is bare and refusing what was prepared is ordered with it and done by the staff's process.
create or replace function app.portal_withdraw(consent uuid, is_whole boolean, cells text[], job uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer; left_over integer;
begin
  select * into c from app.portal_person();
  perform 1 from app.consents x where x.tenant_id = c.tenant_id and x.case_id = c.case_id and x.person_id = c.person_id and x.id = consent and x.withdrawn_at is null for update;
  if not found or app.portal_consent_is_off(c.tenant_id, c.case_id, c.person_id, consent) then return false; end if;
  update app.consent_categories k set withdrawn_at = now() where k.tenant_id = c.tenant_id and k.consent_id = consent and k.withdrawn_at is null
    and (is_whole or k.life_area || '.' || k.kind = any (cells));
  get diagnostics n = row_count;
  if n = 0 then return false; end if;
  select count(*) into left_over from app.consent_categories k where k.tenant_id = c.tenant_id and k.consent_id = consent and k.withdrawn_at is null;
  update app.consents x set withdrawn_at = case when left_over = 0 then now() end, withdrawal_form = 'electronic', version = x.version + 1
   where x.tenant_id = c.tenant_id and x.id = consent;
  perform app.portal_note('consent.withdrawn', 'consent', array[consent], case when left_over = 0 then 'whole' else 'part' end);
  insert into app.jobs (tenant_id, id, room_id, account_id, kind, subject_id) values (c.tenant_id, job, c.room_id, app.portal_owner(c.tenant_id, c.case_id), 'portal.withdrawal', consent);
  return true;
end $$;
-- Is this record about things of others of the family alone? That a consent or a goal of theirs was written is theirs, too. Every
-- table whose rows are somebody's is asked, also those to come; by hand only what names its persons in another way.
do $$
declare parts text;
begin
  select string_agg(format('    union all select x.person_id from app.%I x where x.tenant_id = tenant and x.id = any (ids) and x.person_id is not null', c.relname), E'\n' order by c.relname) into parts
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
     and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('tenant_id', 'id', 'person_id') and not a.attisdropped) = 3;
  execute format($f$create or replace function app.portal_is_of_others(tenant uuid, of_person uuid, ids uuid[]) returns boolean
language sql stable security definer set search_path = '' as $body$
  select coalesce(bool_and(w.person_id <> of_person), false) from (
    select p.id as person_id from app.persons p where p.tenant_id = tenant and p.id = any (ids)
%s
    union all select i.person_id from app.disclosure_items i where i.tenant_id = tenant and i.disclosure_id = any (ids) and i.person_id is not null
    union all select k.person_id from app.share_consents s join app.consents k on k.tenant_id = s.tenant_id and k.id = s.consent_id where s.tenant_id = tenant and s.share_id = any (ids)
    union all select p.person_id from app.case_appointment_persons p where p.tenant_id = tenant and p.appointment_id = any (ids)
    union all select p.person_id from app.interpreter_requests q join app.case_appointment_persons p on p.tenant_id = q.tenant_id and p.appointment_id = q.appointment_id where q.tenant_id = tenant and q.id = any (ids)
    union all select p.person_id from app.contact_persons p where p.tenant_id = tenant and p.contact_id = any (ids)
    union all select f.about_person_id from app.follow_ups f where f.tenant_id = tenant and f.id = any (ids) and f.about_person_id is not null
    union all select n.person_id from app.notices n where n.tenant_id = tenant and n.follow_up_id = any (ids)
    union all select r.other_person_id from app.case_relations r where r.tenant_id = tenant and r.id = any (ids) and r.other_person_id is not null
    union all select g.person_id from app.plan_review_goals r join app.plan_goals g on g.tenant_id = r.tenant_id and g.id = r.goal_id where r.tenant_id = tenant and r.review_id = any (ids)
    -- an item without a person is everybody's, and so is a conference that nobody but the offices is invited to
    union all select coalesce(i.person_id, of_person) from app.conference_items i where i.tenant_id = tenant and i.conference_id = any (ids)) w
$body$ $f$, parts);
end $$;
revoke execute on function app.portal_is_of_others(uuid, uuid, uuid[]) from public;
-- Whoever speaks for a child and the child have each a page of their own: what one does there is not told on the other's.
create or replace function app.portal_is_anothers_page(tenant uuid, own_access uuid, ids uuid[], session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(bool_and((x.person_id, x.guardian_id) is distinct from (own.person_id, own.guardian_id)), false)
    from app.portal_accesses own join app.portal_accesses x on x.tenant_id = own.tenant_id and x.case_id = own.case_id
   where own.tenant_id = tenant and own.id = own_access
     and (x.id = any (ids) or exists (select from app.portal_messages m where m.tenant_id = x.tenant_id and m.access_id = x.id and (m.id = any (ids) or m.document_id = any (ids)))
       or exists (select from private.portal_sessions s where s.tenant_id = x.tenant_id and s.access_id = x.id and s.id = session))
$$;
-- Everything that the record names is held back (with the case and the person): the record would tell what the hold does not show.
create or replace function app.portal_is_record_of_held(tenant uuid, of_case uuid, of_person uuid, ids uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(bool_or(h.row_id = any (ids) or h.id = any (ids)) and ids <@ (array_agg(h.row_id) || array_agg(h.id) || array[of_case, of_person]), false)
    from app.portal_holds h where h.tenant_id = tenant and h.case_id = of_case and h.person_id = of_person and h.lifted_at is null
$$;
-- Who saw what and why. Function and office; never a name. Of a family's file only what was read of the case or of this person.
create or replace function app.portal_seen(before timestamptz, most integer) returns table (id uuid, at timestamptz, function text, office text, is_team boolean, team_function text, action text, purpose text)
language plpgsql stable security definer set search_path = '' as $$
declare c record; is_family boolean;
begin
  select * into c from app.portal_person();
  is_family := exists (select from app.case_persons cp where cp.tenant_id = c.tenant_id and cp.case_id = c.case_id and cp.person_id <> c.person_id);
  return query
    select r.id, r.at, r.function, o.name, t.function is not null, t.function, r.action, r.purpose
      from app.access_records r
      left join app.accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
      left join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      left join lateral (select x.function from app.case_team x where x.tenant_id = r.tenant_id and x.case_id = c.case_id and x.account_id = r.account_id
        and x.from_on <= r.at::date and (x.until_on is null or x.until_on >= r.at::date) order by x.function limit 1) t on true
     where r.tenant_id = c.tenant_id and r.at < before
       and (r.case_id = c.case_id or r.object_ids @> array[c.person_id] and r.room_id = c.room_id)
       and not (is_family and app.portal_is_of_others(c.tenant_id, c.person_id, r.object_ids))
       and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'access', r.id)
       and not app.portal_is_record_of_held(c.tenant_id, c.case_id, c.person_id, r.object_ids)
       -- what the other of a couple does on the own page is theirs, and what a child does no parent's
       and not app.portal_is_anothers_page(c.tenant_id, c.access_id, r.object_ids, case when r.function = 'person' then r.session_id end)
       and (r.function <> 'person' or exists (select from private.portal_sessions s join app.portal_accesses x on x.tenant_id = s.tenant_id and x.id = s.access_id
         where s.tenant_id = r.tenant_id and s.id = r.session_id and x.person_id = c.person_id))
     order by r.at desc, r.id desc limit least(most, 500);
end $$;
create or replace function app.portal_passed_on() returns table (id uuid, sent_at timestamptz, recipient text, fields text[], consent_id uuid, norm text, recipient_state text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select d.id, d.sent_at, d.recipient_name, array(select i.label from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id
        and (i.person_id = c.person_id or i.person_id is null) and not app.portal_areas_are_off(c.tenant_id, c.case_id, c.person_id, i.life_areas) order by i.position),
      d.consent_id, l.citation, d.recipient_state
    from app.disclosures d join app.legal_bases l on l.tenant_id = d.tenant_id and l.id = d.legal_basis_id
   where d.tenant_id = c.tenant_id and d.case_id = c.case_id and d.state = 'sent'
     and exists (select from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id and i.person_id = c.person_id
       and not app.portal_areas_are_off(c.tenant_id, c.case_id, c.person_id, i.life_areas))
     and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'disclosure', d.id)
     and (d.consent_id is null or not app.portal_consent_is_off(c.tenant_id, c.case_id, c.person_id, d.consent_id))
   order by d.sent_at desc;
end $$;
-- The register, item by item: `item` names the row and comes back with "this is wrong".
create or replace function app.portal_data() returns table (part text, code text, row_id uuid, value text, extra text, from_on date, until_on date)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select * from (
    select 'person' as part, case n.kind when 'own_script' then 'name_own_script' when 'former' then 'former_name' else 'name' end, n.id, concat_ws(' ', nullif(n.given, ''), nullif(n.family, '')), n.script, n.from_on, n.until_on
      from app.person_names n where n.tenant_id = c.tenant_id and n.person_id = c.person_id
    union all select 'person', 'birth', p.id, p.birth_on::text, p.birth_precision, null, null from app.persons p where p.tenant_id = c.tenant_id and p.id = c.person_id and p.birth_on is not null
    union all select 'residence', 'entered_on', p.id, p.entered_on::text, p.entered_precision, null, null from app.persons p where p.tenant_id = c.tenant_id and p.id = c.person_id and p.entered_on is not null
    union all select 'person', 'nationality', n.id, n.code, '', n.from_on, n.until_on from app.person_nationalities n where n.tenant_id = c.tenant_id and n.person_id = c.person_id
    union all select 'language', case when l.needs_interpreter then 'interpreter' else 'language' end, l.id, l.code, l.level, null, null from app.person_languages l where l.tenant_id = c.tenant_id and l.person_id = c.person_id
    union all select 'reach', 'address', a.id, concat_ws(', ', nullif(a.street, ''), concat_ws(' ', nullif(a.postcode, ''), nullif(a.town, ''))), '', a.from_on, a.until_on
      from app.person_addresses a where a.tenant_id = c.tenant_id and a.person_id = c.person_id and not a.is_protected
    union all select 'reach', case h.kind when 'email' then 'mail' else 'phone' end, h.id, h.value, coalesce(h.is_safe::text, ''), h.from_on, h.until_on
      from app.person_channels h where h.tenant_id = c.tenant_id and h.person_id = c.person_id
    union all select 'residence', 'title', s.id, s.azr_label, s.short_label, s.from_on, s.until_on from app.person_residence_statuses s where s.tenant_id = c.tenant_id and s.person_id = c.person_id) d (part, code, row_id, value, extra, from_on, until_on)
   where not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'fact', d.row_id);
end $$;
create or replace function app.portal_messages_of() returns table (id uuid, kind text, item text, text_ct bytea, state text, answer_ct bytea, sent_at timestamptz, answered_at timestamptz, document_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select m.id, m.kind, m.item, m.text_ct, m.state, m.answer_ct, m.sent_at, m.answered_at, m.document_id from app.portal_messages m
    where m.tenant_id = c.tenant_id and m.case_id = c.case_id and m.person_id = c.person_id and m.access_id = c.access_id order by m.sent_at desc;
end $$;
-- A message becomes a task for whoever leads; "this is wrong" one for every office that has the person's data, too.
create or replace function app.portal_say(message uuid, of_kind text, about text, words bytea, task uuid, title bytea, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  -- the form came twice: it was heard the first time
  if exists (select from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.id = message) then return true; end if;
  if of_kind not in ('question', 'wrong', 'restrict', 'object')
     or (select count(*) from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.sent_at > now() - interval '1 day') >= 20 then return false; end if;
  insert into app.portal_messages (tenant_id, room_id, id, case_id, person_id, access_id, kind, item, text_ct)
    values (c.tenant_id, c.room_id, message, c.case_id, c.person_id, c.access_id, of_kind, about, words);
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_person_id)
    values (c.tenant_id, c.room_id, task, c.case_id, app.portal_owner(c.tenant_id, c.case_id), today + 2, 'task', title, app.portal_owner(c.tenant_id, c.case_id), c.person_id);
  perform app.portal_note('portal_message.added', 'portal_message', array[message], of_kind);
  return true;
end $$;
-- Who holds something about the person: the offices with a share of the case or a disclosure in hand, also what the page does not
-- show. For the title of the task, which the team alone reads.
create or replace function app.portal_holders() returns table (office text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query
    select d.recipient_name from app.disclosures d where d.tenant_id = c.tenant_id and d.case_id = c.case_id and d.state = 'sent' and d.recipient_state is distinct from 'declined'
      and exists (select from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id and i.person_id = c.person_id)
    union
    select o.name from app.shares s join app.organisations o on o.tenant_id = s.tenant_id and o.id = s.organisation_id
     where s.tenant_id = c.tenant_id and s.case_id = c.case_id and app.share_state(s) = 'active'
       and exists (select from app.share_consents k join app.consents y on y.tenant_id = k.tenant_id and y.id = k.consent_id
         where k.tenant_id = s.tenant_id and k.share_id = s.id and y.person_id = c.person_id and app.consent_state(y) = 'in_force')
    order by 1;
end $$;
create or replace function app.portal_documents() returns table (id uuid, name_ct bytea, kind text, created_at timestamptz, is_from_person boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select d.id, d.name_ct, d.kind, d.created_at, d.is_from_person from app.documents d
    where d.tenant_id = c.tenant_id and d.case_id = c.case_id and d.person_id = c.person_id and d.is_from_person and d.withdrawn_at is null
      and not app.portal_is_anothers_page(c.tenant_id, c.access_id, array[d.id], null)
      and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'document', d.id) order by d.created_at desc;
end $$;
create or replace function app.portal_add_paper(document uuid, name bytea, media text, bytes bigint, file_mac bytea, stored text, dangers text[], message uuid, words bytea, task uuid, title bytea, today date) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; owner_account uuid;
begin
  select * into c from app.portal_person();
  if exists (select from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.id = message) then return true; end if;
  if (select count(*) from app.portal_messages m where m.tenant_id = c.tenant_id and m.access_id = c.access_id and m.sent_at > now() - interval '1 day') >= 20 then return false; end if;
  owner_account := app.portal_owner(c.tenant_id, c.case_id);
  insert into app.documents (tenant_id, room_id, id, case_id, person_id, name_ct, media_type, size, mac, stored_name, hazards, author_id, is_from_person)
    values (c.tenant_id, c.room_id, document, c.case_id, c.person_id, name, media, bytes, file_mac, stored, dangers, owner_account, true);
  insert into app.portal_messages (tenant_id, room_id, id, case_id, person_id, access_id, kind, text_ct, document_id)
    values (c.tenant_id, c.room_id, message, c.case_id, c.person_id, c.access_id, 'paper', words, document);
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_person_id)
    values (c.tenant_id, c.room_id, task, c.case_id, owner_account, today + 2, 'task', title, owner_account, c.person_id);
  perform app.portal_note('document.uploaded', 'document', array[document]);
  return true;
end $$;
create or replace function app.portal_exported() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  perform app.portal_note('portal_data.exported', 'person', array[c.person_id]);
end $$;
create or replace function app.portal_appointments() returns table (id uuid, starts_at timestamptz, ends_at timestamptz, kind text, place_ct bytea, subject_ct bytea, language text, office text, state text, interpreter text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select a.id, a.starts_at, a.ends_at, a.kind, a.place_ct, a.subject_ct, a.language, o.name, a.state,
      coalesce((select case when q.state = 'confirmed' then 'confirmed' else 'asked' end from app.interpreter_requests q
        where q.tenant_id = a.tenant_id and q.appointment_id = a.id and q.state in ('requested', 'confirmed') order by q.state limit 1), 'none')
    from app.case_appointments a join app.case_appointment_persons p on p.tenant_id = a.tenant_id and p.appointment_id = a.id and p.person_id = c.person_id
    left join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.with_organisation_id
   where a.tenant_id = c.tenant_id and a.case_id = c.case_id and a.is_on_portal and not a.is_entrusted and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'appointment', a.id)
   order by a.starts_at;
end $$;

grant usage on schema app to {{portal}};
grant execute on function app.portal_standing(), app.portal_find_card(bytea), app.portal_attempt(bytea, bytea, integer), app.portal_forget_attempts(bytea, bytea),
  app.portal_open_session(bytea, text, uuid, bytea, interval, interval), app.portal_pin(), app.portal_set_pin(text, text), app.portal_touch(), app.portal_end_session(),
  app.portal_say_language(text), app.portal_me(), app.portal_areas_of(), app.portal_helpers(), app.portal_goals(), app.portal_measures(), app.portal_agreed_on(),
  app.portal_tick(uuid, boolean, date), app.portal_consents(), app.portal_under_consent(uuid), app.portal_withdraw(uuid, boolean, text[], uuid), app.portal_seen(timestamptz, integer),
  app.portal_passed_on(), app.portal_data(), app.portal_messages_of(), app.portal_say(uuid, text, text, bytea, uuid, bytea, date), app.portal_holders(), app.portal_documents(),
  app.portal_add_paper(uuid, bytea, text, bigint, bytea, text, text[], uuid, bytea, uuid, bytea, date), app.portal_exported(), app.portal_appointments() to {{portal}};

-- ── the staff's side: the team of the case
{{#each portal_accesses portal_holds portal_areas portal_messages}}
create policy team_reads_the_persons_page on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}
{{#each portal_accesses portal_messages}}
create policy team_changes_the_persons_page on app.{{this}} for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
{{/each}}
-- emergency access freezes; who may look, at what, and how long, is decided by the team (guard_portal_access)
create policy team_shows_again on app.portal_holds for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_invites on app.portal_accesses for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and invited_by = (select app.current_account()) and frozen_at is null and ended_at is null
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_holds_back on app.portal_holds for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and held_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_opens_areas on app.portal_areas for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and opened_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_closes_areas on app.portal_areas for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, person_id, guardian_id, language, until_on, invited_by),
  update (frozen_at, frozen_by, frozen_reason_ct, ended_at, ended_by, until_on, language, version) on app.portal_accesses to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by), update (lifted_at, version) on app.portal_holds to {{staff}};
-- an area is on or off: what was on before is nobody's to read
grant insert (tenant_id, room_id, case_id, person_id, life_area, opened_by), delete on app.portal_areas to {{staff}};
grant update (state, answer_ct, answered_by, answered_at, version) on app.portal_messages to {{staff}};

create or replace function app.guard_portal_access() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.ended_at is not null and (new.ended_at is distinct from old.ended_at or new.frozen_at is distinct from old.frozen_at or new.until_on is distinct from old.until_on) then
    raise exception using errcode = '42501', message = 'an access that ended stays so';
  end if;
  if (old.frozen_at is not null and new.frozen_at is null or coalesce(new.until_on, 'infinity') > coalesce(old.until_on, 'infinity'))
     and new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}'))) then
    raise exception using errcode = '42501', message = 'the team decides who may look';
  end if;
  if new.ended_at is not null and old.ended_at is null then
    new.ended_at := now(); new.ended_by := app.current_account();
    delete from private.portal_credentials k where k.tenant_id = new.tenant_id and k.access_id = new.id;
  end if;
  if new.frozen_at is not null and old.frozen_at is null then new.frozen_at := now(); new.frozen_by := app.current_account(); end if;
  -- after a freeze somebody may have had the phone: signing in starts anew
  if (new.ended_at is null) <> (old.ended_at is null) or (new.frozen_at is null) <> (old.frozen_at is null) then
    update private.portal_sessions s set ended_at = now() where s.tenant_id = new.tenant_id and s.access_id = new.id and s.ended_at is null;
  end if;
  return new;
end $$;
create or replace trigger guard_portal_access before update on app.portal_accesses for each row execute function app.guard_portal_access();
create or replace function app.guard_portal_message() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if (new.state, new.answer_ct, new.answered_by) is distinct from (old.state, old.answer_ct, old.answered_by) and new.answered_by is distinct from app.current_account() then raise exception using errcode = '42501', message = 'in the own name'; end if;
  return new;
end $$;
create or replace trigger guard_portal_message before update on app.portal_messages for each row execute function app.guard_portal_message();

-- Card and first PIN of an access of the team's case, once at a time: a new one makes the old worthless and ends every session.
create or replace function app.invite_to_portal(access uuid, new_card bytea, new_pin text, valid interval) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; a app.portal_accesses;
begin
  select * into c from app.session_context();
  select x.* into a from app.portal_accesses x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = access
    and x.case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) for update;
  if a.id is null or app.portal_access_state(a) not in ('active', 'invited') then return false; end if;
  insert into private.portal_credentials as k (tenant_id, access_id, card_hash, pin_hash, first_pin_until) values (c.tenant_id, access, new_card, new_pin, now() + least(valid, interval '14 days'))
    on conflict on constraint portal_credentials_pkey do update set card_hash = new_card, pin_hash = new_pin, first_pin_until = now() + least(valid, interval '14 days'), first_pin_tries = 0, pin_set_at = now();
  update private.portal_sessions s set ended_at = now() where s.tenant_id = c.tenant_id and s.access_id = access and s.ended_at is null;
  return true;
end $$;
-- How each access of a case stands, and when it was last used; of open cases alone.
create or replace function app.portal_states(wanted_case uuid) returns table (access_id uuid, state text, last_seen_at timestamptz, first_pin_until timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if wanted_case <> all (array(select app.open_case_ids())) then return; end if;
  return query select a.id, app.portal_access_state(a), k.last_seen_at, k.first_pin_until from app.portal_accesses a
    left join private.portal_credentials k on k.tenant_id = a.tenant_id and k.access_id = a.id
   where a.tenant_id = c.tenant_id and a.room_id = c.room_id and a.case_id = wanted_case;
end $$;
grant execute on function app.invite_to_portal(uuid, bytea, text, interval), app.portal_states(uuid) to {{staff}};

-- Which keys the portal's directory must hold, and no other: for the system job that puts it right.
create or replace function app.portal_keys() returns table (key_ref text)
language sql stable security definer set search_path = '' as $$
  select p.key_ref from app.portal_accesses a join app.persons p on p.tenant_id = a.tenant_id and p.id = a.person_id where app.portal_access_state(a) in ('active', 'invited')
   and exists (select from private.portal_credentials k where k.tenant_id = a.tenant_id and k.access_id = a.id and (k.first_pin_until is null or k.first_pin_until > now()))
  union
  select x.key_ref from app.portal_accesses a join app.cases x on x.tenant_id = a.tenant_id and x.id = a.case_id where app.portal_access_state(a) in ('active', 'invited')
   and exists (select from private.portal_credentials k where k.tenant_id = a.tenant_id and k.access_id = a.id and (k.first_pin_until is null or k.first_pin_until > now()))
$$;
grant execute on function app.portal_keys() to {{jobs}};
