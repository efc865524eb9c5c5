package org.consentledger.query.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.query.Facts;

/** Editions whose texts tests compare. */
final class Compared {
    static final String EDITION_12 = read("edition-12.txt");
    static final String EDITION_13 = read("edition-13.txt");

    private Compared() {}

    static EditionPublished published(String terms, int number, String label, String day, String text) {
        return new EditionPublished(
                new TermsId(terms),
                new EditionNumber(number),
                ContentDigest.of(text),
                LocalDate.parse(day).atStartOfDay(Facts.TOKYO).toInstant(),
                content(label, day, text));
    }

    static EditionDrafted drafted(String terms, int number, String label, String day, String text) {
        return new EditionDrafted(new TermsId(terms), new EditionNumber(number), content(label, day, text));
    }

    private static EditionContent content(String label, String day, String text) {
        var change = new Change(Change.Procedure.NOTICE, Change.Ground.REASONABLE, Change.Regime.EARLIER, null);
        return new EditionContent(label, LocalDate.parse(day), LocalDate.parse(day), text, change, List.of());
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(Compared.class.getResourceAsStream("/seeds/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
