package org.consentledger.console.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Listed;
import org.jspecify.annotations.Nullable;

/** The editions of one document of terms, as the query side tells them; as far as the page shows them. */
record Register(List<Item> items) {
    /** @param state where it stands in its life now */
    record Item(int number, String label, String state, LocalDate revisedOn, LocalDate effectiveOn) {}

    private record Part(List<Item> items, @Nullable String next) implements Listed<Item> {}

    static Register of(Api api, String termsId, Locale language) {
        return new Register(api.askForAll(Address.of("terms", termsId, "editions"), Part.class, language));
    }
}
