-- Fallkonferenz: with names, so nobody hears what no consent covers. Kollegiale Fallberatung: without names, so without a case.
create table app.conferences (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  appointment_id uuid not null,
  question_ct bytea not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  held_on date,
  -- agreements as they were noted, sealed
  protocol_ct bytea,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, appointment_id) references app.case_appointments (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint held_conference_says_when check ((state = 'held') = (held_on is not null))
);
comment on table app.conferences is 'Fallkonferenz of a case: question, protocol; its time and place are its appointment''s';
create unique index one_conference_an_appointment on app.conferences (tenant_id, appointment_id);
create index on app.conferences (tenant_id, room_id, case_id);
create index on app.conferences (tenant_id, case_id, appointment_id);
create index on app.conferences (tenant_id, created_by);

create table app.conference_participants (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  conference_id uuid not null,
  account_id uuid,
  organisation_id uuid,
  person_id uuid,
  was_there boolean,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, conference_id) references app.conferences (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, organisation_id) references app.organisations on delete restrict,
  constraint one_kind_of_participant check (num_nonnulls(account_id, organisation_id, person_id) = 1)
);
comment on table app.conference_participants is 'who is invited: somebody of the team, an office, a person of the case';
create unique index participant_once on app.conference_participants (tenant_id, conference_id, (coalesce(account_id, organisation_id, person_id)));
create index on app.conference_participants (tenant_id, room_id, case_id);
create index on app.conference_participants (tenant_id, case_id, conference_id);
create index on app.conference_participants (tenant_id, case_id, person_id);
create index on app.conference_participants (tenant_id, account_id);
create index on app.conference_participants (tenant_id, organisation_id);

create table app.conference_items (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  conference_id uuid not null,
  position integer not null check (position between 1 and 50),
  title_ct bytea not null,
  life_area text not null check (length(life_area) between 1 and 60),
  -- absent: it concerns everybody the case is about
  person_id uuid,
  is_entrusted boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, conference_id) references app.conferences (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade
);
comment on table app.conference_items is 'agenda: what is spoken about, in which life area, about whom; the consents are asked for each';
create index on app.conference_items (tenant_id, room_id, case_id);
create index on app.conference_items (tenant_id, case_id, conference_id);
create index on app.conference_items (tenant_id, case_id, person_id);

create table app.peer_consultations (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  held_on date not null,
  -- a key of its own: there is no case whose key it could be, and none may be found from here
  key_ref text not null check (length(key_ref) between 1 and 100),
  question_ct bytea not null,
  hypotheses_ct bytea,
  ideas_ct bytea,
  author_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.peer_consultations is 'Kollegiale Fallberatung: anonymous and of the room; no column leads to a case or a person';
create index on app.peer_consultations (tenant_id, room_id, held_on);
create index on app.peer_consultations (tenant_id, author_id);
