/** Tests of comparison tables and of the identity of provisions. */
@NullMarked
package org.consentledger.comparison;

import org.jspecify.annotations.NullMarked;
