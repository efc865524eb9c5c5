-- Tokens of the projections' processors, in the form of Axon's JdbcTokenStore.
create table token (
    processor_name text not null collate "C",
    segment integer not null,
    token text,
    token_type text,
    timestamp text,
    owner text,
    primary key (processor_name, segment)
);

-- The last leaf that all segments of a projection have included; -1 for none. While a projection is rebuilt its token
-- wraps the position of the rebuilding.
create view reached as
select processor_name as projection,
       min(coalesce((token::jsonb ->> 'globalIndex')::bigint,
                    (token::jsonb -> 'currentToken' ->> 'globalIndex')::bigint,
                    -1)) as position
from token
group by processor_name;
