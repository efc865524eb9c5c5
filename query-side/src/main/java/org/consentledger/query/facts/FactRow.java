package org.consentledger.query.facts;

import java.util.Optional;
import org.consentledger.events.CustomerId;
import org.consentledger.events.EventMapper;
import org.consentledger.events.TermsId;
import org.consentledger.events.agreement.AgreementEvent;
import org.consentledger.events.customer.CustomerEvent;
import org.consentledger.events.request.RequestEvent;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.query.platform.Leaf;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.CustomerFact.Accepted;
import org.consentledger.standing.CustomerFact.Annulled;
import org.consentledger.standing.CustomerFact.Decided;
import org.consentledger.standing.CustomerFact.Left;
import org.consentledger.standing.CustomerFact.Refused;
import org.consentledger.standing.CustomerFact.Suspended;
import org.consentledger.standing.CustomerFact.SuspensionLifted;
import org.consentledger.standing.Recorded;
import org.consentledger.standing.TermsFact;
import org.consentledger.standing.TermsFact.EditionWithdrawn;
import org.consentledger.standing.TermsFact.NoticePosted;
import org.consentledger.standing.TermsFact.Published;
import org.consentledger.standing.TermsFact.Registered;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact as the database keeps it.
 *
 * @param termsId {@link #ALL_TERMS} for a fact about a customer that counts for all terms
 * @param customerId {@code null} for a fact about the terms alone
 * @param kind which record of {@link TermsFact} or {@link CustomerFact} it is
 * @param fact that record in JSON
 */
public record FactRow(String termsId, @Nullable String customerId, Leaf leaf, String kind, String fact) {
    /** No terms id is empty. */
    public static final String ALL_TERMS = "";

    private static final JsonMapper JSON = EventMapper.create();

    /** What an event states that a standing may rest on; empty for one that states nothing of that kind. */
    public static Optional<FactRow> ofEvent(Object event, Leaf leaf) {
        return switch (event) {
            case TermsEvent about -> TermsFact.of(about).map(fact -> of(about.termsId(), leaf, fact));
            case AgreementEvent about ->
                Optional.of(of(about.termsId(), about.customerId(), leaf, CustomerFact.of(about)));
            case CustomerEvent about ->
                CustomerFact.of(about).map(fact -> of(CustomerFact.termsOf(about), about.customerId(), leaf, fact));
            case RequestEvent about -> CustomerFact.of(about).map(fact -> of(null, about.customerId(), leaf, fact));
            default -> Optional.empty();
        };
    }

    /** Whether both say the same of the same event, however their JSON is written. */
    public boolean saysTheSame(FactRow other) {
        return leaf.equals(other.leaf)
                && kind.equals(other.kind)
                && JSON.readTree(fact).equals(JSON.readTree(other.fact));
    }

    /** A fact about terms. */
    public static FactRow of(TermsId termsId, Leaf leaf, TermsFact fact) {
        var kind = switch (fact) {
            case Registered _ -> "REGISTERED";
            case Published _ -> "PUBLISHED";
            case NoticePosted _ -> "NOTICE_POSTED";
            case EditionWithdrawn _ -> "EDITION_WITHDRAWN";
        };
        return new FactRow(termsId.value(), null, leaf, kind, JSON.writeValueAsString(fact));
    }

    /** @param termsId {@code null} for a fact that counts for all terms */
    static FactRow of(@Nullable TermsId termsId, CustomerId customerId, Leaf leaf, CustomerFact fact) {
        var kind = switch (fact) {
            case Accepted _ -> "ACCEPTED";
            case Refused _ -> "REFUSED";
            case Decided _ -> "DECIDED";
            case Annulled _ -> "ANNULLED";
            case Left _ -> "LEFT";
            case Suspended _ -> "SUSPENDED";
            case SuspensionLifted _ -> "SUSPENSION_LIFTED";
        };
        return new FactRow(
                termsId == null ? ALL_TERMS : termsId.value(),
                customerId.value(),
                leaf,
                kind,
                JSON.writeValueAsString(fact));
    }

    /** The fact about terms that the row keeps. */
    public Recorded<TermsFact> termsFact() {
        return recorded(
                switch (kind) {
                    case "REGISTERED" -> read(Registered.class);
                    case "PUBLISHED" -> read(Published.class);
                    case "NOTICE_POSTED" -> read(NoticePosted.class);
                    case "EDITION_WITHDRAWN" -> read(EditionWithdrawn.class);
                    default -> throw unknownKind();
                });
    }

    Recorded<CustomerFact> customerFact() {
        return recorded(
                switch (kind) {
                    case "ACCEPTED" -> read(Accepted.class);
                    case "REFUSED" -> read(Refused.class);
                    case "DECIDED" -> read(Decided.class);
                    case "ANNULLED" -> read(Annulled.class);
                    case "LEFT" -> read(Left.class);
                    case "SUSPENDED" -> read(Suspended.class);
                    case "SUSPENSION_LIFTED" -> read(SuspensionLifted.class);
                    default -> throw unknownKind();
                });
    }

    private <F> F read(Class<F> type) {
        return JSON.readValue(fact, type);
    }

    private <F> Recorded<F> recorded(F read) {
        return new Recorded<>(leaf.eventId(), leaf.position(), leaf.recordedAt(), read);
    }

    private IllegalStateException unknownKind() {
        return new IllegalStateException("no such kind of fact: " + kind + " at leaf " + leaf.position());
    }
}
