package org.consentledger.console.legal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer computed from the ledger itself, as the query side tells it; as far as the page shows it. All times UTC. */
record Replay(Answer replayed, @Nullable Boolean agrees, List<Step> steps, Verification verification) {

    record Answer(@Nullable Edition edition, Binding binding, List<Because> because) {}

    record Edition(int number, String label) {}

    record Binding(String mode, @Nullable Instant since) {}

    record Because(String text) {}

    record Verification(boolean verified, String ledger, long checkpointSize, String checkpointRoot, long events) {}

    /** What one fact changed; nothing where the answer stayed as it was. */
    record Step(long position, String event, Instant recordedAt, List<Change> changed) {
        /** The event's name as the history of a customer has it: {@code EDITION_ACCEPTED}. */
        public String kind() {
            return event.substring(event.lastIndexOf('.') + 1)
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
        }
    }

    /** What a customer is asked next; empty what it does not name. */
    record Due(String action, String edition, String purposeId) {}

    /** @param what {@code edition}, {@code binding}, {@code purpose:<id>} or {@code due} */
    record Change(
            String what,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        private static final String PURPOSE = "purpose:";

        public String part() {
            return isPurpose() ? "purpose" : what;
        }

        public String purposeId() {
            return isPurpose() ? what.substring(PURPOSE.length()) : "";
        }

        private boolean isPurpose() {
            return what.startsWith(PURPOSE);
        }

        public String was() {
            return told(before);
        }

        public String became() {
            return told(after);
        }

        /** What was due before and is not any more; none where this is about something else. */
        public List<Due> dueNoMore() {
            return due(before).stream().filter(due -> !due(after).contains(due)).toList();
        }

        public List<Due> dueNow() {
            return due(after).stream().filter(due -> !due(before).contains(due)).toList();
        }

        private List<Due> due(@Nullable JsonNode part) {
            return part == null || !what.equals("due")
                    ? List.of()
                    : part.valueStream()
                            .map(due -> new Due(
                                    due.path("action").asString(""),
                                    due.path("edition").asString(""),
                                    due.path("purposeId").asString("")))
                            .toList();
        }

        /** A label, or the word that a page has for a mode or a state; empty for nothing. */
        private String told(@Nullable JsonNode part) {
            if (part == null || part.isNull()) {
                return "";
            }
            return switch (part()) {
                case "edition" -> part.path("label").asString("");
                case "binding" -> part.path("mode").asString("");
                case "purpose" -> part.path("state").asString("");
                default -> "";
            };
        }
    }
}
