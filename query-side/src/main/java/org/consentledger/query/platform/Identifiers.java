package org.consentledger.query.platform;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.query.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;

/** Reads the identifiers of questions. Each takes the part of the request it stands in, such as {@code path:termsId}. */
public final class Identifiers {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Identifiers() {}

    public static TermsId terms(String pointer, @Nullable String value) {
        return read(pointer, value, TermsId::new, TermsId.PATTERN);
    }

    public static CustomerId customer(String pointer, @Nullable String value) {
        if (value != null && value.contains("@")) {
            throw new Malformed(pointer, Fault.NOT_A_MAIL_ADDRESS);
        }
        return read(pointer, value, CustomerId::new, CustomerId.PATTERN);
    }

    public static PurposeId purpose(String pointer, @Nullable String value) {
        return read(pointer, value, PurposeId::new, PurposeId.PATTERN);
    }

    /** Of an event, or of the record that it makes. */
    public static UUID event(String pointer, String value) {
        if (!UUID_FORM.matcher(value).matches()) {
            throw new Malformed(pointer, Fault.NOT_AN_IDENTIFIER, UUID_FORM.pattern());
        }
        return UUID.fromString(value);
    }

    /** One of a few words. */
    public static <E extends Enum<E>> E oneOf(String pointer, String value, Class<E> words) {
        for (var word : words.getEnumConstants()) {
            if (word.name().equals(value)) {
                return word;
            }
        }
        throw new Malformed(
                pointer,
                Fault.NOT_ONE_OF,
                Stream.of(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** Yes or no; no where it is not said. */
    public static boolean isTrue(String pointer, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed(pointer, Fault.NOT_ONE_OF, "true, false");
        };
    }

    public static EditionNumber edition(String pointer, String value) {
        return new EditionNumber(number(pointer, value, EditionNumber.MIN, EditionNumber.MAX));
    }

    /** A whole number in ASCII digits, as one writes it: without sign and leading zeros. */
    static int number(String pointer, String value, int least, int greatest) {
        if (value.matches("0|[1-9][0-9]{0,8}")) {
            int number = Integer.parseInt(value);
            if (least <= number && number <= greatest) {
                return number;
            }
        }
        throw new Malformed(pointer, Fault.OUT_OF_RANGE, Integer.toString(least), Integer.toString(greatest));
    }

    private static <I> I read(String pointer, @Nullable String value, Function<String, I> identifier, String pattern) {
        if (value == null) {
            throw new Malformed(pointer, Fault.MISSING);
        }
        try {
            return identifier.apply(value);
        } catch (IllegalArgumentException _) {
            throw new Malformed(pointer, Fault.NOT_AN_IDENTIFIER, pattern);
        }
    }
}
