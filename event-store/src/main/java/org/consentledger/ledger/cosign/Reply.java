package org.consentledger.ledger.cosign;

import org.consentledger.ledger.note.Cosignature;

/** What came of one request to a witness. */
sealed interface Reply {
    /** It has cosigned; verified. */
    record Cosigned(Cosignature cosignature) implements Reply {}

    /** It has cosigned a tree of another size last. */
    record KnowsSize(long size) implements Reply {}

    /** It answers that the checkpoint does not continue what it has seen. */
    record Contradicted(String why) implements Reply {}

    /** It answers anything else, or nothing of use. */
    record Failed(String why) implements Reply {}
}
