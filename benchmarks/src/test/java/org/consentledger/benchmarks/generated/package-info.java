@NullMarked
package org.consentledger.benchmarks.generated;

import org.jspecify.annotations.NullMarked;
