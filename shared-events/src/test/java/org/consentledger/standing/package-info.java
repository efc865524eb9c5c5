/** Proves the rules of standing, one by one and over random histories. */
@NullMarked
package org.consentledger.standing;

import org.jspecify.annotations.NullMarked;
