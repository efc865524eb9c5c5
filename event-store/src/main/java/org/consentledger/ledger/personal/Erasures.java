package org.consentledger.ledger.personal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The erasures that the ledger holds. */
public final class Erasures {
    private static final String REPLAY = """
            with erased as (
                select distinct convert_from(payload, 'UTF8')::jsonb ->> 'customerId' as customer_id
                from ledger.event where payload_type = 'customer.PersonalDataErased'
            ), destroyed as (
                update ledger.data_key k set epoch = null, wrapped = null, destroyed_at = clock_timestamp()
                from erased where k.customer_id = erased.customer_id and k.destroyed_at is null
                returning k.customer_id
            )
            insert into ledger.data_key (customer_id, version, destroyed_at)
            select customer_id, 1, clock_timestamp() from erased
            where not exists (select from ledger.data_key k where k.customer_id = erased.customer_id)
            on conflict do nothing""";

    private Erasures() {}

    /**
     * Destroys keys that a restore brought back though their customers are erased. An append does so in its own
     * transaction, so otherwise there is nothing to do.
     */
    public static void replayOntoKeys(DataSource dataSource) {
        JdbcClient.create(dataSource).sql(REPLAY).update();
    }
}
