package org.consentledger.console.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers whose identifiers begin as somebody typed. */
record Found(List<Customer> items, @Nullable String next) {
    record Customer(String customerId) {}

    public boolean has(String customerId) {
        return items.stream().anyMatch(customer -> customer.customerId().equals(customerId));
    }
}
