/** What have I consented to? A customer's own page, where a consent is withdrawn as easily as it was given. */
@NullMarked
package org.consentledger.console.my;

import org.jspecify.annotations.NullMarked;
