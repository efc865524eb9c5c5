package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.net.URI;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The tests of the contract, put to a system that runs, as {@code -Dledger.url} puts them. */
final class ContractSuite {
    private static final long FEWEST = 35;

    private ContractSuite() {}

    /** Runs all of them; each must succeed. Answers how many there are. */
    static long run(URI system) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.consentledger.standalone.contract"))
                .filters(includeClassNamePatterns(".*ContractTest"), EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter("ledger.url", system.toString())
                .build();
        var told = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, told);
        var summary = told.getSummary();
        assertThat(summary.getFailures()).allSatisfy(failure -> {
            throw new AssertionError(failure.getTestIdentifier().getDisplayName(), failure.getException());
        });
        assertThat(summary.getTestsSucceededCount())
                .isEqualTo(summary.getTestsFoundCount())
                .isGreaterThanOrEqualTo(FEWEST);
        return summary.getTestsSucceededCount();
    }
}
