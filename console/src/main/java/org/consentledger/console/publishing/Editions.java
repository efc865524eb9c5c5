package org.consentledger.console.publishing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.consentledger.console.platform.Listed;
import org.jspecify.annotations.Nullable;

/** The editions of terms, drafts among them, by number. */
record Editions(List<Item> items) {
    /** @param state where it stands in its life now */
    record Item(int number, String label, String state, LocalDate effectiveOn) {
        public boolean isDraft() {
            return state.equals("DRAFT");
        }

        private boolean isPublished() {
            return !isDraft() && !state.equals("WITHDRAWN");
        }

        boolean isWaiting() {
            return state.equals("WAITING");
        }
    }

    private record Part(List<Item> items, @Nullable String next) implements Listed<Item> {}

    static Editions of(Api api, String termsId, Locale language) {
        return new Editions(api.askForAll(Address.of("terms", termsId, "editions"), Part.class, language));
    }

    /** The last one that customers can be bound by, before that number; perhaps not in force yet. */
    Optional<Item> publishedBefore(int number) {
        return published(number).reduce((_, later) -> later);
    }

    /** The last one that is in force already, before that number. */
    Optional<Item> inForceBefore(int number) {
        return published(number).filter(edition -> !edition.isWaiting()).reduce((_, later) -> later);
    }

    /** Published ones that take effect before that number does, but have not yet. */
    List<Item> waitingBefore(int number) {
        return published(number).filter(Item::isWaiting).toList();
    }

    private Stream<Item> published(int number) {
        return items.stream().filter(edition -> edition.number() < number && edition.isPublished());
    }

    public int next() {
        return items.stream().mapToInt(Item::number).max().orElse(0) + 1;
    }
}
