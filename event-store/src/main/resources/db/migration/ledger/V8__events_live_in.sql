-- Where the events live; settled once, when the first process that appends begins. Where they live in Axon Server this
-- database follows them: what it holds of them can be made again from there, but for the data keys.
create table events_live_in (
    only_row boolean primary key default true check (only_row),
    place    text    not null check (place in ('POSTGRESQL', 'AXON_SERVER'))
);
insert into events_live_in (place) select 'POSTGRESQL' from tree where size > 0;

create trigger append_only before update or delete or truncate on events_live_in
    for each statement execute function refuse_change();

-- New data keys on their way, where the events live elsewhere: kept before the first event that they sealed is stored
-- there, and moved to data_key when the commitment to them is followed. One that nothing was committed to is nobody's.
create table pending_key (
    customer_id text        not null collate "C",
    version     integer     not null check (version >= 1),
    epoch       integer     not null,
    wrapped     bytea       not null,
    commitment  text        not null,
    kept_at     timestamptz not null default clock_timestamp(),
    primary key (customer_id, version, commitment)
);

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert on events_live_in to consent_ledger_app;
        grant select, insert, delete on pending_key to consent_ledger_app;
    end if;
end $$;
