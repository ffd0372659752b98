-- What belongs to a case points at things of the same case: an id of another file is refused like one that never was, and tells nothing.
alter table app.follow_ups add constraint follow_up_of_case unique (tenant_id, case_id, id);
alter table app.notices
  drop constraint notices_tenant_id_follow_up_id_fkey,
  add foreign key (tenant_id, case_id, follow_up_id) references app.follow_ups (tenant_id, case_id, id) on delete set null (follow_up_id);
drop index app.notices_tenant_id_follow_up_id_idx;
create index on app.notices (tenant_id, case_id, follow_up_id);

-- an access speaks for the person whose guardian it names
alter table app.person_guardians add constraint guardian_of_person unique (tenant_id, person_id, id);
alter table app.portal_accesses
  drop constraint portal_accesses_tenant_id_guardian_id_fkey,
  add foreign key (tenant_id, person_id, guardian_id) references app.person_guardians (tenant_id, person_id, id) on delete cascade;
drop index app.portal_accesses_tenant_id_guardian_id_idx;
create index on app.portal_accesses (tenant_id, person_id, guardian_id);

alter table app.portal_messages
  drop constraint portal_messages_tenant_id_access_id_fkey,
  add foreign key (tenant_id, case_id, access_id) references app.portal_accesses (tenant_id, case_id, id) on delete cascade;
drop index app.portal_messages_tenant_id_access_id_idx;
create index on app.portal_messages (tenant_id, case_id, access_id);

alter table app.consents
  drop constraint consents_tenant_id_sheet_document_id_fkey,
  add foreign key (tenant_id, case_id, sheet_document_id) references app.documents (tenant_id, case_id, id) on delete restrict;
drop index app.consents_tenant_id_sheet_document_id_idx;
create index on app.consents (tenant_id, case_id, sheet_document_id);

alter table app.disclosures
  drop constraint disclosures_tenant_id_corrects_id_fkey,
  add foreign key (tenant_id, case_id, corrects_id) references app.disclosures (tenant_id, case_id, id) on delete restrict;
drop index app.disclosures_tenant_id_corrects_id_idx;
create index on app.disclosures (tenant_id, case_id, corrects_id);

do $$
begin
  if to_regclass('app.aftercare_contacts') is not null then
    alter table app.aftercare_contacts
      drop constraint aftercare_contacts_tenant_id_id_fkey,
      add foreign key (tenant_id, case_id, id) references app.follow_ups (tenant_id, case_id, id) on delete cascade;
    create index on app.aftercare_contacts (tenant_id, case_id, id);
  end if;
end $$;

-- six digits for a fortnight: whoever has the card of somebody else may not try on for as long
alter table private.portal_credentials add column first_pin_tries integer not null default 0;
comment on column private.portal_credentials.first_pin_tries is 'tries while the PIN of the office holds; too many, and the office gives a new card';
