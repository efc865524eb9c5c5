package org.consentledger.verifier;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a reader of a receipt or a dossier should know though nothing contradicts itself.
 *
 * @param arguments those that the code names, in their order: numbers in digits, times as RFC 3339 has them, in UTC
 * @param what the same in a sentence, in English
 */
public record Remark(Code code, List<String> arguments, String what) {

    /** In the words on which readers rely: a code is never renamed nor given another meaning. */
    public enum Code {
        /** A receipt carries extra data, which nothing vouches for. */
        EXTRA_DATA,
        /** The ledger's key was taken from the dossier itself. Argument: the key. */
        KEY_FROM_DOSSIER,
        /** No time stamp: when anything was recorded is the ledger's word. */
        NO_TIMESTAMP,
        /** A trusted authority stamped the tree. Arguments: when, of how many leaves, which authority. */
        STAMPED,
        /** The same by an authority of which nobody said whether it is to be trusted. */
        STAMPED_BY_WHOMEVER,
        /** The data keys that were handed over open what is shown. Argument: how many payloads. */
        KEYS_OPEN
    }

    public Remark {
        arguments = List.copyOf(arguments);
    }

    static Remark of(Code code, String what, Object... arguments) {
        return new Remark(code, Stream.of(arguments).map(Object::toString).toList(), what);
    }

    @Override
    public String toString() {
        return what;
    }
}
