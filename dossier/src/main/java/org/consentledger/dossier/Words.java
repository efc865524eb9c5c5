package org.consentledger.dossier;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.consentledger.answer.EditionName;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.texts.Texts;

/** The words of a report in one language, with days and times of day in the terms' zone. */
record Words(Locale language, ZoneId zone) {
    private static final Texts TEXTS = new Texts(Report.class, "report");

    String say(String key, Object... arguments) {
        return TEXTS.say(language, key, arguments);
    }

    boolean know(String key) {
        return TEXTS.knows(language, key);
    }

    String moment(Instant instant) {
        return formatted("moment", instant);
    }

    /** A moment without its zone, which is said elsewhere. */
    String time(Instant instant) {
        return formatted("time", instant);
    }

    String day(Instant instant) {
        return formatted("day", instant);
    }

    String edition(EditionPublished edition) {
        return edition(edition.content().label(), edition.edition());
    }

    String edition(String label, EditionNumber number) {
        return EditionName.of(language, label, number);
    }

    private String formatted(String pattern, Instant instant) {
        return TEXTS.times(language, pattern).format(instant.atZone(zone));
    }
}
