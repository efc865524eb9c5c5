/** Where somebody who has logged in begins. */
@NullMarked
package org.consentledger.console.home;

import org.jspecify.annotations.NullMarked;
