package org.consentledger.console.terms;

import java.time.LocalDate;
import java.util.List;

/** The editions of one document of terms, as the query side tells them; as far as the page shows them. */
record Register(List<Item> items) {
    /** @param state where it stands in its life now */
    record Item(int number, String label, String state, LocalDate revisedOn, LocalDate effectiveOn) {}
}
