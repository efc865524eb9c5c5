package org.consentledger.command.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consentledger.command.platform.Malformed.Fault;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How strings, days, times, periods and zones stand in a body: in the one form that the contract gives each. */
final class ContractTypes extends SimpleModule {
    /** RFC 3339 with an offset; a leap second is not taken. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern PERIOD = Pattern.compile("P(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");

    ContractTypes() {
        super("contract-types");
        addDeserializer(String.class, new SingleLineText());
        addDeserializer(Instant.class, new Strict<>(Instant.class, "time", ContractTypes::time));
        addDeserializer(LocalDate.class, new Strict<>(LocalDate.class, "day", text -> LocalDate.parse(text, DAY)));
        addDeserializer(Period.class, new Strict<>(Period.class, "period", ContractTypes::period));
        addDeserializer(ZoneId.class, new Strict<>(ZoneId.class, "zone", ZoneId::of));
    }

    private static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not RFC 3339");
        }
        return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    }

    private static Period period(String text) {
        if (text.length() < 3 || !PERIOD.matcher(text).matches()) {
            throw new DateTimeException("not a civil period");
        }
        return Period.parse(text);
    }

    /** A string without any control character. */
    static final class SingleLineText extends Text {
        SingleLineText() {
            super("");
        }
    }

    /** A string that may hold tabs and line breaks. */
    static final class MultiLineText extends Text {
        MultiLineText() {
            super("\t\n\r");
        }
    }

    abstract static class Text extends StdScalarDeserializer<String> {
        private final String allowed;

        Text(String allowed) {
            super(String.class);
            this.allowed = allowed;
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return stringIn(parser, allowed);
        }
    }

    private static final class Strict<T> extends StdScalarDeserializer<T> {
        private final String expected;
        private final Function<String, T> form;

        Strict(Class<T> type, String expected, Function<String, T> form) {
            super(type);
            this.expected = expected;
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String text = stringIn(parser, "");
            try {
                return form.apply(text);
            } catch (DateTimeException _) {
                throw new MalformedValue(parser, Fault.WRONG_VALUE, expected);
            }
        }
    }

    private static String stringIn(JsonParser parser, String allowed) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedValue(parser, Fault.WRONG_VALUE, "string");
        }
        String text = parser.getString();
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isISOControl(unit) && allowed.indexOf(unit) < 0) {
                throw new MalformedValue(parser, Fault.CONTROL_CHARACTER);
            }
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    throw new MalformedValue(parser, Fault.LONE_SURROGATE);
                }
                at++;
            }
        }
        return text;
    }
}
