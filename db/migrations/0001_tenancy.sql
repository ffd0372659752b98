-- Tenants, organisations, rooms, accounts, memberships, sessions. Words: access-model in docs/access.md.
create schema app;
create schema private;

create table app.tenants (
  id uuid primary key,
  kind text not null default 'municipality' check (kind in ('municipality', 'land')),
  name text not null check (length(name) between 1 and 200),
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table app.tenants is 'Kommune: one Kreis or kreisfreie Stadt with its Kommunales Integrationszentrum';

create table app.organisations (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  kind text not null check (kind in ('integration_centre', 'immigration_office', 'naturalisation_office',
    'district_municipality', 'welfare_provider', 'jobcenter', 'employment_agency', 'social_office', 'youth_office',
    'school_office', 'health_office', 'housing_office', 'migration_counselling', 'refugee_counselling',
    'course_provider', 'volunteer_initiative', 'registry_office', 'other', 'land_authority')),
  name text not null check (length(name) between 1 and 200),
  short_name text not null default '' check (length(short_name) <= 60),
  municipality text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table app.organisations is 'Stelle: an office, provider or initiative of a tenant';

create table app.rooms (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  kind text not null check (kind in ('case_management', 'immigration_office', 'naturalisation_office', 'partner')),
  -- the wall: no account belongs to rooms of the sides management and authority both
  side text not null generated always as (case kind when 'case_management' then 'management' when 'partner' then 'neutral' else 'authority' end) stored,
  name text not null check (length(name) between 1 and 200),
  controller_id uuid,
  joint_agreement text check (length(joint_agreement) between 1 and 500),
  operator_id uuid not null,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, id, side),
  foreign key (tenant_id, controller_id) references app.organisations on delete restrict,
  foreign key (tenant_id, operator_id) references app.organisations on delete restrict,
  constraint room_names_its_controller check (controller_id is not null or joint_agreement is not null)
);
comment on table app.rooms is 'Aktenbereich: where personal data live; one controller or the agreement of joint controllers';
create index on app.rooms (tenant_id, controller_id);
create index on app.rooms (tenant_id, operator_id);

create table app.accounts (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  organisation_id uuid not null,
  side text not null default 'neutral' check (side in ('management', 'authority', 'neutral')),
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  title text not null default '' check (length(title) <= 40),
  given_name text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  job_title text not null default '' check (length(job_title) <= 200),
  phone text not null default '' check (length(phone) <= 60),
  shortcuts boolean not null default true,
  absent_from date,
  absent_until date,
  standing_deputy_id uuid,
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, id, side),
  unique (tenant_id, email),
  foreign key (tenant_id, organisation_id) references app.organisations on delete restrict,
  foreign key (tenant_id, standing_deputy_id) references app.accounts on delete restrict,
  constraint absence_ends_after_it_begins check (absent_until is null or (absent_from is not null and absent_until >= absent_from)),
  constraint deputy_is_somebody_else check (standing_deputy_id <> id)
);
comment on table app.accounts is 'somebody who signs in; a person working for two tenants has two accounts';
create index on app.accounts (tenant_id, organisation_id);
create index on app.accounts (tenant_id, standing_deputy_id);

create table app.memberships (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  account_id uuid not null,
  account_side text not null,
  room_id uuid,
  room_side text,
  controller_id uuid,
  role text not null check (role in ('case_manager', 'team_lead', 'intake', 'immigration_officer', 'naturalisation_officer',
    'partner_worker', 'data_protection_officer', 'controller_deputy', 'tenant_administrator')),
  from_on date not null,
  until_on date,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  needs_confirmation boolean not null default true,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id, account_side) references app.accounts (tenant_id, id, side) on update restrict on delete restrict,
  foreign key (tenant_id, room_id, room_side) references app.rooms (tenant_id, id, side) on delete restrict,
  foreign key (tenant_id, controller_id) references app.organisations on delete restrict,
  foreign key (tenant_id, granted_by) references app.accounts on delete restrict,
  foreign key (tenant_id, confirmed_by) references app.accounts on delete restrict,
  foreign key (tenant_id, ended_by) references app.accounts on delete restrict,
  constraint role_and_room_fit check (
    case role when 'tenant_administrator' then room_id is null and controller_id is null
              when 'data_protection_officer' then room_id is null and controller_id is not null
              when 'controller_deputy' then room_id is null and controller_id is not null
              else room_id is not null and controller_id is null end),
  constraint room_has_its_side check ((room_id is null) = (room_side is null)),
  constraint nobody_stands_on_both_sides_of_the_wall check (room_side is null or room_side = 'neutral' or room_side = account_side),
  constraint role_fits_the_side check (
    case when role in ('case_manager', 'team_lead', 'intake') then room_side = 'management'
         when role in ('immigration_officer', 'naturalisation_officer') then room_side = 'authority'
         when role = 'partner_worker' then room_side = 'neutral' else true end),
  constraint somebody_else_confirms check (confirmed_by is null or confirmed_by <> granted_by),
  constraint membership_ends_after_it_begins check (until_on is null or until_on >= from_on)
);
comment on table app.memberships is 'an account''s role in a room, or tenant-wide; in force only once confirmed where it opens persons';
create index on app.memberships (tenant_id, account_id, room_id);
create index on app.memberships (tenant_id, room_id);
create index on app.memberships (tenant_id, controller_id);
create index on app.memberships (tenant_id, granted_by);
create index on app.memberships (tenant_id, confirmed_by);
create index on app.memberships (tenant_id, ended_by);

create table app.settings (
  tenant_id uuid not null references app.tenants on delete restrict,
  key text not null check (key ~ '^[a-z_]{1,60}$'),
  value jsonb not null,
  version integer not null default 1,
  primary key (tenant_id, key)
);
comment on table app.settings is 'what a tenant decides: retention of imported cells, caseload limit, and the like';

create table app.life_areas (
  tenant_id uuid not null references app.tenants on delete restrict,
  key text not null check (key ~ '^[a-z_]{1,40}$'),
  label text not null check (length(label) between 1 and 80),
  position integer not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, key)
);
comment on table app.life_areas is 'Lebensbereiche, as the tenant names them; retired ones stay readable on old entries';

create table app.admission_criteria (
  tenant_id uuid not null references app.tenants on delete restrict,
  key text not null check (key ~ '^[a-z_]{1,40}$'),
  label text not null check (length(label) between 1 and 300),
  position integer not null,
  retired_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, key)
);
comment on table app.admission_criteria is 'Aufnahmekriterien of the tenant; they differ from municipality to municipality';

create table app.legal_bases (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  kind text not null check (kind in ('statutory_task', 'consent')),
  citation text not null check (length(citation) between 1 and 300),
  purpose text not null check (length(purpose) between 1 and 500),
  recipients text not null default '',
  retention text not null default '',
  retired_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
comment on table app.legal_bases is 'Rechtsgrundlagen: the tenant''s register; every processing names one';

create table private.credentials (
  tenant_id uuid not null references app.tenants on delete restrict,
  account_id uuid not null,
  password_hash text,
  password_set_at timestamptz,
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  recovery_hashes bytea[] not null default '{}',
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references app.accounts on delete restrict
);
comment on table private.credentials is 'password hashes (argon2id) and sealed TOTP secrets; reached by functions of the sign-in login only';

create table private.sign_in_failures (
  tenant_id uuid not null,
  subject bytea not null,
  failed_at timestamptz[] not null default '{}',
  primary key (tenant_id, subject)
);
comment on table private.sign_in_failures is 'throttle per account and client together, so that nobody can lock somebody else out; subject is a hash';

create table private.invitations (
  tenant_id uuid not null references app.tenants on delete restrict,
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null check (kind in ('invitation', 'recovery', 'first_administrator')),
  resets_second_factor boolean not null default false,
  requested_by uuid,
  confirmed_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  constraint somebody_else_confirms check (confirmed_by is null or confirmed_by <> requested_by)
);
create index on private.invitations (tenant_id, account_id);

create table private.sessions (
  tenant_id uuid not null references app.tenants on delete restrict,
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  room_id uuid,
  -- api: signed in by a program with password and second factor; token: made beforehand, and never reaches password, factor or tokens
  kind text not null default 'browser' check (kind in ('browser', 'api', 'token')),
  name text not null default '',
  scopes text[] not null default '{read,write}',
  idle interval,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  unique (tenant_id, id),
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id) references app.rooms on delete restrict
);
comment on table private.sessions is 'opaque sessions and personal tokens of the API, hashed; the database looks the account up from the secret';
create index on private.sessions (tenant_id, account_id);
create index on private.sessions (tenant_id, room_id);

create table app.idempotency_keys (
  tenant_id uuid not null references app.tenants on delete restrict,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  request_hash bytea not null,
  status integer,
  location text,
  result_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, account_id, key),
  foreign key (tenant_id, account_id) references app.accounts on delete cascade
);
comment on table app.idempotency_keys is 'what a write answered, by status and address only; a replay is authorised anew and renders anew';

create table app.jobs (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  room_id uuid,
  account_id uuid not null,
  session_id uuid,
  kind text not null check (kind ~ '^[a-z_.]{1,60}$'),
  subject_id uuid,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  error_code text,
  attempts integer not null default 0,
  run_after timestamptz not null default now(),
  heartbeat_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict
);
comment on table app.jobs is 'the queue: written in the transaction of the change, worked under the rights of who ordered it; ids only, no content';
create index on app.jobs (tenant_id, account_id);
create index on app.jobs (tenant_id, room_id);
create index jobs_waiting on app.jobs (run_after) where state in ('queued', 'running');
