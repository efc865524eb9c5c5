package org.consentledger.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** An opponent's expert runs this: it needs neither a database nor a framework, and nothing that writes the ledger. */
@AnalyzeClasses(packages = "org.consentledger.verifier", importOptions = ImportOption.DoNotIncludeTests.class)
class OfflineTest {
    @ArchTest
    static final ArchRule knowsOnlyThePurePackages = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.lang..",
                    "java.nio..",
                    "java.util..",
                    "org.jspecify..",
                    "org.consentledger.events..",
                    "org.consentledger.standing..",
                    "org.consentledger.ledger.tree..",
                    "org.consentledger.ledger.tile..",
                    "org.consentledger.ledger.note..",
                    "org.consentledger.ledger.statement..",
                    "org.consentledger.ledger.audit..",
                    "org.consentledger.ledger.directory..",
                    "org.consentledger.ledger.timestamp..",
                    "org.consentledger.verifier..");
}
