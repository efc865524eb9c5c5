package org.consentledger.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The query side as a part of an application, alone or beside the command side: import it, and bring a data source, the
 * ledger and an {@link java.time.InstantSource}. Its beans have fully qualified names, so that both sides may use the
 * same words.
 */
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QuerySideConfiguration {}
