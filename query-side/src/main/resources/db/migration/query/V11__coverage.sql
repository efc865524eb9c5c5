-- What decides which editions bind; rows are inserted, never changed.
create table coverage_terms_fact (
    terms_id text not null collate "C",
    position bigint not null,
    event_id text not null,
    recorded_at timestamptz not null,
    kind text not null,
    fact jsonb not null,
    primary key (terms_id, position)
);

-- Classes of customers that every edition covers alike, and how many are in each. The counts are of now, so they change.
create table coverage_class (
    class_id bigint generated always as identity primary key,
    terms_id text not null collate "C",
    representative text not null collate "C",
    members bigint not null default 0,
    learned_at timestamptz
);
comment on column coverage_class.learned_at is 'when anything was last learned of a customer who came or stayed or went';
create unique index coverage_class_representative on coverage_class (terms_id, sha256(representative::bytea));

-- Customers, what counts of them, and their class; a row is replaced when anything is learned of its customer.
create table coverage_customer (
    terms_id text not null collate "C",
    customer_id text not null collate "C",
    facts jsonb not null,
    class_id bigint,
    primary key (terms_id, customer_id)
);
comment on column coverage_customer.terms_id is 'empty for facts that count for all terms; such a row has no class';
create index coverage_customer_by_id on coverage_customer (customer_id);
create index coverage_customer_by_class on coverage_customer (class_id, customer_id);
