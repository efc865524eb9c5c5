-- Withdrawals of editions by their providers; rows are inserted, never changed.
create table terms_withdrawal (
    terms_id text not null collate "C",
    number integer not null,
    position bigint not null,
    event_id text not null,
    recorded_at timestamptz not null,
    reason text not null,
    primary key (terms_id, number, position)
);
