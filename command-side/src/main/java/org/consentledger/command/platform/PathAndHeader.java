package org.consentledger.command.platform;

import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.events.CustomerId;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which part of a path, which header or which parameter is not of its form. What stood there is never repeated. */
final class PathAndHeader {
    private PathAndHeader() {}

    static Malformed malformed(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(RequestHeader.class)) {
            return new Malformed("header:" + e.getName(), Fault.HEADER_WRONG, e.getName());
        }
        String pointer =
                (e.getParameter().hasParameterAnnotation(RequestParam.class) ? "query:" : "path:") + e.getName();
        Class<?> type = e.getParameter().getParameterType();
        return type == CustomerId.class && String.valueOf(e.getValue()).contains("@")
                ? new Malformed(pointer, Fault.NOT_A_MAIL_ADDRESS)
                : new Malformed(pointer, Fault.WRONG_VALUE, StrictJson.expected(type));
    }
}
