-- Taking a checked list over: persons and cases in bulk. As functions of the jobs login, which ask for the rights once per batch of
-- rows: the policies ask per row, which at 100,000 rows costs more than everything else together. A function writes into this
-- import's newborn records only: every fact takes the person and the case of its own row.

-- Numbers are taken before the long transaction, so that nobody who opens a case meanwhile waits for it. A crash leaves a gap.
create or replace function app.reserve_case_numbers(for_year integer, how_many integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare c record; n integer;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') or how_many < 1 then raise exception using errcode = '42501', message = 'no intake'; end if;
  insert into private.case_counters as k (tenant_id, year, next) values (c.tenant_id, for_year, how_many + 1)
    on conflict (tenant_id, year) do update set next = k.next + how_many returning next - how_many into n;
  return n;
end $$;

create or replace function app.may_take_over(wanted_import uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  return c.room_id is not null and app.has_role('intake', 'team_lead') and exists (select from app.imports i
    where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.id = wanted_import and i.state = 'importing');
end $$;

create or replace function app.take_over_rows(wanted_import uuid, batch jsonb) returns void
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare c record; basis uuid; day date := current_date;
begin
  select * into c from app.session_context();
  if not app.may_take_over(wanted_import) or exists (
      select from (select distinct (r -> 'case' ->> 'lead')::uuid as account from jsonb_array_elements(batch) r
                   union select distinct (f ->> 'owner')::uuid from jsonb_array_elements(batch) r, jsonb_array_elements(r -> 'followUps') f) w
       where w.account is not null and not app.works_on_cases(c.tenant_id, c.room_id, w.account)) then
    raise exception using errcode = '42501', message = 'no intake';
  end if;
  select i.legal_basis_id into basis from app.imports i where i.tenant_id = c.tenant_id and i.id = wanted_import;

  -- from here to the refreshing below, the triggers of the heads stand aside for what this transaction opens
  perform set_config('app.heads_at_once', 'yes', true);
  insert into app.persons (tenant_id, room_id, id, birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, recorded_by, import_id, key_ref)
    select c.tenant_id, c.room_id, p.id, p.birth_on, p.birth_precision, p.birth_placeholder, p.gender, p.entered_on, p.entered_precision, c.account_id, wanted_import, p.key_ref
      from jsonb_array_elements(batch) r, jsonb_to_record(r -> 'person') p(id uuid, birth_on date, birth_precision text, birth_placeholder boolean,
        gender text, entered_on date, entered_precision text, key_ref text);
  insert into app.person_names (tenant_id, room_id, id, person_id, kind, script, family, given, is_primary)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.kind, x.script, x.family, x.given, x.is_primary
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'names') x(id uuid, kind text, script text, family text, given text, is_primary boolean);
  insert into app.person_nationalities (tenant_id, room_id, id, person_id, code)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.code
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'nationalities') x(id uuid, code text);
  insert into app.person_languages (tenant_id, room_id, id, person_id, code, needs_interpreter, is_preferred)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.code, x.needs_interpreter, x.is_preferred
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'languages') x(id uuid, code text, needs_interpreter boolean, is_preferred boolean);
  insert into app.person_addresses (tenant_id, room_id, id, person_id, street, postcode, town, municipality)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.street, x.postcode, x.town, x.town
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'addresses') x(id uuid, street text, postcode text, town text);
  insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value, hint_ct)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.kind, x.value, decode(x.hint, 'base64')
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'channels') x(id uuid, kind text, value text, hint text);
  insert into app.person_residence_statuses (tenant_id, room_id, id, person_id, azr_label, short_label, evidence)
    select c.tenant_id, c.room_id, x.id, (r -> 'person' ->> 'id')::uuid, x.azr_label, x.short_label, x.evidence
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'statuses') x(id uuid, azr_label text, short_label text, evidence text);
  insert into app.search_keys (tenant_id, room_id, key, person_id)
    select c.tenant_id, c.room_id, k, (r -> 'person' ->> 'id')::uuid from jsonb_array_elements(batch) r, jsonb_array_elements_text(r -> 'keys') k
    on conflict do nothing;

  insert into app.cases (tenant_id, room_id, id, number, phase, opened_on, admitted_on, import_id, key_ref, created_by)
    select c.tenant_id, c.room_id, x.id, x.number, x.phase, x.opened_on, x.admitted_on, wanted_import, x.key_ref, c.account_id
      from jsonb_array_elements(batch) r, jsonb_to_record(r -> 'case') x(id uuid, number text, phase text, opened_on date, admitted_on date, key_ref text);
  insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main)
    select c.tenant_id, c.room_id, (r -> 'case' ->> 'id')::uuid, (r -> 'person' ->> 'id')::uuid, true from jsonb_array_elements(batch) r;
  insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by)
    select c.tenant_id, c.room_id, (r -> 'case' ->> 'team')::uuid, (r -> 'case' ->> 'id')::uuid, (r -> 'case' ->> 'lead')::uuid, 'lead', day, c.account_id
      from jsonb_array_elements(batch) r where r -> 'case' ->> 'lead' is not null;
  insert into app.case_phases (tenant_id, room_id, id, case_id, phase, began_on, moved_by)
    select c.tenant_id, c.room_id, (r -> 'case' ->> 'step')::uuid, (r -> 'case' ->> 'id')::uuid, r -> 'case' ->> 'phase', (r -> 'case' ->> 'opened_on')::date, c.account_id
      from jsonb_array_elements(batch) r;
  insert into app.case_admissions (tenant_id, room_id, case_id, access_route, life_areas, legal_basis_id)
    select c.tenant_id, c.room_id, (r -> 'case' ->> 'id')::uuid, x.access_route, x.life_areas, basis
      from jsonb_array_elements(batch) r, jsonb_to_record(r -> 'admission') x(access_route text, life_areas text[]);
  insert into app.contacts (tenant_id, room_id, id, case_id, kind, happened_on, life_areas, text_ct, is_entrusted, entrusted_review_due, author_id)
    select c.tenant_id, c.room_id, x.id, (r -> 'case' ->> 'id')::uuid, 'imported', x.happened_on, '{}', decode(x.text, 'base64'), x.is_entrusted, x.review_due, c.account_id
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'contacts') x(id uuid, happened_on date, text text, is_entrusted boolean, review_due boolean);
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by)
    select c.tenant_id, c.room_id, x.id, (r -> 'case' ->> 'id')::uuid, x.owner, x.due_on, x.kind, decode(x.title, 'base64'), c.account_id
      from jsonb_array_elements(batch) r, jsonb_to_recordset(r -> 'followUps') x(id uuid, owner uuid, due_on date, kind text, title text);
  insert into app.case_origins (tenant_id, room_id, case_id, import_id, row_no, cells_ct, delete_on)
    select c.tenant_id, c.room_id, (r -> 'case' ->> 'id')::uuid, wanted_import, (r ->> 'row')::integer, decode(r -> 'origin' ->> 'cells', 'base64'), (r -> 'origin' ->> 'delete_on')::date
      from jsonb_array_elements(batch) r;
  perform app.refresh_newborn_heads(c.tenant_id, array(select (r -> 'case' ->> 'id')::uuid from jsonb_array_elements(batch) r));
  perform set_config('app.heads_at_once', '', true);
  update app.import_rows t set outcome = 'created', person_id = (r -> 'person' ->> 'id')::uuid, case_id = (r -> 'case' ->> 'id')::uuid, row_ct = null, version = t.version + 1
    from jsonb_array_elements(batch) r
   where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.import_id = wanted_import and t.row_no = (r ->> 'row')::integer;
end $$;

-- A row that a constraint refuses waits for a decision again, with its cells.
create or replace function app.set_aside_row(wanted_import uuid, line integer, code text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.may_take_over(wanted_import) then raise exception using errcode = '42501', message = 'no intake'; end if;
  update app.import_rows r set outcome = 'failed', outcome_code = code, decision = 'open', certainty = 'unreadable', issues = array(select distinct unnest(r.issues || array['row:unreadable'])), version = r.version + 1
   where r.tenant_id = c.tenant_id and r.room_id = c.room_id and r.import_id = wanted_import and r.row_no = line and r.row_ct is not null;
end $$;

-- Rows decided to be one person: each keeps its record and its case and is marked as merged, so that it can be undone.
-- Into a record that was there before only where the asker may merge it.
create or replace function app.merge_taken_over(wanted_import uuid, merges jsonb) returns integer
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare c record; excluded uuid[]; n integer;
begin
  select * into c from app.session_context();
  if not app.may_take_over(wanted_import) then raise exception using errcode = '42501', message = 'no intake'; end if;
  perform pg_advisory_xact_lock(hashtext('merge ' || c.tenant_id || c.room_id));
  excluded := array(select app.excluded_person_ids());
  with wanted as materialized (
    select x.id, x.merged, coalesce(k.merged_into, k.id) as kept
      from jsonb_to_recordset(merges) x(id uuid, merged uuid, kept uuid)
      join app.persons m on m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.id = x.merged and m.import_id = wanted_import and m.merged_into is null
      join app.persons k on k.tenant_id = c.tenant_id and k.room_id = c.room_id and k.id = x.kept
     where k.id <> m.id and coalesce(k.merged_into, k.id) <> m.id and k.id <> all (excluded)
       and (k.import_id = wanted_import or (app.may_merge(k.id) and not app.merging_would_open(array[m.id, k.id])))
       and not exists (select from app.persons q where q.tenant_id = c.tenant_id and q.room_id = c.room_id and q.merged_into = m.id)),
  noted as (
    insert into app.merges (tenant_id, room_id, id, kept_id, merged_id, merged_by, merged_at)
      select c.tenant_id, c.room_id, w.id, w.kept, w.merged, c.account_id, clock_timestamp() from wanted w)
  update app.persons p set merged_into = w.kept from wanted w where p.tenant_id = c.tenant_id and p.id = w.merged;
  get diagnostics n = row_count;
  update app.import_rows t set outcome = 'created_as_same' from app.persons p
   where t.tenant_id = c.tenant_id and t.room_id = c.room_id and t.import_id = wanted_import and t.outcome = 'created' and p.tenant_id = t.tenant_id and p.id = t.person_id
     and p.merged_into is not null;
  return n;
end $$;

-- Possible doubles that nobody has decided yet, or that were decided to be two people.
create or replace function app.note_taken_over_pairs(wanted_import uuid, pairs jsonb) returns void
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.may_take_over(wanted_import) then raise exception using errcode = '42501', message = 'no intake'; end if;
  insert into app.duplicate_pairs (tenant_id, room_id, id, first_id, second_id, score, reasons, state, decided_by, decided_at)
    select c.tenant_id, c.room_id, x.id, least(a.id, b.id), greatest(a.id, b.id), x.score, x.reasons, x.state,
        case when x.state = 'separate' then c.account_id end, case when x.state = 'separate' then now() end
      from jsonb_to_recordset(pairs) x(id uuid, one uuid, other uuid, score real, reasons text[], state text)
      join app.persons a on a.tenant_id = c.tenant_id and a.room_id = c.room_id and a.id = x.one and a.import_id = wanted_import
      join app.persons b on b.tenant_id = c.tenant_id and b.room_id = c.room_id and b.id = x.other
     where x.state in ('open', 'separate') and coalesce(a.merged_into, a.id) <> coalesce(b.merged_into, b.id)
    on conflict (tenant_id, first_id, second_id) do nothing;
end $$;

-- The end of it: what was not taken over stays for later, and where nothing is left the file and its key go.
create or replace function app.complete_import(wanted_import uuid, cells_until date) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.may_take_over(wanted_import) then raise exception using errcode = '42501', message = 'no intake'; end if;
  update app.import_rows r set outcome = case when r.decision <> 'skip' then 'left_for_later' when r.outcome_code = 'already-imported' then 'skipped_known' else 'skipped' end,
      row_ct = case when r.decision = 'skip' then null else r.row_ct end
   where r.tenant_id = c.tenant_id and r.import_id = wanted_import and (r.outcome is null or r.outcome = 'left_for_later' or (r.outcome = 'failed' and r.decision <> 'open'));
  update app.imports i set state = 'done', completed_at = now(), cells_delete_on = coalesce(i.cells_delete_on, cells_until), version = i.version + 1
   where i.tenant_id = c.tenant_id and i.id = wanted_import;
  if not exists (select from app.import_rows r where r.tenant_id = c.tenant_id and r.import_id = wanted_import and r.row_ct is not null) then
    perform app.forget_import_cells(c.tenant_id, wanted_import);
  end if;
end $$;
-- In a young database the planner knows nothing of tables that this very transaction fills: it then looks every foreign key up
-- by tenant and room alone, and the work grows with the square of the rows. Skipped where the tables are known to be large.
create or replace function app.look_at_taken_over() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare t text;
begin
  foreach t in array array['persons', 'person_names', 'person_languages', 'search_keys', 'cases', 'case_persons', 'case_team', 'contacts', 'follow_ups', 'case_origins', 'import_rows', 'merges'] loop
    if (select k.reltuples < 20000 from pg_catalog.pg_class k where k.oid = ('app.' || t)::regclass) then execute format('analyze app.%I', t); end if;
  end loop;
end $$;
grant execute on function app.look_at_taken_over(), app.set_aside_row(uuid, integer, text), app.reserve_case_numbers(integer, integer), app.take_over_rows(uuid, jsonb), app.merge_taken_over(uuid, jsonb),
  app.note_taken_over_pairs(uuid, jsonb), app.complete_import(uuid, date) to {{job_work}};
