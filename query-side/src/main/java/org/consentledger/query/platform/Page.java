package org.consentledger.query.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consentledger.query.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, by key: what is added meanwhile neither repeats nor hides an item.
 *
 * @param next the cursor of the part that follows; {@code null} at the end
 * @param ledgerSize with how many leaves of the ledger this part agrees
 */
public record Page<T>(List<T> items, @Nullable String next, long ledgerSize) {

    /**
     * Which part is asked for.
     *
     * @param limit how many items at most
     * @param after the key after which the part begins; {@code null} for the beginning
     */
    public record Asked(int limit, @Nullable String after) {
        static final int USUAL = 50;
        static final int MOST = 500;
        private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

        public static Asked of(@Nullable String limit, @Nullable String cursor) {
            return new Asked(
                    limit == null ? USUAL : Identifiers.number("query:limit", limit, 1, MOST),
                    cursor == null ? null : decoded(cursor));
        }

        /**
         * The key after which the part begins, where keys are whole numbers.
         *
         * @param beginning of the list
         */
        public long afterNumber(long beginning) {
            if (after == null) {
                return beginning;
            }
            if (!NUMBER.matcher(after).matches()) {
                throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
            }
            return Long.parseLong(after);
        }

        private static String decoded(String cursor) {
            try {
                var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (KEY.matcher(key).matches()) {
                    return key;
                }
            } catch (IllegalArgumentException _) {
                throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
            }
            throw new Malformed("query:cursor", Fault.NOT_A_CURSOR);
        }
    }

    /**
     * The part asked for.
     *
     * @param found up to one item more than asked for, in the order of their keys
     */
    public static <T> Page<T> of(List<T> found, Asked asked, Function<T, String> key, long ledgerSize) {
        if (found.size() <= asked.limit()) {
            return new Page<>(List.copyOf(found), null, ledgerSize);
        }
        var items = List.copyOf(found.subList(0, asked.limit()));
        var last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(last), ledgerSize);
    }
}
