package org.consentledger.ledger.directory;

import org.consentledger.ledger.tree.Hash;

/**
 * What an exported ledger says of itself, once it is complete. It is not signed: the checkpoint is. A reader computes
 * all three anew and compares.
 *
 * @param checkpoints how many there are under {@code checkpoints/}
 * @param cosignatures how many there are under {@code cosignatures/}; where there are none, nothing is said of them
 * @param size of the tree, in leaves
 * @param root of the tree
 */
public record Assertion(long checkpoints, long cosignatures, long size, Hash root) {
    public Assertion {
        if (checkpoints < 0 || cosignatures < 0 || size < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
    }

    /**
     * Reads the file, one line with its line end.
     *
     * @throws LineRejected for any bytes but those that {@link #encode} writes
     */
    public static Assertion parse(byte[] file) {
        return LineReader.read(
                file,
                members -> new Assertion(
                        members.integer("checkpoints"),
                        members.has("cosignatures") ? members.integer("cosignatures") : 0,
                        members.integer("size"),
                        Hash.ofBase64(members.string("root"))),
                Assertion::encode);
    }

    /** With its line end; the root in base64, as in a checkpoint. */
    public byte[] encode() {
        return LineWriter.line(json -> {
            json.writeNumberProperty("checkpoints", checkpoints);
            if (cosignatures > 0) {
                json.writeNumberProperty("cosignatures", cosignatures);
            }
            json.writeNumberProperty("size", size);
            json.writeStringProperty("root", root.base64());
        });
    }
}
