package org.consentledger.ledger.testing;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.ledger.personal.MasterKeyMissing;
import org.consentledger.ledger.personal.MasterKeys;

/** Master keys that everybody knows, so that several processes of a test share them without a file. */
public final class TestMasterKeys implements MasterKeys {
    private static final int BYTES = 32;

    private final TreeSet<Integer> held = new TreeSet<>(Set.of(1));

    @Override
    public synchronized SecretKey of(int epoch) {
        if (!held.contains(epoch)) {
            throw new MasterKeyMissing("no master key of epoch " + epoch);
        }
        return new SecretKeySpec(ByteBuffer.allocate(BYTES).putInt(epoch).array(), "AES");
    }

    @Override
    public synchronized boolean holds(int epoch) {
        return held.contains(epoch);
    }

    @Override
    public synchronized int newest() {
        return held.isEmpty() ? 0 : held.last();
    }

    @Override
    public synchronized void make(int epoch) {
        held.add(epoch);
    }

    @Override
    public synchronized void destroy(int epoch) {
        held.remove(epoch);
    }
}
