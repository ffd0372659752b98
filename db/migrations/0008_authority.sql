-- The officers' own work on the persons of their room: follow-ups, papers, completeness checks, appointments, disclosures.
-- Texts and files lie under the key of the person. Nothing here points into another room.
create table app.officer_follow_ups (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  owner_id uuid not null,
  due_on date not null,
  kind text not null default 'task' check (kind in ('task', 'papers', 'request', 'disclosure', 'deadline')),
  title_ct bytea not null,
  done_on date,
  done_by uuid,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, owner_id) references app.accounts on delete restrict,
  foreign key (tenant_id, done_by) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint done_says_by_whom check ((done_on is null) = (done_by is null))
);
comment on table app.officer_follow_ups is 'Wiedervorlagen of an authority on a person of its own room';
create index on app.officer_follow_ups (tenant_id, room_id, person_id);
create index officer_follow_ups_open on app.officer_follow_ups (tenant_id, room_id, due_on) where done_on is null;
create index on app.officer_follow_ups (tenant_id, owner_id);
create index on app.officer_follow_ups (tenant_id, done_by);
create index on app.officer_follow_ups (tenant_id, created_by);

create table app.papers (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name_ct bytea not null,
  kind text not null default 'other' check (kind in ('identity', 'residence', 'language', 'livelihood', 'school', 'family', 'notice', 'letter', 'other')),
  media_type text not null,
  size bigint not null check (size >= 0),
  mac bytea not null,
  stored_name text not null,
  author_id uuid not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, person_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.papers is 'Unterlagen: files of a person in an authority''s room; bytes are sealed on disk under the key of the person, the name is sealed here';
create index on app.papers (tenant_id, room_id, person_id);
create index on app.papers (tenant_id, author_id);

create table app.completeness_checks (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- id of a rule of src/rules
  rule text not null check (rule ~ '^[A-Z][A-Z0-9_]{2,39}$'),
  opened_on date not null,
  opened_by uuid not null,
  closed_on date,
  closed_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, opened_by) references app.accounts on delete restrict,
  foreign key (tenant_id, closed_by) references app.accounts on delete restrict,
  constraint closed_says_by_whom check ((closed_on is null) = (closed_by is null))
);
comment on table app.completeness_checks is 'Vollständigkeitsprüfung: which papers a right asks for, and which are there; no word about whether the right exists';
create index on app.completeness_checks (tenant_id, room_id, person_id);
create index on app.completeness_checks (tenant_id, opened_by);
create index on app.completeness_checks (tenant_id, closed_by);
create unique index one_running_check_a_rule on app.completeness_checks (tenant_id, person_id, rule) where closed_on is null;

create table app.check_papers (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  person_id uuid not null,
  check_id uuid not null,
  -- id of a condition of the rule, and one of the papers that prove it, in the words of the rule
  condition text not null check (length(condition) between 1 and 40),
  evidence text not null check (length(evidence) between 1 and 200),
  state text not null check (state in ('missing', 'seen', 'there', 'not_needed')),
  paper_id uuid,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, check_id, condition, evidence),
  foreign key (tenant_id, person_id, check_id) references app.completeness_checks (tenant_id, person_id, id) on delete cascade,
  foreign key (tenant_id, person_id, paper_id) references app.papers (tenant_id, person_id, id) on delete set null (paper_id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, set_by) references app.accounts on delete restrict,
  constraint only_what_is_there_names_a_file check (paper_id is null or state = 'there')
);
comment on table app.check_papers is 'one paper of a completeness check; without a row nobody has looked yet';
create index on app.check_papers (tenant_id, person_id, check_id);
create index on app.check_papers (tenant_id, person_id, paper_id);
create index on app.check_papers (tenant_id, room_id, person_id);
create index on app.check_papers (tenant_id, set_by);

create table app.appointments (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  happens_on date not null,
  happens_at time not null,
  place text not null check (length(place) between 1 and 80),
  purpose text not null check (purpose in ('papers', 'application', 'hearing', 'fingerprints', 'collect', 'declaration', 'certificate', 'counselling', 'other')),
  needs_interpreter boolean not null default false,
  owner_id uuid not null,
  state text not null default 'planned' check (state in ('planned', 'came', 'no_show', 'cancelled')),
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, owner_id) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.appointments is 'Termine of an authority with a person of its own room';
create index on app.appointments (tenant_id, room_id, happens_on, happens_at);
create index on app.appointments (tenant_id, room_id, person_id);
create index on app.appointments (tenant_id, owner_id);
create index on app.appointments (tenant_id, created_by);

create table app.officer_disclosures (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  recipient_id uuid not null,
  recipient_name text not null check (length(recipient_name) between 1 and 200),
  channel text not null check (channel in ('inbox', 'paper')),
  legal_basis_id uuid not null,
  -- the request that it answers, by the id that both sides know
  request_thread_id uuid,
  purpose_ct bytea not null,
  necessity_ct bytea not null,
  author_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'awaiting_second', 'refused', 'sent', 'discarded')),
  second_id uuid,
  second_at timestamptz,
  second_note_ct bytea,
  thread_id uuid not null,
  sent_at timestamptz,
  recipient_state text check (recipient_state in ('delivered', 'accepted', 'asked_back', 'declined')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, person_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, recipient_id) references app.organisations on delete restrict,
  foreign key (tenant_id, legal_basis_id) references app.legal_bases on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict,
  foreign key (tenant_id, second_id) references app.accounts on delete restrict,
  constraint second_officer_is_somebody_else check (second_id <> author_id),
  constraint officer_sent_says_when check ((state = 'sent') = (sent_at is not null))
);
comment on table app.officer_disclosures is 'Übermittlung of an authority: chosen fields of a person of its own room to one recipient; unchangeable once sent';
create index on app.officer_disclosures (tenant_id, room_id, person_id);
create index on app.officer_disclosures (tenant_id, recipient_id);
create index on app.officer_disclosures (tenant_id, legal_basis_id);
create index on app.officer_disclosures (tenant_id, author_id);
create index on app.officer_disclosures (tenant_id, second_id);
create unique index officer_disclosure_of_a_thread on app.officer_disclosures (tenant_id, thread_id);
create index officer_disclosures_by_thread on app.officer_disclosures (thread_id);

create table app.officer_disclosure_items (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  person_id uuid not null,
  disclosure_id uuid not null,
  position integer not null check (position > 0),
  field text not null check (field in ('person.names', 'person.birth', 'person.nationalities', 'person.residence_status', 'person.title_until', 'person.address', 'free_text')),
  label text not null check (length(label) <= 200),
  value_ct bytea not null,
  primary key (tenant_id, disclosure_id, position),
  foreign key (tenant_id, person_id, disclosure_id) references app.officer_disclosures (tenant_id, person_id, id) on delete cascade,
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.officer_disclosure_items is 'what leaves an authority, field by field, as it stood when it was chosen';
create index on app.officer_disclosure_items (tenant_id, person_id, disclosure_id);
create index on app.officer_disclosure_items (tenant_id, room_id, person_id);

create table app.officer_disclosure_messages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  disclosure_id uuid not null,
  is_incoming boolean not null,
  text_ct bytea not null,
  author_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id, disclosure_id) references app.officer_disclosures (tenant_id, person_id, id) on delete cascade,
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.officer_disclosure_messages is 'what the recipient asked back and what the authority answered';
create index on app.officer_disclosure_messages (tenant_id, person_id, disclosure_id);
create index on app.officer_disclosure_messages (tenant_id, room_id, person_id);
create index on app.officer_disclosure_messages (tenant_id, author_id);
