/** Services beside which the product is measured, each in a process of its own and as small as it can honestly be. */
@NullMarked
package org.consentledger.benchmarks.yardsticks;

import org.jspecify.annotations.NullMarked;
