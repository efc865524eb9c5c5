-- A rebuilding that cannot end is called off by an operator; what was made of it is dropped.
alter table rebuild drop constraint rebuild_state_check;
alter table rebuild add constraint rebuild_state_check
    check (state in ('REQUESTED', 'BUILDING', 'SWAPPED', 'ROLLED_BACK', 'CALLED_OFF'));
