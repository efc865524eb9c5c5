package org.consentledger.command.platform;

import org.consentledger.command.platform.Malformed.Fault;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A value in a body is wrong in a way that the JSON reader itself does not know; the reader adds the path. */
final class MalformedValue extends DatabindException {
    private final Fault fault;
    private final transient Object[] arguments;

    MalformedValue(JsonParser parser, Fault fault, Object... arguments) {
        super(parser, fault.name());
        this.fault = fault;
        this.arguments = arguments;
    }

    Malformed at(String pointer) {
        return new Malformed(pointer, fault, arguments);
    }
}
