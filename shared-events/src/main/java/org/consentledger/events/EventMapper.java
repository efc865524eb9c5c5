package org.consentledger.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of events: members in the order of the record, absent where null, times RFC 3339 in UTC. Equal
 * events give equal bytes, in every process.
 */
public final class EventMapper {
    private EventMapper() {}

    /** A new builder, for those who must add to it. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    public static JsonMapper create() {
        return builder().build();
    }
}
