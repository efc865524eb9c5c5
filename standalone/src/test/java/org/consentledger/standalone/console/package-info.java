/** The console in a real browser, against the product as it is started. */
@NullMarked
package org.consentledger.standalone.console;

import org.jspecify.annotations.NullMarked;
