package org.consentledger.query.thirdparty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.answer.Because;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * One provision to a third party. All times UTC; what could name a person is null after an erasure.
 *
 * @param permitted whether the data might be used so when they were provided, as far as was known when it was recorded
 * @param consent the record that it rests on; {@code null} where it rests on none
 * @param because why it was permitted or not
 * @param keptThrough the last day, in Japan, on which this record is kept
 */
record ProvisionItem(
        String recordId,
        long position,
        Instant recordedAt,
        @Nullable String recordedBy,
        TermsId termsId,
        PurposeId purposeId,
        @Nullable String recipient,
        @Nullable List<String> dataItems,
        Instant providedAt,
        boolean permitted,
        @Nullable String consent,
        List<Because.Told> because,
        LocalDate keptThrough) {}
