package org.consentledger.ledger.personal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/** Reads {@code null} where a text or a list is expected and what stands there is sealed, without looking into it. */
public final class ReadClosed extends DeserializationProblemHandler {
    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType expected,
            @Nullable JsonToken token,
            JsonParser parser,
            @Nullable String failure) {
        if (token != JsonToken.START_OBJECT || !SealedMember.MARK.equals(parser.nextName())) {
            return NOT_HANDLED;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.skipChildren();
        }
        return null;
    }
}
