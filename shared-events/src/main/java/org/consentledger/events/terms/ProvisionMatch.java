package org.consentledger.events.terms;

import org.jspecify.annotations.Nullable;

/**
 * What the author says about a provision's identity, against what the texts suggest.
 *
 * @param path of the provision in this edition
 * @param was path of the same provision in the edition before it; {@code null} where the provision is new
 */
public record ProvisionMatch(String path, @Nullable String was) {}
