-- The public quick check ends with whom to ask. Of the offices it reads the names of those whose work is counselling, and no more.
create or replace function app.public_counselling_places() returns table (tenant text, name text, municipality text)
language sql stable security definer set search_path = '' as $$
  select t.name, o.name, o.municipality
  from app.organisations o join app.tenants t on t.id = o.tenant_id
  where o.closed_at is null and o.kind in ('migration_counselling', 'refugee_counselling', 'integration_centre')
  order by t.name, array_position(array['integration_centre', 'migration_counselling', 'refugee_counselling'], o.kind), o.name
$$;
grant execute on function app.public_counselling_places() to {{auth}};
