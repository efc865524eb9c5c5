package org.consentledger.command.platform;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for requests that belong to no controller, when nobody else does. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemsOfNobody extends Problems {}
