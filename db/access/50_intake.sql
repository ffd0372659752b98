-- Import of lists: for whoever has the intake right in the room. Contents end with the import; results stay.
{{#each imports import_rows}}
create policy intake_reads on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead')));
create policy intake_changes on app.{{this}} for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead')));
grant select on app.{{this}} to {{staff}};
{{/each}}
create policy intake_uploads on app.imports for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead'))
  and account_id = (select app.current_account()));
create policy intake_adds_rows on app.import_rows for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead')));
-- rows are read anew when the columns are mapped differently, as long as nothing came of them
create policy intake_reads_rows_anew on app.import_rows for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('intake', 'team_lead'))
  and outcome is null);
grant delete on app.import_rows to {{staff}};
grant insert (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref, source, controller_id, legal_basis_id, informed, sheet_name,
    column_map, outline_ct, row_count),
  update (state, source, controller_id, legal_basis_id, informed, sheet_name, column_map, outline_ct, stored_name, row_count, error_code, error_sentence,
    cells_delete_on, version, completed_at) on app.imports to {{staff}};
grant insert (tenant_id, room_id, import_id, row_no, row_ct, fingerprint, certainty, is_waiting_list, decision, same_row_no, same_person_id,
    match_score, match_reasons, issues, outcome_code),
  update (row_ct, certainty, is_waiting_list, decision, same_row_no, same_person_id, match_score, match_reasons, issues, outcome, outcome_code,
    version) on app.import_rows to {{staff}};

create policy team_reads_origins on app.case_origins for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy intake_adds_origins on app.case_origins for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and app.is_newborn(case_id)
  and (select app.has_role('intake', 'team_lead')));
create policy jobs_login_deletes_origins_due on app.case_origins for all to {{jobs}} using (delete_on <= current_date);
grant select on app.case_origins to {{staff}};
-- the period of the tenant's setting is over
grant select (delete_on), delete on app.case_origins to {{jobs}};
grant insert (tenant_id, room_id, case_id, import_id, row_no, cells_ct, delete_on) on app.case_origins to {{staff}};

-- Cases of an import on which something was built: those stay, and so does the import.
create or replace function app.import_is_built_on(wanted_import uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare c record; done timestamptz;
begin
  select * into c from app.session_context();
  select i.completed_at into done from app.imports i where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.id = wanted_import;
  -- it says something about files: to whoever takes in, and about imports of the own room
  if not found or not app.has_role('intake', 'team_lead') then return false; end if;
  return exists (select from app.cases x where x.tenant_id = c.tenant_id and x.import_id = wanted_import and (x.version > 1
      or exists (select from app.contacts k where k.tenant_id = x.tenant_id and k.room_id = x.room_id and k.case_id = x.id and (k.version > 1 or k.created_at > done))
      or exists (select from app.follow_ups f where f.tenant_id = x.tenant_id and f.room_id = x.room_id and f.case_id = x.id and (f.version > 1 or f.created_at > done))
      or exists (select from app.documents d where d.tenant_id = x.tenant_id and d.room_id = x.room_id and d.case_id = x.id)
      or exists (select from app.drafts d where d.tenant_id = x.tenant_id and d.room_id = x.room_id and d.case_id = x.id)
      or exists (select from app.case_relations r where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id)
      or exists (select from app.case_closures r where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id)
      or exists (select from app.case_phases r where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id and r.moved_at > done)
      or exists (select from app.short_advices r where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id)
      or exists (select from app.emergency_accesses r where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id)
      or exists (select from app.case_persons r join app.persons p on p.tenant_id = r.tenant_id and p.id = r.person_id
           where r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id and p.import_id is distinct from wanted_import)))
    or exists (select from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.import_id = wanted_import
      and (exists (select from app.case_persons r where r.tenant_id = p.tenant_id and r.room_id = p.room_id and r.person_id = p.id
             and not exists (select from app.cases x where x.tenant_id = r.tenant_id and x.id = r.case_id and x.import_id = wanted_import))
        or exists (select from app.persons q where q.tenant_id = p.tenant_id and q.room_id = p.room_id and q.merged_into = p.id
             and q.import_id is distinct from wanted_import)));
end $$;

-- Keys, and the files they seal, are destroyed by the jobs login after the commit that wrote them down here.
create or replace function app.keys_to_destroy(most integer) returns table (tenant_id uuid, key_ref text, stored_name text)
language sql stable security definer set search_path = '' as
$$
  -- never what a living file or person still needs: a reference in a row is what somebody wrote there
  select k.tenant_id, k.key_ref, k.stored_name from private.keys_to_destroy k
   where not exists (select from app.cases x where x.key_ref = k.key_ref) and not exists (select from app.persons x where x.key_ref = k.key_ref)
     and not exists (select from app.peer_consultations x where x.key_ref = k.key_ref)
     and (k.stored_name = '' or not exists (select from app.documents d where d.stored_name = k.stored_name) and not exists (select from app.archive_packages d where d.stored_name = k.stored_name))
   order by k.created_at limit most
$$;
create or replace function app.keys_destroyed(tenants uuid[], refs text[]) returns void
language sql volatile security definer set search_path = '' as
  'delete from private.keys_to_destroy k using unnest(tenants, refs) d(tenant_id, key_ref) where k.tenant_id = d.tenant_id and k.key_ref = d.key_ref';

-- The end of what an import held: its rows' contents, its file, its key.
create or replace function app.forget_import_cells(tenant uuid, wanted_import uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  -- a row says itself which key is its own: what another row names too is not destroyed, whoever wrote that
  insert into private.keys_to_destroy (tenant_id, key_ref, stored_name)
    select i.tenant_id, i.key_ref, i.stored_name from app.imports i where i.tenant_id = tenant and i.id = wanted_import
       and not exists (select from app.cases x where x.key_ref = i.key_ref) and not exists (select from app.persons p where p.key_ref = i.key_ref)
       and not exists (select from app.imports o where o.id <> i.id and (o.key_ref = i.key_ref or (o.stored_name = i.stored_name and i.stored_name <> '')))
       and not exists (select from app.documents d where d.stored_name = i.stored_name)
    on conflict do nothing;
  update app.import_rows r set row_ct = null where r.tenant_id = tenant and r.import_id = wanted_import and r.row_ct is not null;
  update app.imports i set outline_ct = null, stored_name = '' where i.tenant_id = tenant and i.id = wanted_import;
end $$;

-- Takes a whole import back while nothing was built on it. False where it may not be.
create or replace function app.undo_import(wanted_import uuid) returns boolean
language plpgsql volatile security definer set search_path = '' set enable_seqscan = off as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return false; end if;
  perform from app.imports i where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.id = wanted_import and i.state = 'undoing' for update;
  if not found or app.import_is_built_on(wanted_import) then return false; end if;
  insert into private.keys_to_destroy (tenant_id, key_ref)
    select c.tenant_id, own.key_ref from (
      (select x.key_ref from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.import_id = wanted_import
       union select p.key_ref from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.import_id = wanted_import)
      -- and never a key that a row of anything else names
      except (select x.key_ref from app.cases x where x.import_id is distinct from wanted_import
              union all select p.key_ref from app.persons p where p.import_id is distinct from wanted_import
              union all select i.key_ref from app.imports i)) own
  on conflict do nothing;
  update app.import_rows r set person_id = null, case_id = null, same_person_id = null where r.tenant_id = c.tenant_id and r.import_id = wanted_import;
  delete from app.case_persons r using app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.import_id = wanted_import
    and r.tenant_id = x.tenant_id and r.room_id = x.room_id and r.case_id = x.id;
  update app.cases x set main_person_id = null where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.import_id = wanted_import and x.main_person_id is not null;
  delete from app.cases x where x.tenant_id = c.tenant_id and x.room_id = c.room_id and x.import_id = wanted_import;
  update app.persons p set merged_into = null where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.import_id = wanted_import and p.merged_into is not null;
  delete from app.persons p where p.tenant_id = c.tenant_id and p.room_id = c.room_id and p.import_id = wanted_import;
  perform app.forget_import_cells(c.tenant_id, wanted_import);
  update app.imports i set state = 'undone', version = i.version + 1 where i.tenant_id = c.tenant_id and i.id = wanted_import;
  return true;
end $$;

-- Away with an upload from which nothing came.
create or replace function app.discard_import(wanted_import uuid, expected integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return false; end if;
  update app.imports i set state = 'discarded', version = i.version + 1
   where i.tenant_id = c.tenant_id and i.room_id = c.room_id and i.id = wanted_import and i.version = expected and i.completed_at is null
     and i.state in ('mapping', 'reading', 'checking');
  if not found then return false; end if;
  perform app.forget_import_cells(c.tenant_id, wanted_import);
  delete from app.import_rows r where r.tenant_id = c.tenant_id and r.import_id = wanted_import;
  return true;
end $$;

-- Rows left for later are kept as long as the tenant's setting says, and then nobody can take them over any more.
create or replace function app.forget_due_import_cells() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare i record; n integer := 0;
begin
  for i in select x.tenant_id, x.id from app.imports x where x.cells_delete_on <= current_date and x.outline_ct is not null loop
    perform app.forget_import_cells(i.tenant_id, i.id);
    n := n + 1;
  end loop;
  return n;
end $$;

-- A job that gave up says so on the import. The rights of whoever ordered it may be what ended, so it asks for none.
create or replace function app.note_failed_import(tenant uuid, wanted_import uuid, code text, sentence text) returns void
language sql volatile security definer set search_path = '' as $$
  update app.imports i set error_code = code, error_sentence = sentence, version = i.version + 1
   where i.tenant_id = tenant and i.id = wanted_import and i.state in ('reading', 'importing', 'undoing');
$$;

-- Whom a spelling in the list can mean: accounts that work on cases in the room.
create or replace function app.import_case_workers() returns table (id uuid, family text, given text, employer text, is_lead boolean)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if c.room_id is null or not app.has_role('intake', 'team_lead') then return; end if;
  return query select a.id, a.family_name, a.given_name, coalesce(nullif(o.short_name, ''), o.name), bool_or(m.role = 'team_lead')
    from app.memberships m join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
   where m.tenant_id = c.tenant_id and m.room_id = c.room_id and m.role in ('case_manager', 'team_lead') and app.works_on_cases(c.tenant_id, c.room_id, a.id)
   group by a.id, a.family_name, a.given_name, o.short_name, o.name order by a.family_name, a.given_name, a.id;
end $$;
grant execute on function app.import_is_built_on(uuid), app.discard_import(uuid, integer), app.import_case_workers() to {{staff}};
grant execute on function app.undo_import(uuid) to {{job_work}};
grant execute on function app.keys_to_destroy(integer), app.keys_destroyed(uuid[], text[]), app.forget_due_import_cells(), app.note_failed_import(uuid, uuid, text, text) to {{jobs}};
