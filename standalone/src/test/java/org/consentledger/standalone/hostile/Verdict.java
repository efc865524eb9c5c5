package org.consentledger.standalone.hostile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is one that a hostile request may get. */
final class Verdict {
    private static final int ERROR = 400;
    private static final int FAILURE = 500;
    private static final int UNAVAILABLE = 503;

    /** What may be answered with 503, since the client may ask again: it is not there yet, or somebody else is first. */
    private static final Set<String> LATER = Set.of("PROJECTION_BEHIND", "NOT_YET_SIGNED", "TOO_MANY_DOSSIERS");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");

    /** Names of our parts, and words that only a failure of them would put there. */
    private static final Pattern LEAK = Pattern.compile(
            "org\\.|java\\.|jdk\\.|sun\\.|\\bat [a-z]+\\.|Exception|Throwable|StackTrace|PSQL|SQLSTATE|jackson|tomcat|axon|spring|"
                    + "postgres|INSERT INTO|SELECT .* FROM|/tmp/|\\.java|nested|"
                    + Pattern.quote(Path.of("..").toAbsolutePath().normalize().toString()),
            Pattern.CASE_INSENSITIVE);

    private Verdict() {}

    /** What is wrong with an answer of the API; empty where nothing is. */
    static Optional<String> fault(Message message, Answer answer) {
        return faultAnywhere(message, answer)
                .or(() -> answer.status() < ERROR || message.method().equals("HEAD")
                        ? Optional.empty()
                        : faultOfProblem(answer));
    }

    /** What is wrong with an answer of whatever else the product serves, which has forms of its own for its errors. */
    static Optional<String> faultAnywhere(Message message, Answer answer) {
        if (answer.status() == 0) {
            // Whoever breaks his own message off may find the connection closed.
            return message.cut() ? Optional.empty() : Optional.of("no answer");
        }
        if (answer.status() >= FAILURE && !(answer.status() == UNAVAILABLE && LATER.contains(code(answer)))) {
            return Optional.of("5xx");
        }
        var place = answer.header("location").orElse("/");
        if (!place.matches("/([^/].*)?|http://127\\.0\\.0\\.1(:\\d+)?/.*")) {
            return Optional.of("leads elsewhere: " + place);
        }
        var leak = LEAK.matcher(answer.text());
        return answer.status() >= ERROR && leak.find() ? Optional.of("tells " + leak.group()) : Optional.empty();
    }

    private static Optional<String> faultOfProblem(Answer answer) {
        if (!answer.header("content-type").orElse("").startsWith("application/problem+json")) {
            return Optional.of("no problem+json");
        }
        return CODE.matcher(code(answer)).matches()
                        && json(answer).path("status").asInt(0) == answer.status()
                ? Optional.empty()
                : Optional.of("no code or another status");
    }

    private static String code(Answer answer) {
        return json(answer).path("code").asString("");
    }

    private static JsonNode json(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.text());
        } catch (JacksonException _) {
            return JsonMapper.shared().missingNode();
        }
    }
}
