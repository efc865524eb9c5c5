package org.consentledger.events.thirdparty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consentledger.events.CustomerId;
import org.consentledger.events.PersonalData;
import org.consentledger.events.PurposeId;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * Data of a customer were provided to a third party (第三者提供); the record that APPI article 29 demands. It says that it
 * happened, not that it was permitted: what was not permitted is recorded as such.
 *
 * @param termsId the terms that state the purpose
 * @param recipient the third party, which may be a person
 * @param dataItems the items that were provided, never their values
 * @param providedAt when; UTC, microseconds
 * @param permitted whether the data might be used so then, as far as was known when this was recorded
 * @param consent id of the record of the customer's consent that it rests on; {@code null} where it rests on none
 */
@StoredAs(name = "thirdparty.PersonalDataProvided", revision = 1)
public record PersonalDataProvided(
        CustomerId customerId,
        TermsId termsId,
        PurposeId purposeId,
        @PersonalData @Nullable String recipient,
        @PersonalData @Nullable List<String> dataItems,
        Instant providedAt,
        boolean permitted,
        @Nullable String consent)
        implements ThirdPartyEvent {

    public PersonalDataProvided {
        providedAt = providedAt.truncatedTo(ChronoUnit.MICROS);
        dataItems = dataItems == null ? null : List.copyOf(dataItems);
    }
}
