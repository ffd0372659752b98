-- What is known of a person beyond the register, entered once and used by every rule.
create table app.facts (
  tenant_id uuid not null references app.tenants on delete restrict,
  room_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- the case under which it was recorded; null in the room of an authority, which has no cases
  case_id uuid,
  -- key of the catalogue of facts (src/rules/catalogue)
  key text not null check (key ~ '^[a-z][A-Za-z0-9_]{1,60}$'),
  -- plain where it is a date, a number or a code that hurts nobody; sealed under the person's key where it may
  value jsonb,
  value_ct bytea,
  is_guarded boolean not null default false,
  from_on date,
  until_on date,
  source text not null check (source in ('said', 'paper', 'register', 'finding')),
  -- the day on which it was said, seen or found
  stated_on date not null,
  -- of a finding: who found it; the account that typed it stands in recorded_by
  found_by text not null default '' check (length(found_by) <= 120),
  evidence_document_id uuid,
  is_by_person boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id, person_id) references app.persons (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, room_id, case_id) references app.cases (tenant_id, room_id, id) on delete cascade,
  foreign key (tenant_id, case_id, evidence_document_id) references app.documents (tenant_id, case_id, id) on delete set null (evidence_document_id),
  foreign key (tenant_id, recorded_by) references app.accounts on delete restrict,
  constraint fact_has_one_value check ((value is null) <> (value_ct is null)),
  constraint guarded_facts_are_sealed check (is_guarded = (value_ct is not null)),
  constraint fact_ends_after_it_begins check (until_on is null or from_on is null or until_on >= from_on),
  constraint evidence_lies_in_the_case check (evidence_document_id is null or case_id is not null),
  constraint a_finding_names_its_finder check ((source = 'finding') = (found_by <> ''))
);
comment on table app.facts is 'Angaben: what is known of a person by the catalogue of the rules, with source and evidence; the latest that holds on a day counts';
comment on column app.facts.is_guarded is 'may hurt the person where others know it (§ 87 AufenthG, health): sealed, and read only with the case under which it was recorded';
comment on column app.facts.withdrawn_at is 'typed by mistake; kept for the record, read by no rule and shown to nobody';
create index on app.facts (tenant_id, room_id, person_id, key);
create index on app.facts (tenant_id, room_id, case_id);
create index on app.facts (tenant_id, case_id, evidence_document_id);
create index on app.facts (tenant_id, recorded_by);
