package org.consentledger.console.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;

/** The editions of terms, drafts among them, by number. */
record Editions(List<Item> items) {
    private static final String MOST = "200";

    /** @param state where it stands in its life now */
    record Item(int number, String label, String state, LocalDate effectiveOn) {
        public boolean isDraft() {
            return state.equals("DRAFT");
        }

        private boolean isPublished() {
            return !isDraft() && !state.equals("WITHDRAWN");
        }
    }

    static Editions of(Api api, String termsId, Locale language) {
        return api.ask(Address.of("terms", termsId, "editions").with("limit", MOST), Editions.class, language);
    }

    /** The last one that customers can be bound by, before that number. */
    Optional<Item> publishedBefore(int number) {
        return items.stream()
                .filter(edition -> edition.number() < number && edition.isPublished())
                .reduce((_, later) -> later);
    }

    public int next() {
        return items.stream().mapToInt(Item::number).max().orElse(0) + 1;
    }
}
