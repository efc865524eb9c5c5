package org.consentledger.answer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consentledger.standing.Reason;
import org.consentledger.standing.Standing.OfPurpose;
import org.consentledger.standing.TermsFact.Published;
import org.consentledger.texts.Texts;

/** Puts reasons into words, with days and times of day in the terms' zone. */
public record Because(Locale language) {
    private static final Texts TEXTS = new Texts(Because.class, "because");

    /** One reason, in words. */
    public record Told(String code, String text) {}

    public InZone in(ZoneId zone) {
        return new InZone(language, zone);
    }

    /** The words for terms whose days are those of one zone. */
    public record InZone(Locale language, ZoneId zone) {
        public List<Told> tell(List<Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new Told(reason.code(), TEXTS.say(language, reason.code(), arguments(reason))))
                    .toList();
        }

        private Object[] arguments(Reason reason) {
            return switch (reason) {
                case Reason.AcceptedEdition accepted ->
                    new Object[] {
                        name(accepted.edition()),
                        moment(accepted.expressedAt()),
                        moment(accepted.since()),
                        accepted.recordId()
                    };
                case Reason.BoundByNotice bound -> new Object[] {name(bound.edition()), effective(bound.edition())};
                case Reason.NeverAccepted _ -> new Object[0];
                case Reason.LeftService left -> new Object[] {moment(left.since()), left.recordId()};
                case Reason.AcceptanceNeeded needed ->
                    new Object[] {name(needed.edition()), effective(needed.edition())};
                case Reason.NoticeMissing missing ->
                    new Object[] {name(missing.edition()), effective(missing.edition())};
                case Reason.EarlierChangeNotAccepted earlier ->
                    new Object[] {name(earlier.edition()), effective(earlier.edition()), name(earlier.earlier())};
                case Reason.NoticeBeforeBinding before ->
                    new Object[] {name(before.edition()), effective(before.edition())};
                case Reason.RefusedEdition refused ->
                    new Object[] {name(refused.edition()), moment(refused.expressedAt()), refused.recordId()};
                case Reason.AcceptedBeforeEffect accepted ->
                    new Object[] {
                        name(accepted.edition()),
                        moment(accepted.expressedAt()),
                        effective(accepted.edition()),
                        accepted.recordId()
                    };
                case Reason.PurposeStands stands -> purpose(stands.purpose());
                case Reason.PurposeNotStated not ->
                    new Object[] {not.purposeId().toString()};
                case Reason.NoticeIsNotConsent notice -> purpose(notice.purpose());
                case Reason.NoThirdParties none -> purpose(none.purpose());
                case Reason.UseSuspended suspended -> new Object[] {moment(suspended.since()), suspended.recordId()};
                case Reason.RecordedOtherwise recorded -> new Object[] {recorded.recordId(), marks(recorded)};
            };
        }

        private String marks(Reason.RecordedOtherwise recorded) {
            return recorded.recordedAs().stream()
                    .map(mark -> TEXTS.say(language, "recordedAs." + mark))
                    .collect(Collectors.joining(TEXTS.say(language, "comma")));
        }

        private Object[] purpose(OfPurpose of) {
            return new Object[] {
                of.purpose().title(),
                of.purpose().provision(),
                of.since() == null ? "" : moment(of.since()),
                of.recordId() == null ? "" : TEXTS.say(language, "record", of.recordId())
            };
        }

        private String name(Published edition) {
            return EditionName.of(language, edition.label(), edition.edition());
        }

        private String effective(Published edition) {
            return formatted("day", edition.effectiveFrom());
        }

        private String moment(Instant instant) {
            return formatted("moment", instant);
        }

        private String formatted(String pattern, Instant instant) {
            return TEXTS.times(language, pattern).format(instant.atZone(zone));
        }
    }
}
