-- Cases: head, people, team, phases, contacts, follow-ups, files, short advice, drafts, emergency access.
create table private.case_counters (
  tenant_id uuid not null references app.tenants on delete restrict,
  year integer not null,
  next integer not null default 1,
  primary key (tenant_id, year)
);
comment on table private.case_counters is 'the running number within a year; a number tells at most how many cases the tenant has';

create table app.cases (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  number text not null check (number ~ '^[0-9]{4}-[0-9]{4,7}$'),
  phase text not null default 'enquiry' check (phase in ('enquiry', 'clearing', 'admitted', 'advised_onward', 'not_admitted',
    'assessment', 'planning', 'implementation', 'monitoring', 'evaluation', 'closed', 'dormant', 'reopened')),
  opened_on date not null,
  admitted_on date,
  closed_on date,
  main_person_id uuid,
  -- the head that a team lead may read without joining; kept by triggers from the tables that own the facts
  main_name text not null default '',
  main_name_own text not null default '',
  main_sort text collate "C" not null default '',
  main_birth_year integer,
  person_count integer not null default 0,
  lead_id uuid,
  next_due_on date,
  last_contact_on date,
  import_id uuid,
  key_ref text not null,
  created_by uuid not null,
  -- a case without a team may be given its first lead by whoever opens it, and only in that very transaction
  born_in xid8 not null default pg_current_xact_id(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, room_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, room_id, main_person_id) references app.persons (tenant_id, room_id, id) on delete restrict,
  foreign key (tenant_id, lead_id) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id, import_id) references app.imports (tenant_id, room_id, id) on delete restrict
);
comment on table app.cases is 'Fall: head of a file about one person or several; the team reads it, and the team lead of the room this head alone';
-- the orders of the list of cases; what has no day comes last
create index on app.cases (tenant_id, room_id, main_sort, id);
create index cases_by_due_day on app.cases (tenant_id, room_id, coalesce(next_due_on, 'infinity'::date), id);
create index cases_by_contact_day on app.cases (tenant_id, room_id, coalesce(last_contact_on, 'infinity'::date), id);
-- the same for running cases alone: after years most cases of a room are over, and a list would read past them
create index cases_running_by_name on app.cases (tenant_id, room_id, main_sort, id) where phase not in ('closed', 'advised_onward', 'not_admitted');
create index cases_running_by_due_day on app.cases (tenant_id, room_id, coalesce(next_due_on, 'infinity'::date), id)
  where phase not in ('closed', 'advised_onward', 'not_admitted');
create index cases_running_by_contact_day on app.cases (tenant_id, room_id, coalesce(last_contact_on, 'infinity'::date), id)
  where phase not in ('closed', 'advised_onward', 'not_admitted');
create index on app.cases (tenant_id, room_id, lead_id, phase);
create index on app.cases (tenant_id, room_id, main_person_id);
create index on app.cases (tenant_id, lead_id);
create index on app.cases (tenant_id, created_by);
create index on app.cases (tenant_id, room_id, import_id);

create table app.case_persons (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  is_main boolean not null default false,
  joined_on date not null default current_date,
  left_on date,
  primary key (tenant_id, case_id, person_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete restrict
);
comment on table app.case_persons is 'whom a case is about: one main person and further ones, each counted';
create index on app.case_persons (tenant_id, room_id, person_id);
create index on app.case_persons (tenant_id, room_id, case_id);
create unique index one_main_person on app.case_persons (tenant_id, case_id) where is_main;

create table app.case_relations (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  other_person_id uuid,
  other_name_ct bytea,
  kind text not null check (kind in ('spouse', 'partner', 'former_partner', 'parent', 'child', 'step_parent', 'step_child', 'sibling', 'grandparent', 'grandchild',
    'uncle_or_aunt', 'nephew_or_niece', 'cousin', 'guardian', 'ward', 'other_relative', 'household', 'neighbour', 'employer', 'employee',
    'volunteer', 'supported', 'interpreter', 'interpreted')),
  from_on date,
  until_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, other_person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  constraint other_side_is_one_of_two check ((other_person_id is null) <> (other_name_ct is null))
);
comment on table app.case_relations is 'typed, dated relations typed in this case; third persons are a sealed name here and nothing else';
create index on app.case_relations (tenant_id, room_id, case_id);
create index on app.case_relations (tenant_id, case_id, person_id);
create index on app.case_relations (tenant_id, case_id, other_person_id);

create table app.case_team (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  function text not null check (function in ('lead', 'substitute', 'member')),
  from_on date not null,
  until_on date,
  reason_ct bytea,
  assigned_by uuid not null,
  assigned_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, assigned_by) references app.accounts on delete restrict,
  constraint team_ends_after_it_begins check (until_on is null or until_on >= from_on - 1)
);
comment on table app.case_team is 'lead, substitutes and members of a case, each from–until (last day included); joining is a row with a reason';
create unique index one_lead_at_a_time on app.case_team (tenant_id, case_id) where function = 'lead' and until_on is null;
create index on app.case_team (tenant_id, account_id, room_id, case_id);
create index on app.case_team (tenant_id, room_id, case_id);
create index on app.case_team (tenant_id, assigned_by);

create table app.case_exclusions (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (tenant_id, case_id, account_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, set_by) references app.accounts on delete restrict
);
comment on table app.case_exclusions is 'staff related to a person of the case: it does not exist for them';
create index on app.case_exclusions (tenant_id, account_id);
create index on app.case_exclusions (tenant_id, set_by);
create index on app.case_exclusions (tenant_id, room_id, case_id);

create table app.case_phases (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  phase text not null,
  began_on date not null,
  ended_on date,
  moved_by uuid not null,
  moved_at timestamptz not null default now(),
  note_ct bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, moved_by) references app.accounts on delete restrict
);
comment on table app.case_phases is 'history of the phases; several may be open at once, since phases overlap';
create index on app.case_phases (tenant_id, room_id, case_id);
create index on app.case_phases (tenant_id, moved_by);

create table app.case_admissions (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  access_route text not null default '' check (length(access_route) <= 200),
  life_areas text[] not null default '{}',
  criteria_met text[] not null default '{}',
  decision text check (decision in ('admitted', 'advised_onward', 'not_admitted')),
  decided_on date,
  decided_by uuid,
  reason_ct bytea,
  legal_basis_id uuid,
  informed_on date,
  informed_language text not null default '',
  team_release_on date,
  team_release_form text check (team_release_form in ('written', 'oral', 'electronic')),
  version integer not null default 1,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, legal_basis_id) references app.legal_bases on delete restrict,
  foreign key (tenant_id, decided_by) references app.accounts on delete restrict
);
comment on table app.case_admissions is 'how the case came in, criteria, decision with reason and basis, information under Art. 13/14 DSGVO, release from § 203 StGB for the team';
create index on app.case_admissions (tenant_id, room_id, case_id);
create index on app.case_admissions (tenant_id, legal_basis_id);
create index on app.case_admissions (tenant_id, decided_by);

create table app.case_closures (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null check (reason in ('goals_reached', 'handed_to_regular_system', 'moved_away', 'wish_of_person',
    'contact_lost', 'left_country', 'died', 'not_target_group', 'duplicate_file')),
  handover text not null check (handover in ('none_needed', 'to_organisation', 'to_person', 'not_possible')),
  handover_ct bytea,
  closed_on date not null,
  closed_by uuid not null,
  reopened_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, closed_by) references app.accounts on delete restrict
);
comment on table app.case_closures is 'Fallabschluss: reason and hand-over; one row per closing';
create index on app.case_closures (tenant_id, room_id, case_id);
create index on app.case_closures (tenant_id, closed_by);

create table app.contacts (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('talk', 'phone', 'home_visit', 'with_authority', 'message', 'letter', 'video', 'no_show', 'note', 'imported')),
  happened_on date not null,
  happened_at time,
  minutes integer check (minutes between 0 and 1440),
  place text not null default '' check (length(place) <= 120),
  language text not null default '',
  interpreting text not null default 'none' check (interpreting in ('none', 'staff', 'pool', 'phone', 'family', 'missing')),
  life_areas text[] not null default '{}',
  text_ct bytea,
  is_entrusted boolean not null default false,
  entrusted_review_due boolean not null default false,
  is_complete boolean not null default true,
  author_id uuid not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.contacts is 'contacts and notes of a case; the text is sealed under the key of the case';
comment on column app.contacts.entrusted_review_due is 'an imported remark counts as entrusted until somebody reviewed it';
comment on column app.contacts.withdrawn_at is 'taken back by its author within the time for undo; kept for the record, shown to nobody';
create index on app.contacts (tenant_id, room_id, case_id, happened_on desc);
create index on app.contacts (tenant_id, author_id);

create table app.contact_persons (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  contact_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, contact_id, person_id),
  foreign key (tenant_id, case_id, contact_id) references app.contacts (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade
);
comment on table app.contact_persons is 'whom of the family a contact concerned; separable';
create index on app.contact_persons (tenant_id, case_id, contact_id);
create index on app.contact_persons (tenant_id, case_id, person_id);
create index on app.contact_persons (tenant_id, room_id, case_id);

create table app.follow_ups (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  owner_id uuid not null,
  due_on date not null,
  kind text not null default 'task' check (kind in ('task', 'missing_information', 'entrusted_review', 'imported')),
  title_ct bytea not null,
  life_areas text[] not null default '{}',
  done_on date,
  done_by uuid,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, owner_id) references app.accounts on delete restrict,
  foreign key (tenant_id, done_by) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.follow_ups is 'Wiedervorlagen with due day and owner';
create index on app.follow_ups (tenant_id, room_id, case_id);
create index on app.follow_ups (tenant_id, owner_id, due_on) where done_on is null;
create index on app.follow_ups (tenant_id, owner_id);
create index on app.follow_ups (tenant_id, done_by);
create index on app.follow_ups (tenant_id, created_by);

create table app.documents (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  name_ct bytea not null,
  kind text not null default 'other' check (kind in ('identity', 'residence', 'notice', 'certificate', 'contract', 'letter', 'consent', 'photo', 'other')),
  media_type text not null,
  size bigint not null check (size >= 0),
  mac bytea not null,
  stored_name text not null,
  life_areas text[] not null default '{}',
  is_entrusted boolean not null default false,
  author_id uuid not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.documents is 'files of a case; bytes are sealed on disk under the key of the case, the name is sealed here';
create index on app.documents (tenant_id, room_id, case_id);
create index on app.documents (tenant_id, case_id, person_id);
create index on app.documents (tenant_id, author_id);

create table app.short_advices (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  happened_on date not null,
  language text not null default '',
  life_areas text[] not null default '{}',
  outcome text not null check (outcome in ('answered', 'advised_onward', 'appointment', 'became_case', 'no_solution')),
  minutes integer check (minutes between 0 and 600),
  author_id uuid not null,
  case_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, author_id) references app.accounts on delete restrict,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete restrict
);
comment on table app.short_advices is 'Kurzberatung without a person: codes only, no free text, so that nobody can be recognised';
create index on app.short_advices (tenant_id, room_id, happened_on);
create index on app.short_advices (tenant_id, author_id);
create index on app.short_advices (tenant_id, room_id, case_id);

create table app.drafts (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  account_id uuid not null,
  case_id uuid not null,
  place text not null check (place ~ '^[a-z0-9_.:-]{1,100}$'),
  text_ct bytea not null,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, account_id, case_id, place),
  foreign key (tenant_id, account_id) references app.accounts on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade
);
comment on table app.drafts is 'long texts not yet saved, under the key of the case, for their author only';
create index on app.drafts (tenant_id, room_id, case_id);

create table app.saved_views (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  list text not null check (list in ('cases')),
  name text not null check (name = btrim(name) and length(name) between 1 and 60),
  -- what stands behind the question mark of the list's address, without what was searched for: that could be a person's name
  query text not null check (length(query) <= 1000 and query !~ '(^|&)q='),
  place integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint one_view_of_a_name unique (tenant_id, account_id, room_id, list, name),
  foreign key (tenant_id, account_id) references app.accounts on delete cascade,
  foreign key (tenant_id, room_id) references app.rooms on delete cascade
);
comment on table app.saved_views is 'named filters of a list, each account''s own; the first by place is what the list begins with';
create index on app.saved_views (tenant_id, room_id);

create table app.emergency_accesses (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  key_ref text not null,
  reason_ct bytea not null,
  began_at timestamptz not null default now(),
  ends_at timestamptz not null,
  review_due_on date not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  review text check (review in ('justified', 'not_justified')),
  review_note_ct bytea,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, reviewed_by) references app.accounts on delete restrict,
  constraint at_most_sixty_minutes check (ends_at <= began_at + interval '60 minutes'),
  constraint nobody_reviews_oneself check (reviewed_by <> account_id)
);
comment on table app.emergency_accesses is 'Notzugriff: at most 60 minutes, with a reason, reported to the data protection officer';
create index on app.emergency_accesses (tenant_id, account_id, ends_at);
create index on app.emergency_accesses (tenant_id, room_id, case_id);
create index on app.emergency_accesses (tenant_id, reviewed_by);
