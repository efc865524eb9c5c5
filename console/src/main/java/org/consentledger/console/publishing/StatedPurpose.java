package org.consentledger.console.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purpose as somebody stated it in the form beside a provision; an unticked box is not sent. */
record StatedPurpose(
        String purposeId,
        String provision,
        String title,
        String mode,
        @Nullable Boolean thirdParties,
        @Nullable Boolean materialChange) {

    Draft.Purpose purpose() {
        return new Draft.Purpose(
                purposeId.strip(),
                provision,
                title.strip(),
                mode,
                List.of(),
                Boolean.TRUE.equals(thirdParties),
                null,
                Boolean.TRUE.equals(materialChange),
                null);
    }
}
