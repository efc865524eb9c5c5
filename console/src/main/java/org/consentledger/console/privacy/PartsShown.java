package org.consentledger.console.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of a customer's lists somebody looks at, as the part before told; {@code null} for the beginning.
 *
 * @param requestsAfter of the requests
 * @param provisionsAfter of the provisions to third parties
 */
record PartsShown(@Nullable String requestsAfter, @Nullable String provisionsAfter) {}
