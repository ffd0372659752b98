-- The plan: what a person wants to reach, in the person's words; what is done for it, by whom and until when; what came of it.
create table app.plan_goals (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  life_area text not null check (length(life_area) between 1 and 60),
  -- the person's words, in the language in which they were said
  wish_ct bytea,
  wish_language text not null default 'de' check (wish_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- the same as it was agreed, in German; absent where the person's words are German and say it all
  goal_ct bytea,
  is_entrusted boolean not null default false,
  state text not null default 'open' check (state in ('open', 'closed', 'dropped')),
  level_before integer check (level_before between 1 and 5),
  level_after integer check (level_after between 1 and 5),
  attainment integer check (attainment between -2 and 2),
  position integer not null default 1 check (position between 1 and 1000),
  created_by uuid not null,
  closed_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint goal_says_something check (wish_ct is not null or goal_ct is not null),
  constraint ended_goal_says_when check ((state = 'open') = (closed_on is null))
);
comment on table app.plan_goals is 'Ziele: per person and life area, in the person''s words and as agreed; level before and after on the scale of the assessment, attainment -2 to +2';
comment on column app.plan_goals.attainment is 'goal attainment: +2 far more than agreed, +1 more, 0 as agreed, -1 partly, -2 not reached; the latest review says it';
create index on app.plan_goals (tenant_id, room_id, case_id);
create index on app.plan_goals (tenant_id, case_id, person_id);
create index on app.plan_goals (tenant_id, created_by);

-- what a volunteer is told a task is about: written for the volunteer, sealed under the key of the case
alter table app.volunteer_tasks add column title_ct bytea, add constraint volunteer_task_of_case unique (tenant_id, case_id, id);

create table app.plan_measures (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  goal_id uuid not null,
  person_id uuid not null,
  title_ct bytea not null,
  responsible_kind text not null check (responsible_kind in ('person', 'account', 'office', 'volunteer')),
  responsible_account_id uuid,
  responsible_organisation_id uuid,
  volunteer_task_id uuid,
  due_on date not null,
  is_entrusted boolean not null default false,
  state text not null default 'open' check (state in ('open', 'running', 'done', 'dropped')),
  done_on date,
  -- ticked off by the person, on the person's own page
  done_by_person boolean not null default false,
  result_ct bytea,
  -- what the named office said through its share; written by app.report_measure alone
  report_ct bytea,
  reported_by uuid,
  reported_at timestamptz,
  position integer not null default 1 check (position between 1 and 1000),
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, goal_id) references app.plan_goals (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, volunteer_task_id) references app.volunteer_tasks (tenant_id, case_id, id) on delete set null (volunteer_task_id),
  foreign key (tenant_id, responsible_account_id) references app.accounts on delete restrict,
  foreign key (tenant_id, responsible_organisation_id) references app.organisations on delete restrict,
  foreign key (tenant_id, reported_by) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint an_account_is_named check ((responsible_kind = 'account') = (responsible_account_id is not null)),
  constraint an_office_is_named check ((responsible_kind = 'office') = (responsible_organisation_id is not null)),
  constraint only_volunteers_have_tasks check (responsible_kind = 'volunteer' or volunteer_task_id is null),
  constraint entrusted_stays_in_the_team check (not is_entrusted or responsible_kind in ('person', 'account')),
  constraint done_measure_says_when check ((state = 'done') = (done_on is not null))
);
comment on table app.plan_measures is 'Maßnahmen of a goal: who does it (the person, somebody of the team, a named office, a volunteer), until when, how it stands, what came of it';
create index on app.plan_measures (tenant_id, room_id, case_id);
create index on app.plan_measures (tenant_id, case_id, goal_id);
create index on app.plan_measures (tenant_id, case_id, person_id);
create index on app.plan_measures (tenant_id, case_id, volunteer_task_id);
create index on app.plan_measures (tenant_id, responsible_account_id);
create index on app.plan_measures (tenant_id, responsible_organisation_id);
create index on app.plan_measures (tenant_id, reported_by);
create index on app.plan_measures (tenant_id, created_by);
create index plan_measures_due on app.plan_measures (tenant_id, room_id, due_on) where state in ('open', 'running');

create table app.plan_agreements (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  version_number integer not null check (version_number between 1 and 1000),
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- goals and measures word by word as they were agreed, sealed JSON; never changed
  content_ct bytea not null,
  agreed_on date not null,
  signing text not null check (signing in ('paper', 'together')),
  person_signed_on date,
  account_signed_on date,
  document_id uuid,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete set null (document_id),
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.plan_agreements is 'Vereinbarung over the plan, version by version: what was agreed stays as it was; only how it was signed is added';
create unique index one_agreement_of_a_number on app.plan_agreements (tenant_id, case_id, version_number);
create index on app.plan_agreements (tenant_id, room_id, case_id);
create index on app.plan_agreements (tenant_id, case_id, person_id);
create index on app.plan_agreements (tenant_id, case_id, document_id);
create index on app.plan_agreements (tenant_id, created_by);

create table app.plan_reviews (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('review', 'closing')),
  reviewed_on date not null,
  next_review_on date,
  note_ct bytea,
  reviewed_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, reviewed_by) references app.accounts on delete restrict,
  constraint next_review_lies_ahead check (next_review_on > reviewed_on)
);
comment on table app.plan_reviews is 'Überprüfung of the plan, and the last one at closing';
create index on app.plan_reviews (tenant_id, room_id, case_id, reviewed_on);
create index on app.plan_reviews (tenant_id, reviewed_by);

create table app.plan_review_goals (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  review_id uuid not null,
  goal_id uuid not null,
  attainment integer not null check (attainment between -2 and 2),
  level integer check (level between 1 and 5),
  primary key (tenant_id, review_id, goal_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, review_id) references app.plan_reviews (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, goal_id) references app.plan_goals (tenant_id, case_id, id) on delete cascade
);
comment on table app.plan_review_goals is 'how far a goal was reached at a review, and the level of its life area then; never changed';
create index on app.plan_review_goals (tenant_id, room_id, case_id);
create index on app.plan_review_goals (tenant_id, case_id, review_id);
create index on app.plan_review_goals (tenant_id, case_id, goal_id);

create table app.plan_templates (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  title text not null check (title = btrim(title) and length(title) between 3 and 120),
  -- goals and measures without a person: plain, since nothing personal may stand here
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_by uuid not null,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.plan_templates is 'Planvorlagen of a room, made by its teams from their own plans; of which case is not kept';
create index on app.plan_templates (tenant_id, room_id);
create index on app.plan_templates (tenant_id, created_by);
