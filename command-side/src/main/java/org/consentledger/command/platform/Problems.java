package org.consentledger.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.consentledger.access.ObservedRequests;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.texts.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says no: every failure becomes a problem (RFC 9457) with a stable code and a text in the client's language. */
abstract class Problems {
    private static final String RETRY_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return problem(request, new Malformed("", Fault.NOT_JSON), new HttpHeaders());
    }

    /** The frame of the body broke, or its sender left before its end. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenBody(BadRequestException e, HttpServletRequest request) {
        return problem(request, new Malformed("", Fault.NOT_WHOLE), new HttpHeaders());
    }

    /** The server decodes parameters when they are first asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenQuery(InvalidParameterException e, HttpServletRequest request) {
        return problem(request, new Malformed("query", Fault.NOT_UTF_8), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> headerMissing(MissingRequestHeaderException e, HttpServletRequest request) {
        var malformed = new Malformed("header:" + e.getHeaderName(), Fault.HEADER_MISSING, e.getHeaderName());
        return problem(request, malformed, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return problem(request, PathAndHeader.malformed(e), new HttpHeaders());
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> unknownPath(Exception e, HttpServletRequest request) {
        return problem(request, new CommandRejected(Code.PATH_UNKNOWN), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return problem(request, new CommandRejected(Code.METHOD_NOT_ALLOWED), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return problem(request, new CommandRejected(Code.UNSUPPORTED_MEDIA_TYPE), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return problem(request, new CommandRejected(Code.NOT_ACCEPTABLE), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e, HttpServletRequest request) {
        return problem(request, Failures.asRejection(e), new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, CommandRejected rejected, HttpHeaders more) {
        Locale language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Code code = rejected.code();
        ObservedRequests.declined(request, code);
        return ResponseEntity.status(code.status())
                .headers(headers -> {
                    headers.addAll(more);
                    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                    headers.setContentLanguage(language);
                    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
                    if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                    }
                })
                .body(describe(rejected, language));
    }

    /** The problem in that language. It never repeats the path, since what stood there may name a person. */
    static ProblemDetail describe(CommandRejected rejected, Locale language) {
        Code code = rejected.code();
        var problem = ProblemDetail.forStatus(code.status());
        problem.setType(URI.create("urn:consent-ledger:problem:" + code));
        problem.setTitle(ProblemTexts.title(rejected, language));
        problem.setDetail(ProblemTexts.detail(rejected, language));
        problem.setInstance(URI.create(
                code == Code.INTERNAL ? rejected.arguments()[0].toString() : "urn:uuid:" + UUID.randomUUID()));
        problem.setProperty("code", code.name());
        if (rejected instanceof Malformed malformed) {
            problem.setProperty("pointer", malformed.pointer());
        }
        if (rejected instanceof RetentionRunning running) {
            problem.setProperty("keptUntil", running.keptUntil());
        }
        return problem;
    }
}
