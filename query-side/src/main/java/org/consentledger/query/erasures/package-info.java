/** Which erasures (消去) were asked for, and which of them wait for somebody to approve, as known at that time? */
@NullMarked
package org.consentledger.query.erasures;

import org.jspecify.annotations.NullMarked;
