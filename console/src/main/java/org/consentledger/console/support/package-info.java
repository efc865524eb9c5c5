/** Which edition and which consents applied to this customer on that day, and why? */
@NullMarked
package org.consentledger.console.support;

import org.jspecify.annotations.NullMarked;
