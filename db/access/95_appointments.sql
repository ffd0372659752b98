-- Appointments belong to the file: whoever works on the case reads and changes them. Offices outside have no policy here.
{{#each case_appointments case_appointment_persons interpreter_requests outgoing_mails}}
create policy team_reads_its_appointments on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}

create policy team_makes_appointments on app.case_appointments for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and (with_account_id is null or app.works_on_cases(tenant_id, room_id, with_account_id))
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_appointments on app.case_appointments for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, kind, starts_at, ends_at, place_kind, place_ct, subject_ct, language, with_account_id, with_organisation_id,
    is_entrusted, is_on_portal, wants_reminder, created_by),
  update (kind, starts_at, ends_at, place_kind, place_ct, subject_ct, language, with_account_id, with_organisation_id, is_entrusted, is_on_portal, wants_reminder,
    state, no_show_contact_id, moved_to_id, version) on app.case_appointments to {{staff}};

-- An appointment is given to somebody who works here; that somebody did not come is written once.
create or replace function app.guard_case_appointment() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if new.with_account_id is not null and new.with_account_id is distinct from old.with_account_id
     and not app.works_on_cases(new.tenant_id, new.room_id, new.with_account_id) then
    raise exception using errcode = '42501', message = 'nobody who works on cases here';
  end if;
  if old.no_show_contact_id is not null and new.no_show_contact_id is distinct from old.no_show_contact_id and new.no_show_contact_id is not null then
    raise exception using errcode = '42501', message = 'the contact was written already';
  end if;
  return new;
end $$;
create or replace trigger guard_case_appointment before update on app.case_appointments for each row execute function app.guard_case_appointment();

create policy team_names_who_comes on app.case_appointment_persons for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
-- who is not to come after all is a row less; that it was changed stands in the access record
create policy team_takes_back_who_comes on app.case_appointment_persons for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, case_id, appointment_id, person_id), delete on app.case_appointment_persons to {{staff}};

create policy team_asks_for_interpreters on app.interpreter_requests for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and requested_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_settles_interpreters on app.interpreter_requests for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, appointment_id, interpreter_id, language, requested_by, requested_on),
  update (state, confirmed_ct, settled_by, settled_on, version) on app.interpreter_requests to {{staff}};

create policy case_workers_read_interpreters on app.interpreters for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('case_manager', 'team_lead')));
create policy team_lead_adds_interpreters on app.interpreters for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')));
create policy team_lead_changes_interpreters on app.interpreters for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')));
grant select on app.interpreters to {{staff}};
grant insert (tenant_id, room_id, id, name, reach, languages, lead_days), update (name, reach, languages, lead_days, retired_at, version) on app.interpreters to {{staff}};

create policy team_orders_mails on app.outgoing_mails for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_drops_mails on app.outgoing_mails for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, person_id, kind, appointment_id, due_at, created_by), update (due_at, state, attempts, settled_at) on app.outgoing_mails to {{staff}};

-- The address of a feed is made and revoked by whoever reads it.
create policy own_feeds_are_read on app.calendar_feeds for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account()));
create policy own_feeds_are_made on app.calendar_feeds for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account())
  and (select app.has_role('case_manager', 'team_lead')));
create policy own_feeds_are_revoked on app.calendar_feeds for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account()));
grant select on app.calendar_feeds to {{staff}};
grant insert (tenant_id, room_id, id, account_id, token_hash, with_numbers), update (revoked_at, version) on app.calendar_feeds to {{staff}};

-- A feed that was revoked stays revoked.
create or replace function app.guard_feed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at then raise exception using errcode = '42501', message = 'a revoked feed stays revoked'; end if;
  return new;
end $$;
create or replace trigger guard_feed before update on app.calendar_feeds for each row execute function app.guard_feed();

-- What the secret of a feed opens: times and states of the own appointments in cases that are open to its account at this moment,
-- and where it was wished the case's number. Null: unknown, revoked, the account is disabled or works in that room no more.
create or replace function app.read_calendar_feed(secret_hash bytea, today date) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare f app.calendar_feeds;
begin
  select x.* into f from app.calendar_feeds x join app.accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id and a.disabled_at is null
   where x.token_hash = secret_hash and x.revoked_at is null and app.holds_case_role(x.tenant_id, x.room_id, x.account_id);
  if f.id is null then return null; end if;
  if f.last_read_on is distinct from today then
    update app.calendar_feeds x set last_read_on = today where x.tenant_id = f.tenant_id and x.id = f.id;
  end if;
  return jsonb_build_object('entries', coalesce((
    select jsonb_agg(jsonb_build_object('id', w.id, 'startsAt', w.starts_at, 'endsAt', w.ends_at, 'version', w.version, 'number', case when f.with_numbers then c.number end) order by w.starts_at, w.id)
      from app.case_appointments w join app.cases c on c.tenant_id = w.tenant_id and c.id = w.case_id
     where w.tenant_id = f.tenant_id and w.room_id = f.room_id and w.with_account_id = f.account_id and w.state in ('planned', 'kept', 'no_show')
       and w.starts_at between now() - interval '60 days' and now() + interval '400 days'
       and w.case_id = any (array(select app.open_cases_of(f.tenant_id, f.room_id, f.account_id)))), '[]'));
end $$;
grant execute on function app.read_calendar_feed(bytea, date) to {{auth}};

-- The safe address of a person at this moment: marked so, in force, and nowhere marked otherwise. Records that were merged are one
-- person. Granted to nobody.
create or replace function app.safe_channels(tenant uuid, person uuid) returns table (kind text, value text)
language plpgsql stable security definer set search_path = '' as $$
declare root uuid;
begin
  select coalesce(p.merged_into, p.id) into root from app.persons p where p.tenant_id = tenant and p.id = person;
  return query
    with known as (select h.* from app.person_channels h join app.persons p on p.tenant_id = h.tenant_id and p.id = h.person_id
      where h.tenant_id = tenant and (p.id = root or p.merged_into = root))
    select k.kind, k.value from known k
     where k.is_safe and (k.from_on is null or k.from_on <= current_date) and (k.until_on is null or k.until_on >= current_date)
       and not exists (select from known o where lower(o.value) = lower(k.value) and o.is_safe is not true)
     order by k.id;
end $$;

-- Takes what is to be said now, each for one process only; what has become pointless is dropped. Without a mail server only those
-- are taken whom no mail could reach anyway.
create or replace function app.take_due_mails(at_moment timestamptz, can_mail boolean, most integer)
returns table (tenant_id uuid, id uuid, case_id uuid, kind text, attempts integer, key_ref text, starts_at timestamptz, language text, address text, can_call boolean)
language plpgsql volatile security definer set search_path = '' as $$
begin
  update app.outgoing_mails m set state = 'dropped', settled_at = at_moment
   where m.state in ('waiting', 'sending') and m.due_at <= at_moment and (
     exists (select from app.case_appointments a where a.tenant_id = m.tenant_id and a.id = m.appointment_id and (a.state <> 'planned' or a.starts_at <= at_moment))
     or exists (select from app.cases c where c.tenant_id = m.tenant_id and c.id = m.case_id and c.closed_on is not null)
     or exists (select from app.persons p where p.tenant_id = m.tenant_id and p.id = m.person_id and p.died_on is not null)
     or exists (select from app.case_persons cp where cp.tenant_id = m.tenant_id and cp.case_id = m.case_id and cp.person_id = m.person_id and cp.left_on <= at_moment::date)
     -- asked for no more, or the page is frozen (99_zz_portal_staff.sql)
     or m.kind = 'news' and not app.may_tell_news(m.tenant_id, m.case_id, m.person_id));
  return query
    with due as (
      select m.tenant_id, m.id from app.outgoing_mails m
       where m.due_at <= at_moment and (m.state = 'waiting' or m.state = 'sending' and m.taken_at < at_moment - interval '10 minutes')
         and (can_mail or not exists (select from app.safe_channels(m.tenant_id, m.person_id) s where s.kind = 'email'))
       order by m.due_at limit most for update skip locked),
    taken as (
      update app.outgoing_mails m set state = 'sending', attempts = m.attempts + 1, taken_at = at_moment from due d
       where m.tenant_id = d.tenant_id and m.id = d.id returning m.*)
    select t.tenant_id, t.id, t.case_id, t.kind, t.attempts, c.key_ref, a.starts_at,
        coalesce((select l.code from app.person_languages l where l.tenant_id = t.tenant_id and l.person_id = t.person_id order by l.is_preferred desc, l.level = 'native' desc, l.id limit 1), 'de'),
        (select s.value from app.safe_channels(t.tenant_id, t.person_id) s where s.kind = 'email' limit 1),
        exists (select from app.safe_channels(t.tenant_id, t.person_id) s where s.kind in ('mobile', 'phone'))
      from taken t join app.cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
      left join app.case_appointments a on a.tenant_id = t.tenant_id and a.id = t.appointment_id;
end $$;
-- What came of it. `call` puts it on the day of whoever leads the case; a mail that could not be handed over is tried again.
create or replace function app.settle_mail(of_tenant uuid, mail uuid, new_state text, again_at timestamptz, record_id uuid, follow_up uuid, title bytea) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare m app.outgoing_mails;
begin
  update app.outgoing_mails x set state = new_state, due_at = coalesce(again_at, x.due_at), settled_at = case when new_state = 'waiting' then null else now() end
   where x.tenant_id = of_tenant and x.id = mail and x.state = 'sending' and new_state in ('waiting', 'sent', 'failed', 'call', 'unsafe') returning * into m;
  if m.id is null then return false; end if;
  if new_state = 'call' then
    insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by)
      select m.tenant_id, m.room_id, follow_up, m.case_id, coalesce(c.lead_id, m.created_by), current_date, 'task', title, m.created_by
        from app.cases c where c.tenant_id = m.tenant_id and c.id = m.case_id;
  end if;
  if new_state = 'sent' then
    insert into app.access_records (tenant_id, id, room_id, account_id, function, action, object_kind, object_ids, case_id)
      values (m.tenant_id, record_id, m.room_id, m.created_by, '', 'reminder.sent', 'person', array[m.person_id], m.case_id);
  end if;
  return true;
end $$;
grant execute on function app.take_due_mails(timestamptz, boolean, integer), app.settle_mail(uuid, uuid, text, timestamptz, uuid, uuid, bytea) to {{jobs}};
