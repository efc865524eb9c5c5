package org.consentledger.comparison;

import org.consentledger.provisions.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What the author says about a provision's identity, against what the texts suggest.
 *
 * @param oldPath of the provision in the older edition; {@code null} where it is new in the newer one
 * @param newPath of the same provision in the newer one; {@code null} where it has no successor
 */
public record Correction(@Nullable String oldPath, @Nullable String newPath) {
    public Correction {
        if (oldPath == null && newPath == null) {
            throw new IllegalArgumentException("a correction is about a provision");
        }
    }

    /** The same, where the newer edition is the older side of a comparison. */
    public Correction backwards() {
        return new Correction(/* oldPath= */ newPath, /* newPath= */ oldPath);
    }

    /** Whether both texts have the provisions that it names. */
    public boolean fits(Structure older, Structure newer) {
        return (oldPath == null || older.at(oldPath).isPresent())
                && (newPath == null || newer.at(newPath).isPresent());
    }
}
