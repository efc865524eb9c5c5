package org.consentledger.query.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.events.EditionNumber;
import org.consentledger.events.TermsId;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.query.platform.Leaf;
import org.consentledger.query.platform.Page;
import org.consentledger.query.platform.Tables;
import org.consentledger.query.terms.TermsAnswers.Document;
import org.consentledger.query.terms.TermsAnswers.Notice;
import org.consentledger.query.terms.TermsAnswers.Withdrawal;
import org.consentledger.standing.TermsFact;
import org.springframework.stereotype.Repository;

/** The rows of terms documents, of notices and of withdrawals of editions. A question looks at those among the first leaves of the ledger. */
@Repository
class TermsRegister {
    private final Tables tables;

    TermsRegister(Tables tables) {
        this.tables = tables;
    }

    List<Document> documents(Page.Asked page, long size) {
        return tables.sql("""
                        select * from tables.terms_document
                        where position < :size and terms_id > :after collate "C"
                        order by terms_id limit :limit""")
                .param("size", size)
                .param("after", page.after() == null ? "" : page.after())
                .param("limit", page.limit() + 1)
                .query((row, _) -> document(row, size))
                .list();
    }

    Optional<Document> document(TermsId termsId, long size) {
        return tables.sql("select * from tables.terms_document where terms_id = :termsId and position < :size")
                .param("termsId", termsId.value())
                .param("size", size)
                .query((row, _) -> document(row, size))
                .optional();
    }

    /** When notices were posted, of all editions. */
    List<TermsFact> noticesPosted(TermsId termsId, long size) {
        return tables.sql("""
                        select number, notice ->> 'postedAt' as posted_at from tables.terms_notice
                        where terms_id = :termsId and position < :size
                        order by position""")
                .param("termsId", termsId.value())
                .param("size", size)
                .<TermsFact>query((row, _) -> new TermsFact.NoticePosted(
                        new EditionNumber(row.getInt("number")), Instant.parse(row.getString("posted_at"))))
                .list();
    }

    /** In the order in which the ledger learned of them. */
    List<Notice> notices(TermsId termsId, EditionNumber number, long size) {
        return tables.sql("""
                        select notice from tables.terms_notice
                        where terms_id = :termsId and number = :number and position < :size
                        order by position""")
                .param("termsId", termsId.value())
                .param("number", number.value())
                .param("size", size)
                .query((row, _) -> Columns.fromJson(row.getString("notice"), Notice.class))
                .list();
    }

    void insert(TermsRegistered registered, Leaf leaf) {
        tables.sql("""
                        insert into tables.terms_document (terms_id, position, recorded_at, title, provider, time_zone,
                                                          language, policies)
                        values (:termsId, :position, :recordedAt, :title, :provider, :timeZone,
                                :language, :policies::jsonb)""")
                .param("termsId", registered.termsId().value())
                .param("position", leaf.position())
                .param("recordedAt", Columns.time(leaf.recordedAt()))
                .param("title", registered.title())
                .param("provider", registered.provider())
                .param("timeZone", registered.timeZone().getId())
                .param("language", registered.language())
                .param("policies", Columns.toJson(registered.policies()))
                .update();
    }

    void insert(NoticeOfChangePosted posted, Leaf leaf) {
        var notice = new Notice(
                leaf.eventId(), posted.channel(), posted.postedAt(), posted.until(), posted.url(), posted.digest());
        tables.sql("""
                        insert into tables.terms_notice (terms_id, number, position, notice)
                        values (:termsId, :number, :position, :notice::jsonb)""")
                .param("termsId", posted.termsId().value())
                .param("number", posted.edition().value())
                .param("position", leaf.position())
                .param("notice", Columns.toJson(notice))
                .update();
    }

    /** Empty where the edition was not withdrawn. */
    Optional<Withdrawal> withdrawal(TermsId termsId, EditionNumber number, long size) {
        return tables.sql("""
                        select event_id, recorded_at, reason from tables.terms_withdrawal
                        where terms_id = :termsId and number = :number and position < :size""")
                .param("termsId", termsId.value())
                .param("number", number.value())
                .param("size", size)
                .query((row, _) -> new Withdrawal(
                        row.getString("event_id"), Columns.time(row, "recorded_at"), row.getString("reason")))
                .optional();
    }

    void insert(EditionWithdrawn withdrawn, Leaf leaf) {
        tables.sql("""
                        insert into tables.terms_withdrawal (terms_id, number, position, event_id, recorded_at, reason)
                        values (:termsId, :number, :position, :eventId, :recordedAt, :reason)""")
                .param("termsId", withdrawn.termsId().value())
                .param("number", withdrawn.edition().value())
                .param("position", leaf.position())
                .param("eventId", leaf.eventId())
                .param("recordedAt", Columns.time(leaf.recordedAt()))
                .param("reason", withdrawn.reason())
                .update();
    }

    private static Document document(ResultSet row, long size) throws SQLException {
        Instant recordedAt = Columns.time(row, "recorded_at");
        return new Document(
                new TermsId(row.getString("terms_id")),
                row.getString("title"),
                row.getString("provider"),
                row.getString("time_zone"),
                row.getString("language"),
                Columns.fromJson(row.getString("policies"), Policies.class),
                recordedAt,
                size);
    }
}
