package org.consentledger.events;

import org.jspecify.annotations.Nullable;

/**
 * Who acted, as the client states it; who called is another matter and stands in the event's metadata.
 *
 * @param name of the representative or member of staff
 * @param authority on which a representative acts
 * @param reason why a member of staff acted on the customer's behalf
 */
public record Actor(
        Kind kind,
        @PersonalData @Nullable String name,
        @PersonalData @Nullable String authority,
        @PersonalData @Nullable String reason) {

    /** How the one who acted is related to the customer. */
    public enum Kind {
        SELF,
        REPRESENTATIVE,
        STAFF
    }

    /** The customer in person. */
    public static Actor self() {
        return new Actor(Kind.SELF, null, null, null);
    }
}
