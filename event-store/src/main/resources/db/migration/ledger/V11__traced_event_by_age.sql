-- Old notes are deleted while an append waits; many thousands of newer ones are not gone through for it.
create index traced_event_by_age on traced_event (noted_at);
