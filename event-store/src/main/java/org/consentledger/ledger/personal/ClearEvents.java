package org.consentledger.ledger.personal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events recorded before there were data keys. What names a person in them stands in the clear and, since the ledger is
 * never changed, stays there: no erasure can take it away, and an erasure must not say that it did.
 */
public final class ClearEvents {
    /** All that was sealed comes after the first commitment to a key. */
    private static final String OF_CUSTOMER = """
            select position, payload_type, payload from ledger.event
            where position < coalesce(
                    (select position from ledger.event where payload_type = 'ledger.DataKeyCommitted'
                     order by position limit 1),
                    (select size from ledger.tree))
                and convert_from(payload, 'UTF8')::jsonb ->> 'customerId' = ?
            order by position""";

    private final JdbcClient jdbc;
    private final JsonMapper events;

    public ClearEvents(DataSource dataSource, JsonMapper events) {
        this.jdbc = JdbcClient.create(dataSource);
        this.events = events;
    }

    /** Leaf indexes of the events that name a person in the clear; reads all that was recorded before the first key. */
    public List<Long> of(CustomerId customerId) {
        return jdbc
                .sql(OF_CUSTOMER)
                .param(customerId.value())
                .query((row, _) -> namesSomebody(row.getString(2), row.getBytes(3)) ? row.getLong(1) : -1)
                .list()
                .stream()
                .filter(position -> position >= 0)
                .toList();
    }

    private boolean namesSomebody(String payloadType, byte[] payload) {
        var type = EventTypes.named(payloadType);
        if (type == null || !(events.readTree(payload) instanceof ObjectNode event)) {
            return false;
        }
        var found = new AtomicBoolean();
        PersonalMembers.of(type).replace(event, "", (_, value) -> {
            found.compareAndSet(false, !SealedMember.is(value));
            return value;
        });
        return found.get();
    }
}
