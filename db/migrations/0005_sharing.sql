-- Working together: consents, shares, disclosures, requests, the inbox, tasks for volunteers, recorded checks of contents.
-- What stands in a consent is codes and days; who spoke for whom and why is sealed under the key of the case.

alter table app.organisations add constraint organisations_of_a_kind unique (tenant_id, id, kind);
alter table app.memberships drop constraint memberships_role_check;
alter table app.memberships add constraint memberships_role_check check (role in ('case_manager', 'team_lead', 'intake', 'immigration_officer',
  'naturalisation_officer', 'partner_worker', 'volunteer', 'data_protection_officer', 'controller_deputy', 'tenant_administrator'));
alter table app.memberships drop constraint role_fits_the_side;
alter table app.memberships add constraint role_fits_the_side check (
  case when role in ('case_manager', 'team_lead', 'intake') then room_side = 'management'
       when role in ('immigration_officer', 'naturalisation_officer') then room_side = 'authority'
       when role in ('partner_worker', 'volunteer') then room_side = 'neutral' else true end);
alter table app.contacts drop constraint contacts_kind_check;
alter table app.contacts add constraint contacts_kind_check check (kind in ('talk', 'phone', 'home_visit', 'with_authority', 'message', 'letter',
  'video', 'no_show', 'note', 'imported', 'feedback'));
-- a task that the case gives to a partner organisation: its owner in the team goes on watching it
alter table app.follow_ups add column for_organisation_id uuid, add column about_person_id uuid,
  add foreign key (tenant_id, for_organisation_id) references app.organisations on delete restrict,
  add foreign key (tenant_id, case_id, about_person_id) references app.case_persons (tenant_id, case_id, person_id) on delete restrict;
alter table app.follow_ups drop constraint follow_ups_kind_check;
alter table app.follow_ups add constraint follow_ups_kind_check check (kind in ('task', 'missing_information', 'entrusted_review', 'imported',
  'consent_ending', 'recipient_answered', 'correction', 'withdrawal'));
create index on app.follow_ups (tenant_id, for_organisation_id);
create index on app.follow_ups (tenant_id, case_id, about_person_id);

create table app.consents (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  recipient_id uuid not null,
  purpose text not null check (purpose in ('work', 'benefits', 'language', 'housing', 'health', 'school_and_care', 'residence', 'naturalisation',
    'family', 'counselling', 'volunteers', 'moving_away', 'other')),
  purpose_ct bytea not null,
  direction text not null check (direction in ('to_recipient', 'from_recipient', 'both')),
  releases_secrecy boolean not null,
  form text not null check (form in ('written', 'oral', 'electronic')),
  oral_note_ct bytea,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  text_version text not null check (length(text_version) between 1 and 80),
  interpreter_ct bytea,
  given_by text not null check (given_by in ('person', 'parents', 'guardian', 'custodian', 'proxy')),
  capacity_noted boolean not null default false,
  representation_ct bytea,
  represented_until_on date,
  given_on date not null,
  expires_on date not null,
  sheet_document_id uuid,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_recorded_by uuid,
  withdrawal_form text check (withdrawal_form in ('written', 'oral', 'electronic')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete restrict,
  foreign key (tenant_id, recipient_id) references app.organisations on delete restrict,
  foreign key (tenant_id, sheet_document_id) references app.documents on delete restrict,
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict,
  foreign key (tenant_id, withdrawn_recorded_by) references app.accounts on delete restrict,
  constraint consent_ends_after_it_begins check (expires_on >= given_on),
  constraint consent_lasts_three_years_at_most check (expires_on <= given_on + interval '3 years'),
  constraint who_speaks_for_another_is_named check ((given_by = 'person') = (representation_ct is null)),
  constraint own_capacity_is_noted check (given_by <> 'person' or capacity_noted),
  constraint oral_consent_has_a_note check (form <> 'oral' or oral_note_ct is not null)
);
comment on table app.consents is 'Einwilligung of one person: recipient, categories, direction, purpose, until when; given by whom, in which language and text';
create index on app.consents (tenant_id, room_id, case_id);
create index on app.consents (tenant_id, case_id, person_id);
create index on app.consents (tenant_id, recipient_id);
create index on app.consents (tenant_id, sheet_document_id);
create index on app.consents (tenant_id, recorded_by);
create index on app.consents (tenant_id, withdrawn_recorded_by);

create table app.consent_categories (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  consent_id uuid not null,
  life_area text not null default '',
  kind text not null check (kind in ('contact', 'task', 'papers', 'notices', 'certificates',
    'identity', 'residence', 'reachability', 'language', 'family')),
  withdrawn_at timestamptz,
  primary key (tenant_id, consent_id, life_area, kind),
  foreign key (tenant_id, case_id, consent_id) references app.consents (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  -- entries belong to life areas, facts about a person to none
  constraint kind_and_life_area_fit check ((life_area = '') = (kind in ('identity', 'residence', 'reachability', 'language', 'family')))
);
comment on table app.consent_categories is 'life areas × kinds that a consent covers; each can be withdrawn alone';
create index on app.consent_categories (tenant_id, case_id, consent_id);
create index on app.consent_categories (tenant_id, room_id, case_id);

create table app.entry_releases (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  consent_id uuid not null,
  entry_id uuid not null,
  form text not null check (form in ('written', 'oral', 'electronic')),
  given_on date not null,
  released_by uuid not null,
  released_at timestamptz not null default now(),
  primary key (tenant_id, consent_id, entry_id),
  foreign key (tenant_id, case_id, consent_id) references app.consents (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, released_by) references app.accounts on delete restrict
);
comment on table app.entry_releases is 'an entrusted entry that the person released by this consent, exactly this one';
create index on app.entry_releases (tenant_id, case_id, consent_id);
create index on app.entry_releases (tenant_id, room_id, case_id);
create index on app.entry_releases (tenant_id, released_by);

create table app.consent_text_reviews (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  language text not null,
  text_version text not null,
  reviewer text not null check (length(reviewer) between 2 and 200),
  reviewed_on date not null,
  recorded_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, language, text_version),
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict
);
comment on table app.consent_text_reviews is 'which text of a consent a human checked in which language; others are shown to explain and not signed';
create index on app.consent_text_reviews (tenant_id, recorded_by);

create table app.shares (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  organisation_kind text not null,
  legal_basis_id uuid not null,
  from_on date not null,
  until_on date not null,
  created_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, organisation_id, organisation_kind) references app.organisations (tenant_id, id, kind) on update restrict on delete restrict,
  foreign key (tenant_id, legal_basis_id) references app.legal_bases on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  foreign key (tenant_id, ended_by) references app.accounts on delete restrict,
  constraint never_towards_an_authority check (organisation_kind not in ('immigration_office', 'naturalisation_office', 'land_authority')),
  constraint share_ends_after_it_begins check (until_on >= from_on)
);
comment on table app.shares is 'Freigabe: named people of one partner organisation work on chosen life areas and kinds of one case, as long as the consents carry it';
create unique index one_share_at_a_time on app.shares (tenant_id, case_id, organisation_id) where ended_at is null;
create index on app.shares (tenant_id, room_id, case_id);
create index on app.shares (tenant_id, organisation_id, organisation_kind);
create index on app.shares (tenant_id, legal_basis_id);
create index on app.shares (tenant_id, created_by);
create index on app.shares (tenant_id, ended_by);

create table app.share_consents (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  consent_id uuid not null,
  primary key (tenant_id, share_id, consent_id),
  foreign key (tenant_id, case_id, share_id) references app.shares (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, consent_id) references app.consents (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade
);
comment on table app.share_consents is 'the consents that carry a share: one or more for each person of the case that it shows';
create index on app.share_consents (tenant_id, case_id, share_id);
create index on app.share_consents (tenant_id, case_id, consent_id);
create index on app.share_consents (tenant_id, room_id, case_id);

create table app.share_categories (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  life_area text not null check (life_area <> ''),
  kind text not null check (kind in ('contact', 'task', 'papers', 'notices', 'certificates')),
  primary key (tenant_id, share_id, life_area, kind),
  foreign key (tenant_id, case_id, share_id) references app.shares (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade
);
comment on table app.share_categories is 'what of the case is shared; never more than the consents cover at the moment of reading';
create index on app.share_categories (tenant_id, case_id, share_id);
create index on app.share_categories (tenant_id, room_id, case_id);

create table app.share_members (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  share_id uuid not null,
  account_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (tenant_id, share_id, account_id),
  foreign key (tenant_id, case_id, share_id) references app.shares (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, added_by) references app.accounts on delete restrict
);
comment on table app.share_members is 'who of the partner organisation: people, never the organisation as a whole';
create index on app.share_members (tenant_id, account_id);
create index on app.share_members (tenant_id, case_id, share_id);
create index on app.share_members (tenant_id, room_id, case_id);
create index on app.share_members (tenant_id, added_by);

create table app.disclosures (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- an organisation of the tenant, or another municipality's integration centre
  recipient_id uuid,
  recipient_tenant_id uuid references app.tenants on delete restrict,
  recipient_name text not null check (length(recipient_name) between 1 and 200),
  channel text not null check (channel in ('inbox', 'paper')),
  kind text not null default 'disclosure' check (kind in ('disclosure', 'correction')),
  corrects_id uuid,
  legal_basis_id uuid not null,
  consent_id uuid,
  -- the request that it answers, by the id that both sides know
  request_thread_id uuid,
  answers_87 boolean not null default false,
  check_88 jsonb,
  exception text check (exception in ('kkg_4', 'stgb_34', 'stgb_138')),
  is_acute boolean not null default false,
  purpose_ct bytea not null,
  necessity_ct bytea not null,
  author_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'awaiting_second', 'refused', 'sent', 'discarded')),
  second_id uuid,
  second_at timestamptz,
  second_note_ct bytea,
  -- what the second person said, before it left, or after it left in acute danger
  second_agrees boolean,
  thread_id uuid not null,
  sent_at timestamptz,
  recipient_state text check (recipient_state in ('delivered', 'accepted', 'asked_back', 'declined')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, recipient_id) references app.organisations on delete restrict,
  foreign key (tenant_id, corrects_id) references app.disclosures on delete restrict,
  foreign key (tenant_id, legal_basis_id) references app.legal_bases on delete restrict,
  foreign key (tenant_id, case_id, consent_id) references app.consents (tenant_id, case_id, id) on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict,
  foreign key (tenant_id, second_id) references app.accounts on delete restrict,
  constraint disclosure_names_one_recipient check (num_nonnulls(recipient_id, recipient_tenant_id) <= 1),
  constraint another_municipality_is_another check (recipient_tenant_id <> tenant_id),
  constraint second_is_somebody_else check (second_id <> author_id),
  constraint sent_says_when check ((state = 'sent') = (sent_at is not null)),
  constraint correction_says_of_what check ((kind = 'correction') = (corrects_id is not null))
);
comment on table app.disclosures is 'Übermittlung: one outgoing communication of chosen fields to one recipient; unchangeable once sent';
create index on app.disclosures (tenant_id, room_id, case_id);
create index on app.disclosures (tenant_id, recipient_id);
create index on app.disclosures (tenant_id, corrects_id);
create index on app.disclosures (tenant_id, legal_basis_id);
create index on app.disclosures (tenant_id, case_id, consent_id);
create index on app.disclosures (tenant_id, author_id);
create index on app.disclosures (tenant_id, second_id);
create index on app.disclosures (recipient_tenant_id);
create unique index disclosure_of_a_thread on app.disclosures (tenant_id, thread_id);
create index disclosures_by_thread on app.disclosures (thread_id);

-- a task that is done on the page of a disclosure or of a consent leads there
alter table app.follow_ups add column about_disclosure_id uuid, add column about_consent_id uuid,
  add foreign key (tenant_id, case_id, about_disclosure_id) references app.disclosures (tenant_id, case_id, id) on delete cascade,
  add foreign key (tenant_id, case_id, about_consent_id) references app.consents (tenant_id, case_id, id) on delete cascade;
create index on app.follow_ups (tenant_id, case_id, about_disclosure_id);
create index on app.follow_ups (tenant_id, case_id, about_consent_id);

create table app.disclosure_items (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  disclosure_id uuid not null,
  position integer not null check (position > 0),
  -- person.names, person.birth, …, or contact, document, free_text
  field text not null check (field ~ '^[a-z_.]{1,60}$'),
  category text not null check (category in ('contact', 'task', 'papers', 'notices', 'certificates',
    'identity', 'residence', 'reachability', 'language', 'family')),
  life_areas text[] not null default '{}',
  person_id uuid,
  entry_id uuid,
  entry_version integer,
  label text not null check (length(label) <= 200),
  value_ct bytea not null,
  primary key (tenant_id, disclosure_id, position),
  foreign key (tenant_id, case_id, disclosure_id) references app.disclosures (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete restrict
);
comment on table app.disclosure_items is 'what leaves, field by field, as it stood when it was chosen';
create index on app.disclosure_items (tenant_id, case_id, disclosure_id);
create index on app.disclosure_items (tenant_id, room_id, case_id);
create index on app.disclosure_items (tenant_id, case_id, person_id);
create index on app.disclosure_items (tenant_id, person_id, field);

create table app.disclosure_messages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  disclosure_id uuid not null,
  is_incoming boolean not null,
  text_ct bytea not null,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id, disclosure_id) references app.disclosures (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.disclosure_messages is 'what the recipient asked back and what was answered, in the sender''s file';
create index on app.disclosure_messages (tenant_id, case_id, disclosure_id);
create index on app.disclosure_messages (tenant_id, room_id, case_id);
create index on app.disclosure_messages (tenant_id, author_id);

create table app.requests (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  -- the own case that it is for, in a case-management room; the own person in an authority's
  case_id uuid,
  person_id uuid,
  recipient_id uuid not null,
  basis text not null check (length(basis) between 1 and 300),
  is_87 boolean not null default false,
  key_ref text not null,
  text_ct bytea not null,
  thread_id uuid not null,
  author_id uuid not null,
  sent_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, thread_id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, recipient_id) references app.organisations on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.requests is 'Anfrage from an organisation to an organisation: the asker sees "received", and the disclosure if one comes';
create index on app.requests (tenant_id, room_id, sent_at desc);
create index on app.requests (tenant_id, room_id, case_id);
create index on app.requests (tenant_id, room_id, person_id);
create index on app.requests (tenant_id, recipient_id);
create index on app.requests (tenant_id, author_id);

create table app.inbox_items (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('disclosure', 'correction', 'withdrawal', 'reply', 'request')),
  thread_id uuid not null,
  sender_id uuid,
  sender_name text not null check (length(sender_name) between 1 and 200),
  is_87 boolean not null default false,
  key_ref text not null,
  content_ct bytea not null,
  received_at timestamptz not null default now(),
  state text not null default 'received' check (state in ('received', 'accepted', 'asked_back', 'done', 'refused')),
  -- the request of this room that it answers
  answers_thread_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  -- a request is put to a case by whoever knows, never by a machine
  case_id uuid,
  person_id uuid,
  check_88 jsonb,
  reason_ct bytea,
  -- files that came with it, under its key
  stored_names text[] not null default '{}',
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, sender_id) references app.organisations on delete restrict,
  foreign key (tenant_id, decided_by) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete restrict,
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete set null (person_id)
);
comment on table app.inbox_items is 'Posteingang of a room: unchangeable copies under a key of their own; a declined one leaves nothing here';
create index on app.inbox_items (tenant_id, room_id, received_at desc);
create index on app.inbox_items (tenant_id, thread_id);
create index on app.inbox_items (tenant_id, sender_id);
create index on app.inbox_items (tenant_id, decided_by);
create index on app.inbox_items (tenant_id, room_id, case_id);
create index on app.inbox_items (tenant_id, room_id, person_id);

create table app.dispatches (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('disclosure', 'correction', 'withdrawal', 'reply', 'request', 'accepted', 'asked_back', 'declined')),
  thread_id uuid not null,
  -- null where the thread says where it goes: an answer goes back to whoever sent
  recipient_id uuid,
  recipient_tenant_id uuid references app.tenants on delete restrict,
  key_ref text not null,
  content_ct bytea not null,
  author_id uuid not null,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, recipient_id) references app.organisations on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.dispatches is 'what leaves a room, written in the transaction that sends it; a system job seals it anew for the recipient and delivers it';
create index dispatches_waiting on app.dispatches (created_at) where delivered_at is null;
create index on app.dispatches (tenant_id, room_id, created_at desc);
create index on app.dispatches (tenant_id, thread_id);
create index on app.dispatches (tenant_id, recipient_id);
create index on app.dispatches (recipient_tenant_id);
create index on app.dispatches (tenant_id, author_id);

create table private.fact_changes (
  tenant_id uuid not null references app.tenants on delete restrict,
  id bigint generated always as identity,
  person_id uuid not null,
  field text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table private.fact_changes is 'facts that changed after they had been disclosed: their recipients are told (Art. 19 DSGVO)';

create table app.volunteer_tasks (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('accompany', 'interpret', 'learn', 'forms', 'leisure', 'moving')),
  first_name text not null check (length(first_name) between 1 and 60),
  happens_on date not null,
  happens_at time,
  place text not null check (length(place) between 1 and 120),
  language text not null default '',
  state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'done', 'cancelled')),
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.volunteer_tasks is 'an appointment or task for a volunteer, who sees first name, time, place and language through app.my_volunteer_tasks, and no file';
create index on app.volunteer_tasks (tenant_id, room_id, case_id);
create index on app.volunteer_tasks (tenant_id, account_id, happens_on);
create index on app.volunteer_tasks (tenant_id, created_by);

create table app.content_checks (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  key_ref text not null,
  reason_ct bytea not null,
  began_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  constraint at_most_sixty_minutes check (ends_at <= began_at + interval '60 minutes')
);
comment on table app.content_checks is 'the data protection officer opens a file for a check, with a reason, for an hour at most, and only to read';
create index on app.content_checks (tenant_id, account_id, ends_at);
create index on app.content_checks (tenant_id, room_id, case_id);

create table private.announced_endings (
  tenant_id uuid not null references app.tenants on delete restrict,
  -- a consent or a share
  thing_id uuid not null,
  days integer not null check (days in (30, 7)),
  at timestamptz not null default now(),
  primary key (tenant_id, thing_id, days)
);
comment on table private.announced_endings is 'which ending was announced to whoever leads the case, 30 and 7 days before, so that it is said once each';
