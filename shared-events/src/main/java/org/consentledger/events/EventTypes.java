package org.consentledger.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.ledger.LedgerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.thirdparty.ThirdPartyEvent;
import org.jspecify.annotations.Nullable;

/** Every event there is, by the name under which it is stored. */
public final class EventTypes {
    /** The sealed families, one for each context. */
    public static final List<Class<?>> FAMILIES = List.of(
            TermsEvent.class,
            AgreementEvent.class,
            CustomerEvent.class,
            RequestEvent.class,
            ThirdPartyEvent.class,
            LedgerEvent.class);

    private static final Map<String, Class<?>> BY_NAME = byName();

    private EventTypes() {}

    /** All events, sorted by stored name. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** The event stored under that name; {@code null} where there is none. */
    public static @Nullable Class<?> named(String storedName) {
        return BY_NAME.get(storedName);
    }

    /**
     * Name and revision of an event.
     *
     * @throws IllegalArgumentException where the class is no event
     */
    public static StoredAs of(Class<?> event) {
        StoredAs stored = event.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalArgumentException(event.getName() + " is no event: it has no @StoredAs");
        }
        return stored;
    }

    private static Map<String, Class<?>> byName() {
        var events = new TreeMap<String, Class<?>>();
        var open = new ArrayList<>(FAMILIES);
        while (!open.isEmpty()) {
            Class<?> type = open.removeLast();
            if (type.isSealed()) {
                Collections.addAll(open, type.getPermittedSubclasses());
            } else if (events.put(of(type).name(), type) != null) {
                throw new IllegalStateException("stored name given twice: " + of(type).name());
            }
        }
        return Collections.unmodifiableMap(events);
    }
}
