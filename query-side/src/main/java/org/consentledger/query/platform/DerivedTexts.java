package org.consentledger.query.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.consentledger.comparison.Correction;
import org.consentledger.comparison.Lineage;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.provisions.Structure;
import org.springframework.stereotype.Component;

/**
 * What is derived of texts alone, kept for a while: a text is named by its digest, so nothing kept here is ever out of
 * date. Whoever asks for a long text for the first time waits; whoever asks meanwhile waits for the same.
 */
@Component
public class DerivedTexts {
    /** In characters of the texts; a structure takes a few times its text. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private static final long MOST_PROVISIONS = 200_000;

    private final Cache<ContentDigest, Structure> structures = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((ContentDigest _, Structure structure) ->
                    structure.text().length() + structure.provisions().size())
            .build();

    private final Cache<Pair, Lineage.Step> steps = Caffeine.newBuilder()
            .maximumWeight(MOST_PROVISIONS)
            .weigher((Pair _, Lineage.Step step) -> step.oldPaths().size() + 1)
            .build();

    private record Pair(ContentDigest older, ContentDigest newer, List<ProvisionMatch> matches) {}

    /** A text as it can be had where it is needed; the digest is that of the text. */
    public record Named(ContentDigest digest, Supplier<String> text) {}

    public Structure structure(Named text) {
        return structures.get(text.digest(), _ -> Structure.of(text.text().get()));
    }

    /**
     * What became of the provisions of one edition in the next.
     *
     * @param matches what the author of the newer edition says; one that names what the texts do not have is passed over
     */
    public Lineage.Step step(Named older, Named newer, List<ProvisionMatch> matches) {
        return steps.get(new Pair(older.digest(), newer.digest(), matches), _ -> {
            var before = structure(older);
            var after = structure(newer);
            var corrections = matches.stream()
                    .map(match -> new Correction(match.was(), match.path()))
                    .filter(correction -> correction.fits(before, after))
                    .toList();
            return Lineage.Step.of(before, after, corrections);
        });
    }
}
