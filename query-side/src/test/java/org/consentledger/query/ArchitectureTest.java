package org.consentledger.query;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A question knows the events, the pure standing, itself, the facts and the platform; see the architecture, §2. */
@AnalyzeClasses(packages = "org.consentledger.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PLATFORM = "org.consentledger.query.platform";
    private static final String FACTS = "org.consentledger.query.facts";
    private static final String ABOUT = "org.consentledger.query.about";
    /** Records who looked, before a question is answered; and answers that as well. */
    private static final String ACCESSES = "org.consentledger.query.accesses";
    /** What {@code ./ledger replay} asks without an application around it. */
    private static final String VERB = "org\\.consentledger\\.query\\.(replay\\.ReplayOnDatabase"
            + "|audit\\.(AuditOnDatabase|AuditRefused|AuditText|Audited|Disagreement))";

    private static final String[] QUESTIONS = {
        "org.consentledger.query.standing..",
        "org.consentledger.query.terms..",
        "org.consentledger.query.comparison..",
        "org.consentledger.query.permission..",
        "org.consentledger.query.proof..",
        "org.consentledger.query.history..",
        "org.consentledger.query.holds..",
        "org.consentledger.query.records..",
        "org.consentledger.query.customers..",
        "org.consentledger.query.coverage..",
        "org.consentledger.query.replay..",
        "org.consentledger.query.audit..",
        "org.consentledger.query.requests..",
        "org.consentledger.query.thirdparty..",
        "org.consentledger.query.disclosure..",
        "org.consentledger.query.dossier..",
        "org.consentledger.query.verification..",
        "org.consentledger.query.rebuild..",
        "org.consentledger.query.deadletters.."
    };

    @ArchTest
    static final ArchRule questionsDoNotKnowEachOther = slices().matching("org.consentledger.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(PLATFORM, FACTS, ABOUT, ACCESSES));

    @ArchTest
    static final ArchRule thePlatformKnowsNoQuestion = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUESTIONS);

    @ArchTest
    static final ArchRule theFactsKnowNoQuestion = noClasses()
            .that()
            .resideInAPackage(FACTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUESTIONS);

    @ArchTest
    static final ArchRule whoLookedKnowsNoQuestion = noClasses()
            .that()
            .resideInAPackage(ACCESSES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUESTIONS);

    @ArchTest
    static final ArchRule questionsArePackagePrivate = classes()
            .that()
            .resideInAnyPackage(QUESTIONS)
            .and()
            .areTopLevelClasses()
            .and()
            .haveNameNotMatching(VERB)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule questionsUseNoSubpackages =
            noClasses().should().resideInAnyPackage("org.consentledger.query.*.*..");

    @ArchTest
    static final ArchRule theCommandSideIsNotKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.consentledger.command..", "org.consentledger.standalone..");

    @ArchTest
    static final ArchRule onlyTheProofQuestionReadsTheLedgersForms = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.consentledger.query.standing..",
                    "org.consentledger.query.terms..",
                    "org.consentledger.query.comparison..",
                    "org.consentledger.query.permission..",
                    FACTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.consentledger.ledger..");

    @ArchTest
    static final ArchRule questionsSendNoCommands = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.commandhandling.gateway.CommandGateway");
}
