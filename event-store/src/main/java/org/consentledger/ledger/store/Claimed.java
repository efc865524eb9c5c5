package org.consentledger.ledger.store;

import org.consentledger.ledger.personal.CustomerKeys;
import org.consentledger.ledger.personal.RequestClaim;
import org.jspecify.annotations.Nullable;

/**
 * A request, with the keys of the customer who asks.
 *
 * @param keys as they were looked up for it; {@code null} where they were not yet
 */
public record Claimed(RequestClaim claim, @Nullable CustomerKeys keys) {}
