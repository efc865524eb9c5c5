package org.consentledger.command.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.consentledger.command.platform.Body;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.MultiLine;
import org.consentledger.events.PurposeId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.jspecify.annotations.Nullable;

/** The body that drafts an edition. Escaped, a text takes more than its own bytes. */
@Body(maxBytes = 9 * 1024 * 1024)
record DraftBody(
        @NotBlank @Size(max = 200) String label,
        @NotNull LocalDate revisedOn,
        @NotNull LocalDate effectiveOn,
        @MultiLine @NotBlank String text,
        @NotNull @Valid ChangeBody change,
        @NotNull @Size(max = 500) List<@NotNull @Valid PurposeBody> purposes,
        @Nullable @Size(max = 10_000) List<@NotNull @Valid MatchBody> matches) {

    /** The most bytes of UTF-8 that the text of an edition has. */
    static final int LONGEST_TEXT = 4 * 1024 * 1024;

    record ChangeBody(
            @NotNull Change.Procedure procedure,
            Change.@Nullable Ground ground,
            Change.@Nullable Regime regime,
            @MultiLine @Nullable @Size(max = 10_000) String summary) {}

    record PurposeBody(
            @NotNull PurposeId purposeId,
            @NotBlank @Size(max = 200) String provision,
            @NotBlank @Size(max = 1000) String title,
            @NotNull PurposeOfUse.Mode mode,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> dataItems,
            @Nullable Boolean thirdParties,
            @Nullable Period keptAfterLeaving,
            @Nullable Boolean materialChange) {

        PurposeOfUse purpose() {
            return new PurposeOfUse(
                    purposeId,
                    provision,
                    title,
                    mode,
                    dataItems == null ? List.of() : dataItems,
                    Objects.requireNonNullElse(thirdParties, false),
                    keptAfterLeaving,
                    Objects.requireNonNullElse(materialChange, false));
        }
    }

    /** @param was path in the edition before; {@code null} where the provision is new */
    record MatchBody(
            @NotBlank @Size(max = 200) String path,
            @Nullable @Size(min = 1, max = 200) String was) {}

    EditionContent content() {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            throw new CommandRejected(Code.TOO_LARGE, LONGEST_TEXT);
        }
        return new EditionContent(
                label, revisedOn, effectiveOn, text, changeAsMeant(), purposesAsGiven(), matchesAsGiven());
    }

    /** One provision is one provision: neither edition has it twice. */
    private List<ProvisionMatch> matchesAsGiven() {
        Set<String> paths = new HashSet<>();
        Set<String> were = new HashSet<>();
        var given = new ArrayList<ProvisionMatch>();
        for (var match : Objects.requireNonNullElse(matches, List.<MatchBody>of())) {
            if (!paths.add(match.path())) {
                throw new Malformed("/matches/" + given.size() + "/path", Fault.MATCH_TWICE);
            }
            if (match.was() != null && !were.add(match.was())) {
                throw new Malformed("/matches/" + given.size() + "/was", Fault.MATCH_TWICE);
            }
            given.add(new ProvisionMatch(match.path(), match.was()));
        }
        return given;
    }

    /** The law follows the effective day, and the ground is the weaker one, unless the publisher says which. */
    private Change changeAsMeant() {
        var regime = EditionRules.regimeOn(effectiveOn);
        if (change.regime() != null && change.regime() != regime) {
            throw new Malformed("/change/regime", Fault.REGIME_CONTRADICTS_DAY);
        }
        return new Change(
                change.procedure(),
                Objects.requireNonNullElse(change.ground(), Change.Ground.REASONABLE),
                regime,
                change.summary());
    }

    private List<PurposeOfUse> purposesAsGiven() {
        Set<PurposeId> seen = new HashSet<>();
        IntStream.range(0, purposes.size())
                .filter(i -> !seen.add(purposes.get(i).purposeId()))
                .findFirst()
                .ifPresent(i -> {
                    throw new Malformed("/purposes/" + i + "/purposeId", Fault.PURPOSE_TWICE);
                });
        return purposes.stream().map(PurposeBody::purpose).toList();
    }
}
