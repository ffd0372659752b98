-- Notices that a person brings, photographs from a telephone, letters from templates, and what a file says of itself.
alter table app.documents
  -- the day that stands on the paper
  add column dated_on date,
  -- what was found inside: it is handed out as a download and never shown in place
  add column hazards text[] not null default '{}' check (hazards <@ array['script', 'embedded', 'action', 'encrypted', 'unreadable', 'place']);

create table app.photo_tickets (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- in whose name the pages are kept; where this account may no longer, the code is dead
  account_id uuid not null,
  -- SHA-256 of the one secret that counts now: every use puts another in its place
  token_hash bytea not null check (length(token_hash) = 32),
  turn integer not null default 0 check (turn between 0 and 100),
  page_count integer not null default 0 check (page_count between 0 and 30),
  expires_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  unique (token_hash),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references app.accounts on delete restrict,
  constraint a_ticket_is_short check (expires_at <= created_at + interval '30 minutes')
);
comment on table app.photo_tickets is 'what a QR code opens to a telephone without a login: putting photographs into one case for some minutes, and reading nothing';
create index on app.photo_tickets (tenant_id, room_id, case_id);
create index on app.photo_tickets (tenant_id, account_id);

create table app.photo_pages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  ticket_id uuid not null,
  document_id uuid not null,
  position integer not null check (position between 1 and 30),
  primary key (tenant_id, ticket_id, position),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, ticket_id) references app.photo_tickets (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete cascade
);
comment on table app.photo_pages is 'the files that came through one code, in the order in which they were photographed';
create index on app.photo_pages (tenant_id, room_id, case_id);
create index on app.photo_pages (tenant_id, case_id, ticket_id);
create index on app.photo_pages (tenant_id, case_id, document_id);

create table app.notices (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  -- what it is about, who issued it, under which number
  subject_ct bytea not null,
  issuer_ct bytea,
  reference_ct bytea,
  issued_on date not null,
  made_known text not null check (made_known in ('post', 'registered', 'pzu', 'handed_over', 'electronic')),
  -- the day of posting or sending; the day on the envelope; the day it was handed over. Null: the day of the notice is taken
  made_known_on date,
  -- where it came later than the law supposes
  arrived_on date,
  law text not null check (law in ('administrative', 'social', 'asylum')),
  remedy text not null check (remedy in ('objection', 'court')),
  instruction text not null check (instruction in ('given', 'missing', 'wrong')),
  period text not null check (period in ('one_month', 'two_weeks', 'one_week')),
  -- computed, and computed again whenever it is shown
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'filed', 'accepted', 'missed')),
  settled_on date,
  follow_up_id uuid,
  recorded_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, case_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, follow_up_id) references app.follow_ups (tenant_id, id) on delete set null (follow_up_id),
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict,
  constraint settled_notice_says_when check ((state = 'open') = (settled_on is null))
);
comment on table app.notices is 'Bescheide: a decision of an authority that the person brought, how it was made known, and until when something can be done against it';
create index on app.notices (tenant_id, room_id, case_id);
create index on app.notices (tenant_id, case_id, person_id);
create index on app.notices (tenant_id, follow_up_id);
create index on app.notices (tenant_id, recorded_by);
create index notices_running on app.notices (tenant_id, room_id, due_on) where state = 'open';

create table app.notice_pages (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  case_id uuid not null,
  notice_id uuid not null,
  document_id uuid not null,
  position integer not null check (position between 1 and 60),
  primary key (tenant_id, notice_id, position),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, notice_id) references app.notices (tenant_id, case_id, id) on delete cascade,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete cascade
);
comment on table app.notice_pages is 'the files of a notice, page by page';
create index on app.notice_pages (tenant_id, room_id, case_id);
create index on app.notice_pages (tenant_id, case_id, notice_id);
create index on app.notice_pages (tenant_id, case_id, document_id);

create table app.letter_templates (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  subject text not null check (length(subject) between 1 and 300),
  salutation text not null default '' check (length(salutation) <= 300),
  body text not null check (length(body) between 1 and 20000),
  closing text not null default '' check (length(closing) <= 300),
  -- the same text in another language, typed by somebody who speaks it; empty: German alone
  other_language text not null default '' check (other_language in ('', 'en', 'uk', 'ar', 'prs', 'tr', 'ti', 'ru', 'fr')),
  other_text text not null default '' check (length(other_text) <= 20000),
  created_by uuid not null,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, room_id, id),
  foreign key (tenant_id, room_id) references app.rooms on delete restrict,
  foreign key (tenant_id, created_by) references app.accounts on delete restrict
);
comment on table app.letter_templates is 'texts of letters of a room, with places that are filled from a case; nothing of any person';
create index on app.letter_templates (tenant_id, room_id, name);
create index on app.letter_templates (tenant_id, created_by);

create table app.letter_forms (
  tenant_id uuid not null references app.tenants on delete restrict,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  content bytea not null check (length(content) <= 3000000),
  -- places found in it, and those among them that the product does not know
  places text[] not null default '{}',
  unknown_places text[] not null default '{}',
  uploaded_by uuid not null,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, uploaded_by) references app.accounts on delete restrict
);
comment on table app.letter_forms is 'the municipality''s own letter paper as a Word file (.docx) with places; nothing of any person';
create index on app.letter_forms (tenant_id, uploaded_by);

create table app.letters (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  template_id uuid,
  -- JSON: recipient, subject, salutation, text, closing, and the text in the other language
  content_ct bytea not null,
  other_language text not null default '' check (other_language in ('', 'en', 'uk', 'ar', 'prs', 'tr', 'ti', 'ru', 'fr')),
  dated_on date not null,
  state text not null default 'draft' check (state in ('draft', 'made')),
  -- the paper that came of it
  document_id uuid,
  author_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, person_id) references app.case_persons (tenant_id, case_id, person_id) on delete cascade,
  foreign key (tenant_id, room_id, template_id) references app.letter_templates (tenant_id, room_id, id) on delete restrict,
  foreign key (tenant_id, case_id, document_id) references app.documents (tenant_id, case_id, id) on delete set null (document_id),
  foreign key (tenant_id, author_id) references app.accounts on delete restrict
);
comment on table app.letters is 'letters written in a case; made: the paper lies with the files and the text is not changed any more';
create index on app.letters (tenant_id, room_id, case_id);
create index on app.letters (tenant_id, case_id, person_id);
create index on app.letters (tenant_id, room_id, template_id);
create index on app.letters (tenant_id, case_id, document_id);
create index on app.letters (tenant_id, author_id);
