package org.consentledger.ledger.personal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.events.CustomerId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts about customers that are kept beside the ledger, sealed as a member of an event would be: they die with the
 * customer's key. Nobody gets a key for them, since that would be recorded in the ledger.
 */
public final class SealedTexts {
    private static final String REVISION = "1";

    private final DataKeys dataKeys;
    private final JsonMapper json;
    private final Place place;

    /** @param kept where the texts stand, such as a table and its column; what is sealed for there opens only there */
    public SealedTexts(DataKeys dataKeys, JsonMapper json, String kept) {
        this.dataKeys = dataKeys;
        this.json = json;
        this.place = new Place(kept, REVISION, "");
    }

    /**
     * One text about each of these customers, in their order; empty for one who has no key in use.
     *
     * @throws MasterKeyMissing where this process has no master key for it
     */
    public List<Optional<String>> seal(List<CustomerId> customers, String text) {
        return dataKeys.of(customers).stream()
                .map(keys -> keys.inUse()
                        .map(key ->
                                key.seal(place, json.writeValueAsBytes(text)).json()))
                .map(member -> member.map(JsonNode::toString))
                .toList();
    }

    /**
     * These texts, in their order; empty where there is none, or where its key was destroyed.
     *
     * @throws SealBroken where anything does not open as it was sealed
     * @throws MasterKeyMissing where this process has no master key for it
     */
    public List<Optional<String>> open(List<Optional<String>> sealed) {
        var members = sealed.stream().map(text -> text.map(this::member)).toList();
        var kids = new HashSet<String>();
        members.forEach(member -> member.ifPresent(present -> kids.add(present.kid())));
        var keys = dataKeys.named(kids);
        return members.stream()
                .map(member -> member.flatMap(present ->
                        Objects.requireNonNull(keys.get(present.kid())).map(key -> text(key, present))))
                .toList();
    }

    private SealedMember member(String sealed) {
        return SealedMember.parse(json.readTree(sealed));
    }

    private String text(DataKey key, SealedMember sealed) {
        return json.readValue(key.open(place, sealed), String.class);
    }
}
