-- What was administered (accounts, roles, rooms, offices, settings, recoveries) happens in no room, so no officer of a room would
-- see it: the data protection officers of the tenant read it, and the administrators, each the acts of the others and the own.
-- Signing in is not among it: who works when is nobody's to read.
create or replace function app.is_administration(action text, function text, room uuid) returns boolean
language sql immutable set search_path = '' as $$
  select split_part(action, '.', 1) = any ('{account,role,room,organisation,setting,life_area,criterion,legal_basis,recovery}')
    and (room is null or 'tenant_administrator' = any (string_to_array(function, ',')))
$$;
create policy administration_is_read_by_administrators_and_officers on app.access_records for select to {{staff}} using (
  tenant_id = (select app.current_tenant()) and (select app.has_role('tenant_administrator', 'data_protection_officer'))
  and app.is_administration(action, function, room_id));

-- Names of the accounts that stand in it, for whoever reads it.
create or replace function app.accounts_in_administration_record(wanted uuid[]) returns table (id uuid, given_name text, family_name text, organisation text)
language plpgsql stable security definer set search_path = '' as $$
declare c record;
begin
  select * into c from app.session_context();
  if not app.has_role('tenant_administrator', 'data_protection_officer') then return; end if;
  return query select a.id, a.given_name, a.family_name, o.name from app.accounts a
      join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
    where a.tenant_id = c.tenant_id and a.id = any (wanted[1:500]);
end $$;
grant execute on function app.is_administration(text, text, uuid), app.accounts_in_administration_record(uuid[]) to {{staff}};
