-- The officers' own work on the persons of their room, room-wide; nobody else's, on neither side of the wall.

-- Does this account work as an officer in the session's room, today? About the own room alone.
create or replace function app.is_officer_here(account uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and exists (select from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.account_id = account
      and m.role in ('immigration_officer', 'naturalisation_officer') and app.in_force(m) and a.disabled_at is null);
end $$;
-- Who there is to give something to.
create or replace function app.officers_here() returns table (id uuid, name text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.acts_room_wide() then return; end if;
  return query select distinct a.id, concat_ws(' ', a.given_name, a.family_name) from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.role in ('immigration_officer', 'naturalisation_officer') and app.in_force(m) and a.disabled_at is null
    order by 2, 1;
end $$;
grant execute on function app.is_officer_here(uuid), app.officers_here() to {{staff}};

{{#each officer_follow_ups papers completeness_checks check_papers appointments officer_disclosures officer_disclosure_items officer_disclosure_messages}}
create policy officers_read_their_room on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant select on app.{{this}} to {{staff}};
{{/each}}

create policy officers_add_follow_ups on app.officer_follow_ups for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide())
  and created_by = (select app.current_account()) and app.is_officer_here(owner_id));
create policy officers_change_follow_ups on app.officer_follow_ups for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant insert (tenant_id, room_id, id, person_id, owner_id, due_on, kind, title_ct, created_by),
  update (owner_id, due_on, title_ct, done_on, done_by, version) on app.officer_follow_ups to {{staff}};
-- whoever ticks it off is whoever asks, and it is given to nobody who could not do it
create or replace function app.guard_officer_follow_up() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if new.done_on is not null and old.done_on is null and new.done_by is distinct from app.current_account()
     or new.owner_id <> old.owner_id and not app.is_officer_here(new.owner_id) then
    raise exception using errcode = '42501', message = 'not an officer of this room';
  end if;
  return new;
end $$;
create or replace function app.guard_appointment() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if new.owner_id <> old.owner_id and not app.is_officer_here(new.owner_id) then
    raise exception using errcode = '42501', message = 'not an officer of this room';
  end if;
  return new;
end $$;
create or replace trigger guard_appointment before update on app.appointments for each row execute function app.guard_appointment();
create or replace trigger guard_officer_follow_up before update on app.officer_follow_ups for each row execute function app.guard_officer_follow_up();

create policy officers_keep_papers on app.papers for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()) and author_id = (select app.current_account()));
create policy officers_change_papers on app.papers for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant insert (tenant_id, room_id, id, person_id, name_ct, kind, media_type, size, mac, stored_name, author_id),
  update (kind, withdrawn_at, version) on app.papers to {{staff}};

create policy officers_open_checks on app.completeness_checks for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()) and opened_by = (select app.current_account()));
create policy officers_close_checks on app.completeness_checks for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()))
  with check (closed_by is null or closed_by = (select app.current_account()));
grant insert (tenant_id, room_id, id, person_id, rule, opened_on, opened_by), update (closed_on, closed_by, version) on app.completeness_checks to {{staff}};

create policy officers_note_papers on app.check_papers for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()) and set_by = (select app.current_account()));
create policy officers_change_notes on app.check_papers for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
-- back to "nobody has looked": a tick that was a mistake
create policy officers_take_notes_back on app.check_papers for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant delete, insert (tenant_id, room_id, person_id, check_id, condition, evidence, state, paper_id, set_by),
  update (state, paper_id, version) on app.check_papers to {{staff}};
-- whoever changes a note is who it says
create or replace function app.sign_check_paper() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  if (new.state, new.paper_id) is distinct from (old.state, old.paper_id) then
    new.set_by := app.current_account();
    new.set_at := now();
  end if;
  return new;
end $$;
create or replace trigger sign_check_paper before update on app.check_papers for each row execute function app.sign_check_paper();

create policy officers_make_appointments on app.appointments for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide())
  and created_by = (select app.current_account()) and app.is_officer_here(owner_id));
create policy officers_change_appointments on app.appointments for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant insert (tenant_id, room_id, id, person_id, happens_on, happens_at, place, purpose, needs_interpreter, owner_id, created_by),
  update (happens_on, happens_at, place, purpose, needs_interpreter, owner_id, state, version) on app.appointments to {{staff}};

-- What leaves an authority. There is no consent here, so a second officer of the room always judges it.
create or replace function app.is_own_officer_draft(disclosure uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.officer_disclosures d where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.id = disclosure
    and d.author_id = c.account_id and d.state = 'draft');
end $$;
-- A request that the room received and somebody put to this person: an answer names no other.
create or replace function app.is_request_about(thread uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return exists (select from app.inbox_items i where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.kind = 'request' and i.thread_id = thread and i.person_id = person);
end $$;
grant execute on function app.is_own_officer_draft(uuid), app.is_request_about(uuid, uuid) to {{staff}};

create policy controllers_officers_read_that_they_exist on app.officer_disclosures for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and room_id = any (array(select app.supervised_room_ids())));
create policy officers_prepare_disclosures on app.officer_disclosures for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide())
  and author_id = (select app.current_account()) and state = 'draft' and second_id is null and sent_at is null and recipient_state is null
  and (request_thread_id is null or app.is_request_about(request_thread_id, person_id)));
create policy officers_change_disclosures on app.officer_disclosures for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()));
grant insert (tenant_id, room_id, id, person_id, recipient_id, recipient_name, channel, legal_basis_id, request_thread_id, purpose_ct, necessity_ct, author_id, thread_id),
  update (state, second_note_ct, version) on app.officer_disclosures to {{staff}};

create or replace function app.guard_officer_disclosure() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid;
begin
  if session_user = '{{owner_name}}' or new is not distinct from old then return new; end if;
  -- what the recipient said comes by the system job, and nothing else of it changes
  if session_user = '{{jobs_name}}' and nullif(current_setting('app.job', true), '') is null then return new; end if;
  me := app.current_account();
  if old.state not in ('draft', 'awaiting_second') then
    raise exception using errcode = '42501', message = 'a disclosure that left is unchangeable';
  end if;
  if old.state = 'awaiting_second' and new.state in ('sent', 'refused') then
    if old.author_id = me or not app.is_officer_here(me) then
      raise exception using errcode = '42501', message = 'the second person is another officer of the room';
    end if;
    new.second_id := me;
    new.second_at := now();
  elsif old.author_id <> me or new.state in ('sent', 'refused') or old.state = 'awaiting_second' and new.state = 'draft' then
    raise exception using errcode = '42501', message = 'a draft is its author''s, and leaves by a second person';
  end if;
  if new.state in ('awaiting_second', 'sent') and (
       not exists (select from app.officer_disclosure_items i where i.tenant_id = new.tenant_id and i.disclosure_id = new.id)
       or not exists (select from app.legal_bases b where b.tenant_id = new.tenant_id and b.id = new.legal_basis_id and b.retired_at is null and b.kind <> 'consent')) then
    raise exception using errcode = '23514', constraint = 'disclosure_has_a_basis', message = 'nothing leaves: no field, or no legal basis in force';
  end if;
  if new.state = 'sent' then new.sent_at := now(); end if;
  return new;
end $$;
create or replace trigger guard_officer_disclosure before update on app.officer_disclosures for each row execute function app.guard_officer_disclosure();

create policy authors_choose_officer_items on app.officer_disclosure_items for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide()) and app.is_own_officer_draft(disclosure_id));
grant insert (tenant_id, room_id, person_id, disclosure_id, position, field, label, value_ct) on app.officer_disclosure_items to {{staff}};

create policy officers_reply on app.officer_disclosure_messages for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.acts_room_wide())
  and not is_incoming and author_id = (select app.current_account()));
grant insert (tenant_id, room_id, id, person_id, disclosure_id, is_incoming, text_ct, author_id) on app.officer_disclosure_messages to {{staff}};

-- May a room send this as its own disclosure, or reply in its thread? Asked by app.may_dispatch.
create or replace function app.officer_may_dispatch(wanted text, thread uuid, recipient uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and app.acts_room_wide() and exists (select from app.officer_disclosures d where d.tenant_id = c.tenant_id and d.room_id = c.room_id
    and d.thread_id = thread and d.state = 'sent' and d.channel = 'inbox' and d.recipient_id = recipient
    and (wanted = 'disclosure' or wanted = 'reply' and d.recipient_state is distinct from 'declined'));
end $$;
grant execute on function app.officer_may_dispatch(text, uuid, uuid) to {{staff}};

-- What a recipient said of it, into the room that sent it: by the system job alone.
create or replace function app.deliver_answer_to_officers(from_tenant uuid, dispatch uuid, message uuid, message_text bytea, follow_up uuid, title bytea) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare d app.dispatches; s app.officer_disclosures;
begin
  select x.* into d from app.dispatches x where x.tenant_id = from_tenant and x.id = dispatch and x.delivered_at is null;
  select x.* into s from app.officer_disclosures x where x.thread_id = d.thread_id;
  if d.id is null or s.id is null then return; end if;
  update app.officer_disclosures x set recipient_state = d.kind, version = x.version + 1 where x.tenant_id = s.tenant_id and x.id = s.id;
  if message_text is not null then
    insert into app.officer_disclosure_messages (tenant_id, room_id, id, person_id, disclosure_id, is_incoming, text_ct) values (s.tenant_id, s.room_id, message, s.person_id, s.id, true, message_text);
  end if;
  if d.kind <> 'accepted' then
    insert into app.officer_follow_ups (tenant_id, room_id, id, person_id, owner_id, due_on, kind, title_ct, created_by)
      values (s.tenant_id, s.room_id, follow_up, s.person_id, s.author_id, current_date, 'disclosure', title, s.author_id);
  end if;
  update app.dispatches x set delivered_at = now() where x.tenant_id = from_tenant and x.id = dispatch;
end $$;
grant execute on function app.deliver_answer_to_officers(uuid, uuid, uuid, bytea, uuid, bytea) to {{jobs}};
