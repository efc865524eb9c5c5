package org.consentledger.dossier;

import org.consentledger.ledger.audit.ProvenEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that states a fact which the answer may rest on.
 *
 * @param opened its payload as JSON with the personal data in the clear; {@code null} where there is nothing to open, or
 *     nobody opened it
 */
public record RelevantEvent(ProvenEvent proven, @Nullable String opened) {}
