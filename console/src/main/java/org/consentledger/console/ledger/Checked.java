package org.consentledger.console.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What somebody checked last in this session, and what it came to.
 *
 * @param file its name, which may name a person; {@code null} where there was none
 */
record Checked(@Nullable String file, Verdict verdict) {
    /** Under which the session keeps it: no address of a page says what was checked. */
    static final String KEPT = "ledger-checked";
}
