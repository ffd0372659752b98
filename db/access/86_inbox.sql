-- The inbox of a room, what leaves a room, and the system job between the two. No row on one side points at a row on the other:
-- both know the id of a thread, which says nothing.

create or replace function app.reads_inbox() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and app.has_role('immigration_officer', 'naturalisation_officer', 'partner_worker', 'team_lead');
end $$;

-- Officers and partners read their room's inbox. In case management the team lead does, and puts a request to a case; then its team reads it.
create policy rooms_read_their_inbox on app.inbox_items for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (((select app.reads_inbox()) and (case_id is null or case_id <> all (array(select app.excluded_case_ids()))))
    or case_id = any (array(select app.open_case_ids()))));
create policy rooms_answer_their_inbox on app.inbox_items for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (((select app.reads_inbox()) and (case_id is null or case_id <> all (array(select app.excluded_case_ids()))))
    or case_id = any (array(select app.open_case_ids()))));
grant select on app.inbox_items to {{staff}};
grant update (state, decided_by, decided_at, case_id, person_id, check_88, reason_ct, version) on app.inbox_items to {{staff}};

create or replace function app.guard_inbox_item() returns trigger language plpgsql security definer set search_path = '' as $$
declare c record;
begin
  if session_user = '{{owner_name}}' then return new; end if;
  select * into c from app.session_context();
  if new.case_id is distinct from old.case_id and new.case_id is not null
     and new.case_id <> all (array(select app.open_case_ids()))
     and not (app.has_role('team_lead') and exists (select from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.id = new.case_id)
       and new.case_id <> all (array(select app.excluded_case_ids()))) then
    raise exception using errcode = '42501', message = 'not a case of yours';
  end if;
  if new.person_id is distinct from old.person_id and new.person_id is not null
     and not (app.acts_room_wide() or new.person_id = any (array(select app.open_person_ids()))) then
    raise exception using errcode = '42501', message = 'not a person of yours';
  end if;
  if new.state is distinct from old.state then
    new.decided_by := c.account_id;
    new.decided_at := now();
  end if;
  return new;
end $$;
create or replace trigger guard_inbox_item before update on app.inbox_items for each row execute function app.guard_inbox_item();

-- Requests: whoever asks in a case does so in its file; officers and partners in their room.
create policy rooms_read_their_requests on app.requests for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and ((case_id is null and ((select app.acts_room_wide()) or (select app.has_role('partner_worker'))))
    or case_id = any (array(select app.open_case_ids()))));
create policy rooms_send_requests on app.requests for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and ((case_id is null and ((select app.acts_room_wide()) or (select app.has_role('partner_worker'))))
    or case_id = any (array(select app.open_case_ids())))
  and (person_id is null or (select app.acts_room_wide()) or person_id = any (array(select app.open_person_ids()))));
grant select on app.requests to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, recipient_id, basis, is_87, key_ref, text_ct, thread_id, author_id) on app.requests to {{staff}};

-- What may leave: only what a disclosure that was sent, a request, a withdrawal, or an item of the own inbox says.
create or replace function app.may_dispatch(wanted text, thread uuid, recipient uuid, recipient_tenant uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null then return false; end if;
  return case
    when wanted in ('disclosure', 'correction') then exists (select from app.disclosures d where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.thread_id = thread
      and d.kind = wanted and d.state = 'sent' and d.channel = 'inbox' and d.recipient_id is not distinct from recipient and d.recipient_tenant_id is not distinct from recipient_tenant
      and d.case_id = any (array(select app.open_case_ids())))
      or recipient_tenant is null and app.officer_may_dispatch(wanted, thread, recipient)
    when wanted = 'reply' then exists (select from app.disclosures d where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.thread_id = thread
      and d.state = 'sent' and d.recipient_id is not distinct from recipient and d.recipient_tenant_id is not distinct from recipient_tenant
      and d.recipient_state is distinct from 'declined' and d.case_id = any (array(select app.open_case_ids())))
      or recipient_tenant is null and app.officer_may_dispatch(wanted, thread, recipient)
    -- the recipient of a consent that is withdrawn, whole or in part, is told
    when wanted = 'withdrawal' then recipient_tenant is null and exists (select from app.consents x where x.tenant_id = c.tenant_id and x.room_id = c.room_id
      and x.recipient_id = recipient and x.case_id = any (array(select app.open_case_ids()))
      and (x.withdrawn_at is not null or exists (select from app.consent_categories k where k.tenant_id = x.tenant_id and k.consent_id = x.id and k.withdrawn_at is not null)))
    when wanted = 'request' then recipient_tenant is null and exists (select from app.requests r where r.tenant_id = c.tenant_id and r.room_id = c.room_id
      and r.thread_id = thread and r.recipient_id = recipient and r.author_id = c.account_id)
    when wanted in ('accepted', 'asked_back', 'declined') then recipient is null and recipient_tenant is null
      and exists (select from app.inbox_items i where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.thread_id = thread and i.kind in ('disclosure', 'correction')
        -- what answers a request of a case is its team's
        and (app.reads_inbox() or i.case_id = any (array(select app.open_case_ids()))))
    else false end;
end $$;
create policy rooms_send on app.dispatches for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and app.may_dispatch(kind, thread_id, recipient_id, recipient_tenant_id));
create policy authors_read_what_they_sent on app.dispatches for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account()));
grant select on app.dispatches to {{staff}};
grant insert (tenant_id, room_id, id, kind, thread_id, recipient_id, recipient_tenant_id, key_ref, content_ct, author_id) on app.dispatches to {{staff}};

-- Nothing persists on decline: the row goes, and its key with it. Only after the answer is on its way.
create or replace function app.decline_inbox_item(item uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record; x app.inbox_items;
begin
  select * into c from app.session_context();
  if c.room_id is null then return false; end if;
  select i.* into x from app.inbox_items i where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.id = item and i.kind in ('disclosure', 'correction')
    and i.state in ('received', 'asked_back')
    and (app.reads_inbox() and (i.case_id is null or i.case_id <> all (array(select app.excluded_case_ids()))) or i.case_id = any (array(select app.open_case_ids()))) for update;
  if x.id is null or not exists (select from app.dispatches d where d.tenant_id = c.tenant_id and d.room_id = c.room_id and d.thread_id = x.thread_id
      and d.kind = 'declined' and d.author_id = c.account_id) then return false; end if;
  delete from app.inbox_items i where i.tenant_id = c.tenant_id and i.id = item;
  insert into private.keys_to_destroy (tenant_id, key_ref, stored_name)
    select c.tenant_id, x.key_ref, f from unnest(array_append(x.stored_names, '')) f on conflict do nothing;
  return true;
end $$;
-- What arrived is kept for a time, and then goes with its key, thread by thread: whatever came later in a thread belongs to it.
-- Nothing goes while somebody still works with it: an open item, a running case, an open follow-up of the office.
create or replace function app.inbox_months(tenant uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select greatest(3, coalesce((select case when (s.value #>> '{}') ~ '^[0-9]{1,3}$' then (s.value #>> '{}')::integer end
    from app.settings s where s.tenant_id = tenant and s.key = 'inbox_months'), 24))
$$;
create or replace function app.due_inbox_threads(most integer) returns table (tenant_id uuid, room_id uuid, thread_id uuid, is_held boolean)
language sql stable security definer set search_path = '' as $$
  select i.tenant_id, i.room_id, i.thread_id,
      bool_or(i.state in ('received', 'asked_back')
        or exists (select from app.cases c where c.tenant_id = i.tenant_id and c.id = i.case_id and c.phase not in ('closed', 'advised_onward', 'not_admitted'))
        or exists (select from app.officer_follow_ups f where f.tenant_id = i.tenant_id and f.room_id = i.room_id and f.person_id = i.person_id and f.done_on is null))
    from (select x.id, app.inbox_months(x.id) as keep from app.tenants x) t
    join app.inbox_items i on i.tenant_id = t.id
   group by i.tenant_id, i.room_id, i.thread_id, t.keep
  having max(greatest(i.received_at, i.decided_at)) < now() - make_interval(months => t.keep)
   order by 4, i.tenant_id, i.room_id, i.thread_id limit most
$$;
create or replace function app.erase_due_inbox_items(most integer) returns table (erased integer, held integer)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with due as materialized (select d.* from app.due_inbox_threads(most) d),
    gone as (delete from app.inbox_items i using due d where not d.is_held and i.tenant_id = d.tenant_id and i.room_id = d.room_id and i.thread_id = d.thread_id
      returning i.tenant_id, i.key_ref, i.stored_names),
    keys as (insert into private.keys_to_destroy (tenant_id, key_ref, stored_name)
      select g.tenant_id, g.key_ref, f from gone g cross join unnest(array_append(g.stored_names, '')) f on conflict do nothing returning 1)
    select (select count(*) from gone)::integer, (select count(*) from due d where d.is_held)::integer;
end $$;
grant execute on function app.erase_due_inbox_items(integer) to {{jobs}};

-- Whether an organisation reads here: its room's inbox, if it has a room. Else a letter leaves.
create or replace function app.room_of_organisation(tenant uuid, organisation uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select r.id from app.rooms r where r.tenant_id = tenant and r.closed_at is null and organisation in (r.controller_id, r.operator_id)
    order by (r.controller_id = organisation) desc, r.kind = 'case_management', r.created_at, r.id limit 1);
end $$;
create or replace function app.recipients() returns table (id uuid, name text, short_name text, kind text, has_room boolean, has_partner_room boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null then return; end if;
  return query select o.id, o.name, o.short_name, o.kind, app.room_of_organisation(o.tenant_id, o.id) is not null,
      exists (select from app.rooms r where r.tenant_id = o.tenant_id and r.kind = 'partner' and r.closed_at is null and o.id in (r.controller_id, r.operator_id))
    from app.organisations o where o.tenant_id = c.tenant_id and o.closed_at is null order by o.name, o.id;
end $$;
grant execute on function app.reads_inbox(), app.may_dispatch(text, uuid, uuid, uuid), app.decline_inbox_item(uuid), app.recipients() to {{staff}};

-- The system job. It sees what waits, where it goes and under which key it lies, and writes on the other side.
create or replace function app.waiting_dispatches(most integer) returns table (tenant_id uuid, id uuid, kind text, thread_id uuid, key_ref text, content_ct bytea,
  room_id uuid, sender_id uuid, sender_name text, is_87 boolean, answers_thread_id uuid, target_tenant_id uuid, target_room_id uuid,
  target_case_id uuid, target_disclosure_id uuid, target_key_ref text, target_owner_id uuid)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with due as (select x.* from app.dispatches x where x.delivered_at is null order by x.created_at limit most for update skip locked)
    select w.tenant_id, w.id, w.kind, w.thread_id, w.key_ref, w.content_ct, w.room_id, o.id,
        case when w.recipient_tenant_id is not null then o.name || ', ' || t.name else o.name end,
        coalesce(q.is_87, false), coalesce(s.request_thread_id, os.request_thread_id),
        case when w.kind in ('accepted', 'asked_back', 'declined') then coalesce(b.tenant_id, ob.tenant_id) else coalesce(w.recipient_tenant_id, w.tenant_id) end,
        case when w.kind in ('accepted', 'asked_back', 'declined') then coalesce(b.room_id, ob.room_id)
             when w.recipient_tenant_id is not null then (select z.id from app.rooms z where z.tenant_id = w.recipient_tenant_id and z.kind = 'case_management' and z.closed_at is null order by z.created_at, z.id limit 1)
             else app.room_of_organisation(w.tenant_id, w.recipient_id) end,
        -- without a case: an authority sent it, and the answer goes to the person's file there
        b.case_id, coalesce(b.id, ob.id), coalesce(y.key_ref, op.key_ref), coalesce(y.lead_id, b.author_id, ob.author_id)
      from due w
      join app.rooms r on r.tenant_id = w.tenant_id and r.id = w.room_id
      join app.organisations o on o.tenant_id = r.tenant_id and o.id = coalesce(r.controller_id, r.operator_id)
      join app.tenants t on t.id = w.tenant_id
      left join app.requests q on w.kind = 'request' and q.tenant_id = w.tenant_id and q.thread_id = w.thread_id
      left join app.disclosures s on w.kind in ('disclosure', 'correction') and s.tenant_id = w.tenant_id and s.thread_id = w.thread_id
      left join app.disclosures b on w.kind in ('accepted', 'asked_back', 'declined') and b.thread_id = w.thread_id
      left join app.cases y on y.tenant_id = b.tenant_id and y.id = b.case_id
      left join app.officer_disclosures os on w.kind = 'disclosure' and os.tenant_id = w.tenant_id and os.thread_id = w.thread_id
      left join app.officer_disclosures ob on w.kind in ('accepted', 'asked_back', 'declined') and ob.thread_id = w.thread_id
      left join app.persons op on op.tenant_id = ob.tenant_id and op.id = ob.person_id;
end $$;
create or replace function app.deliver_to_inbox(from_tenant uuid, dispatch uuid, item uuid, to_tenant uuid, to_room uuid, sender uuid, sender_name text,
  about_87 boolean, answers uuid, item_key_ref text, content bytea, files text[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  -- what answers a request that was asked for a case or a person goes there, and what follows in its thread: whoever asked knows for whom
  insert into app.inbox_items (tenant_id, room_id, id, kind, thread_id, sender_id, sender_name, is_87, answers_thread_id, key_ref, content_ct, stored_names, case_id, person_id)
    select to_tenant, to_room, item, d.kind, d.thread_id, case when to_tenant = from_tenant then sender end, deliver_to_inbox.sender_name, about_87, answers, item_key_ref, content, files,
        coalesce((select r.case_id from app.requests r where r.tenant_id = to_tenant and r.room_id = to_room and r.thread_id = answers),
          (select o.case_id from app.inbox_items o where o.tenant_id = to_tenant and o.room_id = to_room and o.thread_id = d.thread_id and o.case_id is not null limit 1)),
        coalesce((select r.person_id from app.requests r where r.tenant_id = to_tenant and r.room_id = to_room and r.thread_id = answers),
          (select o.person_id from app.inbox_items o where o.tenant_id = to_tenant and o.room_id = to_room and o.thread_id = d.thread_id and o.person_id is not null limit 1))
      from app.dispatches d where d.tenant_id = from_tenant and d.id = dispatch and d.delivered_at is null;
  update app.disclosures s set recipient_state = 'delivered', version = s.version + 1
    from app.dispatches d where d.tenant_id = from_tenant and d.id = dispatch and d.kind in ('disclosure', 'correction')
     and s.tenant_id = d.tenant_id and s.thread_id = d.thread_id and s.recipient_state is null;
  update app.officer_disclosures s set recipient_state = 'delivered', version = s.version + 1
    from app.dispatches d where d.tenant_id = from_tenant and d.id = dispatch and d.kind = 'disclosure'
     and s.tenant_id = d.tenant_id and s.thread_id = d.thread_id and s.recipient_state is null;
  update app.dispatches d set delivered_at = now() where d.tenant_id = from_tenant and d.id = dispatch;
end $$;
create or replace function app.deliver_answer(from_tenant uuid, dispatch uuid, message uuid, message_text bytea, follow_up uuid, title bytea, owner_account uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare d app.dispatches; s app.disclosures;
begin
  select x.* into d from app.dispatches x where x.tenant_id = from_tenant and x.id = dispatch and x.delivered_at is null;
  select x.* into s from app.disclosures x where x.thread_id = d.thread_id;
  if d.id is null or s.id is null then return; end if;
  update app.disclosures x set recipient_state = d.kind, version = x.version + 1 where x.tenant_id = s.tenant_id and x.id = s.id;
  if message_text is not null then
    insert into app.disclosure_messages (tenant_id, room_id, id, case_id, disclosure_id, is_incoming, text_ct) values (s.tenant_id, s.room_id, message, s.case_id, s.id, true, message_text);
  end if;
  if d.kind <> 'accepted' then
    insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_disclosure_id)
      values (s.tenant_id, s.room_id, follow_up, s.case_id, owner_account, current_date, 'recipient_answered', title, s.author_id, s.id);
  end if;
  update app.dispatches x set delivered_at = now() where x.tenant_id = from_tenant and x.id = dispatch;
end $$;
-- An office without a room: what was meant for it stays undelivered and is closed, so that nothing waits for ever.
create or replace function app.close_dispatch(from_tenant uuid, dispatch uuid) returns void
language sql volatile security definer set search_path = '' as $$
  update app.dispatches d set delivered_at = now() where d.tenant_id = from_tenant and d.id = dispatch
$$;
-- Facts that changed after they were disclosed: whom to tell, and whose task it is. Taken once.
create or replace function app.take_fact_changes(most integer) returns table (tenant_id uuid, case_id uuid, disclosure_id uuid, case_key_ref text, owner_id uuid, author_id uuid,
  field text, label text, sent_at timestamptz, thread_id uuid, target_tenant_id uuid, target_room_id uuid, sender_id uuid, sender_name text, recipient_name text, why text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with taken as (delete from private.fact_changes f where (f.tenant_id, f.id) in
        (select x.tenant_id, x.id from private.fact_changes x order by x.id limit most for update skip locked) returning f.tenant_id, f.person_id, f.field, f.why),
    changes as (select distinct k.tenant_id, k.person_id, k.field, k.why from taken k)
    select d.tenant_id, d.case_id, d.id, c.key_ref, coalesce(c.lead_id, d.author_id), d.author_id, k.field, i.labels, d.sent_at, d.thread_id,
        coalesce(d.recipient_tenant_id, d.tenant_id),
        case when d.channel = 'paper' or d.recipient_state = 'declined' then null
             when d.recipient_tenant_id is not null then (select z.id from app.rooms z where z.tenant_id = d.recipient_tenant_id and z.kind = 'case_management' and z.closed_at is null order by z.created_at, z.id limit 1)
             else app.room_of_organisation(d.tenant_id, d.recipient_id) end,
        o.id, o.name, d.recipient_name, k.why
      from changes k
      -- once for each letter, whatever it names of the person
      join lateral (select x.tenant_id, x.disclosure_id, string_agg(distinct x.label, ', ') as labels from app.disclosure_items x
        where x.tenant_id = k.tenant_id and x.person_id = k.person_id and k.field in ('*', x.field) group by x.tenant_id, x.disclosure_id) i on true
      join app.disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
      join app.cases c on c.tenant_id = d.tenant_id and c.id = d.case_id
      join app.rooms r on r.tenant_id = d.tenant_id and r.id = d.room_id
      join app.organisations o on o.tenant_id = r.tenant_id and o.id = coalesce(r.controller_id, r.operator_id)
     -- whoever deleted its copy since has nothing that is wrong now
     where (d.channel = 'paper' or d.recipient_state is null or d.recipient_state = 'declined'
        or exists (select from app.inbox_items n where n.tenant_id = coalesce(d.recipient_tenant_id, d.tenant_id) and n.thread_id = d.thread_id))
       -- whoever declined has nothing that could be disputed
       and (k.why = 'changed' or d.recipient_state is distinct from 'declined')
    union all
    -- of an authority, without a case: the key of the person
    select d.tenant_id, null, d.id, p.key_ref, d.author_id, d.author_id, k.field, i.labels, d.sent_at, d.thread_id, d.tenant_id,
        case when d.channel = 'paper' or d.recipient_state = 'declined' then null else app.room_of_organisation(d.tenant_id, d.recipient_id) end,
        o.id, o.name, d.recipient_name, k.why
      from changes k
      join lateral (select x.tenant_id, x.disclosure_id, string_agg(distinct x.label, ', ') as labels from app.officer_disclosure_items x
        -- what is said on the own page of a case says nothing of what an authority sent
        where k.why = 'changed' and x.tenant_id = k.tenant_id and x.person_id = k.person_id and (x.field = k.field or x.field = 'person.title_until' and k.field = 'person.residence_status')
        group by x.tenant_id, x.disclosure_id) i on true
      join app.officer_disclosures d on d.tenant_id = i.tenant_id and d.id = i.disclosure_id and d.state = 'sent'
      join app.persons p on p.tenant_id = d.tenant_id and p.id = d.person_id
      join app.rooms r on r.tenant_id = d.tenant_id and r.id = d.room_id
      join app.organisations o on o.tenant_id = r.tenant_id and o.id = coalesce(r.controller_id, r.operator_id)
     where d.channel = 'paper' or d.recipient_state is null or d.recipient_state = 'declined'
        or exists (select from app.inbox_items n where n.tenant_id = d.tenant_id and n.thread_id = d.thread_id);
end $$;
create or replace function app.tell_of_change(disclosure_tenant uuid, disclosure uuid, item uuid, to_tenant uuid, to_room uuid, sender uuid, sender_name text, item_key_ref text, content bytea,
  follow_up uuid, title bytea, owner_account uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare d app.disclosures; s app.officer_disclosures;
begin
  select x.* into s from app.officer_disclosures x where x.tenant_id = disclosure_tenant and x.id = disclosure;
  if s.id is not null then
    if to_room is not null then
      insert into app.inbox_items (tenant_id, room_id, id, kind, thread_id, sender_id, sender_name, key_ref, content_ct, case_id, person_id)
        select to_tenant, to_room, item, 'correction', s.thread_id, sender, tell_of_change.sender_name, item_key_ref, content, o.case_id, o.person_id
          from (select 1) one left join lateral (select i.case_id, i.person_id from app.inbox_items i where i.tenant_id = to_tenant and i.room_id = to_room and i.thread_id = s.thread_id order by i.received_at limit 1) o on true;
    end if;
    insert into app.officer_follow_ups (tenant_id, room_id, id, person_id, owner_id, due_on, kind, title_ct, created_by)
      values (s.tenant_id, s.room_id, follow_up, s.person_id, owner_account, current_date, 'disclosure', title, s.author_id);
    return;
  end if;
  select x.* into d from app.disclosures x where x.tenant_id = disclosure_tenant and x.id = disclosure;
  if to_room is not null then
    insert into app.inbox_items (tenant_id, room_id, id, kind, thread_id, sender_id, sender_name, key_ref, content_ct)
      values (to_tenant, to_room, item, 'correction', d.thread_id, case when to_tenant = disclosure_tenant then sender end, tell_of_change.sender_name, item_key_ref, content);
  end if;
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_disclosure_id)
    values (d.tenant_id, d.room_id, follow_up, d.case_id, owner_account, current_date, 'correction', title, d.author_id, d.id);
end $$;
grant execute on function app.waiting_dispatches(integer), app.deliver_to_inbox(uuid, uuid, uuid, uuid, uuid, uuid, text, boolean, uuid, text, bytea, text[]),
  app.deliver_answer(uuid, uuid, uuid, bytea, uuid, bytea, uuid), app.close_dispatch(uuid, uuid), app.take_fact_changes(integer),
  app.tell_of_change(uuid, uuid, uuid, uuid, uuid, uuid, text, text, bytea, uuid, bytea, uuid) to {{jobs}};
