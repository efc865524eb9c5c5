package org.consentledger.events.terms;

import java.time.ZoneId;
import org.consentledger.events.StoredAs;
import org.consentledger.events.TermsId;

/**
 * A terms document (約款) was registered. It has no edition yet.
 *
 * @param provider who offers the service under these terms
 * @param timeZone the zone in which the terms' days begin and end
 * @param language of the text, a BCP 47 tag such as {@code ja}
 */
@StoredAs(name = "terms.TermsRegistered", revision = 1)
public record TermsRegistered(
        TermsId termsId, String title, String provider, ZoneId timeZone, String language, Policies policies)
        implements TermsEvent {}
