package org.consentledger.query.comparison;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.EventMapper;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Tables;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of texts that can be compared. A question looks at those among the first leaves of the ledger. */
@Repository
class ComparedEditions {
    private static final JsonMapper JSON = EventMapper.create();
    private static final TypeReference<List<ProvisionMatch>> MATCHES = new TypeReference<>() {};

    private final Tables tables;

    ComparedEditions(Tables tables) {
        this.tables = tables;
    }

    record Terms(String title, String language) {}

    Optional<Terms> terms(TermsId termsId, long size) {
        return tables.sql("""
                        select title, language from tables.comparison_terms
                        where terms_id = :termsId and position < :size""")
                .param("termsId", termsId.value())
                .param("size", size)
                .query((row, _) -> new Terms(row.getString("title"), row.getString("language")))
                .optional();
    }

    Optional<ComparedEdition> edition(TermsId termsId, EditionNumber number, long size) {
        return tables.sql("""
                        select * from tables.comparison_edition
                        where terms_id = :termsId and number = :number and position < :size
                        order by position desc limit 1""")
                .param("termsId", termsId.value())
                .param("number", number.value())
                .param("size", size)
                .query((row, _) -> edition(row))
                .optional();
    }

    /** Two editions and those between them that are published and not withdrawn, by number. */
    List<ComparedEdition> line(TermsId termsId, EditionNumber one, EditionNumber other, long size) {
        return tables.sql("""
                        select * from (
                            select distinct on (number) * from tables.comparison_edition
                            where terms_id = :termsId and position < :size
                              and number between least(:one, :other) and greatest(:one, :other)
                            order by number, position desc)
                        where status = 'PUBLISHED' or number in (:one, :other)
                        order by number""")
                .param("termsId", termsId.value())
                .param("one", one.value())
                .param("other", other.value())
                .param("size", size)
                .query((row, _) -> edition(row))
                .list();
    }

    void insert(TermsRegistered registered, Leaf leaf) {
        tables.sql("""
                        insert into tables.comparison_terms (terms_id, position, title, language)
                        values (:termsId, :position, :title, :language)""")
                .param("termsId", registered.termsId().value())
                .param("position", leaf.position())
                .param("title", registered.title())
                .param("language", registered.language())
                .update();
    }

    void insert(
            TermsId termsId, EditionNumber number, ComparedEdition.Status status, EditionContent content, Leaf leaf) {
        tables.sql("""
                        insert into tables.comparison_edition (terms_id, number, position, recorded_at, status, label,
                                                              effective_on, digest, text, matches)
                        values (:termsId, :number, :position, :recordedAt, :status, :label,
                                :effectiveOn, :digest, :text, :matches::jsonb)""")
                .param("termsId", termsId.value())
                .param("number", number.value())
                .param("position", leaf.position())
                .param("recordedAt", leaf.recordedAt().atOffset(ZoneOffset.UTC))
                .param("status", status.name())
                .param("label", content.label())
                .param("effectiveOn", content.effectiveOn())
                .param("digest", ContentDigest.of(content.text()).value())
                .param("text", content.text().getBytes(StandardCharsets.UTF_8))
                .param("matches", JSON.writeValueAsString(content.matches()))
                .update();
    }

    /** Its text stays what it was, and so does when the ledger learned of it. */
    void insert(EditionWithdrawn withdrawn, Leaf leaf) {
        tables.sql("""
                        insert into tables.comparison_edition (terms_id, number, position, recorded_at, status, label,
                                                              effective_on, digest, text, matches)
                        select terms_id, number, :position, recorded_at, 'WITHDRAWN', label, effective_on, digest, text,
                               matches
                        from tables.comparison_edition
                        where terms_id = :termsId and number = :number
                        order by position desc limit 1""")
                .param("termsId", withdrawn.termsId().value())
                .param("number", withdrawn.edition().value())
                .param("position", leaf.position())
                .update();
    }

    private static ComparedEdition edition(ResultSet row) throws SQLException {
        return new ComparedEdition(
                new EditionNumber(row.getInt("number")),
                ComparedEdition.Status.valueOf(row.getString("status")),
                row.getString("label"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new ContentDigest(row.getString("digest")),
                new String(row.getBytes("text"), StandardCharsets.UTF_8),
                JSON.readValue(row.getString("matches"), MATCHES));
    }
}
