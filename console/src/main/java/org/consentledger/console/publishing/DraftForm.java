package org.consentledger.console.publishing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What somebody typed into the form of a draft, as the command side is told it.
 *
 * @param revisedOn a day, as the form has it
 * @param effectiveOn the same
 * @param ground {@code null} where none was chosen
 */
record DraftForm(
        String label,
        String revisedOn,
        String effectiveOn,
        String text,
        String procedure,
        @Nullable String ground,
        @Nullable String summary) {

    /**
     * Forms send the ends of lines as CR LF (HTML, "constructing the entry list"), and an empty field for nothing. What was
     * not sent is {@code null} here, whatever its type says, until {@link #whole} was asked.
     */
    DraftForm {
        if (text != null) {
            text = text.replace("\r\n", "\n");
        }
        ground = ground == null || ground.isBlank() ? null : ground;
        summary = summary == null || summary.isBlank() ? null : summary.replace("\r\n", "\n");
    }

    /** @throws ResponseStatusException 400 where a field was not sent, which no page's form does */
    DraftForm whole() {
        requireSent(label, revisedOn, effectiveOn, text, procedure);
        return this;
    }

    static void requireSent(@Nullable String... fields) {
        for (var field : fields) {
            if (field == null) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        }
    }
}
