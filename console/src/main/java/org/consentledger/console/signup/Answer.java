package org.consentledger.console.signup;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent who looked at the terms.
 *
 * @param answer {@code accept} or {@code refuse}; anything else is no answer
 * @param channel by which the customer said it, where staff answers in his place
 * @param reason why staff does
 */
record Answer(
        @Nullable String answer,
        @Nullable String channel,
        @Nullable String reason) {
    /** Begins the name of a field with the choice about one purpose of use. */
    static final String CHOICE = "choice-";

    private static final int LONGEST_USER_AGENT = 1000;

    boolean isOne() {
        return isAcceptance() || "refuse".equals(answer);
    }

    boolean isAcceptance() {
        return "accept".equals(answer);
    }

    /**
     * The body of the act.
     *
     * @param onBehalf whether whoever is logged in is staff that acts for customers, so that the browser is not a customer's
     * @param userAgent of the browser. Its address is not stated: behind a proxy it would be the proxy's
     */
    Map<String, Object> body(
            String presentation, Map<String, String> choices, boolean onBehalf, @Nullable String userAgent) {
        var body = new TreeMap<String, Object>(Map.of("presentation", presentation));
        if (onBehalf) {
            body.put("channel", Objects.requireNonNullElse(channel, "STORE"));
            body.put(
                    "actor",
                    Map.of(
                            "kind",
                            "STAFF",
                            "reason",
                            Objects.requireNonNullElse(reason, "").strip()));
        } else {
            body.put("channel", "WEB");
            body.put("actor", Map.of("kind", "SELF"));
            if (userAgent != null && !userAgent.isBlank()) {
                var length = Math.min(userAgent.length(), LONGEST_USER_AGENT);
                body.put("evidence", Map.of("userAgent", userAgent.substring(0, length)));
            }
        }
        if (isAcceptance()) {
            body.put("decisions", choices);
        }
        return body;
    }

    /** The choices among the fields of a form, each only where somebody made it. */
    static Map<String, String> choices(Map<String, String> fields) {
        var choices = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), value);
            }
        });
        return choices;
    }
}
