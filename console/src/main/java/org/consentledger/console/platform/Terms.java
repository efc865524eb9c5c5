package org.consentledger.console.platform;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of terms, from which pages let one choose. */
@Component
public class Terms {
    private static final ZoneId WITHOUT_TERMS = ZoneId.of("Asia/Tokyo");

    private final Api api;

    Terms(Api api) {
        this.api = api;
    }

    /**
     * One document of terms, as far as pages need it.
     *
     * @param language in which the terms are written, such as {@code ja}
     */
    public record Document(String termsId, String title, String provider, String timeZone, String language) {
        public ZoneId zone() {
            return ZoneId.of(timeZone);
        }
    }

    /**
     * What there is to choose from.
     *
     * @param chosen {@code null} where nothing is registered
     */
    public record Choice(List<Document> documents, @Nullable Document chosen) {
        /** The chosen terms' zone; Japan's where there are no terms. */
        public ZoneId zone() {
            return chosen == null ? WITHOUT_TERMS : chosen.zone();
        }
    }

    private record Register(List<Document> items, @Nullable String next) implements Listed<Document> {}

    /**
     * All terms, and those that somebody chose; the first where nobody did.
     *
     * @throws ApiDeclined {@code TERMS_UNKNOWN} where there are none of that name
     */
    public Choice choice(@Nullable String termsId, Locale language) {
        var documents = api.askForAll(Address.of("terms"), Register.class, language);
        if (termsId == null || termsId.isBlank()) {
            return new Choice(documents, documents.isEmpty() ? null : documents.getFirst());
        }
        return new Choice(
                documents,
                documents.stream()
                        .filter(document -> document.termsId().equals(termsId))
                        .findAny()
                        .orElseGet(() -> api.ask(Address.of("terms", termsId), Document.class, language)));
    }
}
