-- Each change of the signing key, with what the old key signed last and what the new one signed first. After a rotation
-- the second begins with the first and both keys signed it; after a restore it need not, and only the new key did.
create table key_change (
    new_vkey       text        primary key,
    old_vkey       text        not null,
    reason         text        not null check (reason in ('ROTATION', 'RESTORE')),
    old_checkpoint text        not null,
    new_checkpoint text        not null,
    changed_at     timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on key_change
    for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert on key_change to consent_ledger_app;
    end if;
end $$;
