package org.consentledger.query.terms;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.ContentDigest;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Tables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of editions. A question looks at those among the first leaves of the ledger. */
@Repository
class EditionRegister {
    /** How each edition stood then; the last row of a number says it. The text only where one edition is asked for. */
    private static final String EDITIONS = """
            select distinct on (number)
                   terms_id, number, label,
                   case when exists (select from tables.terms_withdrawal withdrawal
                                     where withdrawal.terms_id = edition.terms_id
                                       and withdrawal.number = edition.number and withdrawal.position < :size)
                        then 'WITHDRAWN' else status end as status,
                   revised_on, effective_on, effective_from, digest, change, purposes,
                   matches,
                   case when number = :withText then text else ''::bytea end as text
            from tables.terms_edition edition
            where terms_id = :termsId and position < :size
            order by number, position desc""";

    private final Tables tables;

    EditionRegister(Tables tables) {
        this.tables = tables;
    }

    /** Without texts, by number. */
    List<EditionRow> editions(TermsId termsId, Page.Asked page, int after, long size) {
        return find(
                        "select * from (" + EDITIONS + ") where number > :after order by number limit :limit",
                        termsId,
                        0,
                        size)
                .param("after", after)
                .param("limit", page.limit() + 1)
                .query((row, _) -> edition(row))
                .list();
    }

    /** Those published and not withdrawn, without texts, by number. */
    List<EditionRow> published(TermsId termsId, long size) {
        return find("select * from (" + EDITIONS + ") where status = 'PUBLISHED' order by number", termsId, 0, size)
                .query((row, _) -> edition(row))
                .list();
    }

    Optional<EditionRow> edition(TermsId termsId, EditionNumber number, long size) {
        return find("select * from (" + EDITIONS + ") where number = :withText", termsId, number.value(), size)
                .query((row, _) -> edition(row))
                .optional();
    }

    /** Without its text: the newest published and not withdrawn edition whose effective day had begun at that instant. */
    Optional<EditionRow> inForce(TermsId termsId, Instant at, long size) {
        return find("select * from (" + EDITIONS + """
                        ) where status = 'PUBLISHED' and effective_from <= :at
                        order by number desc limit 1""", termsId, 0, size)
                .param("at", Columns.time(at))
                .query((row, _) -> edition(row))
                .optional();
    }

    void insert(EditionRow edition, Leaf leaf) {
        var content = edition.content();
        var effectiveFrom = edition.effectiveFrom();
        tables.sql("""
                        insert into tables.terms_edition (terms_id, number, position, recorded_at, status, label,
                                                         revised_on, effective_on, effective_from, digest, change,
                                                         purposes, matches, text)
                        values (:termsId, :number, :position, :recordedAt, :status, :label,
                                :revisedOn, :effectiveOn, :effectiveFrom::timestamptz, :digest, :change::jsonb,
                                :purposes::jsonb, :matches::jsonb, :text)""")
                .param("termsId", edition.termsId().value())
                .param("number", edition.number().value())
                .param("position", leaf.position())
                .param("recordedAt", Columns.time(leaf.recordedAt()))
                .param("status", edition.status().name())
                .param("label", content.label())
                .param("revisedOn", content.revisedOn())
                .param("effectiveOn", content.effectiveOn())
                .param("effectiveFrom", effectiveFrom == null ? null : Columns.time(effectiveFrom))
                .param("digest", edition.digest().value())
                .param("change", Columns.toJson(content.change()))
                .param("purposes", Columns.toJson(content.purposes()))
                .param("matches", Columns.toJson(content.matches()))
                .param("text", content.text().getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private JdbcClient.StatementSpec find(String sql, TermsId termsId, int withText, long size) {
        return tables.sql(sql)
                .param("termsId", termsId.value())
                .param("withText", withText)
                .param("size", size);
    }

    private static EditionRow edition(ResultSet row) throws SQLException {
        return new EditionRow(
                new TermsId(row.getString("terms_id")),
                new EditionNumber(row.getInt("number")),
                EditionRow.Status.valueOf(row.getString("status")),
                row.getObject("effective_from") == null ? null : Columns.time(row, "effective_from"),
                new ContentDigest(row.getString("digest")),
                new EditionContent(
                        row.getString("label"),
                        row.getObject("revised_on", LocalDate.class),
                        row.getObject("effective_on", LocalDate.class),
                        new String(row.getBytes("text"), StandardCharsets.UTF_8),
                        Columns.fromJson(row.getString("change"), Change.class),
                        Columns.purposes(row.getString("purposes")),
                        Columns.matches(row.getString("matches"))));
    }
}
