package org.consentledger.ledger.audit;

/**
 * One thing that does not hold.
 *
 * @param position of the first leaf it concerns; {@link #NOWHERE} where it concerns none
 * @param what in a sentence, for a person; without personal data
 */
public record Finding(Damage damage, long position, String what) {
    public static final long NOWHERE = -1;

    @Override
    public String toString() {
        return position == NOWHERE ? damage + ": " + what : damage + " at position " + position + ": " + what;
    }
}
