package org.consentledger.console.platform;

import java.util.Set;

/**
 * Who is logged in.
 *
 * @param name as the issuer names him; for a customer his identifier
 * @param scopes what his token allows
 */
public record Who(String name, Set<String> scopes) {
    public Who {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    /** Whether he is a customer, who sees his own data and nothing else. */
    public boolean isCustomer() {
        return may("consent.self");
    }
}
