package org.consentledger.ledger.directory;

/**
 * A checkpoint as a line of JSON.
 *
 * @param note the signed note, as it was published
 */
public record CheckpointLine(String note) {
    /**
     * Reads a line with its line end.
     *
     * @throws LineRejected for any bytes but those that {@link #encode} writes
     */
    public static CheckpointLine parse(byte[] line) {
        return LineReader.read(line, members -> new CheckpointLine(members.string("note")), CheckpointLine::encode);
    }

    /** With its line end. */
    public byte[] encode() {
        return LineWriter.line(json -> json.writeStringProperty("note", note));
    }
}
