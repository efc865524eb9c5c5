package org.consentledger.command.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Policies;
import org.jspecify.annotations.Nullable;

/** The body that registers a terms document. */
@Body
record RegisterBody(
        @NotNull TermsId termsId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 200) String provider,
        @NotNull ZoneId timeZone,
        @NotBlank @Size(max = 35) String language,
        @Nullable @Valid PoliciesBody policies) {

    record PoliciesBody(
            Policies.@Nullable Superseded superseded,
            @Nullable Boolean decisionRequired,
            @Nullable @Min(0) @Max(3650) Integer graceDays) {}

    RegisterTerms command() {
        return new RegisterTerms(termsId, title, provider, timeZone, languageTag(), chosen());
    }

    private Policies chosen() {
        var standard = Policies.standard();
        return policies == null
                ? standard
                : new Policies(
                        Objects.requireNonNullElse(policies.superseded(), standard.superseded()),
                        Objects.requireNonNullElse(policies.decisionRequired(), standard.decisionRequired()),
                        Objects.requireNonNullElse(policies.graceDays(), standard.graceDays()));
    }

    /** Well formed by RFC 5646, in its usual spelling. */
    private String languageTag() {
        try {
            return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException _) {
            throw new Malformed("/language", Fault.WRONG_VALUE, "language");
        }
    }
}
