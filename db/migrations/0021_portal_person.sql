-- What the person says of the own life on the own page: a value of the catalogue of facts, which counts once somebody of the team took it over.
alter table app.portal_messages drop constraint portal_messages_kind_check;
alter table app.portal_messages
  add column fact_key text check (fact_key ~ '^[a-z][A-Za-z0-9_]{1,60}$'),
  -- plain as in app.facts: what may hurt the person is not asked on the page and refused by the program
  add column fact_value jsonb check (length(fact_value::text) <= 200),
  add constraint portal_messages_kind_check check (kind in ('question', 'wrong', 'restrict', 'object', 'paper', 'fact')),
  add constraint a_fact_that_is_said_has_a_value check ((kind = 'fact') = (fact_key is not null) and (fact_key is null) = (fact_value is null));
comment on column app.portal_messages.fact_key is 'of what the person says: key of the catalogue of facts';

-- Recipients are told that a field changed, that the person says it is wrong (Art. 16), that using it is restricted (Art. 18) or that
-- the objection was granted (Art. 21); a field of * is everything that they have of the person.
alter table private.fact_changes add column why text not null default 'changed' check (why in ('changed', 'wrong', 'restricted', 'objected'));
