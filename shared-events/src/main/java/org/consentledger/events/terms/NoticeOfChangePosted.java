package org.consentledger.events.terms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/**
 * A notice of change (周知) was posted, as Civil Code article 548-4 paragraphs 2 and 3 demand it before the effective
 * date. It says that the notice stood there, not that anybody read it.
 *
 * @param postedAt when the notice became readable, as the provider states it; UTC, microseconds
 * @param until when it ceased to be readable, or will, as the provider states it; UTC, microseconds; {@code null} where that
 *     is not said
 * @param digest of the notice's own text
 */
@StoredAs(name = "terms.NoticeOfChangePosted", revision = 1)
public record NoticeOfChangePosted(
        TermsId termsId,
        EditionNumber edition,
        Channel channel,
        Instant postedAt,
        @Nullable Instant until,
        @Nullable String url,
        @Nullable ContentDigest digest)
        implements TermsEvent {

    public NoticeOfChangePosted {
        postedAt = postedAt.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    /** One of which nobody says how long it stands. */
    public NoticeOfChangePosted(
            TermsId termsId,
            EditionNumber edition,
            Channel channel,
            Instant postedAt,
            @Nullable String url,
            @Nullable ContentDigest digest) {
        this(termsId, edition, channel, postedAt, null, url, digest);
    }
}
