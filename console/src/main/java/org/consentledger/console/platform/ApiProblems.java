package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page that says what an API declined, or what failed, for a controller that has nothing better to say. */
@ControllerAdvice("org.consentledger.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final EveryPage everyPage;

    ApiProblems(EveryPage everyPage) {
        this.everyPage = everyPage;
    }

    @ExceptionHandler
    String declined(ApiDeclined declined, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (declined.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            return loginAfresh(request);
        }
        return problem(declined.status().value(), declined.problem(), request, response, model);
    }

    /** The token has ended, and the issuer gives no other for the old login. */
    @ExceptionHandler(ClientAuthorizationException.class)
    String loginHasEnded(HttpServletRequest request) {
        return loginAfresh(request);
    }

    @ExceptionHandler({TypeMismatchException.class, BindException.class})
    String misread(HttpServletRequest request, HttpServletResponse response, Model model) {
        return problem(HttpStatus.BAD_REQUEST.value(), ApiDeclined.Problem.NOT_TOLD, request, response, model);
    }

    @ExceptionHandler
    String failed(Exception e, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (e instanceof ErrorResponse known) {
            return problem(known.getStatusCode().value(), ApiDeclined.Problem.NOT_TOLD, request, response, model);
        }
        var incident = UUID.randomUUID();
        LOG.error("a page could not be made (incident {})", incident, e);
        model.addAttribute("incident", incident);
        return problem(HttpStatus.SERVICE_UNAVAILABLE.value(), ApiDeclined.Problem.NOT_TOLD, request, response, model);
    }

    /** What surrounds every page is not in the model of a handler that failed. */
    private String problem(
            int status,
            ApiDeclined.Problem problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        everyPage.surround(model, request);
        model.addAttribute("problem", problem);
        model.addAttribute("status", status);
        return "problem";
    }

    /** To the same page where it was asked for; a form's answer is not recorded, and begins anew. */
    private static String loginAfresh(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var here = request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
        return "redirect:" + ("GET".equals(request.getMethod()) ? here : "/console/");
    }
}
