package org.consentledger.benchmarks.generated;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table, by {@code COPY} in PostgreSQL's binary format; they are there once this is closed. */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 18;
    private static final int END = -1;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final int columns;
    private final DataOutputStream out;

    BinaryCopy(Connection connection, String table, String... columns) throws SQLException, IOException {
        this.columns = columns.length;
        this.out = new DataOutputStream(new BufferedOutputStream(
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class),
                        "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)",
                        BUFFER),
                BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** Begins a row; its columns follow, each by one call. */
    BinaryCopy row() throws IOException {
        out.writeShort(columns);
        return this;
    }

    BinaryCopy smallint(int value) throws IOException {
        out.writeInt(Short.BYTES);
        out.writeShort(value);
        return this;
    }

    BinaryCopy integer(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
        return this;
    }

    BinaryCopy bigint(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    BinaryCopy uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(String value) throws IOException {
        return bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytea(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    /** A {@code timestamptz}, whose microseconds count from 2000 on. */
    BinaryCopy time(Instant value) throws IOException {
        return bigint(Duration.between(EPOCH, value).toNanos() / 1000);
    }

    @Override
    public void close() throws IOException {
        out.writeShort(END);
        out.close();
    }
}
