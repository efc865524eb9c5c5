package org.consentledger.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.consentledger.ledger.tree.Hash;

/**
 * {@code <name>+<key id>+<base64 of type and key>}, the text of a verifier key and the tail of a signing key.
 *
 * @param key the public key, or the seed of the private one; held as a {@link Hash}, being 32 bytes
 */
record KeyText(String name, int keyId, SignatureType type, Hash key) {
    static KeyText parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new NoteRejected("a key has three parts with + between them");
        }
        checkName(parts[0]);
        byte[] material = base64(parts[2]);
        if (material.length != 1 + Ed25519.KEY_BYTES) {
            throw new NoteRejected("a key has a type and 32 bytes");
        }
        return new KeyText(parts[0], keyId(parts[1]), SignatureType.of(material[0]), Hash.at(material, 1));
    }

    String encode() {
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+"
                + Base64.getEncoder().encodeToString(material(type, key.bytes()));
    }

    /** C2SP signed-note: key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]. */
    static int keyIdOf(String name, SignatureType type, byte[] publicKey) {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] material = material(type, publicKey);
        byte[] all = Arrays.copyOf(prefix, prefix.length + material.length);
        System.arraycopy(material, 0, all, prefix.length, material.length);
        return ByteBuffer.wrap(Hash.sha256(all).bytes()).getInt();
    }

    /** C2SP signed-note: not empty, no Unicode spaces, no plus; and no control characters, as in any note. */
    static void checkName(String name) {
        boolean refused = name.codePoints().anyMatch(KeyText::isRefusedInName);
        if (name.isEmpty() || refused || !Utf8.isWellFormed(name)) {
            throw new NoteRejected("a key's name is not empty and has no spaces, plus or control characters");
        }
    }

    private static boolean isRefusedInName(int c) {
        return c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c);
    }

    private static byte[] material(SignatureType type, byte[] key) {
        return ByteBuffer.allocate(1 + key.length)
                .put(type.identifier())
                .put(key)
                .array();
    }

    private static int keyId(String hex) {
        try {
            int id = HexFormat.fromHexDigits(hex);
            if (HexFormat.of().toHexDigits(id).equals(hex)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new NoteRejected("a key id is 8 hex digits", e);
        }
        throw new NoteRejected("a key id is 8 hex digits, in lower case");
    }

    /** RFC 4648 §4, of one value only one text. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new NoteRejected("not base64", e);
        }
        throw new NoteRejected("base64 is not canonical");
    }
}
