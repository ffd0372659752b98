-- Notices, their pages and letters are part of the file: the team reads and works them.
create policy team_reads_notices on app.notices for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_notices on app.notices for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and recorded_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_changes_notices on app.notices for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.notices to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on, follow_up_id, recorded_by),
  update (subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on, state, settled_on, follow_up_id, version) on app.notices to {{staff}};

create policy team_reads_notice_pages on app.notice_pages for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_notice_pages on app.notice_pages for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.notice_pages to {{staff}};
grant insert (tenant_id, room_id, case_id, notice_id, document_id, position) on app.notice_pages to {{staff}};

create policy team_reads_letters on app.letters for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_adds_letters on app.letters for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
-- what was made lies with the files, and is not written anew
create policy team_changes_letters on app.letters for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and state = 'draft')
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.letters to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, template_id, content_ct, other_language, dated_on, author_id),
  update (person_id, content_ct, other_language, dated_on, state, document_id, version) on app.letters to {{staff}};

-- Texts of the room: whoever works on cases there takes them, its lead writes them.
create policy case_workers_read_letter_templates on app.letter_templates for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('case_manager', 'team_lead')));
create policy leads_add_letter_templates on app.letter_templates for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account()) and (select app.has_role('team_lead')));
create policy leads_change_letter_templates on app.letter_templates for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('team_lead')));
grant select on app.letter_templates to {{staff}};
grant insert (tenant_id, room_id, id, name, subject, salutation, body, closing, other_language, other_text, created_by),
  update (name, subject, salutation, body, closing, other_language, other_text, retired_at, version) on app.letter_templates to {{staff}};

-- The letter paper of the municipality: its administrators put it in, whoever works on cases writes on it.
create policy staff_reads_letter_forms on app.letter_forms for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator', 'case_manager', 'team_lead')));
create policy administrators_add_letter_forms on app.letter_forms for insert to {{staff}} with check (
  tenant_id = (select app.current_tenant()) and uploaded_by = (select app.current_account()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_letter_forms on app.letter_forms for update to {{staff}} using (
  tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.letter_forms to {{staff}};
grant insert (tenant_id, id, name, content, places, unknown_places, uploaded_by),
  update (name, retired_at, version) on app.letter_forms to {{staff}};

-- A code for a telephone is seen and ended by whoever asked for it, as long as the case is open to them.
create policy whoever_asked_reads_photo_tickets on app.photo_tickets for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy team_asks_for_photo_tickets on app.photo_tickets for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
create policy whoever_asked_ends_photo_tickets on app.photo_tickets for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and account_id = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
grant select on app.photo_tickets to {{staff}};
grant insert (tenant_id, room_id, id, case_id, account_id, token_hash, expires_at), update (ended_at, version) on app.photo_tickets to {{staff}};

create policy team_reads_photo_pages on app.photo_pages for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.photo_pages to {{staff}};

-- What the secret of a code opens now: the place where a page goes, and nothing that lies there. No row: used, over, ended, or
-- whoever asked for it may not work on the case any more.
create or replace function app.photo_ticket(secret_hash bytea) returns table (tenant_id uuid, room_id uuid, case_id uuid, id uuid, turn integer, page_count integer, expires_at timestamptz, key_ref text)
language plpgsql stable security definer set search_path = '' rows 1 as $$
begin
  return query
    select t.tenant_id, t.room_id, t.case_id, t.id, t.turn, t.page_count, t.expires_at, x.key_ref
      from app.photo_tickets t join app.cases x on x.tenant_id = t.tenant_id and x.room_id = t.room_id and x.id = t.case_id
     where t.token_hash = secret_hash and t.ended_at is null and t.expires_at > now() and x.closed_on is null
       and t.case_id = any (array(select app.open_cases_of(t.tenant_id, t.room_id, t.account_id)));
end $$;

-- Takes pages, all or none, and puts the next secret in the place of the one that was used. False: the code is dead.
create or replace function app.keep_photographed_pages(secret_hash bytea, next_hash bytea, record_id uuid, pages jsonb) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare t app.photo_tickets; many integer := jsonb_array_length(pages);
begin
  -- whoever comes second with the same secret waits here, and then finds another hash
  select x.* into t from app.photo_tickets x where x.token_hash = secret_hash for update;
  if t.id is null or many = 0 or t.page_count + many > 30 or not exists (select from app.photo_ticket(secret_hash)) then return false; end if;
  insert into app.documents (tenant_id, room_id, id, case_id, name_ct, kind, media_type, size, mac, stored_name, author_id)
    select t.tenant_id, t.room_id, p.id, t.case_id, decode(p.name, 'base64'), 'notice', p.media_type, p.size, decode(p.mac, 'base64'), p.stored_name, t.account_id
      from jsonb_to_recordset(pages) p (id uuid, name text, media_type text, size bigint, mac text, stored_name text);
  insert into app.photo_pages (tenant_id, room_id, case_id, ticket_id, document_id, position)
    select t.tenant_id, t.room_id, t.case_id, t.id, (p.value ->> 'id')::uuid, t.page_count + p.ordinality
      from jsonb_array_elements(pages) with ordinality p;
  update app.photo_tickets x set token_hash = next_hash, turn = x.turn + 1, page_count = x.page_count + many where x.tenant_id = t.tenant_id and x.id = t.id;
  insert into app.access_records (tenant_id, id, room_id, account_id, function, action, object_kind, object_ids, case_id, purpose)
    select t.tenant_id, record_id, t.room_id, t.account_id, '', 'document.added', 'document', array_agg((p.value ->> 'id')::uuid), t.case_id, 'phone'
      from jsonb_array_elements(pages) p;
  return true;
end $$;

create or replace function app.end_photo_ticket(secret_hash bytea) returns void
language sql volatile security definer set search_path = '' as $$
  update app.photo_tickets t set ended_at = now() where t.token_hash = secret_hash and t.ended_at is null
$$;
revoke all on function app.photo_ticket(bytea), app.keep_photographed_pages(bytea, bytea, uuid, jsonb), app.end_photo_ticket(bytea) from public;
grant execute on function app.photo_ticket(bytea), app.keep_photographed_pages(bytea, bytea, uuid, jsonb), app.end_photo_ticket(bytea) to {{auth}};
