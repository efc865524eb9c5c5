-- Events about a customer that a projection could not handle, and those of the same customer that wait behind them: where each
-- stands in the ledger, which has the event itself. See decision 37.
create table dead_letter (
    projection text not null collate "C",
    position bigint not null,
    customer_id text not null collate "C",
    event_id text not null,
    event_type text not null,
    cause text,
    parked_at timestamptz not null default clock_timestamp(),
    tries integer not null default 0,
    tried_at timestamptz,
    discarded_at timestamptz,
    discarded_by text,
    discarded_because text,
    primary key (projection, position),
    check ((discarded_at is null) = (discarded_by is null) and (discarded_at is null) = (discarded_because is null))
);
comment on column dead_letter.cause is 'class and place of the failure, never its text; null while the event waits behind another';
comment on column dead_letter.discarded_by is 'subject of the token';
comment on column dead_letter.discarded_because is 'the reference that the operator stated';

-- Every question about a customer looks here.
create index dead_letter_waiting on dead_letter (projection, customer_id, position) where discarded_at is null;
