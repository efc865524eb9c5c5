package org.consentledger.ledger.personal;

import javax.crypto.SecretKey;

/**
 * The master keys, one for each epoch, that data keys are wrapped with. They lie outside the database, so that a backup
 * of it opens nothing by itself, and nothing at all once its epoch is destroyed.
 */
public interface MasterKeys {
    /**
     * The master key of an epoch, for AES with 256 bits.
     *
     * @throws MasterKeyMissing where it is not there
     */
    SecretKey of(int epoch);

    /** Whether the epoch's key is there. */
    boolean holds(int epoch);

    /** The last epoch whose key is there; 0 where there is none. */
    int newest();

    /** Makes the key of an epoch, durably, unless it is there. */
    void make(int epoch);

    /** Destroys the key of an epoch for good; what is wrapped under it can never be unwrapped again. */
    void destroy(int epoch);
}
