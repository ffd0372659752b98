-- Opening the own page with the telephone instead of the PIN (WebAuthn). That there is one, the team sees; what proves it lies in private.
create table app.portal_passkeys (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  access_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, access_id) references app.portal_accesses (tenant_id, case_id, id) on delete cascade
);
comment on table app.portal_passkeys is 'telephones with which the person opens the own page without a PIN; gone with a freeze, an end, a new card and a new PIN';
create index on app.portal_passkeys (tenant_id, room_id, case_id);
create index on app.portal_passkeys (tenant_id, case_id, person_id);
create index on app.portal_passkeys (tenant_id, case_id, access_id);

create table private.portal_passkey_keys (
  tenant_id uuid not null references app.tenants on delete restrict,
  passkey_id uuid not null,
  credential_id bytea not null check (length(credential_id) between 16 and 1023),
  public_key bytea not null check (length(public_key) between 32 and 2000),
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}' check (cardinality(transports) <= 8),
  -- stands in the telephone's own list beside two neutral words: which of them it is
  number smallint not null check (number between 10 and 99),
  last_used_at timestamptz,
  primary key (tenant_id, passkey_id),
  foreign key (tenant_id, passkey_id) references app.portal_passkeys (tenant_id, id) on delete cascade
);
comment on table private.portal_passkey_keys is 'public key and counter of a passkey; no secret is in it, and nobody but the portal''s functions needs it';
create unique index whose_passkey on private.portal_passkey_keys (credential_id);

create table private.portal_challenges (
  -- a hash of what one browser or one session holds; before anybody is signed in there is no tenant
  holder bytea primary key check (length(holder) = 32),
  tenant_id uuid references app.tenants on delete restrict,
  session_id uuid,
  challenge bytea not null check (length(challenge) between 16 and 64),
  -- what it becomes when the telephone answers
  passkey_id uuid,
  number smallint check (number between 10 and 99),
  expires_at timestamptz not null,
  foreign key (tenant_id, session_id) references private.portal_sessions (tenant_id, id) on delete cascade,
  constraint a_session_adds check (num_nulls(tenant_id, session_id, passkey_id, number) in (0, 4))
);
comment on table private.portal_challenges is 'what a telephone is asked to sign: one at a time per browser, for minutes, taken out by the first answer';
create index on private.portal_challenges (tenant_id, session_id);
create index on private.portal_challenges (expires_at);
