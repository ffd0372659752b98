-- The assessment: what a person can build on and what a person needs, life area by life area, repeated over time; what somebody
-- has learnt; who matters to somebody.
create table app.assessment_scales (
  tenant_id uuid not null references app.tenants on delete restrict,
  life_area text not null,
  level integer not null check (level between 1 and 5),
  sentence text not null check (sentence = btrim(sentence) and length(sentence) between 3 and 240),
  version integer not null default 1,
  primary key (tenant_id, life_area, level),
  foreign key (tenant_id, life_area) references app.life_areas (tenant_id, key) on delete cascade
);
comment on table app.assessment_scales is 'Anker: the sentence at which a level of a life area is recognised, where the tenant has its own; else the example that is shipped counts';

create table app.assessments (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  assessed_on date not null,
  -- open: begun, and not all of it written yet
  state text not null default 'open' check (state in ('open', 'done')),
  -- where the person's words are written in the person's language
  words_language text not null default 'de' check (words_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- the person sat beside it and said the own levels
  is_together boolean not null default false,
  withdrawn_at timestamptz,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, person_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.assessments is 'Assessment of one person of a case on one day; the next one is another row, so that change shows';
comment on column app.assessments.withdrawn_at is 'typed by mistake; kept for the record, shown to nobody';
create unique index one_assessment_of_a_person_and_day on app.assessments (tenant_id, case_id, person_id, assessed_on) where withdrawn_at is null;
create index on app.assessments (tenant_id, room_id, case_id);
create index on app.assessments (tenant_id, created_by);

create table app.assessment_entries (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  life_area text not null check (length(life_area) between 1 and 60),
  -- by the case manager, and by the person; null where nobody said
  level integer check (level between 1 and 5),
  person_level integer check (person_level between 1 and 5),
  resource_ct bytea,
  need_ct bytea,
  person_words_ct bytea,
  is_entrusted boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, assessment_id, life_area),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id, assessment_id) references app.assessments (tenant_id, case_id, person_id, id) on delete cascade
);
comment on table app.assessment_entries is 'one life area of an assessment: level, resources, needs, the person''s words; a need is counted where one is written';
create index on app.assessment_entries (tenant_id, room_id, case_id);
create index on app.assessment_entries (tenant_id, case_id, person_id, assessment_id);

create table app.qualifications (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('school', 'vocational', 'degree', 'licence', 'course', 'work', 'skill')),
  title_ct bytea not null,
  -- where it was gained, as the register writes nationalities; empty where that says nothing
  country text not null default '' check (country ~ '^[0-9A-Z]{0,3}$'),
  gained_year integer check (gained_year between 1930 and 2100),
  recognition text not null default 'open' check (recognition in ('open', 'not_needed', 'planned', 'applied', 'partly', 'recognised', 'refused')),
  document_id uuid,
  withdrawn_at timestamptz,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete set null (document_id),
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.qualifications is 'what a person has learnt and can do, with and without a paper, and how far it is recognised here';
create index on app.qualifications (tenant_id, room_id, case_id);
create index on app.qualifications (tenant_id, case_id, person_id);
create index on app.qualifications (tenant_id, case_id, document_id);
create index on app.qualifications (tenant_id, created_by);

create table app.network_ties (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('family', 'friend', 'neighbour', 'community', 'volunteer', 'professional', 'institution')),
  name_ct bytea not null,
  organisation_id uuid,
  -- 1: close, 3: at the edge
  closeness integer not null check (closeness between 1 and 3),
  effect text not null default 'helps' check (effect in ('helps', 'mixed', 'burdens')),
  note_ct bytea,
  is_entrusted boolean not null default false,
  ended_on date,
  withdrawn_at timestamptz,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, organisation_id) references app.organisations on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.network_ties is 'Netzwerkkarte: who matters to a person, how close, whether it helps or burdens, and of which institution';
create index on app.network_ties (tenant_id, room_id, case_id);
create index on app.network_ties (tenant_id, case_id, person_id);
create index on app.network_ties (tenant_id, organisation_id);
create index on app.network_ties (tenant_id, created_by);
