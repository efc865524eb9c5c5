package org.consentledger.command.terms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.jspecify.annotations.Nullable;

/** The body that records a notice of change. */
@Body
record NoticeBody(
        @NotNull NoticeChannel channel,
        @NotNull Instant postedAt,
        @Nullable Instant until,
        @Nullable @Size(max = 2000) String url,
        @Nullable ContentDigest digest) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** The channels on which a notice of change can be posted; by phone nobody posts anything. */
    enum NoticeChannel {
        WEB,
        EMAIL,
        LETTER,
        OTHER;

        Channel channel() {
            return switch (this) {
                case WEB -> Channel.WEB;
                case EMAIL -> Channel.EMAIL;
                case LETTER -> Channel.LETTER;
                case OTHER -> Channel.OTHER;
            };
        }
    }

    PostNotice command(TermsId termsId, EditionNumber edition, Instant now) {
        if (until != null && !until.isAfter(postedAt)) {
            throw new Malformed("/until", Fault.ENDS_BEFORE_IT_BEGINS);
        }
        return new PostNotice(termsId, edition, channel.channel(), postedAt, until, webAddress(), digest, now);
    }

    private @Nullable String webAddress() {
        if (url == null) {
            return null;
        }
        try {
            String scheme = new URI(url).getScheme();
            if (scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
                return url;
            }
        } catch (URISyntaxException _) {
            throw new Malformed("/url", Fault.WRONG_VALUE, "url");
        }
        throw new Malformed("/url", Fault.WRONG_VALUE, "url");
    }
}
