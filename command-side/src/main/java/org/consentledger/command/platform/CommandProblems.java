package org.consentledger.command.platform;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for the controllers of this side, before anybody else does. */
@RestControllerAdvice(CommandProblems.OUR_CONTROLLERS)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems extends Problems {
    /** The package below which they stand. */
    static final String OUR_CONTROLLERS = "org.consentledger.command";
}
