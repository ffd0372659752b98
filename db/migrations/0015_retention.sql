-- Retention: what holds a file beyond its period, what the archive was offered, who wants a file erased early, what the nights did.
create table app.retention_holds (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('legal_dispute', 'complaint', 'audit', 'person_asks', 'other')),
  reason_ct bytea not null,
  until_on date not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, set_by) references app.accounts on delete restrict,
  foreign key (tenant_id, lifted_by) references app.accounts on delete restrict,
  constraint hold_is_lifted_by_somebody check ((lifted_by is null) = (lifted_at is null)),
  constraint hold_is_lifted_by_another check (lifted_by <> set_by)
);
comment on table app.retention_holds is 'why a file is kept although its period is over, until when, and who said so; lifted early only by somebody else';
create index on app.retention_holds (tenant_id, room_id, case_id);
create index on app.retention_holds (tenant_id, set_by);
create index on app.retention_holds (tenant_id, lifted_by);

create table app.archive_offers (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  offered_on date not null,
  offered_by uuid not null,
  answer text check (answer in ('waived', 'taken')),
  answered_on date,
  answered_by uuid,
  version integer not null default 1,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, offered_by) references app.accounts on delete restrict,
  foreign key (tenant_id, answered_by) references app.accounts on delete restrict,
  constraint answer_has_a_day check ((answer is null) = (answered_on is null))
);
comment on table app.archive_offers is 'files due for deletion that were offered to the archive (§ 4 ArchivG NRW), and what it answered';
create index on app.archive_offers (tenant_id, room_id, case_id);
create index on app.archive_offers (tenant_id, offered_by);
create index on app.archive_offers (tenant_id, answered_by);

create table app.erasure_requests (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('person_asks', 'unlawful')),
  reason_ct bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  agreed_by uuid,
  agreed_at timestamptz,
  refused_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, asked_by) references app.accounts on delete restrict,
  foreign key (tenant_id, agreed_by) references app.accounts on delete restrict,
  constraint erasure_has_two_pairs_of_eyes check (agreed_by <> asked_by),
  constraint erasure_is_agreed_or_refused check (agreed_at is null or refused_at is null)
);
comment on table app.erasure_requests is 'a file that goes before its period is over: Art. 17 DSGVO, or data that were stored unlawfully, which no archive is offered';
create unique index one_erasure_request_at_a_time on app.erasure_requests (tenant_id, case_id) where refused_at is null;
create index on app.erasure_requests (tenant_id, room_id, case_id);
create index on app.erasure_requests (tenant_id, asked_by);
create index on app.erasure_requests (tenant_id, agreed_by);

create table app.retention_reports (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  ran_on date not null,
  due integer not null default 0,
  erased integer not null default 0,
  held integer not null default 0,
  -- with the archive, or not offered yet
  waiting integer not null default 0,
  persons_erased integer not null default 0,
  primary key (tenant_id, room_id, ran_on),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  constraint due_is_erased_held_or_waiting check (due = erased + held + waiting)
);
comment on table app.retention_reports is 'what a night found due in a room, and what became of it: numbers alone';

-- What is left of an erased file: no id of a file or a person, no day, no place smaller than the municipality. Rows have no order.
create table private.closed_case_facts (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null default gen_random_uuid(),
  opened_year integer,
  closed_year integer,
  phase text not null,
  closing_reason text,
  life_areas text[] not null default '{}',
  persons text not null check (persons in ('1', '2-3', '4+')),
  goals_reached integer,
  goals_partly integer,
  goals_not integer,
  primary key (tenant_id, id)
);
comment on table private.closed_case_facts is 'for statistics after erasure: years and codes; nothing of it leads back to anybody';

create table private.retention_state (
  one boolean primary key default true check (one),
  -- rows were deleted since the tables were last written anew: their bytes may still lie in the files
  needs_compacting boolean not null default false,
  compacted_at timestamptz
);
comment on table private.retention_state is 'whether the bytes of what was erased are still to be written over';
insert into private.retention_state default values;
