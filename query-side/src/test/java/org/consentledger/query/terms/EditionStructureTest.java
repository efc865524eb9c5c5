package org.consentledger.query.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.query.AskedApplication.json;
import static org.consentledger.query.Facts.registered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.PurposeId;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.query.AskedApplication;
import org.consentledger.query.Facts;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EditionStructureTest {
    private static final String TWELVE = seed("edition-12.txt");
    private static final String THIRTEEN = seed("edition-13.txt");

    /** Articles shift, and an item is put in before that of leaving. */
    private static final String FOURTEEN = TWELVE.replace("第十二版", "第十四版")
            .replace("(個人情報の保護)", "(通話の録音)\n第6条の2 当社は、通話を録音します。\n\n(個人情報の保護)")
            .replace("第32条", "第33条")
            .replace("(3) 利用契約の解約", "(3) 市場調査のため、年齢を利用すること\n(4) 利用契約の解約");

    private static final String DANGEROUS =
            "<script>alert(1)</script> & \"約款\"\u0001\n第1条 </p><b>太字</b>\n(1) <i>一\n(1) <i>一\n";

    @SuppressWarnings("NullAway.Init")
    private static AskedApplication application;

    @BeforeAll
    static void given() {
        application = AskedApplication.start();
        application.record(registered("cloud"), registered("raw"));
        application.record(published(12, TWELVE, "2019-07-30", "第32条第2項第3号"));
        application.record(published(13, THIRTEEN, "2020-02-21", "第32条第2項第3号"));
        application.record(
                published(14, FOURTEEN, "2020-03-01", "第33条第2項第4号", new ProvisionMatch("art:6_2", "art:6/para:2")));
        application.record(
                new EditionDrafted(new TermsId("raw"), new EditionNumber(1), content(DANGEROUS, "2099-01-01", "第9条")));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("第十三版の構造: 第6条と第32条、第2項の各号、二つの付則、二つの警告")
    void givesTheStructureOfTheSeed() {
        var edition = answer("/cloud/editions/13");
        var paths = new ArrayList<String>();
        var text = new StringBuilder();
        for (var provision : edition.get("provisions")) {
            assertThat(provision.get("from").intValue()).isEqualTo(text.length());
            text.append(provision.get("text").stringValue());
            assertThat(provision.get("until").intValue()).isEqualTo(text.length());
            paths.add(provision.get("path").stringValue());
        }
        assertThat(text).hasToString(THIRTEEN);
        assertThat(paths)
                .contains("art:6", "art:6/para:2", "art:32/para:2~2", "suppl:1/art:1", "suppl:2/art:1/para:1")
                .containsSubsequence(
                        "art:32/para:2/item:1", "art:32/para:2/item:2", "art:32/para:2/item:3", "art:32/para:2/item:6");
        assertThat(provision(edition, "art:32").get("caption").stringValue()).isEqualTo("個人情報の保護");
        assertThat(provision(edition, "art:32").get("label").stringValue()).isEqualTo("第32条");
        assertThat(provision(edition, "art:32").get("kind").stringValue()).isEqualTo("ARTICLE");
        assertThat(edition.get("warnings")).hasSize(2);
        assertThat(edition.at("/warnings/0/code").stringValue()).isEqualTo("NUMBER_TWICE");
        assertThat(edition.at("/warnings/1/code").stringValue()).isEqualTo("NEAR_DUPLICATE");
        assertThat(edition.at("/warnings/1/path").stringValue()).isEqualTo("art:32/para:2~2");
        assertThat(edition.at("/warnings/1/message").stringValue()).contains("第6条第2項");
    }

    @Test
    @DisplayName("条や号がずれても条項は同じ条項であり、利用目的も同じ条項に掛かる")
    void followsIdentities() {
        var edition = answer("/cloud/editions/14");
        var purpose = edition.at("/purposes/0");
        assertThat(purpose.get("path").stringValue()).isEqualTo("art:33/para:2/item:4");
        assertThat(identity(purpose)).isEqualTo("12 art:32/para:2/item:3");
        assertThat(identity(provision(edition, "art:33/para:2/item:3"))).isEqualTo("14 art:33/para:2/item:3");
        assertThat(identity(provision(edition, "art:33"))).isEqualTo("12 art:32");
        assertThat(identity(provision(edition, "art:6_2"))).isEqualTo("13 art:6/para:2");
        assertThat(edition.at("/matches/0/was").stringValue()).isEqualTo("art:6/para:2");
        assertThat(identity(provision(answer("/cloud/editions/13"), "art:6/para:2")))
                .isEqualTo("13 art:6/para:2");
    }

    @Test
    @DisplayName("版が誰を拘束するかを、理由とともに言う")
    void saysWhomAnEditionBinds() {
        var english = application.get("/api/v1/terms/cloud/editions/13", "Accept-Language", "en");
        assertThat(json(english).at("/effect/0/code").stringValue()).isEqualTo("BOUND_BY_NOTICE");
        assertThat(json(english).at("/effect/0/text").stringValue()).contains("change by notice");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(answer("/raw/editions/1").at("/effect/0/code").stringValue()).isEqualTo("NOTICE_MISSING");
        assertThat(answer("/raw/editions/1").at("/purposes/0/path").isNull()).isTrue();
    }

    @Test
    @DisplayName("版のページ: 条項ごとに見出しと錨があり、スクリプトはない")
    void isAPage() {
        var answer = page("/cloud/editions/13");
        var page = Jsoup.parse(answer.body());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.select("html").attr("lang")).isEqualTo("ja");
        assertThat(page.select("script, img, iframe, form, link")).isEmpty();
        var ids = page.select("[id]").eachAttr("id");
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        for (var provision : answer("/cloud/editions/13").get("provisions")) {
            var element = Objects.requireNonNull(
                    page.getElementById(provision.get("path").stringValue()));
            assertThat(element.wholeText())
                    .startsWith(provision.get("text").stringValue().strip());
        }
        assertThat(page.select("article[id=art:32] > h4").text()).contains("個人情報の保護", "第32条");
        assertThat(page.select("aside")).isEmpty();
        page.select("a[href]")
                .forEach(link -> assertThat(ids).contains(link.attr("href").substring(1)));
    }

    @Test
    @DisplayName("本文に書かれた HTML は、本文の文字である")
    void escapesWhatATextSays() {
        var page = Jsoup.parse(page("/raw/editions/1").body());
        assertThat(page.select("script, b, i")).isEmpty();
        assertThat(page.select("h1").text()).contains("<script>alert(1)</script> & \"約款\"\uFFFD");
        assertThat(page.select("aside a")).isNotEmpty();
    }

    @Test
    void givesTheFormThatIsAskedFor() {
        assertThat(page("/cloud/editions/13", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/html;charset=UTF-8");
        for (var any : List.of("*/*", "application/json", "application/*", "text/plain;q=0.5, application/json")) {
            assertThat(page("/cloud/editions/13", any).headers().firstValue("Content-Type"))
                    .as(any)
                    .contains("application/json");
        }
        assertThat(page("/cloud/editions/13", "text/plain").body()).isEqualTo(THIRTEEN);
        assertThat(page("/cloud/editions/13", "image/png").statusCode()).isEqualTo(406);
    }

    private static HttpResponse<String> page(String path) {
        return page(path, "text/html");
    }

    private static HttpResponse<String> page(String path, String accept) {
        return application.get("/api/v1/terms" + path, "Accept", accept);
    }

    private static JsonNode provision(JsonNode edition, String path) {
        for (var provision : edition.get("provisions")) {
            if (provision.get("path").stringValue().equals(path)) {
                return provision;
            }
        }
        throw new AssertionError("no provision " + path);
    }

    private static String identity(JsonNode node) {
        return node.at("/identity/edition").intValue() + " "
                + node.at("/identity/path").stringValue();
    }

    private static JsonNode answer(String path) {
        var answer = application.get("/api/v1/terms" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static EditionPublished published(
            int number, String text, String day, String provision, ProvisionMatch... matches) {
        var content = content(text, day, provision, matches);
        return new EditionPublished(
                new TermsId("cloud"),
                new EditionNumber(number),
                ContentDigest.of(text),
                content.effectiveOn().atStartOfDay(Facts.TOKYO).toInstant(),
                content);
    }

    private static EditionContent content(String text, String day, String provision, ProvisionMatch... matches) {
        var effectiveOn = LocalDate.parse(day);
        boolean earlier = effectiveOn.isBefore(LocalDate.of(2020, 4, 1));
        return new EditionContent(
                "版",
                effectiveOn,
                effectiveOn,
                text,
                new Change(
                        Change.Procedure.NOTICE,
                        Change.Ground.REASONABLE,
                        earlier ? Change.Regime.EARLIER : Change.Regime.CIVIL_CODE_548_4,
                        null),
                List.of(new PurposeOfUse(
                        new PurposeId("leaving"),
                        provision,
                        "退会処理",
                        PurposeOfUse.Mode.WITH_TERMS,
                        List.of(),
                        false,
                        null,
                        false)),
                List.of(matches));
    }

    private static String seed(String name) {
        try (var seed = EditionStructureTest.class.getResourceAsStream("/seeds/" + name)) {
            return new String(Objects.requireNonNull(seed).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
