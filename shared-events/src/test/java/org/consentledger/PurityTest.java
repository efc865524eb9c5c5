package org.consentledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;

/** The language is data and the heart is a function: a verifier can use both without any framework. */
@AnalyzeClasses(packages = "org.consentledger", importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {
    @ArchTest
    static final ArchRule standingKnowsOnlyTheEvents = classes()
            .that()
            .resideInAPackage("..standing..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "org.consentledger.events..", "org.consentledger.standing..");

    @ArchTest
    static final ArchRule eventsKnowOnlyTheirJsonForm = classes()
            .that()
            .resideInAPackage("..events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.consentledger.events..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..");

    @ArchTest
    static final ArchRule standingHasNoClock = noClasses()
            .that()
            .resideInAPackage("..standing..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class);

    @ArchTest
    static final ArchRule provisionsAndComparisonsAreDerivedFromTextsAlone = classes()
            .that()
            .resideInAnyPackage("..provisions..", "..comparison..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.text..",
                    "java.time",
                    "org.jspecify..",
                    "org.consentledger.provisions..",
                    "org.consentledger.comparison..");

    @ArchTest
    static final ArchRule provisionsAndComparisonsHaveNoClock = noClasses()
            .that()
            .resideInAnyPackage("..provisions..", "..comparison..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.consentledger.(*)..").should().beFreeOfCycles();
}
