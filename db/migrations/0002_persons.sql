-- The register of persons of a room: identity, names in several scripts, contact, residence, guardians.
create table app.imports (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  file_name text not null check (length(file_name) <= 255),
  file_mac bytea not null,
  stored_name text not null,
  key_ref text not null,
  state text not null default 'mapping' check (state in ('mapping', 'reading', 'checking', 'importing', 'done', 'undoing', 'undone', 'discarded')),
  source text not null default '',
  controller_id uuid,
  legal_basis_id uuid,
  informed text not null default 'unknown' check (informed in ('yes', 'no', 'partly', 'unknown')),
  sheet_name text not null default '',
  column_map jsonb,
  outline_ct bytea,
  row_count integer not null default 0,
  error_code text,
  error_sentence text,
  cells_delete_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, room_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, controller_id) references app.organisations on delete restrict,
  foreign key (tenant_id, legal_basis_id) references app.legal_bases on delete restrict
);
comment on table app.imports is 'one uploaded list on its way to persons and cases';
comment on column app.imports.outline_ct is 'sheets, headings, samples and spellings of case managers with the accounts meant, sealed under the key of the import';
create index on app.imports (tenant_id, room_id, created_at);
create index on app.imports (tenant_id, room_id, file_mac);
create index on app.imports (tenant_id, account_id);
create index on app.imports (tenant_id, controller_id);
create index on app.imports (tenant_id, legal_basis_id);

create table app.persons (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  birth_on date,
  birth_precision text not null default 'unknown' check (birth_precision in ('day', 'month', 'year', 'estimated', 'unknown')),
  birth_placeholder boolean not null default false,
  gender text not null default 'unknown' check (gender in ('female', 'male', 'diverse', 'unknown')),
  entered_on date,
  entered_precision text not null default 'unknown' check (entered_precision in ('day', 'month', 'year', 'estimated', 'unknown')),
  died_on date,
  merged_into uuid,
  recorded_by uuid not null,
  import_id uuid,
  has_case boolean not null default false,
  key_ref text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, room_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, room_id, merged_into) references app.persons (tenant_id, room_id, id) on delete restrict,
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id, import_id) references app.imports (tenant_id, room_id, id) on delete restrict,
  constraint nobody_is_merged_into_oneself check (merged_into <> id),
  constraint birth_has_its_precision check ((birth_on is null) = (birth_precision = 'unknown')),
  constraint entry_has_its_precision check ((entered_on is null) = (entered_precision = 'unknown')),
  constraint placeholder_is_a_new_years_day check (not birth_placeholder or (birth_on is not null and extract(month from birth_on) = 1 and extract(day from birth_on) = 1))
);
comment on table app.persons is 'Person: a record in one room; the same human may have records in several, which nothing links';
create index on app.persons (tenant_id, room_id, id);
create index on app.persons (tenant_id, room_id, merged_into);
create index on app.persons (tenant_id, recorded_by);
create index persons_without_a_case on app.persons (tenant_id, room_id) where not has_case;
create index on app.persons (tenant_id, room_id, import_id);

create table app.person_names (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('passport', 'own_script', 'former', 'nickname', 'spelling')),
  script text not null default 'Latn' check (script ~ '^[A-Z][a-z]{3}$'),
  family text not null default '' check (length(family) <= 200),
  given text not null default '' check (length(given) <= 200),
  is_primary boolean not null default false,
  from_on date,
  until_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  constraint a_name_says_something check (family <> '' or given <> '')
);
comment on table app.person_names is 'names of a person, several, with kind and script';
create index on app.person_names (tenant_id, room_id, person_id);

create table app.person_nationalities (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code text not null check (code ~ '^[0-9]{3}$'),
  from_on date,
  until_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.person_nationalities is 'Staatsangehörigkeiten by Destatis code; 997 staatenlos, 998 ungeklärt, 999 ohne Angabe';
create index on app.person_nationalities (tenant_id, room_id, person_id);

create table app.person_languages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code text not null check (code ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  level text not null default '' check (level in ('', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  needs_interpreter boolean not null default false,
  is_preferred boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.person_languages is 'languages (BCP 47) and the need for Sprachmittlung';
create index on app.person_languages (tenant_id, room_id, person_id);

create table app.person_addresses (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  street text not null default '' check (length(street) <= 200),
  postcode text not null default '' check (length(postcode) <= 12),
  town text not null default '' check (length(town) <= 120),
  municipality text not null default '' check (length(municipality) <= 120),
  is_protected boolean not null default false,
  from_on date,
  until_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.person_addresses is 'addresses over time; a protected one never travels through a household or relation';
create index on app.person_addresses (tenant_id, room_id, person_id);

create table app.person_channels (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('mobile', 'phone', 'email', 'messenger', 'other')),
  value text not null check (length(value) between 1 and 200),
  is_safe boolean,
  hint_ct bytea,
  from_on date,
  until_on date,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on column app.person_channels.is_safe is 'safe to contact: true, false, or null where nobody has asked yet';
create index on app.person_channels (tenant_id, room_id, person_id);

create table app.person_residence_statuses (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  azr_label text not null check (length(azr_label) between 1 and 300),
  short_label text not null default '' check (length(short_label) <= 80),
  from_on date,
  until_on date,
  evidence text not null default '' check (length(evidence) <= 200),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  constraint status_ends_after_it_begins check (until_on is null or from_on is null or until_on >= from_on)
);
comment on table app.person_residence_statuses is 'history of the Aufenthaltsstatus in labels of the AZR';
create index on app.person_residence_statuses (tenant_id, room_id, person_id);

create table app.person_guardians (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('parents', 'guardian', 'custodian', 'proxy')),
  name_ct bytea not null,
  scope text[] not null default '{}',
  from_on date,
  until_on date,
  evidence text not null default '' check (length(evidence) <= 200),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.person_guardians is 'gesetzliche Vertretung: who may declare what until when';
create index on app.person_guardians (tenant_id, room_id, person_id);

create table app.search_keys (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  key text not null check (length(key) between 2 and 120),
  person_id uuid not null,
  primary key (tenant_id, room_id, key, person_id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.search_keys is 'normalised keys of names, birth dates and telephone numbers; searched by equality only, through app.find_persons';
create index on app.search_keys (tenant_id, room_id, person_id);

create table app.merges (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  choices jsonb not null default '{}',
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  unmerged_by uuid,
  unmerged_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, kept_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, merged_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, merged_by) references app.accounts on delete restrict,
  foreign key (tenant_id, unmerged_by) references app.accounts on delete restrict
);
comment on table app.merges is 'two records found to be one person: a mark and a choice per field; no row moves, so it can be undone';
create unique index merged_once_at_a_time on app.merges (tenant_id, merged_id) where unmerged_at is null;
create index on app.merges (tenant_id, room_id, kept_id);
create index on app.merges (tenant_id, room_id, merged_id);
create index on app.merges (tenant_id, merged_by);
create index on app.merges (tenant_id, unmerged_by);

create table app.duplicate_pairs (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  score real not null,
  reasons text[] not null,
  state text not null default 'open' check (state in ('open', 'merged', 'separate', 'later')),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, first_id, second_id),
  foreign key (tenant_id, room_id, first_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, second_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, decided_by) references app.accounts on delete restrict,
  constraint pair_in_order check (first_id < second_id)
);
comment on table app.duplicate_pairs is 'possible duplicates with their reasons (codes, no values); never merged by the machine';
create index on app.duplicate_pairs (tenant_id, room_id, state, score desc);
create index on app.duplicate_pairs (tenant_id, room_id, first_id);
create index on app.duplicate_pairs (tenant_id, room_id, second_id);
create index on app.duplicate_pairs (tenant_id, decided_by);
