package org.consentledger.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What the author says about a provision's identity, against what the texts suggest.
 *
 * @param oldPath of the provision in the older edition
 * @param newPath of the same provision in the newer one; {@code null} where it has no successor
 */
public record Correction(String oldPath, @Nullable String newPath) {}
