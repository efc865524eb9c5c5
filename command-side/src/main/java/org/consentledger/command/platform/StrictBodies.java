package org.consentledger.command.platform;

import jakarta.validation.Validator;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads records marked {@link Body}, from a request or from elsewhere: strictly, and to what their constraints say. */
@Component
public final class StrictBodies {
    private final StrictJson json = new StrictJson();
    private final Validator validator;

    StrictBodies(Validator validator) {
        this.validator = validator;
    }

    /**
     * One JSON object in UTF-8, of which nobody knows yet what its members mean.
     *
     * @throws Malformed where it is none
     */
    public ObjectNode object(byte[] text) {
        return json.read(ObjectNode.class, text);
    }

    /**
     * The body that the object is.
     *
     * @throws Malformed with the pointer to what is wrong
     */
    public <T> T read(Class<T> type, ObjectNode object) {
        return valid(json.read(type, object));
    }

    <T> T read(Class<T> type, byte[] text) {
        return valid(json.read(type, text));
    }

    private <T> T valid(T body) {
        validator.validate(body).stream()
                .map(ViolatedConstraint::malformed)
                .min(Comparator.comparing(Malformed::pointer))
                .ifPresent(malformed -> {
                    throw malformed;
                });
        return body;
    }
}
