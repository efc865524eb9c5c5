package org.consentledger.benchmarks.yardsticks;

import java.time.Instant;

/** A customer accepted an edition. */
record EditionAccepted(String agreementId, Acceptance acceptance, Instant expressedAt) {}
