-- A case goes with its person to another municipality: one package, on the word of everybody whom it is about.
create table app.case_moves (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- sealed JSON: municipality, office, whom one spoke to
  recipient_ct bytea not null,
  moves_on date not null,
  person_ids uuid[] not null check (cardinality(person_ids) between 1 and 30),
  parts text[] not null check (cardinality(parts) > 0 and parts <@ array['register', 'assessment', 'qualifications', 'plan', 'appointments', 'consents']),
  document_ids uuid[] not null default '{}',
  -- consents of which the person says that they are to hold with the new office too
  continued_ids uuid[] not null default '{}',
  state text not null default 'prepared' check (state in ('prepared', 'given', 'dropped')),
  given_on date,
  given_by uuid,
  given_how text check (given_how in ('to_person', 'post', 'encrypted')),
  -- sealed under the key of the case; goes with it
  stored_name text not null default '',
  size bigint check (size > 0),
  sha256 bytea check (length(sha256) = 32),
  -- entries that somebody confided, which are not in it
  left_out integer check (left_out >= 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  foreign key (tenant_id, given_by) references app.accounts on delete restrict,
  constraint given_says_when_how_and_what check ((state = 'given') = (given_on is not null and given_by is not null and given_how is not null and stored_name <> '' and sha256 is not null))
);
comment on table app.case_moves is 'Umzug: what a person agreed to take along to another municipality, and the package that was given';
create index on app.case_moves (tenant_id, room_id, case_id);
create index on app.case_moves (tenant_id, created_by);
create index on app.case_moves (tenant_id, given_by);

create table app.move_agreements (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  move_id uuid not null,
  person_id uuid not null,
  agreed_on date not null,
  given_by text not null check (given_by in ('person', 'representative')),
  form text not null check (form in ('written', 'oral')),
  language text not null,
  -- who spoke for the person, who interpreted
  witness_ct bytea,
  -- what stood in the package that was read: with anything else in it, the word is another's
  content_sha256 bytea not null check (length(content_sha256) = 32),
  withdrawn_on date,
  recorded_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, move_id) references app.case_moves (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict
);
comment on table app.move_agreements is 'consent to exactly one package; it goes when what was chosen for it changes';
create index on app.move_agreements (tenant_id, room_id, case_id);
create index on app.move_agreements (tenant_id, case_id, move_id);
create index on app.move_agreements (tenant_id, case_id, person_id);
create index on app.move_agreements (tenant_id, recorded_by);
create unique index one_agreement_of_a_person on app.move_agreements (tenant_id, move_id, person_id) where withdrawn_on is null;

-- Packages of other municipalities, from being uploaded until somebody opens a case by them or throws them away.
create table app.incoming_moves (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  key_ref text not null unique,
  stored_name text not null,
  size bigint not null check (size > 0),
  received_by uuid not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms (tenant_id, id) on delete restrict,
  foreign key (tenant_id, received_by) references app.accounts on delete restrict
);
comment on table app.incoming_moves is 'a package that another municipality gave; under a key of its own, for thirty days';
create index on app.incoming_moves (tenant_id, room_id);
create index on app.incoming_moves (tenant_id, received_by);
