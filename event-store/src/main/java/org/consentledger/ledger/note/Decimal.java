package org.consentledger.ledger.note;

/** ASCII decimal without leading zeroes, up to 2^63 - 1: how checkpoints and proofs write numbers. */
final class Decimal {
    private Decimal() {}

    static long parse(String digits) {
        try {
            long number = Long.parseLong(digits);
            if (number >= 0 && Long.toString(number).equals(digits)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new NoteRejected("not a decimal number below 2^63", e);
        }
        throw new NoteRejected("a number has digits only, without leading zeroes");
    }
}
