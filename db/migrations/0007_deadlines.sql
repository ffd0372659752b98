-- What the law opens or closes for a person, computed ahead; and the checklists for a change of benefit system.
create table app.upcoming_days (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  person_id uuid not null,
  -- id of a rule of src/rules; AUFENTHALT where the paper itself ends
  rule text not null check (rule ~ '^[A-Z0-9_]{2,40}$'),
  kind text not null check (kind in ('opens', 'closes', 'switch', 'ends')),
  day date not null,
  -- a code of what changes: ASYLBLG_3>ASYLBLG_2, AE_104C, the condition that ends
  detail text not null default '' check (detail ~ '^[A-Za-z0-9_.>]{0,90}$'),
  -- false: the day stands, but questions are open
  is_certain boolean not null default true,
  computed_on date not null,
  law_version text not null check (length(law_version) between 1 and 40),
  primary key (tenant_id, person_id, rule, kind),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade
);
comment on table app.upcoming_days is 'Fristen: the next day of each kind a rule has for a person, written by the nightly run alone; computed_on: since when it says so';
create index on app.upcoming_days (tenant_id, room_id, day, person_id);
create index on app.upcoming_days (tenant_id, room_id, person_id);

create table private.deadline_runs (
  tenant_id uuid not null references app.tenants on delete restrict,
  on_day date not null,
  -- persons up to this id are done: a run that was broken off goes on behind it
  after_person uuid,
  done integer not null default 0,
  total integer not null default 0,
  -- persons whose facts could not be read; they keep what was known
  failed integer not null default 0,
  law_version text not null,
  began_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, on_day)
);
comment on table private.deadline_runs is 'the nightly run over all persons of a tenant, with the place where it stands; numbers over all rooms, so for nobody''s eyes as they are';

create table private.persons_to_compute (
  tenant_id uuid not null references app.tenants on delete restrict,
  person_id uuid not null,
  since timestamptz not null default now(),
  primary key (tenant_id, person_id)
);
comment on table private.persons_to_compute is 'persons of whom a fact changed, marked in the transaction of the change, until their days are computed anew';
create index on private.persons_to_compute (since);

create table app.switch_checklists (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  -- key of data/law/switches.json
  template text not null check (template ~ '^[a-z0-9_]{2,40}$'),
  event_on date not null,
  source text not null check (source in ('computed', 'typed')),
  state text not null default 'open' check (state in ('open', 'declined', 'done')),
  reason_ct bytea,
  created_by uuid not null,
  settled_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint declined_says_why check ((state = 'declined') = (reason_ct is not null)),
  constraint settled_says_when check ((state = 'open') = (settled_on is null))
);
comment on table app.switch_checklists is 'Rechtskreiswechsel: a checklist taken on, or a proposal that was declined; what is only proposed has no row';
create index on app.switch_checklists (tenant_id, room_id, case_id);
create index on app.switch_checklists (tenant_id, case_id, person_id);
create index on app.switch_checklists (tenant_id, created_by);
create unique index one_checklist_a_switch on app.switch_checklists (tenant_id, case_id, person_id, template, event_on);

create table app.switch_items (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  checklist_id uuid not null,
  position integer not null check (position between 1 and 200),
  -- key of the template's item; empty: added by hand
  item_key text not null default '' check (item_key ~ '^[a-z0-9_]{0,40}$'),
  title_ct bytea not null,
  owner_kind text not null check (owner_kind in ('person', 'manager', 'office', 'other')),
  owner_ct bytea,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not_needed')),
  note_ct bytea,
  settled_on date,
  settled_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, checklist_id) references app.switch_checklists (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, settled_by) references app.accounts on delete restrict,
  constraint settled_item_says_when check ((state = 'open') = (settled_on is null)),
  constraint a_named_owner_has_a_name check (owner_kind in ('person', 'manager') or owner_ct is not null)
);
comment on table app.switch_items is 'what is to be done for a change of benefit system, by whom and when; "manager" is whoever leads the case on that day, who also watches over the rest';
create index on app.switch_items (tenant_id, room_id, case_id);
create index on app.switch_items (tenant_id, case_id, checklist_id);
create index on app.switch_items (tenant_id, settled_by);
create index switch_items_open on app.switch_items (tenant_id, room_id, due_on) where state = 'open';
