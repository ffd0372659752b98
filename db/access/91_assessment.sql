-- An assessment belongs to the file: whoever works on the case reads and writes it, and nobody else. No office outside reads any
-- of it through a share: what a person can and needs is told by the person, or disclosed field by field.
{{#each assessments assessment_entries qualifications network_ties}}
create policy team_reads_its_assessments on app.{{this}} for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
create policy team_changes_its_assessments on app.{{this}} for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));
grant select on app.{{this}} to {{staff}};
{{/each}}

{{#each assessments qualifications network_ties}}
create policy team_adds_in_its_own_name on app.{{this}} for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.open_case_ids())));
{{/each}}
create policy team_adds_life_areas_of_assessments on app.assessment_entries for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.open_case_ids())));

grant insert (tenant_id, room_id, id, case_id, person_id, assessed_on, state, words_language, is_together, created_by),
  update (assessed_on, state, words_language, is_together, withdrawn_at, version) on app.assessments to {{staff}};
grant insert (tenant_id, room_id, id, assessment_id, case_id, person_id, life_area, level, person_level, resource_ct, need_ct, person_words_ct, is_entrusted),
  update (level, person_level, resource_ct, need_ct, person_words_ct, is_entrusted, version) on app.assessment_entries to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, kind, title_ct, country, gained_year, recognition, document_id, created_by),
  update (kind, title_ct, country, gained_year, recognition, document_id, withdrawn_at, version) on app.qualifications to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, kind, name_ct, organisation_id, closeness, effect, note_ct, is_entrusted, created_by),
  update (kind, name_ct, organisation_id, closeness, effect, note_ct, is_entrusted, ended_on, withdrawn_at, version) on app.network_ties to {{staff}};

-- The sentences of the scale are the tenant's, and say nothing of anybody.
create policy staff_reads_scales on app.assessment_scales for select to {{staff}} using (tenant_id = (select app.current_tenant()));
create policy administrators_add_scales on app.assessment_scales for insert to {{staff}}
  with check (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_change_scales on app.assessment_scales for update to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
create policy administrators_return_to_the_example on app.assessment_scales for delete to {{staff}}
  using (tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator')));
grant select on app.assessment_scales to {{staff}};
grant insert (tenant_id, life_area, level, sentence), update (sentence, version) on app.assessment_scales to {{staff}};
-- to delete a sentence is to return to the example that is shipped
grant delete on app.assessment_scales to {{staff}};
