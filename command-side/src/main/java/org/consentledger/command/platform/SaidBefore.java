package org.consentledger.command.platform;

import org.jspecify.annotations.Nullable;

/** The answer of a handler that adds no event where an earlier one says the same. */
public interface SaidBefore {
    /** Id of that earlier event; {@code null} where the handler added one of its own. */
    @Nullable
    String saidBy();
}
