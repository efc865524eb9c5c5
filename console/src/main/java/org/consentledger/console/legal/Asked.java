package org.consentledger.console.legal;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the page's form, as he typed it.
 *
 * @param at a time of the terms' zone; empty for now
 * @param knownAt the same; empty for now
 */
record Asked(
        @Nullable String customer,
        @Nullable String terms,
        @Nullable String at,
        @Nullable String knownAt) {

    public boolean hasCustomer() {
        return customer != null && !customer.isBlank();
    }
}
