package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;

/** A page that says what an API declined, for a controller that has nothing better to say. */
@ControllerAdvice("org.consentledger.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    String declined(ApiDeclined declined, HttpServletResponse response, Model model) {
        response.setStatus(declined.status().value());
        model.addAttribute("problem", declined.problem());
        model.addAttribute("status", declined.status().value());
        return "problem";
    }

    @ExceptionHandler
    String notReached(ResourceAccessException e, HttpServletResponse response, Model model) {
        var incident = UUID.randomUUID();
        LOG.warn("an API was not reached (incident {})", incident, e);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("problem", ApiDeclined.Problem.NOT_TOLD);
        model.addAttribute("status", HttpStatus.SERVICE_UNAVAILABLE.value());
        model.addAttribute("incident", incident);
        return "problem";
    }
}
