package org.consentledger.ledger.statement;

import java.security.SecureRandom;
import java.util.HexFormat;

/** 128 random bits that keep a statement from being guessed from its leaf; as text, 32 lower-case hex digits. */
public record Salt(long high, long low) {

    public static Salt random(SecureRandom random) {
        return new Salt(random.nextLong(), random.nextLong());
    }

    /** @throws IllegalArgumentException for any other text than 32 lower-case hex digits */
    public static Salt of(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("a salt has 32 hex digits");
        }
        var salt = new Salt(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
        if (!salt.toString().equals(hex)) {
            throw new IllegalArgumentException("hex digits are lower case here");
        }
        return salt;
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
