package org.consentledger.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.apache.coyote.BadRequestException;
import org.consentledger.access.ObservedRequests;
import org.consentledger.ledger.personal.MasterKeyMissing;
import org.consentledger.ledger.serializer.NotOfThisRelease;
import org.consentledger.query.platform.Malformed.Fault;
import org.consentledger.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Says no: every failure becomes a problem (RFC 9457) with a stable code and a text in the client's language. What
 * nobody foresaw is logged under an id, and the client learns the id alone.
 */
abstract class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final Texts TEXTS = new Texts(Problems.class, "problems");
    private static final String RETRY_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(QuestionRejected rejected, HttpServletRequest request) {
        return problem(request, rejected, new HttpHeaders());
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> unknownPath(Exception e, HttpServletRequest request) {
        return problem(request, new QuestionRejected(Code.PATH_UNKNOWN), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return problem(request, new QuestionRejected(Code.METHOD_NOT_ALLOWED), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return problem(request, new QuestionRejected(Code.UNSUPPORTED_MEDIA_TYPE), e.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return problem(request, new QuestionRejected(Code.NOT_ACCEPTABLE), new HttpHeaders());
    }

    /** The frame of the body broke, or its sender left before its end. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenBody(BadRequestException e, HttpServletRequest request) {
        return problem(request, new Malformed("", Fault.NOT_WHOLE), new HttpHeaders());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException e, HttpServletRequest request) {
        LOG.error("a question could not be put to the database", e);
        return problem(request, new QuestionRejected(Code.UNAVAILABLE), new HttpHeaders());
    }

    /** A process without the master keys shows nothing that is sealed, rather than what looks erased. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> sealed(MasterKeyMissing e, HttpServletRequest request) {
        LOG.error("what could name a person could not be opened", e);
        return problem(request, new QuestionRejected(Code.UNAVAILABLE), new HttpHeaders());
    }

    /** Another process, of a newer release, can answer it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notOfThisRelease(NotOfThisRelease e, HttpServletRequest request) {
        LOG.error("what was recorded cannot be read by this release", e);
        return problem(request, new QuestionRejected(Code.UNAVAILABLE), new HttpHeaders());
    }

    @ExceptionHandler
    void brokenOff(AnswerBrokenOff e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception e, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        LOG.error("unforeseen failure {}", id, e);
        return problem(request, new QuestionRejected(Code.INTERNAL, id), new HttpHeaders());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, QuestionRejected rejected, HttpHeaders more) {
        var language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Code code = rejected.code();
        ObservedRequests.declined(request, code);
        var problem = ProblemDetail.forStatus(code.status());
        problem.setType(URI.create("urn:consent-ledger:problem:" + code));
        problem.setTitle(TEXTS.say(language, code + ".title"));
        problem.setDetail(rejected.told(language));
        problem.setInstance(
                URI.create("urn:uuid:" + (code == Code.INTERNAL ? rejected.arguments()[0] : UUID.randomUUID())));
        problem.setProperty("code", code.name());
        if (rejected instanceof Malformed malformed) {
            problem.setProperty("pointer", malformed.pointer());
        }
        if (code == Code.INTERNAL) {
            problem.setProperty("id", rejected.arguments()[0]);
        }
        return ResponseEntity.status(code.status())
                .headers(headers -> {
                    headers.addAll(more);
                    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                    headers.setContentLanguage(language);
                    headers.setCacheControl(CacheControl.noStore());
                    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
                    if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                    }
                })
                .body(problem);
    }
}
