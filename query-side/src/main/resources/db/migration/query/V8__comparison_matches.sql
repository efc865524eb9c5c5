-- What authors say about the identity of provisions; whatever was recorded before says nothing.
alter table comparison_edition add column matches jsonb not null default '[]';
