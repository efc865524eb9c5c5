package org.consentledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.consentledger.access.RequestFirewall.HeaderRejected;
import org.consentledger.texts.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says no to who calls, as a problem (RFC 9457) with a stable code and the challenge of a bearer token (RFC 6750 §3). Why
 * a token was not taken is not told: it would help nobody but a forger.
 */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final Texts TEXTS = new Texts(AccessProblems.class, "access");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RETRY_SECONDS = "5";

    enum Code {
        /** The path, a header or the frame of the message is none that we take. */
        MALFORMED(HttpStatus.BAD_REQUEST),
        /** No token, or none that is valid here and now. */
        UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
        /** The token does not allow it. */
        FORBIDDEN(HttpStatus.FORBIDDEN),
        /** More calls than are taken of one caller. */
        TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
        PATH_UNKNOWN(HttpStatus.NOT_FOUND),
        METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
        /** The server takes no requests now. */
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        /** The issuer's keys cannot be had now, so that no token can be checked. */
        ISSUER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Code(HttpStatus status) {
            this.status = status;
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            write(request, response, Code.ISSUER_UNAVAILABLE);
        } else {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    failure instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
            write(request, response, Code.UNAUTHENTICATED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        write(request, response, Code.FORBIDDEN);
    }

    /** The firewall of Spring Security refuses paths and headers that two readers might understand differently. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        write(request, response, Code.MALFORMED, rejected instanceof HeaderRejected ? "header" : "path");
    }

    /** @param wait until the next call is taken; told in seconds (RFC 9110 §10.2.3) */
    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
        write(request, response, Code.TOO_MANY_REQUESTS);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Code code) throws IOException {
        write(request, response, code, "");
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Code code, String pointer)
            throws IOException {
        ObservedRequests.declined(request, code);
        var language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatus(code.status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream()
                .write(text(code, code.status.value(), "urn:uuid:" + UUID.randomUUID(), language, pointer)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The problem as JSON (RFC 9457).
     *
     * @param instance names this one occurrence
     * @param pointer to what is malformed: {@code path}, {@code header}, or nothing where it is the message as a whole
     */
    static String text(Code code, int status, String instance, Locale language, String pointer) {
        var name = code.name();
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:consent-ledger:problem:" + name);
        members.put("title", TEXTS.say(language, name + ".title"));
        members.put("status", status);
        members.put("detail", TEXTS.say(language, name + ".detail", instance));
        members.put("instance", instance);
        members.put("code", name);
        if (code == Code.MALFORMED) {
            members.put("pointer", pointer);
        }
        return JSON.writeValueAsString(members);
    }
}
