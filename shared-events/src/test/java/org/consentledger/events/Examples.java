package org.consentledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.consentledger.events.agreement.ConsentGiven;
import org.consentledger.events.agreement.ConsentRefused;
import org.consentledger.events.agreement.ConsentWithdrawn;
import org.consentledger.events.agreement.EditionAccepted;
import org.consentledger.events.agreement.EditionRefused;
import org.consentledger.events.agreement.PurposeDecision;
import org.consentledger.events.agreement.RecordAnnulled;
import org.consentledger.events.customer.CustomerLeft;
import org.consentledger.events.customer.DepartureAnnulled;
import org.consentledger.events.customer.ErasureRequested;
import org.consentledger.events.customer.LegalHoldPlaced;
import org.consentledger.events.customer.LegalHoldReleased;
import org.consentledger.events.customer.PersonalDataErased;
import org.consentledger.events.ledger.CheckpointTimestamped;
import org.consentledger.events.ledger.DataKeyCommitted;
import org.consentledger.events.request.CorrectionRequested;
import org.consentledger.events.request.DisclosureRequested;
import org.consentledger.events.request.FeeCharged;
import org.consentledger.events.request.FeePaid;
import org.consentledger.events.request.IdentityConfirmed;
import org.consentledger.events.request.IdentityNotConfirmed;
import org.consentledger.events.request.RequestCompleted;
import org.consentledger.events.request.RequestDeclined;
import org.consentledger.events.request.RequestGranted;
import org.consentledger.events.request.SuspensionOfUseLifted;
import org.consentledger.events.request.SuspensionOfUseRequested;
import org.consentledger.events.request.UseSuspended;
import org.consentledger.events.terms.Change;
import org.consentledger.events.terms.Change.Ground;
import org.consentledger.events.terms.Change.Procedure;
import org.consentledger.events.terms.Change.Regime;
import org.consentledger.events.terms.EditionContent;
import org.consentledger.events.terms.EditionDrafted;
import org.consentledger.events.terms.EditionPublished;
import org.consentledger.events.terms.EditionWithdrawn;
import org.consentledger.events.terms.NoticeOfChangePosted;
import org.consentledger.events.terms.Policies;
import org.consentledger.events.terms.ProvisionMatch;
import org.consentledger.events.terms.PurposeOfUse;
import org.consentledger.events.terms.TermsRegistered;
import org.consentledger.events.thirdparty.PersonalDataProvided;

/** One example of every event, with every component filled. */
final class Examples {
    private static final TermsId TERMS = new TermsId("desknets-cloud");
    private static final CustomerId CUSTOMER = new CustomerId("demo-both");
    private static final PurposeId NEWS = new PurposeId("news");
    private static final String RECORD = "01a209ff-07af-70b6-bc91-c1f6b891346a";
    private static final EditionNumber THIRTEEN = new EditionNumber(13);
    private static final String TEXT = "第32条 当社は、…\n2 お客様は、前項にかかわらず、…\n";
    private static final EditionContent CONTENT = new EditionContent(
            "第十三版",
            LocalDate.of(2020, 2, 21),
            LocalDate.of(2020, 2, 21),
            TEXT,
            new Change(Procedure.NOTICE, Ground.REASONABLE, Regime.EARLIER, "通話録音"),
            List.of(new PurposeOfUse(
                    new PurposeId("leaving"),
                    "第32条第2項第3号",
                    "退会処理",
                    PurposeOfUse.Mode.WITH_TERMS,
                    List.of("ユーザーID", "通信履歴"),
                    true,
                    Period.ofYears(3),
                    true)));
    private static final Instant EXPRESSED = Instant.parse("2020-02-22T03:04:05.000006Z");
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "山田 花子", "委任状", "電話で承りました");
    private static final Actor ASKING = new Actor(Actor.Kind.REPRESENTATIVE, "佐藤 次郎", "委任状", null);
    private static final Actor OFFICER = new Actor(Actor.Kind.STAFF, "鈴木 一郎", null, null);
    private static final String REQUEST = "01a209ff-07af-70b6-bc91-c1f6b891346b";
    private static final Evidence EVIDENCE = new Evidence("192.0.2.1", "Mozilla/5.0", "本人確認済み");
    private static final Source PAPER = new Source(Source.Kind.PAPER, "folder-7/42", DatePrecision.DAY);

    static final List<Object> ALL = List.of(
            new TermsRegistered(
                    TERMS,
                    "desknet's クラウドサービス利用約款",
                    "株式会社ネオジャパン",
                    ZoneId.of("Asia/Tokyo"),
                    "ja",
                    new Policies(Policies.Superseded.REFUSE, true, 14)),
            new EditionDrafted(TERMS, THIRTEEN, CONTENT),
            new NoticeOfChangePosted(
                    TERMS,
                    THIRTEEN,
                    Channel.WEB,
                    Instant.parse("2020-01-20T00:00:00Z"),
                    "https://example.com/notice",
                    ContentDigest.of("お知らせ")),
            new EditionPublished(
                    TERMS, THIRTEEN, ContentDigest.of(TEXT), Instant.parse("2020-02-20T15:00:00Z"), CONTENT),
            new EditionWithdrawn(TERMS, THIRTEEN, "施行日に誤りがありました"),
            new EditionAccepted(
                    new CustomerId("demo-both"),
                    TERMS,
                    THIRTEEN,
                    ContentDigest.of(TEXT),
                    List.of(
                            new PurposeDecision(new PurposeId("news"), Decision.GIVEN),
                            new PurposeDecision(new PurposeId("ads"), Decision.REFUSED)),
                    EXPRESSED,
                    Channel.PHONE,
                    CLERK,
                    EVIDENCE,
                    PAPER),
            new EditionRefused(
                    new CustomerId("demo-refused"),
                    TERMS,
                    THIRTEEN,
                    ContentDigest.of(TEXT),
                    EXPRESSED,
                    Channel.PHONE,
                    CLERK,
                    EVIDENCE,
                    PAPER),
            new ConsentGiven(CUSTOMER, TERMS, NEWS, EXPRESSED, Channel.PHONE, CLERK, EVIDENCE, PAPER),
            new ConsentRefused(CUSTOMER, TERMS, NEWS, EXPRESSED, Channel.APP, CLERK, EVIDENCE, PAPER),
            new ConsentWithdrawn(CUSTOMER, TERMS, NEWS, EXPRESSED, Channel.STORE, CLERK, EVIDENCE, PAPER),
            new RecordAnnulled(CUSTOMER, TERMS, RECORD, "別のお客様の書面でした"),
            new CustomerLeft(CUSTOMER, TERMS, EXPRESSED, Channel.LETTER, CLERK, EVIDENCE, PAPER),
            new DepartureAnnulled(CUSTOMER, TERMS, RECORD, "解約ではなく契約の変更でした"),
            new LegalHoldPlaced(CUSTOMER, "訴訟の証拠", "山田 対 ネオジャパン"),
            new LegalHoldReleased(CUSTOMER, RECORD, "和解"),
            new ErasureRequested(CUSTOMER, "本人の申出"),
            new PersonalDataErased(CUSTOMER, RECORD),
            new DisclosureRequested(CUSTOMER, REQUEST, "通話の録音もお願いします", EXPRESSED, Channel.LETTER, ASKING),
            new CorrectionRequested(CUSTOMER, REQUEST, "住所が古いままです", EXPRESSED, Channel.PHONE, ASKING),
            new SuspensionOfUseRequested(CUSTOMER, REQUEST, "案内を止めてください", EXPRESSED, Channel.WEB, ASKING),
            new IdentityConfirmed(CUSTOMER, REQUEST, "運転免許証", EXPRESSED, OFFICER),
            new IdentityNotConfirmed(CUSTOMER, REQUEST, "電話での聞き取り", EXPRESSED, OFFICER),
            new FeeCharged(CUSTOMER, REQUEST, 500, "JPY", EXPRESSED, OFFICER),
            new FeePaid(CUSTOMER, REQUEST, 500, "JPY", EXPRESSED, OFFICER),
            new RequestGranted(CUSTOMER, REQUEST, "請求のとおり", EXPRESSED, OFFICER),
            new UseSuspended(CUSTOMER, REQUEST, "利用する必要がなくなったため", EXPRESSED, OFFICER),
            new RequestDeclined(CUSTOMER, REQUEST, "手数料のお支払いがないため", EXPRESSED, OFFICER),
            new RequestCompleted(CUSTOMER, REQUEST, EXPRESSED, OFFICER),
            new SuspensionOfUseLifted(CUSTOMER, REQUEST, "お客様のお申し出", EXPRESSED, OFFICER),
            new PersonalDataProvided(
                    CUSTOMER, TERMS, NEWS, "株式会社提供先", List.of("氏名", "電子メールアドレス"), EXPRESSED, true, RECORD),
            new CheckpointTimestamped(
                    "CN=Example Time-Stamping Authority,O=Example,C=JP",
                    4096,
                    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                    ContentDigest.of("checkpoint"),
                    Instant.parse("2020-02-22T04:00:00Z"),
                    ContentDigest.of("token")),
            new DataKeyCommitted(CUSTOMER, 1, "0123456789abcdef".repeat(4)));

    private static final EditionContent CORRECTED = new EditionContent(
            CONTENT.label(),
            CONTENT.revisedOn(),
            CONTENT.effectiveOn(),
            CONTENT.text(),
            CONTENT.change(),
            CONTENT.purposes(),
            List.of(new ProvisionMatch("art:32", "art:31"), new ProvisionMatch("art:32/para:2", null)));

    /** Events with the members that came later; without them they are stored as ever. */
    static final List<Object> WITH_LATER_MEMBERS = List.of(
            new EditionDrafted(TERMS, THIRTEEN, CORRECTED),
            new EditionPublished(
                    TERMS, THIRTEEN, ContentDigest.of(TEXT), Instant.parse("2020-02-20T15:00:00Z"), CORRECTED),
            new NoticeOfChangePosted(
                    TERMS,
                    THIRTEEN,
                    Channel.WEB,
                    Instant.parse("2020-01-20T00:00:00Z"),
                    Instant.parse("2020-02-20T15:00:00Z"),
                    null,
                    null));

    private Examples() {}
}
