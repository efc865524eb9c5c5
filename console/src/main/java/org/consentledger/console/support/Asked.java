package org.consentledger.console.support;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the page's form, as he typed it.
 *
 * @param on a day of the terms' zone
 * @param knownAt empty for now
 */
record Asked(
        @Nullable String customer,
        @Nullable String terms,
        @Nullable String on,
        @Nullable String knownAt) {

    public boolean hasCustomer() {
        return customer != null && !customer.isBlank();
    }

    public String customerId() {
        return customer == null ? "" : customer.strip();
    }
}
