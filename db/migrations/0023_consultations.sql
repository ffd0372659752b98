-- What the archive takes over is handed to it before the file ends; consultations without names end too.
create table app.archive_packages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  made_on date not null,
  made_by uuid not null,
  -- sealed under the key of the case; goes with it
  stored_name text not null,
  size bigint not null check (size > 0),
  -- of the package as it is handed over, so that the archive can say that it got just this one
  sha256 bytea not null check (length(sha256) = 32),
  -- entries that somebody confided, which are not in it
  left_out integer not null default 0 check (left_out >= 0),
  receipt_on date,
  -- the archive's own number and who wrote
  receipt_ct bytea,
  received_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, made_by) references app.accounts on delete restrict,
  foreign key (tenant_id, received_by) references app.accounts on delete restrict,
  constraint receipt_says_who_noted_it check ((receipt_on is null) = (received_by is null))
);
comment on table app.archive_packages is 'what was made of a file for the archive that took it over; the file is erased once its receipt is confirmed';
create index on app.archive_packages (tenant_id, room_id, case_id);
create index on app.archive_packages (tenant_id, made_by);
create index on app.archive_packages (tenant_id, received_by);

-- nothing holds a consultation and no archive waits for it: what is due of them is what was erased
alter table app.retention_reports add column consultations_erased integer not null default 0 check (consultations_erased >= 0);
