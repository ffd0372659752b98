-- The person's own page: who has access and until when, what stays off it, and what the person says through it.
create table app.portal_accesses (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  -- whoever speaks for the person by law has an access of their own, which ends with that right
  guardian_id uuid,
  language text not null default 'de' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  until_on date,
  frozen_at timestamptz,
  frozen_by uuid,
  frozen_reason_ct bytea,
  ended_at timestamptz,
  ended_by uuid,
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, guardian_id) references app.person_guardians (tenant_id, id) on delete cascade,
  foreign key (tenant_id, frozen_by) references app.accounts on delete restrict,
  foreign key (tenant_id, ended_by) references app.accounts on delete restrict,
  foreign key (tenant_id, invited_by) references app.accounts on delete restrict,
  constraint freezing_names_who check ((frozen_at is null) = (frozen_by is null)),
  constraint ending_names_who check ((ended_at is null) = (ended_by is null))
);
comment on table app.portal_accesses is 'access of a person, or of whoever speaks for the person by law, to the own page; frozen and ended at once, and what the database asks in every request';
create unique index one_access_at_a_time on app.portal_accesses (tenant_id, case_id, person_id, coalesce(guardian_id, person_id)) where ended_at is null;
create index on app.portal_accesses (tenant_id, room_id, case_id);
create index on app.portal_accesses (tenant_id, case_id, person_id);
create index on app.portal_accesses (tenant_id, guardian_id);
create index on app.portal_accesses (tenant_id, frozen_by);
create index on app.portal_accesses (tenant_id, ended_by);
create index on app.portal_accesses (tenant_id, invited_by);

create table private.portal_credentials (
  tenant_id uuid not null references app.tenants on delete restrict,
  access_id uuid not null,
  -- what the QR code holds: it says whose page, and opens nothing without the PIN
  card_hash bytea not null,
  pin_hash text not null,
  -- the PIN that the office gave counts once, until this moment, and is replaced at once
  first_pin_until timestamptz,
  pin_set_at timestamptz not null default now(),
  last_seen_at timestamptz,
  primary key (tenant_id, access_id),
  foreign key (tenant_id, access_id) references app.portal_accesses (tenant_id, id) on delete cascade
);
comment on table private.portal_credentials is 'card (hashed) and PIN (argon2id) of an access; gone when it ends';
create unique index whose_card on private.portal_credentials (card_hash);

create table private.portal_sessions (
  tenant_id uuid not null references app.tenants on delete restrict,
  token_hash bytea not null,
  id uuid not null,
  access_id uuid not null,
  idle interval not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  unique (tenant_id, id),
  foreign key (tenant_id, access_id) references app.portal_accesses (tenant_id, id) on delete cascade
);
comment on table private.portal_sessions is 'sessions of the person''s own page, hashed; the database looks person and case up from the secret';
create index on private.portal_sessions (tenant_id, access_id);

create table app.portal_holds (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('goal', 'measure', 'appointment', 'consent', 'disclosure', 'access', 'document', 'fact')),
  row_id uuid not null,
  reason_ct bytea not null,
  held_by uuid not null,
  held_at timestamptz not null default now(),
  lifted_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, held_by) references app.accounts on delete restrict
);
comment on table app.portal_holds is 'single items that stay off the person''s page, each with a reason';
create unique index held_once on app.portal_holds (tenant_id, case_id, person_id, kind, row_id) where lifted_at is null;
create index on app.portal_holds (tenant_id, room_id, case_id);
create index on app.portal_holds (tenant_id, case_id, person_id);
create index on app.portal_holds (tenant_id, held_by);

create table app.portal_areas (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  life_area text not null check (length(life_area) between 1 and 60),
  opened_by uuid not null,
  primary key (tenant_id, case_id, person_id, life_area),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, opened_by) references app.accounts on delete restrict
);
comment on table app.portal_areas is 'sensitive life areas that this person wants to see on the own page; by themselves they are off';
create index on app.portal_areas (tenant_id, room_id, case_id);
create index on app.portal_areas (tenant_id, opened_by);

create table app.portal_messages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  access_id uuid not null,
  kind text not null check (kind in ('question', 'wrong', 'restrict', 'object', 'paper')),
  -- what is said to be wrong: `name:<id>` and the like
  item text not null default '' check (length(item) <= 80),
  text_ct bytea not null,
  document_id uuid,
  state text not null default 'open' check (state in ('open', 'done', 'declined')),
  answer_ct bytea,
  answered_by uuid,
  answered_at timestamptz,
  sent_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, access_id) references app.portal_accesses (tenant_id, id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete set null (document_id),
  foreign key (tenant_id, answered_by) references app.accounts on delete restrict,
  constraint answer_names_who check ((state = 'open') = (answered_at is null))
);
comment on table app.portal_messages is 'what the person writes on the own page: questions, "this is wrong", Art. 18 and Art. 21 DSGVO, papers; and the answer';
create index on app.portal_messages (tenant_id, room_id, case_id);
create index on app.portal_messages (tenant_id, case_id, person_id);
create index on app.portal_messages (tenant_id, access_id);
create index on app.portal_messages (tenant_id, case_id, document_id);
create index on app.portal_messages (tenant_id, answered_by);

-- files that the person sent through the own page
alter table app.documents add column is_from_person boolean not null default false;
