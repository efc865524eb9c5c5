package org.consentledger.query.platform;

import java.util.regex.Pattern;

/** What only names a case, such as the number of a ticket or a matter: as an opaque identifier does, and so no person. */
public final class Reference {
    public static final String FORM = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._:/#-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Reference() {}

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }
}
