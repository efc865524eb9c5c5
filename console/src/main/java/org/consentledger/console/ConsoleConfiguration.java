package org.consentledger.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The console as a part of an application, alone or beside the two sides, whose paths it leaves alone: import it, say where
 * the APIs are, and bring a client registration {@code console} and an {@link java.time.InstantSource}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ledger.console.questions")
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class ConsoleConfiguration {}
