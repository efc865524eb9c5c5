/** The product beside its yardsticks, on one machine and one PostgreSQL, in one run. */
@NullMarked
package org.consentledger.benchmarks;

import org.jspecify.annotations.NullMarked;
