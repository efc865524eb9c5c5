/** What all pages share: who is logged in, how the two APIs are asked, and in which language a page speaks. */
@NullMarked
package org.consentledger.console.platform;

import org.jspecify.annotations.NullMarked;
