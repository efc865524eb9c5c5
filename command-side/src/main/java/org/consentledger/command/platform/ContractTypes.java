package org.consentledger.command.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** How strings, days, times, identifiers and their like stand in a body: in the one form the contract gives each. */
final class ContractTypes extends SimpleModule {
    private static final Pattern PERIOD = Pattern.compile("P(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?");

    ContractTypes() {
        super("contract-types");
        addDeserializer(String.class, new SingleLineText());
        addDeserializer(Instant.class, new Strict<>(Instant.class, "time", ContractTimes::time));
        addDeserializer(LocalDate.class, new Strict<>(LocalDate.class, "day", ContractTimes::day));
        addDeserializer(Period.class, new Strict<>(Period.class, "period", ContractTypes::period));
        addDeserializer(ZoneId.class, new Strict<>(ZoneId.class, "zone", ZoneId::of));
        addDeserializer(TermsId.class, new Strict<>(TermsId.class, "termsid", TermsId::new));
        addDeserializer(PurposeId.class, new Strict<>(PurposeId.class, "purposeid", PurposeId::new));
        addDeserializer(ContentDigest.class, new Strict<>(ContentDigest.class, "contentdigest", ContentDigest::new));
        addDeserializer(EditionNumber.class, new EditionNumberInBody());
        addKeyDeserializer(PurposeId.class, new PurposeIdAsName());
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

    /** A string that may hold tabs, line breaks and page breaks. */
    static final class MultiLineText extends Text {
        MultiLineText() {
            super(MultiLine.ALLOWED);
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
            return stringIn(parser, allowed, "string");
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
            String text = stringIn(parser, "", expected);
            try {
                return form.apply(text);
            } catch (DateTimeException | IllegalArgumentException _) {
                throw new MalformedValue(parser, Fault.WRONG_VALUE, expected);
            }
        }
    }

    private static final class EditionNumberInBody extends StdScalarDeserializer<EditionNumber> {
        EditionNumberInBody() {
            super(EditionNumber.class);
        }

        @Override
        public EditionNumber deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() == JsonParser.NumberType.INT
                    && parser.getIntValue() >= EditionNumber.MIN
                    && parser.getIntValue() <= EditionNumber.MAX) {
                return new EditionNumber(parser.getIntValue());
            }
            throw new MalformedValue(parser, Fault.WRONG_VALUE, "editionnumber");
        }
    }

    /** The name of a member that stands for a purpose; the reader leaves such a name out of the path. */
    private static final class PurposeIdAsName extends KeyDeserializer {
        @Override
        public PurposeId deserializeKey(String name, DeserializationContext context) {
            try {
                return new PurposeId(name);
            } catch (IllegalArgumentException _) {
                throw new MalformedValue(context.getParser(), Fault.WRONG_VALUE, "purposeid").prependPath(null, name);
            }
        }
    }

    private static String stringIn(JsonParser parser, String allowed, String expected) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedValue(parser, Fault.WRONG_VALUE, expected);
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
