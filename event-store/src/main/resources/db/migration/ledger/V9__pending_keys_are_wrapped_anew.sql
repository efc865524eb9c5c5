-- A data key on its way is wrapped anew when the epoch of its master key ends, as those of the customers are.
do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant update on pending_key to consent_ledger_app;
    end if;
end $$;
