package org.consentledger.command.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Says no in the server's place, where a request does not even come to Spring: a path that is no path, for one. */
final class ServerProblems extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProblems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        var language = Texts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = Problems.describe(problem(response.getStatus(), failure), language);
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.getType());
        members.put("title", problem.getTitle());
        members.put("status", response.getStatus());
        members.put("detail", problem.getDetail());
        members.put("instance", problem.getInstance());
        if (problem.getProperties() != null) {
            members.putAll(problem.getProperties());
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
            response.getReporter().write(JSON.writeValueAsString(members));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("the client left before its answer", e);
        }
    }

    private static CommandRejected problem(int status, Throwable failure) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> new CommandRejected(Code.PATH_UNKNOWN);
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> new CommandRejected(Code.METHOD_NOT_ALLOWED);
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> new CommandRejected(Code.UNAVAILABLE);
            default -> {
                if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                    yield new Malformed("", Fault.NOT_HTTP);
                }
                String id = "urn:uuid:" + UUID.randomUUID();
                LOG.error("unforeseen failure {}", id, failure);
                yield new CommandRejected(Code.INTERNAL, id);
            }
        };
    }
}
