package org.consentledger.console;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The console knows the two APIs over HTTP and nothing else of the project; see the architecture, §2. */
@AnalyzeClasses(packages = "org.consentledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PLATFORM = "org.consentledger.console.platform";

    @ArchTest
    static final ArchRule nothingElseOfTheProjectIsKnown = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.consentledger..").and(not(resideInAPackage("org.consentledger.console.."))));

    @ArchTest
    static final ArchRule pagesDoNotKnowEachOther = slices().matching("org.consentledger.console.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(PLATFORM));

    @ArchTest
    static final ArchRule pagesArePackagePrivate = classes()
            .that()
            .resideInAPackage("org.consentledger.console.*..")
            .and()
            .resideOutsideOfPackage(PLATFORM)
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic();
}
