package org.consentledger.command.thirdparty;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.command.platform.Code;
import org.consentledger.command.platform.CommandRejected;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.consentledger.command.platform.RecordedCustomers;
import org.consentledger.command.platform.RecordedTerms;
import org.consentledger.command.platform.RegisteredTerms;
import org.consentledger.events.TermsId;
import org.consentledger.standing.CustomerFact;
import org.consentledger.standing.Permission;
import org.consentledger.standing.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether a provision was permitted when it happened, and under which terms, by the facts that the ledger holds. */
@Component
class PermissionsThen {
    private final Supplier<List<TermsId>> registered;
    private final RecordedTerms terms;
    private final RecordedCustomers customers;

    @Autowired
    PermissionsThen(RegisteredTerms registered, RecordedTerms terms, RecordedCustomers customers) {
        this(registered::all, terms, customers);
    }

    PermissionsThen(Supplier<List<TermsId>> registered, RecordedTerms terms, RecordedCustomers customers) {
        this.registered = registered;
        this.terms = terms;
        this.customers = customers;
    }

    /** What {@code standing} says of the purpose under these terms. */
    record Judged(TermsId termsId, Permission permission) {}

    /**
     * Judges a provision. Where several terms state the purpose, it is those under which it was permitted, or else the only
     * ones about which anything of the customer is recorded.
     *
     * @throws CommandRejected {@code TERMS_UNKNOWN}; {@code PURPOSE_UNKNOWN} where no edition ever stated the purpose;
     *     {@code MALFORMED} where the terms are to be named, since neither tells them
     */
    Judged judge(RecordProvision command) {
        if (command.termsId() != null) {
            terms.of(command.termsId()).chosen();
        }
        var stating = (command.termsId() == null ? registered.get() : List.of(command.termsId()))
                .stream()
                        .filter(termsId -> Permission.isStated(terms.of(termsId).facts(), command.purposeId()))
                        .toList();
        if (stating.isEmpty()) {
            throw new CommandRejected(Code.PURPOSE_UNKNOWN, command.purposeId());
        }
        var judged = stating.stream().map(termsId -> judged(command, termsId)).toList();
        var permitted = judged.stream()
                .filter(one -> one.permission().permitsProvision())
                .toList();
        return only(judged)
                .or(() -> only(permitted))
                .or(() -> only(judged.stream()
                        .filter(one -> !customers
                                .agreement(command.customerId(), one.termsId())
                                .isEmpty())
                        .toList()))
                .orElseThrow(() -> new Malformed("/termsId", Fault.MISSING));
    }

    private static Optional<Judged> only(List<Judged> judged) {
        return judged.size() == 1 ? Optional.of(judged.getFirst()) : Optional.empty();
    }

    private Judged judged(RecordProvision command, TermsId termsId) {
        var customer = command.customerId();
        List<Recorded<CustomerFact>> facts = Stream.of(
                        customers.agreement(customer, termsId),
                        customers.departures(customer, termsId),
                        customers.suspensions(customer))
                .flatMap(List::stream)
                .toList();
        return new Judged(
                termsId, Permission.of(terms.of(termsId).facts(), facts, command.purposeId(), command.providedAt()));
    }
}
