package org.consentledger.command.platform;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for the controllers of this side, before anybody else does. */
@RestControllerAdvice("org.consentledger.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems extends Problems {}
