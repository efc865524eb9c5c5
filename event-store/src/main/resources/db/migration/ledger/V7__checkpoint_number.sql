-- Where two keys signed one size, the order in which they did: so an export only ever grows at its end. Leaves gaps.
alter table checkpoint add column number bigint not null generated always as identity;
