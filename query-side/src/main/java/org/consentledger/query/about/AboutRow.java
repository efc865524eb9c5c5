package org.consentledger.query.about;

import org.consentledger.events.AboutCustomer;
import org.consentledger.events.EventTypes;
import org.consentledger.events.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * Where an event about a customer stands.
 *
 * @param context of the event's stored name, such as {@code request}
 * @param requestId of the request that it is about; {@code null} where it is about none
 */
record AboutRow(
        String customerId,
        long position,
        String context,
        @Nullable String requestId) {

    static AboutRow of(AboutCustomer event, long position) {
        var name = EventTypes.of(event.getClass()).name();
        return new AboutRow(
                event.customerId().value(),
                position,
                name.substring(0, name.indexOf('.')),
                event instanceof RequestEvent request ? request.requestId() : null);
    }
}
