package org.consentledger.ledger.audit;

/** What was done to a ledger, as far as its bytes tell. */
public enum Damage {
    /** An event's payload is not the one that was recorded. */
    PAYLOAD_CHANGED,
    /** Two events hold each other's payload. */
    PAYLOADS_SWAPPED,
    /** An event's metadata are not those that were recorded. */
    METADATA_CHANGED,
    /** {@code recordedAt} is not the one that was recorded. */
    TIME_CHANGED,
    /** An event names another aggregate than was recorded. */
    AGGREGATE_RENAMED,
    /** An event's number within its aggregate is not the one that was recorded. */
    SEQUENCE_MOVED,
    /** An event names another type or revision, of its aggregate or its payload, than was recorded. */
    TYPE_CHANGED,
    /** Another event stands where one was recorded. */
    OTHER_EVENT,
    /** An event was recorded and is gone. */
    EVENT_MISSING,
    /** Events at the end were recorded and are gone, perhaps their leaves with them. */
    TAIL_CUT,
    /** There is an event that was never recorded: it has no leaf. */
    EVENT_INSERTED,
    /** {@code recordedAt} is earlier than that of the event before. */
    TIME_DECREASES,
    /** A statement, or the entry made of it, is not the one that the tree holds the hash of. */
    STATEMENT_REWRITTEN,
    /** A leaf is gone; from there on no root can be computed. */
    LEAF_MISSING,
    /** There is a leaf beyond the size of the tree. */
    LEAF_INSERTED,
    /** A stored hash of the tree is not the one that its leaves make. */
    TILE_CHANGED,
    /** A stored hash of the tree is gone. */
    TILE_MISSING,
    /** There is a stored hash of the tree that its leaves do not make. */
    TILE_INSERTED,
    /** Size, root or time of the tree are not those that its leaves make. */
    TREE_CHANGED,
    /** A checkpoint is malformed or was not signed by a known key of this ledger. */
    CHECKPOINT_NOT_SIGNED,
    /** The leaves do not make the root that was signed for that size. */
    CHECKPOINT_CONTRADICTED,
    /** A larger tree was signed than there is: the end was cut off, or an older ledger was put back. */
    CHECKPOINT_BEYOND,
    /** A checkpoint is not the one that belongs there: an older one was put back, or one was taken away. */
    CHECKPOINT_PUT_BACK,
    /** A cosignature is malformed, or its witness's key did not make it. */
    COSIGNATURE_NOT_VALID,
    /** A witness has cosigned a tree that this one does not begin with. */
    COSIGNATURE_CONTRADICTED,
    /** A cosignature that was recorded is gone. */
    COSIGNATURE_MISSING,
    /** Fewer of the witnesses that the reader trusts have cosigned than he asks for. */
    QUORUM_NOT_MET,
    /** A file of an exported ledger is missing, or it was never finished. */
    FILE_MISSING,
    /** A file of an exported ledger is not in the one form it has. */
    FILE_MALFORMED,
    /** An exported ledger asserts another size or root than it has. */
    ASSERTION_CONTRADICTED,
    /** A key is not one of those that the reader trusts. */
    KEY_UNKNOWN,
    /** A time stamp was recorded and is gone. */
    TIMESTAMP_MISSING,
    /** There is a time stamp that was never recorded. */
    TIMESTAMP_INSERTED,
    /** A time stamp, or the checkpoint it is about, is not the one that was recorded. */
    TIMESTAMP_CHANGED,
    /** A time stamp is not about its checkpoint, not signed as it should be, or of an authority that is not trusted. */
    TIMESTAMP_REJECTED,
    /** A receipt does not lead from its leaf to the root that was signed. */
    RECEIPT_CONTRADICTED,
    /** A data key that was handed over is not the one the ledger committed itself to, or opens something else than is shown. */
    DATA_KEY_CONTRADICTED,
    /** The answer in a dossier is not the one that follows from the facts in it. */
    ANSWER_REWRITTEN,
    /** A file of a dossier is not the one that follows from the others, or belongs to none. */
    DOSSIER_CHANGED,
    /** A dossier is not signed by the ledger, which alone vouches for what no proof shows. */
    DOSSIER_NOT_SIGNED
}
