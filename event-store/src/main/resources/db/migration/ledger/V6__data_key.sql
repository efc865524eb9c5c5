-- The epochs of the master key, whose secrets lie outside the database. New data keys are wrapped under the last one.
create table master_epoch (
    epoch        integer     primary key check (epoch >= 1),
    begun_at     timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz
);

-- Each customer's data keys, wrapped (encrypted) by the master key of an epoch. A destroyed key leaves its row, without
-- the key: a tombstone, so that no new key can be made for whom was erased. A retired key still opens what it sealed.
create table data_key (
    customer_id  text        not null collate "C",
    version      integer     not null check (version >= 1),
    epoch        integer,
    wrapped      bytea,
    commitment   text,
    retired_at   timestamptz,
    destroyed_at timestamptz,
    primary key (customer_id, version),
    check ((destroyed_at is null) = (epoch is not null)),
    check ((destroyed_at is null) = (wrapped is not null)),
    check (destroyed_at is not null or commitment is not null)
);
create index data_key_by_epoch on data_key (epoch) where destroyed_at is null;

-- Which of the customer's keys a fingerprint was made with; null where it was made before there were such keys.
alter table idempotency add column key_version integer;

-- So that all erasures can be found, to repeat them on keys that a restore brought back.
create index event_of_erasure on event (aggregate_id) where payload_type = 'customer.PersonalDataErased';

create function refuse_reviving_key() returns trigger language plpgsql as $$
begin
    if old.destroyed_at is not null
        or (new.customer_id, new.version) is distinct from (old.customer_id, old.version)
        or new.commitment is distinct from old.commitment
        or (old.retired_at is not null and new.retired_at is distinct from old.retired_at)
        or (new.destroyed_at is null and new.epoch < old.epoch) then
        raise exception 'a data key is wrapped anew, retired or destroyed; any other change is refused'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger only_ends before update on data_key
    for each row execute function refuse_reviving_key();
create trigger append_only before delete or truncate on data_key
    for each statement execute function refuse_change();

create function refuse_reviving_epoch() returns trigger language plpgsql as $$
begin
    if old.destroyed_at is not null or new.epoch <> old.epoch or new.begun_at <> old.begun_at then
        raise exception 'an epoch is destroyed once; any other change is refused'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger only_ends before update on master_epoch
    for each row execute function refuse_reviving_epoch();
create trigger append_only before delete or truncate on master_epoch
    for each statement execute function refuse_change();

do $$
begin
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant select, insert, update on data_key, master_epoch to consent_ledger_app;
    end if;
end $$;
