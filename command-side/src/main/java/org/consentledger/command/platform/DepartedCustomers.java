package org.consentledger.command.platform;

import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.stereotype.Component;

/** Who ever left the service, as the ledger itself tells; each question reads all of it, so it is for seldom work. */
@Component
public class DepartedCustomers {
    private final LedgerReader ledger;

    DepartedCustomers(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Each once, by the first departure; some may have come back since. */
    public List<CustomerId> all() {
        return ledger.ofType(CustomerLeft.class, 0, ledger.size())
                .map(CustomerLeft::customerId)
                .distinct()
                .toList();
    }
}
