package org.consentledger.query.erasures;

/** What has become of an erasure that was asked for. A word is never renamed: clients ask by it. */
enum ErasureState {
    /** Somebody else than who asked has yet to approve. */
    WAITING,
    APPROVED,
    /** The customer was erased by another one, so that nothing is left to approve. */
    OVERTAKEN
}
