package org.consentledger.query.accesses;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.consentledger.query.platform.Malformed;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.query.platform.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looks, as he states it in the header {@code Access-Reason}: one line of at most 200 characters, as it is
 * or, where a client sends nothing but ASCII, as an extended value (RFC 8187 §3.2.1, {@code UTF-8''…}).
 *
 * @param text {@code null} where none is stated
 */
record StatedReason(@Nullable String text) {
    static final String HEADER = "Access-Reason";
    private static final String POINTER = "header:" + HEADER;
    private static final int LONGEST = 200;
    private static final String EXTENDED = "UTF-8''";
    private static final Pattern EXTENDED_FORM =
            Pattern.compile("UTF-8''(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9!#$&+.^_`|~-])*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*");

    /** @throws Malformed where it is too long, not one line, or not UTF-8 */
    static StatedReason of(@Nullable String header) {
        if (header == null) {
            return new StatedReason(null);
        }
        var text = decoded(header).strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Malformed(POINTER, Fault.TOO_LONG, LONGEST);
        }
        if (!ONE_LINE.matcher(text).matches()) {
            throw new Malformed(POINTER, Fault.NOT_ONE_LINE);
        }
        return new StatedReason(text.isEmpty() ? null : text);
    }

    /** Whether it only names a case, as an opaque identifier does, and so no person. */
    boolean isReference() {
        return text != null && Reference.isOne(text);
    }

    /** A server takes the bytes of a header for ISO 8859-1 (RFC 9110 §5.5). */
    private static String decoded(String header) {
        if (!header.regionMatches(true, 0, EXTENDED, 0, EXTENDED.length())) {
            return utf8(header);
        }
        if (!EXTENDED_FORM.matcher(header).matches()) {
            throw new Malformed(POINTER, Fault.NOT_UTF_8);
        }
        // What is a plus to a form is a plus here.
        return utf8(URLDecoder.decode(
                header.substring(EXTENDED.length()).replace("+", "%2B"), StandardCharsets.ISO_8859_1));
    }

    private static String utf8(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Malformed(POINTER, Fault.NOT_UTF_8);
        }
    }

    /** Without the text, which may name a person. */
    @Override
    public String toString() {
        return text == null ? "no reason" : "a reason";
    }
}
