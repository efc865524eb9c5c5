package org.consentledger.command.terms;

import java.time.Instant;
import java.util.List;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;

/** What a drafted or published edition amounts to. */
record EditionAnswer(EditionNumber edition, ContentDigest digest, Instant effectiveFrom, List<Warning> warnings) {}
