-- Titles of terms documents, for the heads of comparison tables.
create table comparison_terms (
    terms_id text not null collate "C" primary key,
    position bigint not null,
    title text not null,
    language text not null
);

-- One row for each drafting, publication and withdrawal of an edition; the last one of an edition is how it stands. The text
-- is kept as its UTF-8 bytes, just as its digest was taken.
create table comparison_edition (
    terms_id text not null collate "C",
    number integer not null,
    position bigint not null,
    recorded_at timestamptz not null,
    status text not null,
    label text not null,
    effective_on date not null,
    digest text not null,
    text bytea not null,
    primary key (terms_id, number, position)
);
