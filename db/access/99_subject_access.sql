-- Subject access gathers a whole file into one paper: the team's alone. Who reads in an emergency, or checks, makes none.
create policy team_reads_subject_accesses on app.subject_accesses for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_begins_subject_accesses on app.subject_accesses for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and created_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_ends_open_subject_accesses on app.subject_accesses for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and state = 'open'
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))))
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}')))
    and (given_by is null or given_by = (select app.current_account())));
grant select on app.subject_accesses to {{staff}};
grant insert (tenant_id, room_id, id, case_id, person_id, asked_on, created_by),
  update (state, given_on, given_how, identity_by, given_by, pdf_document_id, data_ct, version) on app.subject_accesses to {{staff}};

create policy team_reads_reviews_of_texts on app.subject_access_reviews for select to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_reviews_texts on app.subject_access_reviews for insert to {{staff}} with check (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and reviewed_by = (select app.current_account())
  and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
create policy team_reviews_texts_again on app.subject_access_reviews for update to {{staff}} using (
  (tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))))
  with check ((tenant_id, room_id) = (select s.tenant_id, s.room_id from app.session_context() s) and reviewed_by = (select app.current_account())
    and case_id = any (array(select app.team_case_ids('{lead,substitute,member}'))));
grant select on app.subject_access_reviews to {{staff}};
grant insert (tenant_id, room_id, id, case_id, access_id, place, row_id, verdict, detail_ct, reviewed_by),
  update (verdict, detail_ct, reviewed_by, reviewed_at, version) on app.subject_access_reviews to {{staff}};

-- What was given out stays as it was judged.
create or replace function app.keep_given_reviews() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- whoever gives it out holds the row (give-access.ts): a judgement is in the paper, or comes too late
  perform 1 from app.subject_accesses a where a.tenant_id = new.tenant_id and a.id = new.access_id and a.state = 'open' for share;
  if not found then
    raise exception using errcode = '42501', message = 'what was given out is not judged again';
  end if;
  return new;
end $$;
create or replace trigger keep_given_reviews before insert or update on app.subject_access_reviews for each row execute function app.keep_given_reviews();

-- Who saw what of one person in a case on the asker's team: office and function, no names (EuGH C-579/21). Reading about somebody else of the family is theirs.
create or replace function app.records_of_subject(of_case uuid, persons uuid[], zone text, most integer) returns table (day date, function text, office text, action text, purpose text, times bigint)
language plpgsql stable security definer set search_path = '' as $$
declare c record; whose uuid[]; is_family boolean;
begin
  select * into c from app.session_context();
  if not of_case = any (array(select app.team_case_ids('{lead,substitute,member}'))) then return; end if;
  -- records that are persons of this case, and what was merged with them: an id of anybody else in between is passed over
  whose := array(select distinct q.id from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
      join app.persons q on q.tenant_id = p.tenant_id and coalesce(q.merged_into, q.id) = coalesce(p.merged_into, p.id)
    where cp.tenant_id = c.tenant_id and cp.case_id = of_case and q.id = any (persons));
  is_family := exists (select from app.case_persons cp where cp.tenant_id = c.tenant_id and cp.case_id = of_case and cp.person_id <> all (whose));
  return query
    select (r.at at time zone zone)::date, r.function, coalesce(o.name, ''), r.action, r.purpose, count(*)
      from app.access_records r
      left join app.accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
      left join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
     where r.tenant_id = c.tenant_id and (r.case_id = of_case or (r.room_id = c.room_id and r.object_kind = 'person' and r.object_ids && whose))
       and not (r.object_kind = 'person' and not r.object_ids && whose)
       and not (is_family and (select bool_and(app.portal_is_of_others(c.tenant_id, w, r.object_ids)) from unnest(whose) w))
       -- what another of the family does on the own page is theirs
       and (r.function <> 'person' or exists (select from private.portal_sessions s join app.portal_accesses x on x.tenant_id = s.tenant_id and x.id = s.access_id
         where s.tenant_id = r.tenant_id and s.id = r.session_id and x.person_id = any (whose)))
     group by 1, 2, 3, 4, 5 order by 1 desc, 3, 4 limit least(most, 5000);
end $$;
grant execute on function app.records_of_subject(uuid, uuid[], text, integer) to {{staff}};
