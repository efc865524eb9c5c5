package org.consentledger.verifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.consentledger.ledger.personal.DataKey;
import org.consentledger.ledger.personal.ReadClosed;
import org.consentledger.ledger.personal.SealBroken;
import org.consentledger.ledger.personal.SealedForm;

/** An opponent's expert runs this: it needs neither a database nor a framework, and nothing that writes the ledger. */
@AnalyzeClasses(
        packages = {"org.consentledger.verifier", "org.consentledger.dossier"},
        importOptions = {ImportOption.DoNotIncludeTests.class, OfflineTest.DoNotIncludeJarsOfTests.class})
class OfflineTest {
    /** The jar that lends a module's tests to others, whose packages are those of the module. */
    static final class DoNotIncludeJarsOfTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule knowsOnlyThePurePackages = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.lang..",
                            "java.nio..",
                            "java.time..",
                            "java.util..",
                            "javax.xml.parsers..",
                            "javax.xml.stream..",
                            "org.w3c.dom..",
                            "org.xml.sax..",
                            "com.openhtmltopdf..",
                            "org.apache.pdfbox..",
                            "tools.jackson..",
                            "org.jspecify..",
                            "org.consentledger.events..",
                            "org.consentledger.standing..",
                            "org.consentledger.answer..",
                            "org.consentledger.texts..",
                            "org.consentledger.provisions..",
                            "org.consentledger.comparison..",
                            "org.consentledger.dossier..",
                            "org.consentledger.ledger.tree..",
                            "org.consentledger.ledger.tile..",
                            "org.consentledger.ledger.note..",
                            "org.consentledger.ledger.statement..",
                            "org.consentledger.ledger.audit..",
                            "org.consentledger.ledger.directory..",
                            "org.consentledger.ledger.timestamp..",
                            "org.consentledger.verifier..")
                    .or(type(ReadClosed.class))
                    .or(type(SealedForm.class))
                    .or(type(SealBroken.class))
                    .or(type(DataKey.class)));

    @ArchTest
    static final ArchRule onlyThePrintedReportKnowsHowPagesAreMade = noClasses()
            .that()
            .haveNameNotMatching("org\\.consentledger\\.dossier\\.(PrintedReport|Characters|LineBreaks)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..");
}
