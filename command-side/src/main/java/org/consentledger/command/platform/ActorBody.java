package org.consentledger.command.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.Actor;
import org.jspecify.annotations.Nullable;

/** The member {@code actor} of a body: who acted. */
public record ActorBody(
        @NotNull Actor.Kind kind,
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Size(min = 1, max = 500) String authority,
        @MultiLine @Nullable @Size(min = 1, max = 2000) String reason) {

    /**
     * Who acted. Who acts for an organisation says with what authority, and who acts for somebody else says why.
     *
     * @throws Malformed where that is missing
     */
    public Actor actor() {
        return switch (kind) {
            case SELF -> as();
            case REPRESENTATIVE -> stated(authority, "/actor/authority", Fault.AUTHORITY_MISSING);
            case STAFF -> {
                var stated = stated(reason, "/actor/reason", Fault.REASON_MISSING);
                yield new Actor(kind, ActingCaller.staff(name), stated.authority(), stated.reason());
            }
        };
    }

    /** Who acted where nobody is acted for, so that neither authority nor reason is called for. */
    public Actor asStated() {
        return as();
    }

    private Actor stated(@Nullable String needed, String pointer, Fault fault) {
        if (needed == null || needed.isBlank()) {
            throw new Malformed(pointer, fault);
        }
        return as();
    }

    private Actor as() {
        return new Actor(kind, name, authority, reason);
    }
}
