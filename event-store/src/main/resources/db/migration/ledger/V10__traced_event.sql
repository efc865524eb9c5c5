-- Which span appended an event, for the minutes until the projections have handled it; written only where traces are wanted.
-- No part of the ledger: unlogged, deleted after ten minutes, empty after a crash or a restore.
create unlogged table traced_event (
    event_id uuid        primary key,
    trace_id text        not null,
    span_id  text        not null,
    noted_at timestamptz not null default now()
);

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert, delete on traced_event to consent_ledger_app;
    end if;
end $$;
