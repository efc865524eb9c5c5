-- The customers about whom anything is on record, each from the first leaf on. Rows are inserted, never changed.
create table customer (
    customer_id text not null collate "C" primary key,
    position bigint not null,
    recorded_at timestamptz not null
);
