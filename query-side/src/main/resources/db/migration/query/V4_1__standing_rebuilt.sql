-- The facts of standing tell more of a record now; the projection begins anew and reads the ledger from its first leaf.
delete from token where processor_name = 'standing';
delete from standing_terms_fact;
delete from standing_customer_fact;
comment on column standing_customer_fact.terms_id is 'empty for a fact that counts for all terms';
