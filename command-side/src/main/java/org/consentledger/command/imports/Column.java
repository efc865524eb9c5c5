package org.consentledger.command.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.command.platform.Malformed;
import org.consentledger.command.platform.Malformed.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The columns that a CSV file may have, each for one member of a body of the API. */
enum Column {
    KIND("kind"),
    CUSTOMER_ID("customerId"),
    TERMS_ID("termsId"),
    EDITION("edition"),
    DIGEST("digest"),
    PURPOSE_ID("purposeId"),
    DECISION("decision"),
    DECISIONS("decisions"),
    EXPRESSED_AT("expressedAt"),
    CHANNEL("channel"),
    REFERENCE("reference", "source", "reference"),
    SOURCE_KIND("sourceKind", "source", "kind"),
    DATE_PRECISION("datePrecision", "source", "datePrecision"),
    ACTOR_KIND("actorKind", "actor", "kind"),
    ACTOR_NAME("actorName", "actor", "name"),
    ACTOR_AUTHORITY("actorAuthority", "actor", "authority"),
    ACTOR_REASON("actorReason", "actor", "reason"),
    EVIDENCE_IP_ADDRESS("evidenceIpAddress", "evidence", "ipAddress"),
    EVIDENCE_USER_AGENT("evidenceUserAgent", "evidence", "userAgent"),
    EVIDENCE_NOTE("evidenceNote", "evidence", "note");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Map<String, Column> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(column -> column.name, Function.identity()));

    private final String name;
    private final @Nullable String parent;
    private final String member;

    Column(String name) {
        this.name = name;
        this.parent = null;
        this.member = name;
    }

    Column(String name, String parent, String member) {
        this.name = name;
        this.parent = parent;
        this.member = member;
    }

    static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names, as a text. */
    static String names() {
        return Arrays.stream(values()).map(Column::toString).collect(Collectors.joining(", "));
    }

    /** Where its value stands in the body (RFC 6901). */
    String pointer() {
        return parent == null ? "/" + member : "/" + parent + "/" + member;
    }

    /** Puts a value into the body; nothing where the cell is empty. */
    void put(ObjectNode body, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        (parent == null ? body : body.withObjectProperty(parent)).set(member, value(cell));
    }

    private JsonNode value(String cell) {
        return switch (this) {
            case EDITION ->
                WHOLE_NUMBER.matcher(cell).matches()
                        ? IntNode.valueOf(Integer.parseInt(cell))
                        : StringNode.valueOf(cell);
            case DECISIONS -> decisions(cell);
            default -> StringNode.valueOf(cell);
        };
    }

    /** {@code newsletter=GIVEN;survey=REFUSED}. */
    private JsonNode decisions(String cell) {
        var decisions = JsonNodeFactory.instance.objectNode();
        for (String decision : cell.split(";", -1)) {
            int equals = decision.indexOf('=');
            if (equals < 0) {
                throw new Malformed(pointer(), Fault.WRONG_VALUE, "decisions");
            }
            String purpose = decision.substring(0, equals);
            if (decisions.has(purpose)) {
                throw new Malformed(pointer(), Fault.DUPLICATE_MEMBER);
            }
            decisions.put(purpose, decision.substring(equals + 1));
        }
        return decisions;
    }

    @Override
    public String toString() {
        return name;
    }
}
