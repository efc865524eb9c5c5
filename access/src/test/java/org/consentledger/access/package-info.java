/** Tests of who gets in. */
@NullMarked
package org.consentledger.access;

import org.jspecify.annotations.NullMarked;
