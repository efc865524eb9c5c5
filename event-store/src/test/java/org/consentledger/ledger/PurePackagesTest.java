package org.consentledger.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What proves and checks needs no database and no framework, so that a verifier can use it offline. */
@AnalyzeClasses(packages = "org.consentledger.ledger", importOptions = ImportOption.DoNotIncludeTests.class)
class PurePackagesTest {
    @ArchTest
    static final ArchRule theTreeKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("..ledger.tree..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..ledger.tree..");

    @ArchTest
    static final ArchRule tilesAndNotesKnowTheTree = classes()
            .that()
            .resideInAnyPackage("..ledger.tile..", "..ledger.note..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.bouncycastle.crypto..",
                    "..ledger.tree..",
                    "..ledger.tile..",
                    "..ledger.note..");

    @ArchTest
    static final ArchRule statementsKnowJsonToo = classes()
            .that()
            .resideInAPackage("..ledger.statement..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.erdtman.jcs..",
                    "tools.jackson.core..",
                    "..ledger.tree..",
                    "..ledger.statement..");

    @ArchTest
    static final ArchRule auditsAndTheDirectoryKnowWhatTheyRead = classes()
            .that()
            .resideInAnyPackage("..ledger.audit..", "..ledger.directory..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "tools.jackson.core..",
                    "..ledger.tree..",
                    "..ledger.tile..",
                    "..ledger.note..",
                    "..ledger.statement..",
                    "..ledger.audit..",
                    "..ledger.directory..");

    /** Whoever runs a witness trusts neither the ledger nor its database. */
    @ArchTest
    static final ArchRule theWitnessKnowsWhatItChecksAndItsOwnDisk = classes()
            .that()
            .resideInAnyPackage("..ledger.witness..", "..ledger.keys..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.net.httpserver..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "..ledger.tree..",
                    "..ledger.note..",
                    "..ledger.keys..",
                    "..ledger.witness..");

    @ArchTest
    static final ArchRule timeStampsKnowTheirEventAndTheLibrary = classes()
            .that()
            .resideInAPackage("..ledger.timestamp..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.security.auth.x500..",
                    "org.jspecify..",
                    "org.bouncycastle..",
                    "tools.jackson.databind..",
                    "org.consentledger.events..",
                    "..ledger.tree..",
                    "..ledger.note..",
                    "..ledger.audit..",
                    "..ledger.timestamp..");
}
