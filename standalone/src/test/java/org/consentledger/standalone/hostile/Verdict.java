package org.consentledger.standalone.hostile;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is one that a hostile request may get. */
final class Verdict {
    /** What may be answered with 503, since the client may ask again: what was asked for is not there yet. */
    private static final Set<String> LATER = Set.of("PROJECTION_BEHIND", "NOT_YET_SIGNED");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");

    /** Names of our parts, and words that only a failure of them would put there. */
    private static final Pattern LEAK = Pattern.compile(
            "org\\.|java\\.|jdk\\.|sun\\.|\\bat [a-z]+\\.|Exception|Throwable|StackTrace|PSQL|SQLSTATE|jackson|tomcat|axon|spring|"
                    + "postgres|INSERT INTO|SELECT .* FROM|/work/|/tmp/|\\.java|nested",
            Pattern.CASE_INSENSITIVE);

    private Verdict() {}

    /** What is wrong with it; empty where nothing is. */
    static Optional<String> fault(Message message, Answer answer) {
        if (answer.status() == 0) {
            return Optional.of("no answer");
        }
        if (answer.status() < 400) {
            return answer.status() >= 300 && answer.status() != 304 ? Optional.of("a redirection") : Optional.empty();
        }
        if (message.method().equals("HEAD")) {
            return answer.status() >= 500 ? Optional.of("5xx") : Optional.empty();
        }
        return problem(answer);
    }

    private static Optional<String> problem(Answer answer) {
        var problem = json(answer);
        var code = problem.path("code").asString("");
        if (answer.status() >= 500 && !(answer.status() == 503 && LATER.contains(code))) {
            return Optional.of("5xx");
        }
        if (!answer.header("content-type").orElse("").startsWith("application/problem+json")) {
            return Optional.of("no problem+json");
        }
        if (!CODE.matcher(code).matches() || problem.path("status").asInt(0) != answer.status()) {
            return Optional.of("no code or another status");
        }
        var leak = LEAK.matcher(answer.text());
        return leak.find() ? Optional.of("tells " + leak.group()) : Optional.empty();
    }

    private static JsonNode json(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }
}
