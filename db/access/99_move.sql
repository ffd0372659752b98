-- A package is a whole file in one paper: the team's alone, and nobody's who came in by emergency or sees the head.
create policy team_reads_moves on app.case_moves for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_prepares_moves on app.case_moves for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and created_by = (select app.current_account()));
create policy team_changes_moves on app.case_moves for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and state = 'prepared')
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.case_moves to {{staff}};
grant insert (tenant_id, room_id, id, case_id, recipient_ct, moves_on, person_ids, parts, document_ids, continued_ids, created_by),
  update (recipient_ct, moves_on, person_ids, parts, document_ids, continued_ids, state, given_on, given_how, stored_name, size, sha256, left_out, version) on app.case_moves to {{staff}};

create policy team_reads_agreements on app.move_agreements for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_records_agreements on app.move_agreements for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and recorded_by = (select app.current_account())
  and exists (select from app.case_moves m where m.tenant_id = move_agreements.tenant_id and m.id = move_agreements.move_id and m.case_id = move_agreements.case_id and m.state = 'prepared' and move_agreements.person_id = any (m.person_ids)));
create policy team_notes_withdrawals on app.move_agreements for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))) and withdrawn_on is null
  and exists (select from app.case_moves m where m.tenant_id = move_agreements.tenant_id and m.id = move_agreements.move_id and m.state = 'prepared'))
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s));
grant select on app.move_agreements to {{staff}};
grant insert (tenant_id, room_id, id, case_id, move_id, person_id, agreed_on, given_by, form, language, witness_ct, content_sha256, recorded_by), update (withdrawn_on) on app.move_agreements to {{staff}};

-- What was agreed is what goes: another choice voids the word, and without everybody's word nothing goes.
create or replace function app.guard_move() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user = '{{owner_name}}' then return new; end if;
  -- before row security is asked: whoever is not on the team would learn who is of a case from which of the two refusals comes
  if new.case_id <> all (array(select app.team_case_ids('{lead,substitute,member}'))) then raise exception using errcode = '42501', message = 'not a case of yours'; end if;
  if new.state <> 'dropped' and (exists (select from unnest(new.person_ids) p where not exists (select from app.case_persons c where c.tenant_id = new.tenant_id and c.case_id = new.case_id and c.person_id = p and c.left_on is null))
    or exists (select from unnest(new.document_ids) d where not exists (select from app.documents x where x.tenant_id = new.tenant_id and x.case_id = new.case_id and x.id = d
      and x.withdrawn_at is null and not x.is_entrusted and case when x.person_id is not null then x.person_id = any (new.person_ids)
        -- a file that is nobody's by name is everybody's
        else not exists (select from app.case_persons c where c.tenant_id = new.tenant_id and c.case_id = new.case_id and c.left_on is null and c.person_id <> all (new.person_ids)) end))
    or exists (select from unnest(new.continued_ids) k where not exists (select from app.consents x where x.tenant_id = new.tenant_id and x.case_id = new.case_id and x.id = k and x.person_id = any (new.person_ids)))) then
    raise exception using errcode = '23514', message = 'a package names what is of its case';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if (new.recipient_ct, new.moves_on, new.person_ids, new.parts, new.document_ids, new.continued_ids) is distinct from (old.recipient_ct, old.moves_on, old.person_ids, old.parts, old.document_ids, old.continued_ids) then
    if new.state <> 'prepared' then raise exception using errcode = '42501', message = 'what is given is what was agreed'; end if;
    delete from app.move_agreements a where a.tenant_id = new.tenant_id and a.move_id = new.id;
  end if;
  if new.state = 'given' then
    if exists (select from unnest(new.person_ids) p where not exists (select from app.move_agreements a where a.tenant_id = new.tenant_id and a.move_id = new.id and a.person_id = p and a.withdrawn_on is null)) then
      raise exception using errcode = '42501', message = 'no package without the word of everybody in it';
    end if;
    new.given_by := app.current_account();
  end if;
  return new;
end $$;
create or replace trigger guard_move before insert or update on app.case_moves for each row execute function app.guard_move();
-- A word is taken back before the package was given; what went out cannot be called back by it.
create or replace function app.guard_move_agreement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> '{{owner_name}}' and not exists (select from app.case_moves m where m.tenant_id = new.tenant_id and m.id = new.move_id and m.state = 'prepared' for update) then
    raise exception using errcode = '42501', message = 'the package is given';
  end if;
  return new;
end $$;
create or replace trigger guard_move_agreement before insert or update on app.move_agreements for each row execute function app.guard_move_agreement();

-- Who may open cases reads what came in for it, throws it away, and opens a case by it.
create policy openers_read_incoming on app.incoming_moves for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and received_by = (select app.current_account()) and (select app.has_role('case_manager', 'team_lead')));
create policy openers_take_in on app.incoming_moves for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and received_by = (select app.current_account()) and (select app.has_role('case_manager', 'team_lead')));
create policy openers_throw_away on app.incoming_moves for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and received_by = (select app.current_account()) and (select app.has_role('case_manager', 'team_lead')));
grant select, delete on app.incoming_moves to {{staff}};
grant insert (tenant_id, room_id, id, key_ref, stored_name, size, received_by) on app.incoming_moves to {{staff}};
-- Its key and its file go with it, unless a row says that they are another's.
create or replace function app.end_incoming_move() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into private.keys_to_destroy (tenant_id, key_ref, stored_name)
    select old.tenant_id, old.key_ref, old.stored_name where not exists (select from app.cases x where x.key_ref = old.key_ref) and not exists (select from app.persons p where p.key_ref = old.key_ref)
      and not exists (select from app.imports i where i.key_ref = old.key_ref) and not exists (select from app.inbox_items i where i.key_ref = old.key_ref) and not exists (select from app.peer_consultations p where p.key_ref = old.key_ref)
      and not exists (select from app.documents d where d.stored_name = old.stored_name) and not exists (select from app.case_moves m where m.stored_name = old.stored_name)
      and not exists (select from app.archive_packages a where a.stored_name = old.stored_name) and not exists (select from app.imports i where i.stored_name = old.stored_name)
  on conflict do nothing;
  return null;
end $$;
create or replace trigger end_incoming_move after delete on app.incoming_moves for each row execute function app.end_incoming_move();

-- What was given to another municipality, on the page of everybody whom it is about, unless it is held back there.
create or replace function app.portal_moves() returns table (id uuid, given_on date, recipient_ct bytea, parts text[], files integer)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.portal_person();
  return query select m.id, m.given_on, m.recipient_ct, m.parts, cardinality(m.document_ids) from app.case_moves m
    where m.tenant_id = c.tenant_id and m.case_id = c.case_id and m.state = 'given' and c.person_id = any (m.person_ids)
      and not app.portal_is_held(c.tenant_id, c.case_id, c.person_id, 'disclosure', m.id)
    order by m.given_on desc, m.id;
end $$;
grant execute on function app.portal_moves() to {{portal}};
-- and to whoever looks at the page as the person sees it
grant execute on function app.portal_moves() to {{staff}};
