/** What does this edition say, and where does it state its purposes of use? */
@NullMarked
package org.consentledger.console.terms;

import org.jspecify.annotations.NullMarked;
