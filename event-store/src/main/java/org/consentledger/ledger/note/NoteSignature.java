package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note (C2SP signed-note, "Signatures"); what it claims is not yet checked.
 *
 * @param base64 of the key id, four bytes big-endian, and the signature
 */
public record NoteSignature(String name, String base64) {
    static final String PREFIX = "— ";

    public NoteSignature {
        KeyText.checkName(name);
        if (KeyText.base64(base64).length <= Integer.BYTES) {
            throw new NoteRejected("a signature line has a key id and a signature");
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * Reads a signature line without its line end.
     *
     * @throws NoteRejected for any other text
     */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(PREFIX) || space < PREFIX.length()) {
            throw new NoteRejected("a signature line is: em dash, name, base64, with single spaces");
        }
        return new NoteSignature(line.substring(PREFIX.length(), space), line.substring(space + 1));
    }

    public int keyId() {
        return ByteBuffer.wrap(KeyText.base64(base64)).getInt();
    }

    byte[] signature() {
        byte[] bytes = KeyText.base64(base64);
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    /** Without its line end. */
    public String line() {
        return PREFIX + name + " " + base64;
    }
}
