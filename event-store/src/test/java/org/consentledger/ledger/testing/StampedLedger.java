package org.consentledger.ledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A signed ledger of 63 events, of which those at 20, 41 and 62 record the time stamp of a checkpoint. */
public final class StampedLedger {
    public static final int SIZE = 63;
    private static final int STAMPS = 3;

    private StampedLedger() {}

    /**
     * Makes one, and leaves nobody connected to it.
     *
     * @param keys where its key and its signer's memory come to lie
     * @return the URL of its database
     */
    public static String create(Path keys, TestAuthority authority) {
        String url = TestPostgres.migrated("ledger");
        try (var database = TestPostgres.pool(url)) {
            try (var ledger = TestLedger.signing(database, keys);
                    var stamper = ledger.stamper(authority.settings())) {
                for (int stamp = 0; stamp < STAMPS; stamp++) {
                    SoundLedger.append(ledger, stamp * SoundLedger.GROUP, SoundLedger.GROUP);
                    stamper.stamp();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return url;
    }
}
