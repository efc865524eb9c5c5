package org.consentledger.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.customer.RetentionsDue;
import org.consentledger.command.imports.FileImports;
import org.consentledger.command.imports.ImportFiles;
import org.consentledger.command.imports.ImportProgress;
import org.consentledger.command.imports.ImportReport;
import org.consentledger.command.imports.ImportStopped;
import org.consentledger.command.imports.Pace;
import org.consentledger.command.imports.Reject;
import org.consentledger.command.imports.RowFormat;

@AnalyzeClasses(packages = "org.consentledger.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> OUR_OWN = resideInAPackage("org.consentledger..");

    private static final String TIMESTAMP = "org.consentledger.command.timestamp..";

    private static final String[] SLICES = {
        "org.consentledger.command.terms..",
        "org.consentledger.command.agreement..",
        "org.consentledger.command.customer..",
        "org.consentledger.command.annulment..",
        "org.consentledger.command.imports..",
        "org.consentledger.command.drafting..",
        "org.consentledger.command.request..",
        "org.consentledger.command.thirdparty..",
        TIMESTAMP
    };

    /** Imports have two doors: HTTP, and a verb of the same process. */
    private static final DescribedPredicate<JavaClass> WHAT_THE_VERBS_CALL = belongToAnyOf(
            FileImports.class,
            ImportFiles.class,
            ImportProgress.class,
            ImportReport.class,
            ImportStopped.class,
            Pace.class,
            Reject.class,
            RowFormat.class,
            RetentionsDue.class);

    @ArchTest
    static final ArchRule SLICES_DO_NOT_KNOW_EACH_OTHER = slices().matching("org.consentledger.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("org.consentledger.command.platform.."))
            .because("a slice knows the events, itself and platform");

    @ArchTest
    static final ArchRule A_SLICE_KNOWS_THE_EVENTS_ITSELF_AND_PLATFORM = classes()
            .that()
            .resideInAnyPackage(SLICES)
            .and()
            .resideOutsideOfPackage(TIMESTAMP)
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(OUR_OWN)
                    .or(resideInAnyPackage(
                            "org.consentledger.access..",
                            "org.consentledger.events..",
                            "org.consentledger.standing..",
                            "org.consentledger.requests..",
                            "org.consentledger.texts..",
                            "org.consentledger.provisions..",
                            "org.consentledger.comparison..",
                            "org.consentledger.texts..",
                            "org.consentledger.command..")))
            .because(
                    "the ledger is reached through Axon and platform, but by the slice that is about the ledger itself; what"
                            + " is pure may be asked by anybody");

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_NO_SLICE = noClasses()
            .that()
            .resideInAPackage("org.consentledger.command.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SLICES);

    @ArchTest
    static final ArchRule SLICES_ARE_PACKAGE_PRIVATE = noClasses()
            .that()
            .resideInAnyPackage(SLICES)
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .and(DescribedPredicate.not(WHAT_THE_VERBS_CALL))
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule SLICES_ARE_FLAT = noClasses().should().resideInAnyPackage("org.consentledger.command.*.*..");

    @ArchTest
    static final ArchRule AGGREGATES_DO_NO_IO_AND_HAVE_NO_CLOCK = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "java.io..", "java.net..", "java.nio..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("InstantSource");

    @ArchTest
    static final ArchRule NOBODY_TOUCHES_THE_DATABASE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("the ledger alone writes and reads");
}
