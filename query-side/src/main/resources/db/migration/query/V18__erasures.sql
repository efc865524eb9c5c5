-- Erasures: one row where one was asked for, another where it was approved. Why is personal, and read from the ledger itself.
-- Rows are inserted, never changed.
create table erasure (
    position bigint not null primary key,
    customer_id text not null collate "C",
    erasure_id text not null collate "C",
    approves boolean not null
);
create index erasure_approval on erasure (customer_id, position) where approves;
