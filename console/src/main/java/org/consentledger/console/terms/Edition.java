package org.consentledger.console.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An edition as the query side tells it; as far as the page shows it. */
record Edition(
        String termsId,
        int number,
        String label,
        String state,
        LocalDate effectiveOn,
        String digest,
        List<Purpose> purposes,
        List<Provision> provisions) {
    private static final Set<String> HEADINGS = Set.of("CHAPTER", "SECTION", "ARTICLE", "SUPPLEMENTARY");

    /** @param path of the provision that states it; {@code null} where the text does not have it */
    record Purpose(
            String purposeId, String provision, @Nullable String path, String title, String mode) {}

    /** A part of the text, with what it says itself. */
    record Provision(
            String path,
            String kind,
            @Nullable String label,
            @Nullable String caption,
            String text) {
        /** Without the line ends around it. */
        public String said() {
            return text.strip();
        }
    }

    /** The parts of the text that a table of contents names, in the order of the text. */
    public List<Provision> contents() {
        return provisions.stream()
                .filter(provision -> HEADINGS.contains(provision.kind()))
                .toList();
    }

    /** The purposes that this part of the text states. */
    public List<Purpose> statedBy(Provision provision) {
        return purposes.stream()
                .filter(purpose -> provision.path().equals(purpose.path()))
                .toList();
    }
}
