package org.consentledger.ledger.personal;

import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in an event's JSON in the place of a member that could name a person:
 * {@code {"$enc":"A256GCM","kid":…,"iv":…,"ct":…}}, nonce and ciphertext with its tag in base64url (RFC 4648 §5)
 * without padding, the algorithm by its name in RFC 7518 §5.3.
 *
 * @param kid id of the data key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealedMember(String kid, byte[] nonce, byte[] ciphertext) {
    static final String MARK = "$enc";
    private static final String ALGORITHM = "A256GCM";
    private static final int MEMBERS = 4;

    static boolean is(JsonNode node) {
        return node.isObject() && node.has(MARK);
    }

    /** @throws SealBroken where it has not this form */
    static SealedMember parse(JsonNode node) {
        if (node.size() != MEMBERS || !ALGORITHM.equals(text(node, MARK))) {
            throw new SealBroken("it is not sealed by " + ALGORITHM);
        }
        return new SealedMember(text(node, "kid"), bytes(node, "iv"), bytes(node, "ct"));
    }

    /** Whose key it is; empty where the id is none. What follows the last colon is the version. */
    String customer() {
        return kid.substring(0, Math.max(0, kid.lastIndexOf(':')));
    }

    ObjectNode json() {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return JsonNodeFactory.instance
                .objectNode()
                .put(MARK, ALGORITHM)
                .put("kid", kid)
                .put("iv", base64.encodeToString(nonce))
                .put("ct", base64.encodeToString(ciphertext));
    }

    private static byte[] bytes(JsonNode node, String member) {
        try {
            return Base64.getUrlDecoder().decode(text(node, member));
        } catch (IllegalArgumentException e) {
            throw new SealBroken(member + " is not base64url", e);
        }
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        if (!value.isString()) {
            throw new SealBroken(member + " is missing");
        }
        return value.stringValue();
    }
}
