-- The ledger. An event's position is its leaf index: dense from 0, given once, in the transaction that stores it.

create table event (
    position         bigint      primary key check (position >= 0),
    event_id         uuid        not null unique,
    aggregate_type   text        not null,
    aggregate_id     text        not null,
    seq              bigint      not null check (seq >= 0),
    payload_type     text        not null,
    payload_revision text        not null,
    payload          bytea       not null,
    metadata         bytea       not null,
    recorded_at      timestamptz not null,
    unique (aggregate_id, seq)
);
create index event_by_recorded_at on event (recorded_at, position);

-- Kept apart from the event on purpose, and without a reference to it: what was done to one can be told from the other.
-- The statement holds the salt and the hashes of the event's bytes; hash is that of the leaf entry, made of event_id
-- and the statement's hash.
create table leaf (
    position  bigint primary key check (position >= 0),
    event_id  uuid   not null unique,
    hash      bytea  not null check (octet_length(hash) = 32),
    statement bytea  not null
);

-- Level L, index i: the hash of the complete subtree over leaves i * 256^L to (i + 1) * 256^L - 1. Level 0 is leaf.
-- A partial tile of any size ever signed is a prefix of these rows, so it stays served for ever.
create table tile (
    level smallint not null check (level >= 1),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- One row: whoever appends locks it. recorded_at is that of the last group.
create table tree (
    only_row    boolean     primary key default true check (only_row),
    size        bigint      not null check (size >= 0),
    root        bytea       not null check (octet_length(root) = 32),
    recorded_at timestamptz
);
insert into tree (size, root) values (0, sha256(''));

create table checkpoint (
    size bigint not null check (size >= 0),
    note text   not null,
    primary key (size, note)
);

create table idempotency (
    customer_id    text   not null,
    key            text   not null,
    fingerprint    bytea  not null,
    first_position bigint not null,
    last_position  bigint not null check (last_position >= first_position),
    primary key (customer_id, key)
);

-- A cache, the last snapshot of each aggregate; it may be emptied at any time.
create table snapshot (
    aggregate_id     text        primary key,
    aggregate_type   text        not null,
    seq              bigint      not null,
    event_id         uuid        not null,
    payload_type     text        not null,
    payload_revision text        not null,
    payload          bytea       not null,
    metadata         bytea       not null,
    taken_at         timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or delete or truncate on event
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on leaf
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on tile
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on idempotency
    for each statement execute function refuse_change();
create trigger append_only before insert or delete or truncate on tree
    for each statement execute function refuse_change();

create function refuse_shrinking() returns trigger language plpgsql as $$
begin
    if new.size <= old.size or new.recorded_at <= old.recorded_at then
        raise exception 'the ledger only grows: from size % at % to size % at % is refused',
            old.size, old.recorded_at, new.size, new.recorded_at
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger only_grows before update on tree
    for each row execute function refuse_shrinking();

-- The application's role. In production the process logs in as a member of it and the migration runs as the owner.
-- With the embedded database one user is both, and the triggers alone stand guard. A role belongs to the whole
-- server, so it may be there already; an owner who may not create roles finds it made by the administrator.
do $$
begin
    if not exists (select from pg_roles where rolname = 'consent_ledger_app') then
        begin
            create role consent_ledger_app nologin;
        exception
            when duplicate_object or unique_violation then null;
            when insufficient_privilege then
                raise notice 'role consent_ledger_app is missing: create it and grant as this migration does';
        end;
    end if;
    if exists (select from pg_roles where rolname = 'consent_ledger_app') then
        grant usage on schema ledger to consent_ledger_app;
        grant select, insert on event, leaf, tile, checkpoint, idempotency to consent_ledger_app;
        grant select, update on tree to consent_ledger_app;
        grant select, insert, update, delete on snapshot to consent_ledger_app;
    end if;
end $$;
