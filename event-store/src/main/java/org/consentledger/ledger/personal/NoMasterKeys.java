package org.consentledger.ledger.personal;

import javax.crypto.SecretKey;

/** Of a process without a keys directory: it reads what names nobody, and neither seals nor opens. */
public final class NoMasterKeys implements MasterKeys {
    @Override
    public SecretKey of(int epoch) {
        throw missing();
    }

    @Override
    public boolean holds(int epoch) {
        throw missing();
    }

    @Override
    public int newest() {
        return 0;
    }

    @Override
    public void make(int epoch) {
        throw missing();
    }

    @Override
    public void destroy(int epoch) {
        throw missing();
    }

    private static MasterKeyMissing missing() {
        return new MasterKeyMissing("this process has no master keys: ledger.keys-directory is not set");
    }
}
