package org.consentledger.command.platform;

import org.consentledger.access.Caller;
import org.consentledger.access.Scope;
import org.consentledger.events.Actor;
import org.jspecify.annotations.Nullable;

/** What a caller may state about who acted: the token says who called, the body who acted, and the two must fit. */
public final class ActingCaller {
    private ActingCaller() {}

    /**
     * A customer's own token stands for the customer alone, and now: what it records was not taken from records of the
     * past. Who acts on somebody's behalf is allowed to.
     *
     * @param actor {@code null} where the customer acted in person
     * @param source {@code null} where it was not taken from a record of the past
     * @throws CommandRejected {@code FORBIDDEN} where the token does not allow it
     */
    public static void mayState(@Nullable ActorBody actor, @Nullable SourceBody source) {
        var caller = Caller.current().orElseThrow(() -> new CommandRejected(Code.FORBIDDEN));
        boolean writes = !caller.isCustomer() && caller.has(Scope.CONSENT_WRITE);
        var kind = actor == null ? Actor.Kind.SELF : actor.kind();
        boolean allowed = switch (kind) {
            case SELF -> writes || caller.isCustomer();
            case REPRESENTATIVE -> writes;
            case STAFF -> !caller.isCustomer() && caller.has(Scope.CONSENT_ON_BEHALF);
        };
        if (!allowed || (source != null && !writes)) {
            throw new CommandRejected(Code.FORBIDDEN);
        }
    }

    /** Who acted as a member of staff: whom the record names, or else the token's subject. */
    static @Nullable String staff(@Nullable String name) {
        return name == null ? Caller.current().map(Caller::subject).orElse(null) : name;
    }

    /** A customer's own token withdraws consents; it gives none. */
    public static void mayDecide(boolean withdraws) {
        if (!withdraws && Caller.current().filter(Caller::isCustomer).isPresent()) {
            throw new CommandRejected(Code.FORBIDDEN);
        }
    }
}
