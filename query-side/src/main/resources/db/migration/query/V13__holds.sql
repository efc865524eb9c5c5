-- Legal holds: one row where one was placed, another where it was released. Why and for which matter is personal, and read
-- from the ledger itself. Rows are inserted, never changed.
create table legal_hold (
    customer_id text not null collate "C",
    position bigint not null,
    hold_id text not null collate "C",
    releases boolean not null,
    primary key (customer_id, position)
);
