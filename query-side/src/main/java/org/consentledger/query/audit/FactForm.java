package org.consentledger.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.query.facts.FactRow;
import org.consentledger.query.platform.Leaf;

/** A fact as it lies in a file of this process for a while. */
final class FactForm {
    private FactForm() {}

    static void write(FactRow row, DataOutputStream out) throws IOException {
        out.writeUTF(row.termsId());
        out.writeUTF(row.customerId() == null ? "" : row.customerId());
        out.writeUTF(row.leaf().eventId());
        out.writeLong(row.leaf().position());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.leaf().recordedAt()));
        out.writeUTF(row.kind());
        byte[] fact = row.fact().getBytes(UTF_8);
        out.writeInt(fact.length);
        out.write(fact);
    }

    static FactRow read(DataInputStream in) throws IOException {
        var termsId = in.readUTF();
        var customerId = in.readUTF();
        var eventId = in.readUTF();
        long position = in.readLong();
        var recordedAt = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        return new FactRow(
                termsId,
                customerId.isEmpty() ? null : customerId,
                new Leaf(eventId, position, recordedAt),
                in.readUTF(),
                new String(in.readNBytes(in.readInt()), UTF_8));
    }
}
