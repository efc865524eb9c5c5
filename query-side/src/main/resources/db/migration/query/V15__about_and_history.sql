-- Where in the ledger stands what is about a customer, for the history as well. The projection begins anew and reads the
-- ledger from its first leaf.
drop table history_entry;
drop table about_customer;
delete from token where processor_name in ('about', 'history');

create table about_customer (
    customer_id text not null collate "C",
    position bigint not null,
    event_id text not null collate "C",
    context text not null,
    terms_id text not null collate "C",
    request_id text collate "C",
    annuls text collate "C",
    primary key (customer_id, position)
);
comment on column about_customer.terms_id is 'empty for a fact that is about no terms or about all';
comment on column about_customer.annuls is 'the record that this one annuls; null where it is no annulment';
create index about_annulment on about_customer (annuls) where annuls is not null;
create index about_request on about_customer (customer_id, request_id, position) where request_id is not null;
