-- The tables of the projections in this schema are empty from now on: they are the shapes of which each generation of a
-- projection's tables, in a schema of its own, is made. See decision 31.
create table serving (
    projection text not null collate "C" primary key,
    generation integer not null,
    version integer not null
);
comment on column serving.version is 'of the projection that filled the generation';

-- The last rebuilding of each projection.
create table rebuild (
    projection text not null collate "C" primary key,
    state text not null check (state in ('REQUESTED', 'BUILDING', 'SWAPPED', 'ROLLED_BACK')),
    version integer not null,
    generation integer,
    position bigint not null default -1,
    accept_differences boolean not null default false,
    resumed_at timestamptz,
    resumed_from bigint,
    moved_at timestamptz,
    compared integer,
    differing integer,
    fault text,
    retired integer,
    retired_by xid8
);
comment on column rebuild.generation is 'that is being filled or was filled last';
comment on column rebuild.position is 'of the last leaf included; -1 for none';
comment on column rebuild.retired is 'the generation that served before and is still to be dropped';
comment on column rebuild.retired_by is 'the transaction since which nobody begins to read it';
