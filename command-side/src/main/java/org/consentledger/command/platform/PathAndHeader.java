package org.consentledger.command.platform;

import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.CustomerId;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which part of a path, or which header, is not of its form. What stood there is never repeated. */
final class PathAndHeader {
    private PathAndHeader() {}

    static Malformed malformed(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(RequestHeader.class)) {
            return new Malformed("header:" + e.getName(), Fault.HEADER_WRONG, e.getName());
        }
        String pointer = "path:" + e.getName();
        Class<?> type = e.getParameter().getParameterType();
        return type == CustomerId.class && String.valueOf(e.getValue()).contains("@")
                ? new Malformed(pointer, Fault.NOT_A_MAIL_ADDRESS)
                : new Malformed(pointer, Fault.WRONG_VALUE, StrictJson.expected(type));
    }
}
