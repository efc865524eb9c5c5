package org.consentledger.ledger.testing;

import java.security.SecureRandom;
import java.time.Instant;
import javax.sql.DataSource;
import org.consentledger.ledger.note.Checkpoint;
import org.consentledger.ledger.note.Cosignature;
import org.consentledger.ledger.note.SignatureType;
import org.consentledger.ledger.note.SignedNote;
import org.consentledger.ledger.note.SigningKey;
import org.consentledger.ledger.note.VerifierKey;
import org.consentledger.ledger.rows.CosignatureRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A witness who cosigns what a test tells him to, without looking. */
public final class TestCosigner {
    public static final Instant TIME = Instant.parse("2026-04-01T12:00:00Z");

    private final SigningKey signing;

    private TestCosigner(SigningKey signing) {
        this.signing = signing;
    }

    public static TestCosigner named(String name) {
        return new TestCosigner(SigningKey.generate(name, SignatureType.COSIGNATURE_V1, new SecureRandom()));
    }

    public VerifierKey key() {
        return signing.verifierKey();
    }

    public Cosignature cosign(Checkpoint checkpoint) {
        return new Cosignature(key(), signing.cosign(checkpoint, TIME));
    }

    /** Cosigns the ledger's checkpoints of these sizes, and has them stored. */
    public void cosign(DataSource database, long... sizes) {
        var rows = new CosignatureRows(database);
        rows.addWitness(key());
        for (long size : sizes) {
            var checkpoint = checkpoint(database, size);
            rows.add(checkpoint, cosign(checkpoint));
        }
    }

    private static Checkpoint checkpoint(DataSource database, long size) {
        String note = JdbcClient.create(database)
                .sql("select note from ledger.checkpoint where size = ?")
                .param(size)
                .query(String.class)
                .single();
        return Checkpoint.parse(SignedNote.parse(note).text());
    }
}
