package org.consentledger.command.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consentledger.events.DatePrecision;
import org.consentledger.events.Source;

/** The member {@code source} of a body: where a record of the past was taken from. */
public record SourceBody(
        @NotNull Source.Kind kind,
        @NotBlank @Size(max = 200) String reference,
        @NotNull DatePrecision datePrecision) {

    public Source source() {
        return new Source(kind, reference, datePrecision);
    }
}
