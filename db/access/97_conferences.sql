-- A conference belongs to the file. Whoever is invited from outside sees nothing here: the invitation is paper.
{{#each conferences conference_participants conference_items}}
create policy team_reads_its_conferences on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}
-- what was held or cancelled stays as it was noted
create policy team_changes_planned_conferences on app.conferences for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())) and state = 'planned')
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
{{#each conference_participants conference_items}}
create policy team_changes_it_before_it_was_held on app.{{this}} for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and exists (select from app.conferences k where k.tenant_id = {{this}}.tenant_id and k.id = {{this}}.conference_id and k.state = 'planned'));
{{/each}}
create policy team_calls_conferences on app.conferences for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
grant insert (tenant_id, room_id, id, case_id, appointment_id, question_ct, created_by), update (question_ct, state, held_on, protocol_ct, version) on app.conferences to {{staff}};
create policy team_invites on app.conference_participants for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s)
  and (account_id is null or app.works_on_cases(tenant_id, room_id, account_id)) and case_id = any (array(select app.open_case_ids()))
  and exists (select from app.conferences k where k.tenant_id = conference_participants.tenant_id and k.id = conference_participants.conference_id and k.state = 'planned'));
create policy team_sets_the_agenda on app.conference_items for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and exists (select from app.conferences k where k.tenant_id = conference_items.tenant_id and k.id = conference_items.conference_id and k.state = 'planned'));
-- until it was held, an invitation and an item are taken back by deleting them; that it was changed stands in the access record
{{#each conference_participants conference_items}}
create policy team_takes_back_before_it_was_held on app.{{this}} for delete to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids()))
  and exists (select from app.conferences k where k.tenant_id = {{this}}.tenant_id and k.id = {{this}}.conference_id and k.state = 'planned'));
{{/each}}
grant insert (tenant_id, room_id, id, case_id, conference_id, account_id, organisation_id, person_id), update (was_there), delete on app.conference_participants to {{staff}};
grant insert (tenant_id, room_id, id, case_id, conference_id, position, title_ct, life_area, person_id, is_entrusted), update (position), delete on app.conference_items to {{staff}};

-- Anonymous, so of the room: its case workers read it, whoever wrote it changes it.
create policy case_workers_read_peer_consultations on app.peer_consultations for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and (select app.has_role('case_manager', 'team_lead')));
create policy case_workers_write_peer_consultations on app.peer_consultations for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and (select app.has_role('case_manager', 'team_lead')));
create policy authors_change_peer_consultations on app.peer_consultations for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and author_id = (select app.current_account())
  and (select app.has_role('case_manager', 'team_lead')));
grant select on app.peer_consultations to {{staff}};
grant insert (tenant_id, room_id, id, held_on, key_ref, question_ct, hypotheses_ct, ideas_ct, author_id), update (held_on, question_ct, hypotheses_ct, ideas_ct, version) on app.peer_consultations to {{staff}};
