package org.consentledger.command.customer;

import java.util.Optional;
import org.consentledger.command.platform.Annulling;
import org.consentledger.events.customer.CustomerLeft;
import org.springframework.stereotype.Component;

/** A departure can be annulled. */
@Component
class AnnullingDepartures implements Annulling {
    @Override
    public Optional<Object> command(Asked asked) {
        return asked.event() instanceof CustomerLeft left && left.customerId().equals(asked.customerId())
                ? Optional.of(new AnnulDeparture(left.customerId(), left.termsId(), asked.recordId(), asked.reason()))
                : Optional.empty();
    }
}
