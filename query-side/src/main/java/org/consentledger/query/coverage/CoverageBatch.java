package org.consentledger.query.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consentledger.query.coverage.CoverageRows.CountedClass;
import org.consentledger.query.coverage.CoveredCustomer.RowKey;
import org.consentledger.standing.TermsFact;

/** Moves customers to the classes in which a batch of events leaves them. */
final class CoverageBatch {
    private static final int PAGE = 1_000;

    private final CoverageRows rows;
    private final Instant now;
    private final Map<String, Classification> classifications = new HashMap<>();
    private final Map<String, Map<Representative, Long>> classIds = new HashMap<>();
    private final Map<Long, Long> members = new HashMap<>();

    private CoverageBatch(CoverageRows rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /** @param learned in ledger order, not empty */
    static void write(CoverageRows rows, List<Learned> learned) {
        var batch = new CoverageBatch(rows, learned.getLast().leaf().recordedAt());
        var terms = learned.stream()
                .filter(Learned.OfTerms.class::isInstance)
                .map(Learned.OfTerms.class::cast)
                .toList();
        terms.forEach(fact -> rows.insert(fact.row()));
        batch.learnOfCustomers(learned);
        terms.forEach(batch::findClassesAnew);
        rows.addMembers(batch.members, batch.now);
    }

    private void learnOfCustomers(List<Learned> learned) {
        var customers = new HashMap<RowKey, CoveredCustomer>();
        Set<RowKey> told = new HashSet<>();
        rows.ofCustomers(customerIds(learned)).forEach(customer -> customers.put(customer.key(), customer));
        for (var one : learned) {
            switch (one) {
                case Learned.OfTerms _ -> {}
                case Learned.OfCustomer done -> {
                    told.add(done.key());
                    var before = customers.getOrDefault(done.key(), CoveredCustomer.unknown(done.key()));
                    customers.put(done.key(), done.fact() == null ? before : before.with(done.fact()));
                }
                case Learned.Annulment annulment -> {
                    told.add(annulment.key());
                    var before = customers.getOrDefault(annulment.key(), CoveredCustomer.unknown(annulment.key()));
                    customers.put(annulment.key(), before.without(annulment.recordId()));
                }
            }
        }
        put(
                customers.values().stream()
                        .filter(customer -> told.contains(customer.key())
                                || told.contains(customer.key().forAllTerms()))
                        .toList(),
                customers);
    }

    private static Set<String> customerIds(List<Learned> learned) {
        Set<String> ids = new HashSet<>();
        for (var one : learned) {
            switch (one) {
                case Learned.OfTerms _ -> {}
                case Learned.OfCustomer done -> ids.add(done.key().customerId());
                case Learned.Annulment annulment -> ids.add(annulment.key().customerId());
            }
        }
        return ids;
    }

    private void put(Collection<CoveredCustomer> changed, Map<RowKey, CoveredCustomer> known) {
        if (!changed.isEmpty()) {
            rows.put(changed.stream()
                    .map(customer -> customer.key().isForAllTerms() ? customer : classified(customer, known))
                    .toList());
        }
    }

    private CoveredCustomer classified(CoveredCustomer customer, Map<RowKey, CoveredCustomer> known) {
        var forAll = customer.key().forAllTerms();
        var facts = customer.factsBeside(known.getOrDefault(forAll, CoveredCustomer.unknown(forAll)));
        var termsId = customer.key().termsId();
        var representative = classifications
                .computeIfAbsent(termsId, id -> new Classification(new EditionsKnown(rows.termsFacts(id)), now))
                .of(facts);
        long classId = classIds.computeIfAbsent(termsId, _ -> new HashMap<>())
                .computeIfAbsent(representative, one -> rows.classId(termsId, one));
        if (customer.classId() != null) {
            members.merge(customer.classId(), -1L, Long::sum);
        }
        members.merge(classId, 1L, Long::sum);
        return customer.inClass(classId);
    }

    private void findClassesAnew(Learned.OfTerms learned) {
        switch (learned.fact()) {
            case TermsFact.Published published -> {
                if (!published.effectiveFrom().isAfter(now)) {
                    findClassesAnew(learned.row().termsId(), _ -> true);
                }
            }
            case TermsFact.EditionWithdrawn withdrawn ->
                findClassesAnew(
                        learned.row().termsId(), representative -> representative.accepted(withdrawn.edition()));
            case TermsFact.Registered _, TermsFact.NoticePosted _ -> {}
        }
    }

    private void findClassesAnew(String termsId, Predicate<Representative> which) {
        var ids = rows.classes(termsId).stream()
                .filter(one -> which.test(one.representative()))
                .map(CountedClass::id)
                .collect(Collectors.toSet());
        var page = rows.ofTerms(termsId, ids, "", PAGE);
        while (!page.isEmpty()) {
            var known = new LinkedHashMap<RowKey, CoveredCustomer>();
            var customerIds = new ArrayList<String>();
            page.forEach(customer -> customerIds.add(customer.key().customerId()));
            rows.ofCustomers(customerIds).forEach(customer -> known.put(customer.key(), customer));
            put(page, known);
            page = rows.ofTerms(termsId, ids, customerIds.getLast(), PAGE);
        }
    }
}
