/** Which events could a projection not handle? Operators see them, have them tried again, or discard them. */
@NullMarked
package org.consentledger.query.deadletters;

import org.jspecify.annotations.NullMarked;
