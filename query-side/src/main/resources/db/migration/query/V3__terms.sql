-- Terms documents; rows are inserted, never changed.
create table terms_document (
    terms_id text not null collate "C" primary key,
    position bigint not null,
    recorded_at timestamptz not null,
    title text not null,
    provider text not null,
    time_zone text not null,
    language text not null,
    policies jsonb not null
);

-- One row for each drafting and each publication of an edition; the last one of an edition is how it stands. The text
-- is kept as its UTF-8 bytes, just as its digest was taken.
create table terms_edition (
    terms_id text not null collate "C",
    number integer not null,
    position bigint not null,
    recorded_at timestamptz not null,
    status text not null,
    label text not null,
    revised_on date not null,
    effective_on date not null,
    effective_from timestamptz,
    digest text not null,
    change jsonb not null,
    purposes jsonb not null,
    text bytea not null,
    primary key (terms_id, number, position)
);

create table terms_notice (
    terms_id text not null collate "C",
    number integer not null,
    position bigint not null,
    notice jsonb not null,
    primary key (terms_id, number, position)
);
