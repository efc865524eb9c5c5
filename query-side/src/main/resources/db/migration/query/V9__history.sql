-- Which leaves are about a customer; what they say is read from the ledger itself. Rows are inserted, never changed.
create table history_entry (
    customer_id text not null collate "C",
    position bigint not null,
    terms_id text not null collate "C",
    event_id text not null collate "C",
    annuls text collate "C",
    primary key (customer_id, position)
);
comment on column history_entry.terms_id is 'empty for a fact that is about no terms or about all';
comment on column history_entry.annuls is 'the record that this one annuls; null where it is no annulment';
create index history_annulment on history_entry (annuls) where annuls is not null;
