/** Pure functions of the product as JMH runs them. It makes subclasses and callers of these classes, hence they are public. */
@NullMarked
package org.consentledger.benchmarks.functions;

import org.jspecify.annotations.NullMarked;
