-- The public keys that checkpoints are signed with, each put there by a signer when it begins. So a process that only
-- reads can tell them, without a file of the one that signs.
create table verifier_key (
    vkey  text        primary key,
    since timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on verifier_key
    for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert on verifier_key to consent_ledger_app;
    end if;
end $$;
