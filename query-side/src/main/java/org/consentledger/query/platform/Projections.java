package org.consentledger.query.platform;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The projections of this side, by their processing groups. */
@Component
class Projections {
    private static final String OURS = "org.consentledger.query.";

    private final List<String> names;

    Projections(ListableBeanFactory beans) {
        names = Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(beans::getType)
                .filter(type -> type != null && type.getName().startsWith(OURS))
                .map(type -> type.getAnnotation(ProcessingGroup.class).value())
                .distinct()
                .sorted()
                .toList();
    }

    /** Sorted. */
    List<String> names() {
        return names;
    }
}
