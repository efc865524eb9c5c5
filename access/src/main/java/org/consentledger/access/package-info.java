/** Who calls, and what a caller may ask of either side. */
@NullMarked
package org.consentledger.access;

import org.jspecify.annotations.NullMarked;
