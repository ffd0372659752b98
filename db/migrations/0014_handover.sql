-- Hand-over: what the next one needs to know, when a case changes hands or somebody stands in for some days.
create table app.handover_sheets (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('change', 'substitution', 'return')),
  from_id uuid not null,
  to_id uuid not null,
  until_on date,
  -- sealed JSON: the giver's words, and how the case stood at that moment
  content_ct bytea not null,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, from_id) references app.accounts on delete restrict,
  foreign key (tenant_id, to_id) references app.accounts on delete restrict,
  constraint sheet_goes_to_another check (from_id <> to_id),
  constraint substitution_has_an_end check (kind <> 'substitution' or until_on is not null)
);
comment on table app.handover_sheets is 'Übergabeblatt: unchangeable; whoever takes over confirms having read it';
create index on app.handover_sheets (tenant_id, room_id, case_id);
create index on app.handover_sheets (tenant_id, from_id);
create index handover_sheets_unread on app.handover_sheets (tenant_id, to_id) where read_at is null;
create index on app.handover_sheets (tenant_id, to_id);
