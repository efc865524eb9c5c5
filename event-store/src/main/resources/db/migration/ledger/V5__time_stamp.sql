-- RFC 3161 tokens over checkpoints. Number n is recorded by event n of the aggregate ledger:timestamps, which holds the
-- token's digest: a token without its event is none of the ledger's.
create table time_stamp (
    number bigint primary key check (number >= 0),
    note   text   not null,
    token  bytea  not null
);

create trigger append_only before update or delete or truncate on time_stamp
    for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert on time_stamp to consent_ledger_app;
    end if;
end $$;
