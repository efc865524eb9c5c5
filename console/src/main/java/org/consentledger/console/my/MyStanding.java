package org.consentledger.console.my;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the customer who is logged in stands now, as the query side tells it; as far as his page shows it. */
record MyStanding(String termsId, @Nullable Edition edition, Binding binding, List<Purpose> purposes) {
    record Edition(int number, String label) {}

    record Binding(String mode, @Nullable Instant since) {}

    record Purpose(
            String purposeId,
            String title,
            String mode,
            String state,
            @Nullable Instant since) {
        /** Whether it is his to withdraw. */
        public boolean canBeWithdrawn() {
            return mode.equals("VOLUNTARY") && (state.equals("CONSENTED") || state.equals("RENEWAL_REQUIRED"));
        }
    }
}
