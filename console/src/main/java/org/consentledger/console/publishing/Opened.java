package org.consentledger.console.publishing;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody opened the form of a purpose.
 *
 * @param at the path of the provision, for a purpose that is not stated yet
 * @param edit the purpose, for one that is
 */
record Opened(@Nullable String at, @Nullable String edit) {
    static final Opened NOTHING = new Opened(null, null);

    boolean isAnything() {
        return at != null || edit != null;
    }

    /** {@code null} where it is open nowhere. */
    @Nullable
    StatedPurpose form(Draft draft) {
        if (at != null) {
            return StatedPurpose.none(at);
        }
        var purpose = draft.stated(edit).orElse(null);
        return purpose == null || purpose.path() == null ? null : StatedPurpose.of(purpose, purpose.path());
    }
}
