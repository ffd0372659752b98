-- The end of a case: to whom it goes, the letter that the person takes along, asking afterwards how it goes, and consents that end with it.
alter table app.follow_ups drop constraint follow_ups_kind_check;
alter table app.follow_ups add constraint follow_ups_kind_check check (kind in ('task', 'missing_information', 'entrusted_review', 'imported',
  'consent_ending', 'recipient_answered', 'correction', 'withdrawal', 'aftercare'));

-- the office of the regular system that goes on
alter table app.case_closures add column organisation_id uuid,
  add foreign key (tenant_id, organisation_id) references app.organisations on delete restrict,
  add unique (tenant_id, case_id, id);
create index on app.case_closures (tenant_id, organisation_id);

-- A consent ends with the case that it was given for; taken up again, the person is asked anew.
alter table app.consents add column ended_at timestamptz;

create table app.closing_letters (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  closure_id uuid not null,
  person_id uuid not null,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- sealed JSON: result of each goal, who to turn to, what is kept until when; never changed
  content_ct bytea not null,
  made_on date not null,
  made_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, closure_id) references app.case_closures (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, made_by) references app.accounts on delete restrict
);
comment on table app.closing_letters is 'Abschlussbrief: what the person is told when a case ends, word by word; one letter a person and closing';
create unique index one_letter_of_a_closing on app.closing_letters (tenant_id, closure_id, person_id);
create index on app.closing_letters (tenant_id, room_id, case_id);
create index on app.closing_letters (tenant_id, case_id, closure_id);
create index on app.closing_letters (tenant_id, case_id, person_id);
create index on app.closing_letters (tenant_id, made_by);

create table app.aftercare_contacts (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  -- that of its follow-up, which brings it on somebody's day
  id uuid not null,
  case_id uuid not null,
  closure_id uuid not null,
  position integer not null check (position between 1 and 12),
  due_on date not null,
  result text check (result in ('stable', 'needs_help', 'not_reached', 'reopen')),
  recorded_on date,
  recorded_by uuid,
  note_ct bytea,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, closure_id) references app.case_closures (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, id) references app.follow_ups on delete cascade,
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict,
  constraint a_result_has_a_day check ((result is null) = (recorded_on is null) and (result is null) = (recorded_by is null))
);
comment on table app.aftercare_contacts is 'Nachsorge: on which days somebody asks how it goes, and what came of it';
create index on app.aftercare_contacts (tenant_id, room_id, case_id);
create index on app.aftercare_contacts (tenant_id, case_id, closure_id);
create index on app.aftercare_contacts (tenant_id, recorded_by);
