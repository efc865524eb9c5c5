package org.consentledger.console.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An edition as its author sees it: what it says, how that reads as provisions, and what is odd about it. */
record Draft(
        int number,
        String label,
        String state,
        LocalDate revisedOn,
        LocalDate effectiveOn,
        Change change,
        List<Reason> effect,
        List<Purpose> purposes,
        List<Notice> notices,
        List<Map<String, Object>> matches,
        String text,
        List<Provision> provisions,
        List<Remark> warnings) {

    /** How the edition comes to bind; of the law that it is under, the command side thinks itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String procedure,
            @Nullable String ground,
            @Nullable String summary) {}

    /** Whom the edition binds, or would. */
    record Reason(String code, String text) {}

    record Notice(
            String channel, Instant postedAt, @Nullable String url) {}

    /**
     * @param provision as it is printed, or its path
     * @param path of that provision in this text, which nobody is told; {@code null} where the text does not have it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Purpose(
            String purposeId,
            String provision,
            String title,
            String mode,
            List<String> dataItems,
            boolean thirdParties,
            @Nullable String keptAfterLeaving,
            boolean materialChange,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
            String path) {

        /** With what the other says where this one says nothing. */
        Purpose keeping(Purpose before) {
            return new Purpose(
                    purposeId,
                    provision,
                    title,
                    mode,
                    dataItems.isEmpty() ? before.dataItems : dataItems,
                    thirdParties || before.thirdParties,
                    keptAfterLeaving == null ? before.keptAfterLeaving : keptAfterLeaving,
                    materialChange || before.materialChange,
                    path);
        }

        /** The same in the next edition, where nothing of it has changed yet. */
        Purpose unchanged() {
            return new Purpose(
                    purposeId, provision, title, mode, dataItems, thirdParties, keptAfterLeaving, false, path);
        }
    }

    /** A part of the text, with what it says itself. */
    record Provision(
            String path,
            String kind,
            @Nullable String label,
            @Nullable String caption,
            String text) {
        public String said() {
            return text.strip();
        }

        /** As one would cite it: 第1条第1項. */
        public String reference() {
            return PrintedReference.of(path);
        }
    }

    /** @param path of a provision, or a JSON pointer into the draft, or {@code null} */
    record Remark(String code, @Nullable String path, String message) {}

    public boolean isDraft() {
        return state.equals("DRAFT");
    }

    /** Whether it binds those whom the edition before binds, without their acceptance. */
    boolean bindsByNotice() {
        return effect.stream().anyMatch(reason -> reason.code().equals("BOUND_BY_NOTICE"));
    }

    public List<Remark> remarksOn(Provision provision) {
        return warnings.stream()
                .filter(remark -> provision.path().equals(remark.path()))
                .toList();
    }

    public List<Purpose> statedBy(Provision provision) {
        return purposes.stream()
                .filter(purpose -> provision.path().equals(purpose.path()))
                .toList();
    }

    /** Purposes of provisions that the text does not have. */
    public List<Purpose> statedElsewhere() {
        return purposes.stream().filter(purpose -> purpose.path() == null).toList();
    }

    Optional<Purpose> stated(@Nullable String purposeId) {
        return purposes.stream()
                .filter(purpose -> purpose.purposeId().equals(purposeId))
                .findAny();
    }

    List<Purpose> with(Purpose added) {
        return Stream.concat(without(added.purposeId()).stream(), Stream.of(added))
                .toList();
    }

    List<Purpose> without(String purposeId) {
        return purposes.stream()
                .filter(purpose -> !purpose.purposeId().equals(purposeId))
                .toList();
    }

    /** What the form says that nobody has changed. */
    DraftForm form() {
        return new DraftForm(
                label,
                revisedOn.toString(),
                effectiveOn.toString(),
                text,
                change.procedure(),
                change.ground(),
                change.summary());
    }

    static Map<String, Object> body(DraftForm form, List<Purpose> stated, List<Map<String, Object>> matches) {
        var body = new LinkedHashMap<String, Object>();
        body.put("label", form.label());
        body.put("revisedOn", form.revisedOn());
        body.put("effectiveOn", form.effectiveOn());
        body.put("text", form.text());
        body.put("change", new Change(form.procedure(), form.ground(), form.summary()));
        body.put("purposes", new ArrayList<>(stated));
        body.put("matches", matches);
        return body;
    }
}
