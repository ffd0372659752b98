-- Consents and shares that end within 30 or 7 days, for the system job that puts them on the day of whoever leads the case.
-- It learns where something ends and under which key to seal the words, and nothing of what the consent is about.
create or replace function app.endings_due(most integer) returns table (tenant_id uuid, room_id uuid, case_id uuid, key_ref text, owner_id uuid, thing text, thing_id uuid,
  days integer, ends_on date, organisation text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    with ending as (
      select c.tenant_id, c.room_id, c.case_id, 'consent' as thing, c.id, c.expires_on as ends_on, c.recipient_id as organisation_id, c.recorded_by as known_by from app.consents c
       where c.expires_on between current_date and current_date + 30 and app.consent_state(c) = 'in_force'
         -- who was asked anew already need not be reminded
         and not exists (select from app.consents n where n.tenant_id = c.tenant_id and n.person_id = c.person_id and n.recipient_id = c.recipient_id and n.case_id = c.case_id
           and n.expires_on > c.expires_on and app.consent_state(n) in ('in_force', 'planned'))
      union all
      select s.tenant_id, s.room_id, s.case_id, 'share', s.id, s.until_on, s.organisation_id, s.created_by from app.shares s
       where s.until_on between current_date and current_date + 30 and app.share_state(s) = 'active'),
    dated as (select e.*, case when e.ends_on <= current_date + 7 then 7 else 30 end as days from ending e)
    select d.tenant_id, d.room_id, d.case_id, x.key_ref, coalesce(x.lead_id, d.known_by), d.thing, d.id, d.days, d.ends_on, o.name
      from dated d
      join app.cases x on x.tenant_id = d.tenant_id and x.id = d.case_id and x.closed_on is null
      join app.organisations o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
     where not exists (select from private.announced_endings a where a.tenant_id = d.tenant_id and a.thing_id = d.id and a.days = d.days)
     order by d.ends_on, d.id limit most;
end $$;
create or replace function app.announce_ending(of_tenant uuid, of_room uuid, of_case uuid, thing uuid, days_before integer, follow_up uuid, owner_account uuid, title bytea) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  -- two processes that come at once: the second finds it said
  insert into private.announced_endings (tenant_id, thing_id, days) values (of_tenant, thing, days_before) on conflict do nothing;
  if not found then return; end if;
  insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, about_consent_id)
    values (of_tenant, of_room, follow_up, of_case, owner_account, current_date, 'consent_ending', title, owner_account,
      (select c.id from app.consents c where c.tenant_id = of_tenant and c.id = announce_ending.thing));
end $$;
grant execute on function app.endings_due(integer), app.announce_ending(uuid, uuid, uuid, uuid, integer, uuid, uuid, bytea) to {{jobs}};
