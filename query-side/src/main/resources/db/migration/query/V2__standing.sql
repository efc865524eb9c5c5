-- What standing needs of a terms document; rows are inserted, never changed.
create table standing_terms_fact (
    terms_id text not null collate "C",
    position bigint not null,
    event_id text not null,
    recorded_at timestamptz not null,
    kind text not null,
    fact jsonb not null,
    primary key (terms_id, position)
);

-- What standing needs of a customer: no personal data; rows are inserted, never changed.
create table standing_customer_fact (
    terms_id text not null collate "C",
    customer_id text not null collate "C",
    position bigint not null,
    event_id text not null,
    recorded_at timestamptz not null,
    kind text not null,
    fact jsonb not null,
    primary key (terms_id, customer_id, position)
);
