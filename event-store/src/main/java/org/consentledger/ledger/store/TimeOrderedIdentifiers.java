package org.consentledger.ledger.store;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of events and messages that grow with time (UUIDv7, RFC 9562 §5.7), so that the index over event ids
 * grows at one end instead of being written all over. Axon finds it as a service.
 *
 * <p>Nobody reads the time out of them: the order is the ledger's, the time is {@code recordedAt}.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
