package org.consentledger.console.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells times as a page does: civil times of the terms' zone, in the page's language. */
public record Clock(ZoneId zone, Locale language) {
    private static final DateTimeFormatter JAPANESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final Pattern WRITTEN =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** To the second; nothing where there is no time. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var there = instant.atZone(zone);
        return day(there.toLocalDate()) + " " + TIME.format(there);
    }

    /** A time that an API wrote, as {@link #time} tells it; anything else, such as a position, as it is. */
    public String told(String written) {
        try {
            return time(Instant.parse(written));
        } catch (DateTimeParseException _) {
            return written;
        }
    }

    /** A sentence with the times in it that an API wrote, each as {@link #time} tells it. */
    String toldWithin(String sentence) {
        return WRITTEN.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(told(found.group())));
    }

    public String day(LocalDate day) {
        return (language.equals(Locale.ENGLISH) ? ENGLISH_DAY : JAPANESE_DAY).format(day);
    }

    /**
     * What a browser's field for date and time holds, which knows no zone, as the APIs write a time; anything else stays as
     * it is, for the API to judge.
     */
    public static @Nullable String asked(@Nullable String field, ZoneId zone) {
        if (field == null || field.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(field.strip()).atZone(zone).toInstant().toString();
        } catch (DateTimeParseException _) {
            return field.strip();
        }
    }
}
