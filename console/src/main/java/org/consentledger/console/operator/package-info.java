/** How far are the projections, and which of them are being rebuilt? */
@NullMarked
package org.consentledger.console.operator;

import org.jspecify.annotations.NullMarked;
