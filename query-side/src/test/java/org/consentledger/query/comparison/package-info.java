/** Tests of the question what changed between two editions. */
@NullMarked
package org.consentledger.query.comparison;

import org.jspecify.annotations.NullMarked;
