-- Appointments of a case: when, with whom, where, in which language; interpreters; reminders; a feed for the own calendar.
-- app.appointments are those of an authority's room, so these carry the case in their name.
create table app.case_appointments (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('talk', 'home_visit', 'accompaniment', 'phone', 'video', 'conference', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place_kind text not null default 'office' check (place_kind in ('office', 'address', 'phone', 'video')),
  place_ct bytea,
  subject_ct bytea,
  language text not null default 'de' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- in whose week and feed it stands
  with_account_id uuid,
  with_organisation_id uuid,
  is_entrusted boolean not null default false,
  is_on_portal boolean not null default true,
  wants_reminder boolean not null default true,
  state text not null default 'planned' check (state in ('planned', 'kept', 'no_show', 'cancelled', 'moved')),
  -- the contact that says so, written once
  no_show_contact_id uuid,
  moved_to_id uuid,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, no_show_contact_id) references app.contacts (tenant_id, case_id, id) on delete set null (no_show_contact_id),
  foreign key (tenant_id, case_id, moved_to_id) references app.case_appointments (tenant_id, case_id, id) on delete set null (moved_to_id),
  foreign key (tenant_id, with_account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, with_organisation_id) references app.organisations on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint appointment_ends_after_it_begins check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  constraint entrusted_stays_off_the_portal check (not (is_entrusted and is_on_portal))
);
comment on table app.case_appointments is 'Termine of a case; one that is moved stays as moved and points at the one in its place';
create index on app.case_appointments (tenant_id, room_id, case_id, starts_at);
create index on app.case_appointments (tenant_id, case_id, no_show_contact_id);
create index on app.case_appointments (tenant_id, case_id, moved_to_id);
create index on app.case_appointments (tenant_id, with_account_id, starts_at);
create index on app.case_appointments (tenant_id, with_organisation_id);
create index on app.case_appointments (tenant_id, created_by);

create table app.case_appointment_persons (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, appointment_id, person_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, appointment_id) references app.case_appointments (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade
);
comment on table app.case_appointment_persons is 'who of the case is to come';
create index on app.case_appointment_persons (tenant_id, room_id, case_id);
create index on app.case_appointment_persons (tenant_id, case_id, appointment_id);
create index on app.case_appointment_persons (tenant_id, case_id, person_id);

create table app.interpreters (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  -- an office or a person that interprets, as a telephone book has it; of clients nothing
  name text not null check (name = btrim(name) and length(name) between 2 and 120),
  reach text not null default '' check (length(reach) <= 200),
  languages text[] not null check (cardinality(languages) between 1 and 60),
  -- of this one, where it differs from the tenant's
  lead_days integer check (lead_days between 0 and 60),
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, room_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict
);
comment on table app.interpreters is 'Pool der Sprachmittlung of a room: offices and persons with their languages';
create index on app.interpreters (tenant_id, room_id);

create table app.interpreter_requests (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  appointment_id uuid not null,
  interpreter_id uuid,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  state text not null default 'requested' check (state in ('requested', 'confirmed', 'declined', 'cancelled')),
  requested_by uuid not null,
  requested_on date not null,
  -- who at the pool said so
  confirmed_ct bytea,
  settled_by uuid,
  settled_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, appointment_id) references app.case_appointments (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, room_id, interpreter_id) references app.interpreters (tenant_id, room_id, id) on delete restrict,
  foreign key (tenant_id, requested_by) references app.accounts on delete restrict,
  foreign key (tenant_id, settled_by) references app.accounts on delete restrict,
  constraint settled_request_says_when check ((state = 'requested') = (settled_on is null))
);
comment on table app.interpreter_requests is 'Sprachmittlung for an appointment: asked for, confirmed by whom, declined, cancelled';
create unique index one_interpreter_at_a_time on app.interpreter_requests (tenant_id, appointment_id) where state in ('requested', 'confirmed');
create index on app.interpreter_requests (tenant_id, room_id, case_id);
create index on app.interpreter_requests (tenant_id, case_id, appointment_id);
create index on app.interpreter_requests (tenant_id, room_id, interpreter_id);
create index on app.interpreter_requests (tenant_id, requested_by);
create index on app.interpreter_requests (tenant_id, settled_by);

create table app.outgoing_mails (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('appointment_reminder', 'news')),
  appointment_id uuid,
  due_at timestamptz not null,
  -- call: only a telephone is safe, and somebody was asked to call; unsafe: nothing is, and nothing went out
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'call', 'unsafe', 'dropped')),
  attempts integer not null default 0,
  taken_at timestamptz,
  settled_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, appointment_id) references app.case_appointments (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint reminder_names_its_appointment check ((kind = 'appointment_reminder') = (appointment_id is not null))
);
comment on table app.outgoing_mails is 'what is to be said to a person outside, and what came of it: no address and no text, both are looked up when it goes out';
create unique index one_reminder_a_person on app.outgoing_mails (tenant_id, appointment_id, person_id) where kind = 'appointment_reminder';
create index on app.outgoing_mails (tenant_id, room_id, case_id);
create index on app.outgoing_mails (tenant_id, case_id, person_id);
create index on app.outgoing_mails (tenant_id, case_id, appointment_id);
create index on app.outgoing_mails (tenant_id, created_by);
create index outgoing_mails_due on app.outgoing_mails (due_at) where state in ('waiting', 'sending');

create table app.calendar_feeds (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  with_numbers boolean not null default false,
  last_read_on date,
  revoked_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict
);
comment on table app.calendar_feeds is 'addresses under which a calendar program reads the own appointments of one account in one room, without names; only the hash of the secret';
-- looked up by the hash alone, before anybody is known
create unique index one_feed_a_secret on app.calendar_feeds (token_hash);
create unique index one_feed_a_room on app.calendar_feeds (tenant_id, account_id, room_id) where revoked_at is null;
create index on app.calendar_feeds (tenant_id, room_id);
create index on app.calendar_feeds (tenant_id, account_id);
