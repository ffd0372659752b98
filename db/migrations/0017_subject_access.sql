-- Subject access (Art. 15 DSGVO): who asked, what was looked through, what was given out.
create table app.subject_accesses (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  state text not null default 'open' check (state in ('open', 'given', 'dropped')),
  given_on date,
  given_how text check (given_how in ('handed_over', 'post')),
  -- how somebody made sure who asks
  identity_by text check (identity_by in ('known', 'paper_seen', 'representative')),
  given_by uuid,
  pdf_document_id uuid,
  -- the same for programs, as it was given out: JSON
  data_ct bytea,
  created_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, case_id, pdf_document_id) references app.documents (tenant_id, case_id, id) on delete set null (pdf_document_id),
  foreign key (tenant_id, given_by) references app.accounts on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict,
  constraint given_says_all check ((state = 'given') = (given_on is not null and given_how is not null and identity_by is not null and given_by is not null)),
  constraint not_given_before_asked check (given_on >= asked_on)
);
comment on table app.subject_accesses is 'somebody asked what is held on them (Art. 15 DSGVO): until when it is answered, how, and by whom';
create unique index one_open_subject_access on app.subject_accesses (tenant_id, case_id, person_id) where state = 'open';
create index on app.subject_accesses (tenant_id, room_id, case_id);
create index on app.subject_accesses (tenant_id, case_id, person_id);
create index on app.subject_accesses (tenant_id, case_id, pdf_document_id);
create index on app.subject_accesses (tenant_id, given_by);
create index on app.subject_accesses (tenant_id, created_by);

create table app.subject_access_reviews (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  access_id uuid not null,
  -- which text or file: table and column, and the row
  place text not null check (place ~ '^[a-z_]+\.[a-z_]+$'),
  row_id uuid not null,
  verdict text not null check (verdict in ('whole', 'partly', 'withheld')),
  -- JSON: passages that are blacked out, why, and the hash of the text that was read
  detail_ct bytea not null,
  reviewed_by uuid not null,
  version integer not null default 1,
  reviewed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, access_id, place, row_id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, access_id) references app.subject_accesses (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, reviewed_by) references app.accounts on delete restrict
);
comment on table app.subject_access_reviews is 'what somebody decided on each text and file before it was given out: whole, blacked out in part, or not at all, and why';
create index on app.subject_access_reviews (tenant_id, room_id, case_id);
create index on app.subject_access_reviews (tenant_id, case_id, access_id);
create index on app.subject_access_reviews (tenant_id, reviewed_by);
