-- Made from the catalogue after all migrations by `npm run docs`; compared by a test. Never edit by hand.

-- Protokoll: every read of a file and every change, in the transaction that did it; inserted, numbered once by the sealer, never else changed
table app.access_records
  tenant_id uuid not null
  id uuid not null
  room_id uuid
  at timestamp with time zone not null default clock_timestamp()
  xid xid8 not null default pg_current_xact_id()
  account_id uuid
  session_id uuid
  function text not null default ''::text
  action text not null
  object_kind text not null default ''::text
  object_ids uuid[] not null default '{}'::uuid[]
  case_id uuid
  purpose text not null default ''::text
  reason_ct bytea
  seq bigint
  access_records_pkey PRIMARY KEY (tenant_id, id)
  access_records_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  access_records_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  access_records_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  access_records_action_check CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text))
  access_records_seq_check CHECK ((seq > 0))
  CREATE INDEX access_records_tenant_id_account_id_at_id_idx ON app.access_records USING btree (tenant_id, account_id, at DESC, id DESC)
  CREATE INDEX access_records_tenant_id_case_id_at_idx ON app.access_records USING btree (tenant_id, case_id, at DESC) WHERE (case_id IS NOT NULL)
  CREATE INDEX access_records_tenant_id_room_id_at_id_idx ON app.access_records USING btree (tenant_id, room_id, at DESC, id DESC)
  CREATE INDEX access_records_to_seal ON app.access_records USING btree (tenant_id, at) WHERE (seq IS NULL)
  CREATE INDEX records_of_persons ON app.access_records USING gin (object_ids) WHERE (object_kind = 'person'::text)
  CREATE UNIQUE INDEX numbered_once_in_a_chain ON app.access_records USING btree (tenant_id, COALESCE(room_id, tenant_id), seq) WHERE (seq IS NOT NULL)
  policy administration_is_read_by_administrators_and_officers for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text, 'data_protection_officer'::text]) AS has_role) AND app.is_administration(action, function, room_id))
  policy jobs_login_numbers for update to jobs using (seq IS NULL) check (seq IS NOT NULL)
  policy jobs_login_seals for select to jobs using true
  policy staff_is_recorded for insert to staff check app.is_own_record(tenant_id, account_id, room_id, session_id, case_id)
  policy team_reads_the_record_of_its_cases for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (((case_id IS NOT NULL) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids)))) OR (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))) OR ((case_id IS NOT NULL) AND ( SELECT app.has_role(VARIADIC ARRAY['data_protection_officer'::text]) AS has_role) AND app.is_supervised_case(case_id))))
  grant insert (tenant_id, id, room_id, account_id, session_id, function, action, object_kind, object_ids, case_id, purpose, reason_ct) to staff
  grant select to jobs
  grant select to staff
  grant update (seq) to jobs

-- hash chain over the access records of a room, batch by batch; anchors of it leave the database
table app.access_seals
  tenant_id uuid not null
  chain_id uuid not null
  room_id uuid
  seq_from bigint not null
  seq_to bigint not null
  month text not null
  epoch integer not null
  first_id uuid not null
  last_id uuid not null
  content_hash bytea not null
  prev_hash bytea not null
  hash bytea not null
  sealed_at timestamp with time zone not null default clock_timestamp()
  access_seals_pkey PRIMARY KEY (tenant_id, chain_id, seq_from)
  access_seals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  access_seals_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  access_seals_month_check CHECK ((month ~ '^[0-9]{4}-[0-9]{2}$'::text))
  chain_is_of_a_room_or_the_tenant CHECK ((chain_id = COALESCE(room_id, tenant_id)))
  seal_covers_something CHECK ((seq_to >= seq_from))
  CREATE INDEX access_seals_tenant_id_room_id_idx ON app.access_seals USING btree (tenant_id, room_id)
  policy data_protection_officers_read_seals for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (chain_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy jobs_login_adds_seals for insert to jobs check true
  policy jobs_login_reads_seals for select to jobs using true
  grant insert, select to jobs
  grant select to staff

-- somebody who signs in; a person working for two tenants has two accounts
table app.accounts
  tenant_id uuid not null
  id uuid not null
  organisation_id uuid not null
  side text not null default 'neutral'::text
  email text not null
  title text not null default ''::text
  given_name text not null
  family_name text not null
  job_title text not null default ''::text
  phone text not null default ''::text
  shortcuts boolean not null default true
  absent_from date
  absent_until date
  standing_deputy_id uuid
  disabled_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  accounts_tenant_id_email_key UNIQUE (tenant_id, email)
  accounts_tenant_id_id_side_key UNIQUE (tenant_id, id, side)
  accounts_pkey PRIMARY KEY (tenant_id, id)
  accounts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  accounts_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  accounts_tenant_id_standing_deputy_id_fkey FOREIGN KEY (tenant_id, standing_deputy_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  absence_ends_after_it_begins CHECK (((absent_until IS NULL) OR ((absent_from IS NOT NULL) AND (absent_until >= absent_from))))
  accounts_email_check CHECK (((email = lower(email)) AND (email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 254)))
  accounts_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 100)))
  accounts_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 100)))
  accounts_job_title_check CHECK ((length(job_title) <= 200))
  accounts_phone_check CHECK ((length(phone) <= 60))
  accounts_side_check CHECK ((side = ANY (ARRAY['management'::text, 'authority'::text, 'neutral'::text])))
  accounts_title_check CHECK ((length(title) <= 40))
  deputy_is_somebody_else CHECK ((standing_deputy_id <> id))
  CREATE INDEX accounts_tenant_id_organisation_id_idx ON app.accounts USING btree (tenant_id, organisation_id)
  CREATE INDEX accounts_tenant_id_standing_deputy_id_idx ON app.accounts USING btree (tenant_id, standing_deputy_id)
  policy administrators_add_accounts for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_accounts for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_colleagues for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ((id = ANY (ARRAY( SELECT app.colleague_ids() AS colleague_ids))) OR ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role)))
  grant insert (tenant_id, id, organisation_id, side, email, title, given_name, family_name, job_title, phone) to staff
  grant select to staff
  grant update (organisation_id, side, title, given_name, family_name, job_title, phone, disabled_at, version) to staff

-- Aufnahmekriterien of the tenant; they differ from municipality to municipality
table app.admission_criteria
  tenant_id uuid not null
  key text not null
  label text not null
  position integer not null
  retired_at timestamp with time zone
  version integer not null default 1
  admission_criteria_pkey PRIMARY KEY (tenant_id, key)
  admission_criteria_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  admission_criteria_key_check CHECK ((key ~ '^[a-z_]{1,40}$'::text))
  admission_criteria_label_check CHECK (((length(label) >= 1) AND (length(label) <= 300)))
  policy administrators_add_criteria for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_criteria for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_criteria for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, key, label, position) to staff
  grant select to staff
  grant update (label, position, retired_at, version) to staff

-- Nachsorge: on which days somebody asks how it goes, and what came of it
table app.aftercare_contacts
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  closure_id uuid not null
  position integer not null
  due_on date not null
  result text
  recorded_on date
  recorded_by uuid
  note_ct bytea
  version integer not null default 1
  aftercare_contacts_pkey PRIMARY KEY (tenant_id, id)
  aftercare_contacts_tenant_id_case_id_closure_id_fkey FOREIGN KEY (tenant_id, case_id, closure_id) REFERENCES app.case_closures(tenant_id, case_id, id) ON DELETE CASCADE
  aftercare_contacts_tenant_id_case_id_id_fkey FOREIGN KEY (tenant_id, case_id, id) REFERENCES app.follow_ups(tenant_id, case_id, id) ON DELETE CASCADE
  aftercare_contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  aftercare_contacts_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  aftercare_contacts_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  a_result_has_a_day CHECK ((((result IS NULL) = (recorded_on IS NULL)) AND ((result IS NULL) = (recorded_by IS NULL))))
  aftercare_contacts_position_check CHECK ((("position" >= 1) AND ("position" <= 12)))
  aftercare_contacts_result_check CHECK ((result = ANY (ARRAY['stable'::text, 'needs_help'::text, 'not_reached'::text, 'reopen'::text])))
  CREATE INDEX aftercare_contacts_tenant_id_case_id_closure_id_idx ON app.aftercare_contacts USING btree (tenant_id, case_id, closure_id)
  CREATE INDEX aftercare_contacts_tenant_id_case_id_id_idx ON app.aftercare_contacts USING btree (tenant_id, case_id, id)
  CREATE INDEX aftercare_contacts_tenant_id_recorded_by_idx ON app.aftercare_contacts USING btree (tenant_id, recorded_by)
  CREATE INDEX aftercare_contacts_tenant_id_room_id_case_id_idx ON app.aftercare_contacts USING btree (tenant_id, room_id, case_id)
  policy team_plans_aftercare for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (result IS NULL))
  policy team_reads_what_comes_after for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_records_aftercare for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, closure_id, position, due_on) to staff
  grant select to staff
  grant update (result, recorded_on, recorded_by, note_ct, version) to staff

-- Termine of an authority with a person of its own room
table app.appointments
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  happens_on date not null
  happens_at time without time zone not null
  place text not null
  purpose text not null
  needs_interpreter boolean not null default false
  owner_id uuid not null
  state text not null default 'planned'::text
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  appointments_pkey PRIMARY KEY (tenant_id, id)
  appointments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  appointments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  appointments_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  appointments_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  appointments_place_check CHECK (((length(place) >= 1) AND (length(place) <= 80)))
  appointments_purpose_check CHECK ((purpose = ANY (ARRAY['papers'::text, 'application'::text, 'hearing'::text, 'fingerprints'::text, 'collect'::text, 'declaration'::text, 'certificate'::text, 'counselling'::text, 'other'::text])))
  appointments_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'came'::text, 'no_show'::text, 'cancelled'::text])))
  CREATE INDEX appointments_tenant_id_created_by_idx ON app.appointments USING btree (tenant_id, created_by)
  CREATE INDEX appointments_tenant_id_owner_id_idx ON app.appointments USING btree (tenant_id, owner_id)
  CREATE INDEX appointments_tenant_id_room_id_happens_on_happens_at_idx ON app.appointments USING btree (tenant_id, room_id, happens_on, happens_at)
  CREATE INDEX appointments_tenant_id_room_id_person_id_idx ON app.appointments USING btree (tenant_id, room_id, person_id)
  policy officers_change_appointments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_make_appointments for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (created_by = ( SELECT app.current_account() AS current_account)) AND app.is_officer_here(owner_id))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, id, person_id, happens_on, happens_at, place, purpose, needs_interpreter, owner_id, created_by) to staff
  grant select to staff
  grant update (happens_on, happens_at, place, purpose, needs_interpreter, owner_id, state, version) to staff

-- files due for deletion that were offered to the archive (§ 4 ArchivG NRW), and what it answered
table app.archive_offers
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  offered_on date not null
  offered_by uuid not null
  answer text
  answered_on date
  answered_by uuid
  version integer not null default 1
  archive_offers_pkey PRIMARY KEY (tenant_id, case_id)
  archive_offers_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  archive_offers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  archive_offers_tenant_id_offered_by_fkey FOREIGN KEY (tenant_id, offered_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  archive_offers_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  answer_has_a_day CHECK (((answer IS NULL) = (answered_on IS NULL)))
  archive_offers_answer_check CHECK ((answer = ANY (ARRAY['waived'::text, 'taken'::text])))
  CREATE INDEX archive_offers_tenant_id_answered_by_idx ON app.archive_offers USING btree (tenant_id, answered_by)
  CREATE INDEX archive_offers_tenant_id_offered_by_idx ON app.archive_offers USING btree (tenant_id, offered_by)
  CREATE INDEX archive_offers_tenant_id_room_id_case_id_idx ON app.archive_offers USING btree (tenant_id, room_id, case_id)
  policy leads_note_answers for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND app.sees_retention_of(case_id) AND (answer IS NULL)) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy leads_offer for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND app.sees_retention_of(case_id) AND (offered_by = ( SELECT app.current_account() AS current_account)) AND (NOT app.is_said_to_be_unlawful(tenant_id, case_id)))
  policy leads_read_offers for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.sees_retention_of(case_id))
  grant insert (tenant_id, room_id, case_id, offered_on, offered_by) to staff
  grant select to staff
  grant update (answer, answered_on, version) to staff

-- what was made of a file for the archive that took it over; the file is erased once its receipt is confirmed
table app.archive_packages
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  made_on date not null
  made_by uuid not null
  stored_name text not null
  size bigint not null
  sha256 bytea not null
  left_out integer not null default 0
  receipt_on date
  receipt_ct bytea
  received_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  archive_packages_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  archive_packages_pkey PRIMARY KEY (tenant_id, id)
  archive_packages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  archive_packages_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  archive_packages_tenant_id_received_by_fkey FOREIGN KEY (tenant_id, received_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  archive_packages_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  archive_packages_left_out_check CHECK ((left_out >= 0))
  archive_packages_sha256_check CHECK ((length(sha256) = 32))
  archive_packages_size_check CHECK ((size > 0))
  receipt_says_who_noted_it CHECK (((receipt_on IS NULL) = (received_by IS NULL)))
  CREATE INDEX archive_packages_tenant_id_made_by_idx ON app.archive_packages USING btree (tenant_id, made_by)
  CREATE INDEX archive_packages_tenant_id_received_by_idx ON app.archive_packages USING btree (tenant_id, received_by)
  CREATE INDEX archive_packages_tenant_id_room_id_case_id_idx ON app.archive_packages USING btree (tenant_id, room_id, case_id)
  policy leads_note_receipts for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND app.sees_retention_of(case_id) AND (receipt_on IS NULL)) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy leads_of_the_team_make_packages for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (made_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (EXISTS ( SELECT FROM app.archive_offers o WHERE ((o.tenant_id = archive_packages.tenant_id) AND (o.case_id = archive_packages.case_id) AND (o.answer = 'taken'::text)))) AND (NOT app.is_said_to_be_unlawful(tenant_id, case_id)))
  policy retention_reads_packages for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.sees_retention_of(case_id))
  grant insert (tenant_id, room_id, id, case_id, made_on, made_by, stored_name, size, sha256, left_out) to staff
  grant select to staff
  grant update (receipt_on, receipt_ct, version) to staff

-- one life area of an assessment: level, resources, needs, the person's words; a need is counted where one is written
table app.assessment_entries
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  assessment_id uuid not null
  case_id uuid not null
  person_id uuid not null
  life_area text not null
  level integer
  person_level integer
  resource_ct bytea
  need_ct bytea
  person_words_ct bytea
  is_entrusted boolean not null default false
  version integer not null default 1
  assessment_entries_tenant_id_assessment_id_life_area_key UNIQUE (tenant_id, assessment_id, life_area)
  assessment_entries_pkey PRIMARY KEY (tenant_id, id)
  assessment_entries_tenant_id_case_id_person_id_assessment__fkey FOREIGN KEY (tenant_id, case_id, person_id, assessment_id) REFERENCES app.assessments(tenant_id, case_id, person_id, id) ON DELETE CASCADE
  assessment_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  assessment_entries_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  assessment_entries_level_check CHECK (((level >= 1) AND (level <= 5)))
  assessment_entries_life_area_check CHECK (((length(life_area) >= 1) AND (length(life_area) <= 60)))
  assessment_entries_person_level_check CHECK (((person_level >= 1) AND (person_level <= 5)))
  CREATE INDEX assessment_entries_tenant_id_case_id_person_id_assessment_i_idx ON app.assessment_entries USING btree (tenant_id, case_id, person_id, assessment_id)
  CREATE INDEX assessment_entries_tenant_id_room_id_case_id_idx ON app.assessment_entries USING btree (tenant_id, room_id, case_id)
  policy team_adds_life_areas_of_assessments for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_its_assessments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_assessments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, assessment_id, case_id, person_id, life_area, level, person_level, resource_ct, need_ct, person_words_ct, is_entrusted) to staff
  grant select to staff
  grant update (level, person_level, resource_ct, need_ct, person_words_ct, is_entrusted, version) to staff

-- Anker: the sentence at which a level of a life area is recognised, where the tenant has its own; else the example that is shipped counts
table app.assessment_scales
  tenant_id uuid not null
  life_area text not null
  level integer not null
  sentence text not null
  version integer not null default 1
  assessment_scales_pkey PRIMARY KEY (tenant_id, life_area, level)
  assessment_scales_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  assessment_scales_tenant_id_life_area_fkey FOREIGN KEY (tenant_id, life_area) REFERENCES app.life_areas(tenant_id, key) ON DELETE CASCADE
  assessment_scales_level_check CHECK (((level >= 1) AND (level <= 5)))
  assessment_scales_sentence_check CHECK (((sentence = btrim(sentence)) AND ((length(sentence) >= 3) AND (length(sentence) <= 240))))
  policy administrators_add_scales for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_scales for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_return_to_the_example for delete to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_scales for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant delete, select to staff
  grant insert (tenant_id, life_area, level, sentence) to staff
  grant update (sentence, version) to staff

-- Assessment of one person of a case on one day; the next one is another row, so that change shows
table app.assessments
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  assessed_on date not null
  state text not null default 'open'::text
  words_language text not null default 'de'::text
  is_together boolean not null default false
  withdrawn_at timestamp with time zone
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  assessments_tenant_id_case_id_person_id_id_key UNIQUE (tenant_id, case_id, person_id, id)
  assessments_pkey PRIMARY KEY (tenant_id, id)
  assessments_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  assessments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  assessments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  assessments_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  assessments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
  assessments_words_language_check CHECK ((words_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  CREATE INDEX assessments_tenant_id_created_by_idx ON app.assessments USING btree (tenant_id, created_by)
  CREATE INDEX assessments_tenant_id_room_id_case_id_idx ON app.assessments USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_assessment_of_a_person_and_day ON app.assessments USING btree (tenant_id, case_id, person_id, assessed_on) WHERE (withdrawn_at IS NULL)
  policy team_adds_in_its_own_name for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_its_assessments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_assessments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, assessed_on, state, words_language, is_together, created_by) to staff
  grant select to staff
  grant update (assessed_on, state, words_language, is_together, withdrawn_at, version) to staff

-- addresses under which a calendar program reads the own appointments of one account in one room, without names; only the hash of the secret
table app.calendar_feeds
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  account_id uuid not null
  token_hash bytea not null
  with_numbers boolean not null default false
  last_read_on date
  revoked_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  calendar_feeds_pkey PRIMARY KEY (tenant_id, id)
  calendar_feeds_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  calendar_feeds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  calendar_feeds_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  calendar_feeds_token_hash_check CHECK ((length(token_hash) = 32))
  CREATE INDEX calendar_feeds_tenant_id_account_id_idx ON app.calendar_feeds USING btree (tenant_id, account_id)
  CREATE INDEX calendar_feeds_tenant_id_room_id_idx ON app.calendar_feeds USING btree (tenant_id, room_id)
  CREATE UNIQUE INDEX one_feed_a_room ON app.calendar_feeds USING btree (tenant_id, account_id, room_id) WHERE (revoked_at IS NULL)
  CREATE UNIQUE INDEX one_feed_a_secret ON app.calendar_feeds USING btree (token_hash)
  policy own_feeds_are_made for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy own_feeds_are_read for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)))
  policy own_feeds_are_revoked for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, account_id, token_hash, with_numbers) to staff
  grant select to staff
  grant update (revoked_at, version) to staff

-- how the case came in, criteria, decision with reason and basis, information under Art. 13/14 DSGVO, release from § 203 StGB for the team
table app.case_admissions
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  access_route text not null default ''::text
  life_areas text[] not null default '{}'::text[]
  criteria_met text[] not null default '{}'::text[]
  decision text
  decided_on date
  decided_by uuid
  reason_ct bytea
  legal_basis_id uuid
  informed_on date
  informed_language text not null default ''::text
  team_release_on date
  team_release_form text
  version integer not null default 1
  case_admissions_pkey PRIMARY KEY (tenant_id, case_id)
  case_admissions_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_admissions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_admissions_tenant_id_legal_basis_id_fkey FOREIGN KEY (tenant_id, legal_basis_id) REFERENCES app.legal_bases(tenant_id, id) ON DELETE RESTRICT
  case_admissions_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_admissions_access_route_check CHECK ((length(access_route) <= 200))
  case_admissions_decision_check CHECK ((decision = ANY (ARRAY['admitted'::text, 'advised_onward'::text, 'not_admitted'::text])))
  case_admissions_team_release_form_check CHECK ((team_release_form = ANY (ARRAY['written'::text, 'oral'::text, 'electronic'::text])))
  CREATE INDEX case_admissions_tenant_id_decided_by_idx ON app.case_admissions USING btree (tenant_id, decided_by)
  CREATE INDEX case_admissions_tenant_id_legal_basis_id_idx ON app.case_admissions USING btree (tenant_id, legal_basis_id)
  CREATE INDEX case_admissions_tenant_id_room_id_case_id_idx ON app.case_admissions USING btree (tenant_id, room_id, case_id)
  policy team_adds_admissions for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR app.is_newborn(case_id)))
  policy team_changes_admissions for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_admissions for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct, legal_basis_id, informed_on, informed_language, team_release_on, team_release_form) to staff
  grant select to staff
  grant update (access_route, life_areas, criteria_met, decision, decided_on, decided_by, reason_ct, legal_basis_id, informed_on, informed_language, team_release_on, team_release_form, version) to staff

-- who of the case is to come
table app.case_appointment_persons
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  appointment_id uuid not null
  person_id uuid not null
  case_appointment_persons_pkey PRIMARY KEY (tenant_id, appointment_id, person_id)
  case_appointment_persons_tenant_id_case_id_appointment_id_fkey FOREIGN KEY (tenant_id, case_id, appointment_id) REFERENCES app.case_appointments(tenant_id, case_id, id) ON DELETE CASCADE
  case_appointment_persons_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  case_appointment_persons_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_appointment_persons_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX case_appointment_persons_tenant_id_case_id_appointment_id_idx ON app.case_appointment_persons USING btree (tenant_id, case_id, appointment_id)
  CREATE INDEX case_appointment_persons_tenant_id_case_id_person_id_idx ON app.case_appointment_persons USING btree (tenant_id, case_id, person_id)
  CREATE INDEX case_appointment_persons_tenant_id_room_id_case_id_idx ON app.case_appointment_persons USING btree (tenant_id, room_id, case_id)
  policy team_names_who_comes for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_appointments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_takes_back_who_comes for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, appointment_id, person_id) to staff

-- Termine of a case; one that is moved stays as moved and points at the one in its place
table app.case_appointments
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  place_kind text not null default 'office'::text
  place_ct bytea
  subject_ct bytea
  language text not null default 'de'::text
  with_account_id uuid
  with_organisation_id uuid
  is_entrusted boolean not null default false
  is_on_portal boolean not null default true
  wants_reminder boolean not null default true
  state text not null default 'planned'::text
  no_show_contact_id uuid
  moved_to_id uuid
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  case_appointments_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  case_appointments_pkey PRIMARY KEY (tenant_id, id)
  case_appointments_tenant_id_case_id_moved_to_id_fkey FOREIGN KEY (tenant_id, case_id, moved_to_id) REFERENCES app.case_appointments(tenant_id, case_id, id) ON DELETE SET NULL (moved_to_id)
  case_appointments_tenant_id_case_id_no_show_contact_id_fkey FOREIGN KEY (tenant_id, case_id, no_show_contact_id) REFERENCES app.contacts(tenant_id, case_id, id) ON DELETE SET NULL (no_show_contact_id)
  case_appointments_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_appointments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_appointments_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_appointments_tenant_id_with_account_id_fkey FOREIGN KEY (tenant_id, with_account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_appointments_tenant_id_with_organisation_id_fkey FOREIGN KEY (tenant_id, with_organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  appointment_ends_after_it_begins CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval))))
  case_appointments_kind_check CHECK ((kind = ANY (ARRAY['talk'::text, 'home_visit'::text, 'accompaniment'::text, 'phone'::text, 'video'::text, 'conference'::text, 'other'::text])))
  case_appointments_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  case_appointments_place_kind_check CHECK ((place_kind = ANY (ARRAY['office'::text, 'address'::text, 'phone'::text, 'video'::text])))
  case_appointments_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'kept'::text, 'no_show'::text, 'cancelled'::text, 'moved'::text])))
  entrusted_stays_off_the_portal CHECK ((NOT (is_entrusted AND is_on_portal)))
  CREATE INDEX case_appointments_tenant_id_case_id_moved_to_id_idx ON app.case_appointments USING btree (tenant_id, case_id, moved_to_id)
  CREATE INDEX case_appointments_tenant_id_case_id_no_show_contact_id_idx ON app.case_appointments USING btree (tenant_id, case_id, no_show_contact_id)
  CREATE INDEX case_appointments_tenant_id_created_by_idx ON app.case_appointments USING btree (tenant_id, created_by)
  CREATE INDEX case_appointments_tenant_id_room_id_case_id_starts_at_idx ON app.case_appointments USING btree (tenant_id, room_id, case_id, starts_at)
  CREATE INDEX case_appointments_tenant_id_with_account_id_starts_at_idx ON app.case_appointments USING btree (tenant_id, with_account_id, starts_at)
  CREATE INDEX case_appointments_tenant_id_with_organisation_id_idx ON app.case_appointments USING btree (tenant_id, with_organisation_id)
  policy team_changes_appointments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_makes_appointments for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND ((with_account_id IS NULL) OR app.works_on_cases(tenant_id, room_id, with_account_id)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_appointments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, kind, starts_at, ends_at, place_kind, place_ct, subject_ct, language, with_account_id, with_organisation_id, is_entrusted, is_on_portal, wants_reminder, created_by) to staff
  grant select to staff
  grant update (kind, starts_at, ends_at, place_kind, place_ct, subject_ct, language, with_account_id, with_organisation_id, is_entrusted, is_on_portal, wants_reminder, state, no_show_contact_id, moved_to_id, version) to staff

-- Fallabschluss: reason and hand-over; one row per closing
table app.case_closures
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  reason text not null
  handover text not null
  handover_ct bytea
  closed_on date not null
  closed_by uuid not null
  reopened_on date
  organisation_id uuid
  case_closures_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  case_closures_pkey PRIMARY KEY (tenant_id, id)
  case_closures_tenant_id_closed_by_fkey FOREIGN KEY (tenant_id, closed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_closures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_closures_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  case_closures_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_closures_handover_check CHECK ((handover = ANY (ARRAY['none_needed'::text, 'to_organisation'::text, 'to_person'::text, 'not_possible'::text])))
  case_closures_reason_check CHECK ((reason = ANY (ARRAY['goals_reached'::text, 'handed_to_regular_system'::text, 'moved_away'::text, 'wish_of_person'::text, 'contact_lost'::text, 'left_country'::text, 'died'::text, 'not_target_group'::text, 'duplicate_file'::text])))
  CREATE INDEX case_closures_tenant_id_closed_by_idx ON app.case_closures USING btree (tenant_id, closed_by)
  CREATE INDEX case_closures_tenant_id_organisation_id_idx ON app.case_closures USING btree (tenant_id, organisation_id)
  CREATE INDEX case_closures_tenant_id_room_id_case_id_idx ON app.case_closures USING btree (tenant_id, room_id, case_id)
  policy team_adds_closures for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (closed_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_closures for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reopens for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, reason, handover, handover_ct, closed_on, closed_by, organisation_id) to staff
  grant select to staff
  grant update (reopened_on) to staff

-- staff related to a person of the case: it does not exist for them
table app.case_exclusions
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  account_id uuid not null
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  case_exclusions_pkey PRIMARY KEY (tenant_id, case_id, account_id)
  case_exclusions_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_exclusions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_exclusions_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_exclusions_tenant_id_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  CREATE INDEX case_exclusions_tenant_id_account_id_idx ON app.case_exclusions USING btree (tenant_id, account_id)
  CREATE INDEX case_exclusions_tenant_id_room_id_case_id_idx ON app.case_exclusions USING btree (tenant_id, room_id, case_id)
  CREATE INDEX case_exclusions_tenant_id_set_by_idx ON app.case_exclusions USING btree (tenant_id, set_by)
  policy team_reads_exclusions for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))))
  policy team_sets_exclusions for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (set_by = ( SELECT app.current_account() AS current_account)) AND ((case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute}'::text[]) AS team_case_ids))) OR ((account_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{member}'::text[]) AS team_case_ids)))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))))
  grant insert (tenant_id, room_id, case_id, account_id, set_by) to staff
  grant select to staff

-- Umzug: what a person agreed to take along to another municipality, and the package that was given
table app.case_moves
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  recipient_ct bytea not null
  moves_on date not null
  person_ids uuid[] not null
  parts text[] not null
  document_ids uuid[] not null default '{}'::uuid[]
  continued_ids uuid[] not null default '{}'::uuid[]
  state text not null default 'prepared'::text
  given_on date
  given_by uuid
  given_how text
  stored_name text not null default ''::text
  size bigint
  sha256 bytea
  left_out integer
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  case_moves_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  case_moves_pkey PRIMARY KEY (tenant_id, id)
  case_moves_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_moves_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_moves_tenant_id_given_by_fkey FOREIGN KEY (tenant_id, given_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_moves_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_moves_given_how_check CHECK ((given_how = ANY (ARRAY['to_person'::text, 'post'::text, 'encrypted'::text])))
  case_moves_left_out_check CHECK ((left_out >= 0))
  case_moves_parts_check CHECK (((cardinality(parts) > 0) AND (parts <@ ARRAY['register'::text, 'assessment'::text, 'qualifications'::text, 'plan'::text, 'appointments'::text, 'consents'::text])))
  case_moves_person_ids_check CHECK (((cardinality(person_ids) >= 1) AND (cardinality(person_ids) <= 30)))
  case_moves_sha256_check CHECK ((length(sha256) = 32))
  case_moves_size_check CHECK ((size > 0))
  case_moves_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'given'::text, 'dropped'::text])))
  given_says_when_how_and_what CHECK (((state = 'given'::text) = ((given_on IS NOT NULL) AND (given_by IS NOT NULL) AND (given_how IS NOT NULL) AND (stored_name <> ''::text) AND (sha256 IS NOT NULL))))
  CREATE INDEX case_moves_tenant_id_created_by_idx ON app.case_moves USING btree (tenant_id, created_by)
  CREATE INDEX case_moves_tenant_id_given_by_idx ON app.case_moves USING btree (tenant_id, given_by)
  CREATE INDEX case_moves_tenant_id_room_id_case_id_idx ON app.case_moves USING btree (tenant_id, room_id, case_id)
  policy team_changes_moves for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (state = 'prepared'::text)) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy team_prepares_moves for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (created_by = ( SELECT app.current_account() AS current_account)))
  policy team_reads_moves for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, recipient_ct, moves_on, person_ids, parts, document_ids, continued_ids, created_by) to staff
  grant select to staff
  grant update (recipient_ct, moves_on, person_ids, parts, document_ids, continued_ids, state, given_on, given_how, stored_name, size, sha256, left_out, version) to staff

-- what stood in the list beside what was understood, for the team of the case, until the day of deletion
table app.case_origins
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  import_id uuid not null
  row_no integer not null
  cells_ct bytea not null
  delete_on date not null
  case_origins_pkey PRIMARY KEY (tenant_id, case_id)
  case_origins_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_origins_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_origins_tenant_id_room_id_import_id_fkey FOREIGN KEY (tenant_id, room_id, import_id) REFERENCES app.imports(tenant_id, room_id, id) ON DELETE RESTRICT
  CREATE INDEX case_origins_delete_on_idx ON app.case_origins USING btree (delete_on)
  CREATE INDEX case_origins_tenant_id_room_id_case_id_idx ON app.case_origins USING btree (tenant_id, room_id, case_id)
  CREATE INDEX case_origins_tenant_id_room_id_import_id_idx ON app.case_origins USING btree (tenant_id, room_id, import_id)
  policy intake_adds_origins for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.is_newborn(case_id) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy jobs_login_deletes_origins_due for all to jobs using (delete_on <= CURRENT_DATE)
  policy team_reads_origins for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete to jobs
  grant insert (tenant_id, room_id, case_id, import_id, row_no, cells_ct, delete_on) to staff
  grant select (delete_on) to jobs
  grant select to staff

-- whom a case is about: one main person and further ones, each counted
table app.case_persons
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  person_id uuid not null
  is_main boolean not null default false
  joined_on date not null default CURRENT_DATE
  left_on date
  case_persons_pkey PRIMARY KEY (tenant_id, case_id, person_id)
  case_persons_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_persons_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_persons_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE RESTRICT
  CREATE INDEX case_persons_tenant_id_room_id_case_id_idx ON app.case_persons USING btree (tenant_id, room_id, case_id)
  CREATE INDEX case_persons_tenant_id_room_id_person_id_idx ON app.case_persons USING btree (tenant_id, room_id, person_id)
  CREATE UNIQUE INDEX one_main_person ON app.case_persons USING btree (tenant_id, case_id) WHERE is_main
  policy team_adds_persons_to_the_case for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (app.is_newborn(case_id) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))) AND app.may_attach_person(person_id))
  policy team_changes_persons_of_the_case for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_persons_of_the_case for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, person_id, is_main, joined_on, left_on) to staff
  grant select to staff
  grant update (is_main, left_on) to staff

-- history of the phases; several may be open at once, since phases overlap
table app.case_phases
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  phase text not null
  began_on date not null
  ended_on date
  moved_by uuid not null
  moved_at timestamp with time zone not null default now()
  note_ct bytea
  case_phases_pkey PRIMARY KEY (tenant_id, id)
  case_phases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_phases_tenant_id_moved_by_fkey FOREIGN KEY (tenant_id, moved_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_phases_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX case_phases_tenant_id_moved_by_idx ON app.case_phases USING btree (tenant_id, moved_by)
  CREATE INDEX case_phases_tenant_id_room_id_case_id_idx ON app.case_phases USING btree (tenant_id, room_id, case_id)
  policy team_adds_phases for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (moved_by = ( SELECT app.current_account() AS current_account)) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR app.is_newborn(case_id)))
  policy team_ends_phases for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_phases for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, phase, began_on, ended_on, moved_by, note_ct) to staff
  grant select to staff
  grant update (ended_on) to staff

-- typed, dated relations typed in this case; third persons are a sealed name here and nothing else
table app.case_relations
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  other_person_id uuid
  other_name_ct bytea
  kind text not null
  from_on date
  until_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  case_relations_pkey PRIMARY KEY (tenant_id, id)
  case_relations_tenant_id_case_id_other_person_id_fkey FOREIGN KEY (tenant_id, case_id, other_person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  case_relations_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  case_relations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_relations_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_relations_kind_check CHECK ((kind = ANY (ARRAY['spouse'::text, 'partner'::text, 'former_partner'::text, 'parent'::text, 'child'::text, 'step_parent'::text, 'step_child'::text, 'sibling'::text, 'grandparent'::text, 'grandchild'::text, 'uncle_or_aunt'::text, 'nephew_or_niece'::text, 'cousin'::text, 'guardian'::text, 'ward'::text, 'other_relative'::text, 'household'::text, 'neighbour'::text, 'employer'::text, 'employee'::text, 'volunteer'::text, 'supported'::text, 'interpreter'::text, 'interpreted'::text])))
  other_side_is_one_of_two CHECK (((other_person_id IS NULL) <> (other_name_ct IS NULL)))
  CREATE INDEX case_relations_tenant_id_case_id_other_person_id_idx ON app.case_relations USING btree (tenant_id, case_id, other_person_id)
  CREATE INDEX case_relations_tenant_id_case_id_person_id_idx ON app.case_relations USING btree (tenant_id, case_id, person_id)
  CREATE INDEX case_relations_tenant_id_room_id_case_id_idx ON app.case_relations USING btree (tenant_id, room_id, case_id)
  policy team_adds_relations for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_relations for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_relations for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_removes_relations for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, case_id, person_id, other_person_id, other_name_ct, kind, from_on, until_on) to staff
  grant update (other_name_ct, kind, from_on, until_on, version) to staff

-- lead, substitutes and members of a case, each from–until (last day included); joining is a row with a reason
table app.case_team
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  account_id uuid not null
  function text not null
  from_on date not null
  until_on date
  reason_ct bytea
  assigned_by uuid not null
  assigned_at timestamp with time zone not null default now()
  version integer not null default 1
  case_team_pkey PRIMARY KEY (tenant_id, id)
  case_team_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_team_tenant_id_assigned_by_fkey FOREIGN KEY (tenant_id, assigned_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  case_team_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  case_team_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  case_team_function_check CHECK ((function = ANY (ARRAY['lead'::text, 'substitute'::text, 'member'::text])))
  team_ends_after_it_begins CHECK (((until_on IS NULL) OR (until_on >= (from_on - 1))))
  CREATE INDEX case_team_tenant_id_account_id_room_id_case_id_idx ON app.case_team USING btree (tenant_id, account_id, room_id, case_id)
  CREATE INDEX case_team_tenant_id_assigned_by_idx ON app.case_team USING btree (tenant_id, assigned_by)
  CREATE INDEX case_team_tenant_id_room_id_case_id_idx ON app.case_team USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_lead_at_a_time ON app.case_team USING btree (tenant_id, case_id) WHERE ((function = 'lead'::text) AND (until_on IS NULL))
  policy leads_assign for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (assigned_by = ( SELECT app.current_account() AS current_account)) AND app.works_on_cases(tenant_id, room_id, account_id) AND (NOT app.is_excluded(case_id, account_id)) AND (app.is_newborn(case_id) OR (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute}'::text[]) AS team_case_ids))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))) AND ((account_id <> ( SELECT app.current_account() AS current_account)) OR app.is_newborn(case_id) OR ((reason_ct IS NOT NULL) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))))
  policy leads_end_assignments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((account_id = ( SELECT app.current_account() AS current_account)) OR (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute}'::text[]) AS team_case_ids))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))))
  policy team_and_lead_read_the_team for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))))
  grant insert (tenant_id, room_id, id, case_id, account_id, function, from_on, until_on, reason_ct, assigned_by) to staff
  grant select to staff
  grant update (until_on, version) to staff

-- Fall: head of a file about one person or several; the team reads it, and the team lead of the room this head alone
table app.cases
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  number text not null
  phase text not null default 'enquiry'::text
  opened_on date not null
  admitted_on date
  closed_on date
  main_person_id uuid
  main_name text not null default ''::text
  main_name_own text not null default ''::text
  main_sort text not null default ''::text
  main_birth_year integer
  person_count integer not null default 0
  lead_id uuid
  next_due_on date
  last_contact_on date
  import_id uuid
  key_ref text not null
  created_by uuid not null
  born_in xid8 not null default pg_current_xact_id()
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  cases_tenant_id_number_key UNIQUE (tenant_id, number)
  cases_tenant_id_room_id_id_key UNIQUE (tenant_id, room_id, id)
  cases_pkey PRIMARY KEY (tenant_id, id)
  cases_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  cases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  cases_tenant_id_lead_id_fkey FOREIGN KEY (tenant_id, lead_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  cases_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  cases_tenant_id_room_id_import_id_fkey FOREIGN KEY (tenant_id, room_id, import_id) REFERENCES app.imports(tenant_id, room_id, id) ON DELETE RESTRICT
  cases_tenant_id_room_id_main_person_id_fkey FOREIGN KEY (tenant_id, room_id, main_person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE RESTRICT
  cases_number_check CHECK ((number ~ '^[0-9]{4}-[0-9]{4,7}$'::text))
  cases_phase_check CHECK ((phase = ANY (ARRAY['enquiry'::text, 'clearing'::text, 'admitted'::text, 'advised_onward'::text, 'not_admitted'::text, 'assessment'::text, 'planning'::text, 'implementation'::text, 'monitoring'::text, 'evaluation'::text, 'closed'::text, 'dormant'::text, 'reopened'::text])))
  CREATE INDEX cases_by_contact_day ON app.cases USING btree (tenant_id, room_id, COALESCE(last_contact_on, 'infinity'::date), id)
  CREATE INDEX cases_by_due_day ON app.cases USING btree (tenant_id, room_id, COALESCE(next_due_on, 'infinity'::date), id)
  CREATE INDEX cases_running_by_contact_day ON app.cases USING btree (tenant_id, room_id, COALESCE(last_contact_on, 'infinity'::date), id) WHERE (phase <> ALL (ARRAY['closed'::text, 'advised_onward'::text, 'not_admitted'::text]))
  CREATE INDEX cases_running_by_due_day ON app.cases USING btree (tenant_id, room_id, COALESCE(next_due_on, 'infinity'::date), id) WHERE (phase <> ALL (ARRAY['closed'::text, 'advised_onward'::text, 'not_admitted'::text]))
  CREATE INDEX cases_running_by_name ON app.cases USING btree (tenant_id, room_id, main_sort, id) WHERE (phase <> ALL (ARRAY['closed'::text, 'advised_onward'::text, 'not_admitted'::text]))
  CREATE INDEX cases_tenant_id_created_by_idx ON app.cases USING btree (tenant_id, created_by)
  CREATE INDEX cases_tenant_id_lead_id_idx ON app.cases USING btree (tenant_id, lead_id)
  CREATE INDEX cases_tenant_id_room_id_import_id_idx ON app.cases USING btree (tenant_id, room_id, import_id)
  CREATE INDEX cases_tenant_id_room_id_lead_id_phase_idx ON app.cases USING btree (tenant_id, room_id, lead_id, phase)
  CREATE INDEX cases_tenant_id_room_id_main_person_id_idx ON app.cases USING btree (tenant_id, room_id, main_person_id)
  CREATE INDEX cases_tenant_id_room_id_main_sort_id_idx ON app.cases USING btree (tenant_id, room_id, main_sort, id)
  policy staff_opens_cases for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (born_in = pg_current_xact_id()) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text, 'intake'::text]) AS has_role))
  policy team_and_lead_read_heads for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))))
  policy team_changes_cases for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, number, phase, opened_on, admitted_on, closed_on, import_id, key_ref, created_by) to staff
  grant select to staff
  grant update (phase, opened_on, admitted_on, closed_on, version) to staff

-- one paper of a completeness check; without a row nobody has looked yet
table app.check_papers
  tenant_id uuid not null
  room_id uuid not null
  person_id uuid not null
  check_id uuid not null
  condition text not null
  evidence text not null
  state text not null
  paper_id uuid
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  version integer not null default 1
  check_papers_pkey PRIMARY KEY (tenant_id, check_id, condition, evidence)
  check_papers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  check_papers_tenant_id_person_id_check_id_fkey FOREIGN KEY (tenant_id, person_id, check_id) REFERENCES app.completeness_checks(tenant_id, person_id, id) ON DELETE CASCADE
  check_papers_tenant_id_person_id_paper_id_fkey FOREIGN KEY (tenant_id, person_id, paper_id) REFERENCES app.papers(tenant_id, person_id, id) ON DELETE SET NULL (paper_id)
  check_papers_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  check_papers_tenant_id_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  check_papers_condition_check CHECK (((length(condition) >= 1) AND (length(condition) <= 40)))
  check_papers_evidence_check CHECK (((length(evidence) >= 1) AND (length(evidence) <= 200)))
  check_papers_state_check CHECK ((state = ANY (ARRAY['missing'::text, 'seen'::text, 'there'::text, 'not_needed'::text])))
  only_what_is_there_names_a_file CHECK (((paper_id IS NULL) OR (state = 'there'::text)))
  CREATE INDEX check_papers_tenant_id_person_id_check_id_idx ON app.check_papers USING btree (tenant_id, person_id, check_id)
  CREATE INDEX check_papers_tenant_id_person_id_paper_id_idx ON app.check_papers USING btree (tenant_id, person_id, paper_id)
  CREATE INDEX check_papers_tenant_id_room_id_person_id_idx ON app.check_papers USING btree (tenant_id, room_id, person_id)
  CREATE INDEX check_papers_tenant_id_set_by_idx ON app.check_papers USING btree (tenant_id, set_by)
  policy officers_change_notes for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_note_papers for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (set_by = ( SELECT app.current_account() AS current_account)))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_take_notes_back for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant delete, select to staff
  grant insert (tenant_id, room_id, person_id, check_id, condition, evidence, state, paper_id, set_by) to staff
  grant update (state, paper_id, version) to staff

-- Abschlussbrief: what the person is told when a case ends, word by word; one letter a person and closing
table app.closing_letters
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  closure_id uuid not null
  person_id uuid not null
  language text not null
  content_ct bytea not null
  made_on date not null
  made_by uuid not null
  closing_letters_pkey PRIMARY KEY (tenant_id, id)
  closing_letters_tenant_id_case_id_closure_id_fkey FOREIGN KEY (tenant_id, case_id, closure_id) REFERENCES app.case_closures(tenant_id, case_id, id) ON DELETE CASCADE
  closing_letters_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  closing_letters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  closing_letters_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  closing_letters_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  closing_letters_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  CREATE INDEX closing_letters_tenant_id_case_id_closure_id_idx ON app.closing_letters USING btree (tenant_id, case_id, closure_id)
  CREATE INDEX closing_letters_tenant_id_case_id_person_id_idx ON app.closing_letters USING btree (tenant_id, case_id, person_id)
  CREATE INDEX closing_letters_tenant_id_made_by_idx ON app.closing_letters USING btree (tenant_id, made_by)
  CREATE INDEX closing_letters_tenant_id_room_id_case_id_idx ON app.closing_letters USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_letter_of_a_closing ON app.closing_letters USING btree (tenant_id, closure_id, person_id)
  policy team_reads_what_comes_after for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_writes_closing_letters for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (made_by = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, case_id, closure_id, person_id, language, content_ct, made_on, made_by) to staff
  grant select to staff

-- Vollständigkeitsprüfung: which papers a right asks for, and which are there; no word about whether the right exists
table app.completeness_checks
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  rule text not null
  opened_on date not null
  opened_by uuid not null
  closed_on date
  closed_by uuid
  version integer not null default 1
  completeness_checks_tenant_id_person_id_id_key UNIQUE (tenant_id, person_id, id)
  completeness_checks_pkey PRIMARY KEY (tenant_id, id)
  completeness_checks_tenant_id_closed_by_fkey FOREIGN KEY (tenant_id, closed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  completeness_checks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  completeness_checks_tenant_id_opened_by_fkey FOREIGN KEY (tenant_id, opened_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  completeness_checks_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  closed_says_by_whom CHECK (((closed_on IS NULL) = (closed_by IS NULL)))
  completeness_checks_rule_check CHECK ((rule ~ '^[A-Z][A-Z0-9_]{2,39}$'::text))
  CREATE INDEX completeness_checks_tenant_id_closed_by_idx ON app.completeness_checks USING btree (tenant_id, closed_by)
  CREATE INDEX completeness_checks_tenant_id_opened_by_idx ON app.completeness_checks USING btree (tenant_id, opened_by)
  CREATE INDEX completeness_checks_tenant_id_room_id_person_id_idx ON app.completeness_checks USING btree (tenant_id, room_id, person_id)
  CREATE UNIQUE INDEX one_running_check_a_rule ON app.completeness_checks USING btree (tenant_id, person_id, rule) WHERE (closed_on IS NULL)
  policy officers_close_checks for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide)) check ((closed_by IS NULL) OR (closed_by = ( SELECT app.current_account() AS current_account)))
  policy officers_open_checks for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (opened_by = ( SELECT app.current_account() AS current_account)))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, id, person_id, rule, opened_on, opened_by) to staff
  grant select to staff
  grant update (closed_on, closed_by, version) to staff

-- agenda: what is spoken about, in which life area, about whom; the consents are asked for each
table app.conference_items
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  conference_id uuid not null
  position integer not null
  title_ct bytea not null
  life_area text not null
  person_id uuid
  is_entrusted boolean not null default false
  conference_items_pkey PRIMARY KEY (tenant_id, id)
  conference_items_tenant_id_case_id_conference_id_fkey FOREIGN KEY (tenant_id, case_id, conference_id) REFERENCES app.conferences(tenant_id, case_id, id) ON DELETE CASCADE
  conference_items_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  conference_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  conference_items_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  conference_items_life_area_check CHECK (((length(life_area) >= 1) AND (length(life_area) <= 60)))
  conference_items_position_check CHECK ((("position" >= 1) AND ("position" <= 50)))
  CREATE INDEX conference_items_tenant_id_case_id_conference_id_idx ON app.conference_items USING btree (tenant_id, case_id, conference_id)
  CREATE INDEX conference_items_tenant_id_case_id_person_id_idx ON app.conference_items USING btree (tenant_id, case_id, person_id)
  CREATE INDEX conference_items_tenant_id_room_id_case_id_idx ON app.conference_items USING btree (tenant_id, room_id, case_id)
  policy team_changes_it_before_it_was_held for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_items.tenant_id) AND (k.id = conference_items.conference_id) AND (k.state = 'planned'::text)))))
  policy team_reads_its_conferences for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_sets_the_agenda for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_items.tenant_id) AND (k.id = conference_items.conference_id) AND (k.state = 'planned'::text)))))
  policy team_takes_back_before_it_was_held for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_items.tenant_id) AND (k.id = conference_items.conference_id) AND (k.state = 'planned'::text)))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, case_id, conference_id, position, title_ct, life_area, person_id, is_entrusted) to staff
  grant update (position) to staff

-- who is invited: somebody of the team, an office, a person of the case
table app.conference_participants
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  conference_id uuid not null
  account_id uuid
  organisation_id uuid
  person_id uuid
  was_there boolean
  conference_participants_pkey PRIMARY KEY (tenant_id, id)
  conference_participants_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  conference_participants_tenant_id_case_id_conference_id_fkey FOREIGN KEY (tenant_id, case_id, conference_id) REFERENCES app.conferences(tenant_id, case_id, id) ON DELETE CASCADE
  conference_participants_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  conference_participants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  conference_participants_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  conference_participants_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  one_kind_of_participant CHECK ((num_nonnulls(account_id, organisation_id, person_id) = 1))
  CREATE INDEX conference_participants_tenant_id_account_id_idx ON app.conference_participants USING btree (tenant_id, account_id)
  CREATE INDEX conference_participants_tenant_id_case_id_conference_id_idx ON app.conference_participants USING btree (tenant_id, case_id, conference_id)
  CREATE INDEX conference_participants_tenant_id_case_id_person_id_idx ON app.conference_participants USING btree (tenant_id, case_id, person_id)
  CREATE INDEX conference_participants_tenant_id_organisation_id_idx ON app.conference_participants USING btree (tenant_id, organisation_id)
  CREATE INDEX conference_participants_tenant_id_room_id_case_id_idx ON app.conference_participants USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX participant_once ON app.conference_participants USING btree (tenant_id, conference_id, COALESCE(account_id, organisation_id, person_id))
  policy team_changes_it_before_it_was_held for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_participants.tenant_id) AND (k.id = conference_participants.conference_id) AND (k.state = 'planned'::text)))))
  policy team_invites for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((account_id IS NULL) OR app.works_on_cases(tenant_id, room_id, account_id)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_participants.tenant_id) AND (k.id = conference_participants.conference_id) AND (k.state = 'planned'::text)))))
  policy team_reads_its_conferences for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_takes_back_before_it_was_held for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.conferences k WHERE ((k.tenant_id = conference_participants.tenant_id) AND (k.id = conference_participants.conference_id) AND (k.state = 'planned'::text)))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, case_id, conference_id, account_id, organisation_id, person_id) to staff
  grant update (was_there) to staff

-- Fallkonferenz of a case: question, protocol; its time and place are its appointment's
table app.conferences
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  appointment_id uuid not null
  question_ct bytea not null
  state text not null default 'planned'::text
  held_on date
  protocol_ct bytea
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  conferences_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  conferences_pkey PRIMARY KEY (tenant_id, id)
  conferences_tenant_id_case_id_appointment_id_fkey FOREIGN KEY (tenant_id, case_id, appointment_id) REFERENCES app.case_appointments(tenant_id, case_id, id) ON DELETE CASCADE
  conferences_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  conferences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  conferences_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  conferences_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])))
  held_conference_says_when CHECK (((state = 'held'::text) = (held_on IS NOT NULL)))
  CREATE INDEX conferences_tenant_id_case_id_appointment_id_idx ON app.conferences USING btree (tenant_id, case_id, appointment_id)
  CREATE INDEX conferences_tenant_id_created_by_idx ON app.conferences USING btree (tenant_id, created_by)
  CREATE INDEX conferences_tenant_id_room_id_case_id_idx ON app.conferences USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_conference_an_appointment ON app.conferences USING btree (tenant_id, appointment_id)
  policy team_calls_conferences for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_planned_conferences for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (state = 'planned'::text)) check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_conferences for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, appointment_id, question_ct, created_by) to staff
  grant select to staff
  grant update (question_ct, state, held_on, protocol_ct, version) to staff

-- life areas × kinds that a consent covers; each can be withdrawn alone
table app.consent_categories
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  consent_id uuid not null
  life_area text not null default ''::text
  kind text not null
  withdrawn_at timestamp with time zone
  consent_categories_pkey PRIMARY KEY (tenant_id, consent_id, life_area, kind)
  consent_categories_tenant_id_case_id_consent_id_fkey FOREIGN KEY (tenant_id, case_id, consent_id) REFERENCES app.consents(tenant_id, case_id, id) ON DELETE CASCADE
  consent_categories_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  consent_categories_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  consent_categories_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'task'::text, 'papers'::text, 'notices'::text, 'certificates'::text, 'identity'::text, 'residence'::text, 'reachability'::text, 'language'::text, 'family'::text])))
  kind_and_life_area_fit CHECK (((life_area = ''::text) = (kind = ANY (ARRAY['identity'::text, 'residence'::text, 'reachability'::text, 'language'::text, 'family'::text]))))
  CREATE INDEX consent_categories_tenant_id_case_id_consent_id_idx ON app.consent_categories USING btree (tenant_id, case_id, consent_id)
  CREATE INDEX consent_categories_tenant_id_room_id_case_id_idx ON app.consent_categories USING btree (tenant_id, room_id, case_id)
  policy officers_read_categories for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy team_adds_categories for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (withdrawn_at IS NULL) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND app.is_consent_being_recorded(consent_id))
  policy team_reads_categories for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_withdraws_categories for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, consent_id, life_area, kind) to staff
  grant select to staff
  grant update (withdrawn_at) to staff

-- which text of a consent a human checked in which language; others are shown to explain and not signed
table app.consent_text_reviews
  tenant_id uuid not null
  id uuid not null
  language text not null
  text_version text not null
  reviewer text not null
  reviewed_on date not null
  recorded_by uuid not null
  created_at timestamp with time zone not null default now()
  consent_text_reviews_tenant_id_language_text_version_key UNIQUE (tenant_id, language, text_version)
  consent_text_reviews_pkey PRIMARY KEY (tenant_id, id)
  consent_text_reviews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  consent_text_reviews_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  consent_text_reviews_reviewer_check CHECK (((length(reviewer) >= 2) AND (length(reviewer) <= 200)))
  CREATE INDEX consent_text_reviews_tenant_id_recorded_by_idx ON app.consent_text_reviews USING btree (tenant_id, recorded_by)
  policy administrators_record_text_reviews for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_text_reviews for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, id, language, text_version, reviewer, reviewed_on, recorded_by) to staff
  grant select to staff

-- Einwilligung of one person: recipient, categories, direction, purpose, until when; given by whom, in which language and text
table app.consents
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  recipient_id uuid not null
  purpose text not null
  purpose_ct bytea not null
  direction text not null
  releases_secrecy boolean not null
  form text not null
  oral_note_ct bytea
  language text not null
  text_version text not null
  interpreter_ct bytea
  given_by text not null
  capacity_noted boolean not null default false
  representation_ct bytea
  represented_until_on date
  given_on date not null
  expires_on date not null
  sheet_document_id uuid
  recorded_by uuid not null
  withdrawn_at timestamp with time zone
  withdrawn_recorded_by uuid
  withdrawal_form text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  consents_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  demand_categories TRIGGER DEFERRABLE INITIALLY DEFERRED
  consents_pkey PRIMARY KEY (tenant_id, id)
  consents_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id)
  consents_tenant_id_case_id_sheet_document_id_fkey FOREIGN KEY (tenant_id, case_id, sheet_document_id) REFERENCES app.documents(tenant_id, case_id, id)
  consents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  consents_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  consents_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  consents_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  consents_tenant_id_withdrawn_recorded_by_fkey FOREIGN KEY (tenant_id, withdrawn_recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  consent_ends_after_it_begins CHECK ((expires_on >= given_on))
  consent_lasts_three_years_at_most CHECK ((expires_on <= (given_on + '3 years'::interval)))
  consents_direction_check CHECK ((direction = ANY (ARRAY['to_recipient'::text, 'from_recipient'::text, 'both'::text])))
  consents_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text, 'electronic'::text])))
  consents_given_by_check CHECK ((given_by = ANY (ARRAY['person'::text, 'parents'::text, 'guardian'::text, 'custodian'::text, 'proxy'::text])))
  consents_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  consents_purpose_check CHECK ((purpose = ANY (ARRAY['work'::text, 'benefits'::text, 'language'::text, 'housing'::text, 'health'::text, 'school_and_care'::text, 'residence'::text, 'naturalisation'::text, 'family'::text, 'counselling'::text, 'volunteers'::text, 'moving_away'::text, 'other'::text])))
  consents_text_version_check CHECK (((length(text_version) >= 1) AND (length(text_version) <= 80)))
  consents_withdrawal_form_check CHECK ((withdrawal_form = ANY (ARRAY['written'::text, 'oral'::text, 'electronic'::text])))
  oral_consent_has_a_note CHECK (((form <> 'oral'::text) OR (oral_note_ct IS NOT NULL)))
  own_capacity_is_noted CHECK (((given_by <> 'person'::text) OR capacity_noted))
  who_speaks_for_another_is_named CHECK (((given_by = 'person'::text) = (representation_ct IS NULL)))
  CREATE INDEX consents_tenant_id_case_id_person_id_idx ON app.consents USING btree (tenant_id, case_id, person_id)
  CREATE INDEX consents_tenant_id_case_id_sheet_document_id_idx ON app.consents USING btree (tenant_id, case_id, sheet_document_id)
  CREATE INDEX consents_tenant_id_recipient_id_idx ON app.consents USING btree (tenant_id, recipient_id)
  CREATE INDEX consents_tenant_id_recorded_by_idx ON app.consents USING btree (tenant_id, recorded_by)
  CREATE INDEX consents_tenant_id_room_id_case_id_idx ON app.consents USING btree (tenant_id, room_id, case_id)
  CREATE INDEX consents_tenant_id_withdrawn_recorded_by_idx ON app.consents USING btree (tenant_id, withdrawn_recorded_by)
  policy officers_read_that_consents_exist for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy team_reads_consents for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_records_consents for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND (withdrawn_at IS NULL) AND (withdrawn_recorded_by IS NULL) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_withdraws_consents for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, recipient_id, purpose, purpose_ct, direction, releases_secrecy, form, oral_note_ct, language, text_version, interpreter_ct, given_by, capacity_noted, representation_ct, represented_until_on, given_on, expires_on, recorded_by) to staff
  grant select to staff
  grant update (sheet_document_id, withdrawn_at, withdrawn_recorded_by, withdrawal_form, version) to staff

-- whom of the family a contact concerned; separable
table app.contact_persons
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  contact_id uuid not null
  person_id uuid not null
  contact_persons_pkey PRIMARY KEY (tenant_id, contact_id, person_id)
  contact_persons_tenant_id_case_id_contact_id_fkey FOREIGN KEY (tenant_id, case_id, contact_id) REFERENCES app.contacts(tenant_id, case_id, id) ON DELETE CASCADE
  contact_persons_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  contact_persons_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  contact_persons_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX contact_persons_tenant_id_case_id_contact_id_idx ON app.contact_persons USING btree (tenant_id, case_id, contact_id)
  CREATE INDEX contact_persons_tenant_id_case_id_person_id_idx ON app.contact_persons USING btree (tenant_id, case_id, person_id)
  CREATE INDEX contact_persons_tenant_id_room_id_case_id_idx ON app.contact_persons USING btree (tenant_id, room_id, case_id)
  policy partners_name_persons_of_contacts for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND app.is_contact_being_added(contact_id, person_id))
  policy partners_read_persons_of_shared_contacts for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (contact_id = ANY (ARRAY( SELECT app.shared_entries('contact'::text) AS shared_entries))))
  policy team_names_persons_of_contacts for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_persons_of_contacts for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_separates_persons_from_contacts for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, contact_id, person_id) to staff

-- contacts and notes of a case; the text is sealed under the key of the case
table app.contacts
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  happened_on date not null
  happened_at time without time zone
  minutes integer
  place text not null default ''::text
  language text not null default ''::text
  interpreting text not null default 'none'::text
  life_areas text[] not null default '{}'::text[]
  text_ct bytea
  is_entrusted boolean not null default false
  entrusted_review_due boolean not null default false
  is_complete boolean not null default true
  author_id uuid not null
  withdrawn_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  contacts_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  contacts_pkey PRIMARY KEY (tenant_id, id)
  contacts_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  contacts_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  contacts_interpreting_check CHECK ((interpreting = ANY (ARRAY['none'::text, 'staff'::text, 'pool'::text, 'phone'::text, 'family'::text, 'missing'::text])))
  contacts_kind_check CHECK ((kind = ANY (ARRAY['talk'::text, 'phone'::text, 'home_visit'::text, 'with_authority'::text, 'message'::text, 'letter'::text, 'video'::text, 'no_show'::text, 'note'::text, 'imported'::text, 'feedback'::text])))
  contacts_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440)))
  contacts_place_check CHECK ((length(place) <= 120))
  CREATE INDEX contacts_tenant_id_author_id_idx ON app.contacts USING btree (tenant_id, author_id)
  CREATE INDEX contacts_tenant_id_room_id_case_id_happened_on_idx ON app.contacts USING btree (tenant_id, room_id, case_id, happened_on DESC)
  policy partners_add_contacts for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (NOT is_entrusted) AND (NOT entrusted_review_due) AND is_complete AND (kind = ANY (ARRAY['feedback'::text, 'talk'::text, 'phone'::text, 'video'::text, 'message'::text, 'no_show'::text])) AND app.may_add_shared(case_id, life_areas, 'contact'::text, NULL::uuid))
  policy partners_read_shared_contacts for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (id = ANY (ARRAY( SELECT app.shared_entries('contact'::text) AS shared_entries))))
  policy team_adds_contacts for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR app.is_newborn(case_id)))
  policy team_changes_contacts for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_contacts for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, kind, happened_on, happened_at, minutes, place, language, interpreting, life_areas, text_ct, is_entrusted, entrusted_review_due, is_complete, author_id) to staff
  grant select to staff
  grant update (kind, happened_on, happened_at, minutes, place, language, interpreting, life_areas, text_ct, is_entrusted, entrusted_review_due, is_complete, withdrawn_at, version, updated_at) to staff

-- the data protection officer opens a file for a check, with a reason, for an hour at most, and only to read
table app.content_checks
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  account_id uuid not null
  key_ref text not null
  reason_ct bytea not null
  began_at timestamp with time zone not null default now()
  ends_at timestamp with time zone not null
  content_checks_pkey PRIMARY KEY (tenant_id, id)
  content_checks_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  content_checks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  content_checks_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  at_most_sixty_minutes CHECK ((ends_at <= (began_at + '01:00:00'::interval)))
  CREATE INDEX content_checks_tenant_id_account_id_ends_at_idx ON app.content_checks USING btree (tenant_id, account_id, ends_at)
  CREATE INDEX content_checks_tenant_id_room_id_case_id_idx ON app.content_checks USING btree (tenant_id, room_id, case_id)
  policy officers_and_team_read_checks for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ((room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))) OR (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids)))))
  grant select to staff

-- what leaves, field by field, as it stood when it was chosen
table app.disclosure_items
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  disclosure_id uuid not null
  position integer not null
  field text not null
  category text not null
  life_areas text[] not null default '{}'::text[]
  person_id uuid
  entry_id uuid
  entry_version integer
  label text not null
  value_ct bytea not null
  disclosure_items_pkey PRIMARY KEY (tenant_id, disclosure_id, "position")
  disclosure_items_tenant_id_case_id_disclosure_id_fkey FOREIGN KEY (tenant_id, case_id, disclosure_id) REFERENCES app.disclosures(tenant_id, case_id, id) ON DELETE CASCADE
  disclosure_items_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id)
  disclosure_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  disclosure_items_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  disclosure_items_category_check CHECK ((category = ANY (ARRAY['contact'::text, 'task'::text, 'papers'::text, 'notices'::text, 'certificates'::text, 'identity'::text, 'residence'::text, 'reachability'::text, 'language'::text, 'family'::text])))
  disclosure_items_field_check CHECK ((field ~ '^[a-z_.]{1,60}$'::text))
  disclosure_items_label_check CHECK ((length(label) <= 200))
  disclosure_items_position_check CHECK (("position" > 0))
  CREATE INDEX disclosure_items_tenant_id_case_id_disclosure_id_idx ON app.disclosure_items USING btree (tenant_id, case_id, disclosure_id)
  CREATE INDEX disclosure_items_tenant_id_case_id_person_id_idx ON app.disclosure_items USING btree (tenant_id, case_id, person_id)
  CREATE INDEX disclosure_items_tenant_id_person_id_field_idx ON app.disclosure_items USING btree (tenant_id, person_id, field)
  CREATE INDEX disclosure_items_tenant_id_room_id_case_id_idx ON app.disclosure_items USING btree (tenant_id, room_id, case_id)
  policy authors_choose_items for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND app.is_own_draft(disclosure_id))
  policy authors_take_items_out for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND app.is_own_draft(disclosure_id))
  policy team_reads_items for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, disclosure_id, position, field, category, life_areas, person_id, entry_id, entry_version, label, value_ct) to staff

-- what the recipient asked back and what was answered, in the sender's file
table app.disclosure_messages
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  disclosure_id uuid not null
  is_incoming boolean not null
  text_ct bytea not null
  author_id uuid
  created_at timestamp with time zone not null default now()
  disclosure_messages_pkey PRIMARY KEY (tenant_id, id)
  disclosure_messages_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  disclosure_messages_tenant_id_case_id_disclosure_id_fkey FOREIGN KEY (tenant_id, case_id, disclosure_id) REFERENCES app.disclosures(tenant_id, case_id, id) ON DELETE CASCADE
  disclosure_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  disclosure_messages_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX disclosure_messages_tenant_id_author_id_idx ON app.disclosure_messages USING btree (tenant_id, author_id)
  CREATE INDEX disclosure_messages_tenant_id_case_id_disclosure_id_idx ON app.disclosure_messages USING btree (tenant_id, case_id, disclosure_id)
  CREATE INDEX disclosure_messages_tenant_id_room_id_case_id_idx ON app.disclosure_messages USING btree (tenant_id, room_id, case_id)
  policy team_reads_messages for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_replies for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (NOT is_incoming) AND (author_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, case_id, disclosure_id, is_incoming, text_ct, author_id) to staff
  grant select to staff

-- Übermittlung: one outgoing communication of chosen fields to one recipient; unchangeable once sent
table app.disclosures
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  recipient_id uuid
  recipient_tenant_id uuid
  recipient_name text not null
  channel text not null
  kind text not null default 'disclosure'::text
  corrects_id uuid
  legal_basis_id uuid not null
  consent_id uuid
  request_thread_id uuid
  answers_87 boolean not null default false
  check_88 jsonb
  exception text
  is_acute boolean not null default false
  purpose_ct bytea not null
  necessity_ct bytea not null
  author_id uuid not null
  state text not null default 'draft'::text
  second_id uuid
  second_at timestamp with time zone
  second_note_ct bytea
  second_agrees boolean
  thread_id uuid not null
  sent_at timestamp with time zone
  recipient_state text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  disclosures_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  disclosures_pkey PRIMARY KEY (tenant_id, id)
  disclosures_recipient_tenant_id_fkey FOREIGN KEY (recipient_tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  disclosures_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  disclosures_tenant_id_case_id_consent_id_fkey FOREIGN KEY (tenant_id, case_id, consent_id) REFERENCES app.consents(tenant_id, case_id, id)
  disclosures_tenant_id_case_id_corrects_id_fkey FOREIGN KEY (tenant_id, case_id, corrects_id) REFERENCES app.disclosures(tenant_id, case_id, id)
  disclosures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  disclosures_tenant_id_legal_basis_id_fkey FOREIGN KEY (tenant_id, legal_basis_id) REFERENCES app.legal_bases(tenant_id, id) ON DELETE RESTRICT
  disclosures_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  disclosures_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  disclosures_tenant_id_second_id_fkey FOREIGN KEY (tenant_id, second_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  another_municipality_is_another CHECK ((recipient_tenant_id <> tenant_id))
  correction_says_of_what CHECK (((kind = 'correction'::text) = (corrects_id IS NOT NULL)))
  disclosure_names_one_recipient CHECK ((num_nonnulls(recipient_id, recipient_tenant_id) <= 1))
  disclosures_channel_check CHECK ((channel = ANY (ARRAY['inbox'::text, 'paper'::text])))
  disclosures_exception_check CHECK ((exception = ANY (ARRAY['kkg_4'::text, 'stgb_34'::text, 'stgb_138'::text])))
  disclosures_kind_check CHECK ((kind = ANY (ARRAY['disclosure'::text, 'correction'::text])))
  disclosures_recipient_name_check CHECK (((length(recipient_name) >= 1) AND (length(recipient_name) <= 200)))
  disclosures_recipient_state_check CHECK ((recipient_state = ANY (ARRAY['delivered'::text, 'accepted'::text, 'asked_back'::text, 'declined'::text])))
  disclosures_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_second'::text, 'refused'::text, 'sent'::text, 'discarded'::text])))
  second_is_somebody_else CHECK ((second_id <> author_id))
  sent_says_when CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)))
  CREATE INDEX disclosures_by_thread ON app.disclosures USING btree (thread_id)
  CREATE INDEX disclosures_recipient_tenant_id_idx ON app.disclosures USING btree (recipient_tenant_id)
  CREATE INDEX disclosures_tenant_id_author_id_idx ON app.disclosures USING btree (tenant_id, author_id)
  CREATE INDEX disclosures_tenant_id_case_id_consent_id_idx ON app.disclosures USING btree (tenant_id, case_id, consent_id)
  CREATE INDEX disclosures_tenant_id_case_id_corrects_id_idx ON app.disclosures USING btree (tenant_id, case_id, corrects_id)
  CREATE INDEX disclosures_tenant_id_legal_basis_id_idx ON app.disclosures USING btree (tenant_id, legal_basis_id)
  CREATE INDEX disclosures_tenant_id_recipient_id_idx ON app.disclosures USING btree (tenant_id, recipient_id)
  CREATE INDEX disclosures_tenant_id_room_id_case_id_idx ON app.disclosures USING btree (tenant_id, room_id, case_id)
  CREATE INDEX disclosures_tenant_id_second_id_idx ON app.disclosures USING btree (tenant_id, second_id)
  CREATE UNIQUE INDEX disclosure_of_a_thread ON app.disclosures USING btree (tenant_id, thread_id)
  policy officers_read_that_disclosures_exist for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy team_changes_disclosures for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_prepares_disclosures for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (state = 'draft'::text) AND (second_id IS NULL) AND (sent_at IS NULL) AND (recipient_state IS NULL) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_disclosures for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, recipient_id, recipient_tenant_id, recipient_name, channel, kind, corrects_id, legal_basis_id, consent_id, request_thread_id, answers_87, check_88, exception, is_acute, purpose_ct, necessity_ct, author_id, thread_id) to staff
  grant select to staff
  grant update (channel, legal_basis_id, consent_id, check_88, exception, is_acute, purpose_ct, necessity_ct, state, second_note_ct, second_agrees, version) to staff

-- what leaves a room, written in the transaction that sends it; a system job seals it anew for the recipient and delivers it
table app.dispatches
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  kind text not null
  thread_id uuid not null
  recipient_id uuid
  recipient_tenant_id uuid
  key_ref text not null
  content_ct bytea not null
  author_id uuid not null
  created_at timestamp with time zone not null default now()
  delivered_at timestamp with time zone
  dispatches_pkey PRIMARY KEY (tenant_id, id)
  dispatches_recipient_tenant_id_fkey FOREIGN KEY (recipient_tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  dispatches_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  dispatches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  dispatches_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  dispatches_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  dispatches_kind_check CHECK ((kind = ANY (ARRAY['disclosure'::text, 'correction'::text, 'withdrawal'::text, 'reply'::text, 'request'::text, 'accepted'::text, 'asked_back'::text, 'declined'::text])))
  CREATE INDEX dispatches_recipient_tenant_id_idx ON app.dispatches USING btree (recipient_tenant_id)
  CREATE INDEX dispatches_tenant_id_author_id_idx ON app.dispatches USING btree (tenant_id, author_id)
  CREATE INDEX dispatches_tenant_id_recipient_id_idx ON app.dispatches USING btree (tenant_id, recipient_id)
  CREATE INDEX dispatches_tenant_id_room_id_created_at_idx ON app.dispatches USING btree (tenant_id, room_id, created_at DESC)
  CREATE INDEX dispatches_tenant_id_thread_id_idx ON app.dispatches USING btree (tenant_id, thread_id)
  CREATE INDEX dispatches_waiting ON app.dispatches USING btree (created_at) WHERE (delivered_at IS NULL)
  policy authors_read_what_they_sent for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)))
  policy rooms_send for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND app.may_dispatch(kind, thread_id, recipient_id, recipient_tenant_id))
  grant insert (tenant_id, room_id, id, kind, thread_id, recipient_id, recipient_tenant_id, key_ref, content_ct, author_id) to staff
  grant select to staff

-- files of a case; bytes are sealed on disk under the key of the case, the name is sealed here
table app.documents
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid
  name_ct bytea not null
  kind text not null default 'other'::text
  media_type text not null
  size bigint not null
  mac bytea not null
  stored_name text not null
  life_areas text[] not null default '{}'::text[]
  is_entrusted boolean not null default false
  author_id uuid not null
  withdrawn_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  dated_on date
  hazards text[] not null default '{}'::text[]
  is_from_person boolean not null default false
  documents_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  documents_pkey PRIMARY KEY (tenant_id, id)
  documents_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  documents_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id)
  documents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  documents_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  documents_hazards_check CHECK ((hazards <@ ARRAY['script'::text, 'embedded'::text, 'action'::text, 'encrypted'::text, 'unreadable'::text, 'place'::text]))
  documents_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'residence'::text, 'notice'::text, 'certificate'::text, 'contract'::text, 'letter'::text, 'consent'::text, 'photo'::text, 'other'::text])))
  documents_size_check CHECK ((size >= 0))
  CREATE INDEX documents_tenant_id_author_id_idx ON app.documents USING btree (tenant_id, author_id)
  CREATE INDEX documents_tenant_id_case_id_person_id_idx ON app.documents USING btree (tenant_id, case_id, person_id)
  CREATE INDEX documents_tenant_id_room_id_case_id_idx ON app.documents USING btree (tenant_id, room_id, case_id)
  policy partners_read_shared_documents for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (id = ANY (ARRAY( SELECT app.shared_entries('document'::text) AS shared_entries))))
  policy team_adds_documents for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_documents for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_documents for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, name_ct, kind, media_type, size, mac, stored_name, life_areas, is_entrusted, author_id, dated_on, hazards) to staff
  grant select to staff
  grant update (person_id, name_ct, kind, life_areas, is_entrusted, withdrawn_at, version, dated_on) to staff

-- long texts not yet saved, under the key of the case, for their author only
table app.drafts
  tenant_id uuid not null
  room_id uuid not null
  account_id uuid not null
  case_id uuid not null
  place text not null
  text_ct bytea not null
  version integer not null default 1
  updated_at timestamp with time zone not null default now()
  drafts_pkey PRIMARY KEY (tenant_id, account_id, case_id, place)
  drafts_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE CASCADE
  drafts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  drafts_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  drafts_place_check CHECK ((place ~ '^[a-z0-9_.:-]{1,100}$'::text))
  CREATE INDEX drafts_tenant_id_room_id_case_id_idx ON app.drafts USING btree (tenant_id, room_id, case_id)
  policy authors_keep_own_drafts for all to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, account_id, case_id, place, text_ct) to staff
  grant update (text_ct, version, updated_at) to staff

-- possible duplicates with their reasons (codes, no values); never merged by the machine
table app.duplicate_pairs
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  first_id uuid not null
  second_id uuid not null
  score real not null
  reasons text[] not null
  state text not null default 'open'::text
  decided_by uuid
  decided_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  duplicate_pairs_tenant_id_first_id_second_id_key UNIQUE (tenant_id, first_id, second_id)
  duplicate_pairs_pkey PRIMARY KEY (tenant_id, id)
  duplicate_pairs_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  duplicate_pairs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  duplicate_pairs_tenant_id_room_id_first_id_fkey FOREIGN KEY (tenant_id, room_id, first_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  duplicate_pairs_tenant_id_room_id_second_id_fkey FOREIGN KEY (tenant_id, room_id, second_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  duplicate_pairs_state_check CHECK ((state = ANY (ARRAY['open'::text, 'merged'::text, 'separate'::text, 'later'::text])))
  pair_in_order CHECK ((first_id < second_id))
  CREATE INDEX duplicate_pairs_tenant_id_decided_by_idx ON app.duplicate_pairs USING btree (tenant_id, decided_by)
  CREATE INDEX duplicate_pairs_tenant_id_room_id_first_id_idx ON app.duplicate_pairs USING btree (tenant_id, room_id, first_id)
  CREATE INDEX duplicate_pairs_tenant_id_room_id_second_id_idx ON app.duplicate_pairs USING btree (tenant_id, room_id, second_id)
  CREATE INDEX duplicate_pairs_tenant_id_room_id_state_score_idx ON app.duplicate_pairs USING btree (tenant_id, room_id, state, score DESC)
  policy intake_adds_pairs for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role) AND (state = ANY (ARRAY['open'::text, 'separate'::text, 'later'::text])))
  policy intake_decides_pairs for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (first_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids))) AND (second_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids)))) OR (( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role) AND (first_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) AND (second_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids)))))) check ((state = ANY (ARRAY['open'::text, 'separate'::text, 'later'::text])) AND ((decided_by IS NULL) OR (decided_by = ( SELECT app.current_account() AS current_account))))
  policy intake_reads_pairs for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (first_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids))) AND (second_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids)))) OR (( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role) AND (first_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) AND (second_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))))))
  grant insert (tenant_id, room_id, id, first_id, second_id, score, reasons, state, decided_by, decided_at) to staff
  grant select to staff
  grant update (state, decided_by, decided_at, version) to staff

-- Notzugriff: at most 60 minutes, with a reason, reported to the data protection officer
table app.emergency_accesses
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  account_id uuid not null
  key_ref text not null
  reason_ct bytea not null
  began_at timestamp with time zone not null default now()
  ends_at timestamp with time zone not null
  review_due_on date not null
  reviewed_at timestamp with time zone
  reviewed_by uuid
  review text
  review_note_ct bytea
  version integer not null default 1
  emergency_accesses_pkey PRIMARY KEY (tenant_id, id)
  emergency_accesses_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  emergency_accesses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  emergency_accesses_tenant_id_reviewed_by_fkey FOREIGN KEY (tenant_id, reviewed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  emergency_accesses_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  at_most_sixty_minutes CHECK ((ends_at <= (began_at + '01:00:00'::interval)))
  emergency_accesses_review_check CHECK ((review = ANY (ARRAY['justified'::text, 'not_justified'::text])))
  nobody_reviews_oneself CHECK ((reviewed_by <> account_id))
  CREATE INDEX emergency_accesses_tenant_id_account_id_ends_at_idx ON app.emergency_accesses USING btree (tenant_id, account_id, ends_at)
  CREATE INDEX emergency_accesses_tenant_id_reviewed_by_idx ON app.emergency_accesses USING btree (tenant_id, reviewed_by)
  CREATE INDEX emergency_accesses_tenant_id_room_id_case_id_idx ON app.emergency_accesses USING btree (tenant_id, room_id, case_id)
  policy data_protection_officers_review for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids)))) check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))) AND (reviewed_by = ( SELECT app.current_account() AS current_account)) AND (account_id <> ( SELECT app.current_account() AS current_account)))
  policy staff_reads_emergency_accesses for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (((account_id = ( SELECT app.current_account() AS current_account)) AND (room_id = ( SELECT app.current_room() AS current_room))) OR (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) OR (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids)))))
  grant select to staff
  grant update (reviewed_at, reviewed_by, review, review_note_ct, version) to staff

-- an entrusted entry that the person released by this consent, exactly this one
table app.entry_releases
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  consent_id uuid not null
  entry_id uuid not null
  form text not null
  given_on date not null
  released_by uuid not null
  released_at timestamp with time zone not null default now()
  entry_releases_pkey PRIMARY KEY (tenant_id, consent_id, entry_id)
  entry_releases_tenant_id_case_id_consent_id_fkey FOREIGN KEY (tenant_id, case_id, consent_id) REFERENCES app.consents(tenant_id, case_id, id) ON DELETE CASCADE
  entry_releases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  entry_releases_tenant_id_released_by_fkey FOREIGN KEY (tenant_id, released_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  entry_releases_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  entry_releases_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text, 'electronic'::text])))
  CREATE INDEX entry_releases_tenant_id_case_id_consent_id_idx ON app.entry_releases USING btree (tenant_id, case_id, consent_id)
  CREATE INDEX entry_releases_tenant_id_released_by_idx ON app.entry_releases USING btree (tenant_id, released_by)
  CREATE INDEX entry_releases_tenant_id_room_id_case_id_idx ON app.entry_releases USING btree (tenant_id, room_id, case_id)
  policy team_reads_releases for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_records_releases for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (released_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_takes_releases_back for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, consent_id, entry_id, form, given_on, released_by) to staff

-- a file that goes before its period is over: Art. 17 DSGVO, or data that were stored unlawfully, which no archive is offered
table app.erasure_requests
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  reason_ct bytea not null
  asked_by uuid not null
  asked_at timestamp with time zone not null default now()
  agreed_by uuid
  agreed_at timestamp with time zone
  refused_at timestamp with time zone
  version integer not null default 1
  erasure_requests_pkey PRIMARY KEY (tenant_id, id)
  erasure_requests_tenant_id_agreed_by_fkey FOREIGN KEY (tenant_id, agreed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  erasure_requests_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  erasure_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  erasure_requests_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  erasure_has_two_pairs_of_eyes CHECK ((agreed_by <> asked_by))
  erasure_is_agreed_or_refused CHECK (((agreed_at IS NULL) OR (refused_at IS NULL)))
  erasure_requests_kind_check CHECK ((kind = ANY (ARRAY['person_asks'::text, 'unlawful'::text])))
  CREATE INDEX erasure_requests_tenant_id_agreed_by_idx ON app.erasure_requests USING btree (tenant_id, agreed_by)
  CREATE INDEX erasure_requests_tenant_id_asked_by_idx ON app.erasure_requests USING btree (tenant_id, asked_by)
  CREATE INDEX erasure_requests_tenant_id_room_id_case_id_idx ON app.erasure_requests USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_erasure_request_at_a_time ON app.erasure_requests USING btree (tenant_id, case_id) WHERE (refused_at IS NULL)
  policy others_judge_erasure for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.decides_retention_of(case_id) AND (asked_by <> ( SELECT app.current_account() AS current_account)) AND (agreed_at IS NULL) AND (refused_at IS NULL)) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy staff_asks_for_erasure for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.decides_retention_of(case_id) AND (asked_by = ( SELECT app.current_account() AS current_account)))
  policy staff_reads_erasure_requests for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.sees_retention_of(case_id))
  grant insert (tenant_id, room_id, id, case_id, kind, reason_ct, asked_by) to staff
  grant select to staff
  grant update (agreed_at, refused_at, version) to staff

-- Angaben: what is known of a person by the catalogue of the rules, with source and evidence; the latest that holds on a day counts
table app.facts
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  case_id uuid
  key text not null
  value jsonb
  value_ct bytea
  is_guarded boolean not null default false
  from_on date
  until_on date
  source text not null
  stated_on date not null
  found_by text not null default ''::text
  evidence_document_id uuid
  is_by_person boolean not null default false
  recorded_by uuid not null
  recorded_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  version integer not null default 1
  facts_pkey PRIMARY KEY (tenant_id, id)
  facts_tenant_id_case_id_evidence_document_id_fkey FOREIGN KEY (tenant_id, case_id, evidence_document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (evidence_document_id)
  facts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  facts_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  facts_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  facts_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  a_finding_names_its_finder CHECK (((source = 'finding'::text) = (found_by <> ''::text)))
  evidence_lies_in_the_case CHECK (((evidence_document_id IS NULL) OR (case_id IS NOT NULL)))
  fact_ends_after_it_begins CHECK (((until_on IS NULL) OR (from_on IS NULL) OR (until_on >= from_on)))
  fact_has_one_value CHECK (((value IS NULL) <> (value_ct IS NULL)))
  facts_found_by_check CHECK ((length(found_by) <= 120))
  facts_key_check CHECK ((key ~ '^[a-z][A-Za-z0-9_]{1,60}$'::text))
  facts_source_check CHECK ((source = ANY (ARRAY['said'::text, 'paper'::text, 'register'::text, 'finding'::text])))
  guarded_facts_are_sealed CHECK ((is_guarded = (value_ct IS NOT NULL)))
  CREATE INDEX facts_tenant_id_case_id_evidence_document_id_idx ON app.facts USING btree (tenant_id, case_id, evidence_document_id)
  CREATE INDEX facts_tenant_id_recorded_by_idx ON app.facts USING btree (tenant_id, recorded_by)
  CREATE INDEX facts_tenant_id_room_id_case_id_idx ON app.facts USING btree (tenant_id, room_id, case_id)
  CREATE INDEX facts_tenant_id_room_id_person_id_key_idx ON app.facts USING btree (tenant_id, room_id, person_id, key)
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (( SELECT app.acts_room_wide() AS acts_room_wide) OR ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) AND ((NOT is_guarded) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))))))
  policy staff_records_facts_of_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND (withdrawn_at IS NULL) AND (NOT is_by_person) AND CASE WHEN (case_id IS NULL) THEN ( SELECT app.acts_room_wide() AS acts_room_wide) ELSE ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (EXISTS ( SELECT FROM app.case_persons cp WHERE ((cp.tenant_id = facts.tenant_id) AND (cp.case_id = facts.case_id) AND (cp.person_id = facts.person_id))))) END)
  policy staff_withdraws_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (( SELECT app.acts_room_wide() AS acts_room_wide) OR ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))))
  grant insert (tenant_id, room_id, id, person_id, case_id, key, value, value_ct, is_guarded, from_on, until_on, source, stated_on, found_by, evidence_document_id, recorded_by) to staff
  grant select to staff
  grant update (withdrawn_at, version) to staff

-- Wiedervorlagen with due day and owner
table app.follow_ups
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  owner_id uuid not null
  due_on date not null
  kind text not null default 'task'::text
  title_ct bytea not null
  life_areas text[] not null default '{}'::text[]
  done_on date
  done_by uuid
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  for_organisation_id uuid
  about_person_id uuid
  about_disclosure_id uuid
  about_consent_id uuid
  follow_up_of_case UNIQUE (tenant_id, case_id, id)
  follow_ups_pkey PRIMARY KEY (tenant_id, id)
  follow_ups_tenant_id_case_id_about_consent_id_fkey FOREIGN KEY (tenant_id, case_id, about_consent_id) REFERENCES app.consents(tenant_id, case_id, id) ON DELETE CASCADE
  follow_ups_tenant_id_case_id_about_disclosure_id_fkey FOREIGN KEY (tenant_id, case_id, about_disclosure_id) REFERENCES app.disclosures(tenant_id, case_id, id) ON DELETE CASCADE
  follow_ups_tenant_id_case_id_about_person_id_fkey FOREIGN KEY (tenant_id, case_id, about_person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id)
  follow_ups_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  follow_ups_tenant_id_done_by_fkey FOREIGN KEY (tenant_id, done_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  follow_ups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  follow_ups_tenant_id_for_organisation_id_fkey FOREIGN KEY (tenant_id, for_organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  follow_ups_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  follow_ups_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  follow_ups_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'missing_information'::text, 'entrusted_review'::text, 'imported'::text, 'consent_ending'::text, 'recipient_answered'::text, 'correction'::text, 'withdrawal'::text, 'aftercare'::text])))
  CREATE INDEX follow_ups_tenant_id_case_id_about_consent_id_idx ON app.follow_ups USING btree (tenant_id, case_id, about_consent_id)
  CREATE INDEX follow_ups_tenant_id_case_id_about_disclosure_id_idx ON app.follow_ups USING btree (tenant_id, case_id, about_disclosure_id)
  CREATE INDEX follow_ups_tenant_id_case_id_about_person_id_idx ON app.follow_ups USING btree (tenant_id, case_id, about_person_id)
  CREATE INDEX follow_ups_tenant_id_created_by_idx ON app.follow_ups USING btree (tenant_id, created_by)
  CREATE INDEX follow_ups_tenant_id_done_by_idx ON app.follow_ups USING btree (tenant_id, done_by)
  CREATE INDEX follow_ups_tenant_id_for_organisation_id_idx ON app.follow_ups USING btree (tenant_id, for_organisation_id)
  CREATE INDEX follow_ups_tenant_id_owner_id_due_on_idx ON app.follow_ups USING btree (tenant_id, owner_id, due_on) WHERE (done_on IS NULL)
  CREATE INDEX follow_ups_tenant_id_owner_id_idx ON app.follow_ups USING btree (tenant_id, owner_id)
  CREATE INDEX follow_ups_tenant_id_room_id_case_id_idx ON app.follow_ups USING btree (tenant_id, room_id, case_id)
  policy partners_finish_their_tasks for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (id = ANY (ARRAY( SELECT app.shared_entries('task'::text) AS shared_entries))))
  policy partners_read_their_tasks for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (id = ANY (ARRAY( SELECT app.shared_entries('task'::text) AS shared_entries))))
  policy team_adds_follow_ups for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND app.works_on_cases(tenant_id, room_id, owner_id) AND ((case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) OR app.is_newborn(case_id)))
  policy team_changes_follow_ups for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_follow_ups for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, life_areas, created_by, for_organisation_id, about_person_id, about_disclosure_id, about_consent_id) to staff
  grant select to staff
  grant update (owner_id, due_on, title_ct, life_areas, done_on, done_by, version, for_organisation_id, about_person_id) to staff

-- Übergabeblatt: unchangeable; whoever takes over confirms having read it
table app.handover_sheets
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  from_id uuid not null
  to_id uuid not null
  until_on date
  content_ct bytea not null
  made_at timestamp with time zone not null default now()
  read_at timestamp with time zone
  version integer not null default 1
  handover_sheets_pkey PRIMARY KEY (tenant_id, id)
  handover_sheets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  handover_sheets_tenant_id_from_id_fkey FOREIGN KEY (tenant_id, from_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  handover_sheets_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  handover_sheets_tenant_id_to_id_fkey FOREIGN KEY (tenant_id, to_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  handover_sheets_kind_check CHECK ((kind = ANY (ARRAY['change'::text, 'substitution'::text, 'return'::text])))
  sheet_goes_to_another CHECK ((from_id <> to_id))
  substitution_has_an_end CHECK (((kind <> 'substitution'::text) OR (until_on IS NOT NULL)))
  CREATE INDEX handover_sheets_tenant_id_from_id_idx ON app.handover_sheets USING btree (tenant_id, from_id)
  CREATE INDEX handover_sheets_tenant_id_room_id_case_id_idx ON app.handover_sheets USING btree (tenant_id, room_id, case_id)
  CREATE INDEX handover_sheets_tenant_id_to_id_idx ON app.handover_sheets USING btree (tenant_id, to_id)
  CREATE INDEX handover_sheets_unread ON app.handover_sheets USING btree (tenant_id, to_id) WHERE (read_at IS NULL)
  policy takers_confirm_sheets for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (to_id = ( SELECT app.current_account() AS current_account)))
  policy team_reads_sheets for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_writes_sheets for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (from_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, case_id, kind, from_id, to_id, until_on, content_ct) to staff
  grant select to staff
  grant update (read_at, version) to staff

-- what a write answered, by status and address only; a replay is authorised anew and renders anew
table app.idempotency_keys
  tenant_id uuid not null
  account_id uuid not null
  key text not null
  route text not null
  request_hash bytea not null
  status integer
  location text
  result_id uuid
  created_at timestamp with time zone not null default now()
  idempotency_keys_pkey PRIMARY KEY (tenant_id, account_id, key)
  idempotency_keys_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE CASCADE
  idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  idempotency_keys_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100)))
  policy accounts_use_own_idempotency_keys for all to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (account_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, account_id, key, route, request_hash) to staff
  grant select to staff
  grant update (status, location, result_id) to staff

-- original cells and what was understood, sealed under the key of the import, until it is done; afterwards results only
table app.import_rows
  tenant_id uuid not null
  room_id uuid not null
  import_id uuid not null
  row_no integer not null
  row_ct bytea
  fingerprint bytea not null
  certainty text not null
  is_waiting_list boolean not null default false
  decision text not null default 'open'::text
  same_row_no integer
  same_person_id uuid
  match_score real
  match_reasons text[] not null default '{}'::text[]
  issues text[] not null default '{}'::text[]
  outcome text
  outcome_code text
  person_id uuid
  case_id uuid
  version integer not null default 1
  import_rows_pkey PRIMARY KEY (tenant_id, import_id, row_no)
  import_rows_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  import_rows_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE SET NULL (case_id)
  import_rows_tenant_id_room_id_import_id_fkey FOREIGN KEY (tenant_id, room_id, import_id) REFERENCES app.imports(tenant_id, room_id, id) ON DELETE CASCADE
  import_rows_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE SET NULL (person_id)
  import_rows_tenant_id_room_id_same_person_id_fkey FOREIGN KEY (tenant_id, room_id, same_person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE SET NULL (same_person_id)
  import_rows_certainty_check CHECK ((certainty = ANY (ARRAY['clear'::text, 'check'::text, 'unreadable'::text])))
  import_rows_decision_check CHECK ((decision = ANY (ARRAY['open'::text, 'import'::text, 'separate'::text, 'same_row'::text, 'same_person'::text, 'later'::text, 'skip'::text])))
  import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'created_as_same'::text, 'skipped_known'::text, 'skipped'::text, 'left_for_later'::text, 'failed'::text])))
  import_rows_row_no_check CHECK ((row_no > 0))
  CREATE INDEX import_rows_left ON app.import_rows USING btree (tenant_id, room_id, import_id) WHERE ((row_ct IS NOT NULL) AND (decision = ANY (ARRAY['open'::text, 'later'::text])))
  CREATE INDEX import_rows_tenant_id_room_id_case_id_idx ON app.import_rows USING btree (tenant_id, room_id, case_id)
  CREATE INDEX import_rows_tenant_id_room_id_fingerprint_idx ON app.import_rows USING btree (tenant_id, room_id, fingerprint)
  CREATE INDEX import_rows_tenant_id_room_id_import_id_idx ON app.import_rows USING btree (tenant_id, room_id, import_id)
  CREATE INDEX import_rows_tenant_id_room_id_person_id_idx ON app.import_rows USING btree (tenant_id, room_id, person_id)
  CREATE INDEX import_rows_tenant_id_room_id_same_person_id_idx ON app.import_rows USING btree (tenant_id, room_id, same_person_id)
  policy intake_adds_rows for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy intake_changes for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy intake_reads for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy intake_reads_rows_anew for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role) AND (outcome IS NULL))
  grant delete, select to staff
  grant insert (tenant_id, room_id, import_id, row_no, row_ct, fingerprint, certainty, is_waiting_list, decision, same_row_no, same_person_id, match_score, match_reasons, issues, outcome_code) to staff
  grant update (row_ct, certainty, is_waiting_list, decision, same_row_no, same_person_id, match_score, match_reasons, issues, outcome, outcome_code, version) to staff

-- one uploaded list on its way to persons and cases
table app.imports
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  account_id uuid not null
  file_name text not null
  file_mac bytea not null
  stored_name text not null
  key_ref text not null
  state text not null default 'mapping'::text
  source text not null default ''::text
  controller_id uuid
  legal_basis_id uuid
  informed text not null default 'unknown'::text
  sheet_name text not null default ''::text
  column_map jsonb
  outline_ct bytea
  row_count integer not null default 0
  error_code text
  error_sentence text
  cells_delete_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  completed_at timestamp with time zone
  imports_tenant_id_room_id_id_key UNIQUE (tenant_id, room_id, id)
  imports_pkey PRIMARY KEY (tenant_id, id)
  imports_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  imports_tenant_id_controller_id_fkey FOREIGN KEY (tenant_id, controller_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  imports_tenant_id_legal_basis_id_fkey FOREIGN KEY (tenant_id, legal_basis_id) REFERENCES app.legal_bases(tenant_id, id) ON DELETE RESTRICT
  imports_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  imports_file_name_check CHECK ((length(file_name) <= 255))
  imports_informed_check CHECK ((informed = ANY (ARRAY['yes'::text, 'no'::text, 'partly'::text, 'unknown'::text])))
  imports_state_check CHECK ((state = ANY (ARRAY['mapping'::text, 'reading'::text, 'checking'::text, 'importing'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'discarded'::text])))
  CREATE INDEX imports_tenant_id_account_id_idx ON app.imports USING btree (tenant_id, account_id)
  CREATE INDEX imports_tenant_id_controller_id_idx ON app.imports USING btree (tenant_id, controller_id)
  CREATE INDEX imports_tenant_id_legal_basis_id_idx ON app.imports USING btree (tenant_id, legal_basis_id)
  CREATE INDEX imports_tenant_id_room_id_created_at_idx ON app.imports USING btree (tenant_id, room_id, created_at)
  CREATE INDEX imports_tenant_id_room_id_file_mac_idx ON app.imports USING btree (tenant_id, room_id, file_mac)
  policy intake_changes for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy intake_reads for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role))
  policy intake_uploads for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['intake'::text, 'team_lead'::text]) AS has_role) AND (account_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref, source, controller_id, legal_basis_id, informed, sheet_name, column_map, outline_ct, row_count) to staff
  grant select to staff
  grant update (stored_name, state, source, controller_id, legal_basis_id, informed, sheet_name, column_map, outline_ct, row_count, error_code, error_sentence, cells_delete_on, version, completed_at) to staff

-- Posteingang of a room: unchangeable copies under a key of their own; a declined one leaves nothing here
table app.inbox_items
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  kind text not null
  thread_id uuid not null
  sender_id uuid
  sender_name text not null
  is_87 boolean not null default false
  key_ref text not null
  content_ct bytea not null
  received_at timestamp with time zone not null default now()
  state text not null default 'received'::text
  answers_thread_id uuid
  decided_by uuid
  decided_at timestamp with time zone
  case_id uuid
  person_id uuid
  check_88 jsonb
  reason_ct bytea
  stored_names text[] not null default '{}'::text[]
  version integer not null default 1
  inbox_items_pkey PRIMARY KEY (tenant_id, id)
  inbox_items_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  inbox_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  inbox_items_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE RESTRICT
  inbox_items_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  inbox_items_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE SET NULL (person_id)
  inbox_items_tenant_id_sender_id_fkey FOREIGN KEY (tenant_id, sender_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  inbox_items_kind_check CHECK ((kind = ANY (ARRAY['disclosure'::text, 'correction'::text, 'withdrawal'::text, 'reply'::text, 'request'::text])))
  inbox_items_sender_name_check CHECK (((length(sender_name) >= 1) AND (length(sender_name) <= 200)))
  inbox_items_state_check CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'asked_back'::text, 'done'::text, 'refused'::text])))
  CREATE INDEX inbox_items_tenant_id_decided_by_idx ON app.inbox_items USING btree (tenant_id, decided_by)
  CREATE INDEX inbox_items_tenant_id_room_id_case_id_idx ON app.inbox_items USING btree (tenant_id, room_id, case_id)
  CREATE INDEX inbox_items_tenant_id_room_id_person_id_idx ON app.inbox_items USING btree (tenant_id, room_id, person_id)
  CREATE INDEX inbox_items_tenant_id_room_id_received_at_idx ON app.inbox_items USING btree (tenant_id, room_id, received_at DESC)
  CREATE INDEX inbox_items_tenant_id_sender_id_idx ON app.inbox_items USING btree (tenant_id, sender_id)
  CREATE INDEX inbox_items_tenant_id_thread_id_idx ON app.inbox_items USING btree (tenant_id, thread_id)
  policy rooms_answer_their_inbox for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((( SELECT app.reads_inbox() AS reads_inbox) AND ((case_id IS NULL) OR (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))))
  policy rooms_read_their_inbox for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((( SELECT app.reads_inbox() AS reads_inbox) AND ((case_id IS NULL) OR (case_id <> ALL (ARRAY( SELECT app.excluded_case_ids() AS excluded_case_ids))))) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))))
  grant select to staff
  grant update (state, decided_by, decided_at, case_id, person_id, check_88, reason_ct, version) to staff

-- a package that another municipality gave; under a key of its own, for thirty days
table app.incoming_moves
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  key_ref text not null
  stored_name text not null
  size bigint not null
  received_by uuid not null
  received_at timestamp with time zone not null default now()
  incoming_moves_key_ref_key UNIQUE (key_ref)
  incoming_moves_pkey PRIMARY KEY (tenant_id, id)
  incoming_moves_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  incoming_moves_tenant_id_received_by_fkey FOREIGN KEY (tenant_id, received_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  incoming_moves_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  incoming_moves_size_check CHECK ((size > 0))
  CREATE INDEX incoming_moves_tenant_id_received_by_idx ON app.incoming_moves USING btree (tenant_id, received_by)
  CREATE INDEX incoming_moves_tenant_id_room_id_idx ON app.incoming_moves USING btree (tenant_id, room_id)
  policy openers_read_incoming for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (received_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy openers_take_in for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (received_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy openers_throw_away for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (received_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, key_ref, stored_name, size, received_by) to staff

-- Sprachmittlung for an appointment: asked for, confirmed by whom, declined, cancelled
table app.interpreter_requests
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  appointment_id uuid not null
  interpreter_id uuid
  language text not null
  state text not null default 'requested'::text
  requested_by uuid not null
  requested_on date not null
  confirmed_ct bytea
  settled_by uuid
  settled_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  interpreter_requests_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  interpreter_requests_pkey PRIMARY KEY (tenant_id, id)
  interpreter_requests_tenant_id_case_id_appointment_id_fkey FOREIGN KEY (tenant_id, case_id, appointment_id) REFERENCES app.case_appointments(tenant_id, case_id, id) ON DELETE CASCADE
  interpreter_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  interpreter_requests_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  interpreter_requests_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  interpreter_requests_tenant_id_room_id_interpreter_id_fkey FOREIGN KEY (tenant_id, room_id, interpreter_id) REFERENCES app.interpreters(tenant_id, room_id, id) ON DELETE RESTRICT
  interpreter_requests_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  interpreter_requests_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  interpreter_requests_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'confirmed'::text, 'declined'::text, 'cancelled'::text])))
  settled_request_says_when CHECK (((state = 'requested'::text) = (settled_on IS NULL)))
  CREATE INDEX interpreter_requests_tenant_id_case_id_appointment_id_idx ON app.interpreter_requests USING btree (tenant_id, case_id, appointment_id)
  CREATE INDEX interpreter_requests_tenant_id_requested_by_idx ON app.interpreter_requests USING btree (tenant_id, requested_by)
  CREATE INDEX interpreter_requests_tenant_id_room_id_case_id_idx ON app.interpreter_requests USING btree (tenant_id, room_id, case_id)
  CREATE INDEX interpreter_requests_tenant_id_room_id_interpreter_id_idx ON app.interpreter_requests USING btree (tenant_id, room_id, interpreter_id)
  CREATE INDEX interpreter_requests_tenant_id_settled_by_idx ON app.interpreter_requests USING btree (tenant_id, settled_by)
  CREATE UNIQUE INDEX one_interpreter_at_a_time ON app.interpreter_requests USING btree (tenant_id, appointment_id) WHERE (state = ANY (ARRAY['requested'::text, 'confirmed'::text]))
  policy team_asks_for_interpreters for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (requested_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_appointments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_settles_interpreters for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, appointment_id, interpreter_id, language, requested_by, requested_on) to staff
  grant select to staff
  grant update (state, confirmed_ct, settled_by, settled_on, version) to staff

-- Pool der Sprachmittlung of a room: offices and persons with their languages
table app.interpreters
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  name text not null
  reach text not null default ''::text
  languages text[] not null
  lead_days integer
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  interpreters_tenant_id_room_id_id_key UNIQUE (tenant_id, room_id, id)
  interpreters_pkey PRIMARY KEY (tenant_id, id)
  interpreters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  interpreters_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  interpreters_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 60)))
  interpreters_lead_days_check CHECK (((lead_days >= 0) AND (lead_days <= 60)))
  interpreters_name_check CHECK (((name = btrim(name)) AND ((length(name) >= 2) AND (length(name) <= 120))))
  interpreters_reach_check CHECK ((length(reach) <= 200))
  CREATE INDEX interpreters_tenant_id_room_id_idx ON app.interpreters USING btree (tenant_id, room_id)
  policy case_workers_read_interpreters for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy team_lead_adds_interpreters for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))
  policy team_lead_changes_interpreters for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))
  grant insert (tenant_id, room_id, id, name, reach, languages, lead_days) to staff
  grant select to staff
  grant update (name, reach, languages, lead_days, retired_at, version) to staff

-- the queue: written in the transaction of the change, worked under the rights of who ordered it; ids only, no content
table app.jobs
  tenant_id uuid not null
  id uuid not null
  room_id uuid
  account_id uuid not null
  session_id uuid
  kind text not null
  subject_id uuid
  state text not null default 'queued'::text
  done integer not null default 0
  total integer not null default 0
  error_code text
  attempts integer not null default 0
  run_after timestamp with time zone not null default now()
  heartbeat_at timestamp with time zone
  finished_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  jobs_pkey PRIMARY KEY (tenant_id, id)
  jobs_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  jobs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  jobs_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  jobs_kind_check CHECK ((kind ~ '^[a-z_.]{1,60}$'::text))
  jobs_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
  CREATE INDEX jobs_tenant_id_account_id_idx ON app.jobs USING btree (tenant_id, account_id)
  CREATE INDEX jobs_tenant_id_room_id_idx ON app.jobs USING btree (tenant_id, room_id)
  CREATE INDEX jobs_waiting ON app.jobs USING btree (run_after) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))
  policy accounts_order_jobs for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (NOT (room_id IS DISTINCT FROM ( SELECT app.current_room() AS current_room))))
  policy accounts_see_own_jobs for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (NOT (room_id IS DISTINCT FROM ( SELECT app.current_room() AS current_room))))
  policy jobs_login_works_the_queue for all to jobs using true
  grant insert (tenant_id, id, room_id, account_id, session_id, kind, subject_id, total) to staff
  grant select to jobs
  grant select to staff
  grant update (state, done, total, error_code, attempts, run_after, heartbeat_at, finished_at) to jobs

-- Rechtsgrundlagen: the tenant's register; every processing names one
table app.legal_bases
  tenant_id uuid not null
  id uuid not null
  kind text not null
  citation text not null
  purpose text not null
  recipients text not null default ''::text
  retention text not null default ''::text
  retired_at timestamp with time zone
  version integer not null default 1
  legal_bases_pkey PRIMARY KEY (tenant_id, id)
  legal_bases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  legal_bases_citation_check CHECK (((length(citation) >= 1) AND (length(citation) <= 300)))
  legal_bases_kind_check CHECK ((kind = ANY (ARRAY['statutory_task'::text, 'consent'::text])))
  legal_bases_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 500)))
  policy administrators_add_legal_bases for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_legal_bases for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_legal_bases for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, id, kind, citation, purpose, recipients, retention) to staff
  grant select to staff
  grant update (citation, purpose, recipients, retention, retired_at, version) to staff

-- the municipality's own letter paper as a Word file (.docx) with places; nothing of any person
table app.letter_forms
  tenant_id uuid not null
  id uuid not null
  name text not null
  content bytea not null
  places text[] not null default '{}'::text[]
  unknown_places text[] not null default '{}'::text[]
  uploaded_by uuid not null
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  letter_forms_pkey PRIMARY KEY (tenant_id, id)
  letter_forms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  letter_forms_tenant_id_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  letter_forms_content_check CHECK ((length(content) <= 3000000))
  letter_forms_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CREATE INDEX letter_forms_tenant_id_uploaded_by_idx ON app.letter_forms USING btree (tenant_id, uploaded_by)
  policy administrators_add_letter_forms for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (uploaded_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_letter_forms for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_letter_forms for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text, 'case_manager'::text, 'team_lead'::text]) AS has_role))
  grant insert (tenant_id, id, name, content, places, unknown_places, uploaded_by) to staff
  grant select to staff
  grant update (name, retired_at, version) to staff

-- texts of letters of a room, with places that are filled from a case; nothing of any person
table app.letter_templates
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  name text not null
  subject text not null
  salutation text not null default ''::text
  body text not null
  closing text not null default ''::text
  other_language text not null default ''::text
  other_text text not null default ''::text
  created_by uuid not null
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  letter_templates_tenant_id_room_id_id_key UNIQUE (tenant_id, room_id, id)
  letter_templates_pkey PRIMARY KEY (tenant_id, id)
  letter_templates_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  letter_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  letter_templates_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  letter_templates_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
  letter_templates_closing_check CHECK ((length(closing) <= 300))
  letter_templates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  letter_templates_other_language_check CHECK ((other_language = ANY (ARRAY[''::text, 'en'::text, 'uk'::text, 'ar'::text, 'prs'::text, 'tr'::text, 'ti'::text, 'ru'::text, 'fr'::text])))
  letter_templates_other_text_check CHECK ((length(other_text) <= 20000))
  letter_templates_salutation_check CHECK ((length(salutation) <= 300))
  letter_templates_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 300)))
  CREATE INDEX letter_templates_tenant_id_created_by_idx ON app.letter_templates USING btree (tenant_id, created_by)
  CREATE INDEX letter_templates_tenant_id_room_id_name_idx ON app.letter_templates USING btree (tenant_id, room_id, name)
  policy case_workers_read_letter_templates for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy leads_add_letter_templates for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))
  policy leads_change_letter_templates for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))
  grant insert (tenant_id, room_id, id, name, subject, salutation, body, closing, other_language, other_text, created_by) to staff
  grant select to staff
  grant update (name, subject, salutation, body, closing, other_language, other_text, retired_at, version) to staff

-- letters written in a case; made: the paper lies with the files and the text is not changed any more
table app.letters
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid
  template_id uuid
  content_ct bytea not null
  other_language text not null default ''::text
  dated_on date not null
  state text not null default 'draft'::text
  document_id uuid
  author_id uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  letters_pkey PRIMARY KEY (tenant_id, id)
  letters_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  letters_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (document_id)
  letters_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  letters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  letters_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  letters_tenant_id_room_id_template_id_fkey FOREIGN KEY (tenant_id, room_id, template_id) REFERENCES app.letter_templates(tenant_id, room_id, id) ON DELETE RESTRICT
  letters_other_language_check CHECK ((other_language = ANY (ARRAY[''::text, 'en'::text, 'uk'::text, 'ar'::text, 'prs'::text, 'tr'::text, 'ti'::text, 'ru'::text, 'fr'::text])))
  letters_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'made'::text])))
  CREATE INDEX letters_tenant_id_author_id_idx ON app.letters USING btree (tenant_id, author_id)
  CREATE INDEX letters_tenant_id_case_id_document_id_idx ON app.letters USING btree (tenant_id, case_id, document_id)
  CREATE INDEX letters_tenant_id_case_id_person_id_idx ON app.letters USING btree (tenant_id, case_id, person_id)
  CREATE INDEX letters_tenant_id_room_id_case_id_idx ON app.letters USING btree (tenant_id, room_id, case_id)
  CREATE INDEX letters_tenant_id_room_id_template_id_idx ON app.letters USING btree (tenant_id, room_id, template_id)
  policy team_adds_letters for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_letters for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))) AND (state = 'draft'::text)) check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_letters for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, template_id, content_ct, other_language, dated_on, author_id) to staff
  grant select to staff
  grant update (person_id, content_ct, other_language, dated_on, state, document_id, version) to staff

-- Lebensbereiche, as the tenant names them; retired ones stay readable on old entries
table app.life_areas
  tenant_id uuid not null
  key text not null
  label text not null
  position integer not null
  retired_at timestamp with time zone
  version integer not null default 1
  life_areas_pkey PRIMARY KEY (tenant_id, key)
  life_areas_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  life_areas_key_check CHECK ((key ~ '^[a-z_]{1,40}$'::text))
  life_areas_label_check CHECK (((length(label) >= 1) AND (length(label) <= 80)))
  policy administrators_add_life_areas for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_life_areas for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_life_areas for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, key, label, position) to staff
  grant select to staff
  grant update (label, position, retired_at, version) to staff

-- an account's role in a room, or tenant-wide; in force only once confirmed where it opens persons
table app.memberships
  tenant_id uuid not null
  id uuid not null
  account_id uuid not null
  account_side text not null
  room_id uuid
  room_side text
  controller_id uuid
  role text not null
  from_on date not null
  until_on date
  granted_by uuid
  granted_at timestamp with time zone not null default now()
  needs_confirmation boolean not null default true
  confirmed_by uuid
  confirmed_at timestamp with time zone
  ended_by uuid
  ended_at timestamp with time zone
  version integer not null default 1
  memberships_pkey PRIMARY KEY (tenant_id, id)
  memberships_tenant_id_account_id_account_side_fkey FOREIGN KEY (tenant_id, account_id, account_side) REFERENCES app.accounts(tenant_id, id, side) ON UPDATE RESTRICT ON DELETE RESTRICT
  memberships_tenant_id_confirmed_by_fkey FOREIGN KEY (tenant_id, confirmed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  memberships_tenant_id_controller_id_fkey FOREIGN KEY (tenant_id, controller_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  memberships_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  memberships_tenant_id_granted_by_fkey FOREIGN KEY (tenant_id, granted_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  memberships_tenant_id_room_id_room_side_fkey FOREIGN KEY (tenant_id, room_id, room_side) REFERENCES app.rooms(tenant_id, id, side) ON DELETE RESTRICT
  membership_ends_after_it_begins CHECK (((until_on IS NULL) OR (until_on >= from_on)))
  memberships_role_check CHECK ((role = ANY (ARRAY['case_manager'::text, 'team_lead'::text, 'intake'::text, 'immigration_officer'::text, 'naturalisation_officer'::text, 'partner_worker'::text, 'volunteer'::text, 'data_protection_officer'::text, 'controller_deputy'::text, 'tenant_administrator'::text])))
  nobody_stands_on_both_sides_of_the_wall CHECK (((room_side IS NULL) OR (room_side = 'neutral'::text) OR (room_side = account_side)))
  role_and_room_fit CHECK (
CASE role
    WHEN 'tenant_administrator'::text THEN ((room_id IS NULL) AND (controller_id IS NULL))
    WHEN 'data_protection_officer'::text THEN ((room_id IS NULL) AND (controller_id IS NOT NULL))
    WHEN 'controller_deputy'::text THEN ((room_id IS NULL) AND (controller_id IS NOT NULL))
    ELSE ((room_id IS NOT NULL) AND (controller_id IS NULL))
END)
  role_fits_the_side CHECK (
CASE
    WHEN (role = ANY (ARRAY['case_manager'::text, 'team_lead'::text, 'intake'::text])) THEN (room_side = 'management'::text)
    WHEN (role = ANY (ARRAY['immigration_officer'::text, 'naturalisation_officer'::text])) THEN (room_side = 'authority'::text)
    WHEN (role = ANY (ARRAY['partner_worker'::text, 'volunteer'::text])) THEN (room_side = 'neutral'::text)
    ELSE true
END)
  room_has_its_side CHECK (((room_id IS NULL) = (room_side IS NULL)))
  somebody_else_confirms CHECK (((confirmed_by IS NULL) OR (confirmed_by <> granted_by)))
  CREATE INDEX memberships_tenant_id_account_id_room_id_idx ON app.memberships USING btree (tenant_id, account_id, room_id)
  CREATE INDEX memberships_tenant_id_confirmed_by_idx ON app.memberships USING btree (tenant_id, confirmed_by)
  CREATE INDEX memberships_tenant_id_controller_id_idx ON app.memberships USING btree (tenant_id, controller_id)
  CREATE INDEX memberships_tenant_id_ended_by_idx ON app.memberships USING btree (tenant_id, ended_by)
  CREATE INDEX memberships_tenant_id_granted_by_idx ON app.memberships USING btree (tenant_id, granted_by)
  CREATE INDEX memberships_tenant_id_room_id_idx ON app.memberships USING btree (tenant_id, room_id)
  policy administrators_and_leads_grant_roles for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (granted_by = ( SELECT app.current_account() AS current_account)) AND (confirmed_by IS NULL) AND (confirmed_at IS NULL) AND (ended_at IS NULL) AND (( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role) OR ((role = 'intake'::text) AND (room_id = ( SELECT app.current_room() AS current_room)) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))))
  policy administrators_leads_and_deputies_change_roles for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role) OR ((role = 'intake'::text) AND (room_id = ( SELECT app.current_room() AS current_room)) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role)) OR (room_id = ANY (ARRAY( SELECT app.deputised_room_ids() AS deputised_room_ids))) OR ((room_id IS NULL) AND ( SELECT app.has_role(VARIADIC ARRAY['controller_deputy'::text]) AS has_role) AND app.may_confirm_role(role, room_id, controller_id))))
  policy staff_reads_memberships for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ((account_id = ( SELECT app.current_account() AS current_account)) OR ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role) OR ((room_id = ( SELECT app.current_room() AS current_room)) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role)) OR (room_id = ANY (ARRAY( SELECT app.deputised_room_ids() AS deputised_room_ids))) OR ((room_id IS NULL) AND ( SELECT app.has_role(VARIADIC ARRAY['controller_deputy'::text]) AS has_role) AND app.may_confirm_role(role, room_id, controller_id))))
  grant insert (tenant_id, id, account_id, account_side, room_id, room_side, controller_id, role, from_on, until_on, granted_by) to staff
  grant select to staff
  grant update (until_on, confirmed_by, confirmed_at, ended_by, ended_at, version) to staff

-- two records found to be one person: a mark and a choice per field; no row moves, so it can be undone
table app.merges
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  kept_id uuid not null
  merged_id uuid not null
  choices jsonb not null default '{}'::jsonb
  merged_by uuid not null
  merged_at timestamp with time zone not null default now()
  unmerged_by uuid
  unmerged_at timestamp with time zone
  version integer not null default 1
  merges_pkey PRIMARY KEY (tenant_id, id)
  merges_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  merges_tenant_id_merged_by_fkey FOREIGN KEY (tenant_id, merged_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  merges_tenant_id_room_id_kept_id_fkey FOREIGN KEY (tenant_id, room_id, kept_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  merges_tenant_id_room_id_merged_id_fkey FOREIGN KEY (tenant_id, room_id, merged_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  merges_tenant_id_unmerged_by_fkey FOREIGN KEY (tenant_id, unmerged_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  CREATE INDEX merges_tenant_id_merged_by_idx ON app.merges USING btree (tenant_id, merged_by)
  CREATE INDEX merges_tenant_id_room_id_kept_id_idx ON app.merges USING btree (tenant_id, room_id, kept_id)
  CREATE INDEX merges_tenant_id_room_id_merged_id_idx ON app.merges USING btree (tenant_id, room_id, merged_id)
  CREATE INDEX merges_tenant_id_unmerged_by_idx ON app.merges USING btree (tenant_id, unmerged_by)
  CREATE UNIQUE INDEX merged_once_at_a_time ON app.merges USING btree (tenant_id, merged_id) WHERE (unmerged_at IS NULL)
  policy intake_reads_merges for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) AND (kept_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids))) AND (merged_id <> ALL (ARRAY( SELECT app.excluded_person_ids() AS excluded_person_ids)))) OR ((kept_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) AND (merged_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))))))
  grant select to staff

-- consent to exactly one package; it goes when what was chosen for it changes
table app.move_agreements
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  move_id uuid not null
  person_id uuid not null
  agreed_on date not null
  given_by text not null
  form text not null
  language text not null
  witness_ct bytea
  content_sha256 bytea not null
  withdrawn_on date
  recorded_by uuid not null
  created_at timestamp with time zone not null default now()
  move_agreements_pkey PRIMARY KEY (tenant_id, id)
  move_agreements_tenant_id_case_id_move_id_fkey FOREIGN KEY (tenant_id, case_id, move_id) REFERENCES app.case_moves(tenant_id, case_id, id) ON DELETE CASCADE
  move_agreements_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  move_agreements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  move_agreements_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  move_agreements_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  move_agreements_content_sha256_check CHECK ((length(content_sha256) = 32))
  move_agreements_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text])))
  move_agreements_given_by_check CHECK ((given_by = ANY (ARRAY['person'::text, 'representative'::text])))
  CREATE INDEX move_agreements_tenant_id_case_id_move_id_idx ON app.move_agreements USING btree (tenant_id, case_id, move_id)
  CREATE INDEX move_agreements_tenant_id_case_id_person_id_idx ON app.move_agreements USING btree (tenant_id, case_id, person_id)
  CREATE INDEX move_agreements_tenant_id_recorded_by_idx ON app.move_agreements USING btree (tenant_id, recorded_by)
  CREATE INDEX move_agreements_tenant_id_room_id_case_id_idx ON app.move_agreements USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_agreement_of_a_person ON app.move_agreements USING btree (tenant_id, move_id, person_id) WHERE (withdrawn_on IS NULL)
  policy team_notes_withdrawals for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (withdrawn_on IS NULL) AND (EXISTS ( SELECT FROM app.case_moves m WHERE ((m.tenant_id = move_agreements.tenant_id) AND (m.id = move_agreements.move_id) AND (m.state = 'prepared'::text))))) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy team_reads_agreements for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_records_agreements for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND (EXISTS ( SELECT FROM app.case_moves m WHERE ((m.tenant_id = move_agreements.tenant_id) AND (m.id = move_agreements.move_id) AND (m.case_id = move_agreements.case_id) AND (m.state = 'prepared'::text) AND (move_agreements.person_id = ANY (m.person_ids))))))
  grant insert (tenant_id, room_id, id, case_id, move_id, person_id, agreed_on, given_by, form, language, witness_ct, content_sha256, recorded_by) to staff
  grant select to staff
  grant update (withdrawn_on) to staff

-- Netzwerkkarte: who matters to a person, how close, whether it helps or burdens, and of which institution
table app.network_ties
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  kind text not null
  name_ct bytea not null
  organisation_id uuid
  closeness integer not null
  effect text not null default 'helps'::text
  note_ct bytea
  is_entrusted boolean not null default false
  ended_on date
  withdrawn_at timestamp with time zone
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  network_ties_pkey PRIMARY KEY (tenant_id, id)
  network_ties_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  network_ties_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  network_ties_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  network_ties_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  network_ties_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  network_ties_closeness_check CHECK (((closeness >= 1) AND (closeness <= 3)))
  network_ties_effect_check CHECK ((effect = ANY (ARRAY['helps'::text, 'mixed'::text, 'burdens'::text])))
  network_ties_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'friend'::text, 'neighbour'::text, 'community'::text, 'volunteer'::text, 'professional'::text, 'institution'::text])))
  CREATE INDEX network_ties_tenant_id_case_id_person_id_idx ON app.network_ties USING btree (tenant_id, case_id, person_id)
  CREATE INDEX network_ties_tenant_id_created_by_idx ON app.network_ties USING btree (tenant_id, created_by)
  CREATE INDEX network_ties_tenant_id_organisation_id_idx ON app.network_ties USING btree (tenant_id, organisation_id)
  CREATE INDEX network_ties_tenant_id_room_id_case_id_idx ON app.network_ties USING btree (tenant_id, room_id, case_id)
  policy team_adds_in_its_own_name for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_its_assessments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_assessments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, kind, name_ct, organisation_id, closeness, effect, note_ct, is_entrusted, created_by) to staff
  grant select to staff
  grant update (kind, name_ct, organisation_id, closeness, effect, note_ct, is_entrusted, ended_on, withdrawn_at, version) to staff

-- the files of a notice, page by page
table app.notice_pages
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  notice_id uuid not null
  document_id uuid not null
  position integer not null
  notice_pages_pkey PRIMARY KEY (tenant_id, notice_id, "position")
  notice_pages_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE CASCADE
  notice_pages_tenant_id_case_id_notice_id_fkey FOREIGN KEY (tenant_id, case_id, notice_id) REFERENCES app.notices(tenant_id, case_id, id) ON DELETE CASCADE
  notice_pages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  notice_pages_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  notice_pages_position_check CHECK ((("position" >= 1) AND ("position" <= 60)))
  CREATE INDEX notice_pages_tenant_id_case_id_document_id_idx ON app.notice_pages USING btree (tenant_id, case_id, document_id)
  CREATE INDEX notice_pages_tenant_id_case_id_notice_id_idx ON app.notice_pages USING btree (tenant_id, case_id, notice_id)
  CREATE INDEX notice_pages_tenant_id_room_id_case_id_idx ON app.notice_pages USING btree (tenant_id, room_id, case_id)
  policy team_adds_notice_pages for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_notice_pages for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, notice_id, document_id, position) to staff
  grant select to staff

-- Bescheide: a decision of an authority that the person brought, how it was made known, and until when something can be done against it
table app.notices
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  subject_ct bytea not null
  issuer_ct bytea
  reference_ct bytea
  issued_on date not null
  made_known text not null
  made_known_on date
  arrived_on date
  law text not null
  remedy text not null
  instruction text not null
  period text not null
  due_on date not null
  state text not null default 'open'::text
  settled_on date
  follow_up_id uuid
  recorded_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  notices_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  notices_pkey PRIMARY KEY (tenant_id, id)
  notices_tenant_id_case_id_follow_up_id_fkey FOREIGN KEY (tenant_id, case_id, follow_up_id) REFERENCES app.follow_ups(tenant_id, case_id, id) ON DELETE SET NULL (follow_up_id)
  notices_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  notices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  notices_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  notices_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  notices_instruction_check CHECK ((instruction = ANY (ARRAY['given'::text, 'missing'::text, 'wrong'::text])))
  notices_law_check CHECK ((law = ANY (ARRAY['administrative'::text, 'social'::text, 'asylum'::text])))
  notices_made_known_check CHECK ((made_known = ANY (ARRAY['post'::text, 'registered'::text, 'pzu'::text, 'handed_over'::text, 'electronic'::text])))
  notices_period_check CHECK ((period = ANY (ARRAY['one_month'::text, 'two_weeks'::text, 'one_week'::text])))
  notices_remedy_check CHECK ((remedy = ANY (ARRAY['objection'::text, 'court'::text])))
  notices_state_check CHECK ((state = ANY (ARRAY['open'::text, 'filed'::text, 'accepted'::text, 'missed'::text])))
  settled_notice_says_when CHECK (((state = 'open'::text) = (settled_on IS NULL)))
  CREATE INDEX notices_running ON app.notices USING btree (tenant_id, room_id, due_on) WHERE (state = 'open'::text)
  CREATE INDEX notices_tenant_id_case_id_follow_up_id_idx ON app.notices USING btree (tenant_id, case_id, follow_up_id)
  CREATE INDEX notices_tenant_id_case_id_person_id_idx ON app.notices USING btree (tenant_id, case_id, person_id)
  CREATE INDEX notices_tenant_id_recorded_by_idx ON app.notices USING btree (tenant_id, recorded_by)
  CREATE INDEX notices_tenant_id_room_id_case_id_idx ON app.notices USING btree (tenant_id, room_id, case_id)
  policy team_adds_notices for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_notices for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_notices for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on, follow_up_id, recorded_by) to staff
  grant select to staff
  grant update (subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on, state, settled_on, follow_up_id, version) to staff

-- what leaves an authority, field by field, as it stood when it was chosen
table app.officer_disclosure_items
  tenant_id uuid not null
  room_id uuid not null
  person_id uuid not null
  disclosure_id uuid not null
  position integer not null
  field text not null
  label text not null
  value_ct bytea not null
  officer_disclosure_items_pkey PRIMARY KEY (tenant_id, disclosure_id, "position")
  officer_disclosure_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  officer_disclosure_items_tenant_id_person_id_disclosure_id_fkey FOREIGN KEY (tenant_id, person_id, disclosure_id) REFERENCES app.officer_disclosures(tenant_id, person_id, id) ON DELETE CASCADE
  officer_disclosure_items_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  officer_disclosure_items_field_check CHECK ((field = ANY (ARRAY['person.names'::text, 'person.birth'::text, 'person.nationalities'::text, 'person.residence_status'::text, 'person.title_until'::text, 'person.address'::text, 'free_text'::text])))
  officer_disclosure_items_label_check CHECK ((length(label) <= 200))
  officer_disclosure_items_position_check CHECK (("position" > 0))
  CREATE INDEX officer_disclosure_items_tenant_id_person_id_disclosure_id_idx ON app.officer_disclosure_items USING btree (tenant_id, person_id, disclosure_id)
  CREATE INDEX officer_disclosure_items_tenant_id_room_id_person_id_idx ON app.officer_disclosure_items USING btree (tenant_id, room_id, person_id)
  policy authors_choose_officer_items for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND app.is_own_officer_draft(disclosure_id))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, person_id, disclosure_id, position, field, label, value_ct) to staff
  grant select to staff

-- what the recipient asked back and what the authority answered
table app.officer_disclosure_messages
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  disclosure_id uuid not null
  is_incoming boolean not null
  text_ct bytea not null
  author_id uuid
  created_at timestamp with time zone not null default now()
  officer_disclosure_messages_pkey PRIMARY KEY (tenant_id, id)
  officer_disclosure_messages_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_disclosure_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  officer_disclosure_messages_tenant_id_person_id_disclosure_fkey FOREIGN KEY (tenant_id, person_id, disclosure_id) REFERENCES app.officer_disclosures(tenant_id, person_id, id) ON DELETE CASCADE
  officer_disclosure_messages_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX officer_disclosure_messages_tenant_id_author_id_idx ON app.officer_disclosure_messages USING btree (tenant_id, author_id)
  CREATE INDEX officer_disclosure_messages_tenant_id_person_id_disclosure__idx ON app.officer_disclosure_messages USING btree (tenant_id, person_id, disclosure_id)
  CREATE INDEX officer_disclosure_messages_tenant_id_room_id_person_id_idx ON app.officer_disclosure_messages USING btree (tenant_id, room_id, person_id)
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_reply for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (NOT is_incoming) AND (author_id = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, person_id, disclosure_id, is_incoming, text_ct, author_id) to staff
  grant select to staff

-- Übermittlung of an authority: chosen fields of a person of its own room to one recipient; unchangeable once sent
table app.officer_disclosures
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  recipient_id uuid not null
  recipient_name text not null
  channel text not null
  legal_basis_id uuid not null
  request_thread_id uuid
  purpose_ct bytea not null
  necessity_ct bytea not null
  author_id uuid not null
  state text not null default 'draft'::text
  second_id uuid
  second_at timestamp with time zone
  second_note_ct bytea
  thread_id uuid not null
  sent_at timestamp with time zone
  recipient_state text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  officer_disclosures_tenant_id_person_id_id_key UNIQUE (tenant_id, person_id, id)
  officer_disclosures_pkey PRIMARY KEY (tenant_id, id)
  officer_disclosures_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_disclosures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  officer_disclosures_tenant_id_legal_basis_id_fkey FOREIGN KEY (tenant_id, legal_basis_id) REFERENCES app.legal_bases(tenant_id, id) ON DELETE RESTRICT
  officer_disclosures_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  officer_disclosures_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  officer_disclosures_tenant_id_second_id_fkey FOREIGN KEY (tenant_id, second_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_disclosures_channel_check CHECK ((channel = ANY (ARRAY['inbox'::text, 'paper'::text])))
  officer_disclosures_recipient_name_check CHECK (((length(recipient_name) >= 1) AND (length(recipient_name) <= 200)))
  officer_disclosures_recipient_state_check CHECK ((recipient_state = ANY (ARRAY['delivered'::text, 'accepted'::text, 'asked_back'::text, 'declined'::text])))
  officer_disclosures_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_second'::text, 'refused'::text, 'sent'::text, 'discarded'::text])))
  officer_sent_says_when CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)))
  second_officer_is_somebody_else CHECK ((second_id <> author_id))
  CREATE INDEX officer_disclosures_by_thread ON app.officer_disclosures USING btree (thread_id)
  CREATE INDEX officer_disclosures_tenant_id_author_id_idx ON app.officer_disclosures USING btree (tenant_id, author_id)
  CREATE INDEX officer_disclosures_tenant_id_legal_basis_id_idx ON app.officer_disclosures USING btree (tenant_id, legal_basis_id)
  CREATE INDEX officer_disclosures_tenant_id_recipient_id_idx ON app.officer_disclosures USING btree (tenant_id, recipient_id)
  CREATE INDEX officer_disclosures_tenant_id_room_id_person_id_idx ON app.officer_disclosures USING btree (tenant_id, room_id, person_id)
  CREATE INDEX officer_disclosures_tenant_id_second_id_idx ON app.officer_disclosures USING btree (tenant_id, second_id)
  CREATE UNIQUE INDEX officer_disclosure_of_a_thread ON app.officer_disclosures USING btree (tenant_id, thread_id)
  policy controllers_officers_read_that_they_exist for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy officers_change_disclosures for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_prepare_disclosures for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (state = 'draft'::text) AND (second_id IS NULL) AND (sent_at IS NULL) AND (recipient_state IS NULL) AND ((request_thread_id IS NULL) OR app.is_request_about(request_thread_id, person_id)))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, id, person_id, recipient_id, recipient_name, channel, legal_basis_id, request_thread_id, purpose_ct, necessity_ct, author_id, thread_id) to staff
  grant select to staff
  grant update (state, second_note_ct, version) to staff

-- Wiedervorlagen of an authority on a person of its own room
table app.officer_follow_ups
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  owner_id uuid not null
  due_on date not null
  kind text not null default 'task'::text
  title_ct bytea not null
  done_on date
  done_by uuid
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  officer_follow_ups_pkey PRIMARY KEY (tenant_id, id)
  officer_follow_ups_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_follow_ups_tenant_id_done_by_fkey FOREIGN KEY (tenant_id, done_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_follow_ups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  officer_follow_ups_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  officer_follow_ups_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  done_says_by_whom CHECK (((done_on IS NULL) = (done_by IS NULL)))
  officer_follow_ups_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'papers'::text, 'request'::text, 'disclosure'::text, 'deadline'::text])))
  CREATE INDEX officer_follow_ups_open ON app.officer_follow_ups USING btree (tenant_id, room_id, due_on) WHERE (done_on IS NULL)
  CREATE INDEX officer_follow_ups_tenant_id_created_by_idx ON app.officer_follow_ups USING btree (tenant_id, created_by)
  CREATE INDEX officer_follow_ups_tenant_id_done_by_idx ON app.officer_follow_ups USING btree (tenant_id, done_by)
  CREATE INDEX officer_follow_ups_tenant_id_owner_id_idx ON app.officer_follow_ups USING btree (tenant_id, owner_id)
  CREATE INDEX officer_follow_ups_tenant_id_room_id_person_id_idx ON app.officer_follow_ups USING btree (tenant_id, room_id, person_id)
  policy officers_add_follow_ups for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (created_by = ( SELECT app.current_account() AS current_account)) AND app.is_officer_here(owner_id))
  policy officers_change_follow_ups for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, id, person_id, owner_id, due_on, kind, title_ct, created_by) to staff
  grant select to staff
  grant update (owner_id, due_on, title_ct, done_on, done_by, version) to staff

-- Stelle: an office, provider or initiative of a tenant
table app.organisations
  tenant_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  short_name text not null default ''::text
  municipality text not null default ''::text
  closed_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  organisations_of_a_kind UNIQUE (tenant_id, id, kind)
  organisations_pkey PRIMARY KEY (tenant_id, id)
  organisations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  organisations_kind_check CHECK ((kind = ANY (ARRAY['integration_centre'::text, 'immigration_office'::text, 'naturalisation_office'::text, 'district_municipality'::text, 'welfare_provider'::text, 'jobcenter'::text, 'employment_agency'::text, 'social_office'::text, 'youth_office'::text, 'school_office'::text, 'health_office'::text, 'housing_office'::text, 'migration_counselling'::text, 'refugee_counselling'::text, 'course_provider'::text, 'volunteer_initiative'::text, 'registry_office'::text, 'other'::text, 'land_authority'::text])))
  organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  organisations_short_name_check CHECK ((length(short_name) <= 60))
  policy administrators_add_offices for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_offices for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_offices_of_the_tenant for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, id, kind, name, short_name, municipality) to staff
  grant select to staff
  grant update (kind, name, short_name, municipality, closed_at, version) to staff

-- what is to be said to a person outside, and what came of it: no address and no text, both are looked up when it goes out
table app.outgoing_mails
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  kind text not null
  appointment_id uuid
  due_at timestamp with time zone not null
  state text not null default 'waiting'::text
  attempts integer not null default 0
  taken_at timestamp with time zone
  settled_at timestamp with time zone
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  outgoing_mails_pkey PRIMARY KEY (tenant_id, id)
  outgoing_mails_tenant_id_case_id_appointment_id_fkey FOREIGN KEY (tenant_id, case_id, appointment_id) REFERENCES app.case_appointments(tenant_id, case_id, id) ON DELETE CASCADE
  outgoing_mails_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  outgoing_mails_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  outgoing_mails_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  outgoing_mails_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  outgoing_mails_kind_check CHECK ((kind = ANY (ARRAY['appointment_reminder'::text, 'news'::text])))
  outgoing_mails_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'call'::text, 'unsafe'::text, 'dropped'::text])))
  reminder_names_its_appointment CHECK (((kind = 'appointment_reminder'::text) = (appointment_id IS NOT NULL)))
  CREATE INDEX outgoing_mails_due ON app.outgoing_mails USING btree (due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]))
  CREATE INDEX outgoing_mails_tenant_id_case_id_appointment_id_idx ON app.outgoing_mails USING btree (tenant_id, case_id, appointment_id)
  CREATE INDEX outgoing_mails_tenant_id_case_id_person_id_idx ON app.outgoing_mails USING btree (tenant_id, case_id, person_id)
  CREATE INDEX outgoing_mails_tenant_id_created_by_idx ON app.outgoing_mails USING btree (tenant_id, created_by)
  CREATE INDEX outgoing_mails_tenant_id_room_id_case_id_idx ON app.outgoing_mails USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_reminder_a_person ON app.outgoing_mails USING btree (tenant_id, appointment_id, person_id) WHERE (kind = 'appointment_reminder'::text)
  policy team_drops_mails for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_orders_mails for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_appointments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, kind, appointment_id, due_at, created_by) to staff
  grant select to staff
  grant update (due_at, state, attempts, settled_at) to staff

-- Unterlagen: files of a person in an authority's room; bytes are sealed on disk under the key of the person, the name is sealed here
table app.papers
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  name_ct bytea not null
  kind text not null default 'other'::text
  media_type text not null
  size bigint not null
  mac bytea not null
  stored_name text not null
  author_id uuid not null
  withdrawn_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  papers_tenant_id_person_id_id_key UNIQUE (tenant_id, person_id, id)
  papers_pkey PRIMARY KEY (tenant_id, id)
  papers_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  papers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  papers_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  papers_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'residence'::text, 'language'::text, 'livelihood'::text, 'school'::text, 'family'::text, 'notice'::text, 'letter'::text, 'other'::text])))
  papers_size_check CHECK ((size >= 0))
  CREATE INDEX papers_tenant_id_author_id_idx ON app.papers USING btree (tenant_id, author_id)
  CREATE INDEX papers_tenant_id_room_id_person_id_idx ON app.papers USING btree (tenant_id, room_id, person_id)
  policy officers_change_papers for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  policy officers_keep_papers for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide) AND (author_id = ( SELECT app.current_account() AS current_account)))
  policy officers_read_their_room for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.acts_room_wide() AS acts_room_wide))
  grant insert (tenant_id, room_id, id, person_id, name_ct, kind, media_type, size, mac, stored_name, author_id) to staff
  grant select to staff
  grant update (kind, withdrawn_at, version) to staff

-- Kollegiale Fallberatung: anonymous and of the room; no column leads to a case or a person
table app.peer_consultations
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  held_on date not null
  key_ref text not null
  question_ct bytea not null
  hypotheses_ct bytea
  ideas_ct bytea
  author_id uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  peer_consultations_pkey PRIMARY KEY (tenant_id, id)
  peer_consultations_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  peer_consultations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  peer_consultations_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  peer_consultations_key_ref_check CHECK (((length(key_ref) >= 1) AND (length(key_ref) <= 100)))
  CREATE INDEX peer_consultations_tenant_id_author_id_idx ON app.peer_consultations USING btree (tenant_id, author_id)
  CREATE INDEX peer_consultations_tenant_id_room_id_held_on_idx ON app.peer_consultations USING btree (tenant_id, room_id, held_on)
  policy authors_change_peer_consultations for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy case_workers_read_peer_consultations for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy case_workers_write_peer_consultations for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  grant insert (tenant_id, room_id, id, held_on, key_ref, question_ct, hypotheses_ct, ideas_ct, author_id) to staff
  grant select to staff
  grant update (held_on, question_ct, hypotheses_ct, ideas_ct, version) to staff

-- addresses over time; a protected one never travels through a household or relation
table app.person_addresses
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  street text not null default ''::text
  postcode text not null default ''::text
  town text not null default ''::text
  municipality text not null default ''::text
  is_protected boolean not null default false
  from_on date
  until_on date
  version integer not null default 1
  person_addresses_pkey PRIMARY KEY (tenant_id, id)
  person_addresses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_addresses_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_addresses_municipality_check CHECK ((length(municipality) <= 120))
  person_addresses_postcode_check CHECK ((length(postcode) <= 12))
  person_addresses_street_check CHECK ((length(street) <= 200))
  person_addresses_town_check CHECK ((length(town) <= 120))
  CREATE INDEX person_addresses_tenant_id_room_id_person_id_idx ON app.person_addresses USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, street, postcode, town, municipality, is_protected, from_on, until_on) to staff
  grant update (street, postcode, town, municipality, is_protected, from_on, until_on, version) to staff

table app.person_channels
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  kind text not null
  value text not null
  is_safe boolean
  hint_ct bytea
  from_on date
  until_on date
  version integer not null default 1
  person_channels_pkey PRIMARY KEY (tenant_id, id)
  person_channels_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_channels_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_channels_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'phone'::text, 'email'::text, 'messenger'::text, 'other'::text])))
  person_channels_value_check CHECK (((length(value) >= 1) AND (length(value) <= 200)))
  CREATE INDEX person_channels_tenant_id_room_id_person_id_idx ON app.person_channels USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, kind, value, is_safe, hint_ct, from_on, until_on) to staff
  grant update (kind, value, is_safe, hint_ct, from_on, until_on, version) to staff

-- gesetzliche Vertretung: who may declare what until when
table app.person_guardians
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  kind text not null
  name_ct bytea not null
  scope text[] not null default '{}'::text[]
  from_on date
  until_on date
  evidence text not null default ''::text
  version integer not null default 1
  guardian_of_person UNIQUE (tenant_id, person_id, id)
  person_guardians_pkey PRIMARY KEY (tenant_id, id)
  person_guardians_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_guardians_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_guardians_evidence_check CHECK ((length(evidence) <= 200))
  person_guardians_kind_check CHECK ((kind = ANY (ARRAY['parents'::text, 'guardian'::text, 'custodian'::text, 'proxy'::text])))
  CREATE INDEX person_guardians_tenant_id_room_id_person_id_idx ON app.person_guardians USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, kind, name_ct, scope, from_on, until_on, evidence) to staff
  grant update (kind, name_ct, scope, from_on, until_on, evidence, version) to staff

-- languages (BCP 47) and the need for Sprachmittlung
table app.person_languages
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  code text not null
  level text not null default ''::text
  needs_interpreter boolean not null default false
  is_preferred boolean not null default false
  version integer not null default 1
  person_languages_pkey PRIMARY KEY (tenant_id, id)
  person_languages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_languages_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_languages_code_check CHECK ((code ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  person_languages_level_check CHECK ((level = ANY (ARRAY[''::text, 'A1'::text, 'A2'::text, 'B1'::text, 'B2'::text, 'C1'::text, 'C2'::text, 'native'::text])))
  CREATE INDEX person_languages_tenant_id_room_id_person_id_idx ON app.person_languages USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, code, level, needs_interpreter, is_preferred) to staff
  grant update (code, level, needs_interpreter, is_preferred, version) to staff

-- names of a person, several, with kind and script
table app.person_names
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  kind text not null
  script text not null default 'Latn'::text
  family text not null default ''::text
  given text not null default ''::text
  is_primary boolean not null default false
  from_on date
  until_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  person_names_pkey PRIMARY KEY (tenant_id, id)
  person_names_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_names_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  a_name_says_something CHECK (((family <> ''::text) OR (given <> ''::text)))
  person_names_family_check CHECK ((length(family) <= 200))
  person_names_given_check CHECK ((length(given) <= 200))
  person_names_kind_check CHECK ((kind = ANY (ARRAY['passport'::text, 'own_script'::text, 'former'::text, 'nickname'::text, 'spelling'::text])))
  person_names_script_check CHECK ((script ~ '^[A-Z][a-z]{3}$'::text))
  CREATE INDEX person_names_tenant_id_room_id_person_id_idx ON app.person_names USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, kind, script, family, given, is_primary, from_on, until_on) to staff
  grant update (kind, script, family, given, is_primary, from_on, until_on, version) to staff

-- Staatsangehörigkeiten by Destatis code; 997 staatenlos, 998 ungeklärt, 999 ohne Angabe
table app.person_nationalities
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  code text not null
  from_on date
  until_on date
  version integer not null default 1
  person_nationalities_pkey PRIMARY KEY (tenant_id, id)
  person_nationalities_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_nationalities_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_nationalities_code_check CHECK ((code ~ '^[0-9]{3}$'::text))
  CREATE INDEX person_nationalities_tenant_id_room_id_person_id_idx ON app.person_nationalities USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, code, from_on, until_on) to staff
  grant update (code, from_on, until_on, version) to staff

-- history of the Aufenthaltsstatus in labels of the AZR
table app.person_residence_statuses
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  person_id uuid not null
  azr_label text not null
  short_label text not null default ''::text
  from_on date
  until_on date
  evidence text not null default ''::text
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  person_residence_statuses_pkey PRIMARY KEY (tenant_id, id)
  person_residence_statuses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  person_residence_statuses_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  person_residence_statuses_azr_label_check CHECK (((length(azr_label) >= 1) AND (length(azr_label) <= 300)))
  person_residence_statuses_evidence_check CHECK ((length(evidence) <= 200))
  person_residence_statuses_short_label_check CHECK ((length(short_label) <= 80))
  status_ends_after_it_begins CHECK (((until_on IS NULL) OR (from_on IS NULL) OR (until_on >= from_on)))
  CREATE INDEX person_residence_statuses_tenant_id_room_id_person_id_idx ON app.person_residence_statuses USING btree (tenant_id, room_id, person_id)
  policy staff_adds_facts_to_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_changes_facts_of_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_facts_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_facts_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, id, person_id, azr_label, short_label, from_on, until_on, evidence) to staff
  grant update (azr_label, short_label, from_on, until_on, evidence, version) to staff

-- Person: a record in one room; the same human may have records in several, which nothing links
table app.persons
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  birth_on date
  birth_precision text not null default 'unknown'::text
  birth_placeholder boolean not null default false
  gender text not null default 'unknown'::text
  entered_on date
  entered_precision text not null default 'unknown'::text
  died_on date
  merged_into uuid
  recorded_by uuid not null
  import_id uuid
  has_case boolean not null default false
  key_ref text not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  persons_tenant_id_room_id_id_key UNIQUE (tenant_id, room_id, id)
  persons_pkey PRIMARY KEY (tenant_id, id)
  persons_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  persons_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  persons_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  persons_tenant_id_room_id_import_id_fkey FOREIGN KEY (tenant_id, room_id, import_id) REFERENCES app.imports(tenant_id, room_id, id) ON DELETE RESTRICT
  persons_tenant_id_room_id_merged_into_fkey FOREIGN KEY (tenant_id, room_id, merged_into) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE RESTRICT
  birth_has_its_precision CHECK (((birth_on IS NULL) = (birth_precision = 'unknown'::text)))
  entry_has_its_precision CHECK (((entered_on IS NULL) = (entered_precision = 'unknown'::text)))
  nobody_is_merged_into_oneself CHECK ((merged_into <> id))
  persons_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'estimated'::text, 'unknown'::text])))
  persons_entered_precision_check CHECK ((entered_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'estimated'::text, 'unknown'::text])))
  persons_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'diverse'::text, 'unknown'::text])))
  placeholder_is_a_new_years_day CHECK (((NOT birth_placeholder) OR ((birth_on IS NOT NULL) AND (EXTRACT(month FROM birth_on) = (1)::numeric) AND (EXTRACT(day FROM birth_on) = (1)::numeric))))
  CREATE INDEX persons_tenant_id_recorded_by_idx ON app.persons USING btree (tenant_id, recorded_by)
  CREATE INDEX persons_tenant_id_room_id_id_idx ON app.persons USING btree (tenant_id, room_id, id)
  CREATE INDEX persons_tenant_id_room_id_import_id_idx ON app.persons USING btree (tenant_id, room_id, import_id)
  CREATE INDEX persons_tenant_id_room_id_merged_into_idx ON app.persons USING btree (tenant_id, room_id, merged_into)
  CREATE INDEX persons_without_a_case ON app.persons USING btree (tenant_id, room_id) WHERE (NOT has_case)
  policy staff_changes_open_persons for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_records_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (recorded_by = ( SELECT app.current_account() AS current_account)) AND (merged_into IS NULL) AND (NOT has_case) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text, 'intake'::text, 'immigration_officer'::text, 'naturalisation_officer'::text]) AS has_role))
  grant insert (tenant_id, room_id, id, birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, died_on, recorded_by, import_id, key_ref) to staff
  grant select to staff
  grant update (birth_on, birth_precision, birth_placeholder, gender, entered_on, entered_precision, died_on, version) to staff

-- the files that came through one code, in the order in which they were photographed
table app.photo_pages
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  ticket_id uuid not null
  document_id uuid not null
  position integer not null
  photo_pages_pkey PRIMARY KEY (tenant_id, ticket_id, "position")
  photo_pages_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE CASCADE
  photo_pages_tenant_id_case_id_ticket_id_fkey FOREIGN KEY (tenant_id, case_id, ticket_id) REFERENCES app.photo_tickets(tenant_id, case_id, id) ON DELETE CASCADE
  photo_pages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  photo_pages_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  photo_pages_position_check CHECK ((("position" >= 1) AND ("position" <= 30)))
  CREATE INDEX photo_pages_tenant_id_case_id_document_id_idx ON app.photo_pages USING btree (tenant_id, case_id, document_id)
  CREATE INDEX photo_pages_tenant_id_case_id_ticket_id_idx ON app.photo_pages USING btree (tenant_id, case_id, ticket_id)
  CREATE INDEX photo_pages_tenant_id_room_id_case_id_idx ON app.photo_pages USING btree (tenant_id, room_id, case_id)
  policy team_reads_photo_pages for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant select to staff

-- what a QR code opens to a telephone without a login: putting photographs into one case for some minutes, and reading nothing
table app.photo_tickets
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  account_id uuid not null
  token_hash bytea not null
  turn integer not null default 0
  page_count integer not null default 0
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  photo_tickets_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  photo_tickets_token_hash_key UNIQUE (token_hash)
  photo_tickets_pkey PRIMARY KEY (tenant_id, id)
  photo_tickets_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  photo_tickets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  photo_tickets_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  a_ticket_is_short CHECK ((expires_at <= (created_at + '00:30:00'::interval)))
  photo_tickets_page_count_check CHECK (((page_count >= 0) AND (page_count <= 30)))
  photo_tickets_token_hash_check CHECK ((length(token_hash) = 32))
  photo_tickets_turn_check CHECK (((turn >= 0) AND (turn <= 100)))
  CREATE INDEX photo_tickets_tenant_id_account_id_idx ON app.photo_tickets USING btree (tenant_id, account_id)
  CREATE INDEX photo_tickets_tenant_id_room_id_case_id_idx ON app.photo_tickets USING btree (tenant_id, room_id, case_id)
  policy team_asks_for_photo_tickets for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy whoever_asked_ends_photo_tickets for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy whoever_asked_reads_photo_tickets for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, account_id, token_hash, expires_at) to staff
  grant select to staff
  grant update (ended_at, version) to staff

-- Vereinbarung over the plan, version by version: what was agreed stays as it was; only how it was signed is added
table app.plan_agreements
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  version_number integer not null
  language text not null
  content_ct bytea not null
  agreed_on date not null
  signing text not null
  person_signed_on date
  account_signed_on date
  document_id uuid
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  plan_agreements_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  plan_agreements_pkey PRIMARY KEY (tenant_id, id)
  plan_agreements_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (document_id)
  plan_agreements_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  plan_agreements_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_agreements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_agreements_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  plan_agreements_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  plan_agreements_signing_check CHECK ((signing = ANY (ARRAY['paper'::text, 'together'::text])))
  plan_agreements_version_number_check CHECK (((version_number >= 1) AND (version_number <= 1000)))
  CREATE INDEX plan_agreements_tenant_id_case_id_document_id_idx ON app.plan_agreements USING btree (tenant_id, case_id, document_id)
  CREATE INDEX plan_agreements_tenant_id_case_id_person_id_idx ON app.plan_agreements USING btree (tenant_id, case_id, person_id)
  CREATE INDEX plan_agreements_tenant_id_created_by_idx ON app.plan_agreements USING btree (tenant_id, created_by)
  CREATE INDEX plan_agreements_tenant_id_room_id_case_id_idx ON app.plan_agreements USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_agreement_of_a_number ON app.plan_agreements USING btree (tenant_id, case_id, version_number)
  policy team_adds_agreements for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_notes_how_it_was_signed for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_plans for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, version_number, language, content_ct, agreed_on, signing, person_signed_on, account_signed_on, created_by) to staff
  grant select to staff
  grant update (person_signed_on, account_signed_on, document_id, version) to staff

-- Ziele: per person and life area, in the person's words and as agreed; level before and after on the scale of the assessment, attainment -2 to +2
table app.plan_goals
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  life_area text not null
  wish_ct bytea
  wish_language text not null default 'de'::text
  goal_ct bytea
  is_entrusted boolean not null default false
  state text not null default 'open'::text
  level_before integer
  level_after integer
  attainment integer
  position integer not null default 1
  created_by uuid not null
  closed_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  plan_goals_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  plan_goals_pkey PRIMARY KEY (tenant_id, id)
  plan_goals_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  plan_goals_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_goals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_goals_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  ended_goal_says_when CHECK (((state = 'open'::text) = (closed_on IS NULL)))
  goal_says_something CHECK (((wish_ct IS NOT NULL) OR (goal_ct IS NOT NULL)))
  plan_goals_attainment_check CHECK (((attainment >= '-2'::integer) AND (attainment <= 2)))
  plan_goals_level_after_check CHECK (((level_after >= 1) AND (level_after <= 5)))
  plan_goals_level_before_check CHECK (((level_before >= 1) AND (level_before <= 5)))
  plan_goals_life_area_check CHECK (((length(life_area) >= 1) AND (length(life_area) <= 60)))
  plan_goals_position_check CHECK ((("position" >= 1) AND ("position" <= 1000)))
  plan_goals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'dropped'::text])))
  plan_goals_wish_language_check CHECK ((wish_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  CREATE INDEX plan_goals_tenant_id_case_id_person_id_idx ON app.plan_goals USING btree (tenant_id, case_id, person_id)
  CREATE INDEX plan_goals_tenant_id_created_by_idx ON app.plan_goals USING btree (tenant_id, created_by)
  CREATE INDEX plan_goals_tenant_id_room_id_case_id_idx ON app.plan_goals USING btree (tenant_id, room_id, case_id)
  policy team_adds_goals for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_goals for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_plans for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, life_area, wish_ct, wish_language, goal_ct, is_entrusted, level_before, position, created_by) to staff
  grant select to staff
  grant update (life_area, wish_ct, wish_language, goal_ct, is_entrusted, state, level_before, level_after, attainment, position, closed_on, version) to staff

-- Maßnahmen of a goal: who does it (the person, somebody of the team, a named office, a volunteer), until when, how it stands, what came of it
table app.plan_measures
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  goal_id uuid not null
  person_id uuid not null
  title_ct bytea not null
  responsible_kind text not null
  responsible_account_id uuid
  responsible_organisation_id uuid
  volunteer_task_id uuid
  due_on date not null
  is_entrusted boolean not null default false
  state text not null default 'open'::text
  done_on date
  done_by_person boolean not null default false
  result_ct bytea
  report_ct bytea
  reported_by uuid
  reported_at timestamp with time zone
  position integer not null default 1
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  plan_measures_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  plan_measures_pkey PRIMARY KEY (tenant_id, id)
  plan_measures_tenant_id_case_id_goal_id_fkey FOREIGN KEY (tenant_id, case_id, goal_id) REFERENCES app.plan_goals(tenant_id, case_id, id) ON DELETE CASCADE
  plan_measures_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  plan_measures_tenant_id_case_id_volunteer_task_id_fkey FOREIGN KEY (tenant_id, case_id, volunteer_task_id) REFERENCES app.volunteer_tasks(tenant_id, case_id, id) ON DELETE SET NULL (volunteer_task_id)
  plan_measures_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_measures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_measures_tenant_id_reported_by_fkey FOREIGN KEY (tenant_id, reported_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_measures_tenant_id_responsible_account_id_fkey FOREIGN KEY (tenant_id, responsible_account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_measures_tenant_id_responsible_organisation_id_fkey FOREIGN KEY (tenant_id, responsible_organisation_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  plan_measures_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  an_account_is_named CHECK (((responsible_kind = 'account'::text) = (responsible_account_id IS NOT NULL)))
  an_office_is_named CHECK (((responsible_kind = 'office'::text) = (responsible_organisation_id IS NOT NULL)))
  done_measure_says_when CHECK (((state = 'done'::text) = (done_on IS NOT NULL)))
  entrusted_stays_in_the_team CHECK (((NOT is_entrusted) OR (responsible_kind = ANY (ARRAY['person'::text, 'account'::text]))))
  only_volunteers_have_tasks CHECK (((responsible_kind = 'volunteer'::text) OR (volunteer_task_id IS NULL)))
  plan_measures_position_check CHECK ((("position" >= 1) AND ("position" <= 1000)))
  plan_measures_responsible_kind_check CHECK ((responsible_kind = ANY (ARRAY['person'::text, 'account'::text, 'office'::text, 'volunteer'::text])))
  plan_measures_state_check CHECK ((state = ANY (ARRAY['open'::text, 'running'::text, 'done'::text, 'dropped'::text])))
  CREATE INDEX plan_measures_due ON app.plan_measures USING btree (tenant_id, room_id, due_on) WHERE (state = ANY (ARRAY['open'::text, 'running'::text]))
  CREATE INDEX plan_measures_tenant_id_case_id_goal_id_idx ON app.plan_measures USING btree (tenant_id, case_id, goal_id)
  CREATE INDEX plan_measures_tenant_id_case_id_person_id_idx ON app.plan_measures USING btree (tenant_id, case_id, person_id)
  CREATE INDEX plan_measures_tenant_id_case_id_volunteer_task_id_idx ON app.plan_measures USING btree (tenant_id, case_id, volunteer_task_id)
  CREATE INDEX plan_measures_tenant_id_created_by_idx ON app.plan_measures USING btree (tenant_id, created_by)
  CREATE INDEX plan_measures_tenant_id_reported_by_idx ON app.plan_measures USING btree (tenant_id, reported_by)
  CREATE INDEX plan_measures_tenant_id_responsible_account_id_idx ON app.plan_measures USING btree (tenant_id, responsible_account_id)
  CREATE INDEX plan_measures_tenant_id_responsible_organisation_id_idx ON app.plan_measures USING btree (tenant_id, responsible_organisation_id)
  CREATE INDEX plan_measures_tenant_id_room_id_case_id_idx ON app.plan_measures USING btree (tenant_id, room_id, case_id)
  policy team_adds_measures for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND ((responsible_account_id IS NULL) OR app.works_on_cases(tenant_id, room_id, responsible_account_id)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_measures for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_plans for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, goal_id, person_id, title_ct, responsible_kind, responsible_account_id, responsible_organisation_id, volunteer_task_id, due_on, is_entrusted, position, created_by) to staff
  grant select to staff
  grant update (title_ct, responsible_kind, responsible_account_id, responsible_organisation_id, volunteer_task_id, due_on, is_entrusted, state, done_on, done_by_person, result_ct, position, version) to staff

-- how far a goal was reached at a review, and the level of its life area then; never changed
table app.plan_review_goals
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  review_id uuid not null
  goal_id uuid not null
  attainment integer not null
  level integer
  plan_review_goals_pkey PRIMARY KEY (tenant_id, review_id, goal_id)
  plan_review_goals_tenant_id_case_id_goal_id_fkey FOREIGN KEY (tenant_id, case_id, goal_id) REFERENCES app.plan_goals(tenant_id, case_id, id) ON DELETE CASCADE
  plan_review_goals_tenant_id_case_id_review_id_fkey FOREIGN KEY (tenant_id, case_id, review_id) REFERENCES app.plan_reviews(tenant_id, case_id, id) ON DELETE CASCADE
  plan_review_goals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_review_goals_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  plan_review_goals_attainment_check CHECK (((attainment >= '-2'::integer) AND (attainment <= 2)))
  plan_review_goals_level_check CHECK (((level >= 1) AND (level <= 5)))
  CREATE INDEX plan_review_goals_tenant_id_case_id_goal_id_idx ON app.plan_review_goals USING btree (tenant_id, case_id, goal_id)
  CREATE INDEX plan_review_goals_tenant_id_case_id_review_id_idx ON app.plan_review_goals USING btree (tenant_id, case_id, review_id)
  CREATE INDEX plan_review_goals_tenant_id_room_id_case_id_idx ON app.plan_review_goals USING btree (tenant_id, room_id, case_id)
  policy team_adds_goals_of_reviews for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_plans for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, review_id, goal_id, attainment, level) to staff
  grant select to staff

-- Überprüfung of the plan, and the last one at closing
table app.plan_reviews
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  reviewed_on date not null
  next_review_on date
  note_ct bytea
  reviewed_by uuid not null
  created_at timestamp with time zone not null default now()
  plan_reviews_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  plan_reviews_pkey PRIMARY KEY (tenant_id, id)
  plan_reviews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_reviews_tenant_id_reviewed_by_fkey FOREIGN KEY (tenant_id, reviewed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_reviews_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  next_review_lies_ahead CHECK ((next_review_on > reviewed_on))
  plan_reviews_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'closing'::text])))
  CREATE INDEX plan_reviews_tenant_id_reviewed_by_idx ON app.plan_reviews USING btree (tenant_id, reviewed_by)
  CREATE INDEX plan_reviews_tenant_id_room_id_case_id_reviewed_on_idx ON app.plan_reviews USING btree (tenant_id, room_id, case_id, reviewed_on)
  policy team_adds_reviews for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (reviewed_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_plans for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, kind, reviewed_on, next_review_on, note_ct, reviewed_by) to staff
  grant select to staff

-- Planvorlagen of a room, made by its teams from their own plans; of which case is not kept
table app.plan_templates
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  title text not null
  content jsonb not null
  created_by uuid not null
  retired_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  plan_templates_pkey PRIMARY KEY (tenant_id, id)
  plan_templates_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  plan_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  plan_templates_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  plan_templates_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
  plan_templates_title_check CHECK (((title = btrim(title)) AND ((length(title) >= 3) AND (length(title) <= 120))))
  CREATE INDEX plan_templates_tenant_id_created_by_idx ON app.plan_templates USING btree (tenant_id, created_by)
  CREATE INDEX plan_templates_tenant_id_room_id_idx ON app.plan_templates USING btree (tenant_id, room_id)
  policy case_workers_make_plan_templates for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy case_workers_read_plan_templates for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  policy makers_and_lead_retire_plan_templates for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) OR ((created_by = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text]) AS has_role))))
  grant insert (tenant_id, room_id, id, title, content, created_by) to staff
  grant select to staff
  grant update (title, content, retired_at, version) to staff

-- access of a person, or of whoever speaks for the person by law, to the own page; frozen and ended at once, and what the database asks in every request
table app.portal_accesses
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  guardian_id uuid
  language text not null default 'de'::text
  until_on date
  frozen_at timestamp with time zone
  frozen_by uuid
  frozen_reason_ct bytea
  ended_at timestamp with time zone
  ended_by uuid
  invited_by uuid not null
  invited_at timestamp with time zone not null default now()
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  tells_news boolean not null default false
  portal_accesses_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  portal_accesses_pkey PRIMARY KEY (tenant_id, id)
  portal_accesses_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  portal_accesses_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_accesses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_accesses_tenant_id_frozen_by_fkey FOREIGN KEY (tenant_id, frozen_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_accesses_tenant_id_invited_by_fkey FOREIGN KEY (tenant_id, invited_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_accesses_tenant_id_person_id_guardian_id_fkey FOREIGN KEY (tenant_id, person_id, guardian_id) REFERENCES app.person_guardians(tenant_id, person_id, id) ON DELETE CASCADE
  portal_accesses_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  ending_names_who CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  freezing_names_who CHECK (((frozen_at IS NULL) = (frozen_by IS NULL)))
  portal_accesses_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
  CREATE INDEX portal_accesses_tenant_id_case_id_person_id_idx ON app.portal_accesses USING btree (tenant_id, case_id, person_id)
  CREATE INDEX portal_accesses_tenant_id_ended_by_idx ON app.portal_accesses USING btree (tenant_id, ended_by)
  CREATE INDEX portal_accesses_tenant_id_frozen_by_idx ON app.portal_accesses USING btree (tenant_id, frozen_by)
  CREATE INDEX portal_accesses_tenant_id_invited_by_idx ON app.portal_accesses USING btree (tenant_id, invited_by)
  CREATE INDEX portal_accesses_tenant_id_person_id_guardian_id_idx ON app.portal_accesses USING btree (tenant_id, person_id, guardian_id)
  CREATE INDEX portal_accesses_tenant_id_room_id_case_id_idx ON app.portal_accesses USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_access_at_a_time ON app.portal_accesses USING btree (tenant_id, case_id, person_id, COALESCE(guardian_id, person_id)) WHERE (ended_at IS NULL)
  policy team_changes_the_persons_page for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_invites for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (invited_by = ( SELECT app.current_account() AS current_account)) AND (frozen_at IS NULL) AND (ended_at IS NULL) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_the_persons_page for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, guardian_id, language, until_on, invited_by) to staff
  grant select to staff
  grant update (language, until_on, frozen_at, frozen_by, frozen_reason_ct, ended_at, ended_by, version, tells_news) to staff

-- sensitive life areas that this person wants to see on the own page; by themselves they are off
table app.portal_areas
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  person_id uuid not null
  life_area text not null
  opened_by uuid not null
  portal_areas_pkey PRIMARY KEY (tenant_id, case_id, person_id, life_area)
  portal_areas_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  portal_areas_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_areas_tenant_id_opened_by_fkey FOREIGN KEY (tenant_id, opened_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_areas_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  portal_areas_life_area_check CHECK (((length(life_area) >= 1) AND (length(life_area) <= 60)))
  CREATE INDEX portal_areas_tenant_id_opened_by_idx ON app.portal_areas USING btree (tenant_id, opened_by)
  CREATE INDEX portal_areas_tenant_id_room_id_case_id_idx ON app.portal_areas USING btree (tenant_id, room_id, case_id)
  policy team_closes_areas for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_opens_areas for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (opened_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_the_persons_page for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, person_id, life_area, opened_by) to staff

-- single items that stay off the person's page, each with a reason
table app.portal_holds
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  kind text not null
  row_id uuid not null
  reason_ct bytea not null
  held_by uuid not null
  held_at timestamp with time zone not null default now()
  lifted_at timestamp with time zone
  version integer not null default 1
  portal_holds_pkey PRIMARY KEY (tenant_id, id)
  portal_holds_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  portal_holds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_holds_tenant_id_held_by_fkey FOREIGN KEY (tenant_id, held_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_holds_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  portal_holds_kind_check CHECK ((kind = ANY (ARRAY['goal'::text, 'measure'::text, 'appointment'::text, 'consent'::text, 'disclosure'::text, 'access'::text, 'document'::text, 'fact'::text])))
  CREATE INDEX portal_holds_tenant_id_case_id_person_id_idx ON app.portal_holds USING btree (tenant_id, case_id, person_id)
  CREATE INDEX portal_holds_tenant_id_held_by_idx ON app.portal_holds USING btree (tenant_id, held_by)
  CREATE INDEX portal_holds_tenant_id_room_id_case_id_idx ON app.portal_holds USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX held_once ON app.portal_holds USING btree (tenant_id, case_id, person_id, kind, row_id) WHERE (lifted_at IS NULL)
  policy team_holds_back for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (held_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_the_persons_page for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_shows_again for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by) to staff
  grant select to staff
  grant update (lifted_at, version) to staff

-- what the person writes on the own page: questions, "this is wrong", Art. 18 and Art. 21 DSGVO, papers; and the answer
table app.portal_messages
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  access_id uuid not null
  kind text not null
  item text not null default ''::text
  text_ct bytea not null
  document_id uuid
  state text not null default 'open'::text
  answer_ct bytea
  answered_by uuid
  answered_at timestamp with time zone
  sent_at timestamp with time zone not null default now()
  version integer not null default 1
  fact_key text
  fact_value jsonb
  portal_messages_pkey PRIMARY KEY (tenant_id, id)
  portal_messages_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  portal_messages_tenant_id_case_id_access_id_fkey FOREIGN KEY (tenant_id, case_id, access_id) REFERENCES app.portal_accesses(tenant_id, case_id, id) ON DELETE CASCADE
  portal_messages_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (document_id)
  portal_messages_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  portal_messages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_messages_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  a_fact_that_is_said_has_a_value CHECK ((((kind = 'fact'::text) = (fact_key IS NOT NULL)) AND ((fact_key IS NULL) = (fact_value IS NULL))))
  answer_names_who CHECK (((state = 'open'::text) = (answered_at IS NULL)))
  portal_messages_fact_key_check CHECK ((fact_key ~ '^[a-z][A-Za-z0-9_]{1,60}$'::text))
  portal_messages_fact_value_check CHECK ((length((fact_value)::text) <= 200))
  portal_messages_item_check CHECK ((length(item) <= 80))
  portal_messages_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'wrong'::text, 'restrict'::text, 'object'::text, 'paper'::text, 'fact'::text])))
  portal_messages_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'declined'::text])))
  CREATE INDEX portal_messages_tenant_id_answered_by_idx ON app.portal_messages USING btree (tenant_id, answered_by)
  CREATE INDEX portal_messages_tenant_id_case_id_access_id_idx ON app.portal_messages USING btree (tenant_id, case_id, access_id)
  CREATE INDEX portal_messages_tenant_id_case_id_document_id_idx ON app.portal_messages USING btree (tenant_id, case_id, document_id)
  CREATE INDEX portal_messages_tenant_id_case_id_person_id_idx ON app.portal_messages USING btree (tenant_id, case_id, person_id)
  CREATE INDEX portal_messages_tenant_id_room_id_case_id_idx ON app.portal_messages USING btree (tenant_id, room_id, case_id)
  policy team_changes_the_persons_page for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_the_persons_page for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant select to staff
  grant update (state, answer_ct, answered_by, answered_at, version) to staff

-- telephones with which the person opens the own page without a PIN; gone with a freeze, an end, a new card and a new PIN
table app.portal_passkeys
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  access_id uuid not null
  created_at timestamp with time zone not null default now()
  portal_passkeys_pkey PRIMARY KEY (tenant_id, id)
  portal_passkeys_tenant_id_case_id_access_id_fkey FOREIGN KEY (tenant_id, case_id, access_id) REFERENCES app.portal_accesses(tenant_id, case_id, id) ON DELETE CASCADE
  portal_passkeys_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  portal_passkeys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_passkeys_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX portal_passkeys_tenant_id_case_id_access_id_idx ON app.portal_passkeys USING btree (tenant_id, case_id, access_id)
  CREATE INDEX portal_passkeys_tenant_id_case_id_person_id_idx ON app.portal_passkeys USING btree (tenant_id, case_id, person_id)
  CREATE INDEX portal_passkeys_tenant_id_room_id_case_id_idx ON app.portal_passkeys USING btree (tenant_id, room_id, case_id)
  policy team_sees_that_there_is_one for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant select to staff

-- what a person has learnt and can do, with and without a paper, and how far it is recognised here
table app.qualifications
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  kind text not null
  title_ct bytea not null
  country text not null default ''::text
  gained_year integer
  recognition text not null default 'open'::text
  document_id uuid
  withdrawn_at timestamp with time zone
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  qualifications_pkey PRIMARY KEY (tenant_id, id)
  qualifications_tenant_id_case_id_document_id_fkey FOREIGN KEY (tenant_id, case_id, document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (document_id)
  qualifications_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  qualifications_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  qualifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  qualifications_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  qualifications_country_check CHECK ((country ~ '^[0-9A-Z]{0,3}$'::text))
  qualifications_gained_year_check CHECK (((gained_year >= 1930) AND (gained_year <= 2100)))
  qualifications_kind_check CHECK ((kind = ANY (ARRAY['school'::text, 'vocational'::text, 'degree'::text, 'licence'::text, 'course'::text, 'work'::text, 'skill'::text])))
  qualifications_recognition_check CHECK ((recognition = ANY (ARRAY['open'::text, 'not_needed'::text, 'planned'::text, 'applied'::text, 'partly'::text, 'recognised'::text, 'refused'::text])))
  CREATE INDEX qualifications_tenant_id_case_id_document_id_idx ON app.qualifications USING btree (tenant_id, case_id, document_id)
  CREATE INDEX qualifications_tenant_id_case_id_person_id_idx ON app.qualifications USING btree (tenant_id, case_id, person_id)
  CREATE INDEX qualifications_tenant_id_created_by_idx ON app.qualifications USING btree (tenant_id, created_by)
  CREATE INDEX qualifications_tenant_id_room_id_case_id_idx ON app.qualifications USING btree (tenant_id, room_id, case_id)
  policy team_adds_in_its_own_name for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_its_assessments for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_its_assessments for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, kind, title_ct, country, gained_year, recognition, document_id, created_by) to staff
  grant select to staff
  grant update (kind, title_ct, country, gained_year, recognition, document_id, withdrawn_at, version) to staff

-- Anfrage from an organisation to an organisation: the asker sees "received", and the disclosure if one comes
table app.requests
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid
  person_id uuid
  recipient_id uuid not null
  basis text not null
  is_87 boolean not null default false
  key_ref text not null
  text_ct bytea not null
  thread_id uuid not null
  author_id uuid not null
  sent_at timestamp with time zone not null default now()
  version integer not null default 1
  requests_tenant_id_thread_id_key UNIQUE (tenant_id, thread_id)
  requests_pkey PRIMARY KEY (tenant_id, id)
  requests_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  requests_tenant_id_recipient_id_fkey FOREIGN KEY (tenant_id, recipient_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  requests_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  requests_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  requests_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  requests_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 300)))
  CREATE INDEX requests_tenant_id_author_id_idx ON app.requests USING btree (tenant_id, author_id)
  CREATE INDEX requests_tenant_id_recipient_id_idx ON app.requests USING btree (tenant_id, recipient_id)
  CREATE INDEX requests_tenant_id_room_id_case_id_idx ON app.requests USING btree (tenant_id, room_id, case_id)
  CREATE INDEX requests_tenant_id_room_id_person_id_idx ON app.requests USING btree (tenant_id, room_id, person_id)
  CREATE INDEX requests_tenant_id_room_id_sent_at_idx ON app.requests USING btree (tenant_id, room_id, sent_at DESC)
  policy rooms_read_their_requests for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (((case_id IS NULL) AND (( SELECT app.acts_room_wide() AS acts_room_wide) OR ( SELECT app.has_role(VARIADIC ARRAY['partner_worker'::text]) AS has_role))) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))))
  policy rooms_send_requests for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND (((case_id IS NULL) AND (( SELECT app.acts_room_wide() AS acts_room_wide) OR ( SELECT app.has_role(VARIADIC ARRAY['partner_worker'::text]) AS has_role))) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))) AND ((person_id IS NULL) OR ( SELECT app.acts_room_wide() AS acts_room_wide) OR (person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids)))))
  grant insert (tenant_id, room_id, id, case_id, person_id, recipient_id, basis, is_87, key_ref, text_ct, thread_id, author_id) to staff
  grant select to staff

-- why a file is kept although its period is over, until when, and who said so; lifted early only by somebody else
table app.retention_holds
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  kind text not null
  reason_ct bytea not null
  until_on date not null
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  lifted_by uuid
  lifted_at timestamp with time zone
  version integer not null default 1
  retention_holds_pkey PRIMARY KEY (tenant_id, id)
  retention_holds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  retention_holds_tenant_id_lifted_by_fkey FOREIGN KEY (tenant_id, lifted_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  retention_holds_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  retention_holds_tenant_id_set_by_fkey FOREIGN KEY (tenant_id, set_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  hold_is_lifted_by_another CHECK ((lifted_by <> set_by))
  hold_is_lifted_by_somebody CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
  retention_holds_kind_check CHECK ((kind = ANY (ARRAY['legal_dispute'::text, 'complaint'::text, 'audit'::text, 'person_asks'::text, 'other'::text])))
  CREATE INDEX retention_holds_tenant_id_lifted_by_idx ON app.retention_holds USING btree (tenant_id, lifted_by)
  CREATE INDEX retention_holds_tenant_id_room_id_case_id_idx ON app.retention_holds USING btree (tenant_id, room_id, case_id)
  CREATE INDEX retention_holds_tenant_id_set_by_idx ON app.retention_holds USING btree (tenant_id, set_by)
  policy others_lift_holds for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.decides_retention_of(case_id) AND (set_by <> ( SELECT app.current_account() AS current_account)) AND (lifted_at IS NULL)) check ((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id)))
  policy staff_reads_holds for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.sees_retention_of(case_id))
  policy staff_sets_holds for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND app.sees_retention_of(case_id) AND (set_by = ( SELECT app.current_account() AS current_account)))
  grant insert (tenant_id, room_id, id, case_id, kind, reason_ct, until_on, set_by) to staff
  grant select to staff
  grant update (lifted_at, version) to staff

-- what a night found due in a room, and what became of it: numbers alone
table app.retention_reports
  tenant_id uuid not null
  room_id uuid not null
  ran_on date not null
  due integer not null default 0
  erased integer not null default 0
  held integer not null default 0
  waiting integer not null default 0
  persons_erased integer not null default 0
  consultations_erased integer not null default 0
  retention_reports_pkey PRIMARY KEY (tenant_id, room_id, ran_on)
  retention_reports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  retention_reports_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  due_is_erased_held_or_waiting CHECK ((due = ((erased + held) + waiting)))
  retention_reports_consultations_erased_check CHECK ((consultations_erased >= 0))
  policy leads_read_reports for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role))
  grant select to staff

-- Aktenbereich: where personal data live; one controller or the agreement of joint controllers
table app.rooms
  tenant_id uuid not null
  id uuid not null
  kind text not null
  side text not null generated
  name text not null
  controller_id uuid
  joint_agreement text
  operator_id uuid not null
  closed_at timestamp with time zone
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  rooms_tenant_id_id_side_key UNIQUE (tenant_id, id, side)
  rooms_pkey PRIMARY KEY (tenant_id, id)
  rooms_tenant_id_controller_id_fkey FOREIGN KEY (tenant_id, controller_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  rooms_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  rooms_tenant_id_operator_id_fkey FOREIGN KEY (tenant_id, operator_id) REFERENCES app.organisations(tenant_id, id) ON DELETE RESTRICT
  room_names_its_controller CHECK (((controller_id IS NOT NULL) OR (joint_agreement IS NOT NULL)))
  rooms_joint_agreement_check CHECK (((length(joint_agreement) >= 1) AND (length(joint_agreement) <= 500)))
  rooms_kind_check CHECK ((kind = ANY (ARRAY['case_management'::text, 'immigration_office'::text, 'naturalisation_office'::text, 'partner'::text])))
  rooms_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CREATE INDEX rooms_tenant_id_controller_id_idx ON app.rooms USING btree (tenant_id, controller_id)
  CREATE INDEX rooms_tenant_id_operator_id_idx ON app.rooms USING btree (tenant_id, operator_id)
  policy administrators_add_rooms for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_rooms for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy members_and_administrators_read_rooms for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ((id = ANY (ARRAY( SELECT app.member_room_ids() AS member_room_ids))) OR (id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))) OR (id = ANY (ARRAY( SELECT app.deputised_room_ids() AS deputised_room_ids))) OR ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role)))
  grant insert (tenant_id, id, kind, name, controller_id, joint_agreement, operator_id) to staff
  grant select to staff
  grant update (name, joint_agreement, closed_at, version) to staff

-- named filters of a list, each account's own; the first by place is what the list begins with
table app.saved_views
  tenant_id uuid not null
  room_id uuid not null
  account_id uuid not null
  id uuid not null
  list text not null
  name text not null
  query text not null
  place integer not null default 0
  created_at timestamp with time zone not null default now()
  one_view_of_a_name UNIQUE (tenant_id, account_id, room_id, list, name)
  saved_views_pkey PRIMARY KEY (tenant_id, id)
  saved_views_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE CASCADE
  saved_views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  saved_views_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE CASCADE
  saved_views_list_check CHECK ((list = 'cases'::text))
  saved_views_name_check CHECK (((name = btrim(name)) AND ((length(name) >= 1) AND (length(name) <= 60))))
  saved_views_query_check CHECK (((length(query) <= 1000) AND (query !~ '(^|&)q='::text)))
  CREATE INDEX saved_views_tenant_id_room_id_idx ON app.saved_views USING btree (tenant_id, room_id)
  policy accounts_keep_own_views for all to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (account_id = ( SELECT app.current_account() AS current_account)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, account_id, id, list, name, query, place) to staff
  grant update (place) to staff

-- normalised keys of names, birth dates and telephone numbers; searched by equality only, through app.find_persons
table app.search_keys
  tenant_id uuid not null
  room_id uuid not null
  key text not null
  person_id uuid not null
  search_keys_pkey PRIMARY KEY (tenant_id, room_id, key, person_id)
  search_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  search_keys_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  search_keys_key_check CHECK (((length(key) >= 2) AND (length(key) <= 120)))
  CREATE INDEX search_keys_tenant_id_room_id_person_id_idx ON app.search_keys USING btree (tenant_id, room_id, person_id)
  policy staff_adds_keys_of_open_persons for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_reads_keys_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  policy staff_removes_keys_of_open_persons for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant delete, select to staff
  grant insert (tenant_id, room_id, key, person_id) to staff

-- what a tenant decides: retention of imported cells, caseload limit, and the like
table app.settings
  tenant_id uuid not null
  key text not null
  value jsonb not null
  version integer not null default 1
  settings_pkey PRIMARY KEY (tenant_id, key)
  settings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  settings_key_check CHECK ((key ~ '^[a-z_]{1,60}$'::text))
  policy administrators_add_settings for insert to staff check ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy administrators_change_settings for update to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND ( SELECT app.has_role(VARIADIC ARRAY['tenant_administrator'::text]) AS has_role))
  policy staff_reads_settings for select to staff using (tenant_id = ( SELECT app.current_tenant() AS current_tenant))
  grant insert (tenant_id, key, value) to staff
  grant select to staff
  grant update (value, version) to staff

-- what of the case is shared; never more than the consents cover at the moment of reading
table app.share_categories
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  share_id uuid not null
  life_area text not null
  kind text not null
  share_categories_pkey PRIMARY KEY (tenant_id, share_id, life_area, kind)
  share_categories_tenant_id_case_id_share_id_fkey FOREIGN KEY (tenant_id, case_id, share_id) REFERENCES app.shares(tenant_id, case_id, id) ON DELETE CASCADE
  share_categories_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  share_categories_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  share_categories_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'task'::text, 'papers'::text, 'notices'::text, 'certificates'::text])))
  share_categories_life_area_check CHECK ((life_area <> ''::text))
  CREATE INDEX share_categories_tenant_id_case_id_share_id_idx ON app.share_categories USING btree (tenant_id, case_id, share_id)
  CREATE INDEX share_categories_tenant_id_room_id_case_id_idx ON app.share_categories USING btree (tenant_id, room_id, case_id)
  policy team_chooses_what_is_shared for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_categories_of_shares for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_shares_less for delete to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant delete, select to staff
  grant insert (tenant_id, room_id, case_id, share_id, life_area, kind) to staff

-- the consents that carry a share: one or more for each person of the case that it shows
table app.share_consents
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  share_id uuid not null
  consent_id uuid not null
  share_consents_pkey PRIMARY KEY (tenant_id, share_id, consent_id)
  share_consents_tenant_id_case_id_consent_id_fkey FOREIGN KEY (tenant_id, case_id, consent_id) REFERENCES app.consents(tenant_id, case_id, id) ON DELETE CASCADE
  share_consents_tenant_id_case_id_share_id_fkey FOREIGN KEY (tenant_id, case_id, share_id) REFERENCES app.shares(tenant_id, case_id, id) ON DELETE CASCADE
  share_consents_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  share_consents_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX share_consents_tenant_id_case_id_consent_id_idx ON app.share_consents USING btree (tenant_id, case_id, consent_id)
  CREATE INDEX share_consents_tenant_id_case_id_share_id_idx ON app.share_consents USING btree (tenant_id, case_id, share_id)
  CREATE INDEX share_consents_tenant_id_room_id_case_id_idx ON app.share_consents USING btree (tenant_id, room_id, case_id)
  policy team_adds_consents_to_shares for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_consents_of_shares for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, case_id, share_id, consent_id) to staff
  grant select to staff

-- who of the partner organisation: people, never the organisation as a whole
table app.share_members
  tenant_id uuid not null
  room_id uuid not null
  case_id uuid not null
  share_id uuid not null
  account_id uuid not null
  added_by uuid not null
  added_at timestamp with time zone not null default now()
  removed_at timestamp with time zone
  share_members_pkey PRIMARY KEY (tenant_id, share_id, account_id)
  share_members_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  share_members_tenant_id_added_by_fkey FOREIGN KEY (tenant_id, added_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  share_members_tenant_id_case_id_share_id_fkey FOREIGN KEY (tenant_id, case_id, share_id) REFERENCES app.shares(tenant_id, case_id, id) ON DELETE CASCADE
  share_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  share_members_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  CREATE INDEX share_members_tenant_id_account_id_idx ON app.share_members USING btree (tenant_id, account_id)
  CREATE INDEX share_members_tenant_id_added_by_idx ON app.share_members USING btree (tenant_id, added_by)
  CREATE INDEX share_members_tenant_id_case_id_share_id_idx ON app.share_members USING btree (tenant_id, case_id, share_id)
  CREATE INDEX share_members_tenant_id_room_id_case_id_idx ON app.share_members USING btree (tenant_id, room_id, case_id)
  policy officers_read_members_of_shares for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy team_names_people for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (added_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND (account_id IN ( SELECT w.account_id FROM app.partner_people(( SELECT h.organisation_id FROM app.shares h WHERE ((h.tenant_id = share_members.tenant_id) AND (h.id = share_members.share_id)))) w(account_id, given_name, family_name, job_title))))
  policy team_reads_members_of_shares for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_removes_people for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  grant insert (tenant_id, room_id, case_id, share_id, account_id, added_by) to staff
  grant select to staff
  grant update (added_at, removed_at) to staff

-- Freigabe: named people of one partner organisation work on chosen life areas and kinds of one case, as long as the consents carry it
table app.shares
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  organisation_id uuid not null
  organisation_kind text not null
  legal_basis_id uuid not null
  from_on date not null
  until_on date not null
  created_by uuid not null
  ended_at timestamp with time zone
  ended_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  shares_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  shares_pkey PRIMARY KEY (tenant_id, id)
  shares_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  shares_tenant_id_ended_by_fkey FOREIGN KEY (tenant_id, ended_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  shares_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  shares_tenant_id_legal_basis_id_fkey FOREIGN KEY (tenant_id, legal_basis_id) REFERENCES app.legal_bases(tenant_id, id) ON DELETE RESTRICT
  shares_tenant_id_organisation_id_organisation_kind_fkey FOREIGN KEY (tenant_id, organisation_id, organisation_kind) REFERENCES app.organisations(tenant_id, id, kind) ON UPDATE RESTRICT ON DELETE RESTRICT
  shares_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  never_towards_an_authority CHECK ((organisation_kind <> ALL (ARRAY['immigration_office'::text, 'naturalisation_office'::text, 'land_authority'::text])))
  share_ends_after_it_begins CHECK ((until_on >= from_on))
  CREATE INDEX shares_tenant_id_created_by_idx ON app.shares USING btree (tenant_id, created_by)
  CREATE INDEX shares_tenant_id_ended_by_idx ON app.shares USING btree (tenant_id, ended_by)
  CREATE INDEX shares_tenant_id_legal_basis_id_idx ON app.shares USING btree (tenant_id, legal_basis_id)
  CREATE INDEX shares_tenant_id_organisation_id_organisation_kind_idx ON app.shares USING btree (tenant_id, organisation_id, organisation_kind)
  CREATE INDEX shares_tenant_id_room_id_case_id_idx ON app.shares USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_share_at_a_time ON app.shares USING btree (tenant_id, case_id, organisation_id) WHERE (ended_at IS NULL)
  policy officers_read_that_shares_exist for select to staff using ((tenant_id = ( SELECT app.current_tenant() AS current_tenant)) AND (room_id = ANY (ARRAY( SELECT app.supervised_room_ids() AS supervised_room_ids))))
  policy team_ends_shares for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_makes_shares for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (ended_at IS NULL) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reads_shares for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, organisation_id, organisation_kind, legal_basis_id, from_on, until_on, created_by) to staff
  grant select to staff
  grant update (ended_at, ended_by, version) to staff

-- Kurzberatung without a person: codes only, no free text, so that nobody can be recognised
table app.short_advices
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  happened_on date not null
  language text not null default ''::text
  life_areas text[] not null default '{}'::text[]
  outcome text not null
  minutes integer
  author_id uuid not null
  case_id uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  short_advices_pkey PRIMARY KEY (tenant_id, id)
  short_advices_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  short_advices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  short_advices_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE RESTRICT
  short_advices_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  short_advices_minutes_check CHECK (((minutes >= 0) AND (minutes <= 600)))
  short_advices_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'advised_onward'::text, 'appointment'::text, 'became_case'::text, 'no_solution'::text])))
  CREATE INDEX short_advices_tenant_id_author_id_idx ON app.short_advices USING btree (tenant_id, author_id)
  CREATE INDEX short_advices_tenant_id_room_id_case_id_idx ON app.short_advices USING btree (tenant_id, room_id, case_id)
  CREATE INDEX short_advices_tenant_id_room_id_happened_on_idx ON app.short_advices USING btree (tenant_id, room_id, happened_on)
  policy authors_and_lead_read_short_advices for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (( SELECT app.has_role(VARIADIC ARRAY['team_lead'::text]) AS has_role) OR ((author_id = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text]) AS has_role))))
  policy authors_change_short_advices for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account))) check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND ((case_id IS NULL) OR (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids)))))
  policy case_managers_add_short_advices for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (author_id = ( SELECT app.current_account() AS current_account)) AND ( SELECT app.has_role(VARIADIC ARRAY['case_manager'::text, 'team_lead'::text]) AS has_role))
  grant insert (tenant_id, room_id, id, happened_on, language, life_areas, outcome, minutes, author_id) to staff
  grant select to staff
  grant update (happened_on, language, life_areas, outcome, minutes, case_id, version) to staff

-- what somebody decided on each text and file before it was given out: whole, blacked out in part, or not at all, and why
table app.subject_access_reviews
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  access_id uuid not null
  place text not null
  row_id uuid not null
  verdict text not null
  detail_ct bytea not null
  reviewed_by uuid not null
  version integer not null default 1
  reviewed_at timestamp with time zone not null default now()
  subject_access_reviews_tenant_id_access_id_place_row_id_key UNIQUE (tenant_id, access_id, place, row_id)
  subject_access_reviews_pkey PRIMARY KEY (tenant_id, id)
  subject_access_reviews_tenant_id_case_id_access_id_fkey FOREIGN KEY (tenant_id, case_id, access_id) REFERENCES app.subject_accesses(tenant_id, case_id, id) ON DELETE CASCADE
  subject_access_reviews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  subject_access_reviews_tenant_id_reviewed_by_fkey FOREIGN KEY (tenant_id, reviewed_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  subject_access_reviews_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  subject_access_reviews_place_check CHECK ((place ~ '^[a-z_]+\.[a-z_]+$'::text))
  subject_access_reviews_verdict_check CHECK ((verdict = ANY (ARRAY['whole'::text, 'partly'::text, 'withheld'::text])))
  CREATE INDEX subject_access_reviews_tenant_id_case_id_access_id_idx ON app.subject_access_reviews USING btree (tenant_id, case_id, access_id)
  CREATE INDEX subject_access_reviews_tenant_id_reviewed_by_idx ON app.subject_access_reviews USING btree (tenant_id, reviewed_by)
  CREATE INDEX subject_access_reviews_tenant_id_room_id_case_id_idx ON app.subject_access_reviews USING btree (tenant_id, room_id, case_id)
  policy team_reads_reviews_of_texts for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reviews_texts for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (reviewed_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_reviews_texts_again for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids)))) check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (reviewed_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, access_id, place, row_id, verdict, detail_ct, reviewed_by) to staff
  grant select to staff
  grant update (verdict, detail_ct, reviewed_by, version, reviewed_at) to staff

-- somebody asked what is held on them (Art. 15 DSGVO): until when it is answered, how, and by whom
table app.subject_accesses
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  asked_on date not null
  state text not null default 'open'::text
  given_on date
  given_how text
  identity_by text
  given_by uuid
  pdf_document_id uuid
  data_ct bytea
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  subject_accesses_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  subject_accesses_pkey PRIMARY KEY (tenant_id, id)
  subject_accesses_tenant_id_case_id_pdf_document_id_fkey FOREIGN KEY (tenant_id, case_id, pdf_document_id) REFERENCES app.documents(tenant_id, case_id, id) ON DELETE SET NULL (pdf_document_id)
  subject_accesses_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  subject_accesses_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  subject_accesses_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  subject_accesses_tenant_id_given_by_fkey FOREIGN KEY (tenant_id, given_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  subject_accesses_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  given_says_all CHECK (((state = 'given'::text) = ((given_on IS NOT NULL) AND (given_how IS NOT NULL) AND (identity_by IS NOT NULL) AND (given_by IS NOT NULL))))
  not_given_before_asked CHECK ((given_on >= asked_on))
  subject_accesses_given_how_check CHECK ((given_how = ANY (ARRAY['handed_over'::text, 'post'::text])))
  subject_accesses_identity_by_check CHECK ((identity_by = ANY (ARRAY['known'::text, 'paper_seen'::text, 'representative'::text])))
  subject_accesses_state_check CHECK ((state = ANY (ARRAY['open'::text, 'given'::text, 'dropped'::text])))
  CREATE INDEX subject_accesses_tenant_id_case_id_pdf_document_id_idx ON app.subject_accesses USING btree (tenant_id, case_id, pdf_document_id)
  CREATE INDEX subject_accesses_tenant_id_case_id_person_id_idx ON app.subject_accesses USING btree (tenant_id, case_id, person_id)
  CREATE INDEX subject_accesses_tenant_id_created_by_idx ON app.subject_accesses USING btree (tenant_id, created_by)
  CREATE INDEX subject_accesses_tenant_id_given_by_idx ON app.subject_accesses USING btree (tenant_id, given_by)
  CREATE INDEX subject_accesses_tenant_id_room_id_case_id_idx ON app.subject_accesses USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_open_subject_access ON app.subject_accesses USING btree (tenant_id, case_id, person_id) WHERE (state = 'open'::text)
  policy team_begins_subject_accesses for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  policy team_ends_open_subject_accesses for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (state = 'open'::text) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids)))) check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND ((given_by IS NULL) OR (given_by = ( SELECT app.current_account() AS current_account))))
  policy team_reads_subject_accesses for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, asked_on, created_by) to staff
  grant select to staff
  grant update (state, given_on, given_how, identity_by, given_by, pdf_document_id, data_ct, version) to staff

-- Rechtskreiswechsel: a checklist taken on, or a proposal that was declined; what is only proposed has no row
table app.switch_checklists
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  template text not null
  event_on date not null
  source text not null
  state text not null default 'open'::text
  reason_ct bytea
  created_by uuid not null
  settled_on date
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  switch_checklists_tenant_id_case_id_id_key UNIQUE (tenant_id, case_id, id)
  switch_checklists_pkey PRIMARY KEY (tenant_id, id)
  switch_checklists_tenant_id_case_id_person_id_fkey FOREIGN KEY (tenant_id, case_id, person_id) REFERENCES app.case_persons(tenant_id, case_id, person_id) ON DELETE CASCADE
  switch_checklists_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  switch_checklists_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  switch_checklists_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  declined_says_why CHECK (((state = 'declined'::text) = (reason_ct IS NOT NULL)))
  settled_says_when CHECK (((state = 'open'::text) = (settled_on IS NULL)))
  switch_checklists_source_check CHECK ((source = ANY (ARRAY['computed'::text, 'typed'::text])))
  switch_checklists_state_check CHECK ((state = ANY (ARRAY['open'::text, 'declined'::text, 'done'::text])))
  switch_checklists_template_check CHECK ((template ~ '^[a-z0-9_]{2,40}$'::text))
  CREATE INDEX switch_checklists_tenant_id_case_id_person_id_idx ON app.switch_checklists USING btree (tenant_id, case_id, person_id)
  CREATE INDEX switch_checklists_tenant_id_created_by_idx ON app.switch_checklists USING btree (tenant_id, created_by)
  CREATE INDEX switch_checklists_tenant_id_room_id_case_id_idx ON app.switch_checklists USING btree (tenant_id, room_id, case_id)
  CREATE UNIQUE INDEX one_checklist_a_switch ON app.switch_checklists USING btree (tenant_id, case_id, person_id, template, event_on)
  policy team_changes_switch_checklists for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_switch_checklists for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_takes_on_switch_checklists for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, person_id, template, event_on, source, state, reason_ct, created_by, settled_on) to staff
  grant select to staff
  grant update (event_on, state, reason_ct, settled_on, version) to staff

-- what is to be done for a change of benefit system, by whom and when; "manager" is whoever leads the case on that day, who also watches over the rest
table app.switch_items
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  checklist_id uuid not null
  position integer not null
  item_key text not null default ''::text
  title_ct bytea not null
  owner_kind text not null
  owner_ct bytea
  due_on date not null
  state text not null default 'open'::text
  note_ct bytea
  settled_on date
  settled_by uuid
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  switch_items_pkey PRIMARY KEY (tenant_id, id)
  switch_items_tenant_id_case_id_checklist_id_fkey FOREIGN KEY (tenant_id, case_id, checklist_id) REFERENCES app.switch_checklists(tenant_id, case_id, id) ON DELETE CASCADE
  switch_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  switch_items_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  switch_items_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  a_named_owner_has_a_name CHECK (((owner_kind = ANY (ARRAY['person'::text, 'manager'::text])) OR (owner_ct IS NOT NULL)))
  settled_item_says_when CHECK (((state = 'open'::text) = (settled_on IS NULL)))
  switch_items_item_key_check CHECK ((item_key ~ '^[a-z0-9_]{0,40}$'::text))
  switch_items_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['person'::text, 'manager'::text, 'office'::text, 'other'::text])))
  switch_items_position_check CHECK ((("position" >= 1) AND ("position" <= 200)))
  switch_items_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'not_needed'::text])))
  CREATE INDEX switch_items_open ON app.switch_items USING btree (tenant_id, room_id, due_on) WHERE (state = 'open'::text)
  CREATE INDEX switch_items_tenant_id_case_id_checklist_id_idx ON app.switch_items USING btree (tenant_id, case_id, checklist_id)
  CREATE INDEX switch_items_tenant_id_room_id_case_id_idx ON app.switch_items USING btree (tenant_id, room_id, case_id)
  CREATE INDEX switch_items_tenant_id_settled_by_idx ON app.switch_items USING btree (tenant_id, settled_by)
  policy team_adds_switch_items for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_changes_switch_items for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_reads_switch_items for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, checklist_id, position, item_key, title_ct, owner_kind, owner_ct, due_on) to staff
  grant select to staff
  grant update (title_ct, owner_kind, owner_ct, due_on, state, note_ct, settled_on, settled_by, version) to staff

-- Kommune: one Kreis or kreisfreie Stadt with its Kommunales Integrationszentrum
table app.tenants
  id uuid not null
  kind text not null default 'municipality'::text
  name text not null
  is_demo boolean not null default false
  created_at timestamp with time zone not null default now()
  tenants_pkey PRIMARY KEY (id)
  tenants_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'land'::text])))
  tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  policy staff_reads_own_tenant for select to staff using (id = ( SELECT app.current_tenant() AS current_tenant))
  grant select to staff

-- Fristen: the next day of each kind a rule has for a person, written by the nightly run alone; computed_on: since when it says so
table app.upcoming_days
  tenant_id uuid not null
  room_id uuid not null
  person_id uuid not null
  rule text not null
  kind text not null
  day date not null
  detail text not null default ''::text
  is_certain boolean not null default true
  computed_on date not null
  law_version text not null
  upcoming_days_pkey PRIMARY KEY (tenant_id, person_id, rule, kind)
  upcoming_days_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  upcoming_days_tenant_id_room_id_person_id_fkey FOREIGN KEY (tenant_id, room_id, person_id) REFERENCES app.persons(tenant_id, room_id, id) ON DELETE CASCADE
  upcoming_days_detail_check CHECK ((detail ~ '^[A-Za-z0-9_.>]{0,90}$'::text))
  upcoming_days_kind_check CHECK ((kind = ANY (ARRAY['opens'::text, 'closes'::text, 'switch'::text, 'ends'::text])))
  upcoming_days_law_version_check CHECK (((length(law_version) >= 1) AND (length(law_version) <= 40)))
  upcoming_days_rule_check CHECK ((rule ~ '^[A-Z0-9_]{2,40}$'::text))
  CREATE INDEX upcoming_days_tenant_id_room_id_day_person_id_idx ON app.upcoming_days USING btree (tenant_id, room_id, day, person_id)
  CREATE INDEX upcoming_days_tenant_id_room_id_person_id_idx ON app.upcoming_days USING btree (tenant_id, room_id, person_id)
  policy staff_reads_days_of_open_persons for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND ((person_id = ANY (ARRAY( SELECT app.open_person_ids() AS open_person_ids))) OR ( SELECT app.acts_room_wide() AS acts_room_wide)))
  grant select to staff

-- an appointment or task for a volunteer, who sees first name, time, place and language through app.my_volunteer_tasks, and no file
table app.volunteer_tasks
  tenant_id uuid not null
  room_id uuid not null
  id uuid not null
  case_id uuid not null
  account_id uuid not null
  kind text not null
  first_name text not null
  happens_on date not null
  happens_at time without time zone
  place text not null
  language text not null default ''::text
  state text not null default 'offered'::text
  created_by uuid not null
  version integer not null default 1
  created_at timestamp with time zone not null default now()
  title_ct bytea
  volunteer_task_of_case UNIQUE (tenant_id, case_id, id)
  volunteer_tasks_pkey PRIMARY KEY (tenant_id, id)
  volunteer_tasks_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  volunteer_tasks_tenant_id_created_by_fkey FOREIGN KEY (tenant_id, created_by) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  volunteer_tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  volunteer_tasks_tenant_id_room_id_case_id_fkey FOREIGN KEY (tenant_id, room_id, case_id) REFERENCES app.cases(tenant_id, room_id, id) ON DELETE CASCADE
  volunteer_tasks_first_name_check CHECK (((length(first_name) >= 1) AND (length(first_name) <= 60)))
  volunteer_tasks_kind_check CHECK ((kind = ANY (ARRAY['accompany'::text, 'interpret'::text, 'learn'::text, 'forms'::text, 'leisure'::text, 'moving'::text])))
  volunteer_tasks_place_check CHECK (((length(place) >= 1) AND (length(place) <= 120)))
  volunteer_tasks_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'declined'::text, 'done'::text, 'cancelled'::text])))
  CREATE INDEX volunteer_tasks_tenant_id_account_id_happens_on_idx ON app.volunteer_tasks USING btree (tenant_id, account_id, happens_on)
  CREATE INDEX volunteer_tasks_tenant_id_created_by_idx ON app.volunteer_tasks USING btree (tenant_id, created_by)
  CREATE INDEX volunteer_tasks_tenant_id_room_id_case_id_idx ON app.volunteer_tasks USING btree (tenant_id, room_id, case_id)
  policy team_changes_volunteer_tasks for update to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  policy team_gives_tasks_to_volunteers for insert to staff check (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (created_by = ( SELECT app.current_account() AS current_account)) AND (state = 'offered'::text) AND (case_id = ANY (ARRAY( SELECT app.team_case_ids('{lead,substitute,member}'::text[]) AS team_case_ids))) AND app.is_volunteer(account_id))
  policy team_reads_volunteer_tasks for select to staff using (((tenant_id, room_id) = ( SELECT s.tenant_id, s.room_id FROM app.session_context() s(tenant_id, account_id, room_id, session_id))) AND (case_id = ANY (ARRAY( SELECT app.open_case_ids() AS open_case_ids))))
  grant insert (tenant_id, room_id, id, case_id, account_id, kind, first_name, happens_on, happens_at, place, language, created_by, title_ct) to staff
  grant select to staff
  grant update (happens_on, happens_at, place, language, state, version) to staff

-- which ending was announced to whoever leads the case, 30 and 7 days before, so that it is said once each
table private.announced_endings
  tenant_id uuid not null
  thing_id uuid not null
  days integer not null
  at timestamp with time zone not null default now()
  announced_endings_pkey PRIMARY KEY (tenant_id, thing_id, days)
  announced_endings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  announced_endings_days_check CHECK ((days = ANY (ARRAY[30, 7])))

-- the running number within a year; a number tells at most how many cases the tenant has
table private.case_counters
  tenant_id uuid not null
  year integer not null
  next integer not null default 1
  case_counters_pkey PRIMARY KEY (tenant_id, year)
  case_counters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT

-- for statistics after erasure: years and codes; nothing of it leads back to anybody
table private.closed_case_facts
  tenant_id uuid not null
  id uuid not null default gen_random_uuid()
  opened_year integer
  closed_year integer
  phase text not null
  closing_reason text
  life_areas text[] not null default '{}'::text[]
  persons text not null
  goals_reached integer
  goals_partly integer
  goals_not integer
  closed_case_facts_pkey PRIMARY KEY (tenant_id, id)
  closed_case_facts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  closed_case_facts_persons_check CHECK ((persons = ANY (ARRAY['1'::text, '2-3'::text, '4+'::text])))

-- password hashes (argon2id) and sealed TOTP secrets; reached by functions of the sign-in login only
table private.credentials
  tenant_id uuid not null
  account_id uuid not null
  password_hash text
  password_set_at timestamp with time zone
  totp_sealed bytea
  totp_confirmed_at timestamp with time zone
  totp_last_step bigint not null default 0
  recovery_hashes bytea[] not null default '{}'::bytea[]
  credentials_pkey PRIMARY KEY (tenant_id, account_id)
  credentials_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  credentials_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT

-- the nightly run over all persons of a tenant, with the place where it stands; numbers over all rooms, so for nobody's eyes as they are
table private.deadline_runs
  tenant_id uuid not null
  on_day date not null
  after_person uuid
  done integer not null default 0
  total integer not null default 0
  failed integer not null default 0
  law_version text not null
  began_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  deadline_runs_pkey PRIMARY KEY (tenant_id, on_day)
  deadline_runs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT

-- facts that changed after they had been disclosed: their recipients are told (Art. 19 DSGVO)
table private.fact_changes
  tenant_id uuid not null
  id bigint not null
  person_id uuid not null
  field text not null
  at timestamp with time zone not null default now()
  why text not null default 'changed'::text
  fact_changes_pkey PRIMARY KEY (tenant_id, id)
  fact_changes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  fact_changes_why_check CHECK ((why = ANY (ARRAY['changed'::text, 'wrong'::text, 'restricted'::text, 'objected'::text])))

table private.invitations
  tenant_id uuid not null
  token_hash bytea not null
  account_id uuid not null
  kind text not null
  resets_second_factor boolean not null default false
  requested_by uuid
  confirmed_by uuid
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  invitations_pkey PRIMARY KEY (tenant_id, token_hash)
  invitations_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  invitations_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'recovery'::text, 'first_administrator'::text])))
  somebody_else_confirms CHECK (((confirmed_by IS NULL) OR (confirmed_by <> requested_by)))
  CREATE INDEX invitations_tenant_id_account_id_idx ON private.invitations USING btree (tenant_id, account_id)

-- written in the transaction that ends what the keys sealed; destroyed once that is committed, also after a crash
table private.keys_to_destroy
  tenant_id uuid not null
  key_ref text not null
  stored_name text not null default ''::text
  created_at timestamp with time zone not null default now()
  keys_to_destroy_pkey PRIMARY KEY (tenant_id, key_ref, stored_name)
  keys_to_destroy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT

-- persons of whom a fact changed, marked in the transaction of the change, until their days are computed anew
table private.persons_to_compute
  tenant_id uuid not null
  person_id uuid not null
  since timestamp with time zone not null default now()
  persons_to_compute_pkey PRIMARY KEY (tenant_id, person_id)
  persons_to_compute_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  CREATE INDEX persons_to_compute_since_idx ON private.persons_to_compute USING btree (since)

-- what a telephone is asked to sign: one at a time per browser, for minutes, taken out by the first answer
table private.portal_challenges
  holder bytea not null
  tenant_id uuid
  session_id uuid
  challenge bytea not null
  passkey_id uuid
  number smallint
  expires_at timestamp with time zone not null
  portal_challenges_pkey PRIMARY KEY (holder)
  portal_challenges_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_challenges_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES private.portal_sessions(tenant_id, id) ON DELETE CASCADE
  a_session_adds CHECK ((num_nulls(tenant_id, session_id, passkey_id, number) = ANY (ARRAY[0, 4])))
  portal_challenges_challenge_check CHECK (((length(challenge) >= 16) AND (length(challenge) <= 64)))
  portal_challenges_holder_check CHECK ((length(holder) = 32))
  portal_challenges_number_check CHECK (((number >= 10) AND (number <= 99)))
  CREATE INDEX portal_challenges_expires_at_idx ON private.portal_challenges USING btree (expires_at)
  CREATE INDEX portal_challenges_tenant_id_session_id_idx ON private.portal_challenges USING btree (tenant_id, session_id)

-- card (hashed) and PIN (argon2id) of an access; gone when it ends
table private.portal_credentials
  tenant_id uuid not null
  access_id uuid not null
  card_hash bytea not null
  pin_hash text not null
  first_pin_until timestamp with time zone
  pin_set_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone
  first_pin_tries integer not null default 0
  portal_credentials_pkey PRIMARY KEY (tenant_id, access_id)
  portal_credentials_tenant_id_access_id_fkey FOREIGN KEY (tenant_id, access_id) REFERENCES app.portal_accesses(tenant_id, id) ON DELETE CASCADE
  portal_credentials_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX whose_card ON private.portal_credentials USING btree (card_hash)

-- public key and counter of a passkey; no secret is in it, and nobody but the portal's functions needs it
table private.portal_passkey_keys
  tenant_id uuid not null
  passkey_id uuid not null
  credential_id bytea not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  number smallint not null
  last_used_at timestamp with time zone
  portal_passkey_keys_pkey PRIMARY KEY (tenant_id, passkey_id)
  portal_passkey_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  portal_passkey_keys_tenant_id_passkey_id_fkey FOREIGN KEY (tenant_id, passkey_id) REFERENCES app.portal_passkeys(tenant_id, id) ON DELETE CASCADE
  portal_passkey_keys_counter_check CHECK ((counter >= 0))
  portal_passkey_keys_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023)))
  portal_passkey_keys_number_check CHECK (((number >= 10) AND (number <= 99)))
  portal_passkey_keys_public_key_check CHECK (((length(public_key) >= 32) AND (length(public_key) <= 2000)))
  portal_passkey_keys_transports_check CHECK ((cardinality(transports) <= 8))
  CREATE UNIQUE INDEX whose_passkey ON private.portal_passkey_keys USING btree (credential_id)

-- sessions of the person's own page, hashed; the database looks person and case up from the secret
table private.portal_sessions
  tenant_id uuid not null
  token_hash bytea not null
  id uuid not null
  access_id uuid not null
  idle interval not null
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  portal_sessions_tenant_id_id_key UNIQUE (tenant_id, id)
  portal_sessions_pkey PRIMARY KEY (tenant_id, token_hash)
  portal_sessions_tenant_id_access_id_fkey FOREIGN KEY (tenant_id, access_id) REFERENCES app.portal_accesses(tenant_id, id) ON DELETE CASCADE
  portal_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  CREATE INDEX portal_sessions_tenant_id_access_id_idx ON private.portal_sessions USING btree (tenant_id, access_id)

-- whether the bytes of what was erased are still to be written over
table private.retention_state
  one boolean not null default true
  needs_compacting boolean not null default false
  compacted_at timestamp with time zone
  retention_state_pkey PRIMARY KEY (one)
  retention_state_one_check CHECK (one)

-- the epoch, and the last statement that left the database: one that is older than what lies outside tells of a restore
table private.sealer_state
  only_one boolean not null default true
  epoch integer not null default 0
  anchor_number bigint not null default 0
  anchor_hash text not null default ''::text
  anchored_at timestamp with time zone not null default '-infinity'::timestamp with time zone
  sealer_state_pkey PRIMARY KEY (only_one)
  sealer_state_only_one_check CHECK (only_one)

-- opaque sessions and personal tokens of the API, hashed; the database looks the account up from the secret
table private.sessions
  tenant_id uuid not null
  token_hash bytea not null
  id uuid not null
  account_id uuid not null
  room_id uuid
  kind text not null default 'browser'::text
  name text not null default ''::text
  scopes text[] not null default '{read,write}'::text[]
  idle interval
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  sessions_tenant_id_id_key UNIQUE (tenant_id, id)
  sessions_pkey PRIMARY KEY (tenant_id, token_hash)
  sessions_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES app.accounts(tenant_id, id) ON DELETE RESTRICT
  sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id) ON DELETE RESTRICT
  sessions_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES app.rooms(tenant_id, id) ON DELETE RESTRICT
  sessions_kind_check CHECK ((kind = ANY (ARRAY['browser'::text, 'api'::text, 'token'::text])))
  CREATE INDEX sessions_tenant_id_account_id_idx ON private.sessions USING btree (tenant_id, account_id)
  CREATE INDEX sessions_tenant_id_room_id_idx ON private.sessions USING btree (tenant_id, room_id)

-- throttle per account and client together, so that nobody can lock somebody else out; subject is a hash
table private.sign_in_failures
  tenant_id uuid not null
  subject bytea not null
  failed_at timestamp with time zone[] not null default '{}'::timestamp with time zone[]
  sign_in_failures_pkey PRIMARY KEY (tenant_id, subject)

function app.account_states() returns TABLE(account_id uuid, has_password boolean, has_second_factor boolean, invited boolean, last_seen_on date) security definer to staff
function app.accounts_in_administration_record(uuid[]) returns TABLE(id uuid, given_name text, family_name text, organisation text) security definer to staff
function app.active_shares() returns TABLE(share_id uuid, case_id uuid, case_room_id uuid, organisation_id uuid) security definer to staff
function app.acts_room_wide() returns boolean security definer to staff
function app.announce_ending(uuid,uuid,uuid,uuid,integer,uuid,uuid,bytea) returns void security definer to jobs
function app.answer_volunteer_task(uuid,text,integer) returns boolean security definer to staff
function app.archive_is_waived(uuid) returns boolean security definer to nobody
function app.authors_through_shares(uuid) returns TABLE(account_id uuid, given_name text, family_name text, organisation text) security definer to staff
function app.begin_content_check(uuid,uuid,bytea,integer) returns boolean security definer to staff
function app.begin_emergency_access(uuid,uuid,bytea,integer,date) returns boolean security definer to staff
function app.call_workers() returns trigger security definer to nobody
function app.candidate_problems(uuid,jsonb) returns TABLE("position" integer, problems text[]) security definer to staff
function app.carrying_states(app.shares) returns text[] security definer to nobody
function app.checked_case(uuid) returns TABLE(id uuid, number text, key_ref text, phase text, opened_on date, ends_at timestamp with time zone) security definer to staff
function app.checked_case_ids() returns SETOF uuid security definer to staff
function app.checked_entries(uuid) returns TABLE(type text, id uuid, detail text, on_day date, life_areas text[], is_entrusted boolean, sealed bytea, place text) security definer to staff
function app.choose_room(uuid) returns boolean security definer to staff
function app.chosen_record(uuid,uuid,text) returns uuid security definer to nobody
function app.close_dispatch(uuid,uuid) returns void security definer to jobs
function app.close_retention_night(date) returns void security definer to jobs
function app.colleague_ids() returns SETOF uuid security definer to staff
function app.colleague_names(uuid[]) returns TABLE(id uuid, given_name text, family_name text) security definer to staff
function app.colleagues() returns TABLE(id uuid, given_name text, family_name text, absent_from date, absent_until date, standing_deputy_id uuid, works_here boolean, version integer) security definer to staff
function app.complete_import(uuid,date) returns void security definer to job_work
function app.concerned_roots(uuid,uuid,uuid,uuid) returns SETOF uuid security definer to nobody
function app.confirm_recovery(text) returns uuid security definer to staff
function app.consent_state(app.consents) returns text security definer to nobody
function app.consent_states(uuid) returns TABLE(consent_id uuid, state text) security definer to staff
function app.create_own_token(uuid,bytea,text,text[],interval) returns boolean security definer to staff
function app.current_account() returns uuid security definer to staff
function app.current_roles() returns text[] security definer to staff
function app.current_room() returns uuid security definer to staff
function app.current_tenant() returns uuid security definer to staff
function app.deadline_progress() returns TABLE(on_day date, percent integer, is_over boolean) security definer to staff
function app.decides_retention_of(uuid) returns boolean security definer to staff
function app.decline_inbox_item(uuid) returns boolean security definer to staff
function app.decline_recovery(text) returns uuid security definer to staff
function app.delete_what_is_over() returns TABLE(what text, rows bigint) security definer to jobs
function app.deliver_answer(uuid,uuid,uuid,bytea,uuid,bytea,uuid) returns void security definer to jobs
function app.deliver_answer_to_officers(uuid,uuid,uuid,bytea,uuid,bytea) returns void security definer to jobs
function app.deliver_to_inbox(uuid,uuid,uuid,uuid,uuid,uuid,text,boolean,uuid,text,bytea,text[]) returns void security definer to jobs
function app.demand_categories() returns trigger security definer to nobody
function app.deputised_room_ids() returns SETOF uuid security definer to staff
function app.discard_import(uuid,integer) returns boolean security definer to staff
function app.disclosed_fields(uuid) returns TABLE("position" integer, field text, category text, label text) security definer to staff
function app.disclosure_problems(uuid) returns text[] security definer to staff
function app.due_inbox_threads(integer) returns TABLE(tenant_id uuid, room_id uuid, thread_id uuid, is_held boolean) security definer to nobody
function app.emergency_accesses_to_review() returns TABLE(id uuid, room_name text, case_number text, given_name text, family_name text, key_ref text, reason_ct bytea, began_at timestamp with time zone, ends_at timestamp with time zone, review_due_on date, reviewed_at timestamp with time zone, review text, review_note_ct bytea, version integer) security definer to staff
function app.end_consents_of_closed_case() returns trigger security definer to nobody
function app.end_emergency_access(uuid) returns integer security definer to staff
function app.end_incoming_move() returns trigger security definer to nobody
function app.end_own_sessions(uuid) returns integer security definer to staff
function app.end_photo_ticket(bytea) returns void security definer to auth
function app.end_releases_of_changed_entry() returns trigger security definer to nobody
function app.end_sessions_of(uuid) returns integer security definer to staff
function app.end_shares_of_closed_case() returns trigger security definer to nobody
function app.end_this_session() returns void security definer to staff
function app.endings_due(integer) returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, key_ref text, owner_id uuid, thing text, thing_id uuid, days integer, ends_on date, organisation text) security definer to jobs
function app.entries_of_share(uuid,uuid,uuid,uuid,text) returns SETOF uuid security definer to nobody
function app.entries_shared_with(uuid) returns jsonb security definer to staff
function app.erase_case(uuid,uuid) returns integer security definer to nobody
function app.erase_due_consultations(date,integer) returns integer security definer to jobs
function app.erase_due_files(date,integer) returns TABLE(tenant_id uuid, room_id uuid, erased integer, persons integer) security definer to jobs
function app.erase_due_inbox_items(integer) returns TABLE(erased integer, held integer) security definer to jobs
function app.erase_due_persons(date,integer) returns integer security definer to jobs
function app.erase_persons(uuid,uuid[]) returns integer security definer to nobody
function app.erase_sealed_records(uuid,uuid,text,bigint[]) returns bigint security definer to jobs
function app.excluded_case_ids() returns SETOF uuid security definer to staff
function app.excluded_person_ids() returns SETOF uuid security definer to staff
function app.facts_for_deadlines(uuid,uuid[]) returns TABLE(person_id uuid, key text, value jsonb, from_on date, until_on date, stated_on date, recorded_at timestamp with time zone) security definer to jobs
function app.files_due(date) returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, due_on date, standing text) security definer to nobody
function app.files_due_here(date) returns TABLE(case_id uuid, number text, closed_on date, due_on date, standing text, offered_on date, answer text, package_on date, receipt_on date) security definer to staff
function app.find_case_for_emergency(text) returns TABLE(case_id uuid, key_ref text) security definer to staff
function app.find_case_to_check(text) returns TABLE(case_id uuid, key_ref text) security definer to staff
function app.find_persons(text[],integer[],integer) returns TABLE(person_id uuid, hits integer, is_open boolean) security definer to staff
function app.follow_ups_of_case(uuid,integer) returns TABLE(id uuid, case_id uuid, number text, main_name text, main_name_own text, key_ref text, due_on date, kind text, sealed bytea, life_areas text[], owner_id uuid, owner_given text, owner_family text, version integer, about_disclosure_id uuid, about_consent_id uuid) security definer to staff
function app.forget_due_import_cells() returns integer security definer to jobs
function app.forget_import_cells(uuid,uuid) returns void security definer to nobody
function app.forget_passkeys() returns trigger security definer to nobody
function app.guard_aftercare() returns trigger security definer to nobody
function app.guard_appointment() returns trigger security definer to nobody
function app.guard_case_appointment() returns trigger security definer to nobody
function app.guard_case_team() returns trigger security definer to nobody
function app.guard_consent() returns trigger security definer to nobody
function app.guard_consent_category() returns trigger security definer to nobody
function app.guard_disclosure() returns trigger security definer to nobody
function app.guard_feed() returns trigger security definer to nobody
function app.guard_inbox_item() returns trigger security definer to nobody
function app.guard_measure() returns trigger security definer to nobody
function app.guard_membership() returns trigger security definer to nobody
function app.guard_move() returns trigger security definer to nobody
function app.guard_move_agreement() returns trigger security definer to nobody
function app.guard_officer_disclosure() returns trigger security definer to nobody
function app.guard_officer_follow_up() returns trigger security definer to nobody
function app.guard_partner_task() returns trigger security definer to nobody
function app.guard_portal_access() returns trigger security definer to nobody
function app.guard_portal_message() returns trigger security definer to nobody
function app.guard_portal_news() returns trigger security definer to nobody
function app.guard_share() returns trigger security definer to nobody
function app.guard_sheet() returns trigger security definer to nobody
function app.guard_switch_item() returns trigger security definer to nobody
function app.has_role(text[]) returns boolean security definer to staff
function app.head_follows_facts() returns trigger security definer to nobody
function app.head_last_contact(uuid,uuid,uuid) returns date security definer to nobody
function app.head_lead(uuid,uuid,uuid) returns uuid security definer to nobody
function app.head_next_due(uuid,uuid,uuid) returns date security definer to nobody
function app.head_of_case(uuid) returns TABLE(id uuid, number text, phase text, opened_on date, admitted_on date, closed_on date, main_person_id uuid, main_name text, main_name_own text, main_birth_year integer, person_count integer, lead_id uuid, lead_given text, lead_family text, next_due_on date, last_contact_on date, key_ref text, version integer, is_open boolean, emergency_until timestamp with time zone, team jsonb, phases jsonb, life_areas jsonb, other_cases jsonb) security definer to staff
function app.head_of_person(uuid,uuid) returns record security definer to nobody
function app.heads_follow_at_once(uuid,uuid) returns boolean security definer to nobody
function app.holds_case_role(uuid,uuid,uuid) returns boolean security definer to nobody
function app.holds_role(uuid,uuid,text[]) returns boolean security definer to nobody
function app.import_case_workers() returns TABLE(id uuid, family text, given text, employer text, is_lead boolean) security definer to staff
function app.import_is_built_on(uuid) returns boolean security definer to staff
function app.in_force(app.memberships) returns boolean to nobody
function app.inbox_months(uuid) returns integer security definer to nobody
function app.invitation_holds(private.invitations) returns boolean security definer to nobody
function app.invite_account(uuid,bytea,interval) returns boolean security definer to staff
function app.invite_partner(uuid,uuid,uuid,text,text,text,text) returns boolean security definer to staff
function app.invite_to_portal(uuid,bytea,text,interval) returns boolean security definer to staff
function app.is_administration(text,text,uuid) returns boolean to staff
function app.is_consent_being_recorded(uuid) returns boolean security definer to staff
function app.is_contact_being_added(uuid,uuid) returns boolean security definer to staff
function app.is_excluded(uuid,uuid) returns boolean security definer to staff
function app.is_newborn(uuid) returns boolean security definer to staff
function app.is_officer_here(uuid) returns boolean security definer to staff
function app.is_own_draft(uuid) returns boolean security definer to staff
function app.is_own_officer_draft(uuid) returns boolean security definer to staff
function app.is_own_record(uuid,uuid,uuid,uuid,uuid) returns boolean security definer to staff
function app.is_released_through_share(uuid,uuid,uuid,uuid,uuid) returns boolean security definer to nobody
function app.is_request_about(uuid,uuid) returns boolean security definer to staff
function app.is_said_to_be_unlawful(uuid,uuid) returns boolean security definer to staff
function app.is_supervised_case(uuid) returns boolean security definer to staff
function app.is_volunteer(uuid) returns boolean security definer to staff
function app.keep_given_reviews() returns trigger security definer to nobody
function app.keep_photographed_pages(bytea,bytea,uuid,jsonb) returns boolean security definer to auth
function app.keep_to_the_scopes() returns trigger security definer to nobody
function app.keep_upcoming_days(uuid,uuid[],jsonb,date,text) returns integer security definer to jobs
function app.keys_destroyed(uuid[],text[]) returns void security definer to jobs
function app.keys_to_destroy(integer) returns TABLE(tenant_id uuid, key_ref text, stored_name text) security definer to jobs
function app.kind_of_document(text) returns text to staff
function app.lift_exclusion(uuid,uuid) returns boolean security definer to staff
function app.likely_records(uuid,uuid,text[],text[],text[],text[],text[]) returns TABLE(person_id uuid, has_name boolean, has_part boolean, has_day boolean, has_year boolean, has_number boolean) security definer to nobody
function app.look_at_taken_over() returns void security definer to job_work
function app.mark_case_to_compute() returns trigger security definer to nobody
function app.mark_person_to_compute() returns trigger security definer to nobody
function app.mark_to_compute() returns trigger security definer to nobody
function app.match_material(uuid,integer) returns TABLE(person_id uuid, names jsonb, birth_on date, birth_precision text, birth_placeholder boolean, gender text, nationalities text[], numbers text[], streets text[]) security definer to job_work
function app.may_add_shared(uuid,text[],text,uuid) returns boolean security definer to staff
function app.may_attach_person(uuid) returns boolean security definer to staff
function app.may_be_recorded_under(uuid) returns boolean security definer to staff
function app.may_confirm_recovery(uuid) returns boolean security definer to nobody
function app.may_confirm_role(text,uuid,uuid) returns boolean security definer to staff
function app.may_dispatch(text,uuid,uuid,uuid) returns boolean security definer to staff
function app.may_merge(uuid) returns boolean security definer to staff
function app.may_take_over(uuid) returns boolean security definer to nobody
function app.may_tell_news(uuid,uuid,uuid) returns boolean security definer to nobody
function app.measure_follows_volunteer() returns trigger security definer to nobody
function app.measures_of_share(uuid,uuid,uuid,uuid,text) returns SETOF uuid security definer to nobody
function app.measures_shared_now(uuid) returns TABLE(id uuid, is_read_now boolean, reporter text) security definer to staff
function app.member_room_ids() returns SETOF uuid security definer to staff
function app.merge_persons(uuid,uuid,uuid,jsonb) returns text security definer to staff
function app.merge_taken_over(uuid,jsonb) returns integer security definer to job_work
function app.merging_would_open(uuid[]) returns boolean security definer to nobody
function app.months_to_erase(uuid,text) returns TABLE(tenant_id uuid, chain_id uuid, room_id uuid, month text, keep_months integer) security definer to jobs
function app.move_deadline_run(uuid,date,uuid,integer,integer) returns void security definer to jobs
function app.my_shared_measures() returns TABLE(share_id uuid, case_id uuid, key_ref text, id uuid, person_id uuid, life_area text, title_ct bytea, due_on date, state text, done_on date, report_ct bytea, may_report boolean, version integer) security definer to staff
function app.my_shares() returns TABLE(share_id uuid, state text, from_on date, until_on date, case_id uuid, case_room_id uuid, key_ref text, lead_given text, lead_family text, lead_phone text, persons jsonb, readable jsonb, addable jsonb) security definer to staff
function app.my_volunteer_tasks() returns TABLE(id uuid, kind text, first_name text, title_ct bytea, key_ref text, happens_on date, happens_at time without time zone, place text, language text, state text, version integer) security definer to staff
function app.names_in_checked_case(uuid) returns TABLE(person_id uuid, is_main boolean, names jsonb) security definer to staff
function app.next_case_number(integer) returns text security definer to staff
function app.note_birth_change() returns trigger security definer to nobody
function app.note_duplicates(uuid,text[],text[],text[],text[],text[]) returns void security definer to staff
function app.note_fact_change() returns trigger security definer to nobody
function app.note_failed_import(uuid,uuid,text,text) returns void security definer to jobs
function app.note_taken_over_pairs(uuid,jsonb) returns void security definer to job_work
function app.officer_may_dispatch(text,uuid,uuid) returns boolean security definer to staff
function app.officers_here() returns TABLE(id uuid, name text) security definer to staff
function app.open_case_ids() returns SETOF uuid security definer to staff
function app.open_cases_of(uuid,uuid,uuid) returns SETOF uuid security definer to nobody
function app.open_person_ids() returns SETOF uuid security definer to staff
function app.other_municipalities() returns TABLE(id uuid, name text) security definer to staff
function app.own_credentials() returns TABLE(password_hash text, totp_sealed bytea, totp_confirmed boolean, recovery_codes_left integer) security definer to staff
function app.own_job_run(integer) returns TABLE(room_is_open boolean) security definer to job_work
function app.own_session() returns TABLE(session_id uuid, tenant_id uuid, tenant_name text, is_demo boolean, account_id uuid, room_id uuid, room_name text, room_kind text, given_name text, family_name text, title text, organisation text, roles text[], kind text, scopes text[], shortcuts boolean, needs_touch boolean, needs_second_factor boolean) security definer to staff
function app.own_sessions() returns TABLE(id uuid, kind text, name text, scopes text[], created_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, is_current boolean) security definer to staff
function app.package_was_fetched(uuid) returns boolean security definer to staff
function app.partner_people(uuid) returns TABLE(account_id uuid, given_name text, family_name text, job_title text) security definer to staff
function app.perhaps_recorded(text[],text[],text[],text[],text[]) returns boolean security definer to staff
function app.personal_session() returns record security definer to nobody
function app.persons_for_deadlines(uuid,uuid,integer,uuid[]) returns TABLE(person_id uuid, key_ref text, is_wanted boolean) security definer to jobs
function app.persons_of_case(uuid) returns TABLE(person_id uuid, is_main boolean, left_on date, birth_on date, birth_precision text, birth_placeholder boolean, died_on date, names jsonb, languages jsonb, channels jsonb, place jsonb, status jsonb) security definer to staff
function app.persons_only_in(uuid,uuid) returns SETOF uuid security definer to nobody
function app.photo_ticket(bytea) returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, id uuid, turn integer, page_count integer, expires_at timestamp with time zone, key_ref text) security definer to auth
function app.portal_access_state(app.portal_accesses) returns text security definer to nobody
function app.portal_add_paper(uuid,bytea,text,bigint,bytea,text,text[],uuid,bytea,uuid,bytea,date) returns boolean security definer to portal
function app.portal_add_passkey(uuid,bytea,bytea,bigint,text[],integer) returns boolean security definer to portal
function app.portal_agreed_on() returns date security definer to staff, portal
function app.portal_appointments() returns TABLE(id uuid, starts_at timestamp with time zone, ends_at timestamp with time zone, kind text, place_ct bytea, subject_ct bytea, language text, office text, state text, interpreter text) security definer to staff, portal
function app.portal_areas_are_off(uuid,uuid,uuid,text[]) returns boolean security definer to nobody
function app.portal_areas_of() returns TABLE(key text, label text) security definer to staff, portal
function app.portal_attempt(bytea,bytea,integer) returns integer security definer to portal
function app.portal_begin_passkey(bytea,uuid,integer) returns boolean security definer to portal
function app.portal_closing_letters() returns TABLE(id uuid, language text, content_ct bytea, made_on date) security definer to staff, portal
function app.portal_consent_is_off(uuid,uuid,uuid,uuid) returns boolean security definer to nobody
function app.portal_consents() returns TABLE(id uuid, recipient text, purpose text, purpose_ct bytea, direction text, releases_secrecy boolean, given_on date, expires_on date, state text, withdrawn_at timestamp with time zone, version integer, cells jsonb) security definer to staff, portal
function app.portal_context() returns record security definer to nobody
function app.portal_data() returns TABLE(part text, code text, row_id uuid, value text, extra text, from_on date, until_on date) security definer to staff, portal
function app.portal_describe(uuid,uuid,uuid) returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text, given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text) security definer to nobody
function app.portal_documents() returns TABLE(id uuid, name_ct bytea, kind text, created_at timestamp with time zone, is_from_person boolean) security definer to staff, portal
function app.portal_end_session() returns void security definer to portal
function app.portal_exported() returns void security definer to portal
function app.portal_facts() returns TABLE(id uuid, key text, value jsonb, from_on date, until_on date, source text, stated_on date, is_by_person boolean) security definer to staff, portal
function app.portal_field_of(text) returns text to nobody
function app.portal_find_card(bytea) returns TABLE(tenant_id uuid, access_id uuid, pin_hash text, is_first_pin boolean, language text, is_demo boolean, state text) security definer to portal
function app.portal_find_passkey(bytea) returns TABLE(tenant_id uuid, passkey_id uuid, public_key bytea, transports text[]) security definer to portal
function app.portal_forget_attempts(bytea,bytea) returns void security definer to portal
function app.portal_forget_passkey_attempts(bytea,bytea) returns void security definer to portal
function app.portal_goals() returns TABLE(id uuid, life_area text, wish_ct bytea, wish_language text, goal_ct bytea, state text, attainment integer) security definer to staff, portal
function app.portal_helpers() returns TABLE(role text, name text, office text, phone text, until_on date) security definer to staff, portal
function app.portal_holders() returns TABLE(office text) security definer to portal
function app.portal_is_anothers_page(uuid,uuid,uuid[],uuid) returns boolean security definer to nobody
function app.portal_is_family_fact(text) returns boolean to nobody
function app.portal_is_held(uuid,uuid,uuid,text,uuid) returns boolean security definer to nobody
function app.portal_is_of_others(uuid,uuid,uuid[]) returns boolean security definer to nobody
function app.portal_is_record_of_held(uuid,uuid,uuid,uuid[]) returns boolean security definer to nobody
function app.portal_keep_challenge(bytea,bytea) returns void security definer to portal
function app.portal_keys() returns TABLE(key_ref text) security definer to jobs
function app.portal_me() returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text, given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text) security definer to portal
function app.portal_measures() returns TABLE(id uuid, goal_id uuid, title_ct bytea, responsible_kind text, office text, due_on date, state text, done_on date, done_by_person boolean, version integer) security definer to staff, portal
function app.portal_messages_of() returns TABLE(id uuid, kind text, item text, text_ct bytea, state text, answer_ct bytea, sent_at timestamp with time zone, answered_at timestamp with time zone, document_id uuid) security definer to staff, portal
function app.portal_moves() returns TABLE(id uuid, given_on date, recipient_ct bytea, parts text[], files integer) security definer to staff, portal
function app.portal_note(text,text,uuid[],text) returns void security definer to nobody
function app.portal_open_by_passkey(bytea,bytea,bigint,uuid,bytea,interval,interval) returns text security definer to portal
function app.portal_open_session(bytea,text,uuid,bytea,interval,interval) returns boolean security definer to portal
function app.portal_owner(uuid,uuid) returns uuid security definer to nobody
function app.portal_passed_on() returns TABLE(id uuid, sent_at timestamp with time zone, recipient text, fields text[], consent_id uuid, norm text, recipient_state text) security definer to staff, portal
function app.portal_passkey_attempt(bytea,bytea,integer) returns integer security definer to portal
function app.portal_passkeys_of() returns TABLE(id uuid, number integer, created_at timestamp with time zone, last_used_at timestamp with time zone, credential_id bytea, transports text[]) security definer to portal
function app.portal_person() returns record security definer to nobody
function app.portal_pin() returns TABLE(pin_hash text, is_first boolean) security definer to portal
function app.portal_previewed() returns record security definer to nobody
function app.portal_remove_passkey(uuid) returns boolean security definer to portal
function app.portal_said_facts() returns TABLE(key text, value jsonb, sent_at timestamp with time zone) security definer to staff, portal
function app.portal_say(uuid,text,text,bytea,uuid,bytea,date) returns boolean security definer to portal
function app.portal_say_fact(uuid,text,jsonb,bytea,uuid,bytea,date) returns boolean security definer to portal
function app.portal_say_language(text) returns void security definer to portal
function app.portal_seen(timestamp with time zone,integer) returns TABLE(id uuid, at timestamp with time zone, function text, office text, is_team boolean, team_function text, action text, purpose text) security definer to staff, portal
function app.portal_set_pin(text,text) returns boolean security definer to portal
function app.portal_share_holders(text) returns TABLE(share_id uuid, office text, life_area text) security definer to portal
function app.portal_shows_area(uuid,uuid,uuid,text) returns boolean security definer to nobody
function app.portal_shows_family() returns boolean security definer to portal
function app.portal_standing() returns text security definer to portal
function app.portal_states(uuid) returns TABLE(access_id uuid, state text, last_seen_at timestamp with time zone, first_pin_until timestamp with time zone) security definer to staff
function app.portal_take_begun_passkey() returns TABLE(challenge bytea, passkey_id uuid, number integer) security definer to portal
function app.portal_take_challenge(bytea) returns bytea security definer to portal
function app.portal_task_for_office(uuid,uuid,uuid,bytea,date) returns boolean security definer to portal
function app.portal_tick(uuid,boolean,date) returns boolean security definer to portal
function app.portal_touch() returns void security definer to portal
function app.portal_under_consent(uuid) returns TABLE(sent_at timestamp with time zone, fields text[], sees_now boolean) security definer to portal
function app.portal_withdraw(uuid,boolean,text[],uuid) returns boolean security definer to portal
function app.preview_entries(uuid,text) returns SETOF uuid security definer to staff
function app.preview_measures(uuid) returns TABLE(id uuid, person_id uuid, life_area text, title_ct bytea, due_on date, state text, done_on date) security definer to staff
function app.preview_persons(uuid) returns jsonb security definer to staff
function app.preview_portal(uuid,uuid) returns TABLE(tenant_id uuid, room_id uuid, case_id uuid, person_id uuid, session_id uuid, tenant_name text, is_demo boolean, language text, given_name text, is_guardian boolean, is_first_pin boolean, person_key text, case_key text, controller text) security definer to staff
function app.preview_portal_of(uuid,uuid) returns boolean security definer to staff
function app.problems_of(app.disclosures) returns text[] security definer to nobody
function app.problems_of_item(app.disclosures,app.disclosure_items) returns text[] security definer to nobody
function app.public_counselling_places() returns TABLE(tenant text, name text, municipality text) security definer to auth
function app.purge_destroyed(text[]) returns integer security definer to nobody
function app.read_calendar_feed(bytea,date) returns jsonb security definer to auth
function app.readers_through_shares(uuid,text[],text) returns TABLE(organisation text, given_name text, family_name text) security definer to staff
function app.reads_inbox() returns boolean security definer to staff
function app.reassign_cases(uuid[],uuid[],uuid) returns TABLE(case_id uuid, outcome text) security definer to staff
function app.recipients() returns TABLE(id uuid, name text, short_name text, kind text, has_room boolean, has_partner_room boolean) security definer to staff
function app.record_months(uuid) returns integer security definer to nobody
function app.recorded_accounts() returns TABLE(id uuid, given_name text, family_name text, organisation text) security definer to staff
function app.recorded_cases(uuid[],text) returns TABLE(id uuid, number text) security definer to staff
function app.records_of_subject(uuid,uuid[],text,integer) returns TABLE(day date, function text, office text, action text, purpose text, times bigint) security definer to staff
function app.recoveries_to_confirm() returns TABLE(reference text, account_id uuid, given_name text, family_name text, organisation text, requested_by_name text, resets_second_factor boolean, created_at timestamp with time zone, expires_at timestamp with time zone, confirmed boolean, may_confirm boolean) security definer to staff
function app.refresh_head(uuid,uuid) returns void security definer to nobody
function app.refresh_heads_of_person(uuid,uuid) returns void security definer to nobody
function app.refresh_newborn_heads(uuid,uuid[]) returns integer security definer to nobody
function app.register_for_deadlines(uuid,uuid[]) returns TABLE(person_id uuid, birth_on date, birth_precision text, entered_on date, entered_precision text, papers jsonb) security definer to jobs
function app.remove_portal_passkeys(uuid) returns integer security definer to staff
function app.report_measure(uuid,integer,text,bytea,date) returns boolean security definer to staff
function app.request_recovery(uuid,bytea,boolean,interval) returns boolean security definer to staff
function app.reserve_case_numbers(integer,integer) returns integer security definer to job_work
function app.roles_to_confirm() returns TABLE(id uuid, version integer, account_id uuid, given_name text, family_name text, organisation text, role text, room_name text, controller_name text, from_on date, until_on date, granted_by_name text, granted_at timestamp with time zone, has_signed_in boolean, may_confirm boolean) security definer to staff
function app.room_of_organisation(uuid,uuid) returns uuid security definer to nobody
function app.safe_channels(uuid,uuid) returns TABLE(kind text, value text) security definer to nobody
function app.scope_as_json(uuid,uuid,text) returns jsonb security definer to nobody
function app.sealer_anchored(integer,bigint,text) returns void security definer to jobs
function app.sealer_lag() returns integer security definer to jobs
function app.sealer_position() returns TABLE(epoch integer, anchor_number bigint, anchor_hash text, anchored_at text) security definer to jobs
function app.sealer_stated(bigint,text) returns void security definer to jobs
function app.sees_retention_of(uuid) returns boolean security definer to staff
function app.sensitive_areas_of(uuid) returns jsonb security definer to nobody
function app.sensitive_life_areas() returns SETOF text security definer to staff
function app.session_context() returns record security definer to staff
function app.set_absence(uuid,date,date,uuid) returns boolean security definer to staff
function app.set_aside_row(uuid,integer,text) returns void security definer to job_work
function app.set_own_password(text) returns void security definer to staff
function app.set_own_second_factor(bytea,bigint,bytea[]) returns void security definer to staff
function app.set_own_shortcuts(boolean) returns void security definer to staff
function app.setting_number(uuid,text,integer,integer) returns integer security definer to nobody
function app.settle_mail(uuid,uuid,text,timestamp with time zone,uuid,uuid,bytea) returns boolean security definer to jobs
function app.share_scope(uuid,uuid,text) returns TABLE(root_id uuid, kind text, life_areas text[]) security definer to nobody
function app.share_state(app.shares) returns text security definer to nobody
function app.share_states(uuid) returns TABLE(share_id uuid, state text) security definer to staff
function app.shared_entries(text) returns SETOF uuid security definer to staff
function app.shared_persons(uuid,uuid) returns jsonb security definer to nobody
function app.sign_check_paper() returns trigger security definer to nobody
function app.sign_in_accept_invitation(uuid,bytea,text) returns TABLE(account_id uuid, email text, has_second_factor boolean) security definer to auth
function app.sign_in_attempt(uuid,bytea,integer) returns integer security definer to auth
function app.sign_in_demo_accounts() returns TABLE(tenant_id uuid, tenant_name text, account_id uuid, title text, given_name text, family_name text, job_title text, organisation text, roles text[], room_name text) security definer to auth
function app.sign_in_find(uuid,text) returns TABLE(account_id uuid, password_hash text, totp_sealed bytea, totp_confirmed boolean) security definer to auth
function app.sign_in_find_invitation(uuid,bytea) returns TABLE(account_id uuid, kind text, email text, given_name text, family_name text, organisation text, tenant_name text, is_demo boolean, resets_second_factor boolean) security definer to auth
function app.sign_in_forget_failures(uuid,bytea) returns void security definer to auth
function app.sign_in_open_demo_session(uuid,uuid,uuid,bytea,interval,interval) returns boolean security definer to auth
function app.sign_in_open_session(uuid,uuid,uuid,bytea,interval,interval,text) returns boolean security definer to auth
function app.sign_in_prune_failures() returns integer security definer to auth
function app.sign_in_tenants() returns TABLE(id uuid, name text, is_demo boolean) security definer to auth
function app.sign_in_use_recovery_code(uuid,uuid,bytea) returns boolean security definer to auth
function app.sign_in_use_totp_step(uuid,uuid,bigint) returns boolean security definer to auth
function app.sign_retention() returns trigger security definer to nobody
function app.sort_text(text) returns text to staff
function app.supervised_room_ids() returns SETOF uuid security definer to staff
function app.take_deadline_run(date,text) returns TABLE(tenant_id uuid, on_day date, after_person uuid, done integer, total integer) security definer to jobs
function app.take_due_mails(timestamp with time zone,boolean,integer) returns TABLE(tenant_id uuid, id uuid, case_id uuid, kind text, attempts integer, key_ref text, starts_at timestamp with time zone, language text, address text, can_call boolean) security definer to jobs
function app.take_fact_changes(integer) returns TABLE(tenant_id uuid, case_id uuid, disclosure_id uuid, case_key_ref text, owner_id uuid, author_id uuid, field text, label text, sent_at timestamp with time zone, thread_id uuid, target_tenant_id uuid, target_room_id uuid, sender_id uuid, sender_name text, recipient_name text, why text) security definer to jobs
function app.take_over_portal_fact(uuid,uuid) returns boolean security definer to staff
function app.take_over_rows(uuid,jsonb) returns void security definer to job_work
function app.take_persons_to_compute(integer) returns TABLE(tenant_id uuid, person_id uuid) security definer to jobs
function app.team_case_ids(text[]) returns SETOF uuid security definer to staff
function app.team_cases_of(uuid,uuid,uuid,text[]) returns SETOF uuid security definer to nobody
function app.tell_holders_of_message() returns trigger security definer to nobody
function app.tell_news(uuid,uuid,uuid,uuid,uuid) returns void security definer to nobody
function app.tell_of_appointment(app.case_appointments,uuid) returns void security definer to nobody
function app.tell_of_change(uuid,uuid,uuid,uuid,uuid,uuid,text,text,bytea,uuid,bytea,uuid) returns void security definer to jobs
function app.tell_of_what_is_new() returns trigger security definer to nobody
function app.timeline_of_case(uuid,text,text,date,bigint,uuid,integer) returns TABLE(kind text, id uuid, on_day date, at bigint, detail text, life_areas text[], is_entrusted boolean, is_complete boolean, review_due boolean, sealed bytea, happened_at time without time zone, minutes integer, place text, interpreting text, language text, until_on date, account_id uuid, given_name text, family_name text, about_given text, about_family text, version integer) security definer to staff
function app.touch_session() returns void security definer to staff
function app.undo_import(uuid) returns boolean security definer to job_work
function app.unmerge_persons(uuid) returns boolean security definer to staff
function app.unnamed_files(text[]) returns SETOF text security definer to jobs
function app.upcoming_by_manager(date) returns TABLE(lead_id uuid, kind text, days integer) security definer to staff
function app.volunteers() returns TABLE(account_id uuid, given_name text, family_name text, organisation text) security definer to staff
function app.waiting_dispatches(integer) returns TABLE(tenant_id uuid, id uuid, kind text, thread_id uuid, key_ref text, content_ct bytea, room_id uuid, sender_id uuid, sender_name text, is_87 boolean, answers_thread_id uuid, target_tenant_id uuid, target_room_id uuid, target_case_id uuid, target_disclosure_id uuid, target_key_ref text, target_owner_id uuid) security definer to jobs
function app.whose_secret() returns uuid security definer to staff
function app.withdraw_archive_offer() returns trigger security definer to nobody
function app.works_on_cases(uuid,uuid,uuid) returns boolean security definer to staff
