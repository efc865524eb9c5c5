package org.consentledger.console.publishing;

import org.jspecify.annotations.Nullable;

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

    /** Forms send the ends of lines as CR LF (HTML, "constructing the entry list"), and an empty field for nothing. */
    DraftForm {
        text = text.replace("\r\n", "\n");
        ground = ground == null || ground.isBlank() ? null : ground;
        summary = summary == null || summary.isBlank() ? null : summary.replace("\r\n", "\n");
    }
}
