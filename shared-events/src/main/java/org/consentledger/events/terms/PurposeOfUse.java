package org.consentledger.events.terms;

import java.time.Period;
import java.util.List;
import org.consentledger.events.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A purpose of use (利用目的) as one edition states it.
 *
 * @param provision where the text states it: a path such as {@code art:32/para:2/item:1} or the printed reference
 * @param dataItems what is used for it, in the provider's words
 * @param thirdParties whether data are provided to third parties for it (第三者提供)
 * @param keptAfterLeaving civil period, from leaving on, for which data stay in use; {@code null} for none
 * @param materialChange whether this edition changed the purpose so that an earlier consent no longer covers it
 */
public record PurposeOfUse(
        PurposeId purposeId,
        String provision,
        String title,
        Mode mode,
        List<String> dataItems,
        boolean thirdParties,
        @Nullable Period keptAfterLeaving,
        boolean materialChange) {

    /** What the purpose needs of the customer. */
    public enum Mode {
        /** It comes with the terms and is agreed to by accepting them. */
        WITH_TERMS,
        /** The customer decides on it apart from the terms. */
        VOLUNTARY,
        /** The law demands it; nobody can refuse it. */
        REQUIRED_BY_LAW
    }

    public PurposeOfUse {
        dataItems = List.copyOf(dataItems);
    }
}
