package org.consentledger.ledger.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing that does not hold.
 *
 * @param position of the first leaf it concerns; {@link #NOWHERE} where it concerns none
 * @param file of a dossier that it concerns; {@code null} where it concerns none
 * @param what in a sentence, for a person; without personal data
 */
public record Finding(
        Damage damage, long position, @Nullable String file, String what) {
    public static final long NOWHERE = -1;

    /** One that concerns no file. */
    public Finding(Damage damage, long position, String what) {
        this(damage, position, null, what);
    }

    @Override
    public String toString() {
        return position == NOWHERE ? damage + ": " + what : damage + " at position " + position + ": " + what;
    }
}
