package org.consentledger.console.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purpose as somebody stated it in the form beside a provision; an unticked box is not sent.
 *
 * @param was the purpose that the form showed when it was opened; blank or {@code null} for none
 * @param dataItems one a line
 * @param keptAfterLeaving ISO 8601 period; blank for none
 */
record StatedPurpose(
        @Nullable String was,
        String purposeId,
        String provision,
        String title,
        String mode,
        @Nullable String dataItems,
        @Nullable String keptAfterLeaving,
        @Nullable Boolean thirdParties,
        @Nullable Boolean materialChange) {

    /** The form as it stands open at a provision for a purpose that is not stated yet. */
    static StatedPurpose none(String provision) {
        return new StatedPurpose(null, "", provision, "", "", null, null, null, null);
    }

    static StatedPurpose of(Draft.Purpose purpose, String provision) {
        return new StatedPurpose(
                purpose.purposeId(),
                purpose.purposeId(),
                provision,
                purpose.title(),
                purpose.mode(),
                String.join("\n", purpose.dataItems()),
                purpose.keptAfterLeaving(),
                purpose.thirdParties(),
                purpose.materialChange());
    }

    /** @throws org.springframework.web.server.ResponseStatusException 400 where a field was not sent, which no page's form does */
    StatedPurpose whole() {
        DraftForm.requireSent(purposeId, provision, title, mode);
        return this;
    }

    /** Whether anything was typed. */
    boolean isBegun() {
        return purposeId != null && title != null && provision != null && !(purposeId.isBlank() && title.isBlank());
    }

    /** What the form left empty stays as the draft has it, unless the form had shown that. */
    Draft.Purpose purpose(Draft draft) {
        var stated = new Draft.Purpose(
                purposeId.strip(),
                provision,
                title.strip(),
                mode,
                items(),
                Boolean.TRUE.equals(thirdParties),
                keptAfterLeaving == null || keptAfterLeaving.isBlank() ? null : keptAfterLeaving.strip(),
                Boolean.TRUE.equals(materialChange),
                null);
        return stated.purposeId().equals(was)
                ? stated
                : draft.stated(stated.purposeId()).map(stated::keeping).orElse(stated);
    }

    private List<String> items() {
        return dataItems == null
                ? List.of()
                : dataItems
                        .lines()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }
}
