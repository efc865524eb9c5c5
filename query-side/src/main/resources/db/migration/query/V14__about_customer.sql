-- Where in the ledger stands what is about a customer; rows are inserted, never changed.
create table about_customer (
    customer_id text not null collate "C",
    position bigint not null,
    context text not null,
    request_id text collate "C",
    primary key (customer_id, position)
);
