package org.consentledger.ledger.wiring;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.ledger.cosign.WitnessAddress;
import org.consentledger.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The witnesses that are asked to cosign, none where nothing is set.
 *
 * @param witnesses {@code ledger.witnesses[0].url}, a submission prefix, and {@code ledger.witnesses[0].vkey}; and so on
 */
@ConfigurationProperties("ledger")
record WitnessProperties(@Nullable List<Witness> witnesses) {

    record Witness(@Nullable URI url, @Nullable String vkey) {}

    /** @throws IllegalArgumentException naming the property that cannot be read */
    List<WitnessAddress> addresses() {
        return witnesses == null
                ? List.of()
                : IntStream.range(0, witnesses.size())
                        .mapToObj(i -> address("ledger.witnesses[" + i + "]", witnesses.get(i)))
                        .toList();
    }

    private static WitnessAddress address(String name, Witness witness) {
        if (witness.url() == null || witness.vkey() == null) {
            throw new IllegalArgumentException(name + " needs a url and a vkey");
        }
        try {
            return new WitnessAddress(witness.url(), VerifierKey.parse(witness.vkey()));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
