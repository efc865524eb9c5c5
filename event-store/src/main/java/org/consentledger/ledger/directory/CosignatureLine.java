package org.consentledger.ledger.directory;

/**
 * A cosignature as a line of JSON.
 *
 * @param checkpoint the text that was cosigned, without signatures
 * @param signature the signature line, without its line end
 * @param witness the key that it verifies with, a vkey
 */
public record CosignatureLine(String checkpoint, String signature, String witness) {
    /**
     * Reads a line with its line end.
     *
     * @throws LineRejected for any bytes but those that {@link #encode} writes
     */
    public static CosignatureLine parse(byte[] line) {
        return LineReader.read(
                line,
                members -> new CosignatureLine(
                        members.string("checkpoint"), members.string("signature"), members.string("witness")),
                CosignatureLine::encode);
    }

    /** With its line end. */
    public byte[] encode() {
        return LineWriter.line(json -> {
            json.writeStringProperty("checkpoint", checkpoint);
            json.writeStringProperty("signature", signature);
            json.writeStringProperty("witness", witness);
        });
    }
}
