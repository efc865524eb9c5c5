package org.consentledger.query.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The projections of this side, by their processing groups. */
@Component
public class Projections {
    private static final String OURS = "org.consentledger.query.";

    private final ListableBeanFactory beans;
    private final List<Projection> all;

    Projections(ListableBeanFactory beans) {
        this.beans = beans;
        all = Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(beans::getType)
                .filter(Objects::nonNull)
                .filter(type -> type.getName().startsWith(OURS))
                .map(Projection::of)
                .sorted(Comparator.comparing(Projection::name))
                .toList();
    }

    /**
     * A projection as it declares itself.
     *
     * @param tables that it keeps
     * @param version of what the same events come to
     * @param type of its event handlers
     */
    public record Projection(String name, List<String> tables, int version, Class<?> type) {
        public Projection {
            tables = List.copyOf(tables);
        }

        /** A process of a former release leaves to the newer ones what a newer version of a projection has filled. */
        public void requireNotNewer(int filledBy) {
            if (filledBy > version) {
                throw new IllegalStateException(
                        "the tables of " + name + " are of version " + filledBy + ", this process knows " + version);
            }
        }

        private static Projection of(Class<?> type) {
            var kept = Objects.requireNonNull(type.getAnnotation(ProjectionTables.class), type.getName());
            return new Projection(
                    Objects.requireNonNull(type.getAnnotation(ProcessingGroup.class))
                            .value(),
                    List.of(kept.value()),
                    kept.version(),
                    type);
        }
    }

    /** By name. */
    public List<Projection> all() {
        return all;
    }

    /** Empty where there is none of that name. */
    public Optional<Projection> named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Its event handlers. */
    public Object handlers(Projection projection) {
        return beans.getBean(projection.type());
    }

    /** Sorted. */
    List<String> names() {
        return all.stream().map(Projection::name).toList();
    }
}
