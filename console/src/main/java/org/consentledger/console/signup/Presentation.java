package org.consentledger.console.signup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command side says is to be shown, with the token that later says what was; as far as the page shows it. */
record Presentation(
        String token,
        String termsId,
        int edition,
        String label,
        String text,
        String digest,
        List<Purpose> purposes,
        boolean decisionRequired,
        Instant expiresAt) {

    record Purpose(
            String purposeId,
            String provision,
            String title,
            String mode,
            @Nullable List<String> dataItems,
            boolean thirdParties) {}

    /** Those that come with the terms, or by law. */
    public List<Purpose> together() {
        return purposes.stream().filter(purpose -> !isVoluntary(purpose)).toList();
    }

    /** Those that are each a choice of their own. */
    public List<Purpose> choices() {
        return purposes.stream().filter(Presentation::isVoluntary).toList();
    }

    private static boolean isVoluntary(Purpose purpose) {
        return purpose.mode().equals("VOLUNTARY");
    }
}
