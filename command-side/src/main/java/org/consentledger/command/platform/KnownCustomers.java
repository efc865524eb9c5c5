package org.consentledger.command.platform;

import org.consentledger.events.CustomerId;
import org.consentledger.ledger.personal.DataKeys;
import org.springframework.stereotype.Component;

/** Of whom anything was recorded since there are data keys: every answered request of a customer needs one. */
@Component
public class KnownCustomers {
    private final DataKeys dataKeys;

    KnownCustomers(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    /** Whether the customer has, or ever had, a data key. */
    public boolean hasDataKey(CustomerId customerId) {
        return dataKeys.of(customerId).hasAny();
    }
}
