-- The person's own page, the staff's side: what it looks like to the person, and mails that say that there is something new.

-- Whose page the team looks at: `case/person/access`, where one has no page yet `case/person/`. What was set is trusted with nothing:
-- session, room and team are asked in every statement. Empty where nobody looks. Only the team, since the page tells who saw what,
-- and emergency access reads no record.
create or replace function app.portal_previewed(out tenant_id uuid, out room_id uuid, out case_id uuid, out person_id uuid, out access_id uuid, out session_id uuid)
language plpgsql stable security definer set search_path = '' as $$
declare wanted text[] := string_to_array(nullif(current_setting('app.portal_preview', true), ''), '/'); c record;
begin
  if wanted is null or nullif(current_setting('app.portal', true), '') is not null then return; end if;
  select * into c from app.session_context();
  select p.tenant_id, p.room_id, p.case_id, p.person_id, a.id, c.session_id into tenant_id, room_id, case_id, person_id, access_id, session_id
    from app.case_persons p
    left join app.portal_accesses a on a.tenant_id = p.tenant_id and a.case_id = p.case_id and a.person_id = p.person_id and a.id = nullif(wanted[3], '')::uuid and a.ended_at is null
   where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.case_id = wanted[1]::uuid and p.person_id = wanted[2]::uuid
     and p.case_id = any (array(select app.team_case_ids('{lead,substitute,member}')));
  if case_id is null or (access_id is null and wanted[3] <> '') then
    raise exception using errcode = '28000', message = 'no page to look at';
  end if;
end $$;
-- From here to the end of the transaction the functions below answer as they answer the person. No row: none of the team's.
create or replace function app.preview_portal(of_case uuid, access uuid) returns table (tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text,
  given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text)
language plpgsql volatile security definer set search_path = '' as $$
declare c record; whose uuid;
begin
  select * into c from app.session_context();
  select a.person_id into whose from app.portal_accesses a where a.tenant_id = c.tenant_id and a.room_id = c.room_id and a.id = access and a.case_id = of_case and a.ended_at is null
    and a.case_id = any (array(select app.team_case_ids('{lead,substitute,member}')));
  if whose is null then return; end if;
  perform set_config('app.portal_preview', concat_ws('/', of_case, whose, access), true);
  return query select * from app.portal_describe(c.tenant_id, access, c.session_id);
end $$;
-- The same for somebody who has no page yet, or whatever page: what is kept off is kept off every page of the person.
create or replace function app.preview_portal_of(of_case uuid, of_person uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not exists (select from app.case_persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.case_id = of_case and p.person_id = of_person
    and p.case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))) then return false; end if;
  perform set_config('app.portal_preview', concat_ws('/', of_case, of_person, ''), true);
  return true;
end $$;
grant execute on function app.preview_portal(uuid, uuid), app.preview_portal_of(uuid, uuid) to {{staff}};
-- What the person reads, and nothing of what the person does. Without a preview each refuses the staff.
grant execute on function app.portal_areas_of(), app.portal_helpers(), app.portal_goals(), app.portal_measures(), app.portal_agreed_on(), app.portal_consents(), app.portal_seen(timestamptz, integer),
  app.portal_passed_on(), app.portal_data(), app.portal_messages_of(), app.portal_documents(), app.portal_appointments() to {{staff}};

-- ── mails that say that there is something new, and not what
grant update (tells_news) on app.portal_accesses to {{staff}};
create or replace function app.guard_portal_news() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- after a freeze the person decides anew
  if new.frozen_at is not null or new.ended_at is not null then new.tells_news := false; end if;
  if session_user = '{{owner_name}}' then return new; end if;
  if new.tells_news and not old.tells_news and new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}'))) then
    raise exception using errcode = '42501', message = 'the team decides what is sent';
  end if;
  return new;
end $$;
create or replace trigger guard_portal_news before update on app.portal_accesses for each row execute function app.guard_portal_news();

-- May a mail go out at this moment? The person wants it, and the page can be used: not frozen, not ended, not expired. Granted to nobody.
create or replace function app.may_tell_news(tenant uuid, of_case uuid, of_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.portal_accesses a where a.tenant_id = tenant and a.case_id = of_case and a.person_id = of_person and a.guardian_id is null
    and a.tells_news and app.portal_access_state(a) = 'active')
$$;
-- One mail for all that is new within a while: a mail for every change would tell how much goes on.
create or replace function app.tell_news(tenant uuid, room uuid, of_case uuid, of_person uuid, by_account uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if by_account is null or not app.may_tell_news(tenant, of_case, of_person) then return; end if;
  if exists (select from app.outgoing_mails m where m.tenant_id = tenant and m.case_id = of_case and m.person_id = of_person and m.kind = 'news'
    and (m.state in ('waiting', 'sending') or m.state = 'sent' and m.settled_at > now() - interval '6 hours')) then return; end if;
  insert into app.outgoing_mails (tenant_id, room_id, id, case_id, person_id, kind, due_at, created_by)
    values (tenant, room, gen_random_uuid(), of_case, of_person, 'news', now() + interval '10 minutes', by_account);
end $$;

-- A new appointment or another time of it, an answer, an agreement to sign: what the page shows of it is asked here as there.
create or replace function app.tell_of_appointment(a app.case_appointments, of_person uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not a.is_on_portal or a.is_entrusted or a.starts_at <= now() or app.portal_is_held(a.tenant_id, a.case_id, of_person, 'appointment', a.id) then return; end if;
  perform app.tell_news(a.tenant_id, a.room_id, a.case_id, of_person, a.created_by);
end $$;
create or replace function app.tell_of_what_is_new() returns trigger language plpgsql security definer set search_path = '' as $$
declare a app.case_appointments; p uuid;
begin
  if session_user = '{{owner_name}}' then return null; end if;
  case tg_table_name
    when 'case_appointment_persons' then
      select x.* into a from app.case_appointments x where x.tenant_id = new.tenant_id and x.id = new.appointment_id;
      perform app.tell_of_appointment(a, new.person_id);
    when 'case_appointments' then
      for p in select x.person_id from app.case_appointment_persons x where x.tenant_id = new.tenant_id and x.appointment_id = new.id loop
        perform app.tell_of_appointment(new, p);
      end loop;
    when 'portal_messages' then perform app.tell_news(new.tenant_id, new.room_id, new.case_id, new.person_id, new.answered_by);
    else perform app.tell_news(new.tenant_id, new.room_id, new.case_id, new.person_id, new.created_by);
  end case;
  return null;
end $$;
create or replace trigger tell_of_a_new_appointment after insert on app.case_appointment_persons for each row execute function app.tell_of_what_is_new();
create or replace trigger tell_of_another_time after update on app.case_appointments for each row
  when ((old.starts_at, old.place_kind, old.is_on_portal, old.state = 'cancelled') is distinct from (new.starts_at, new.place_kind, new.is_on_portal, new.state = 'cancelled')) execute function app.tell_of_what_is_new();
create or replace trigger tell_of_an_answer after update on app.portal_messages for each row
  when (new.answer_ct is not null and new.answer_ct is distinct from old.answer_ct) execute function app.tell_of_what_is_new();
create or replace trigger tell_of_an_agreement after insert on app.plan_agreements for each row when (new.person_signed_on is null) execute function app.tell_of_what_is_new();

-- The sensitive life areas of the own municipality, for whoever sets them and for whoever turns one on for a person.
create or replace function app.sensitive_life_areas() returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select jsonb_array_elements_text(app.sensitive_areas_of(app.current_tenant()));
end $$;
grant execute on function app.sensitive_life_areas() to {{staff}};
