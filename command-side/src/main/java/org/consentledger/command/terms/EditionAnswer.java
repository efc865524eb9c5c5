package org.consentledger.command.terms;

import java.time.Instant;
import org.consentledger.command.platform.SaidBefore;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.jspecify.annotations.Nullable;

/** What a drafted or published edition amounts to. */
record EditionAnswer(
        EditionNumber edition,
        ContentDigest digest,
        Instant effectiveFrom,
        CheckReport report,
        @Nullable String saidBy) implements SaidBefore {}
