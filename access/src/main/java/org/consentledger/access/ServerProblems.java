package org.consentledger.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.consentledger.access.AccessProblems.Code;
import org.consentledger.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Says no in the server's place, where a request does not even come to Spring: a path that is no path, for one. */
final class ServerProblems extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProblems.class);

    static void of(StandardHost host) {
        host.setErrorReportValveClass("");
        host.getPipeline().addValve(new ServerProblems());
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        var code = code(response.getStatus());
        var instance = "urn:uuid:" + UUID.randomUUID();
        switch (code) {
            case INTERNAL -> LOG.error("unforeseen failure {}", instance, failure);
            case MALFORMED -> response.setStatus(atMost499(response.getStatus()));
            default -> {}
        }
        var language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
            response.getReporter().write(AccessProblems.text(code, response.getStatus(), instance, language, ""));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client left before its answer", e);
        }
    }

    private static Code code(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> Code.PATH_UNKNOWN;
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Code.METHOD_NOT_ALLOWED;
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> Code.UNAVAILABLE;
            case HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED ->
                Code.MALFORMED;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? Code.MALFORMED : Code.INTERNAL;
        };
    }

    /** A transfer coding or a version that the server does not know (501, 505) is the client's mistake, not a failure of ours. */
    private static int atMost499(int status) {
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? status : HttpServletResponse.SC_BAD_REQUEST;
    }
}
