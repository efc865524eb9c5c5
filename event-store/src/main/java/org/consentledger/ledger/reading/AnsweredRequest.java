package org.consentledger.ledger.reading;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered before: what it was, and the events that answered it.
 *
 * @param fingerprint of the request, under a data key of the customer
 * @param keyVersion of that key; {@code null} where the fingerprint was made before there were such keys
 * @param firstPosition leaf index of the first event
 * @param lastPosition leaf index of the last, included
 */
@SuppressWarnings("ArrayRecordComponent") // copied on its ways in and out, compared by content
public record AnsweredRequest(byte[] fingerprint, @Nullable Integer keyVersion, long firstPosition, long lastPosition) {
    public AnsweredRequest {
        fingerprint = fingerprint.clone();
    }

    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnsweredRequest that
                && Objects.equals(keyVersion, that.keyVersion)
                && firstPosition == that.firstPosition
                && lastPosition == that.lastPosition
                && Arrays.equals(fingerprint, that.fingerprint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(firstPosition, lastPosition);
    }
}
