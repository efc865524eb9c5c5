-- The witnesses that this ledger has asked for cosignatures.
create table witness (
    vkey  text        primary key,
    since timestamptz not null default clock_timestamp()
);

-- What they cosigned: a witness signs the text of a checkpoint, so the cosignature belongs to every note of that text.
-- Numbered densely in the order in which they came, so that an export in that order only ever grows at its end.
create table cosignature (
    number     bigint primary key check (number >= 0),
    vkey       text   not null references witness,
    size       bigint not null check (size >= 0),
    checkpoint text   not null,
    line       text   not null,
    unique (vkey, size, checkpoint)
);
create index cosignature_by_size on cosignature (size);

create trigger append_only before update or delete or truncate on witness
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on cosignature
    for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert on witness, cosignature to consent_ledger_app;
    end if;
end $$;
