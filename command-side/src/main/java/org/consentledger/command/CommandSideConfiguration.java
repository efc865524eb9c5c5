package org.consentledger.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The command side as a part of an application, alone or beside the query side: import it, and bring a data source, the
 * ledger, an {@link java.time.InstantSource} and the setting {@code ledger.keys-directory}. Its beans have fully
 * qualified names, so that both sides may use the same words.
 */
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandSideApplication.class))
public class CommandSideConfiguration {}
