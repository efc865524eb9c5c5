@NullMarked
package org.consentledger.benchmarks;

import org.jspecify.annotations.NullMarked;
