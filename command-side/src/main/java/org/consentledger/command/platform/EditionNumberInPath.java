package org.consentledger.command.platform;

import java.util.regex.Pattern;
import org.consentledger.events.EditionNumber;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the number of an edition from a path: decimal digits without a sign or leading zeros. */
@Component
class EditionNumberInPath implements Converter<String, EditionNumber> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,3}");

    @Override
    public EditionNumber convert(String digits) {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("an edition number is 1 to 9999");
        }
        return new EditionNumber(Integer.parseInt(digits));
    }
}
