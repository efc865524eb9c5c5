package org.consentledger.command.customer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.customer.PersonalDataErased;
import org.jspecify.annotations.Nullable;

/** The legal holds on one customer and the erasures asked for, as the customer's own events tell them. */
final class ErasureState {
    private final Set<String> standing = new HashSet<>();
    private final Set<String> released = new HashSet<>();
    private final Map<String, @Nullable String> requestedBy = new HashMap<>();
    private boolean erased;

    /** @param recordedBy who called; {@code null} where that is not known */
    void after(CustomerEvent event, String eventId, @Nullable String recordedBy) {
        switch (event) {
            case LegalHoldPlaced _ -> standing.add(eventId);
            case LegalHoldReleased hold -> {
                standing.remove(hold.holdId());
                released.add(hold.holdId());
            }
            case ErasureRequested _ -> requestedBy.put(eventId, recordedBy);
            case PersonalDataErased _ -> erased = true;
            case CustomerLeft _, DepartureAnnulled _ -> {}
        }
    }

    boolean isErased() {
        return erased;
    }

    boolean isHeld() {
        return !standing.isEmpty();
    }

    boolean stands(String holdId) {
        return standing.contains(holdId);
    }

    boolean wasReleased(String holdId) {
        return released.contains(holdId);
    }

    boolean isRequested(String erasureId) {
        return requestedBy.containsKey(erasureId);
    }

    /** Who asked for the erasure; {@code null} where that is not known. */
    @Nullable
    String requestedBy(String erasureId) {
        return requestedBy.get(erasureId);
    }
}
