package org.consentledger.ledger.personal;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The erasures that the ledger holds, and those that are remembered outside the database. */
public final class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private static final String IN_LEDGER = """
            select position, recorded_at, convert_from(payload, 'UTF8')::jsonb ->> 'customerId'
            from ledger.event where payload_type = 'customer.PersonalDataErased' order by position""";

    /** Counts the customers of whom a key was alive. */
    private static final String DESTROY = """
            with erased as (
                select distinct customer_id from unnest((select ?::text[])) customer_id
            ), destroyed as (
                update ledger.data_key k set epoch = null, wrapped = null, destroyed_at = clock_timestamp()
                from erased where k.customer_id = erased.customer_id and k.destroyed_at is null
                returning k.customer_id
            ), entombed as (
                insert into ledger.data_key (customer_id, version, destroyed_at)
                select customer_id, 1, clock_timestamp() from erased
                where not exists (select from ledger.data_key k where k.customer_id = erased.customer_id)
                on conflict do nothing
            )
            select count(distinct customer_id) from destroyed""";

    private final JdbcClient jdbc;
    private final @Nullable ErasureMemory memory;

    /** @param memory {@code null} in a process that has none */
    public Erasures(DataSource dataSource, @Nullable ErasureMemory memory) {
        this.jdbc = JdbcClient.create(dataSource);
        this.memory = memory;
    }

    /**
     * Destroys keys that a restore brought back though their customers are erased, by the ledger or by the memory. An
     * append destroys them in its own transaction and is remembered, so otherwise there is nothing to do. What the
     * memory lacks is added to it.
     */
    public void replayOntoKeys() {
        var inLedger = inLedger();
        destroy(inLedger, "that were put back though the ledger holds the erasure");
        if (memory != null) {
            var remembered = memory.all();
            destroy(remembered, "whose erasure this database does not know: an older one was put back");
            complete(memory, remembered, inLedger);
        }
    }

    private void destroy(List<RememberedErasure> erasures, String which) {
        long alive = jdbc.sql(DESTROY)
                .param(customers(erasures).stream().map(CustomerId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
        if (alive > 0) {
            LOG.warn("destroyed the data keys of {} customers {}", alive, which);
        }
    }

    private void complete(ErasureMemory memory, List<RememberedErasure> remembered, List<RememberedErasure> inLedger) {
        var known = customers(remembered);
        var lacking = inLedger.stream()
                .filter(erasure -> !known.contains(erasure.customerId()))
                .toList();
        if (memory.damaged() > 0) {
            LOG.error("{} lines of the memory of erasures cannot be read", memory.damaged());
        }
        if (!memory.isBegun() && !isNew()) {
            LOG.error(
                    "there is no memory of erasures; it begins anew with the {} that the ledger holds. Where this"
                            + " database was put back to an earlier state, those made since are unknown",
                    lacking.size());
        } else if (!lacking.isEmpty()) {
            LOG.error(
                    "the memory of erasures lacked {} that the ledger holds; they are added. Where an older copy of it"
                            + " was put back together with an older database, those made since are unknown",
                    lacking.size());
        }
        if (!memory.isBegun() || !lacking.isEmpty()) {
            memory.remember(lacking);
        }
    }

    private boolean isNew() {
        return jdbc.sql("select not exists (select from ledger.event)")
                .query(Boolean.class)
                .single();
    }

    private List<RememberedErasure> inLedger() {
        return jdbc.sql(IN_LEDGER)
                .query((row, _) -> new RememberedErasure(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        new CustomerId(row.getString(3))))
                .list();
    }

    private static Set<CustomerId> customers(List<RememberedErasure> erasures) {
        return erasures.stream().map(RememberedErasure::customerId).collect(Collectors.toSet());
    }
}
