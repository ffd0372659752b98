-- The person's own page, the staff's side: whether a mail may say that there is something new.
alter table app.portal_accesses add column tells_news boolean not null default false;
comment on column app.portal_accesses.tells_news is 'the person wants a mail without contents when there is something new; a freeze turns it off';
