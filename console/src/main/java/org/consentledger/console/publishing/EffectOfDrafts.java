package org.consentledger.console.publishing;

import java.util.Locale;
import org.consentledger.console.platform.Address;
import org.consentledger.console.platform.Api;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts whom a draft would reach. */
@Component
class EffectOfDrafts {
    private final Api api;

    EffectOfDrafts(Api api) {
        this.api = api;
    }

    Effect of(String termsId, Draft draft, Editions editions, Locale language) {
        var before = countedBy(termsId, draft, editions, language);
        return Effect.of(
                draft, before, before == null ? Effect.Coverage.NONE : coverage(termsId, before.number(), language));
    }

    Effect.Coverage coverage(String termsId, int number, Locale language) {
        return api.ask(edition(termsId, number).then("coverage"), Effect.Coverage.class, language);
    }

    /**
     * The edition in force, which binds customers now. Notice binds but those whom the edition before binds: where one that
     * needs acceptance is to take effect before the draft does, those who have accepted it.
     */
    private Editions.@Nullable Item countedBy(String termsId, Draft draft, Editions editions, Locale language) {
        var waiting = editions.waitingBefore(draft.number());
        var toBeAccepted = waiting.reversed().stream()
                .filter(_ -> draft.bindsByNotice())
                .filter(edition -> !draft(termsId, edition.number(), language).bindsByNotice())
                .findFirst();
        return toBeAccepted
                .or(() -> editions.inForceBefore(draft.number()))
                .or(() -> editions.publishedBefore(draft.number()))
                .orElse(null);
    }

    private Draft draft(String termsId, int number, Locale language) {
        return api.ask(edition(termsId, number), Draft.class, language);
    }

    private static Address edition(String termsId, int number) {
        return Address.of("terms", termsId, "editions", Integer.toString(number));
    }
}
