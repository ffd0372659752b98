-- Rows of an import while it is checked, and the access record with its seals.
create table app.import_rows (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  import_id uuid not null,
  row_no integer not null check (row_no > 0),
  row_ct bytea,
  fingerprint bytea not null,
  certainty text not null check (certainty in ('clear', 'check', 'unreadable')),
  is_waiting_list boolean not null default false,
  decision text not null default 'open' check (decision in ('open', 'import', 'separate', 'same_row', 'same_person', 'later', 'skip')),
  same_row_no integer,
  same_person_id uuid,
  match_score real,
  match_reasons text[] not null default '{}',
  issues text[] not null default '{}',
  outcome text check (outcome in ('created', 'created_as_same', 'skipped_known', 'skipped', 'left_for_later', 'failed')),
  outcome_code text,
  person_id uuid,
  case_id uuid,
  version integer not null default 1,
  primary key (tenant_id, import_id, row_no),
  foreign key (tenant_id, room_id, import_id) references app.imports (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, same_person_id) references app.persons (tenant_id, room_id, id) on delete set null (same_person_id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete set null (person_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete set null (case_id)
);
comment on table app.import_rows is 'original cells and what was understood, sealed under the key of the import, until it is done; afterwards results only';
comment on column app.import_rows.issues is 'codes of what a person should look at (nationality:check, duplicate), so that like cases can be decided at once';
create index on app.import_rows (tenant_id, room_id, import_id);
create index import_rows_left on app.import_rows (tenant_id, room_id, import_id) where row_ct is not null and decision in ('open', 'later');
create index on app.import_rows (tenant_id, room_id, fingerprint);
create index on app.import_rows (tenant_id, room_id, same_person_id);
create index on app.import_rows (tenant_id, room_id, person_id);
create index on app.import_rows (tenant_id, room_id, case_id);

create table private.keys_to_destroy (
  tenant_id uuid not null references app.tenants on delete restrict,
  key_ref text not null,
  -- bytes of a file that go with the key
  stored_name text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, key_ref, stored_name)
);
comment on table private.keys_to_destroy is 'written in the transaction that ends what the keys sealed; destroyed once that is committed, also after a crash';

create table app.case_origins (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  cells_ct bytea not null,
  delete_on date not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, import_id) references app.imports (tenant_id, room_id, id) on delete restrict
);
comment on table app.case_origins is 'what stood in the list beside what was understood, for the team of the case, until the day of deletion';
create index on app.case_origins (tenant_id, room_id, case_id);
create index on app.case_origins (tenant_id, room_id, import_id);
create index on app.case_origins (delete_on);

create table app.access_records (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  room_id uuid,
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  account_id uuid,
  session_id uuid,
  function text not null default '',
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  object_kind text not null default '',
  object_ids uuid[] not null default '{}',
  case_id uuid,
  purpose text not null default '',
  reason_ct bytea,
  seq bigint check (seq > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict
);
comment on table app.access_records is 'Protokoll: every read of a file and every change, in the transaction that did it; inserted, numbered once by the sealer, never else changed';
comment on column app.access_records.xid is 'the transaction that wrote it: what was recorded together';
comment on column app.access_records.seq is 'its number in the chain of its room, once sealed; null until then';
create index on app.access_records (tenant_id, case_id, at desc) where case_id is not null;
create index on app.access_records (tenant_id, room_id, at desc, id desc);
create index on app.access_records (tenant_id, account_id, at desc, id desc);
-- the tenant's own id stands for the chain of what belongs to no room (signing in, administration)
create unique index numbered_once_in_a_chain on app.access_records (tenant_id, coalesce(room_id, tenant_id), seq) where seq is not null;
create index access_records_to_seal on app.access_records (tenant_id, at) where seq is null;

create table app.access_seals (
  tenant_id uuid not null references app.tenants on delete restrict,
  chain_id uuid not null,
  room_id uuid,
  seq_from bigint not null,
  seq_to bigint not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  epoch integer not null,
  first_id uuid not null,
  last_id uuid not null,
  content_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, chain_id, seq_from),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  constraint seal_covers_something check (seq_to >= seq_from),
  constraint chain_is_of_a_room_or_the_tenant check (chain_id = coalesce(room_id, tenant_id))
);
comment on table app.access_seals is 'hash chain over the access records of a room, batch by batch; anchors of it leave the database';
create index on app.access_seals (tenant_id, room_id);

create table private.sealer_state (
  only_one boolean primary key default true check (only_one),
  epoch integer not null default 0,
  anchor_number bigint not null default 0,
  anchor_hash text not null default '',
  anchored_at timestamptz not null default '-infinity'
);
comment on table private.sealer_state is 'the epoch, and the last statement that left the database: one that is older than what lies outside tells of a restore';
insert into private.sealer_state default values;
