package org.consentledger.benchmarks.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.consentledger.events.Channel;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.EventMapper;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.TermsEvent;
import org.consentledger.events.terms.TermsRegistered;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The terms of the demo with their 12th edition, the 13th by notice, and a 14th that each customer must accept; recorded
 * when such a document would have been.
 */
public final class GeneratedTerms {
    public static final TermsId TERMS = new TermsId("desknets-cloud");
    public static final PurposeId VOLUNTARY = new PurposeId("further-consent");
    public static final EditionNumber LAST = new EditionNumber(14);

    static final Instant OPENED = Instant.parse("2019-07-29T15:00:00Z");
    static final Instant LAST_PUBLISHED = Instant.parse("2021-02-01T01:00:00Z");
    static final Instant LAST_IN_FORCE = Instant.parse("2021-03-31T15:00:00Z");
    private static final Instant SECOND_IN_FORCE = Instant.parse("2020-02-20T15:00:00Z");
    private static final EditionNumber FIRST = new EditionNumber(12);
    private static final EditionNumber SECOND = new EditionNumber(13);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final JsonMapper JSON = EventMapper.create();

    private final EditionContent first = content(FIRST);
    private final EditionContent second = content(SECOND);
    private final EditionContent last = content(
            second,
            "第十四版",
            LocalDate.of(2021, 4, 1),
            new Change(
                    Change.Procedure.ACCEPTANCE,
                    Change.Ground.REASONABLE,
                    Change.Regime.CIVIL_CODE_548_4,
                    "第三者提供先の追加"));

    /** An event and when it is recorded. */
    record Recorded(Instant at, TermsEvent event) {}

    /** The text of the 12th or 13th edition, as the demo has it. */
    public static String text(int edition) {
        return read("edition-" + edition + ".txt");
    }

    /** In the order of the ledger. */
    List<Recorded> events() {
        return List.of(
                at("2019-07-01T01:00:00Z", registered()),
                at("2019-07-02T01:00:00Z", new EditionDrafted(TERMS, FIRST, first)),
                at("2019-07-16T01:00:00Z", published(FIRST, first)),
                at("2020-01-14T01:00:00Z", new EditionDrafted(TERMS, SECOND, second)),
                at("2020-01-20T01:00:00Z", published(SECOND, second)),
                at("2020-01-20T02:00:00Z", notice()),
                at("2021-01-18T01:00:00Z", new EditionDrafted(TERMS, LAST, last)),
                new Recorded(LAST_PUBLISHED, published(LAST, last)));
    }

    private static Recorded at(String instant, TermsEvent event) {
        return new Recorded(Instant.parse(instant), event);
    }

    /** Which edition the sign-up page shows then. */
    static EditionNumber inForce(Instant at) {
        return at.isBefore(SECOND_IN_FORCE) ? FIRST : at.isBefore(LAST_IN_FORCE) ? SECOND : LAST;
    }

    ContentDigest digest(EditionNumber edition) {
        return edition.equals(FIRST) ? digestOfFirst : edition.equals(SECOND) ? digestOfSecond : digestOfLast;
    }

    private final ContentDigest digestOfFirst = ContentDigest.of(first.text());
    private final ContentDigest digestOfSecond = ContentDigest.of(second.text());
    private final ContentDigest digestOfLast = ContentDigest.of(last.text());

    private EditionPublished published(EditionNumber edition, EditionContent content) {
        var effectiveFrom = content.effectiveOn().atStartOfDay(ZONE).toInstant();
        return new EditionPublished(TERMS, edition, digest(edition), effectiveFrom, content);
    }

    private static NoticeOfChangePosted notice() {
        return new NoticeOfChangePosted(TERMS, SECOND, Channel.WEB, Instant.parse("2020-01-20T02:00:00Z"), null, null);
    }

    private static TermsRegistered registered() {
        var body = request("POST", "/api/v1/terms").get("body");
        return new TermsRegistered(
                TERMS,
                body.get("title").stringValue(),
                body.get("provider").stringValue(),
                ZONE,
                body.get("language").stringValue(),
                Policies.standard());
    }

    /** As the demo drafts it. */
    private static EditionContent content(EditionNumber edition) {
        var request = request("PUT", "/api/v1/terms/" + TERMS + "/editions/" + edition);
        var content = (ObjectNode) request.get("body");
        content.put("text", read(request.get("text").stringValue()));
        ((ObjectNode) content.get("change")).put("ground", "REASONABLE").put("regime", "EARLIER");
        content.get("purposes").forEach(purpose -> {
            var of = (ObjectNode) purpose;
            of.putIfAbsent("thirdParties", JSON.getNodeFactory().booleanNode(false));
            of.putIfAbsent("materialChange", JSON.getNodeFactory().booleanNode(false));
            of.putIfAbsent("dataItems", JSON.createArrayNode());
        });
        return JSON.treeToValue(content, EditionContent.class);
    }

    private static EditionContent content(EditionContent before, String label, LocalDate day, Change change) {
        return new EditionContent(label, day, day, before.text() + "\n付則\n" + day + " 改訂\n", change, before.purposes());
    }

    private static JsonNode request(String method, String path) {
        return JSON.readTree(read("desknets-cloud.json"))
                .valueStream()
                .filter(request -> request.get("method").stringValue().equals(method)
                        && request.get("path").stringValue().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("seeds/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
