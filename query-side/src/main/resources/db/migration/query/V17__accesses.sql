-- Who looked: one row for each question by which staff read a customer's data, never with the answer. No projection: it is
-- not derived from the ledger, and no rebuild touches it. Rows are inserted, and deleted once their retention is over.
create table access_record (
    number        bigint      generated always as identity primary key,
    looked_at     timestamptz not null default clock_timestamp(),
    subject       text        not null,
    client        text,
    question      text        not null,
    customer_id   text        collate "C",
    about         text        not null,
    reason_stated boolean     not null,
    reason        text        check (reason is null or reason_stated)
);
comment on column access_record.subject is 'of the token';
comment on column access_record.client is 'to which the token was issued; null where it does not say';
comment on column access_record.customer_id is 'null for a list, which is of many customers';
comment on column access_record.about is 'identifiers of what else was asked about, by slashes';
comment on column access_record.reason is 'sealed with the customer''s key; of a list a reference in the clear; null where it could not be kept';
create index access_record_of_customer on access_record (customer_id, number);
create index access_record_by_time on access_record using brin (looked_at);

create function refuse_change_of_access_record() returns trigger language plpgsql as $$
begin
    raise exception 'who looked stays as it was recorded: % is refused', tg_op
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or truncate on access_record
    for each statement execute function refuse_change_of_access_record();

-- Whatever period is configured, no record goes before a year is over.
create trigger kept_for_a_year before delete on access_record
    for each row when (old.looked_at > clock_timestamp() - interval '1 year')
    execute function refuse_change_of_access_record();

-- The deletion after the retention is for the owner of the table.
do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant usage on schema query to consent_ledger_app;
        grant select on access_record to consent_ledger_app;
        grant insert (subject, client, question, customer_id, about, reason_stated, reason) on access_record
            to consent_ledger_app;
    end if;
end $$;
