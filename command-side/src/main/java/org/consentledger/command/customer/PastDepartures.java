package org.consentledger.command.customer;

import java.time.InstantSource;
import java.util.Set;
import org.consentledger.command.customer.DepartureController.DepartureBody;
import org.consentledger.command.platform.PastRows;
import org.consentledger.command.platform.RecordOfThePast;
import org.consentledger.command.platform.RecordsOfThePast;
import org.consentledger.events.CustomerId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes of the rows of an import the command that the API makes of the body of a departure. */
@Component
class PastDepartures implements RecordsOfThePast {
    private final PastRows rows;
    private final InstantSource clock;

    PastDepartures(PastRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("DEPARTURE");
    }

    @Override
    public RecordOfThePast read(String kind, CustomerId customerId, ObjectNode row) {
        var body = rows.read(DepartureBody.class, row);
        return rows.record(kind, customerId, body.source(), body, body.command(customerId, clock.instant()), false);
    }
}
