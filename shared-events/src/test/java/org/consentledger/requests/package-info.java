/** Proves the legal periods. */
@NullMarked
package org.consentledger.requests;

import org.jspecify.annotations.NullMarked;
